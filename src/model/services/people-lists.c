/* A segment of people who were picked by hand, as it were: a list of them, and a segment that asks for the list.
 *
 * Both are made by the first chunk of a job, the members by all of its chunks; one Undo takes everything back. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/ids.h"
#include "base/text.h"
#include "model/entities/people-list-member.h"
#include "model/entities/people-list.h"
#include "model/rules/permission.h"
#include "model/services/merge.h"
#include "model/services/people-lists.h"
#include "model/services/segments.h"
#include "model/store/people-list-store.h"
#include "model/store/repo.h"

#define NAME_CHARS      200
#define MADE_FROM_CHARS 1000
#define AT_ONCE         200 /* so many are no job, but a change like any other */

/**
 * salon_people_list_draft_new:
 * @name: of the segment
 * @made_from: (nullable): the report and its period, in words
 * @client_ids: (transfer none) (element-type gint64): any order, may repeat
 *
 * Returns: (transfer full): a request
 */
SalonPeopleListDraft *
salon_people_list_draft_new (const char *name, const char *made_from, GArray *client_ids)
{
  SalonPeopleListDraft *self = g_new0 (SalonPeopleListDraft, 1);

  self->name = g_strdup (name);
  self->made_from = g_strdup (made_from);
  self->client_ids = g_array_ref (client_ids);
  return self;
}

/**
 * salon_people_list_draft_free: frees a request
 */
void
salon_people_list_draft_free (SalonPeopleListDraft *self)
{
  g_free (self->name);
  g_free (self->made_from);
  g_array_unref (self->client_ids);
  g_free (self);
}

/**
 * salon_people_list_run_new:
 * @draft: (transfer full): whom, and how it is called
 *
 * Returns: (transfer full): a job to be started by salon_job_start(); SalonJobResult.made is the segment
 */
SalonJobRun *
salon_people_list_run_new (SalonPeopleListDraft *draft)
{
  return salon_job_run_new (&salon_job_people_list, draft);
}

/* ---- making one */

static GArray *
each_once (const GArray *ids)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *once = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (sorted, ids->data, ids->len);
  g_array_sort (sorted, salon_ids_compare);
  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || g_array_index (sorted, gint64, i) != g_array_index (sorted, gint64, i - 1))
      g_array_append_val (once, g_array_index (sorted, gint64, i));
  return once;
}

static gboolean
make_list (SalonTx *tx, SalonPeopleListDraft *draft, GError **error)
{
  g_autoptr (SalonPeopleList) list = salon_people_list_new ();
  char *name = salon_text_clean_or_null (draft->name, NAME_CHARS);

  list->name = name != NULL ? name : g_strdup ("–"); /* the segment, which comes next, refuses it */
  list->made_from = salon_text_clean_or_null (draft->made_from != NULL ? draft->made_from : "", MADE_FROM_CHARS);
  list->created_at = salon_clock_now_us (salon_tx_clock (tx));
  list->created_by_id = salon_tx_actor (tx)->user_id;
  if (!salon_repo_insert (tx, list, error))
    return FALSE;
  draft->list_id = salon_entity_get_id (list);
  return TRUE;
}

static gboolean
make_segment (SalonTx *tx, const SalonPeopleListDraft *draft, gint64 *segment_id, GError **error)
{
  g_autoptr (SalonFilter) filter = salon_filter_new_one ("list", draft->list_id);
  SalonSegmentDraft segment = { 0, draft->name, filter };

  return salon_segment_save (tx, &segment, segment_id, error);
}

static gboolean step (SalonTx *tx, gconstpointer data, SalonJob *job, guint budget, GError **error);

static gboolean
begin (SalonTx *tx, gconstpointer data, SalonJob *job, GError **error)
{
  SalonPeopleListDraft *draft = (SalonPeopleListDraft *) data;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_EDIT, error))
    return FALSE;
  if (draft->client_ids->len == 0) {
    salon_set_field_error (error, "clients", _("There is nobody of whom a segment could be made."));
    return FALSE;
  }
  if (!make_list (tx, draft, error) || !make_segment (tx, draft, &job->made, error))
    return FALSE;
  job->ids = each_once (draft->client_ids);
  job->total = job->ids->len;
  return job->total > AT_ONCE || step (tx, data, job, AT_ONCE, error);
}

/* The card that stands for her today; 0 if she is gone. */
static gboolean
card_of (SalonTx *tx, gint64 client_id, gint64 *id, GError **error)
{
  GError *failure = NULL;

  if (salon_client_survivor (tx, client_id, id, &failure))
    return TRUE;
  *id = 0;
  if (!g_error_matches (failure, SALON_ERROR, SALON_ERROR_NOT_FOUND)) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  g_error_free (failure);
  return TRUE;
}

static gboolean
add_one (SalonTx *tx, gint64 client_id, gint64 list_id, gboolean *added, GError **error)
{
  g_autoptr (SalonPeopleListMember) member = salon_people_list_member_new ();
  gboolean has = FALSE;

  *added = FALSE;
  if (!card_of (tx, client_id, &client_id, error) || !salon_people_list_store_has (tx, list_id, client_id, &has, error))
    return FALSE;
  if (client_id == 0 || has)
    return TRUE;
  *added = TRUE;
  member->people_list_id = list_id;
  member->client_id = client_id;
  return salon_repo_insert (tx, member, error);
}

static gboolean
step (SalonTx *tx, gconstpointer data, SalonJob *job, guint budget, GError **error)
{
  return salon_job_each (tx, job, budget, add_one, ((const SalonPeopleListDraft *) data)->list_id, error);
}

/* The ids of the clients are kept beside it. */
static char *
save (gconstpointer data)
{
  const SalonPeopleListDraft *draft = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT, draft->list_id);
}

static gpointer
revive (const char *text, GError **error)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonPeopleListDraft *draft = salon_people_list_draft_new (NULL, NULL, none);

  draft->list_id = g_ascii_strtoll (text, NULL, 10);
  return draft;
}

const SalonJobKind salon_job_people_list = {
  .command = SALON_JOB_COMMAND ("people.list", SALON_N ("Segment made of people"), NULL),
  .begin = begin,
  .step = step,
  .free_request = (GDestroyNotify) salon_people_list_draft_free,
  .save = save,
  .revive = revive,
};

/* ---- asking */

/**
 * salon_people_list_info_free: frees one
 */
void
salon_people_list_info_free (SalonPeopleListInfo *self)
{
  g_free (self->name);
  g_free (self->made_from);
  g_free (self);
}

static SalonPeopleListInfo *
info_new (const SalonPeopleList *list)
{
  SalonPeopleListInfo *info = g_new0 (SalonPeopleListInfo, 1);

  info->id = salon_entity_get_id (list);
  info->name = g_strdup (list->name);
  info->made_from = g_strdup (list->made_from);
  info->created_at = list->created_at;
  info->archived = list->archived != 0;
  return info;
}

/**
 * salon_people_lists_load:
 *
 * Returns: (transfer full) (element-type SalonPeopleListInfo): all lists, the latest first, those in the archive as well
 */
GPtrArray *
salon_people_lists_load (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GPtrArray) infos = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_people_list_info_free);
  g_autoptr (GPtrArray) lists = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  lists = salon_repo_all (tx, salon_people_list_get_type (), error);
  if (lists == NULL)
    return NULL;
  for (guint i = lists->len; i > 0; i--) {
    SalonPeopleListInfo *info = info_new (lists->pdata[i - 1]);

    g_ptr_array_add (infos, info);
    if (!salon_people_list_store_count (tx, info->id, &info->n_people, error))
      return NULL;
  }
  return g_steal_pointer (&infos);
}

static gpointer
run_people_lists (SalonTx *tx, gconstpointer request, GError **error)
{
  return salon_people_lists_load (tx, request, error);
}

const SalonQuery salon_query_people_lists = { "people.lists", run_people_lists, NULL, (GDestroyNotify) g_ptr_array_unref };
