/* A receipt that was handed over is known to be: what follows is a copy, and nobody can make that undone. */
#include "model/entities/client.h"
#include "model/services/fiscal.h"
#include "model/services/slips.h"
#include "sale-salon.h"

#include <string.h>

static gint64
sell (SaleSalon *s)
{
  g_autoptr (SalonSaleRequest) request = salon_sale_request_new (s->small.irina);

  salon_sale_request_add (request, SALON_SALE_LINE_ITEM, s->shampoo);
  salon_sale_request_pay (request, SALON_PAY_CASH, SALON_PAY_REST);
  return sale_salon_complete (s, request);
}

static gboolean
is_printed (SaleSalon *s, gint64 sale)
{
  g_autoptr (SalonReceipt) receipt = sale_salon_receipt (s, sale);

  return receipt->printed;
}

static void
test_remembered (SaleSalon *s, gconstpointer data)
{
  gint64 first = sell (s);
  gint64 second = sell (s);
  SalonIdRequest request = { first };
  g_autoptr (GError) error = NULL;

  g_assert_false (is_printed (s, first));
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_slip_printed, &request, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (is_printed (s, first));
  g_assert_false (is_printed (s, second));
}

static void
test_stays (SaleSalon *s, gconstpointer data)
{
  SalonIdRequest request = { sell (s) };
  SalonDone done = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_slip_printed, &request, &done, NULL));
  g_assert_false (salon_fixture_undo (s->small.salon, done.operation, NULL, &error));
  g_assert_nonnull (strstr (error->message, "cannot be undone"));
  g_assert_true (is_printed (s, request.id));
}

static void
test_unknown (SaleSalon *s, gconstpointer data)
{
  SalonIdRequest request = { 99 };
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_fixture_submit (s->small.salon, &salon_command_slip_printed, &request, NULL, &error));
  g_assert_nonnull (error);
}

/* Of a visit that is checked out an alert must have been read; of goods it is only shown. */
static void
test_alert (SaleSalon *s, gconstpointer data)
{
  SalonClient *careful = salon_client_new ();
  gint64 olga = 0;
  gint64 visit = 0;
  SalonIdRequest checkout = { 0 };
  g_autoptr (SalonSaleRequest) request = NULL;
  g_autoptr (SalonSaleRequest) goods = NULL;

  careful->first_name = g_strdup ("Olga");
  careful->alert = g_strdup ("Allergy: acetone");
  olga = salon_fixture_insert (s->small.salon, careful);
  visit = salon_fixture_add_visit (s->small.salon, olga, TODAY, 540, SALON_VISIT_DONE, s->small.manicure, s->small.maria, 0);
  checkout.id = visit;
  request = salon_session_query_sync (s->small.salon->session, &salon_query_checkout, &checkout, NULL);
  salon_sale_request_pay (request, SALON_PAY_CARD, SALON_PAY_REST);
  sale_salon_refused (s, &salon_command_sale_complete, request, "accept_alert", "Allergy: acetone");
  request->accept_alert = TRUE;
  sale_salon_complete (s, request);
  goods = salon_sale_request_new (olga);
  salon_sale_request_add (goods, SALON_SALE_LINE_ITEM, s->shampoo);
  salon_sale_request_pay (goods, SALON_PAY_CARD, SALON_PAY_REST);
  sale_salon_complete (s, goods);
}

/* ---- the cash register */

static char *
fiscal_of (SaleSalon *s, gint64 sale)
{
  g_autoptr (SalonReceipt) receipt = sale_salon_receipt (s, sale);

  return g_strdup (receipt->sale->fiscal_number);
}

static void
say_refused (SaleSalon *s, gint64 sale, const char *number)
{
  g_autoptr (SalonFiscalNumber) request = salon_fiscal_number_new (sale, number);

  sale_salon_refused (s, &salon_command_sale_fiscal, request, "number", "");
}

static void
test_fiscal (SaleSalon *s, gconstpointer data)
{
  gint64 sale = sell (s);
  g_autoptr (SalonFiscalNumber) request = salon_fiscal_number_new (sale, " 0451\t77 ");
  g_autofree char *before = fiscal_of (s, sale);
  g_autofree char *after = NULL;
  SalonDone done = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (before);
  say_refused (s, sale, "  ");
  say_refused (s, sale, "12345678901234567890123456789012345678901");
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_sale_fiscal, request, &done, NULL));
  say_refused (s, sale, "0451 78");
  g_assert_true (salon_fixture_submit (s->small.salon, &salon_command_sale_fiscal, request, NULL, NULL));
  g_assert_false (salon_fixture_undo (s->small.salon, done.operation, NULL, &error));
  g_assert_nonnull (strstr (error->message, "cannot be undone"));
  after = fiscal_of (s, sale);
  g_assert_cmpstr (after, ==, "0451 77");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  SALE_TEST ("/slips/remembered", test_remembered);
  SALE_TEST ("/slips/stays", test_stays);
  SALE_TEST ("/slips/unknown", test_unknown);
  SALE_TEST ("/slips/alert", test_alert);
  SALE_TEST ("/slips/fiscal", test_fiscal);
  return g_test_run ();
}
