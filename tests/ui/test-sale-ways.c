/* What else is sold and how else it is paid: the account, tips, season tickets, certificates, codes; the alert that must be
 * read; receipts that are looked at again and given back in part. */
#include "sale-support.h"

#include "model/entities/client.h"
#include "model/services/account.h"
#include "model/services/certificates.h"
#include "model/services/slips.h"
#include "model/services/tickets.h"

static void
submit (SalePage *test, const SalonCommand *command, gconstpointer request, SalonDone *done)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (test->fixture, command, request, done, &error);
  g_assert_no_error (error);
}

static SalonReceipt *
receipt (SalePage *test, gint64 id)
{
  SalonIdRequest request = { id };
  g_autoptr (GError) error = NULL;
  SalonReceipt *found = salon_session_query_sync (test->fixture->session, &salon_query_receipt, &request, &error);

  g_assert_no_error (error);
  return found;
}

/* Three manicures for 80.00. */
static void
add_ticket_kind (SalePage *test)
{
  g_autoptr (SalonTicketKind) kind = salon_ticket_kind_new ();
  g_autoptr (SalonTicketKindDraft) draft = NULL;
  SalonTicketKindUnits manicure = { test->manicure, 0 };

  kind->name = g_strdup ("Three manicures");
  kind->unit = SALON_TICKET_UNIT_VISITS;
  kind->split = SALON_TICKET_POOL;
  kind->units = 3000;
  kind->price = 8000;
  kind->valid_days = 30;
  kind->starts = SALON_TICKET_STARTS_AT_SALE;
  draft = salon_ticket_kind_draft_new (NULL, kind);
  g_array_append_val (draft->services, manicure);
  submit (test, &salon_command_ticket_kind_save, draft, NULL);
}

static void
begin_for_irina (SalePage *test)
{
  sale_page_open_drawer (test);
  sale_page_show (test);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "client", test->irina));
  ui_wait_until (sale_page_shows (test, "Irina Kalniņa"));
}

/* ---- what else is sold */

static void
test_top_up (SalePage *test, gconstpointer data)
{
  g_autoptr (SalonReceipt) found = NULL;

  begin_for_irina (test);
  sale_page_type_and_enter (test, "top up");
  ui_wait_until (ui_find_field (test->page, "unit_price") != NULL);
  g_assert_true (sale_page_has_focus (GTK_WIDGET (ui_find_field (test->page, "unit_price"))));
  ui_type_field (test->page, "unit_price", "25");
  ui_wait_until (sale_page_shows_left (test, 2500));
  ui_wait_until (sale_page_has_focus (sale_page_find_entry (test))); /* Enter goes on */
  sale_page_pay (test, SALON_PAY_CASH);
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
  found = receipt (test, 1);
  g_assert_cmpint (salon_sale_line (found->sale, 0)->kind, ==, SALON_SALE_LINE_TOP_UP);
  g_assert_cmpint (salon_sale_line (found->sale, 0)->subject_id, ==, test->irina);
  g_assert_cmpint (found->sale->total, ==, 2500);
}

/* From the card of a client: the amount is what is asked for. */
static void
test_top_up_from_card (SalePage *test, gconstpointer data)
{
  sale_page_open_drawer (test);
  sale_page_show (test);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "top-up", test->irina));
  ui_wait_until (gtk_widget_get_mapped (sale_page_find_entry (test)));
  ui_wait_until (sale_page_has_focus (GTK_WIDGET (ui_find_field (test->page, "unit_price"))));
}

static void
test_tip (SalePage *test, gconstpointer data)
{
  g_autoptr (SalonReceipt) found = NULL;

  begin_for_irina (test);
  sale_page_type_and_enter (test, "Tip for Maria");
  ui_wait_until (ui_find_field (test->page, "unit_price") != NULL);
  g_assert_null (ui_find_field (test->page, "manual_bp"));
  sale_page_pay (test, SALON_PAY_CARD);
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Say how much."));
  ui_type_field (test->page, "unit_price", "5");
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
  found = receipt (test, 1);
  g_assert_cmpint (salon_sale_line (found->sale, 0)->kind, ==, SALON_SALE_LINE_TIP);
  g_assert_cmpint (salon_sale_line (found->sale, 0)->subject_id, ==, test->maria);
  g_assert_cmpint (found->sale->total, ==, 500);
}

/* ---- how else it is paid */

/* 80.00 for three: each is worth 26.67, 26.67 and 26.66; of the first the client pays nothing. */
static void
test_ticket_sold_and_used (SalePage *test, gconstpointer data)
{
  g_autoptr (SalonReceipt) found = NULL;

  add_ticket_kind (test);
  begin_for_irina (test);
  sale_page_type_and_enter (test, "three");
  ui_wait_until (sale_page_shows_left (test, 8000));
  sale_page_pay (test, SALON_PAY_CARD);
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "client", test->irina));
  ui_press_button (test->page, "Next sale");
  sale_page_type_and_enter (test, "manicure");
  ui_wait_until (ui_find_with_class (test->page, "salon-sale-ticket") != NULL);
  sale_page_pay (test, SALON_PAY_TICKET);
  ui_wait_until (!sale_page_shows_left (test, 3000) && sale_page_shows (test, "By season ticket"));
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Receipt 2"));
  found = receipt (test, 2);
  g_assert_cmpint (salon_sale_line (found->sale, 0)->ticket_units, ==, 1000);
  g_assert_cmpint (salon_sale_payment (found->sale, 0)->method, ==, SALON_PAY_TICKET);
  g_assert_cmpint (salon_sale_payment (found->sale, 0)->amount, ==, 2667);
}

static void
test_ticket_put_away (SalePage *test, gconstpointer data)
{
  g_autoptr (SalonTicketOpening) opening = NULL;

  add_ticket_kind (test);
  opening = salon_ticket_opening_new (1, test->irina);
  opening->units = 2000;
  opening->worth = 4000;
  submit (test, &salon_command_ticket_open, opening, NULL);
  begin_for_irina (test);
  sale_page_type_and_enter (test, "manicure");
  ui_wait_until (ui_find_with_class (test->page, "salon-sale-ticket") != NULL);
  g_signal_emit_by_name (ui_find_with_class (test->page, "salon-sale-ticket"), "clicked");
  ui_wait_until (sale_page_shows (test, "By season ticket"));
  g_signal_emit_by_name (ui_find_with_class (test->page, "salon-sale-ticket"), "clicked");
  ui_wait_until (sale_page_shows_left (test, 3000));
}

/* 20.00 of 30.00 by a certificate whose number is scanned where goods are, the rest by card. */
static void
test_certificate (SalePage *test, gconstpointer data)
{
  g_autoptr (SalonCertificateOpening) opening = salon_certificate_opening_new (test->irina, 2000);
  g_autoptr (SalonReceipt) found = NULL;

  opening->number = g_strdup ("7001");
  submit (test, &salon_command_certificate_open, opening, NULL);
  begin_for_irina (test);
  sale_page_type_and_enter (test, "manicure");
  ui_wait_until (sale_page_shows_left (test, 3000));
  gtk_editable_set_text (GTK_EDITABLE (sale_page_find_entry (test)), "7001");
  g_signal_emit_by_name (sale_page_find_entry (test), "activate");
  ui_wait_until (sale_page_shows_left (test, 1000));
  sale_page_pay (test, SALON_PAY_CARD);
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
  found = receipt (test, 1);
  g_assert_cmpuint (found->sale->payments->len, ==, 2);
  g_assert_cmpint (salon_sale_payment (found->sale, 0)->method, ==, SALON_PAY_CERTIFICATE);
  g_assert_cmpint (salon_sale_payment (found->sale, 0)->amount, ==, 2000);
  g_assert_cmpint (salon_sale_payment (found->sale, 1)->amount, ==, 1000);
}

/* What pays as much as it can follows the bill when a line is taken out. */
static void
test_certificate_follows (SalePage *test, gconstpointer data)
{
  g_autoptr (SalonCertificateOpening) opening = salon_certificate_opening_new (test->irina, 10000);
  g_autoptr (SalonReceipt) found = NULL;

  opening->number = g_strdup ("7002");
  submit (test, &salon_command_certificate_open, opening, NULL);
  begin_for_irina (test);
  sale_page_type_and_enter (test, "manicure");
  sale_page_type_and_enter (test, "4750001000012");
  ui_wait_until (sale_page_shows_left (test, 4250));
  sale_page_pay (test, SALON_PAY_CERTIFICATE);
  ui_type_field (test->page, "certificate", "7002");
  ui_wait_until (!sale_page_shows_left (test, 4250));
  g_signal_emit_by_name (sale_page_find_named (test->page, "Take out (Delete)"), "clicked");
  sale_page_enter (test);
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
  found = receipt (test, 1);
  g_assert_cmpint (salon_sale_payment (found->sale, 0)->amount, ==, 1250);
}

static void
test_unknown_number (SalePage *test, gconstpointer data)
{
  begin_for_irina (test);
  sale_page_type_and_enter (test, "manicure");
  ui_wait_until (sale_page_shows_left (test, 3000));
  gtk_editable_set_text (GTK_EDITABLE (sale_page_find_entry (test)), "99887766");
  g_signal_emit_by_name (sale_page_find_entry (test), "activate");
  ui_wait_until (sale_page_shows (test, "Nothing is sold or paid by this number."));
  g_assert_true (sale_page_shows (test, "Manicure"));
}

static void
test_ways_that_are_closed (SalePage *test, gconstpointer data)
{
  sale_page_open_drawer (test);
  sale_page_show (test);
  sale_page_type_and_enter (test, "manicure");
  ui_wait_until (sale_page_shows_left (test, 3000));
  sale_page_pay (test, SALON_PAY_BONUS);
  ui_wait_until (sale_page_shows (test, "Say who the client is."));
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "client", test->irina));
  sale_page_type_and_enter (test, "manicure");
  ui_wait_until (sale_page_shows (test, "Irina Kalniņa") && sale_page_shows_left (test, 3000));
  sale_page_pay (test, SALON_PAY_BONUS);
  ui_wait_until (sale_page_shows (test, "The client has no bonus."));
  sale_page_pay (test, SALON_PAY_TICKET);
  ui_wait_until (sale_page_shows (test, "The client has no season ticket for what is sold."));
}

/* ---- what must not be forgotten */

static gint64
visit_with_alert (SalePage *test)
{
  SalonClient *client = salon_client_new ();

  client->first_name = g_strdup ("Olga");
  client->alert = g_strdup ("Allergy: acetone");
  return salon_fixture_add_visit (test->fixture, salon_fixture_insert (test->fixture, client), SALON_FIXTURE_TODAY, 9 * 60,
                                  SALON_VISIT_DONE, test->manicure, test->maria, 0);
}

static void
test_alert_is_read_first (SalePage *test, gconstpointer data)
{
  gint64 id = visit_with_alert (test);

  sale_page_open_drawer (test);
  sale_page_show (test);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "check-out", id));
  ui_wait_until (sale_page_shows (test, "Allergy: acetone") && sale_page_shows_left (test, 3000));
  sale_page_pay (test, SALON_PAY_CARD);
  sale_page_enter (test);
  ui_wait_until (ui_find_button (test->page, "I have read it") != NULL
                 && sale_page_has_focus (ui_find_button (test->page, "I have read it")));
  g_assert_cmpuint (sale_page_n_receipts (test), ==, 0);
  ui_press_button (test->page, "I have read it");
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
}

/* ---- codes, receipts */

static void
test_unknown_code (SalePage *test, gconstpointer data)
{
  GtkWidget *label = NULL;

  begin_for_irina (test);
  sale_page_type_and_enter (test, "manicure");
  ui_wait_until (sale_page_shows_left (test, 3000));
  ui_press_button (test->page, "Discount, promo code …");
  label = ui_find_label (test->page, "Promo code");
  ui_wait_until (gtk_widget_get_mapped (label));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_next_sibling (label)), "SPRING");
  g_signal_emit_by_name (gtk_widget_get_next_sibling (label), "activate");
  ui_wait_until (sale_page_shows (test, "There is no such promo code."));
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_next_sibling (label)), "");
  g_signal_emit_by_name (gtk_widget_get_next_sibling (label), "activate");
  ui_wait_until (!sale_page_shows (test, "There is no such promo code."));
}

static void
sell_three (SalePage *test)
{
  g_autoptr (SalonSaleRequest) request = salon_sale_request_new (test->irina);

  salon_sale_request_add (request, SALON_SALE_LINE_ITEM, test->shampoo)->quantity = 3000;
  salon_sale_request_pay (request, SALON_PAY_CARD, -1);
  submit (test, &salon_command_sale_complete, request, NULL);
}

/* From the list of receipts, two of three pieces: 25.00. */
static void
test_part_of_a_line (SalePage *test, gconstpointer data)
{
  g_autoptr (SalonReceipt) found = NULL;

  sale_page_open_drawer (test);
  sell_three (test);
  sale_page_show (test);
  ui_wait_until (gtk_widget_get_mapped (sale_page_find_entry (test)));
  g_assert_true (gtk_widget_activate_action (test->page, "sale.receipts", NULL));
  ui_wait_until (ui_find_label (test->page, "Shampoo") != NULL);
  g_signal_emit_by_name (gtk_widget_get_ancestor (ui_find_label (test->page, "Shampoo"), GTK_TYPE_LIST_BOX), "row-activated",
                         gtk_widget_get_ancestor (ui_find_label (test->page, "Shampoo"), GTK_TYPE_LIST_BOX_ROW));
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
  ui_wait_until (sale_page_find_named (test->page, "Give this line back") != NULL);
  g_signal_emit_by_name (sale_page_find_named (test->page, "Give this line back"), "clicked");
  ui_wait_until (ui_find_field (test->page, "quantity") != NULL);
  gtk_editable_set_text (GTK_EDITABLE (salon_form_field_get_control (ui_find_field (test->page, "note"))), "two of three");
  ui_type_field (test->page, "quantity", "2");
  ui_wait_until (sale_page_n_receipts (test) == 2);
  found = receipt (test, 2);
  g_assert_cmpint (found->sale->kind, ==, SALON_SALE_REFUND);
  g_assert_cmpint (found->sale->total, ==, -2500);
}

static GtkWindow *
other_window (SalePage *test)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

    if (gtk_window_get_transient_for (window) == GTK_WINDOW (gtk_widget_get_root (test->page)))
      return window;
  }
  return NULL;
}

static void
test_looked_at (SalePage *test, gconstpointer data)
{
  GtkWindow *window = NULL;

  sale_page_open_drawer (test);
  sell_three (test);
  sale_page_show (test);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "receipt", 1));
  ui_wait_until (sale_page_shows (test, "Receipt 1"));
  ui_press_button (test->page, "Look at it …");
  ui_wait_until ((window = other_window (test)) != NULL && gtk_widget_get_mapped (GTK_WIDGET (window)));
  g_assert_cmpstr (gtk_window_get_title (window), ==, "Receipt 1");
  ui_wait_until (gtk_drawing_area_get_content_height (GTK_DRAWING_AREA (ui_find (GTK_WIDGET (window), GTK_TYPE_DRAWING_AREA))) > 100);
  ui_press_button (GTK_WIDGET (window), "A4");
  ui_wait_until (gtk_drawing_area_get_content_width (GTK_DRAWING_AREA (ui_find (GTK_WIDGET (window), GTK_TYPE_DRAWING_AREA))) > 600);
  gtk_window_close (window);
  ui_wait_until (other_window (test) == NULL);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  SALE_PAGE_TEST ("/sale-ways/top-up", test_top_up);
  SALE_PAGE_TEST ("/sale-ways/top-up-from-card", test_top_up_from_card);
  SALE_PAGE_TEST ("/sale-ways/tip", test_tip);
  SALE_PAGE_TEST ("/sale-ways/ticket", test_ticket_sold_and_used);
  SALE_PAGE_TEST ("/sale-ways/ticket-put-away", test_ticket_put_away);
  SALE_PAGE_TEST ("/sale-ways/certificate", test_certificate);
  SALE_PAGE_TEST ("/sale-ways/certificate-follows", test_certificate_follows);
  SALE_PAGE_TEST ("/sale-ways/unknown-number", test_unknown_number);
  SALE_PAGE_TEST ("/sale-ways/closed", test_ways_that_are_closed);
  SALE_PAGE_TEST ("/sale-ways/alert", test_alert_is_read_first);
  SALE_PAGE_TEST ("/sale-ways/unknown-code", test_unknown_code);
  SALE_PAGE_TEST ("/sale-ways/part-of-a-line", test_part_of_a_line);
  SALE_PAGE_TEST ("/sale-ways/looked-at", test_looked_at);
  return g_test_run ();
}
