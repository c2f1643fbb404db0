/* What a receipt moves.  The amounts of refunds and voids are negative, so that theirs goes the other way by itself. */
#include "config.h"

#include "base/clock.h"
#include "base/record.h"
#include "model/rules/sale-totals.h"
#include "model/services/bonus.h"
#include "model/services/certificates.h"
#include "model/services/ledger.h"
#include "model/services/sale-post.h"
#include "model/services/tickets.h"
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

/* What is left of a certificate comes back, else the whole of it was sold. */
static gboolean
post_certificate (SalonTx *tx, SalonLedgerEntry *entry, const SalonSaleLine *line, GError **error)
{
  SalonMoney amount = 0;

  return line->of_line_id == 0 ? salon_certificate_sell (tx, entry, line->subject_id, line->id, error)
                               : salon_certificate_take_back (tx, entry, line->subject_id, line->id, &amount, error);
}

static gboolean
post_line (SalonTx *tx, SalonLedgerEntry *entry, const SalonSale *sale, const SalonSaleLine *line, GError **error)
{
  switch (line->kind) {
  case SALON_SALE_LINE_SERVICE:
    post_revenue (entry, sale, line, SALON_ACCOUNT_SERVICES);
    return line->ticket_id == 0
           || salon_ticket_redeem (tx, entry, line->ticket_id, line->ticket_units, line->amount, sale->client_id, line->id, error);
  case SALON_SALE_LINE_ITEM:
    post_revenue (entry, sale, line, SALON_ACCOUNT_GOODS);
    return TRUE;
  case SALON_SALE_LINE_TOP_UP:
    post_owed (entry, line, SALON_ACCOUNT_CLIENT, line->subject_id, 0);
    return TRUE;
  case SALON_SALE_LINE_TIP:
    post_owed (entry, line, SALON_ACCOUNT_TIPS, 0, line->subject_id);
    return TRUE;
  case SALON_SALE_LINE_TICKET:
    return line->of_line_id == 0 ? salon_ticket_sell (tx, entry, line->subject_id, line->id, error)
                                 : salon_ticket_take_back (tx, entry, line->subject_id, line->id, error);
  case SALON_SALE_LINE_CERTIFICATE:
  default:
    return post_certificate (tx, entry, line, error);
  }
}

static gboolean
post_those (SalonTx *tx, SalonLedgerEntry *entry, const SalonSale *sale, gboolean tickets, GError **error)
{
  for (guint i = 0; i < sale->lines->len; i++)
    if ((salon_sale_line (sale, i)->kind == SALON_SALE_LINE_TICKET) == tickets
        && !post_line (tx, entry, sale, salon_sale_line (sale, i), error))
      return FALSE;
  return TRUE;
}

/* A season ticket is sold before it pays for something, and what it paid for goes back to it before it is given back. */
static gboolean
post_lines (SalonTx *tx, SalonLedgerEntry *entry, const SalonSale *sale, GError **error)
{
  gboolean first = sale->kind == SALON_SALE_SALE;

  return post_those (tx, entry, sale, first, error) && post_those (tx, entry, sale, !first, error);
}

/* Of revenue: a season ticket is worth what was paid for it. */
static void
post_discounts (SalonLedgerEntry *entry, const SalonSale *sale)
{
  SalonMoney sums[SALON_DISCOUNT_LAST + 1] = { 0 };

  for (guint i = 0; i < sale->lines->len; i++)
    if (salon_sale_line (sale, i)->kind != SALON_SALE_LINE_TICKET)
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

/* What season tickets pay is posted with the lines that they pay. */
static void
post_payment (SalonLedgerEntry *entry, const SalonSale *sale, const SalonSalePayment *payment)
{
  SalonPosting *posting = NULL;

  if (payment->method == SALON_PAY_TICKET)
    return;
  posting = salon_ledger_entry_add (entry, account_of (payment->method), payment->subject_id, payment->amount);
  if (posting != NULL && (payment->method == SALON_PAY_ACCOUNT || payment->method == SALON_PAY_BONUS))
    posting->client_id = payment->subject_id;
  if (posting != NULL && payment->method == SALON_PAY_CERTIFICATE)
    posting->client_id = sale->client_id;
}

/* ---- bonus */

static gboolean
unearn (SalonTx *tx, SalonLedgerEntry *entry, const SalonSale *receipt, GError **error)
{
  g_autoptr (SalonSale) sale = salon_sale_store_get (tx, receipt->of_sale_id, error);
  g_autoptr (GPtrArray) returns = sale != NULL ? salon_sale_store_returns (tx, receipt->of_sale_id, error) : NULL;
  SalonMoney before = 0;

  if (returns == NULL)
    return FALSE;
  for (guint i = 0; i < returns->len; i++)
    if (((const SalonSale *) returns->pdata[i])->id != receipt->id)
      before -= salon_sale_paid_with_money (returns->pdata[i]);
  return salon_bonus_unearn (tx, entry, receipt->of_sale_id, salon_sale_paid_with_money (sale), before,
                             -salon_sale_paid_with_money (receipt), error);
}

static gboolean
post_bonus (SalonTx *tx, SalonLedgerEntry *entry, const SalonSale *sale, GError **error)
{
  SalonMoney earned = 0;

  if (sale->client_id == 0)
    return TRUE;
  return sale->kind == SALON_SALE_SALE
             ? salon_bonus_earn (tx, entry, sale->client_id, sale->id, salon_sale_paid_with_money (sale), &earned, error)
             : unearn (tx, entry, sale, error);
}

static SalonLedgerEntry *
entry_of (SalonTx *tx, const SalonSale *sale, GError **error)
{
  static const SalonEntryKind kinds[] = { [SALON_SALE_SALE] = SALON_ENTRY_SALE, [SALON_SALE_REFUND] = SALON_ENTRY_REFUND,
                                          [SALON_SALE_VOID] = SALON_ENTRY_VOID };
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (kinds[sale->kind]);

  entry->day = sale->day;
  entry->sale_id = sale->id;
  entry->shift_id = sale->shift_id;
  entry->note = g_strdup (sale->note);
  for (guint i = 0; i < sale->payments->len; i++)
    post_payment (entry, sale, salon_sale_payment (sale, i));
  if (!post_lines (tx, entry, sale, error) || !post_bonus (tx, entry, sale, error))
    return NULL;
  post_discounts (entry, sale);
  post_tax (entry, sale);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_ROUNDING, 0, -sale->rounding);
  return g_steal_pointer (&entry);
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
  g_autoptr (SalonRecord) record = salon_record_new ();
  g_autofree char *json = NULL;
  gint64 row = 0;

  salon_record_set_int (record, "number", sale->number);
  salon_record_set_int (record, "kind", sale->kind);
  salon_record_set_int (record, "total", sale->total);
  if (sale->kind != SALON_SALE_SALE)
    salon_record_set_text (record, "note", sale->note);
  json = salon_record_to_json (record);
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
  entry = entry_of (tx, sale, error);
  if (entry == NULL)
    return FALSE;
  entry->reverses_id = reverses_id;
  salon_tx_changed (tx, SALON_SALE_ROW, sale->id);
  return (entry->postings->len == 0 || salon_ledger_write_unlogged (tx, entry, error))
         && (sale->client_id == 0 || salon_ledger_note_client (tx, sale->client_id, error)) && note (tx, sale, error);
}
