/* The list of clients: narrowed by a bar, told back in words, saved as a segment, tagged all at once and taken back. */
#include "config.h"
#include "gui/pages/clients/bulk-bar.h"
#include "gui/pages/clients/clients-page.h"
#include "gui/pages/clients/filter-breakdown.h"
#include "gui/pages/clients/filter-line.h"
#include "gui/pages/clients/segment-strip.h"
#include "gui/parts/directory.h"
#include "gui/widgets/page.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/table.h"
#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/entities/segment.h"
#include "pages-support.h"

static GtkWidget *
show (SalonFixture *fixture)
{
  GtkWidget *page = salon_clients_page_new (fixture->session);

  gtk_widget_set_size_request (page, 1200, 700);
  ui_show (page);
  salon_page_activate (SALON_PAGE (page));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (fixture->session)));
  ui_settle ();
  return page;
}

/* Two who were there, and three who were never. */
static void
fill (SalonFixture *fixture)
{
  gint64 service = salon_fixture_add_service (fixture, "Haircut", 60, 3500);
  gint64 employee = salon_fixture_add_employee (fixture, "Maria");
  const char *const names[] = { "Anna", "Baiba", "Clara", "Daina", "Elza" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    gint64 client = salon_fixture_add_client (fixture, names[i], NULL);

    if (i < 2)
      salon_fixture_add_visit (fixture, client, SALON_FIXTURE_TODAY - 10 - (int) i, 600, SALON_VISIT_DONE, service, employee, 0);
  }
}

static GtkToggleButton *
get_bar (GtkWidget *page, SalonStatus status)
{
  GtkWidget *bar = gtk_widget_get_first_child (ui_find (page, SALON_TYPE_FILTER_BREAKDOWN));

  for (int i = 0; i < (int) status; i++)
    bar = gtk_widget_get_next_sibling (bar);
  return GTK_TOGGLE_BUTTON (bar);
}

static void
test_bar (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = NULL;
  GtkWidget *line = NULL;

  fill (fixture);
  page = show (fixture);
  line = ui_find (page, SALON_TYPE_FILTER_LINE);
  ui_wait_until (ui_find_label (page, "5 clients") != NULL);
  g_assert_false (gtk_widget_get_visible (line));
  gtk_toggle_button_set_active (get_bar (page, SALON_STATUS_NEW), TRUE);
  ui_wait_until (ui_find_label (page, "2 clients") != NULL && ui_find_label (page, "5 clients") == NULL);
  ui_wait_until (gtk_widget_get_visible (line));
  gtk_toggle_button_set_active (get_bar (page, SALON_STATUS_POTENTIAL), TRUE);
  ui_wait_until (ui_find_label (page, "5 clients") != NULL);
  g_signal_emit_by_name (ui_find_with_class (line, "salon-icon-button"), "clicked");
  ui_wait_until (!gtk_widget_get_visible (line));
  ui_wait_until (!gtk_toggle_button_get_active (get_bar (page, SALON_STATUS_NEW)));
  ui_close (page);
}

static void
test_segment (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = NULL;
  GtkWidget *strip = NULL;
  GtkWidget *name = NULL;
  guint before = 0;

  fill (fixture);
  before = salon_fixture_count (fixture, salon_segment_get_type ());
  page = show (fixture);
  strip = ui_find (page, SALON_TYPE_SEGMENT_STRIP);
  gtk_toggle_button_set_active (get_bar (page, SALON_STATUS_NEW), TRUE);
  ui_wait_until (ui_find_label (strip, "Save the filter …") != NULL);
  name = ui_find (ui_find_with_class (strip, "salon-segment"), GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (name), "Fresh ones");
  g_signal_emit_by_name (name, "activate");
  ui_wait_until (salon_fixture_count (fixture, salon_segment_get_type ()) == before + 1);
  ui_wait_until (ui_find_label (strip, "Fresh ones") != NULL);
  ui_close (page);
}

static guint
count_tagged (SalonFixture *fixture)
{
  return salon_fixture_count (fixture, salon_client_tag_get_type ());
}

static void
test_tag_all_found (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = NULL;
  GtkWidget *bulk = NULL;
  GtkWidget *view = NULL;

  fill (fixture);
  page = show (fixture);
  bulk = ui_find (page, SALON_TYPE_BULK_BAR);
  view = ui_find (page, GTK_TYPE_COLUMN_VIEW);
  ui_wait_until (ui_find_label (page, "5 clients") != NULL);
  g_assert_null (ui_find_button (bulk, "1 ticked"));
  salon_table_select (SALON_TABLE (ui_find (page, SALON_TYPE_TABLE)), 0);
  gtk_widget_grab_focus (view);
  g_assert_true (ui_press (view, GDK_KEY_space, 0));
  ui_wait_until (ui_find_button (bulk, "1 ticked") != NULL);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_find_button (bulk, "all 5 found")), TRUE);
  g_signal_emit_by_name (ui_find (bulk, SALON_TYPE_PICKER), "create", 0, "Bride");
  ui_wait_until (ui_find_label (bulk, "5 clients and the tag “Bride”") != NULL);
  ui_wait_until (ui_find_button (bulk, "Give") != NULL);
  ui_press_button (bulk, "Give");
  ui_wait_until (count_tagged (fixture) == 5);
  ui_wait_until (ui_find_button (bulk, "1 ticked") != NULL);
  ui_close (page);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/clients-page/bar", test_bar);
  g_test_add_func ("/clients-page/segment", test_segment);
  g_test_add_func ("/clients-page/tag-all-found", test_tag_all_found);
  return g_test_run ();
}
