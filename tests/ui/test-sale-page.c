/* The sale with a real salon behind it: what is typed, paid and completed by keys stands in the file; what is refused is said
 * at its place, and nothing of the draft is lost. */
#include "sale-support.h"

#include "model/entities/visit.h"
#include "model/services/ledger.h"

static void
test_service_paid_in_cash (SalePage *test, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  sale_page_open_drawer (test);
  sale_page_show (test);
  ui_wait_until (sale_page_has_focus (sale_page_find_entry (test)));
  sale_page_type_and_enter (test, "mani");
  ui_wait_until (sale_page_shows_left (test, 3000));
  sale_page_pay (test, SALON_PAY_CASH);
  ui_wait_until (!sale_page_shows_left (test, 3000));
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
  rows = sale_page_receipts (test);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((SalonReceiptRow *) rows->pdata[0])->total, ==, 3000);
}

static void
test_barcode_twice_is_one_line (SalePage *test, gconstpointer data)
{
  sale_page_open_drawer (test);
  sale_page_show (test);
  ui_settle ();
  sale_page_type_and_enter (test, "4750001000012");
  ui_wait_until (sale_page_shows_left (test, 1250));
  sale_page_type_and_enter (test, "4750001000012");
  ui_wait_until (sale_page_shows_left (test, 2500));
  g_assert_true (sale_page_shows (test, "2"));
}

static void
test_without_payment_it_says_so (SalePage *test, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  sale_page_open_drawer (test);
  sale_page_show (test);
  sale_page_type_and_enter (test, "mani");
  ui_wait_until (sale_page_shows_left (test, 3000));
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Something is left to pay: choose how."));
  rows = sale_page_receipts (test);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_true (sale_page_shows (test, "Manicure"));
}

/* The draft outlives a look at another page. */
static void
test_draft_stays (SalePage *test, gconstpointer data)
{
  sale_page_open_drawer (test);
  sale_page_show (test);
  sale_page_type_and_enter (test, "mani");
  ui_wait_until (sale_page_shows_left (test, 3000));
  salon_page_deactivate (SALON_PAGE (test->page));
  gtk_widget_set_visible (test->page, FALSE);
  ui_settle ();
  gtk_widget_set_visible (test->page, TRUE);
  salon_page_activate (SALON_PAGE (test->page));
  ui_wait_until (sale_page_shows_left (test, 3000));
}

static void
test_no_drawer (SalePage *test, gconstpointer data)
{
  sale_page_show (test);
  ui_wait_until (sale_page_shows (test, "No drawer is open"));
  ui_type_field (test->page, "opening", "50");
  ui_press_button (test->page, "Open the drawer");
  ui_wait_until (gtk_widget_get_mapped (sale_page_find_entry (test)));
}

static void
test_check_out (SalePage *test, gconstpointer data)
{
  gint64 id = salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY, 9 * 60, SALON_VISIT_DONE, test->manicure,
                                       test->maria, 0);
  g_autoptr (SalonVisit) visit = NULL;

  sale_page_open_drawer (test);
  sale_page_show (test);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "check-out", id));
  ui_wait_until (sale_page_shows (test, "Irina Kalniņa") && sale_page_shows (test, "Maria"));
  sale_page_pay (test, SALON_PAY_CARD);
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
  visit = salon_fixture_get (test->fixture, salon_visit_get_type (), id);
  g_assert_cmpint (visit->settled, ==, 1);
  g_assert_cmpint (visit->state, ==, SALON_VISIT_DONE);
}

/* 30.00 and 12.50: 20.00 from the account, 22.50 in cash; then the first line is given back. */
static void
test_part_from_the_account (SalePage *test, gconstpointer data)
{
  gint64 id = salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY, 9 * 60, SALON_VISIT_ARRIVED, test->manicure,
                                       test->maria, 0);
  SalonIdRequest second = { 2 };
  g_autoptr (SalonReceipt) receipt = NULL;

  sale_page_open_drawer (test);
  sale_page_top_up (test, 2000);
  sale_page_show (test);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "check-out", id));
  ui_wait_until (sale_page_shows_left (test, 3000));
  sale_page_type_and_enter (test, "4750001000012");
  ui_wait_until (sale_page_shows_left (test, 4250));
  sale_page_pay (test, SALON_PAY_ACCOUNT);
  ui_wait_until (sale_page_shows_left (test, 2250));
  sale_page_pay (test, SALON_PAY_CASH);
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Receipt 2"));
  receipt = salon_session_query_sync (test->fixture->session, &salon_query_receipt, &second, NULL);
  g_assert_cmpuint (receipt->sale->payments->len, ==, 2);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 0)->method, ==, SALON_PAY_ACCOUNT);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 0)->amount, ==, 2000);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 1)->method, ==, SALON_PAY_CASH);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 1)->amount, ==, 2250);
  ui_wait_until (sale_page_find_named (test->page, "Give this line back") != NULL);
  g_signal_emit_by_name (sale_page_find_named (test->page, "Give this line back"), "clicked");
  ui_wait_until (sale_page_shows (test, "Give back: Manicure"));
  ui_type_field (test->page, "note", "the nail broke");
  ui_wait_until (sale_page_n_receipts (test) == 3);
}

static void
sell_shampoo (SalePage *test)
{
  g_autoptr (SalonSaleRequest) request = salon_sale_request_new (test->irina);
  g_autoptr (GError) error = NULL;

  salon_sale_request_add (request, SALON_SALE_LINE_ITEM, test->shampoo)->quantity = 3000;
  salon_sale_request_pay (request, SALON_PAY_CARD, SALON_PAY_REST);
  salon_fixture_submit (test->fixture, &salon_command_sale_complete, request, NULL, &error);
  g_assert_no_error (error);
  sale_page_show (test);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "receipt", 1));
  ui_wait_until (sale_page_find_named (test->page, "Give this line back") != NULL);
}

static GtkWidget *
way_called (GtkWidget *root, const char *label)
{
  if (GTK_IS_CHECK_BUTTON (root) && g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = way_called (child, label);

    if (found != NULL)
      return found;
  }
  return NULL;
}

/* Three pieces by card: one of them comes back into the account, when it is said why. */
static void
test_give_some_back (SalePage *test, gconstpointer data)
{
  SalonIdRequest second = { 2 };
  g_autoptr (SalonReceipt) receipt = NULL;

  sale_page_open_drawer (test);
  sell_shampoo (test);
  g_signal_emit_by_name (sale_page_find_named (test->page, "Give this line back"), "clicked");
  ui_wait_until (sale_page_shows (test, "Brought back"));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (way_called (test->page, "Card"))));
  g_assert_null (way_called (test->page, "Cash"));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (way_called (test->page, "Into the client's account")), TRUE);
  ui_type_field (test->page, "quantity", "1");
  ui_wait_until (sale_page_shows (test, "Say why."));
  g_assert_cmpuint (sale_page_n_receipts (test), ==, 1);
  ui_press_button (test->page, "Brought back");
  ui_press_button (test->page, "Give back");
  ui_wait_until (sale_page_n_receipts (test) == 2);
  receipt = salon_session_query_sync (test->fixture->session, &salon_query_receipt, &second, NULL);
  g_assert_cmpstr (receipt->sale->note, ==, "Brought back");
  g_assert_cmpint (salon_sale_line (receipt->sale, 0)->quantity, ==, -1000);
  g_assert_cmpuint (receipt->sale->payments->len, ==, 1);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 0)->method, ==, SALON_PAY_ACCOUNT);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 0)->amount, ==, -1250);
}

/* Esc leaves it as it was; then it is taken back, and the receipt of that tells why. */
static void
test_take_back (SalePage *test, gconstpointer data)
{
  sale_page_open_drawer (test);
  sell_shampoo (test);
  ui_press_button (test->page, "Take the receipt back");
  ui_wait_until (sale_page_shows (test, "Take receipt 1 back as a whole"));
  ui_press_button (test->page, "Cancel");
  ui_wait_until (!sale_page_shows (test, "Take receipt 1 back as a whole"));
  ui_press_button (test->page, "Take the receipt back");
  ui_type_field (test->page, "note", "typed wrongly");
  ui_wait_until (sale_page_n_receipts (test) == 2);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "receipt", 2));
  ui_wait_until (sale_page_shows (test, "Takes receipt 1 back: typed wrongly"));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  SALE_PAGE_TEST ("/sale-page/service-in-cash", test_service_paid_in_cash);
  SALE_PAGE_TEST ("/sale-page/barcode-twice", test_barcode_twice_is_one_line);
  SALE_PAGE_TEST ("/sale-page/nothing-paid", test_without_payment_it_says_so);
  SALE_PAGE_TEST ("/sale-page/draft-stays", test_draft_stays);
  SALE_PAGE_TEST ("/sale-page/no-drawer", test_no_drawer);
  SALE_PAGE_TEST ("/sale-page/check-out", test_check_out);
  SALE_PAGE_TEST ("/sale-page/part-from-the-account", test_part_from_the_account);
  SALE_PAGE_TEST ("/sale-page/give-some-back", test_give_some_back);
  SALE_PAGE_TEST ("/sale-page/take-back", test_take_back);
  return g_test_run ();
}
