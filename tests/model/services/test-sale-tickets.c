/* Season tickets, certificates, bonus and discounts within a sale: sold, used, given back, taken back, refused.  All
 * figures are counted by hand. */
#include "sale-salon.h"

#include "base/error.h"
#include "model/entities/price-rule.h"
#include "model/entities/vat-rate-period.h"
#include "model/entities/vat-rate.h"
#include "model/services/bonus.h"
#include "model/services/certificates.h"
#include "model/services/price-rules.h"
#include "model/services/tickets.h"
#include "model/services/upkeep.h"
#include "model/store/repo.h"

#define BALANCE(account, subject) sale_salon_balance (s, SALON_ACCOUNT_##account, subject)

/* Three manicures for 80.00, thirty days from the sale. */
static gint64
add_kind (SaleSalon *s)
{
  g_autoptr (SalonTicketKind) kind = salon_ticket_kind_new ();
  g_autoptr (SalonTicketKindDraft) draft = NULL;
  SalonTicketKindUnits manicure = { s->small.manicure, 0 };
  SalonDone done = { 0 };

  kind->name = g_strdup ("Three manicures");
  kind->unit = SALON_TICKET_UNIT_VISITS;
  kind->split = SALON_TICKET_POOL;
  kind->units = 3000;
  kind->price = 8000;
  kind->valid_days = 30;
  kind->starts = SALON_TICKET_STARTS_AT_SALE;
  draft = salon_ticket_kind_draft_new (NULL, kind);
  g_array_append_val (draft->services, manicure);
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_ticket_kind_save, draft, &done, NULL));
  return done.id;
}

static gint64
sell (SaleSalon *s, SalonSaleLineKind kind, gint64 subject, SalonMoney price, gint64 *line)
{
  g_autoptr (SalonSaleRequest) request = salon_sale_request_new (s->small.irina);
  g_autoptr (SalonReceipt) receipt = NULL;
  gint64 id = 0;

  salon_sale_request_add (request, kind, subject)->unit_price = price;
  salon_sale_request_pay (request, SALON_PAY_CARD, SALON_PAY_REST);
  id = sale_salon_complete (s, request);
  receipt = sale_salon_receipt (s, id);
  *line = salon_sale_line (receipt->sale, 0)->id;
  return salon_sale_line (receipt->sale, 0)->subject_id;
}

static SalonSaleRequest *
manicure (SaleSalon *s, gint64 ticket)
{
  SalonSaleRequest *request = salon_sale_request_new (s->small.irina);
  SalonSaleLineRequest *line = salon_sale_request_add (request, SALON_SALE_LINE_SERVICE, s->small.manicure);

  line->employee_id = s->small.maria;
  line->ticket_id = ticket;
  return request;
}

static SalonSaleQuote *
quote (SaleSalon *s, const SalonSaleRequest *request)
{
  g_autoptr (GError) error = NULL;
  SalonSaleQuote *self = salon_session_query_sync (s->small.salon->session, &salon_query_sale_quote, request, &error);

  g_assert_no_error (error);
  return self;
}

static gint64
refund (SaleSalon *s, gint64 sale, gint64 line)
{
  g_autoptr (SalonRefundRequest) request = salon_refund_request_new (sale, "broken");
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_refund_request_add (request, line, 0);
  salon_fixture_submit (s->small.salon, &salon_command_sale_refund, request, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

/* ---- season tickets */

/* 80.00 in three: 26.67 + 26.66 + 26.67; the tax is in what is used, not in what is sold. */
static void
test_ticket (SaleSalon *s, gconstpointer data)
{
  const SalonMoney worths[] = { 2667, 2666, 2667 };
  const SalonMoney taxes[] = { 463, 463, 463 };
  gint64 line = 0;
  gint64 ticket = sell (s, SALON_SALE_LINE_TICKET, add_kind (s), -1, &line);

  g_assert_cmpint (BALANCE (TICKET, ticket), ==, -8000);
  g_assert_cmpint (BALANCE (TICKET_UNITS, ticket), ==, 3000);
  g_assert_cmpint (BALANCE (VAT, 2100), ==, 0);
  for (guint i = 0; i < 3; i++) {
    g_autoptr (SalonSaleRequest) request = manicure (s, ticket);
    g_autoptr (SalonReceipt) receipt = sale_salon_receipt (s, sale_salon_complete (s, request));

    g_assert_cmpint (receipt->sale->total, ==, worths[i]);
    g_assert_cmpint (receipt->sale->discount, ==, 0);
    g_assert_cmpint (receipt->sale->vat, ==, taxes[i]);
    g_assert_cmpuint (receipt->sale->payments->len, ==, 1);
    g_assert_cmpint (salon_sale_payment (receipt->sale, 0)->method, ==, SALON_PAY_TICKET);
    g_assert_cmpint (salon_sale_line (receipt->sale, 0)->ticket_units, ==, 1000);
  }
  g_assert_cmpint (BALANCE (TICKET, ticket), ==, 0);
  g_assert_cmpint (BALANCE (UNITS_USED, ticket), ==, 3000);
  g_assert_cmpint (BALANCE (SERVICES, s->small.manicure), ==, -(8000 - 3 * 463));
  g_assert_cmpint (BALANCE (CARD_TERMINAL, 0), ==, 8000);
  sale_salon_expect_sound (s);
}

/* Two manicures and a bottle: one by the ticket, the other is offered it, the rest is paid by card. */
static void
test_offer (SaleSalon *s, gconstpointer data)
{
  gint64 line = 0;
  gint64 ticket = sell (s, SALON_SALE_LINE_TICKET, add_kind (s), -1, &line);
  g_autoptr (SalonSaleRequest) request = manicure (s, ticket);
  g_autoptr (SalonSaleQuote) now = NULL;
  g_autoptr (SalonReceipt) receipt = NULL;
  const SalonTicketOffer *offer = NULL;

  salon_sale_request_add (request, SALON_SALE_LINE_SERVICE, s->small.manicure);
  salon_sale_request_add (request, SALON_SALE_LINE_ITEM, s->shampoo);
  salon_sale_request_pay (request, SALON_PAY_CARD, SALON_PAY_REST);
  now = quote (s, request);
  g_assert_cmpuint (now->problems->len, ==, 0);
  g_assert_cmpint (now->totals.total, ==, 2667 + 3000 + 1200);
  g_assert_cmpint (now->by_ticket, ==, 2667);
  g_assert_cmpstr (salon_sale_quote_line (now, 0)->why, ==, "Paid by the season ticket “Three manicures”");
  g_assert_cmpstr (salon_sale_quote_line (now, 1)->why, ==, "The price of the list");
  g_assert_cmpuint (now->offers->len, ==, 1);
  offer = now->offers->pdata[0];
  g_assert_cmpuint (offer->line, ==, 1);
  g_assert_cmpint (offer->ticket_id, ==, ticket);
  g_assert_nonnull (strstr (offer->text, "2 visits left"));
  g_assert_cmpuint (now->payments->len, ==, 2);
  g_assert_cmpint (((SalonQuotePayment *) now->payments->pdata[0])->amount, ==, 4200);
  g_assert_cmpint (((SalonQuotePayment *) now->payments->pdata[1])->method, ==, SALON_PAY_TICKET);
  receipt = sale_salon_receipt (s, sale_salon_complete (s, request));
  g_assert_cmpint (receipt->sale->total, ==, 6867);
  g_assert_cmpint (BALANCE (CARD_TERMINAL, 0), ==, 8000 + 4200);
  sale_salon_expect_sound (s);
}

static void
test_ticket_refused (SaleSalon *s, gconstpointer data)
{
  gint64 kind = add_kind (s);
  gint64 line = 0;
  gint64 ticket = sell (s, SALON_SALE_LINE_TICKET, kind, -1, &line);
  g_autoptr (SalonSaleRequest) olga = manicure (s, ticket);
  g_autoptr (SalonSaleRequest) unknown = manicure (s, 999);
  g_autoptr (SalonSaleRequest) bath = manicure (s, ticket);
  g_autoptr (SalonSaleRequest) many = manicure (s, ticket);
  g_autoptr (SalonSaleRequest) goods = salon_sale_request_new (s->small.irina);
  g_autoptr (SalonSaleRequest) nobody = salon_sale_request_new (0);
  g_autoptr (SalonSaleRequest) late = manicure (s, ticket);

  olga->client_id = s->small.olga;
  salon_sale_request_line (bath, 0)->subject_id = s->small.bath;
  salon_sale_request_line (many, 0)->quantity = 4000;
  salon_sale_request_add (goods, SALON_SALE_LINE_ITEM, s->shampoo)->ticket_id = ticket;
  salon_sale_request_add (nobody, SALON_SALE_LINE_TICKET, kind);
  sale_salon_refused (s, &salon_command_sale_complete, olga, "lines.0.ticket_id", "somebody else");
  sale_salon_refused (s, &salon_command_sale_complete, unknown, "lines.0.ticket_id", "no such season ticket");
  sale_salon_refused (s, &salon_command_sale_complete, bath, "lines.0.ticket_id", "not good for");
  sale_salon_refused (s, &salon_command_sale_complete, many, "lines.0.ticket_id", "Not enough");
  sale_salon_refused (s, &salon_command_sale_complete, goods, "lines.0.ticket_id", "services only");
  sale_salon_refused (s, &salon_command_sale_complete, nobody, "client_id", "made out");
  salon_fixture_set_time (s->small.salon, TODAY + 30, 600);
  sale_salon_refused (s, &salon_command_sale_complete, late, "lines.0.ticket_id", "expired");
}

/* One of three used: 53.33 come back; a used one comes back to the ticket with what it was worth. */
static void
test_ticket_given_back (SaleSalon *s, gconstpointer data)
{
  gint64 line = 0;
  gint64 ticket = sell (s, SALON_SALE_LINE_TICKET, add_kind (s), -1, &line);
  g_autoptr (SalonSaleRequest) request = manicure (s, ticket);
  g_autoptr (SalonVoidRequest) of_sold = salon_void_request_new (1, "by mistake");
  g_autoptr (SalonReceipt) used = NULL;
  g_autoptr (SalonReceipt) back = NULL;
  g_autoptr (SalonReceipt) again = NULL;
  g_autoptr (SalonRefundRequest) late = NULL;

  used = sale_salon_receipt (s, sale_salon_complete (s, request));
  back = sale_salon_receipt (s, refund (s, used->sale->id, salon_sale_line (used->sale, 0)->id));
  g_assert_cmpint (back->sale->total, ==, -2667);
  g_assert_cmpint (salon_sale_payment (back->sale, 0)->method, ==, SALON_PAY_TICKET);
  g_assert_cmpint (BALANCE (TICKET, ticket), ==, -8000);
  g_assert_cmpint (BALANCE (UNITS_USED, ticket), ==, 0);
  again = sale_salon_receipt (s, sale_salon_complete (s, request));
  sale_salon_refused (s, &salon_command_sale_void, of_sold, NULL, "used already");
  refund (s, 1, line);
  g_assert_cmpint (BALANCE (CARD_TERMINAL, 0), ==, 2667);
  g_assert_cmpint (BALANCE (TICKET, ticket), ==, 0);
  g_assert_cmpint (BALANCE (TICKET_UNITS, ticket), ==, 0);
  late = salon_refund_request_new (again->sale->id, "broken");
  salon_refund_request_add (late, salon_sale_line (again->sale, 0)->id, 0);
  sale_salon_refused (s, &salon_command_sale_refund, late, "lines.0.line_id", "given back since");
  sale_salon_expect_sound (s);
}

/* Sold with 10 % off by hand: it is worth what was paid; the sale is undone as a whole. */
static void
test_ticket_undone (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) request = salon_sale_request_new (s->small.irina);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_sale_request_add (request, SALON_SALE_LINE_TICKET, add_kind (s))->manual_bp = 1000;
  salon_sale_request_pay (request, SALON_PAY_CASH, SALON_PAY_REST);
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_sale_complete, request, &done, &error));
  g_assert_cmpint (BALANCE (TICKET, 1), ==, -7200);
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 7200);
  g_assert_cmpint (BALANCE (DISCOUNT, SALON_DISCOUNT_MANUAL), ==, 0);
  g_assert_true (salon_fixture_undo (s->small.salon, done.operation, &done, &error));
  g_assert_no_error (error);
  g_assert_cmpint (BALANCE (TICKET, 1), ==, 0);
  g_assert_cmpint (BALANCE (TICKET_UNITS, 1), ==, 0);
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 0);
  sale_salon_expect_sound (s);
}

/* A bottle and a manicure that stand before the ticket which pays for it, ten per cent off: 72.00 in three are 24.00. */
static SalonSaleRequest *
sell_and_use (SaleSalon *s, gint64 kind)
{
  SalonSaleRequest *request = manicure (s, salon_sale_ticket_of (2));

  salon_sale_request_add (request, SALON_SALE_LINE_ITEM, s->shampoo);
  salon_sale_request_add (request, SALON_SALE_LINE_TICKET, kind)->manual_bp = 1000;
  salon_sale_request_pay (request, SALON_PAY_CARD, SALON_PAY_REST);
  return request;
}

static void
expect_nothing (SaleSalon *s)
{
  g_assert_cmpint (BALANCE (TICKET, 1), ==, 0);
  g_assert_cmpint (BALANCE (TICKET_UNITS, 1), ==, 0);
  g_assert_cmpint (BALANCE (UNITS_USED, 1), ==, 0);
  g_assert_cmpint (BALANCE (SERVICES, s->small.manicure), ==, 0);
  g_assert_cmpint (BALANCE (CARD_TERMINAL, 0), ==, 0);
  g_assert_cmpint (BALANCE (VAT, 2100), ==, 0);
  sale_salon_expect_sound (s);
}

static void
test_sold_and_used (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) request = sell_and_use (s, add_kind (s));
  g_autoptr (SalonVoidRequest) undo = salon_void_request_new (1, "by mistake");
  g_autoptr (SalonSaleQuote) now = quote (s, request);
  g_autoptr (SalonReceipt) receipt = NULL;

  g_assert_cmpuint (now->problems->len, ==, 0);
  g_assert_cmpint (now->by_ticket, ==, 2400);
  g_assert_cmpint (now->totals.total, ==, 2400 + 1200 + 7200);
  receipt = sale_salon_receipt (s, sale_salon_complete (s, request));
  g_assert_cmpint (salon_sale_line (receipt->sale, 0)->ticket_id, ==, 1);
  g_assert_cmpint (salon_sale_line (receipt->sale, 0)->amount, ==, 2400);
  g_assert_cmpint (salon_sale_line (receipt->sale, 0)->vat, ==, 417);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 0)->method, ==, SALON_PAY_TICKET);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 0)->subject_id, ==, 1);
  g_assert_cmpint (BALANCE (CARD_TERMINAL, 0), ==, 8400);
  g_assert_cmpint (BALANCE (TICKET, 1), ==, -4800);
  g_assert_cmpint (BALANCE (TICKET_UNITS, 1), ==, 2000);
  g_assert_cmpint (BALANCE (SERVICES, s->small.manicure), ==, 417 - 2400);
  sale_salon_expect_sound (s);
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_sale_void, undo, NULL, NULL));
  expect_nothing (s);
}

/* The ticket is named before the service that goes back to it: 72.00 come back, not 48.00. */
static void
test_sold_and_used_given_back (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) request = sell_and_use (s, add_kind (s));
  g_autoptr (SalonReceipt) receipt = sale_salon_receipt (s, sale_salon_complete (s, request));
  g_autoptr (SalonRefundRequest) all = salon_refund_request_new (1, "broken");
  g_autoptr (GError) error = NULL;

  for (guint i = 3; i > 0; i--)
    salon_refund_request_add (all, salon_sale_line (receipt->sale, i - 1)->id, 0);
  salon_fixture_submit (s->small.salon, &salon_command_sale_refund, all, NULL, &error);
  g_assert_no_error (error);
  expect_nothing (s);
}

/* Only what is left of it comes back when it was used, also by the receipt that sold it. */
static void
test_sold_and_used_rest (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) request = sell_and_use (s, add_kind (s));
  g_autoptr (SalonReceipt) receipt = sale_salon_receipt (s, sale_salon_complete (s, request));

  refund (s, 1, salon_sale_line (receipt->sale, 2)->id);
  g_assert_cmpint (BALANCE (CARD_TERMINAL, 0), ==, 8400 - 4800);
  g_assert_cmpint (BALANCE (TICKET, 1), ==, 0);
  sale_salon_expect_sound (s);
}

static void
test_sold_and_used_refused (SaleSalon *s, gconstpointer data)
{
  gint64 kind = add_kind (s);
  g_autoptr (SalonSaleRequest) request = sell_and_use (s, kind);
  g_autoptr (SalonSaleRequest) offered = manicure (s, 0);
  g_autoptr (SalonSaleQuote) now = NULL;

  salon_sale_request_line (request, 0)->quantity = 4000;
  sale_salon_refused (s, &salon_command_sale_complete, request, "lines.0.ticket_id", "Not enough");
  salon_sale_request_line (request, 0)->quantity = 1000;
  salon_sale_request_line (request, 0)->ticket_id = salon_sale_ticket_of (1);
  sale_salon_refused (s, &salon_command_sale_complete, request, "lines.0.ticket_id", "no such season ticket");
  salon_sale_request_line (request, 0)->ticket_id = salon_sale_ticket_of (7);
  sale_salon_refused (s, &salon_command_sale_complete, request, "lines.0.ticket_id", "no such season ticket");
  salon_sale_request_line (request, 0)->ticket_id = salon_sale_ticket_of (2);
  salon_sale_request_remove (request, 1);
  g_assert_cmpint (salon_sale_request_line (request, 0)->ticket_id, ==, salon_sale_ticket_of (1));
  salon_sale_request_remove (request, 1);
  g_assert_cmpint (salon_sale_request_line (request, 0)->ticket_id, ==, 0);
  salon_sale_request_add (offered, SALON_SALE_LINE_TICKET, kind);
  now = quote (s, offered);
  g_assert_cmpuint (now->offers->len, ==, 1);
  g_assert_cmpint (((SalonTicketOffer *) now->offers->pdata[0])->ticket_id, ==, salon_sale_ticket_of (1));
  g_assert_nonnull (strstr (((SalonTicketOffer *) now->offers->pdata[0])->text, "Three manicures: 3 "));
}

/* Its last day has passed, though upkeep has not been there: nothing of it comes back, and it stays sold. */
static void
test_expired_not_given_back (SaleSalon *s, gconstpointer data)
{
  gint64 line = 0;
  gint64 ticket = sell (s, SALON_SALE_LINE_TICKET, add_kind (s), -1, &line);
  g_autoptr (SalonRefundRequest) back = salon_refund_request_new (1, "too late");
  g_autoptr (SalonVoidRequest) undo = salon_void_request_new (1, "too late");

  salon_refund_request_add (back, line, 0);
  salon_clock_set_fixed (s->small.salon->clock, salon_clock_now_us (s->small.salon->clock) + 30 * G_TIME_SPAN_DAY);
  sale_salon_refused (s, &salon_command_sale_refund, back, "lines.0.line_id", "Nothing is left");
  sale_salon_refused (s, &salon_command_sale_void, undo, NULL, "expired since");
  g_assert_cmpint (BALANCE (TICKET, ticket), ==, -8000);
}

/* 26.67 with 5 % in them are 1.27; the manicure alone has 21 %. */
static void
test_tax_of_the_kind (SaleSalon *s, gconstpointer data)
{
  SalonVatRate *rate = salon_vat_rate_new ();
  SalonVatRatePeriod *period = salon_vat_rate_period_new ();
  gint64 kind = add_kind (s);
  g_autoptr (SalonTicketKind) before = salon_fixture_get (s->small.salon, salon_ticket_kind_get_type (), kind);
  g_autoptr (SalonTicketKind) changed = salon_ticket_kind_copy (before);
  g_autoptr (SalonTicketKindDraft) draft = NULL;
  SalonTicketKindUnits of_manicure = { s->small.manicure, 0 };
  g_autoptr (SalonSaleRequest) request = NULL;
  g_autoptr (SalonReceipt) receipt = NULL;
  gint64 line = 0;

  rate->name = g_strdup ("Low");
  period->vat_rate_id = salon_fixture_insert (s->small.salon, rate);
  changed->vat_rate_id = period->vat_rate_id;
  period->from_day = 1;
  period->rate_bp = 500;
  salon_fixture_insert (s->small.salon, period);
  draft = salon_ticket_kind_draft_new (before, changed);
  g_array_append_val (draft->services, of_manicure);
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_ticket_kind_save, draft, NULL, NULL));
  request = manicure (s, sell (s, SALON_SALE_LINE_TICKET, kind, -1, &line));
  receipt = sale_salon_receipt (s, sale_salon_complete (s, request));
  g_assert_cmpint (salon_sale_line (receipt->sale, 0)->vat_bp, ==, 500);
  g_assert_cmpint (receipt->sale->vat, ==, 127);
  sale_salon_expect_sound (s);
}

/* Brought from elsewhere with 2 visits for 30.00: one used is worth 15.00, and the other is worth 15.00. */
static void
test_opened_with_worth (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonTicketOpening) opening = salon_ticket_opening_new (add_kind (s), s->small.irina);
  g_autoptr (SalonSaleRequest) request = NULL;
  g_autoptr (SalonReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  opening->units = 2000;
  opening->worth = 3000;
  salon_fixture_act_as (s->small.salon, SALON_ROLE_OWNER, 0);
  salon_fixture_submit (s->small.salon, &salon_command_ticket_open, opening, &done, &error);
  g_assert_no_error (error);
  request = manicure (s, done.id);
  receipt = sale_salon_receipt (s, sale_salon_complete (s, request));
  g_assert_cmpint (receipt->sale->total, ==, 1500);
  g_assert_cmpint (BALANCE (TICKET, done.id), ==, -1500);
  g_assert_cmpint (BALANCE (OPENING, 0), ==, 3000);
  sale_salon_expect_sound (s);
}

/* ---- certificates */

/* 50.00 pay a bottle and part of a manicure; the rest is cash; refunds bring the certificate back first. */
static void
test_certificate (SaleSalon *s, gconstpointer data)
{
  gint64 line = 0;
  gint64 certificate = sell (s, SALON_SALE_LINE_CERTIFICATE, 0, 3500, &line);
  g_autoptr (SalonSaleRequest) request = manicure (s, 0);
  g_autoptr (SalonVoidRequest) of_sold = salon_void_request_new (1, "by mistake");
  g_autoptr (SalonReceipt) receipt = NULL;
  g_autoptr (SalonSaleQuote) now = NULL;

  g_assert_cmpint (BALANCE (CERTIFICATE, certificate), ==, -3500);
  salon_sale_request_add (request, SALON_SALE_LINE_ITEM, s->shampoo);
  salon_sale_request_pay (request, SALON_PAY_CERTIFICATE, SALON_PAY_REST)->subject_id = certificate;
  salon_sale_request_pay (request, SALON_PAY_CASH, SALON_PAY_REST);
  now = quote (s, request);
  g_assert_nonnull (strstr (((SalonQuotePayment *) now->payments->pdata[0])->text, "Certificate 1: 35.00"));
  receipt = sale_salon_receipt (s, sale_salon_complete (s, request));
  g_assert_cmpstr (receipt->payment_texts->pdata[0], ==, "Gift certificate, No. 1");
  g_assert_cmpstr (receipt->payment_texts->pdata[1], ==, "");
  g_assert_cmpint (BALANCE (CERTIFICATE, certificate), ==, 0);
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 700);
  sale_salon_refused (s, &salon_command_sale_complete, request, "payments.0.subject_id", "Nothing is left");
  refund (s, receipt->sale->id, salon_sale_line (receipt->sale, 1)->id);
  g_assert_cmpint (BALANCE (CERTIFICATE, certificate), ==, -1200);
  sale_salon_refused (s, &salon_command_sale_void, of_sold, NULL, "used already");
  refund (s, 1, line);
  g_assert_cmpint (BALANCE (CARD_TERMINAL, 0), ==, 3500 - 1200);
  refund (s, receipt->sale->id, salon_sale_line (receipt->sale, 0)->id);
  g_assert_cmpint (BALANCE (CERTIFICATE, certificate), ==, -2300);
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 0);
  sale_salon_expect_sound (s);
}

static void
test_certificate_refused (SaleSalon *s, gconstpointer data)
{
  gint64 line = 0;
  gint64 certificate = sell (s, SALON_SALE_LINE_CERTIFICATE, 0, 1000, &line);
  g_autoptr (SalonSaleRequest) request = manicure (s, 0);
  g_autoptr (SalonSaleRequest) top_up = salon_sale_request_new (s->small.irina);
  g_autoptr (SalonSaleRequest) free_one = salon_sale_request_new (s->small.irina);
  g_autoptr (SalonCertificateBlock) block = salon_certificate_block_new (certificate, "lost");

  salon_sale_request_pay (request, SALON_PAY_CERTIFICATE, 3000)->subject_id = certificate;
  sale_salon_refused (s, &salon_command_sale_complete, request, "payments.0.amount", "only 10.00");
  g_array_index (request->payments, SalonPaymentRequest, 0).amount = 600;
  salon_sale_request_pay (request, SALON_PAY_CERTIFICATE, 600)->subject_id = certificate;
  sale_salon_refused (s, &salon_command_sale_complete, request, "payments.1.amount", "only 4.00");
  salon_sale_request_add (top_up, SALON_SALE_LINE_TOP_UP, 0)->unit_price = 500;
  salon_sale_request_pay (top_up, SALON_PAY_CERTIFICATE, 500)->subject_id = certificate;
  sale_salon_refused (s, &salon_command_sale_complete, top_up, "payments.0.amount", "services, goods");
  salon_sale_request_add (free_one, SALON_SALE_LINE_CERTIFICATE, 0);
  sale_salon_refused (s, &salon_command_sale_complete, free_one, "lines.0.unit_price", "how much");
  salon_fixture_submit (s->small.salon, &salon_command_certificate_block, block, NULL, NULL);
  sale_salon_refused (s, &salon_command_sale_complete, request, "payments.0.subject_id", "blocked: lost");
}

/* ---- bonus */

/* 10 % of what is paid with money: 30.00 bring 3.00; half a bill may be paid by bonus; refunds put all of it back. */
static void
test_bonus (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) first = manicure (s, 0);
  g_autoptr (SalonSaleRequest) second = manicure (s, 0);
  g_autoptr (SalonSaleRequest) much = salon_sale_request_new (s->small.irina);
  g_autoptr (SalonSaleQuote) now = NULL;
  g_autoptr (SalonReceipt) receipt = NULL;

  small_salon_set_setting (&s->small, "bonus.earn_bp", "1000");
  salon_sale_request_add (first, SALON_SALE_LINE_TOP_UP, 0)->unit_price = 5000; /* earns nothing */
  salon_sale_request_pay (first, SALON_PAY_CARD, SALON_PAY_REST);
  sale_salon_complete (s, first);
  g_assert_cmpint (BALANCE (BONUS, s->small.irina), ==, -300);
  salon_sale_request_add (much, SALON_SALE_LINE_ITEM, s->comb);
  salon_sale_request_pay (much, SALON_PAY_BONUS, 200);
  salon_sale_request_pay (much, SALON_PAY_CARD, SALON_PAY_REST);
  sale_salon_refused (s, &salon_command_sale_complete, much, "payments.0.amount", "At most 1.67");
  salon_sale_request_pay (second, SALON_PAY_BONUS, SALON_PAY_REST);
  salon_sale_request_pay (second, SALON_PAY_ACCOUNT, SALON_PAY_REST);
  now = quote (s, second);
  g_assert_cmpint (now->bonus, ==, 300);
  g_assert_cmpint (now->bonus_limit, ==, 300);
  g_assert_cmpint (now->bonus_earned, ==, 270);
  receipt = sale_salon_receipt (s, sale_salon_complete (s, second));
  g_assert_cmpint (receipt->bonus_earned, ==, 270);
  g_assert_cmpint (BALANCE (BONUS, s->small.irina), ==, -270);
  g_assert_cmpint (BALANCE (CLIENT, s->small.irina), ==, -(5000 - 2700));
  refund (s, receipt->sale->id, salon_sale_line (receipt->sale, 0)->id);
  g_assert_cmpint (BALANCE (BONUS, s->small.irina), ==, -300);
  g_assert_cmpint (BALANCE (CLIENT, s->small.irina), ==, -5000);
  sale_salon_expect_sound (s);
}

/* A sale that is taken back takes back what it brought; a top-up in the same bill is not given back as bonus. */
static void
test_bonus_taken_back (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonSaleRequest) first = manicure (s, 0);
  g_autoptr (SalonSaleRequest) second = manicure (s, 0);
  g_autoptr (SalonVoidRequest) undo = NULL;
  g_autoptr (SalonReceipt) receipt = NULL;
  g_autoptr (GError) error = NULL;

  small_salon_set_setting (&s->small, "bonus.earn_bp", "1000");
  salon_sale_request_pay (first, SALON_PAY_CARD, SALON_PAY_REST);
  undo = salon_void_request_new (sale_salon_complete (s, first), "by mistake");
  salon_sale_request_add (second, SALON_SALE_LINE_TOP_UP, 0)->unit_price = 1000;
  salon_sale_request_pay (second, SALON_PAY_BONUS, 300);
  salon_sale_request_pay (second, SALON_PAY_CASH, SALON_PAY_REST);
  receipt = sale_salon_receipt (s, sale_salon_complete (s, second));
  g_assert_cmpint (BALANCE (BONUS, s->small.irina), ==, -270);
  refund (s, receipt->sale->id, salon_sale_line (receipt->sale, 1)->id);
  g_assert_cmpint (BALANCE (BONUS, s->small.irina), ==, -270);
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 2700);
  salon_fixture_submit (s->small.salon, &salon_command_sale_void, undo, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (BALANCE (BONUS, s->small.irina), ==, 30); /* 3.00 were spent that she has not earned now */
  refund (s, receipt->sale->id, salon_sale_line (receipt->sale, 0)->id);
  g_assert_cmpint (BALANCE (BONUS, s->small.irina), ==, 0);
  g_assert_cmpint (BALANCE (CASH, s->drawer), ==, 0);
  sale_salon_expect_sound (s);
}

/* ---- discounts */

static gint64
add_rule (SaleSalon *s, SalonDiscountSource source, const char *code, gint64 percent, SalonDay from, SalonDay to)
{
  g_autoptr (SalonPriceRule) rule = salon_price_rule_new ();
  SalonPriceRuleDraft *draft = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  rule->name = g_strdup ("Spring");
  rule->source = source;
  rule->code = g_strdup (code);
  rule->kind = SALON_REDUCE_PERCENT;
  rule->value = percent * 100;
  rule->active = 1;
  rule->from_day = from;
  rule->to_day = to;
  rule->per_client = code != NULL ? 1 : 0;
  draft = salon_price_rule_draft_new (NULL, rule, NULL);
  salon_fixture_submit (s->small.salon, &salon_command_price_rule_save, draft, &done, &error);
  salon_price_rule_draft_free (draft);
  g_assert_no_error (error);
  return done.id;
}

/* 20 % by code beats 10 % of everybody; the receipt says which rule it was; she has it once. */
static void
test_code (SaleSalon *s, gconstpointer data)
{
  gint64 everybody = add_rule (s, SALON_DISCOUNT_PROMOTION, NULL, 10, 0, 0);
  gint64 coded = add_rule (s, SALON_DISCOUNT_CODE, "SPRING", 20, 0, 0);
  g_autoptr (SalonSaleRequest) request = manicure (s, 0);
  g_autoptr (SalonSaleRequest) plain = manicure (s, 0);
  g_autoptr (SalonReceipt) receipt = NULL;
  g_autoptr (SalonReceipt) without = NULL;

  salon_sale_request_add (request, SALON_SALE_LINE_ITEM, s->comb); /* never cheaper */
  salon_sale_request_pay (request, SALON_PAY_CARD, SALON_PAY_REST);
  salon_sale_request_pay (plain, SALON_PAY_CARD, SALON_PAY_REST);
  request->code = g_strdup (" spring ");
  receipt = sale_salon_receipt (s, sale_salon_complete (s, request));
  g_assert_cmpint (receipt->sale->discount, ==, 600);
  g_assert_cmpint (salon_sale_line (receipt->sale, 0)->discount_rule_id, ==, coded);
  g_assert_cmpint (salon_sale_line (receipt->sale, 0)->discount_source, ==, SALON_DISCOUNT_CODE);
  g_assert_nonnull (strstr (salon_sale_line (receipt->sale, 0)->discount_text, "“Spring”: 20"));
  g_assert_cmpint (BALANCE (DISCOUNT, SALON_DISCOUNT_CODE), ==, 600);
  without = sale_salon_receipt (s, sale_salon_complete (s, plain));
  g_assert_cmpint (salon_sale_line (without->sale, 0)->discount_rule_id, ==, everybody);
  sale_salon_refused (s, &salon_command_sale_complete, request, "code", "used this promo code already");
  sale_salon_expect_sound (s);
}

static void
test_code_refused (SaleSalon *s, gconstpointer data)
{
  const struct {
    const char *code, *part;
    gint64 client;
  } cases[] = {
    { "NONE", "no such promo code", 1 },
    { "PAST", "has ended", 1 },
    { "SOON", "is good from", 1 },
    { "GOOD", "who the client is", 0 },
    { "GOOD", "takes nothing off", 1 },
  };

  add_rule (s, SALON_DISCOUNT_CODE, "PAST", 20, 0, TODAY - 1);
  add_rule (s, SALON_DISCOUNT_CODE, "SOON", 20, TODAY + 1, 0);
  add_rule (s, SALON_DISCOUNT_CODE, "GOOD", 20, 0, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SalonSaleRequest) request = salon_sale_request_new (cases[i].client != 0 ? s->small.irina : 0);

    salon_sale_request_add (request, SALON_SALE_LINE_ITEM, s->comb);
    salon_sale_request_pay (request, SALON_PAY_CARD, SALON_PAY_REST);
    request->code = g_strdup (cases[i].code);
    sale_salon_refused (s, &salon_command_sale_complete, request, "code", cases[i].part);
  }
}

/* Who is at the desk may take off 10 % by hand: as a discount, as a lower price, on the whole, and not by two of them. */
static void
test_limit (SaleSalon *s, gconstpointer data)
{
  const struct {
    SalonMoney price, off, whole;
    int bp;
    const char *field;
  } cases[] = {
    { -1, 0, 0, 1001, "lines.0.manual_bp" },      { -1, 301, 0, 0, "lines.0.manual_discount" },
    { 2699, 0, 0, 0, "lines.0.unit_price" },      { 2850, 151, 0, 0, "lines.0.unit_price" },
    { -1, 0, 301, 0, "whole_discount" },          { 0, 0, 0, 0, "lines.0.unit_price" },
    { -1, 300, 0, 0, NULL },                      { 2700, 0, 0, 0, NULL },
    { -1, 0, 300, 0, NULL },                      { 3100, 0, 0, 1000, NULL },
  };

  salon_fixture_act_as (s->small.salon, SALON_ROLE_ADMINISTRATOR, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SalonSaleRequest) request = manicure (s, 0);
    g_autoptr (SalonSaleQuote) now = NULL;

    salon_sale_request_line (request, 0)->unit_price = cases[i].price;
    salon_sale_request_line (request, 0)->manual_discount = cases[i].off;
    salon_sale_request_line (request, 0)->manual_bp = cases[i].bp;
    request->whole_discount = cases[i].whole;
    now = quote (s, request);
    g_assert_cmpuint (now->problems->len, ==, cases[i].field != NULL ? 1 : 0);
    if (cases[i].field != NULL)
      g_assert_cmpstr (((SalonSaleProblem *) now->problems->pdata[0])->field, ==, cases[i].field);
    if (cases[i].field != NULL && cases[i].price < 0) /* what is refused takes nothing off */
      g_assert_cmpint (now->totals.total, ==, 3000);
  }
}

/* ---- from elsewhere */

/* Two manicures that are worth 50.00, 20.00 on a certificate, a bonus of 5.00: brought in, used, undone. */
static void
test_openings (SaleSalon *s, gconstpointer data)
{
  g_autoptr (SalonTicketOpening) ticket = salon_ticket_opening_new (add_kind (s), s->small.irina);
  g_autoptr (SalonCertificateOpening) certificate = salon_certificate_opening_new (0, 2000);
  g_autoptr (SalonBonusCorrection) bonus = salon_bonus_correction_new (s->small.irina, 500, SALON_DAY_NONE, "from the old book");
  g_autoptr (SalonBonusCorrection) less = salon_bonus_correction_new (s->small.irina, -501, SALON_DAY_NONE, "by mistake");
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSaleRequest) request = NULL;
  SalonDone done = { 0 };
  gint64 operation = 0;

  sale_salon_refused (s, &salon_command_ticket_open, ticket, NULL, "Only the owner");
  salon_fixture_act_as (s->small.salon, SALON_ROLE_OWNER, 0);
  sale_salon_refused (s, &salon_command_ticket_open, ticket, "units", "how many");
  ticket->units = 2000;
  ticket->worth = 5000;
  ticket->last_day = TODAY - 1;
  sale_salon_refused (s, &salon_command_ticket_open, ticket, "last_day", "today or later");
  ticket->last_day = TODAY + 9;
  ticket->number = g_strdup ("A-17");
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_ticket_open, ticket, &done, &error));
  operation = done.operation;
  sale_salon_refused (s, &salon_command_ticket_open, ticket, "number", "already");
  request = manicure (s, done.id);
  g_assert_cmpint (sale_salon_complete (s, request), ==, 1);
  g_assert_cmpint (BALANCE (TICKET, done.id), ==, -2500);
  g_assert_false (salon_fixture_undo (s->small.salon, operation, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_certificate_open, certificate, &done, &error));
  g_assert_cmpint (BALANCE (CERTIFICATE, done.id), ==, -2000);
  g_assert_true (salon_fixture_undo (s->small.salon, done.operation, NULL, &error));
  g_assert_cmpint (BALANCE (CERTIFICATE, done.id), ==, 0);
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_bonus_correct, bonus, &done, &error));
  g_assert_cmpint (BALANCE (BONUS, s->small.irina), ==, -500);
  sale_salon_refused (s, &salon_command_bonus_correct, less, "amount", "only 5.00");
  g_assert_cmpint (BALANCE (OPENING, 0), ==, 5000);
  sale_salon_expect_sound (s);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SALE_TEST ("/sale-tickets/ticket", test_ticket);
  SALE_TEST ("/sale-tickets/offer", test_offer);
  SALE_TEST ("/sale-tickets/ticket-refused", test_ticket_refused);
  SALE_TEST ("/sale-tickets/ticket-given-back", test_ticket_given_back);
  SALE_TEST ("/sale-tickets/ticket-undone", test_ticket_undone);
  SALE_TEST ("/sale-tickets/expired-not-given-back", test_expired_not_given_back);
  SALE_TEST ("/sale-tickets/tax-of-the-kind", test_tax_of_the_kind);
  SALE_TEST ("/sale-tickets/opened-with-worth", test_opened_with_worth);
  SALE_TEST ("/sale-tickets/sold-and-used", test_sold_and_used);
  SALE_TEST ("/sale-tickets/sold-and-used-given-back", test_sold_and_used_given_back);
  SALE_TEST ("/sale-tickets/sold-and-used-rest", test_sold_and_used_rest);
  SALE_TEST ("/sale-tickets/sold-and-used-refused", test_sold_and_used_refused);
  SALE_TEST ("/sale-tickets/certificate", test_certificate);
  SALE_TEST ("/sale-tickets/certificate-refused", test_certificate_refused);
  SALE_TEST ("/sale-tickets/bonus", test_bonus);
  SALE_TEST ("/sale-tickets/bonus-taken-back", test_bonus_taken_back);
  SALE_TEST ("/sale-tickets/code", test_code);
  SALE_TEST ("/sale-tickets/code-refused", test_code_refused);
  SALE_TEST ("/sale-tickets/limit", test_limit);
  SALE_TEST ("/sale-tickets/openings", test_openings);
  return g_test_run ();
}
