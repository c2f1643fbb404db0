/* The editors of goods and of prices: what is typed stands in the database, what is doubtful is asked once more. */
#include "config.h"

#include <glib/gstdio.h>

#include "gui/pages/settings/goods-import.h"
#include "gui/pages/settings/service-prices.h"
#include "gui/pages/settings/settings-page.h"
#include "gui/parts/directory.h"
#include "gui/parts/entity-list.h"
#include "gui/widgets/money-entry.h"
#include "gui/widgets/page.h"
#include "model/entities/employee-level.h"
#include "model/entities/item.h"
#include "model/entities/service-price.h"
#include "model/entities/service-variant.h"
#include "pages-support.h"

static GtkWidget *
show (SalonFixture *fixture, const char *section)
{
  GtkWidget *page = ui_show (salon_settings_page_new (fixture->session));

  salon_page_activate (SALON_PAGE (page));
  g_assert_true (salon_page_open_text (SALON_PAGE (page), "section", section));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (fixture->session)));
  ui_settle ();
  return page;
}

static SalonItem *
item_of (SalonFixture *fixture)
{
  g_autoptr (GPtrArray) items = salon_fixture_find (fixture, salon_item_get_type (), NULL, 0);

  return items->len == 1 ? g_object_ref (items->pdata[0]) : NULL;
}

static gboolean
barcode_is (SalonFixture *fixture, const char *barcode)
{
  g_autoptr (SalonItem) item = item_of (fixture);

  return item != NULL && g_strcmp0 (item->barcode, barcode) == 0;
}

static void
set_text (GtkWidget *page, const char *field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (salon_form_field_get_control (ui_find_field (page, field))), text);
}

static gboolean
is_marked (GtkWidget *page, const char *field)
{
  return salon_form_field_get_error (ui_find_field (page, field)) != NULL;
}

/* A name and a price make an item; one key more keeps a barcode that is no EAN. */
static void
test_new_item (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture, "goods");
  g_autoptr (SalonItem) item = NULL;

  ui_press_button (page, "Add an item");
  ui_wait_until (ui_find_field (page, "barcode") != NULL);
  set_text (page, "name", "Shampoo");
  gtk_editable_set_text (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (salon_form_field_get_control (ui_find_field (page, "price"))))),
                         "12.50");
  ui_type_field (page, "barcode", "4006381333930");
  ui_wait_until (is_marked (page, "barcode"));
  g_assert_cmpuint (salon_fixture_count (fixture, salon_item_get_type ()), ==, 0);
  ui_type_field (page, "barcode", "4006381333930");
  ui_wait_until (salon_fixture_count (fixture, salon_item_get_type ()) == 1);
  item = item_of (fixture);
  g_assert_cmpstr (item->name, ==, "Shampoo");
  g_assert_cmpstr (item->barcode, ==, "4006381333930");
  g_assert_cmpint (item->price, ==, 1250);
  ui_wait_until (ui_find_label (page, "Shampoo") != NULL);
  ui_close (page);
}

/* Of what exists the mistake is not saved with the next field; another barcode is asked about anew. */
static void
test_doubt (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  SalonItem *item = salon_item_new ();
  GtkWidget *page = NULL;
  GtkWidget *row = NULL;

  item->name = g_strdup ("Comb");
  salon_fixture_insert (fixture, item);
  page = show (fixture, "goods");
  ui_wait_until (ui_find_label (page, "Comb") != NULL);
  row = gtk_widget_get_ancestor (ui_find_label (page, "Comb"), GTK_TYPE_LIST_BOX_ROW);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  ui_wait_until (ui_find_field (page, "barcode") != NULL);
  ui_type_field (page, "barcode", "96385075");
  ui_wait_until (is_marked (page, "barcode"));
  ui_type_field (page, "code", "K-7");
  ui_settle ();
  g_assert_true (barcode_is (fixture, NULL));
  ui_type_field (page, "barcode", "96385076");
  ui_settle ();
  g_assert_true (barcode_is (fixture, NULL));
  ui_type_field (page, "barcode", "96385074");
  ui_wait_until (barcode_is (fixture, "96385074"));
  ui_close (page);
}

static gboolean
level_takes (SalonFixture *fixture, SalonMoney price)
{
  g_autoptr (GPtrArray) prices = salon_fixture_find (fixture, salon_service_price_get_type (), NULL, 0);

  return prices->len == 1 && ((SalonServicePrice *) prices->pdata[0])->price == price;
}

/* A variant is added, and a level gets a price of its own and loses it again. */
static void
test_service_prices (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  SalonEmployeeLevel *level = salon_employee_level_new ();
  GtkWidget *page = NULL;
  GtkWidget *row = NULL;
  GtkWidget *prices = NULL;
  GtkEntry *cell = NULL;

  salon_fixture_add_service (fixture, "Manicure", 60, 2500);
  level->name = g_strdup ("Top");
  salon_fixture_insert (fixture, level);
  page = show (fixture, "services");
  ui_wait_until (ui_find_label (page, "Manicure") != NULL);
  row = gtk_widget_get_ancestor (ui_find_label (page, "Manicure"), GTK_TYPE_LIST_BOX_ROW);
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (row)), GTK_LIST_BOX_ROW (row));
  prices = ui_find (page, SALON_TYPE_SERVICE_PRICES);
  ui_wait_until (gtk_widget_get_mapped (prices) && ui_find_label (prices, "Top") != NULL);
  cell = salon_value_entry_get_entry (SALON_VALUE_ENTRY (ui_find (prices, SALON_TYPE_MONEY_ENTRY)));
  gtk_editable_set_text (GTK_EDITABLE (cell), "31");
  g_signal_emit_by_name (cell, "activate");
  ui_wait_until (level_takes (fixture, 3100));
  ui_settle ();
  cell = salon_value_entry_get_entry (SALON_VALUE_ENTRY (ui_find (prices, SALON_TYPE_MONEY_ENTRY)));
  gtk_editable_set_text (GTK_EDITABLE (cell), "");
  g_signal_emit_by_name (cell, "activate");
  ui_wait_until (salon_fixture_count (fixture, salon_service_price_get_type ()) == 0);
  ui_settle ();
  salon_entity_list_add (SALON_ENTITY_LIST (ui_find (prices, SALON_TYPE_ENTITY_LIST)));
  ui_wait_until (ui_find_field (prices, "more_min") != NULL);
  set_text (prices, "name", "Long nails");
  ui_type_field (prices, "more_min", "15");
  ui_wait_until (salon_fixture_count (fixture, salon_service_variant_get_type ()) == 1);
  ui_wait_until (ui_find_label (prices, "Long nails") != NULL);
  ui_close (page);
}

static GtkWidget *
question (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    if (ui_find_button (window, "Cancel") != NULL && ui_find_button (window, "Import") != NULL)
      return window;
  }
  return NULL;
}

/* A file is told before it is taken over: nothing is written until then. */
static void
test_import (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture, "goods");
  g_autofree char *path = g_build_filename (fixture->folder, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWidget *button = ui_find_button (page, "Import…");
  g_autoptr (SalonItem) item = NULL;

  g_assert_true (g_file_set_contents (path, "Name;Price\nShampoo;12.50\nMask;8\n", -1, NULL));
  salon_goods_import_open (button, file);
  ui_wait_until (question () != NULL);
  g_assert_nonnull (ui_find_label (question (), "Goods: 2\n\nShampoo, Mask\n\n"
                                                "What is known by its barcode, number or name gets the price of the file."));
  ui_press_button (question (), "Cancel");
  ui_wait_until (question () == NULL);
  g_assert_cmpuint (salon_fixture_count (fixture, salon_item_get_type ()), ==, 0);
  salon_goods_import_open (button, file);
  ui_wait_until (question () != NULL);
  ui_press_button (question (), "Import");
  ui_wait_until (salon_fixture_count (fixture, salon_item_get_type ()) == 2);
  item = salon_fixture_get (fixture, salon_item_get_type (), 1);
  g_assert_cmpint (item->price, ==, 1250);
  g_unlink (path);
  ui_close (page);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/settings-goods/new-item", test_new_item);
  g_test_add_func ("/settings-goods/doubt", test_doubt);
  g_test_add_func ("/settings-goods/import", test_import);
  g_test_add_func ("/settings-goods/service-prices", test_service_prices);
  return g_test_run ();
}
