/* Selling: what is written, what it moves, what is refused and where, and taking it back. */
#include "sale-salon.h"

#include <string.h>

#include "base/error.h"
#include "model/services/ledger-list.h"
#include "model/entities/client.h"
#include "model/entities/item.h"
#include "model/services/catalogue.h"
#include "model/services/merge.h"
#include "model/store/repo.h"
#include "model/store/stat-store.h"

#define BALANCE(account, subject) sale_salon_balance (s, SALON_ACCOUNT_##account, subject)

static gboolean
update (SalonTx *tx, gpointer entity, gint64 *id, GError **error)
{
  return salon_repo_update (tx, entity, error);
}

static void
change_client (SaleSalon *s, gint64 id, gint64 discount_bp, gint64 credit_limit, gint64 payer_id)
{
  g_autoptr (SalonClient) client = salon_fixture_get (s->small.salon, salon_client_get_type (), id);

  client->discount_bp = discount_bp;
  client->credit_limit = credit_limit;
  client->payer_id = payer_id;
  salon_fixture_write (s->small.salon, update, client);
}

static void
top_up (SaleSalon *s, gint64 client, SalonMoney amount)
{
  g_autoptr (SalonSaleRequest) request = salon_sale_request_new (client);

  salon_sale_request_add (request, SALON_SALE_LINE_TOP_UP, 0)->unit_price = amount;
  salon_sale_request_pay (request, SALON_PAY_CASH, SALON_PAY_REST);
  sale_salon_complete (s, request);
}

static SalonSaleRequest *
one_item (gint64 client, gint64 item, SalonPayMethod method)
{
  SalonSaleRequest *request = salon_sale_request_new (client);

  salon_sale_request_add (request, SALON_SALE_LINE_ITEM, item);
  if (method != 0)
    salon_sale_request_pay (request, method, SALON_PAY_REST);
  return request;
}

/* A visit, a bottle, part from the account, the rest in cash; the visit is done and settled.  By hand: 30.00 + 12.00 less
 * 10 % = 37.80, tax 37.80 × 21 / 121 = 6.56. */
static void
test_checkout (SaleSalon *s, gconstpointer data)
{
  gint64 visit_id = small_salon_book (&s->small, s->small.irina, s->small.manicure, s->small.maria, s->small.room1, AT (9, 0));
  SalonIdRequest visit_request = { visit_id };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSaleRequest) request = NULL;
  g_autoptr (SalonReceipt) receipt = NULL;
  g_autoptr (SalonVisit) visit = NULL;

  change_client (s, s->small.irina, 1000, 0, 0);
  top_up (s, s->small.irina, 2000);
  request = salon_session_query_sync (s->small.salon->session, &salon_query_checkout, &visit_request, &error);
  g_assert_no_error (error);
  salon_sale_request_add (request, SALON_SALE_LINE_ITEM, s->shampoo);
  salon_sale_request_pay (request, SALON_PAY_ACCOUNT, 2000);
  salon_sale_request_pay (request, SALON_PAY_CASH, SALON_PAY_REST)->given = 5000;
  receipt = sale_salon_receipt (s, sale_salon_complete (s, request));
  g_assert_cmpint (receipt->sale->number, ==, 2);
  g_assert_cmpint (receipt->sale->list_total, ==, 4200);
  g_assert_cmpint (receipt->sale->discount, ==, 420);
  g_assert_cmpint (receipt->sale->total, ==, 3780);
  g_assert_cmpint (receipt->sale->vat, ==, 656);
  g_assert_cmpint (receipt->change, ==, 5000 - 1780);
  g_assert_cmpstr (receipt->client, ==, "Irina Kalniņa");
  g_assert_cmpstr (receipt->employees->pdata[0], ==, "Maria");
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 2000 + 1780);
  g_assert_cmpint (BALANCE (CLIENT, s->small.irina), ==, 0);
  g_assert_cmpint (BALANCE (VAT, 2100), ==, -656);
  g_assert_cmpint (BALANCE (DISCOUNT, SALON_DISCOUNT_PERSONAL), ==, 420);
  g_assert_cmpint (BALANCE (SERVICES, s->small.manicure) + BALANCE (GOODS, s->shampoo), ==, -(4200 - 656));
  visit = small_salon_visit (&s->small, visit_id);
  g_assert_cmpint (visit->state, ==, SALON_VISIT_DONE);
  g_assert_cmpint (visit->settled, ==, 1);
  sale_salon_refused (s, &salon_command_sale_complete, request, "visit_id", "already");
  sale_salon_expect_sound (s);
}

/* What speaks against it is said at its field, and nothing is written. */
static void
test_refused (SaleSalon *s, gconstpointer data)
{
  const struct {
    SalonMoney unit_price, seen_price, manual_discount, whole, expected;
    int manual_bp;
    gint64 quantity;
    const char *field, *part;
  } cases[] = {
    { -2, -1, 0, 0, -1, 0, 1000, "lines.0.unit_price", "less than nothing" },
    { G_MAXINT64, -1, 0, 0, -1, 0, 1000, "lines.0.unit_price", "too high" },
    { SALON_SALE_MOST, -1, 0, 0, -1, 0, 2000, "lines.0.unit_price", "more than can be sold" },
    { -1, -1, 0, 0, -1, 0, 0, "lines.0.quantity", "more than nothing" },
    { -1, -1, 0, 0, -1, 0, -1000, "lines.0.quantity", "more than nothing" },
    { -1, -1, 0, 0, -1, 0, G_MAXINT64, "lines.0.quantity", "too large" },
    { -1, -1, 0, 0, -1, 10001, 1000, "lines.0.manual_bp", "100 percent" },
    { -1, -1, 0, 0, -1, -1, 1000, "lines.0.manual_bp", "100 percent" },
    { -1, -1, 1201, 0, -1, 0, 1000, "lines.0.manual_discount", "more than the price" },
    { -1, -1, -5, 0, -1, 0, 1000, "lines.0.manual_discount", "less than nothing" },
    { -1, -1, 0, 1201, -1, 0, 1000, "whole_discount", "more than the price" },
    { -1, -1, 0, -1, -1, 0, 1000, "whole_discount", "less than nothing" },
    { -1, 1100, 0, 0, -1, 0, 1000, "lines.0.unit_price", "changed meanwhile" },
    { -1, -1, 0, 0, 1100, 0, 1000, "expected_total", "changed meanwhile" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SalonSaleRequest) request = one_item (0, s->shampoo, SALON_PAY_CASH);
    SalonSaleLineRequest *line = salon_sale_request_line (request, 0);

    line->unit_price = cases[i].unit_price;
    line->seen_price = cases[i].seen_price;
    line->manual_discount = cases[i].manual_discount;
    line->manual_bp = cases[i].manual_bp;
    line->quantity = cases[i].quantity;
    request->whole_discount = cases[i].whole;
    request->expected_total = cases[i].expected;
    sale_salon_refused (s, &salon_command_sale_complete, request, cases[i].field, cases[i].part);
  }
}

static void
test_refused_payment (SaleSalon *s, gconstpointer data)
{
  const struct {
    SalonPayMethod method;
    SalonMoney amount, given;
    gint64 client;
    const char *field, *part;
  } cases[] = {
    { SALON_PAY_CASH, 1201, 0, 0, "payments.0.amount", "more than is left" },
    { SALON_PAY_CASH, 0, 0, 0, "payments.0.amount", "more than nothing" },
    { SALON_PAY_CASH, 1200, 1000, 0, "payments.0.given", "Less is handed over" },
    { SALON_PAY_CARD, 1200, 1300, 0, "payments.0.given", "cash only" },
    { SALON_PAY_CARD, G_MAXINT64, 0, 0, "payments.0.amount", "too large" },
    { SALON_PAY_CARD, 1000, 0, 0, "payments", "left to pay" },
    { SALON_PAY_ACCOUNT, 1200, 0, 0, "payments.0.subject_id", "who the client is" },
    { SALON_PAY_ACCOUNT, 1200, 0, 1, "payments.0.amount", "only 0.00" },
    { SALON_PAY_TICKET, 1200, 0, 1, "payments.0.method", "say with the service" },
    { SALON_PAY_CERTIFICATE, 1200, 0, 1, "payments.0.subject_id", "no such certificate" },
    { SALON_PAY_BONUS, 1200, 0, 1, "payments.0.amount", "At most 0.00" },
    { SALON_PAY_BONUS, 1200, 0, 0, "payments.0.subject_id", "who the client is" },
    { 99, 1200, 0, 1, "payments.0.method", "cannot be paid" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SalonSaleRequest) request = one_item (cases[i].client != 0 ? s->small.irina : 0, s->shampoo, 0);

    salon_sale_request_pay (request, cases[i].method, cases[i].amount)->given = cases[i].given;
    sale_salon_refused (s, &salon_command_sale_complete, request, cases[i].field, cases[i].part);
  }
}

/* Without an open drawer, with nothing on the bill, of what is not sold, for whom is not there. */
static void
test_refused_bill (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) empty = salon_sale_request_new (0);
  g_autoptr (SalonSaleRequest) unknown = one_item (0, 999, SALON_PAY_CASH);
  g_autoptr (SalonSaleRequest) nobody = one_item (999, s->shampoo, SALON_PAY_CASH);
  g_autoptr (SalonSaleRequest) comb = one_item (0, s->comb, SALON_PAY_CASH);
  g_autoptr (SalonSaleRequest) ticket = salon_sale_request_new (s->small.irina);
  g_autoptr (SalonSaleRequest) closed = one_item (0, s->shampoo, SALON_PAY_CASH);
  g_autoptr (SalonSaleRequest) strange = one_item (s->small.irina, s->shampoo, SALON_PAY_ACCOUNT);

  sale_salon_refused (s, &salon_command_sale_complete, empty, "lines", "nothing on the bill");
  sale_salon_refused (s, &salon_command_sale_complete, unknown, "lines.0.subject_id", "not sold");
  sale_salon_refused (s, &salon_command_sale_complete, nobody, "client_id", "no such client");
  salon_sale_request_line (comb, 0)->manual_bp = 500;
  sale_salon_refused (s, &salon_command_sale_complete, comb, "lines.0.manual_bp", "no discount");
  salon_sale_request_add (ticket, SALON_SALE_LINE_TICKET, 1);
  sale_salon_refused (s, &salon_command_sale_complete, ticket, "lines.0.subject_id", "not sold");
  strange->payer_id = s->small.olga;
  sale_salon_refused (s, &salon_command_sale_complete, strange, "payer_id", "does not pay");
  sale_salon_close_shift (s);
  sale_salon_refused (s, &salon_command_sale_complete, closed, "drawer_id", "Open it first");
}

/* The account may be overdrawn to its limit and not a cent further; who pays for her, pays. */
static void
test_account (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) request = one_item (s->small.irina, s->shampoo, SALON_PAY_ACCOUNT);

  change_client (s, s->small.olga, 0, 1199, 0);
  change_client (s, s->small.irina, 0, 0, s->small.olga);
  sale_salon_refused (s, &salon_command_sale_complete, request, "payments.0.amount", "at most 11.99");
  change_client (s, s->small.olga, 0, 1200, 0);
  sale_salon_complete (s, request);
  g_assert_cmpint (BALANCE (CLIENT, s->small.olga), ==, 1200);
  g_assert_cmpint (BALANCE (CLIENT, s->small.irina), ==, 0);
  sale_salon_refused (s, &salon_command_sale_complete, request, "payments.0.amount", "overdrawn");
  sale_salon_expect_sound (s);
}

/* One form that is sent a hundred times is one receipt. */
static void
test_once (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) request = one_item (0, s->shampoo, SALON_PAY_CASH);
  g_autofree char *uuid = salon_session_new_uuid ();

  for (int i = 0; i < 100; i++) {
    g_autoptr (GError) error = NULL;
    SalonDone done = { 0 };

    g_assert_true (
        salon_session_submit_sync (s->small.salon->session, &salon_command_sale_complete, request, uuid, &done, &error));
    g_assert_no_error (error);
    g_assert_cmpint (done.id, ==, 1);
    g_assert_cmpint (done.repeated, ==, i > 0);
  }
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 1200);
  sale_salon_expect_sound (s);
}

static void
count_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  g_assert_true (salon_session_submit_finish (SALON_SESSION (source), result, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (done.id, ==, 1);
  ++*(guint *) data;
}

/* The same with all of them on their way at the same time. */
static void
test_at_once (SaleSalon *s, gconstpointer data)
{
  g_autofree char *uuid = salon_session_new_uuid ();
  guint n = 0;

  for (int i = 0; i < 100; i++)
    salon_session_submit (s->small.salon->session, &salon_command_sale_complete, one_item (0, s->shampoo, SALON_PAY_CASH), uuid,
                          NULL, count_done, &n);
  while (n < 100)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 1200);
  sale_salon_expect_sound (s);
}

/* Three of 3.34, in coins of 5 cents: 10.02 costs 10.00, and what is given back is 10.00 in the end. */
static void
test_refund (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) request = one_item (0, s->gloves, SALON_PAY_CASH);
  g_autoptr (SalonReceipt) receipt = NULL;
  gint64 id = 0;
  gint64 line = 0;

  small_salon_set_setting (&s->small, "sale.cash_step", "5");
  salon_sale_request_line (request, 0)->unit_price = 334;
  salon_sale_request_line (request, 0)->quantity = 3000;
  id = sale_salon_complete (s, request);
  receipt = sale_salon_receipt (s, id);
  g_assert_cmpint (receipt->sale->rounding, ==, -2);
  line = salon_sale_line (receipt->sale, 0)->id;
  for (int i = 0; i < 3; i++) {
    g_autoptr (SalonRefundRequest) refund = salon_refund_request_new (id, "broken");
    g_autoptr (GError) error = NULL;

    salon_refund_request_add (refund, line, 1000);
    salon_fixture_submit (s->small.salon, &salon_command_sale_refund, refund, NULL, &error);
    g_assert_no_error (error);
    if (i < 2)
      salon_refund_request_add (refund, line, 2000);
    if (i == 0)
      sale_salon_refused (s, &salon_command_sale_refund, refund, "lines.1.quantity", "more than was paid");
    else
      sale_salon_refused (s, &salon_command_sale_refund, refund, i == 1 ? "lines.1.line_id" : "lines.0.line_id", "already");
  }
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 0);
  g_assert_cmpint (BALANCE (GOODS, s->gloves), ==, 0);
  g_assert_cmpint (BALANCE (VAT, 2100), ==, 0);
  g_assert_cmpint (BALANCE (ROUNDING, 0), ==, 0);
  sale_salon_expect_sound (s);
}

/* How it is given back can be said, within what was paid in that way. */
static void
test_refund_methods (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) request = one_item (s->small.irina, s->shampoo, SALON_PAY_CARD);
  gint64 id = sale_salon_complete (s, request);
  g_autoptr (SalonRefundRequest) refund = salon_refund_request_new (id, "broken");
  g_autoptr (SalonReceipt) receipt = sale_salon_receipt (s, id);
  g_autoptr (GError) error = NULL;
  SalonPaymentRequest payment = { SALON_PAY_CASH, 0, SALON_PAY_REST, 0 };

  sale_salon_refused (s, &salon_command_sale_refund, refund, "lines", "Say what");
  salon_refund_request_add (refund, salon_sale_line (receipt->sale, 0)->id, 0);
  g_array_append_val (refund->payments, payment);
  sale_salon_refused (s, &salon_command_sale_refund, refund, "payments", "paid in cash");
  g_array_index (refund->payments, SalonPaymentRequest, 0).method = SALON_PAY_CARD;
  g_array_index (refund->payments, SalonPaymentRequest, 0).amount = 1201;
  sale_salon_refused (s, &salon_command_sale_refund, refund, "payments.0.amount", "more than is to be given back");
  g_array_index (refund->payments, SalonPaymentRequest, 0).amount = 1000;
  sale_salon_refused (s, &salon_command_sale_refund, refund, "payments", "to be given back still");
  payment.method = SALON_PAY_ACCOUNT;
  g_array_append_val (refund->payments, payment);
  salon_fixture_submit (s->small.salon, &salon_command_sale_refund, refund, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (BALANCE (CARD_TERMINAL, 0), ==, 200);
  g_assert_cmpint (BALANCE (CLIENT, s->small.irina), ==, -200);
  sale_salon_expect_sound (s);
}

/* Nothing is given back or taken back without a reason, which stands on the receipt, in the ledger and in the log; those
 * that were said before are offered, what was undone at once is none. */
static void
test_reasons (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) request = one_item (0, s->shampoo, SALON_PAY_CASH);
  gint64 first = sale_salon_complete (s, request);
  gint64 second = sale_salon_complete (s, request);
  gint64 third = sale_salon_complete (s, request);
  g_autoptr (SalonRefundRequest) refund = salon_refund_request_new (first, " ");
  g_autoptr (SalonVoidRequest) empty = salon_void_request_new (second, NULL);
  g_autoptr (SalonVoidRequest) undo = salon_void_request_new (second, "  typed   wrongly ");
  g_autoptr (SalonVoidRequest) again = salon_void_request_new (third, "Undone");
  SalonIdRequest voids = { SALON_SALE_VOID };
  SalonIdRequest refunds = { SALON_SALE_REFUND };
  g_autoptr (SalonReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree SalonLedgerSpan *span = salon_ledger_span_new (SALON_DAY_MIN, SALON_DAY_MAX);
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GPtrArray) of_voids = NULL;
  g_autoptr (GPtrArray) of_refunds = NULL;
  int n = 0;

  salon_refund_request_add (refund, 1, 0);
  sale_salon_refused (s, &salon_command_sale_refund, refund, "note", "Say why");
  sale_salon_refused (s, &salon_command_sale_void, empty, "note", "Say why");
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_sale_void, undo, NULL, NULL));
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_sale_void, again, NULL, NULL));
  receipt = sale_salon_receipt (s, 4);
  g_assert_cmpstr (receipt->sale->note, ==, "typed wrongly");
  salon_fixture_act_as (s->small.salon, SALON_ROLE_OWNER, 0);
  lines = salon_session_query_sync (s->small.salon->session, &salon_query_ledger_list, span, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < lines->len; i++)
    n += g_strcmp0 (g_array_index (lines, SalonLedgerLine, i).note, "typed wrongly") == 0;
  g_assert_cmpint (n, >, 0);
  of_voids = salon_session_query_sync (s->small.salon->session, &salon_query_return_reasons, &voids, NULL);
  of_refunds = salon_session_query_sync (s->small.salon->session, &salon_query_return_reasons, &refunds, NULL);
  g_assert_cmpuint (of_voids->len, ==, 1);
  g_assert_cmpstr (of_voids->pdata[0], ==, "typed wrongly");
  g_assert_cmpuint (of_refunds->len, ==, 0);
}

/* What was paid into the account and used cannot be given back. */
static void
test_used_top_up (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) request = one_item (s->small.irina, s->shampoo, SALON_PAY_ACCOUNT);
  g_autoptr (SalonVoidRequest) undo = NULL;

  top_up (s, s->small.irina, 1500);
  sale_salon_complete (s, request);
  undo = salon_void_request_new (1, "by mistake");
  sale_salon_refused (s, &salon_command_sale_void, undo, "lines", "12.00");
}

/* A sale of yesterday's shift is taken back today, from today's drawer; its visit can be checked out again. */
static void
test_void (SaleSalon *s, gconstpointer data)
{
  gint64 visit_id = small_salon_book (&s->small, s->small.irina, s->small.manicure, s->small.maria, s->small.room1, AT (9, 0));
  SalonIdRequest visit_request = { visit_id };
  g_autoptr (SalonSaleRequest) request = NULL;
  g_autoptr (SalonVoidRequest) undo = NULL;
  g_autoptr (SalonReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  request = salon_session_query_sync (s->small.salon->session, &salon_query_checkout, &visit_request, NULL);
  salon_sale_request_pay (request, SALON_PAY_CASH, SALON_PAY_REST);
  undo = salon_void_request_new (sale_salon_complete (s, request), "by mistake");
  sale_salon_close_shift (s);
  salon_fixture_set_time (s->small.salon, TODAY + 1, 600);
  sale_salon_refused (s, &salon_command_sale_void, undo, "drawer_id", "Open it first");
  sale_salon_open_shift (s);
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_sale_void, undo, &done, &error));
  receipt = sale_salon_receipt (s, done.id);
  g_assert_cmpint (receipt->sale->kind, ==, SALON_SALE_VOID);
  g_assert_cmpint (receipt->sale->day, ==, TODAY + 1);
  g_assert_cmpint (receipt->sale->shift_id, ==, s->shift);
  g_assert_cmpint (receipt->sale->total, ==, -3000);
  g_assert_cmpint (receipt->of_number, ==, 1);
  sale_salon_refused (s, &salon_command_sale_void, undo, NULL, "already");
  g_assert_false (salon_fixture_undo (s->small.salon, done.operation, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 0);
  sale_salon_complete (s, request);
  sale_salon_expect_sound (s);
}

/* Undo of a sale is a void dated now, and the visit is as it was. */
static void
test_undo (SaleSalon *s, gconstpointer data)
{
  gint64 visit_id = small_salon_book (&s->small, s->small.irina, s->small.manicure, s->small.maria, s->small.room1, AT (9, 0));
  SalonIdRequest visit_request = { visit_id };
  g_autoptr (SalonSaleRequest) request = NULL;
  g_autoptr (SalonVisit) visit = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  request = salon_session_query_sync (s->small.salon->session, &salon_query_checkout, &visit_request, NULL);
  salon_sale_request_pay (request, SALON_PAY_CARD, SALON_PAY_REST);
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_sale_complete, request, &done, &error));
  g_assert_true (salon_fixture_undo (s->small.salon, done.operation, &done, &error));
  g_assert_no_error (error);
  visit = small_salon_visit (&s->small, visit_id);
  g_assert_cmpint (visit->state, ==, SALON_VISIT_BOOKED);
  g_assert_cmpint (visit->settled, ==, 0);
  g_assert_cmpint (BALANCE (CARD_TERMINAL, 0), ==, 0);
  g_assert_cmpint (BALANCE (SERVICES, s->small.manicure), ==, 0);
  sale_salon_complete (s, request);
  sale_salon_expect_sound (s);
}

static void
test_list (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) hers = one_item (s->small.irina, s->shampoo, SALON_PAY_CARD);
  g_autoptr (SalonSaleRequest) others = one_item (0, s->comb, SALON_PAY_CASH);
  SalonReceiptsRequest request = { .first_day = TODAY, .last_day = TODAY };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) of_irina = NULL;
  const SalonReceiptRow *row = NULL;

  sale_salon_complete (s, hers);
  sale_salon_complete (s, others);
  all = salon_session_query_sync (s->small.salon->session, &salon_query_receipts, &request, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  request.client_id = s->small.irina;
  of_irina = salon_session_query_sync (s->small.salon->session, &salon_query_receipts, &request, NULL);
  g_assert_cmpuint (of_irina->len, ==, 1);
  row = of_irina->pdata[0];
  g_assert_cmpint (row->number, ==, 1);
  g_assert_cmpstr (row->lines, ==, "Shampoo");
  g_assert_cmpstr (row->client, ==, "Irina Kalniņa");
}

static gint64
add_item_by_command (SaleSalon *s, const char *name, gint64 *id)
{
  g_autoptr (SalonItem) item = salon_item_new ();
  SalonEntityDraft *draft = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  item->name = g_strdup (name);
  item->price = 500;
  draft = salon_entity_draft_new (NULL, item);
  salon_fixture_submit (s->small.salon, &salon_command_catalogue_save, draft, &done, &error);
  salon_entity_draft_free (draft);
  g_assert_no_error (error);
  *id = done.id;
  return done.operation;
}

/* What stands on a receipt cannot be made never to have been; what does not, can. */
static void
test_undo_of_an_item (SaleSalon *s, gconstpointer data)
{
  gint64 sold = 0;
  gint64 unsold = 0;
  gint64 made_sold = add_item_by_command (s, "Mask", &sold);
  gint64 made_unsold = add_item_by_command (s, "Towel", &unsold);
  g_autoptr (SalonSaleRequest) request = one_item (0, sold, SALON_PAY_CASH);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonItem) item = NULL;

  sale_salon_complete (s, request);
  g_assert_true (salon_fixture_undo (s->small.salon, made_unsold, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (salon_fixture_undo (s->small.salon, made_sold, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_nonnull (strstr (error->message, "receipts"));
  item = salon_fixture_get (s->small.salon, salon_item_get_type (), sold);
  g_assert_cmpstr (item->name, ==, "Mask");
  sale_salon_expect_sound (s);
}

static gboolean
read_paid (SalonTx *tx, gpointer data, gint64 *paid, GError **error)
{
  SalonClientStat stat;

  if (!salon_stat_store_get (tx, *(const gint64 *) data, &stat, error))
    return FALSE;
  *paid = stat.paid;
  return TRUE;
}

static SalonMoney
paid_by (SaleSalon *s, gint64 client)
{
  return salon_fixture_read (s->small.salon, read_paid, &client);
}

static gint64
sell_one (SaleSalon *s, gint64 client, gint64 item, SalonPayMethod method)
{
  g_autoptr (SalonSaleRequest) request = one_item (client, item, method);

  return sale_salon_complete (s, request);
}

/* Money that came in by her receipts, also by one whose entry does not name her, and not what is paid from the account.
 * By hand: 20.00 in cash, 12.00 by card, 5.00 by transfer; the card is given back; 12.00 of the other card. */
static void
test_paid (SaleSalon *s, gconstpointer data)
{
  gint64 irina = s->small.irina;
  gint64 olga = s->small.olga;
  g_autoptr (SalonSaleRequest) tip = salon_sale_request_new (irina);
  g_autoptr (SalonVoidRequest) taken_back = NULL;
  g_autoptr (SalonMergeRequest) merge = salon_merge_request_new (olga, irina);
  g_autoptr (GError) error = NULL;
  SalonDone done;

  top_up (s, irina, 2000);
  sell_one (s, irina, s->comb, SALON_PAY_ACCOUNT);
  taken_back = salon_void_request_new (sell_one (s, irina, s->shampoo, SALON_PAY_CARD), "by mistake");
  g_assert_cmpint (paid_by (s, irina), ==, 3200);
  salon_sale_request_add (tip, SALON_SALE_LINE_TIP, s->small.maria)->unit_price = 500;
  salon_sale_request_pay (tip, SALON_PAY_TRANSFER, SALON_PAY_REST);
  sale_salon_complete (s, tip);
  g_assert_cmpint (paid_by (s, irina), ==, 3700);
  sell_one (s, olga, s->shampoo, SALON_PAY_CASH);
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_client_merge, merge, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (paid_by (s, olga), ==, 4900);
  g_assert_cmpint (paid_by (s, irina), ==, 0);
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_sale_void, taken_back, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (paid_by (s, olga), ==, 3700);
  g_assert_true (salon_fixture_undo (s->small.salon, done.operation, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (paid_by (s, olga), ==, 1200);
  g_assert_cmpint (paid_by (s, irina), ==, 2500);
  sale_salon_expect_sound (s);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SALE_TEST ("/sale/checkout", test_checkout);
  SALE_TEST ("/sale/refused", test_refused);
  SALE_TEST ("/sale/refused-payment", test_refused_payment);
  SALE_TEST ("/sale/refused-bill", test_refused_bill);
  SALE_TEST ("/sale/account", test_account);
  SALE_TEST ("/sale/once", test_once);
  SALE_TEST ("/sale/at-once", test_at_once);
  SALE_TEST ("/sale/refund", test_refund);
  SALE_TEST ("/sale/refund-methods", test_refund_methods);
  SALE_TEST ("/sale/reasons", test_reasons);
  SALE_TEST ("/sale/used-top-up", test_used_top_up);
  SALE_TEST ("/sale/void", test_void);
  SALE_TEST ("/sale/undo", test_undo);
  SALE_TEST ("/sale/undo-of-an-item", test_undo_of_an_item);
  SALE_TEST ("/sale/list", test_list);
  SALE_TEST ("/sale/paid", test_paid);
  return g_test_run ();
}
