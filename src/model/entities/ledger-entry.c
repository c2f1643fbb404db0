/* Entries of the ledger.  Double entry: what one account gains, others give. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/ledger-entry.h"

/* As they are called on the command line and in the journal; never translated. */
static const struct {
  SalonAccount account;
  const char *word;
} words[] = {
  { SALON_ACCOUNT_CASH, "cash" },
  { SALON_ACCOUNT_CARD_TERMINAL, "card-terminal" },
  { SALON_ACCOUNT_TRANSFER, "transfer" },
  { SALON_ACCOUNT_CLIENT, "client" },
  { SALON_ACCOUNT_TICKET, "ticket" },
  { SALON_ACCOUNT_CERTIFICATE, "certificate" },
  { SALON_ACCOUNT_BONUS, "bonus" },
  { SALON_ACCOUNT_SERVICES, "services" },
  { SALON_ACCOUNT_GOODS, "goods" },
  { SALON_ACCOUNT_DISCOUNT, "discount" },
  { SALON_ACCOUNT_VAT, "vat" },
  { SALON_ACCOUNT_TIPS, "tips" },
  { SALON_ACCOUNT_ROUNDING, "rounding" },
  { SALON_ACCOUNT_OVER_SHORT, "over-short" },
  { SALON_ACCOUNT_BONUS_COST, "bonus-cost" },
  { SALON_ACCOUNT_BREAKAGE, "breakage" },
  { SALON_ACCOUNT_HISTORY, "history" },
  { SALON_ACCOUNT_CASH_OTHER, "cash-other" },
  { SALON_ACCOUNT_OPENING, "opening" },
  { SALON_ACCOUNT_TICKET_UNITS, "ticket-units" },
  { SALON_ACCOUNT_UNITS_ISSUED, "units-issued" },
  { SALON_ACCOUNT_UNITS_USED, "units-used" },
  { SALON_ACCOUNT_UNITS_EXPIRED, "units-expired" },
};

/**
 * salon_account_word:
 *
 * Returns: "card-terminal"; "?" for what is no account
 */
const char *
salon_account_word (SalonAccount account)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].account == account)
      return words[i].word;
  return "?";
}

/**
 * salon_entry_kind_word:
 *
 * Returns: "sale"; "?" for what is no kind
 */
const char *
salon_entry_kind_word (SalonEntryKind kind)
{
  static const char *const kinds[] = { "?", "history", "sale", "refund", "void", "account",
                                       "drawer", "ticket", "bonus", "tips", "reversal" };

  return (guint) kind < G_N_ELEMENTS (kinds) ? kinds[kind] : "?";
}

/**
 * salon_account_is_units:
 *
 * Returns: whether it is counted in thousandths of units of season tickets, not in money
 */
gboolean
salon_account_is_units (SalonAccount account)
{
  return account >= SALON_ACCOUNT_FIRST_OF_UNITS;
}

/**
 * salon_ledger_entry_new:
 *
 * Returns: (transfer full): an entry without postings; who writes it says when and by whom it was made
 */
SalonLedgerEntry *
salon_ledger_entry_new (SalonEntryKind kind)
{
  SalonLedgerEntry *self = g_new0 (SalonLedgerEntry, 1);

  self->kind = kind;
  self->postings = g_array_new (FALSE, TRUE, sizeof (SalonPosting));
  return self;
}

/**
 * salon_ledger_entry_free: frees an entry
 */
void
salon_ledger_entry_free (SalonLedgerEntry *self)
{
  g_array_unref (self->postings);
  g_free (self->note);
  g_free (self);
}

/**
 * salon_ledger_entry_add:
 *
 * Returns: (transfer none) (nullable): the new posting, for the rest of its fields, until the next is added; %NULL and
 *   nothing is added when the amount is 0
 */
SalonPosting *
salon_ledger_entry_add (SalonLedgerEntry *self, SalonAccount account, gint64 subject_id, gint64 amount)
{
  SalonPosting posting = { .account = account, .subject_id = subject_id, .amount = amount };

  if (amount == 0)
    return NULL;
  g_array_append_val (self->postings, posting);
  return &g_array_index (self->postings, SalonPosting, self->postings->len - 1);
}

/**
 * salon_ledger_entry_posting:
 *
 * Returns: (transfer none): the posting at @index
 */
const SalonPosting *
salon_ledger_entry_posting (const SalonLedgerEntry *self, guint index)
{
  g_return_val_if_fail (index < self->postings->len, NULL);
  return &g_array_index (self->postings, SalonPosting, index);
}

/**
 * salon_ledger_entry_sum_of:
 *
 * Returns: what it moves of one subject of an account so far, debit positive
 */
gint64
salon_ledger_entry_sum_of (const SalonLedgerEntry *self, SalonAccount account, gint64 subject_id)
{
  gint64 sum = 0;

  for (guint i = 0; i < self->postings->len; i++) {
    const SalonPosting *posting = salon_ledger_entry_posting (self, i);

    if (posting->account == account && posting->subject_id == subject_id)
      sum += posting->amount;
  }
  return sum;
}

/**
 * salon_ledger_entry_sum:
 * @money: (out): sum of the accounts of money
 * @units: (out): sum of the accounts of units
 *
 * Returns: %FALSE if a sum is too large to be held
 */
gboolean
salon_ledger_entry_sum (const SalonLedgerEntry *self, SalonMoney *money, gint64 *units)
{
  *money = 0;
  *units = 0;
  for (guint i = 0; i < self->postings->len; i++) {
    const SalonPosting *posting = salon_ledger_entry_posting (self, i);
    gint64 *sum = salon_account_is_units (posting->account) ? units : money;

    if (!salon_money_add (*sum, posting->amount, sum))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_ledger_entry_check:
 *
 * Returns: %FALSE with %SALON_ERROR_INTERNAL when it moves nothing or does not balance
 */
gboolean
salon_ledger_entry_check (const SalonLedgerEntry *self, GError **error)
{
  SalonMoney money = 0;
  gint64 units = 0;

  if (self->postings->len == 0 || !salon_ledger_entry_sum (self, &money, &units) || money != 0 || units != 0) {
    g_autofree char *text = salon_ledger_entry_to_text (self);

    salon_set_error (error, SALON_ERROR_INTERNAL, "An entry does not balance: %s", text);
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_ledger_entry_reversed:
 *
 * Returns: (transfer full): the entry that takes this one back, not yet written
 */
SalonLedgerEntry *
salon_ledger_entry_reversed (const SalonLedgerEntry *self)
{
  SalonLedgerEntry *reversal = salon_ledger_entry_new (SALON_ENTRY_REVERSAL);

  reversal->reverses_id = self->id;
  reversal->sale_id = self->sale_id;
  reversal->shift_id = self->shift_id;
  g_array_append_vals (reversal->postings, self->postings->data, self->postings->len);
  for (guint i = 0; i < reversal->postings->len; i++) {
    SalonPosting *posting = &g_array_index (reversal->postings, SalonPosting, i);

    posting->amount = -posting->amount;
    posting->sold = -posting->sold;
    posting->discount = -posting->discount;
  }
  return reversal;
}

/**
 * salon_ledger_entry_to_text:
 *
 * Returns: (transfer full): "cash:1 +900 services:4 -744 vat:2100 -156", as the journal keeps it
 */
char *
salon_ledger_entry_to_text (const SalonLedgerEntry *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->postings->len; i++) {
    const SalonPosting *posting = salon_ledger_entry_posting (self, i);

    g_string_append_printf (text, "%s%s:%" G_GINT64_FORMAT " %s%" G_GINT64_FORMAT, i > 0 ? " " : "",
                            salon_account_word (posting->account), posting->subject_id, posting->amount > 0 ? "+" : "",
                            posting->amount);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
