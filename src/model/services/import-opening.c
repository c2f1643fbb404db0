/* What a client has on her account and as bonus in the other program: posted once, as the first entry of an account that
 * was never moved.  Who owes there owes here, whatever her credit limit: the limit is for what comes.
 *
 * A bonus has no lot: what no lot accounts for never ends, and without one a client who came with the list can go with it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/permission.h"
#include "model/services/import-base.h"
#include "model/services/ledger.h"
#include "model/store/journal.h"
#include "model/store/ledger-store.h"

#define MOST G_GINT64_CONSTANT (100000000000)

/**
 * salon_import_opening_is_allowed:
 *
 * Returns: whether the user may say what clients have, and give cards out; %SALON_ERROR_PERMISSION if a column does and she may not
 */
gboolean
salon_import_opening_is_allowed (SalonTx *tx, const SalonImportLayout *layout, GError **error)
{
  static const SalonImportField fields[] = { SALON_IMPORT_BALANCE, SALON_IMPORT_BONUS, SALON_IMPORT_TICKET,
                                             SALON_IMPORT_CERTIFICATE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (salon_import_layout_has (layout, fields[i]))
      return salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_ACCOUNT_CORRECT, error);
  return !salon_import_layout_has (layout, SALON_IMPORT_CARD)
         || salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CARDS_ISSUE, error);
}

/* "balance 12" */
static char *
opened_key (const char *what, gint64 client_id)
{
  return g_strdup_printf ("%s %" G_GINT64_FORMAT, what, client_id);
}

static gboolean
is_opened (const SalonImportBase *base, const char *what, gint64 client_id)
{
  g_autofree char *key = opened_key (what, client_id);

  return g_hash_table_contains (base->opened, key);
}

static gboolean
refuse (GError **error, const char *field, const char *text)
{
  salon_set_field_error (error, field, "%s", text);
  return FALSE;
}

static gboolean
check_account (SalonImportBase *base, SalonAccount account, const char *what, SalonMoney amount, gint64 client_id, gboolean *due,
               GError **error)
{
  gboolean moved = FALSE;

  if (amount > MOST || amount < -MOST)
    return refuse (error, what, _("This amount is too large."));
  if (client_id > 0 && amount != 0 && !salon_ledger_store_client_was_moved (base->tx, account, client_id, &moved, error))
    return FALSE;
  *due = amount != 0 && !moved && !is_opened (base, what, client_id);
  return TRUE;
}

/**
 * salon_import_opening_check:
 * @client_id: 0 = somebody new; below 0 = somebody new in this trial
 * @due: (out): what the row opens for her
 *
 * Returns: %FALSE with %SALON_ERROR_VALIDATION if what the row says is not possible
 */
gboolean
salon_import_opening_check (SalonImportBase *base, const SalonImportCard *card, gint64 client_id, SalonImportDue *due, GError **error)
{
  if (card->bonus < 0)
    return refuse (error, "bonus", _("A bonus cannot be less than nothing."));
  return check_account (base, SALON_ACCOUNT_CLIENT, "balance", card->balance, client_id, &due->balance, error)
         && check_account (base, SALON_ACCOUNT_BONUS, "bonus", card->bonus, client_id, &due->bonus, error)
         && salon_import_ticket_check (base, card, client_id, &due->ticket_kind_id, error)
         && salon_import_certificate_check (base, card, client_id, &due->certificate, error)
         && salon_import_plastic_check (base, card, client_id, &due->plastic, error);
}

/**
 * salon_import_opening_is_any:
 *
 * Returns: whether the row opens something
 */
gboolean
salon_import_opening_is_any (const SalonImportDue *due)
{
  return due->balance || due->bonus || due->ticket_kind_id != 0 || due->certificate || due->plastic;
}

/* The entry is noted as hers: the roll back finds it with her card. */
static gboolean
write_entry (SalonImportBase *base, SalonLedgerEntry *entry, gint64 client_id, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *json = NULL;
  gint64 journal_id = 0;

  entry->note = g_strdup (_("From the other program"));
  text = salon_ledger_entry_to_text (entry);
  json = g_strdup_printf ("{\"kind\":%d,\"postings\":\"%s\"}", entry->kind, text);
  return salon_ledger_write_unlogged (base->tx, entry, error)
         && salon_journal_write (base->tx, SALON_LEDGER_ENTRY, entry->id, NULL, json, &journal_id, error)
         && salon_journal_add_owner (base->tx, journal_id, "client", client_id, error);
}

static gboolean
open_cards (SalonImportBase *base, const SalonImportCard *card, const SalonImportDue *due, gint64 client_id, GError **error)
{
  return (due->ticket_kind_id == 0 || salon_import_ticket_write (base, card, due->ticket_kind_id, client_id, error))
         && (!due->certificate || salon_import_certificate_write (base, card, client_id, error))
         && (!due->plastic || salon_import_plastic_write (base, card, client_id, error));
}

static gboolean
open_account (SalonImportBase *base, SalonEntryKind kind, SalonAccount account, SalonAccount against, SalonMoney amount,
              gint64 client_id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (kind);

  salon_ledger_entry_add (entry, account, client_id, -amount)->client_id = client_id;
  salon_ledger_entry_add (entry, against, 0, amount)->client_id = kind == SALON_ENTRY_BONUS ? client_id : 0;
  return write_entry (base, entry, client_id, error);
}

/**
 * salon_import_opening_write:
 * @due: from salon_import_opening_check()
 * @client_id: whose row it is; she is there by now
 *
 * Posts what is due; in a trial it is only remembered.
 */
gboolean
salon_import_opening_write (SalonImportBase *base, const SalonImportCard *card, const SalonImportDue *due, gint64 client_id,
                            GError **error)
{
  if (base->is_trial) {
    if (due->balance)
      g_hash_table_add (base->opened, opened_key ("balance", client_id));
    if (due->bonus)
      g_hash_table_add (base->opened, opened_key ("bonus", client_id));
    return open_cards (base, card, due, client_id, error);
  }
  return (!due->balance
          || open_account (base, SALON_ENTRY_ACCOUNT, SALON_ACCOUNT_CLIENT, SALON_ACCOUNT_OPENING, card->balance, client_id, error))
         && (!due->bonus
             || open_account (base, SALON_ENTRY_BONUS, SALON_ACCOUNT_BONUS, SALON_ACCOUNT_BONUS_COST, card->bonus, client_id, error))
         && open_cards (base, card, due, client_id, error);
}
