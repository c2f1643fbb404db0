#pragma once
/* Long work for the kill test: a new tag given to everybody, and taken back again. */
#include "model/services/job.h"

G_BEGIN_DECLS

#define JOB_WORK_CLIENTS 400

/**
 * JobWorkState: what the file holds
 * @full: tags that everybody has
 * @partly: tags that some have
 * @n_some: how many have such a tag
 * @running: jobs that did not come to their end
 */
typedef struct {
  guint full;
  guint partly;
  gint64 n_some;
  GPtrArray *running; /* SalonBrokenJob */
} JobWorkState;

gboolean job_work_fill (SalonSession *session, GError **error);
SalonJobRun *job_work_tag (SalonSession *session, const char *name, GError **error);
gboolean job_work_look (SalonSession *session, JobWorkState *state, GError **error);
void job_work_state_clear (JobWorkState *state);

G_END_DECLS
