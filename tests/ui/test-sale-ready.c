/* What is shown before there is anything that it could pay for waits, says so, and pays then. */
#include "sale-support.h"

#include "model/services/certificates.h"
#include "model/services/tickets.h"

#define NUMBER "7001"

static void
submit (SalePage *test, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (test->fixture, command, request, NULL, &error);
  g_assert_no_error (error);
}

static void
add_certificate (SalePage *test, SalonMoney rest)
{
  g_autoptr (SalonCertificateOpening) opening = salon_certificate_opening_new (test->irina, rest);

  opening->number = g_strdup (NUMBER);
  submit (test, &salon_command_certificate_open, opening);
}

/* Ten visits, of which two are left.  @other: 0 = it is for manicures only */
static void
add_ticket (SalePage *test, gint64 other)
{
  g_autoptr (SalonTicketKind) kind = salon_ticket_kind_new ();
  g_autoptr (SalonTicketKindDraft) draft = NULL;
  g_autoptr (SalonTicketOpening) opening = salon_ticket_opening_new (1, test->irina);
  SalonTicketKindUnits services[] = { { test->manicure, 0 }, { other, 0 } };

  kind->name = g_strdup ("Ten visits");
  kind->unit = SALON_TICKET_UNIT_VISITS;
  kind->split = SALON_TICKET_POOL;
  kind->units = 10000;
  kind->price = 20000;
  kind->starts = SALON_TICKET_STARTS_AT_SALE;
  draft = salon_ticket_kind_draft_new (NULL, kind);
  g_array_append_vals (draft->services, services, other != 0 ? 2 : 1);
  submit (test, &salon_command_ticket_kind_save, draft);
  opening->units = 2000;
  opening->worth = 4000;
  opening->number = g_strdup (NUMBER);
  submit (test, &salon_command_ticket_open, opening);
}

static void
begin (SalePage *test)
{
  sale_page_open_drawer (test);
  sale_page_show (test);
  ui_wait_until (gtk_widget_get_mapped (sale_page_find_entry (test)));
}

/* As a scanner does it. */
static void
scan (SalePage *test)
{
  g_assert_true (salon_page_open_text (SALON_PAGE (test->page), "number", NUMBER));
}

static char *
certificate_text (SalonMoney rest)
{
  g_autofree char *money = salon_money_format (rest, salon_currency_by_code ("EUR"));

  return g_strdup_printf ("Gift certificate " NUMBER " (%s left) is ready and pays as soon as there is something to pay.", money);
}

/* ---- certificates */

/* Shown first, sold later: 20.00 of 30.00 are paid by it, and nobody scans it again. */
static void
test_certificate_first (SalePage *test, gconstpointer data)
{
  g_autofree char *text = certificate_text (2000);
  g_autoptr (GPtrArray) receipts = NULL;

  add_certificate (test, 2000);
  begin (test);
  scan (test);
  ui_wait_until (sale_page_shows (test, text));
  g_assert_true (sale_page_has_focus (sale_page_find_entry (test)));
  scan (test); /* twice is once */
  sale_page_type_and_enter (test, "manicure");
  ui_wait_until (sale_page_shows_left (test, 1000));
  g_assert_false (sale_page_shows (test, text));
  sale_page_pay (test, SALON_PAY_CARD);
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
  receipts = sale_page_receipts (test);
  g_assert_cmpuint (receipts->len, ==, 1);
}

static void
test_certificate_put_away (SalePage *test, gconstpointer data)
{
  g_autofree char *text = certificate_text (2000);

  add_certificate (test, 2000);
  begin (test);
  scan (test);
  ui_wait_until (sale_page_shows (test, text));
  g_signal_emit_by_name (sale_page_find_named (gtk_widget_get_parent (ui_find_label (test->page, text)), "Close"), "clicked");
  ui_wait_until (!sale_page_shows (test, text));
  sale_page_type_and_enter (test, "manicure");
  ui_wait_until (sale_page_shows_left (test, 3000));
}

/* Goods and a certificate right after each other: what the goods come to is not known yet. */
static void
test_certificate_at_once (SalePage *test, gconstpointer data)
{
  add_certificate (test, 1000);
  begin (test);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "item", test->shampoo));
  scan (test);
  ui_wait_until (sale_page_shows_left (test, 250));
}

/* ---- season tickets */

/* One for two services: neither is sold.  What it waits for is named; what it is not good for does not disturb it. */
static void
test_ticket_without_service (SalePage *test, gconstpointer data)
{
  const char *text = "The season ticket “Ten visits” is ready and pays as soon as there is a service of it: Manicure, Pedicure.";

  add_ticket (test, salon_fixture_add_service (test->fixture, "Pedicure", 60, 3500));
  salon_fixture_add_service (test->fixture, "Haircut", 60, 4000);
  begin (test);
  sale_page_type_and_enter (test, "haircut");
  ui_wait_until (sale_page_shows_left (test, 4000));
  scan (test);
  ui_wait_until (sale_page_shows (test, text) && sale_page_shows (test, "Irina Kalniņa"));
  g_assert_false (sale_page_shows (test, "This season ticket is not good for this service."));
  g_assert_true (sale_page_has_focus (sale_page_find_entry (test)));
  sale_page_type_and_enter (test, "pedicure");
  ui_wait_until (sale_page_shows (test, "By season ticket") && sale_page_shows_left (test, 4000));
  g_assert_false (sale_page_shows (test, text));
}

/* One for a single service brings it, whatever else is sold. */
static void
test_ticket_brings_service (SalePage *test, gconstpointer data)
{
  add_ticket (test, 0);
  salon_fixture_add_service (test->fixture, "Haircut", 60, 4000);
  begin (test);
  sale_page_type_and_enter (test, "haircut");
  ui_wait_until (sale_page_shows_left (test, 4000));
  scan (test);
  ui_wait_until (sale_page_shows (test, "Manicure") && sale_page_shows (test, "By season ticket") && sale_page_shows_left (test, 4000));
}

static void
test_ticket_used_up (SalePage *test, gconstpointer data)
{
  add_ticket (test, salon_fixture_add_service (test->fixture, "Pedicure", 60, 3500));
  begin (test);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (SalonSaleRequest) request = salon_sale_request_new (test->irina);

    salon_sale_request_add (request, SALON_SALE_LINE_SERVICE, test->manicure)->ticket_id = 1;
    submit (test, &salon_command_sale_complete, request);
  }
  scan (test);
  ui_wait_until (sale_page_shows (test, "Nothing is left of the season ticket."));
  g_assert_cmpuint (sale_page_n_receipts (test), ==, 2);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  SALE_PAGE_TEST ("/sale-ready/certificate-first", test_certificate_first);
  SALE_PAGE_TEST ("/sale-ready/certificate-put-away", test_certificate_put_away);
  SALE_PAGE_TEST ("/sale-ready/certificate-at-once", test_certificate_at_once);
  SALE_PAGE_TEST ("/sale-ready/ticket-without-service", test_ticket_without_service);
  SALE_PAGE_TEST ("/sale-ready/ticket-brings-service", test_ticket_brings_service);
  SALE_PAGE_TEST ("/sale-ready/ticket-used-up", test_ticket_used_up);
  return g_test_run ();
}
