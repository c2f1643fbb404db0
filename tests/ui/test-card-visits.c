/* The table of a client's visits: its orders, and what is in it. */
#include "base/money.h"
#include "gui/pages/clients/card-visit-item.h"
#include "gui/pages/clients/card-view.h"
#include "gui/parts/directory.h"
#include "gui/widgets/table.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

#define TODAY SALON_FIXTURE_TODAY

static SalonCardVisitItem *
item (gint64 id, int day, int minute, const char *services, gint64 state, gint64 price)
{
  SalonTimelineVisit *visit = g_new0 (SalonTimelineVisit, 1);

  visit->visit_id = id;
  visit->start_min = (gint64) day * SALON_MINUTES_A_DAY + minute;
  visit->services = g_strdup (services);
  visit->state = state;
  visit->price = price;
  return salon_card_visit_item_new (visit, NULL);
}

static void
assert_order (GPtrArray *items, const char *column, gboolean descending, const char *expected)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  salon_card_visits_sort (items, column, descending);
  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (ids, "%d", (int) SALON_CARD_VISIT_ITEM (items->pdata[i])->visit->visit_id);
  g_assert_cmpstr (ids->str, ==, expected);
}

/* Among equals the newest first, both ways; 3 and 4 begin at the same minute. */
static void
test_orders (void)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (items, item (1, 100, 600, "Manicure", SALON_VISIT_DONE, 3000));
  g_ptr_array_add (items, item (2, 110, 540, "Haircut", SALON_VISIT_CANCELLED, 5000));
  g_ptr_array_add (items, item (3, 120, 720, NULL, SALON_VISIT_DONE, 3000));
  g_ptr_array_add (items, item (4, 120, 720, "Manicure", SALON_VISIT_BOOKED, 1000));
  assert_order (items, "day", TRUE, "4321");
  assert_order (items, "day", FALSE, "1243");
  assert_order (items, "time", FALSE, "2143");
  assert_order (items, "services", FALSE, "2413"); /* without services last */
  assert_order (items, "services", TRUE, "3412");
  assert_order (items, "state", FALSE, "4312");
  assert_order (items, "price", FALSE, "4312");
  assert_order (items, "price", TRUE, "2314");
}

static GtkSelectionModel *
rows_of (GtkWidget *card)
{
  GtkWidget *table = ui_find (card, SALON_TYPE_TABLE);

  return gtk_column_view_get_model (GTK_COLUMN_VIEW (ui_find (table, GTK_TYPE_COLUMN_VIEW)));
}

static guint
n_rows (GtkWidget *card)
{
  return g_list_model_get_n_items (G_LIST_MODEL (rows_of (card)));
}

/* All visits are there, more than the fifty of the history; they are read when the tab is looked at, and anew when there
 * is another. */
static void
test_all_visits (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 irina = salon_fixture_add_client (salon, "Irina Kalniņa", NULL);
  gint64 maria = salon_fixture_add_employee (salon, "Maria");
  gint64 manicure = salon_fixture_add_service (salon, "Manicure", 60, 3500);
  GtkWidget *card = NULL;

  for (int i = 1; i <= 60; i++)
    salon_fixture_add_visit (salon, irina, TODAY - i, 600, SALON_VISIT_DONE, manicure, maria, 0);
  card = ui_show (salon_card_view_new (salon->session));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (salon->session)));
  salon_card_view_open (SALON_CARD_VIEW (card), irina);
  ui_settle ();
  g_assert_cmpuint (n_rows (card), ==, 0);
  gtk_widget_activate_action (card, "card.tab", "i", 2);
  ui_wait_until (n_rows (card) == 60);
  salon_fixture_add_visit (salon, irina, TODAY + 1, 600, SALON_VISIT_BOOKED, manicure, maria, 0);
  ui_wait_until (n_rows (card) == 61);
  ui_close (card);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/card-visits/orders", test_orders);
  g_test_add_func ("/card-visits/all", test_all_visits);
  return g_test_run ();
}
