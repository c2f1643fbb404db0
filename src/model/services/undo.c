/* Undo by the journal: each row that the operation changed must still be as it left it.
 *
 * The undo is an operation of its own and can be undone, too.  Pictures stay: their bytes are not in
 * the journal, and a picture without an owner shows nowhere. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/entities/registry.h"
#include "model/rules/permission.h"
#include "model/services/undo.h"
#include "model/store/journal.h"
#include "model/store/repo.h"
#include "model/store/settings-store.h"

/* "key=value" back to what it was; a setting that was not there goes again. */
static gboolean
restore_setting (SalonTx *tx, const SalonJournalRow *row, GError **error)
{
  const char *known = row->after != NULL ? row->after : row->before;
  g_autofree char *key = g_strndup (known, strcspn (known, "="));
  const char *before = row->before != NULL ? strchr (row->before, '=') + 1 : NULL;
  const char *after = row->after != NULL ? strchr (row->after, '=') + 1 : NULL;
  g_autofree char *now = salon_settings_store_get (tx, key, NULL);

  if (g_strcmp0 (now, after) != 0) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("It was changed again since, so this change cannot be undone."));
    return FALSE;
  }
  return salon_settings_store_put (tx, key, before, error);
}

static gboolean
restore_row (SalonTx *tx, const SalonJournalRow *row, GError **error)
{
  GType type = G_TYPE_INVALID;

  if (row->before == NULL && row->after == NULL) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("The person's data was erased, so this change cannot be undone."));
    return FALSE;
  }
  if (g_str_equal (row->entity, "photo"))
    return TRUE;
  if (g_str_equal (row->entity, "setting"))
    return restore_setting (tx, row, error);
  type = salon_entity_type_by_name (row->entity);
  if (type == G_TYPE_INVALID) {
    salon_set_error (error, SALON_ERROR_INTERNAL, "The log names “%s”, which is unknown.", row->entity);
    return FALSE;
  }
  return salon_repo_restore (tx, type, row->entity_id, row->after, row->before, error);
}

static SalonPermission
permission_for (SalonTx *tx, const SalonOperationRow *operation)
{
  gboolean own = operation->user_id == salon_tx_actor (tx)->user_id;

  return own ? SALON_PERMISSION_UNDO : SALON_PERMISSION_UNDO_OTHERS;
}

/**
 * salon_undo:
 * @id: (out): the operation that was undone
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT when something was changed again since
 */
gboolean
salon_undo (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonOperationRow) operation = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  operation = salon_journal_operation (tx, request->id, error);
  if (operation == NULL || !salon_permission_check (salon_tx_actor (tx), permission_for (tx, operation), error))
    return FALSE;
  rows = salon_journal_of_operation (tx, request->id, error);
  if (rows == NULL)
    return FALSE;
  if (operation->undone_by != 0 && operation->undone_by != salon_tx_operation (tx)) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("This was undone already."));
    return FALSE;
  }
  for (guint i = 0; i < rows->len; i++)
    if (!restore_row (tx, rows->pdata[i], error))
      return FALSE;
  *id = request->id;
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_undo, "undo", SALON_N ("Undone"), salon_undo, SalonIdRequest, g_free)
