/* Undo by the journal: each row that the operation changed must still be as it left it.
 *
 * The undo is an operation of its own and can be undone, too.  Pictures stay: their bytes are not in
 * the journal, and a picture without an owner shows nowhere.  Numbers of plastic cards stay, and so does what their log says.  Season tickets and certificates stay, too.  Entries of the ledger stay, too, and are reversed.
 *
 * What one transaction did is undone as a whole or not at all.  What a job did to many is undone chunk by chunk, and
 * what was changed again since stays as it is and is counted. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/entities/card-print.h"
#include "model/entities/registry.h"
#include "model/rules/permission.h"
#include "model/services/card-make.h"
#include "model/services/catalogue.h"
#include "model/services/fiscal.h"
#include "model/services/import.h"
#include "model/services/ledger.h"
#include "model/services/sale-post.h"
#include "model/services/sale.h"
#include "model/services/slips.h"
#include "model/services/undo.h"
#include "model/store/cash-store.h"
#include "model/store/job-store.h"
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

/* What was counted was counted, and the number of a report was given. */
static const char opened_text[] = N_("The opening of a cash drawer cannot be undone. Close the drawer and open it again.");
static const char closed_text[] = N_("The closing of a cash drawer cannot be undone: its report has its number. "
                                     "Put a mistake right by cash in or out in the next shift.");

static const char at_printer_text[] = N_("What went to the printer cannot be undone. Say how the print ended, take the card back or block it.");
static const char printed_text[] = N_("A receipt that was printed is in somebody's hands: that cannot be undone.");
static const char registered_text[] = N_("What the cash register printed stands on paper: its number cannot be undone.");

/* What was sold stays as it is named in the ledger, which says that nothing is left of it. */
static gboolean
stays (const SalonJournalRow *row)
{
  static const char *const names[] = { "bonus-lot", "card-picture", "certificate", "photo", "ticket", "ticket-service", NULL };

  return g_strv_contains (names, row->entity) && (row->before == NULL || g_str_equal (row->entity, "photo"));
}

/* A receipt names what was sold for ever. */
static gboolean
check_unsold (SalonTx *tx, GType type, const SalonJournalRow *row, GError **error)
{
  gboolean sold = FALSE;

  if (row->before != NULL)
    return TRUE;
  if (!salon_catalogue_was_sold (tx, type, row->entity_id, &sold, error))
    return FALSE;
  if (sold)
    salon_set_error (error, SALON_ERROR_CONFLICT,
                     _("It stands on receipts since, so adding it cannot be undone. Put it into the archive instead."));
  return !sold;
}

/* That a print began or ended; that its client is another since a merge can be undone. */
static gboolean
tells_of_printing (const SalonJournalRow *row)
{
  g_autoptr (SalonCardPrint) before = salon_card_print_new ();
  g_autoptr (SalonCardPrint) after = salon_card_print_new ();

  if (!g_str_equal (row->entity, "card-print"))
    return FALSE;
  return row->before == NULL || row->after == NULL || !salon_entity_from_json ((SalonEntity *) before, row->before, NULL)
         || !salon_entity_from_json ((SalonEntity *) after, row->after, NULL) || before->state != after->state;
}

static gboolean
restore_row (SalonTx *tx, const SalonJournalRow *row, GError **error)
{
  GType type = G_TYPE_INVALID;

  if (row->before == NULL && row->after == NULL) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("The person's data was erased, so this change cannot be undone."));
    return FALSE;
  }
  if (stays (row))
    return TRUE;
  if (g_str_equal (row->entity, "setting"))
    return restore_setting (tx, row, error);
  if (g_str_equal (row->entity, SALON_CASH_SHIFT)) {
    salon_set_error (error, SALON_ERROR_CONFLICT, "%s", row->before == NULL ? _(opened_text) : _(closed_text));
    return FALSE;
  }
  if (g_str_equal (row->entity, SALON_SLIP_ROW)) {
    salon_set_error (error, SALON_ERROR_CONFLICT, "%s", _(printed_text));
    return FALSE;
  }
  if (g_str_equal (row->entity, SALON_FISCAL_ROW)) {
    salon_set_error (error, SALON_ERROR_CONFLICT, "%s", _(registered_text));
    return FALSE;
  }
  if (tells_of_printing (row)) {
    salon_set_error (error, SALON_ERROR_CONFLICT, "%s", _(at_printer_text));
    return FALSE;
  }
  if (g_str_equal (row->entity, SALON_CARD_EVENT_ROW))
    return salon_card_event_undo (tx, row->entity_id, error);
  if (g_str_equal (row->entity, SALON_CARD_BLANK_ROW))
    return salon_card_blanks_undo (tx, row->entity_id, error);
  if (g_str_equal (row->entity, "plastic-card") && row->before == NULL)
    return salon_card_unmake (tx, row->entity_id, error);
  if (g_str_equal (row->entity, SALON_LEDGER_ENTRY))
    return salon_ledger_reverse (tx, row->entity_id, error);
  if (g_str_equal (row->entity, SALON_SALE_ROW))
    return salon_sale_undo (tx, row->entity_id, error);
  type = salon_entity_type_by_name (row->entity);
  if (type == G_TYPE_INVALID) {
    salon_set_error (error, SALON_ERROR_INTERNAL, "The log names “%s”, which is unknown.", row->entity);
    return FALSE;
  }
  return check_unsold (tx, type, row, error) && salon_repo_restore (tx, type, row->entity_id, row->after, row->before, error);
}

static SalonPermission
permission_for (SalonTx *tx, const SalonOperationRow *operation)
{
  gboolean own = operation->user_id == salon_tx_actor (tx)->user_id;

  return own ? SALON_PERMISSION_UNDO : SALON_PERMISSION_UNDO_OTHERS;
}

static gboolean
check_standing (SalonTx *tx, gint64 id, GError **error)
{
  g_autoptr (SalonOperationRow) operation = salon_journal_operation (tx, id, error);

  if (operation == NULL || !salon_permission_check (salon_tx_actor (tx), permission_for (tx, operation), error))
    return FALSE;
  if (operation->undone_by != 0 && operation->undone_by != salon_tx_operation (tx)) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("This was undone already."));
    return FALSE;
  }
  return TRUE;
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
  g_autoptr (GPtrArray) rows = NULL;

  if (!check_standing (tx, request->id, error))
    return FALSE;
  rows = salon_journal_of_operation (tx, request->id, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (!restore_row (tx, rows->pdata[i], error))
      return FALSE;
  *id = request->id;
  return TRUE;
}

static gint64
undone_by_request (gconstpointer request)
{
  return ((const SalonIdRequest *) request)->id;
}

static gboolean
run_undo (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  return salon_undo (tx, request, id, error);
}

const SalonCommand salon_command_undo = { "undo", SALON_N ("Undone"), run_undo, g_free, FALSE, undone_by_request };

/* ---- what a job did */

/* A job that is undone while it runs comes to its end. */
static gboolean
end_job (SalonTx *tx, SalonJobRow *row, GError **error)
{
  if (row->state != SALON_JOB_RUNNING)
    return TRUE;
  row->state = SALON_JOB_STOPPED;
  return salon_job_store_update (tx, row, error);
}

/* Imports are taken back client by client, so that nobody is left with half a card. */
static gboolean
begin_import (SalonTx *tx, gint64 operation, SalonJob *job, GError **error)
{
  if (!salon_import_undo_begin (tx, operation, &job->ids, error))
    return FALSE;
  if (job->ids == NULL)
    return TRUE;
  job->cursor = 0;
  job->total = job->ids->len;
  job->is_last = job->total == 0;
  return !job->is_last || salon_import_undo_end (tx, operation, 0, error);
}

static gboolean
step_import (SalonTx *tx, gint64 operation, SalonJob *job, guint budget, GError **error)
{
  gint64 n_kept = 0;

  if (!salon_import_undo_step (tx, operation, job->ids, (guint) job->cursor, budget, NULL, &n_kept, error))
    return FALSE;
  job->cursor = MIN (job->cursor + budget, job->total);
  job->done = job->cursor;
  job->skipped += n_kept;
  job->is_last = job->done == job->total;
  return !job->is_last || salon_import_undo_end (tx, operation, job->skipped, error);
}

static gboolean
begin_undo (SalonTx *tx, gconstpointer data, SalonJob *job, GError **error)
{
  const SalonIdRequest *request = data;
  g_autoptr (SalonJobRow) undone = NULL;
  gint64 id = 0;

  job->cursor = G_MAXINT64;
  if (!check_standing (tx, request->id, error) || !salon_job_store_get (tx, request->id, &undone, error)
      || !salon_journal_count (tx, request->id, &job->total, error))
    return FALSE;
  if (undone != NULL)
    return end_job (tx, undone, error) && begin_import (tx, request->id, job, error);
  job->is_last = TRUE;
  job->done = job->total;
  return salon_undo (tx, request, &id, error);
}

static gboolean
restore_or_skip (SalonTx *tx, const SalonJournalRow *row, SalonJob *job, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (!salon_tx_savepoint (tx, error))
    return FALSE;
  job->done++;
  if (restore_row (tx, row, &failure))
    return salon_tx_release (tx, error);
  if (!g_error_matches (failure, SALON_ERROR, SALON_ERROR_CONFLICT)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return FALSE;
  }
  job->skipped++;
  return salon_tx_rollback_to (tx, error);
}

static gboolean
step_undo (SalonTx *tx, gconstpointer data, SalonJob *job, guint budget, GError **error)
{
  const SalonIdRequest *request = data;
  g_autoptr (GPtrArray) rows = NULL;

  if (job->ids != NULL && job->ids->len > 0)
    return step_import (tx, request->id, job, budget, error);
  rows = salon_journal_page_of_operation (tx, request->id, job->cursor, budget, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SalonJournalRow *row = rows->pdata[i];

    if (!restore_or_skip (tx, row, job, error))
      return FALSE;
    job->cursor = row->id;
  }
  job->is_last = rows->len < budget;
  return TRUE;
}

static gint64
undone_by_run (gconstpointer run)
{
  return undone_by_request (salon_job_run_request (run));
}

static char *
save_undo (gconstpointer request)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT, undone_by_request (request));
}

static gpointer
revive_undo (const char *text, GError **error)
{
  return salon_id_request_new (g_ascii_strtoll (text, NULL, 10));
}

const SalonJobKind salon_job_undo = {
  .command = SALON_JOB_COMMAND ("undo", SALON_N ("Undone"), undone_by_run),
  .begin = begin_undo,
  .step = step_undo,
  .free_request = g_free,
  .save = save_undo,
  .revive = revive_undo,
};
