/* The sale with a real salon behind it: what is typed, paid and completed by keys stands in the file; what is refused is said
 * at its place, and nothing of the draft is lost. */
#include "gui/pages/sale/sale-draft.h"
#include "gui/pages/sale/sale-page.h"
#include "gui/parts/directory.h"
#include "gui/widgets/page.h"
#include "model/entities/item.h"
#include "model/entities/visit.h"
#include "model/services/cash-shift.h"
#include "model/services/ledger.h"
#include "model/services/sale.h"
#include "pages-support.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

typedef struct {
  SalonFixture *fixture;
  GtkWidget *page;
  gint64 irina;
  gint64 maria;
  gint64 manicure;
  gint64 shampoo;
} Test;

static gint64
add_item (Test *test, const char *name, const char *barcode, SalonMoney price)
{
  SalonItem *item = salon_item_new ();

  item->name = g_strdup (name);
  item->barcode = g_strdup (barcode);
  item->price = price;
  return salon_fixture_insert (test->fixture, item);
}

static void
set_up (Test *test, gconstpointer data)
{
  test->fixture = salon_fixture_new ();
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", "29000001");
  test->maria = salon_fixture_add_employee (test->fixture, "Maria");
  test->manicure = salon_fixture_add_service (test->fixture, "Manicure", 60, 3000);
  test->shampoo = add_item (test, "Shampoo", "4750001000012", 1250);
}

static void
show (Test *test)
{
  test->page = ui_show (salon_sale_page_new (test->fixture->session));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (test->fixture->session)));
  salon_page_activate (SALON_PAGE (test->page));
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->page);
  salon_fixture_free (test->fixture);
}

static void
open_drawer (Test *test)
{
  g_autofree SalonCashOpenRequest *request = salon_cash_open_request_new (0, 5000);
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (test->fixture, &salon_command_cash_open, request, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
shows (Test *test, const char *text)
{
  GtkWidget *label = ui_find_label (test->page, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static gboolean
shows_left (Test *test, SalonMoney amount)
{
  g_autofree char *money = salon_money_format (amount, salon_currency_by_code ("EUR"));
  g_autofree char *text = g_strconcat ("Left to pay: ", money, NULL);

  return shows (test, text);
}

static GtkWidget *
find_entry (Test *test)
{
  return ui_find_with_class (test->page, "salon-sale-find");
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* What the keyboard does: the field is told, then Enter. */
static void
type_and_enter (Test *test, const char *text)
{
  GtkWidget *entry = find_entry (test);

  ui_wait_until (gtk_widget_get_mapped (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ui_wait_until (gtk_widget_get_first_child (ui_find_with_class (test->page, "salon-picks")) != NULL);
  g_signal_emit_by_name (entry, "activate");
}

static void
enter (Test *test)
{
  gtk_editable_set_text (GTK_EDITABLE (find_entry (test)), "");
  g_signal_emit_by_name (find_entry (test), "activate");
}

static void
pay (Test *test, SalonPayMethod method)
{
  g_assert_true (gtk_widget_activate_action (test->page, "sale.pay", "i", (int) method));
}

static GPtrArray *
receipts (Test *test)
{
  SalonReceiptsRequest request = { .last_day = G_MAXINT32 };
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = salon_session_query_sync (test->fixture->session, &salon_query_receipts, &request, &error);

  g_assert_no_error (error);
  return rows;
}

static void
test_service_paid_in_cash (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  open_drawer (test);
  show (test);
  ui_wait_until (has_focus (find_entry (test)));
  type_and_enter (test, "mani");
  ui_wait_until (shows_left (test, 3000));
  pay (test, SALON_PAY_CASH);
  ui_wait_until (!shows_left (test, 3000));
  enter (test);
  ui_wait_until (shows (test, "Receipt 1"));
  rows = receipts (test);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (((SalonReceiptRow *) rows->pdata[0])->total, ==, 3000);
}

static void
test_barcode_twice_is_one_line (Test *test, gconstpointer data)
{
  open_drawer (test);
  show (test);
  ui_settle ();
  type_and_enter (test, "4750001000012");
  ui_wait_until (shows_left (test, 1250));
  type_and_enter (test, "4750001000012");
  ui_wait_until (shows_left (test, 2500));
  g_assert_true (shows (test, "2"));
}

static void
test_without_payment_it_says_so (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) rows = NULL;

  open_drawer (test);
  show (test);
  type_and_enter (test, "mani");
  ui_wait_until (shows_left (test, 3000));
  enter (test);
  ui_wait_until (shows (test, "Something is left to pay: choose how."));
  rows = receipts (test);
  g_assert_cmpuint (rows->len, ==, 0);
  g_assert_true (shows (test, "Manicure"));
}

/* The draft outlives a look at another page. */
static void
test_draft_stays (Test *test, gconstpointer data)
{
  open_drawer (test);
  show (test);
  type_and_enter (test, "mani");
  ui_wait_until (shows_left (test, 3000));
  salon_page_deactivate (SALON_PAGE (test->page));
  gtk_widget_set_visible (test->page, FALSE);
  ui_settle ();
  gtk_widget_set_visible (test->page, TRUE);
  salon_page_activate (SALON_PAGE (test->page));
  ui_wait_until (shows_left (test, 3000));
}

static void
test_no_drawer (Test *test, gconstpointer data)
{
  show (test);
  ui_wait_until (shows (test, "No drawer is open"));
  ui_type_field (test->page, "opening", "50");
  ui_press_button (test->page, "Open the drawer");
  ui_wait_until (gtk_widget_get_mapped (find_entry (test)));
}

static void
test_check_out (Test *test, gconstpointer data)
{
  gint64 id = salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY, 9 * 60, SALON_VISIT_DONE, test->manicure,
                                       test->maria, 0);
  g_autoptr (SalonVisit) visit = NULL;

  open_drawer (test);
  show (test);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "check-out", id));
  ui_wait_until (shows (test, "Irina Kalniņa") && shows (test, "Maria"));
  pay (test, SALON_PAY_CARD);
  enter (test);
  ui_wait_until (shows (test, "Receipt 1"));
  visit = salon_fixture_get (test->fixture, salon_visit_get_type (), id);
  g_assert_cmpint (visit->settled, ==, 1);
  g_assert_cmpint (visit->state, ==, SALON_VISIT_DONE);
}

static void
top_up (Test *test, SalonMoney amount)
{
  g_autoptr (SalonSaleRequest) request = salon_sale_request_new (test->irina);
  g_autoptr (GError) error = NULL;

  salon_sale_request_add (request, SALON_SALE_LINE_TOP_UP, test->irina)->unit_price = amount;
  salon_sale_request_pay (request, SALON_PAY_CARD, -1);
  salon_fixture_submit (test->fixture, &salon_command_sale_complete, request, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
find_named (GtkWidget *root, const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0 && GTK_IS_BUTTON (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = find_named (child, tooltip);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static guint
n_receipts (Test *test)
{
  g_autoptr (GPtrArray) rows = receipts (test);

  return rows->len;
}

/* 30.00 and 12.50: 20.00 from the account, 22.50 in cash; then the first line is given back. */
static void
test_part_from_the_account (Test *test, gconstpointer data)
{
  gint64 id = salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY, 9 * 60, SALON_VISIT_ARRIVED, test->manicure,
                                       test->maria, 0);
  SalonIdRequest second = { 2 };
  g_autoptr (SalonReceipt) receipt = NULL;

  open_drawer (test);
  top_up (test, 2000);
  show (test);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "check-out", id));
  ui_wait_until (shows_left (test, 3000));
  type_and_enter (test, "4750001000012");
  ui_wait_until (shows_left (test, 4250));
  pay (test, SALON_PAY_ACCOUNT);
  ui_wait_until (shows_left (test, 2250));
  pay (test, SALON_PAY_CASH);
  enter (test);
  ui_wait_until (shows (test, "Receipt 2"));
  receipt = salon_session_query_sync (test->fixture->session, &salon_query_receipt, &second, NULL);
  g_assert_cmpuint (receipt->sale->payments->len, ==, 2);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 0)->method, ==, SALON_PAY_ACCOUNT);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 0)->amount, ==, 2000);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 1)->method, ==, SALON_PAY_CASH);
  g_assert_cmpint (salon_sale_payment (receipt->sale, 1)->amount, ==, 2250);
  ui_wait_until (find_named (test->page, "Give this line back") != NULL);
  g_signal_emit_by_name (find_named (test->page, "Give this line back"), "clicked");
  ui_wait_until (n_receipts (test) == 3);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/sale-page/service-in-cash", Test, NULL, set_up, test_service_paid_in_cash, tear_down);
  g_test_add ("/sale-page/barcode-twice", Test, NULL, set_up, test_barcode_twice_is_one_line, tear_down);
  g_test_add ("/sale-page/nothing-paid", Test, NULL, set_up, test_without_payment_it_says_so, tear_down);
  g_test_add ("/sale-page/draft-stays", Test, NULL, set_up, test_draft_stays, tear_down);
  g_test_add ("/sale-page/no-drawer", Test, NULL, set_up, test_no_drawer, tear_down);
  g_test_add ("/sale-page/check-out", Test, NULL, set_up, test_check_out, tear_down);
  g_test_add ("/sale-page/part-from-the-account", Test, NULL, set_up, test_part_from_the_account, tear_down);
  return g_test_run ();
}
