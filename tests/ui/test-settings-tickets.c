/* The editor of kinds of season tickets: what is typed stands in the database, and what does not go is said at its field. */
#include "gui/pages/settings/settings-page.h"
#include "gui/pages/settings/ticket-services.h"
#include "gui/parts/directory.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/page.h"
#include "gui/widgets/picker.h"
#include "gui/widgets/value-entry.h"
#include "model/entities/ticket-kind-service.h"
#include "model/services/tickets.h"
#include "pages-support.h"

static GtkWidget *
show (SalonFixture *fixture)
{
  GtkWidget *page = ui_show (salon_settings_page_new (fixture->session));

  salon_page_activate (SALON_PAGE (page));
  g_assert_true (salon_page_open_text (SALON_PAGE (page), "section", "tickets"));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (fixture->session)));
  ui_wait_until (ui_find_field (page, "name") != NULL);
  ui_settle ();
  return page;
}

static SalonTicketKind *
kind_of (SalonFixture *fixture)
{
  g_autoptr (GPtrArray) kinds = salon_fixture_find (fixture, salon_ticket_kind_get_type (), NULL, 0);

  return kinds->len == 1 ? g_object_ref (kinds->pdata[0]) : NULL;
}

static GtkWidget *
control (GtkWidget *page, const char *field)
{
  return salon_form_field_get_control (ui_find_field (page, field));
}

static void
pick (GtkWidget *page, const char *field, gint64 value)
{
  salon_picker_set_selected (SALON_PICKER (control (page, field)), value);
}

static void
test_pool (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture);
  g_autoptr (SalonTicketKind) kind = NULL;

  ui_press_button (page, "Add");
  ui_wait_until (salon_form_field_get_error (ui_find_field (page, "name")) != NULL);
  ui_type_field (page, "name", "Ten visits");
  ui_type_field (page, "price", "250");
  ui_type_field (page, "freeze_days", "14");
  ui_wait_until (ui_find_label (page, "If it is given back after 5 visits: 125.00\302\240€, the price less what was used.") != NULL);
  pick (page, "starts", SALON_TICKET_STARTS_FIRST_VISIT);
  ui_type_field (page, "start_days", "60");
  ui_press_button (page, "Add");
  ui_wait_until (salon_fixture_count (fixture, salon_ticket_kind_get_type ()) == 1);
  kind = kind_of (fixture);
  g_assert_cmpstr (kind->name, ==, "Ten visits");
  g_assert_cmpint (kind->units, ==, 10000);
  g_assert_cmpint (kind->price, ==, 25000);
  g_assert_cmpint (kind->valid_days, ==, 180);
  g_assert_cmpint (kind->freeze_days, ==, 14);
  g_assert_cmpint (kind->starts, ==, SALON_TICKET_STARTS_FIRST_VISIT);
  g_assert_cmpint (kind->start_days, ==, 60);
  ui_wait_until (ui_find_label (page, "250.00\302\240€") != NULL);
  ui_close (page);
}

static gboolean
holds (SalonFixture *fixture, gint64 units)
{
  g_autoptr (GPtrArray) rows = salon_fixture_find (fixture, salon_ticket_kind_service_get_type (), NULL, 0);

  return rows->len == 1 && ((SalonTicketKindService *) rows->pdata[0])->units == units;
}

/* So many of each service; taken out of use in the end. */
static void
test_per_service (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  gint64 manicure = salon_fixture_add_service (fixture, "Manicure", 60, 2500);
  GtkWidget *page = show (fixture);
  GtkWidget *services = ui_find (page, SALON_TYPE_TICKET_SERVICES);

  ui_type_field (page, "name", "Hands");
  ui_type_field (page, "price", "100");
  pick (page, "split", SALON_TICKET_PER_SERVICE);
  ui_wait_until (ui_find_field (page, "units") == NULL);
  ui_press_button (page, "Add");
  ui_wait_until (salon_form_field_get_error (ui_find_field (page, "services")) != NULL);
  salon_picker_set_selected (SALON_PICKER (ui_find (services, SALON_TYPE_PICKER)), manicure);
  ui_wait_until (ui_find (services, SALON_TYPE_NUMBER_ENTRY) != NULL);
  salon_value_entry_set_text (SALON_VALUE_ENTRY (ui_find (services, SALON_TYPE_NUMBER_ENTRY)), "5");
  ui_press_button (page, "Add");
  ui_wait_until (holds (fixture, 5000));
  ui_wait_until (ui_find_label (page, "5 visits · 180 days · Manicure") != NULL);
  ui_wait_until (ui_find_button (page, "Remove") != NULL);
  ui_press_button (page, "Remove");
  ui_wait_until (ui_find_label (page, "5 visits · 180 days · Manicure") == NULL);
  g_assert_cmpuint (salon_fixture_count (fixture, salon_ticket_kind_get_type ()), ==, 1);
  ui_close (page);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/settings-tickets/pool", test_pool);
  g_test_add_func ("/settings-tickets/per-service", test_per_service);
  return g_test_run ();
}
