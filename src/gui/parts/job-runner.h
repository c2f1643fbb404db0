#pragma once
/* Runs a job for the window: progress and Stop in the strip at its foot, a note with Undo afterwards. */
#include "model/services/job.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SalonJobDone:
 * @result: (nullable): what was done; %NULL when a chunk failed
 * @error: (nullable): why
 */
typedef void (*SalonJobDone) (const SalonJobResult *result, const GError *error, gpointer data);

/**
 * SalonJobNote:
 *
 * Returns: (transfer full): a sentence for the note: what was done to how many
 */
typedef char *(*SalonJobNote) (const SalonJobResult *result, gpointer data);

void salon_run_job (GtkWidget *from, SalonSession *session, SalonJobRun *run, const char *text, SalonJobDone done,
                    gpointer data, GDestroyNotify free_data);
void salon_run_job_noted (GtkWidget *from, SalonSession *session, SalonJobRun *run, const char *text, SalonJobNote note,
                          gpointer data, GDestroyNotify free_data);

G_END_DECLS
