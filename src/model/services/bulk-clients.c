/* Tags, categories, the archive and merges for many clients at once.  Who has it already is left alone. */
#include "config.h"

#include "model/entities/client-category.h"
#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/rules/permission.h"
#include "model/services/bulk-clients.h"
#include "model/services/catalogue.h"
#include "model/services/clients.h"
#include "model/services/merge.h"
#include "model/store/repo.h"

/**
 * salon_bulk_request_new:
 * @client_ids: (transfer none) (element-type gint64): whom it is about
 * @thing_id: the tag or category; 0 with @made, and for the archive
 * @made: (transfer full) (nullable): a new tag or category
 *
 * Returns: (transfer full): a request
 */
SalonBulkRequest *
salon_bulk_request_new (GArray *client_ids, gint64 thing_id, SalonEntity *made)
{
  SalonBulkRequest *self = g_new0 (SalonBulkRequest, 1);

  self->client_ids = g_array_ref (client_ids);
  self->thing_id = thing_id;
  self->made = made;
  return self;
}

/**
 * salon_bulk_request_free: frees a request
 */
void
salon_bulk_request_free (SalonBulkRequest *self)
{
  g_array_unref (self->client_ids);
  g_clear_object (&self->made);
  g_free (self);
}

/* ---- beginning */

/* Made with the first chunk, under the same operation. */
static gboolean
make_thing (SalonTx *tx, SalonBulkRequest *request, GError **error)
{
  SalonEntityDraft draft = { NULL, request->made };

  return request->made == NULL || salon_catalogue_save (tx, &draft, &request->thing_id, error);
}

static gboolean
begin_with (SalonTx *tx, gconstpointer data, SalonJob *job, SalonPermission permission, GError **error)
{
  SalonBulkRequest *request = (SalonBulkRequest *) data;

  if (!salon_permission_check (salon_tx_actor (tx), permission, error) || !make_thing (tx, request, error))
    return FALSE;
  job->ids = g_array_ref (request->client_ids);
  job->total = job->ids->len;
  return TRUE;
}

static gboolean
begin_edit (SalonTx *tx, gconstpointer request, SalonJob *job, GError **error)
{
  return begin_with (tx, request, job, SALON_PERMISSION_CLIENTS_EDIT, error);
}

static gboolean
begin_archive (SalonTx *tx, gconstpointer request, SalonJob *job, GError **error)
{
  return begin_with (tx, request, job, SALON_PERMISSION_CLIENTS_ARCHIVE, error);
}

/* The same as for each single merge. */
static gboolean
begin_merge (SalonTx *tx, gconstpointer request, SalonJob *job, GError **error)
{
  return salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_EDIT, error)
         && salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_CONTACTS, error)
         && begin_with (tx, request, job, SALON_PERMISSION_CLIENTS_ARCHIVE, error);
}

/* ---- one client */

/* Who is as wanted, or gone, is not changed. */

static gboolean
is_there (SalonTx *tx, gint64 client_id, gboolean *archived, gboolean *there, GError **error)
{
  GError *failure = NULL;
  g_autoptr (SalonClient) client = salon_repo_find_one (tx, salon_client_get_type (), "id", client_id, &failure);

  *there = client != NULL;
  *archived = client != NULL && client->archived_at != 0;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/* The row that gives her the thing; %NULL if she has it not.  @column is where the thing stands in the row. */
static gboolean
find_given (SalonTx *tx, GType type, const char *column, gint64 client_id, gint64 thing_id, SalonEntity **row, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_repo_find (tx, type, "client_id", client_id, error);
  const SalonField *field = salon_entity_info_find (salon_entity_type_info (type), column);

  *row = NULL;
  for (guint i = 0; rows != NULL && i < rows->len && *row == NULL; i++)
    if (salon_entity_get_int (rows->pdata[i], field) == thing_id)
      *row = g_object_ref (rows->pdata[i]);
  return rows != NULL;
}

static gboolean
give (SalonTx *tx, GType type, const char *column, gint64 client_id, gint64 thing_id, gboolean *changed, GError **error)
{
  const SalonEntityInfo *info = salon_entity_type_info (type);
  g_autoptr (SalonEntity) row = NULL;
  gboolean archived = FALSE;
  gboolean there = FALSE;

  if (!is_there (tx, client_id, &archived, &there, error) || !find_given (tx, type, column, client_id, thing_id, &row, error))
    return FALSE;
  if (row != NULL || !there)
    return TRUE;
  *changed = TRUE;
  row = g_object_new (type, NULL);
  salon_entity_put_int (row, salon_entity_info_find (info, "client_id"), client_id);
  salon_entity_put_int (row, salon_entity_info_find (info, column), thing_id);
  return salon_repo_insert (tx, row, error);
}

static gboolean
take (SalonTx *tx, GType type, const char *column, gint64 client_id, gint64 thing_id, gboolean *changed, GError **error)
{
  g_autoptr (SalonEntity) row = NULL;

  if (!find_given (tx, type, column, client_id, thing_id, &row, error))
    return FALSE;
  *changed = row != NULL;
  return row == NULL || salon_repo_delete (tx, row, error);
}

static gboolean
tag_one (SalonTx *tx, gint64 client_id, gint64 tag_id, gboolean *changed, GError **error)
{
  return give (tx, salon_client_tag_get_type (), "tag_id", client_id, tag_id, changed, error);
}

static gboolean
untag_one (SalonTx *tx, gint64 client_id, gint64 tag_id, gboolean *changed, GError **error)
{
  return take (tx, salon_client_tag_get_type (), "tag_id", client_id, tag_id, changed, error);
}

static gboolean
category_one (SalonTx *tx, gint64 client_id, gint64 category_id, gboolean *changed, GError **error)
{
  return give (tx, salon_client_category_get_type (), "category_id", client_id, category_id, changed, error);
}

static gboolean
uncategory_one (SalonTx *tx, gint64 client_id, gint64 category_id, gboolean *changed, GError **error)
{
  return take (tx, salon_client_category_get_type (), "category_id", client_id, category_id, changed, error);
}

static gboolean
archive_one (SalonTx *tx, gint64 client_id, gint64 nothing, gboolean *changed, GError **error)
{
  SalonIdRequest request = { client_id };
  gboolean archived = FALSE;
  gboolean there = FALSE;
  gint64 id = 0;

  if (!is_there (tx, client_id, &archived, &there, error))
    return FALSE;
  *changed = there && !archived;
  return !*changed || salon_client_archive (tx, &request, &id, error);
}

static gboolean
unarchive_one (SalonTx *tx, gint64 client_id, gint64 nothing, gboolean *changed, GError **error)
{
  SalonIdRequest request = { client_id };
  gboolean archived = FALSE;
  gboolean there = FALSE;
  gint64 id = 0;

  if (!is_there (tx, client_id, &archived, &there, error))
    return FALSE;
  *changed = archived;
  return !*changed || salon_client_unarchive (tx, &request, &id, error);
}

/* With the usual choice in each field: what the card that stays has not is filled.  Who was merged before is left alone. */
static gboolean
merge_one (SalonTx *tx, gint64 client_id, gint64 survivor_id, gboolean *changed, GError **error)
{
  SalonMergeRequest request = { survivor_id, client_id, NULL };
  GError *failure = NULL;
  g_autoptr (SalonClient) client = NULL;
  gint64 id = 0;

  if (client_id == survivor_id)
    return TRUE;
  client = salon_repo_find_one (tx, salon_client_get_type (), "id", client_id, &failure);
  if (failure != NULL) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  *changed = client != NULL && client->merged_into_id == 0;
  return !*changed || salon_client_merge (tx, &request, &id, error);
}

/* ---- chunks */

/* The ids of the clients are kept beside it. */
static char *
save (gconstpointer data)
{
  const SalonBulkRequest *request = data;

  return g_strdup_printf ("%" G_GINT64_FORMAT, request->thing_id);
}

static gpointer
revive (const char *text, GError **error)
{
  g_autoptr (GArray) none = g_array_new (FALSE, FALSE, sizeof (gint64));

  return salon_bulk_request_new (none, g_ascii_strtoll (text, NULL, 10), NULL);
}

#define DEFINE_BULK(symbol, op_name, op_label, begin_func, one)                                   \
  static gboolean symbol##_step (SalonTx *tx, gconstpointer request, SalonJob *job, guint budget, GError **error) \
  {                                                                                               \
    return salon_job_each (tx, job, budget, one, ((const SalonBulkRequest *) request)->thing_id, error); \
  }                                                                                               \
  const SalonJobKind symbol = {                                                                   \
    .command = SALON_JOB_COMMAND (op_name, op_label, NULL),                                       \
    .begin = begin_func,                                                                          \
    .step = symbol##_step,                                                                        \
    .free_request = (GDestroyNotify) salon_bulk_request_free,                                     \
    .save = save,                                                                                 \
    .revive = revive,                                                                             \
  };

DEFINE_BULK (salon_job_clients_tag, "clients.tag", SALON_N ("Tag given to clients"), begin_edit, tag_one)
DEFINE_BULK (salon_job_clients_untag, "clients.untag", SALON_N ("Tag taken from clients"), begin_edit, untag_one)
DEFINE_BULK (salon_job_clients_category, "clients.category", SALON_N ("Category given to clients"), begin_edit, category_one)
DEFINE_BULK (salon_job_clients_uncategory, "clients.uncategory", SALON_N ("Category taken from clients"), begin_edit,
             uncategory_one)
DEFINE_BULK (salon_job_clients_archive, "clients.archive", SALON_N ("Clients archived"), begin_archive, archive_one)
DEFINE_BULK (salon_job_clients_unarchive, "clients.unarchive", SALON_N ("Clients taken out of the archive"), begin_archive,
             unarchive_one)
DEFINE_BULK (salon_job_clients_merge, "clients.merge", SALON_N ("Clients merged into one"), begin_merge, merge_one)

/**
 * salon_bulk_kind:
 *
 * Returns: (transfer none): the kind of job that does @action
 */
const SalonJobKind *
salon_bulk_kind (SalonBulkAction action)
{
  static const SalonJobKind *const kinds[SALON_N_BULK_ACTIONS] = {
    [SALON_BULK_TAG] = &salon_job_clients_tag,           [SALON_BULK_UNTAG] = &salon_job_clients_untag,
    [SALON_BULK_CATEGORY] = &salon_job_clients_category, [SALON_BULK_UNCATEGORY] = &salon_job_clients_uncategory,
    [SALON_BULK_ARCHIVE] = &salon_job_clients_archive,   [SALON_BULK_UNARCHIVE] = &salon_job_clients_unarchive,
  };

  g_return_val_if_fail ((guint) action < SALON_N_BULK_ACTIONS, NULL);
  return kinds[action];
}

/**
 * salon_bulk_run_new:
 * @request: (transfer full): whom it is about, and what
 *
 * Returns: (transfer full): a job to be started by salon_job_start()
 */
SalonJobRun *
salon_bulk_run_new (SalonBulkAction action, SalonBulkRequest *request)
{
  return salon_job_run_new (salon_bulk_kind (action), request);
}

/**
 * salon_merge_run_new:
 * @survivor_id: the card that stays
 * @client_ids: (transfer none) (element-type gint64): the cards that become one, with or without it
 *
 * Merges one card after the other into the one that stays: one operation and one undo, but each can be separated again
 * by itself.
 *
 * Returns: (transfer full): a job to be started by salon_job_start()
 */
SalonJobRun *
salon_merge_run_new (gint64 survivor_id, GArray *client_ids)
{
  return salon_job_run_new (&salon_job_clients_merge, salon_bulk_request_new (client_ids, survivor_id, NULL));
}
