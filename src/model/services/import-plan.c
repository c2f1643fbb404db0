/* What an import would do, without doing it; the list of imports. */
#include "config.h"

#include "base/error.h"
#include "model/entities/user.h"
#include "model/rules/permission.h"
#include "model/services/import-base.h"
#include "model/store/import-store.h"
#include "model/store/repo.h"

static gboolean
try_rows (SalonImportBase *base, SalonRowSource *source, SalonImportReport *report, GError **error)
{
  SalonImportRequest *request = (SalonImportRequest *) base->request;
  gboolean end = FALSE;

  for (guint n = 0; !end; n++) {
    g_autoptr (GArray) cells = salon_cells_new ();
    gint64 line = 0;

    if (g_cancellable_set_error_if_cancelled (request->cancellable, error)
        || !salon_row_source_next (source, cells, &line, &end, error))
      return FALSE;
    if (!end && n >= request->layout->n_above && !salon_import_one_row (base, cells, line, report, error))
      return FALSE;
    if (n % 64 == 0)
      g_atomic_int_set (&request->progress, (int) (salon_row_source_get_share (source) * 1000));
  }
  g_atomic_int_set (&request->progress, 1000);
  return TRUE;
}

/**
 * salon_import_plan:
 * @request: with its columns; @progress is kept up to date, @cancellable ends it
 *
 * Reads the whole list and tells what would become of each row if it were imported now.
 *
 * Returns: (transfer full): the report
 */
SalonImportReport *
salon_import_plan (SalonTx *tx, const SalonImportRequest *request, GError **error)
{
  g_autoptr (SalonImportReport) report = salon_import_report_new ();
  g_autoptr (SalonRowSource) source = NULL;
  g_autoptr (SalonImportBase) base = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_IMPORT, error)
      || !salon_import_opening_is_allowed (tx, request->layout, error) || !salon_import_layout_check (request->layout, error))
    return NULL;
  source = request->open (request->open_data, error);
  base = source != NULL ? salon_import_base_new (tx, request, TRUE, error) : NULL;
  return base != NULL && try_rows (base, source, report, error) ? g_steal_pointer (&report) : NULL;
}

SALON_DEFINE_QUERY (salon_query_import_plan, "import.plan", salon_import_plan, SalonImportRequest, salon_import_request_free,
                    salon_import_report_free)

/* ---- the list */

/**
 * salon_import_info_free: frees one
 */
void
salon_import_info_free (SalonImportInfo *self)
{
  g_free (self->file_name);
  g_free (self->user_name);
  g_free (self);
}

static SalonImportInfo *
info_of (SalonTx *tx, SalonImportBatch *batch, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);
  g_autoptr (GError) failure = NULL;
  g_autoptr (SalonUser) user = salon_repo_find_one (tx, salon_user_get_type (), "id", batch->user_id, &failure);
  SalonImportInfo *info = NULL;

  if (failure != NULL) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  info = g_new0 (SalonImportInfo, 1);
  info->batch = batch->id;
  info->operation = batch->operation;
  info->file_name = g_steal_pointer (&batch->file_name);
  info->subject = batch->subject;
  info->strategy = batch->strategy;
  info->user_name = user != NULL ? g_strdup (user->name) : NULL;
  info->begun_at = batch->begun_at;
  info->ended_at = batch->ended_at;
  for (guint i = 0; i < SALON_IMPORT_N_OUTCOMES; i++)
    info->counts[i] = batch->counts[i];
  info->rolled_back_at = batch->rolled_back_at;
  info->n_kept = batch->n_kept;
  info->may_undo = batch->rolled_back_at == 0
                   && salon_permissions_have (salon_actor_permissions (actor),
                                              batch->user_id == actor->user_id ? SALON_PERMISSION_CLIENTS_IMPORT
                                                                               : SALON_PERMISSION_CLIENTS_IMPORT_UNDO);
  return info;
}

/**
 * salon_import_list:
 *
 * Returns: (transfer full) (element-type SalonImportInfo): all imports, the newest first
 */
GPtrArray *
salon_import_list (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_import_info_free);
  g_autoptr (GPtrArray) batches = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_IMPORT, error))
    return NULL;
  batches = salon_import_store_batches (tx, error);
  if (batches == NULL)
    return NULL;
  for (guint i = 0; i < batches->len; i++) {
    SalonImportInfo *info = info_of (tx, batches->pdata[i], error);

    if (info == NULL)
      return NULL;
    g_ptr_array_add (list, info);
  }
  return g_steal_pointer (&list);
}

SALON_DEFINE_QUERY (salon_query_import_list, "import.list", salon_import_list, void, NULL, g_ptr_array_unref)
