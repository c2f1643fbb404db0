/* What a client has on her account in the other program: posted once, as the first entry of an account that was never
 * moved.  Who owes there owes here, whatever her credit limit: the limit is for what comes. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/permission.h"
#include "model/services/import-base.h"
#include "model/services/ledger.h"
#include "model/store/journal.h"
#include "model/store/ticket-store.h"

#define MOST G_GINT64_CONSTANT (100000000000)

/**
 * salon_import_opening_is_allowed:
 *
 * Returns: whether the user may say what stands on accounts; %SALON_ERROR_PERMISSION if a column does and she may not
 */
gboolean
salon_import_opening_is_allowed (SalonTx *tx, const SalonImportLayout *layout, GError **error)
{
  return !salon_import_layout_has (layout, SALON_IMPORT_BALANCE)
         || salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_ACCOUNT_CORRECT, error);
}

/**
 * salon_import_opening_is_due:
 * @client_id: 0 = somebody new; below 0 = somebody new in this trial
 * @due: (out): whether the row opens her account
 */
gboolean
salon_import_opening_is_due (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, gboolean *due, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  *due = card->balance != 0 && !g_hash_table_contains (base->opened, &client_id);
  if (card->balance > MOST || card->balance < -MOST) {
    salon_set_field_error (error, "balance", _("This amount is too large."));
    return FALSE;
  }
  if (!*due || client_id <= 0)
    return TRUE;
  rows = salon_account_store_rows (base->tx, client_id, SALON_DAY_MAX, error);
  if (rows != NULL)
    *due = rows->len == 0;
  return rows != NULL;
}

/* The entry is noted as hers: the roll back finds it with her card. */
static gboolean
write_entry (SalonImportBase *base, SalonMoney balance, gint64 client_id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_ACCOUNT);
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  gint64 journal_id = 0;

  entry->note = g_strdup (_("From the other program"));
  salon_ledger_entry_add (entry, SALON_ACCOUNT_CLIENT, client_id, -balance)->client_id = client_id;
  salon_ledger_entry_add (entry, SALON_ACCOUNT_OPENING, 0, balance);
  text = salon_ledger_entry_to_text (entry);
  json = g_strdup_printf ("{\"kind\":%d,\"postings\":\"%s\"}", entry->kind, text);
  return salon_ledger_write_unlogged (base->tx, entry, error)
         && salon_journal_write (base->tx, SALON_LEDGER_ENTRY, entry->id, NULL, json, &journal_id, error)
         && salon_journal_add_owner (base->tx, journal_id, "client", client_id, error);
}

/**
 * salon_import_opening_write:
 * @client_id: of a client whose opening is due
 *
 * Posts the balance; in a trial it is only remembered.
 */
gboolean
salon_import_opening_write (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, GError **error)
{
  if (!base->is_trial)
    return write_entry (base, card->balance, client_id, error);
  g_hash_table_add (base->opened, g_memdup2 (&client_id, sizeof client_id));
  return TRUE;
}
