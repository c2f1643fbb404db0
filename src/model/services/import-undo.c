/* Rolling an import back: client by client and visit by visit, each wholly or not at all.
 *
 * Who was changed since, or has come, called or been written to since, stays as she is and is named with the reason. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/client.h"
#include "model/entities/registry.h"
#include "model/entities/visit.h"
#include "model/rules/client-name.h"
#include "model/rules/permission.h"
#include "model/services/import.h"
#include "model/store/import-store.h"
#include "model/store/journal.h"
#include "model/store/repo.h"

/* In this order: a visit goes before its client, and what only they used after both. */
static const char *const kinds[] = { "visit", "client", "service", "employee", "tag", "category", "source" };

#define KIND_VISIT  0
#define KIND_CLIENT 1

struct _SalonImportUndo {
  gint64 batch_id;
  SalonImportBatch *batch;
  GArray *ids[G_N_ELEMENTS (kinds)];
  guint kind;
  guint next;
  GPtrArray *kept; /* SalonImportKept */
};

static void
kept_free (gpointer data)
{
  SalonImportKept *kept = data;

  g_free (kept->name);
  g_free (kept->reason);
  g_free (kept);
}

/**
 * salon_import_undo_new:
 *
 * Returns: (transfer full): a roll back that has not begun
 */
SalonImportUndo *
salon_import_undo_new (gint64 batch)
{
  SalonImportUndo *self = g_new0 (SalonImportUndo, 1);

  self->batch_id = batch;
  self->kept = g_ptr_array_new_with_free_func (kept_free);
  return self;
}

/**
 * salon_import_undo_free: frees a roll back
 */
void
salon_import_undo_free (SalonImportUndo *self)
{
  g_clear_pointer (&self->batch, salon_import_batch_free);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_clear_pointer (&self->ids[i], g_array_unref);
  g_ptr_array_unref (self->kept);
  g_free (self);
}

/**
 * salon_import_undo_operation:
 *
 * Returns: the operation of the import, once begun
 */
gint64
salon_import_undo_operation (const SalonImportUndo *self)
{
  return self->batch != NULL ? self->batch->operation : 0;
}

/**
 * salon_import_undo_kept:
 *
 * Returns: (transfer none) (element-type SalonImportKept): what was left as it is
 */
const GPtrArray *
salon_import_undo_kept (const SalonImportUndo *self)
{
  return self->kept;
}

static gboolean
may_undo (SalonTx *tx, const SalonImportBatch *batch, GError **error)
{
  gboolean own = batch->user_id == salon_tx_actor (tx)->user_id;

  if (!salon_permission_check (salon_tx_actor (tx), own ? SALON_PERMISSION_CLIENTS_IMPORT : SALON_PERMISSION_CLIENTS_IMPORT_UNDO, error))
    return FALSE;
  if (batch->rolled_back_at == 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("This import was rolled back already."));
  return FALSE;
}

/**
 * salon_import_undo_begin:
 * @total: (out): how many things it will look at
 *
 * Checks the permission and lists what the import touched.
 */
gboolean
salon_import_undo_begin (SalonTx *tx, SalonImportUndo *undo, gint64 *total, GError **error)
{
  *total = 0;
  undo->batch = salon_import_store_batch (tx, undo->batch_id, error);
  if (undo->batch == NULL || !may_undo (tx, undo->batch, error))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++) {
    undo->ids[i] = salon_import_store_touched (tx, undo->batch->operation, kinds[i], error);
    if (undo->ids[i] == NULL)
      return FALSE;
    *total += undo->ids[i]->len;
  }
  return TRUE;
}

/* ---- one thing */

static gboolean
restore (SalonTx *tx, const SalonJournalRow *row, GError **error)
{
  GType type = salon_entity_type_by_name (row->entity);

  if (row->before == NULL && row->after == NULL) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("The person's data was erased, so this change cannot be undone."));
    return FALSE;
  }
  if (type != G_TYPE_INVALID)
    return salon_repo_restore (tx, type, row->entity_id, row->after, row->before, error);
  salon_set_error (error, SALON_ERROR_INTERNAL, "The log names “%s”, which is unknown.", row->entity);
  return FALSE;
}

/* What belongs to a client also names her visits, which were seen to before; what belongs to a tag, its clients. */
static gboolean
is_of_kind (const SalonImportUndo *self, const SalonJournalRow *row)
{
  if (self->kind == KIND_CLIENT)
    return !g_str_equal (row->entity, "visit") && !g_str_equal (row->entity, "visit-line");
  return self->kind == KIND_VISIT || g_str_equal (row->entity, kinds[self->kind]);
}

static gboolean
made_her (const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    const SalonJournalRow *row = rows->pdata[i];

    if (g_str_equal (row->entity, "client") && row->before == NULL)
      return TRUE;
  }
  return FALSE;
}

static char *
name_of (SalonTx *tx, const char *kind, gint64 id, gint64 *client_id)
{
  GType type = salon_entity_type_by_name (kind);
  g_autoptr (SalonEntity) entity = salon_repo_get (tx, type, id, NULL);
  const SalonField *name = salon_entity_info_find (salon_entity_type_info (type), "name");

  *client_id = 0;
  if (entity == NULL)
    return g_strdup ("");
  if (type == salon_visit_get_type ())
    return name_of (tx, "client", ((SalonVisit *) entity)->client_id, client_id);
  if (type == salon_client_get_type ()) {
    const SalonClient *client = (const SalonClient *) entity;

    *client_id = id;
    return salon_client_list_name (client->first_name, client->patronymic, client->surname, NULL);
  }
  return g_strdup (name != NULL ? salon_entity_get_text (entity, name) : "");
}

static void
keep (SalonTx *tx, SalonImportUndo *self, gint64 id, const char *reason)
{
  SalonImportKept *kept = g_new0 (SalonImportKept, 1);

  kept->name = name_of (tx, kinds[self->kind], id, &kept->client_id);
  kept->reason = g_strdup (reason);
  g_ptr_array_add (self->kept, kept);
}

static gboolean
restore_all (SalonTx *tx, const SalonImportUndo *self, const GPtrArray *rows, GError **error)
{
  for (guint i = 0; i < rows->len; i++)
    if (is_of_kind (self, rows->pdata[i]) && !restore (tx, rows->pdata[i], error))
      return FALSE;
  return TRUE;
}

static const char *
reason_of (SalonTx *tx, const SalonImportUndo *self, gint64 id, const GPtrArray *rows)
{
  gint64 n_visits = 0;

  if (self->kind != KIND_CLIENT)
    return self->kind == KIND_VISIT ? _("The visit was changed since.") : _("It is in use.");
  if (made_her (rows) && salon_import_store_n_visits (tx, id, &n_visits, NULL) && n_visits > 0)
    return _("The client has visits since.");
  return _("The client was changed or contacted since.");
}

static gboolean
undo_one (SalonTx *tx, SalonImportUndo *self, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_import_store_changes (tx, self->batch->operation, kinds[self->kind], id, error);
  g_autoptr (GError) failure = NULL;

  if (rows == NULL || !salon_tx_savepoint (tx, error))
    return FALSE;
  if (restore_all (tx, self, rows, &failure))
    return salon_tx_release (tx, error);
  if (!salon_tx_rollback_to (tx, error))
    return FALSE;
  if (!g_error_matches (failure, SALON_ERROR, SALON_ERROR_CONFLICT) && !g_error_matches (failure, SALON_ERROR, SALON_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  keep (tx, self, id, reason_of (tx, self, id, rows));
  return TRUE;
}

/* ---- many */

static gboolean
note_end (SalonTx *tx, SalonImportUndo *self, GError **error)
{
  self->batch->rolled_back_at = salon_clock_now_us (salon_tx_clock (tx));
  self->batch->n_kept = self->kept->len;
  return salon_import_store_rolled_back (tx, self->batch, error);
}

/**
 * salon_import_undo_chunk:
 * @n: how many clients, visits and the like are seen to at most
 * @is_last: (out): whether that was the end
 *
 * One chunk, in the operation of the roll back.
 */
gboolean
salon_import_undo_chunk (SalonTx *tx, SalonImportUndo *undo, guint n, gboolean *is_last, GError **error)
{
  *is_last = FALSE;
  while (undo->kind < G_N_ELEMENTS (kinds)) {
    const GArray *ids = undo->ids[undo->kind];

    for (; undo->next < ids->len && n > 0; undo->next++, n--)
      if (!undo_one (tx, undo, g_array_index (ids, gint64, undo->next), error))
        return FALSE;
    if (undo->next < ids->len)
      return TRUE;
    undo->next = 0;
    undo->kind++;
  }
  *is_last = TRUE;
  return note_end (tx, undo, error);
}
