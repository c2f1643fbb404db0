/* What a receipt moves.  The amounts of refunds and voids are negative, so that theirs goes the other way by itself. */
#include "config.h"

#include "base/clock.h"
#include "model/rules/sale-totals.h"
#include "model/services/ledger.h"
#include "model/services/sale-post.h"
#include "model/store/journal.h"
#include "model/store/sale-store.h"
#include "model/store/tx.h"

/* ---- what is sold */

static void
post_revenue (SalonLedgerEntry *entry, const SalonSale *sale, const SalonSaleLine *line, SalonAccount account)
{
  SalonPosting *posting = salon_ledger_entry_add (entry, account, line->subject_id, line->vat - line->list_amount);

  if (posting == NULL)
    return;
  posting->client_id = sale->client_id;
  posting->employee_id = line->employee_id;
  posting->visit_line_id = line->visit_line_id;
  posting->sale_line_id = line->id;
  posting->sold = line->amount;
  posting->discount = line->discount;
}

static void
post_owed (SalonLedgerEntry *entry, const SalonSaleLine *line, SalonAccount account, gint64 client_id, gint64 employee_id)
{
  SalonPosting *posting = salon_ledger_entry_add (entry, account, line->subject_id, -line->amount);

  if (posting == NULL)
    return;
  posting->client_id = client_id;
  posting->employee_id = employee_id;
  posting->sale_line_id = line->id;
}

static void
post_line (SalonLedgerEntry *entry, const SalonSale *sale, const SalonSaleLine *line)
{
  switch (line->kind) {
  case SALON_SALE_LINE_SERVICE:
    post_revenue (entry, sale, line, SALON_ACCOUNT_SERVICES);
    break;
  case SALON_SALE_LINE_ITEM:
    post_revenue (entry, sale, line, SALON_ACCOUNT_GOODS);
    break;
  case SALON_SALE_LINE_TOP_UP:
    post_owed (entry, line, SALON_ACCOUNT_CLIENT, line->subject_id, 0);
    break;
  case SALON_SALE_LINE_TIP:
    post_owed (entry, line, SALON_ACCOUNT_TIPS, 0, line->subject_id);
    break;
  case SALON_SALE_LINE_TICKET:
  case SALON_SALE_LINE_CERTIFICATE:
  default: /* they cannot be sold: the entry would not balance */
    break;
  }
}

static void
post_discounts (SalonLedgerEntry *entry, const SalonSale *sale)
{
  SalonMoney sums[SALON_DISCOUNT_LAST + 1] = { 0 };

  for (guint i = 0; i < sale->lines->len; i++)
    sums[salon_sale_line (sale, i)->discount_source] += salon_sale_line (sale, i)->discount;
  for (guint source = 0; source <= SALON_DISCOUNT_LAST; source++)
    salon_ledger_entry_add (entry, SALON_ACCOUNT_DISCOUNT, source, sums[source]);
}

static void
post_tax (SalonLedgerEntry *entry, const SalonSale *sale)
{
  g_autoptr (GArray) rates = salon_sale_lines_rates (sale->lines);

  for (guint i = 0; i < rates->len; i++) {
    const SalonTaxRate *rate = &g_array_index (rates, SalonTaxRate, i);

    salon_ledger_entry_add (entry, SALON_ACCOUNT_VAT, rate->vat_bp, -rate->vat);
  }
}

/* ---- how it is paid */

static SalonAccount
account_of (SalonPayMethod method)
{
  static const SalonAccount accounts[SALON_PAY_METHOD_LAST + 1] = {
    [SALON_PAY_CASH] = SALON_ACCOUNT_CASH,         [SALON_PAY_CARD] = SALON_ACCOUNT_CARD_TERMINAL,
    [SALON_PAY_TRANSFER] = SALON_ACCOUNT_TRANSFER, [SALON_PAY_ACCOUNT] = SALON_ACCOUNT_CLIENT,
    [SALON_PAY_BONUS] = SALON_ACCOUNT_BONUS,       [SALON_PAY_TICKET] = SALON_ACCOUNT_TICKET,
    [SALON_PAY_CERTIFICATE] = SALON_ACCOUNT_CERTIFICATE,
  };

  return accounts[method];
}

static void
post_payment (SalonLedgerEntry *entry, const SalonSalePayment *payment)
{
  SalonPosting *posting = salon_ledger_entry_add (entry, account_of (payment->method), payment->subject_id, payment->amount);

  if (posting != NULL && (payment->method == SALON_PAY_ACCOUNT || payment->method == SALON_PAY_BONUS))
    posting->client_id = payment->subject_id;
}

static SalonLedgerEntry *
entry_of (const SalonSale *sale)
{
  static const SalonEntryKind kinds[] = { [SALON_SALE_SALE] = SALON_ENTRY_SALE, [SALON_SALE_REFUND] = SALON_ENTRY_REFUND,
                                          [SALON_SALE_VOID] = SALON_ENTRY_VOID };
  SalonLedgerEntry *entry = salon_ledger_entry_new (kinds[sale->kind]);

  entry->day = sale->day;
  entry->sale_id = sale->id;
  entry->shift_id = sale->shift_id;
  entry->note = g_strdup (sale->note);
  for (guint i = 0; i < sale->payments->len; i++)
    post_payment (entry, salon_sale_payment (sale, i));
  for (guint i = 0; i < sale->lines->len; i++)
    post_line (entry, sale, salon_sale_line (sale, i));
  post_discounts (entry, sale);
  post_tax (entry, sale);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_ROUNDING, 0, -sale->rounding);
  return entry;
}

/* ---- writing */

static void
fill (SalonTx *tx, SalonSale *sale)
{
  SalonClock *clock = salon_tx_clock (tx);
  SalonSaleTotals totals;

  salon_sale_lines_sum (sale->lines, &totals);
  sale->operation_id = salon_tx_operation (tx);
  sale->user_id = salon_tx_actor (tx)->user_id;
  sale->day = salon_clock_today (clock);
  sale->at = salon_clock_now_us (clock);
  sale->list_total = totals.list;
  sale->discount = totals.discount;
  sale->vat = totals.vat;
  sale->total = totals.total;
}

/* A payment of nothing is none: the rest was nothing, or was rounded away. */
static void
drop_empty_payments (SalonSale *sale)
{
  for (guint i = sale->payments->len; i > 0; i--)
    if (salon_sale_payment (sale, i - 1)->amount == 0)
      g_array_remove_index (sale->payments, i - 1);
}

static gboolean
note (SalonTx *tx, const SalonSale *sale, GError **error)
{
  g_autofree char *json = g_strdup_printf ("{\"number\":%" G_GINT64_FORMAT ",\"kind\":%d,\"total\":%" G_GINT64_FORMAT "}",
                                           sale->number, sale->kind, sale->total);
  gint64 row = 0;

  return salon_journal_write (tx, SALON_SALE_ROW, sale->id, NULL, json, &row, error)
         && (sale->client_id == 0 || row == 0 || salon_journal_add_owner (tx, row, "client", sale->client_id, error));
}

/**
 * salon_sale_post:
 * @sale: with kind, client, visit, shift, lines, payments and rounding; gets the rest here
 * @reverses_id: the entry that it takes back; 0 = none
 *
 * Writes the receipt with its entry in the ledger.  One that moves nothing has none.
 */
gboolean
salon_sale_post (SalonTx *tx, SalonSale *sale, gint64 reverses_id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = NULL;

  fill (tx, sale);
  drop_empty_payments (sale);
  if (!salon_sale_store_write (tx, sale, error))
    return FALSE;
  entry = entry_of (sale);
  entry->reverses_id = reverses_id;
  salon_tx_changed (tx, SALON_SALE_ROW, sale->id);
  return (entry->postings->len == 0 || salon_ledger_write_unlogged (tx, entry, error)) && note (tx, sale, error);
}
