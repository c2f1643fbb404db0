/* What the tests of the sale do with its page. */
#include "sale-support.h"

gint64
sale_page_add_item (SalePage *test, const char *name, const char *barcode, SalonMoney price)
{
  SalonItem *item = salon_item_new ();

  item->name = g_strdup (name);
  item->barcode = g_strdup (barcode);
  item->price = price;
  return salon_fixture_insert (test->fixture, item);
}

void
sale_page_set_up (SalePage *test, gconstpointer data)
{
  test->fixture = salon_fixture_new ();
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", "29000001");
  test->maria = salon_fixture_add_employee (test->fixture, "Maria");
  test->manicure = salon_fixture_add_service (test->fixture, "Manicure", 60, 3000);
  test->shampoo = sale_page_add_item (test, "Shampoo", "4750001000012", 1250);
}

void
sale_page_show (SalePage *test)
{
  test->page = ui_show (salon_sale_page_new (test->fixture->session));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (test->fixture->session)));
  salon_page_activate (SALON_PAGE (test->page));
}

void
sale_page_tear_down (SalePage *test, gconstpointer data)
{
  ui_close (test->page);
  salon_fixture_free (test->fixture);
}

void
sale_page_open_drawer (SalePage *test)
{
  g_autofree SalonCashOpenRequest *request = salon_cash_open_request_new (0, 5000);
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (test->fixture, &salon_command_cash_open, request, NULL, &error);
  g_assert_no_error (error);
}

gboolean
sale_page_shows (SalePage *test, const char *text)
{
  GtkWidget *label = ui_find_label (test->page, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

gboolean
sale_page_shows_left (SalePage *test, SalonMoney amount)
{
  g_autofree char *money = salon_money_format (amount, salon_currency_by_code ("EUR"));
  g_autofree char *text = g_strconcat ("Left to pay: ", money, NULL);

  return sale_page_shows (test, text);
}

GtkWidget *
sale_page_find_entry (SalePage *test)
{
  return ui_find_with_class (test->page, "salon-sale-find");
}

gboolean
sale_page_has_focus (GtkWidget *widget)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* What the keyboard does: the field is told, then Enter. */
void
sale_page_type_and_enter (SalePage *test, const char *text)
{
  GtkWidget *entry = sale_page_find_entry (test);

  ui_wait_until (gtk_widget_get_mapped (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  ui_wait_until (gtk_widget_get_first_child (ui_find_with_class (test->page, "salon-picks")) != NULL);
  g_signal_emit_by_name (entry, "activate");
}

void
sale_page_enter (SalePage *test)
{
  gtk_editable_set_text (GTK_EDITABLE (sale_page_find_entry (test)), "");
  g_signal_emit_by_name (sale_page_find_entry (test), "activate");
}

void
sale_page_pay (SalePage *test, SalonPayMethod method)
{
  g_assert_true (gtk_widget_activate_action (test->page, "sale.pay", "i", (int) method));
}

GPtrArray *
sale_page_receipts (SalePage *test)
{
  SalonReceiptsRequest request = { .last_day = G_MAXINT32 };
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = salon_session_query_sync (test->fixture->session, &salon_query_receipts, &request, &error);

  g_assert_no_error (error);
  return rows;
}

void
sale_page_top_up (SalePage *test, SalonMoney amount)
{
  g_autoptr (SalonSaleRequest) request = salon_sale_request_new (test->irina);
  g_autoptr (GError) error = NULL;

  salon_sale_request_add (request, SALON_SALE_LINE_TOP_UP, test->irina)->unit_price = amount;
  salon_sale_request_pay (request, SALON_PAY_CARD, -1);
  salon_fixture_submit (test->fixture, &salon_command_sale_complete, request, NULL, &error);
  g_assert_no_error (error);
}

GtkWidget *
sale_page_find_named (GtkWidget *root, const char *tooltip)
{
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0 && (GTK_IS_BUTTON (root) || GTK_IS_MENU_BUTTON (root)))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = sale_page_find_named (child, tooltip);

    if (found != NULL)
      return found;
  }
  return NULL;
}

guint
sale_page_n_receipts (SalePage *test)
{
  g_autoptr (GPtrArray) rows = sale_page_receipts (test);

  return rows->len;
}
