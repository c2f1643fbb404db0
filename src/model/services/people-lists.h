#pragma once
/* People who were picked from a report at one moment, kept as a list.  A segment that asks "list = 7" is made with it. */
#include "model/services/job.h"

G_BEGIN_DECLS

/**
 * SalonPeopleListDraft: a segment of these people
 * @name: of the segment, and of its list
 * @made_from: (nullable): the report and its period, in words
 * @client_ids: (element-type gint64): whoever was merged into another card since stands for that card
 */
typedef struct {
  char *name;
  char *made_from;
  GArray *client_ids;
  gint64 list_id; /* set when it begins */
} SalonPeopleListDraft;

SalonPeopleListDraft *salon_people_list_draft_new (const char *name, const char *made_from, GArray *client_ids);
void salon_people_list_draft_free (SalonPeopleListDraft *self);
SalonJobRun *salon_people_list_run_new (SalonPeopleListDraft *draft);

extern const SalonJobKind salon_job_people_list; /* SalonPeopleListDraft; SalonJobResult.made is the segment */

/**
 * SalonPeopleListInfo:
 * @made_from: (nullable): in words
 * @created_at: UTC microseconds
 * @n_people: on it
 */
typedef struct {
  gint64 id;
  char *name;
  char *made_from;
  gint64 created_at;
  gint64 n_people;
  gboolean archived;
} SalonPeopleListInfo;

void salon_people_list_info_free (SalonPeopleListInfo *self);
GPtrArray *salon_people_lists_load (SalonTx *tx, gconstpointer nothing, GError **error);

extern const SalonQuery salon_query_people_lists; /* → GPtrArray of SalonPeopleListInfo, the latest first */

G_END_DECLS
