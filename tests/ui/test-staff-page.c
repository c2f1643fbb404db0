/* The employees: what is edited stands in the database after the salon was opened again; what is refused is marked. */
#include "config.h"
#include "gui/pages/staff/skills.h"
#include "gui/pages/staff/staff-page.h"
#include "gui/pages/staff/staff-row.h"
#include "gui/parts/directory.h"
#include "gui/parts/entity-list.h"
#include "gui/parts/hours-editor.h"
#include "gui/parts/stranded-ask.h"
#include "gui/widgets/page.h"
#include "model/entities/absence.h"
#include "model/entities/employee-service.h"
#include "model/entities/employee.h"
#include "model/entities/work-hours.h"
#include "pages-support.h"

static GtkWidget *
show (SalonFixture *fixture)
{
  GtkWidget *page = ui_show (salon_staff_page_new (fixture->session));

  salon_page_activate (SALON_PAGE (page));
  ui_wait_until (salon_directory_is_ready (salon_directory_of (fixture->session)));
  ui_settle ();
  return page;
}

static void
close_and_reopen (SalonFixture *fixture, GtkWidget *page)
{
  ui_settle ();
  ui_close (page);
  salon_fixture_reopen (fixture);
}

static gboolean
employee_is (SalonFixture *fixture, gint64 id, const char *first_name, const char *title)
{
  g_autoptr (SalonEmployee) employee = salon_fixture_get (fixture, salon_employee_get_type (), id);

  return g_strcmp0 (employee->first_name, first_name) == 0 && g_strcmp0 (employee->title, title) == 0;
}

static void
test_edit (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  gint64 id = salon_fixture_add_employee (fixture, "Maria");
  GtkWidget *page = show (fixture);

  ui_wait_until (ui_find_field (page, "first_name") != NULL);
  ui_type_field (page, "title", "Hair stylist");
  ui_wait_until (employee_is (fixture, id, "Maria", "Hair stylist"));
  ui_type_field (page, "first_name", "");
  ui_wait_until (salon_form_field_get_error (ui_find_field (page, "first_name")) != NULL);
  ui_type_field (page, "first_name", "Marija");
  ui_wait_until (employee_is (fixture, id, "Marija", "Hair stylist"));
  close_and_reopen (fixture, page);
  g_assert_true (employee_is (fixture, id, "Marija", "Hair stylist"));
}

static void
test_add (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = show (fixture);
  GtkWidget *add = ui_find_with_class (page, "salon-icon-button");

  ui_wait_until (ui_find_label (page, "No employees yet") != NULL);
  g_signal_emit_by_name (add, "clicked");
  ui_wait_until (ui_find_field (page, "first_name") != NULL);
  ui_press_button (page, "Add");
  ui_wait_until (salon_form_field_get_error (ui_find_field (page, "first_name")) != NULL);
  ui_type_field (page, "first_name", "Jana");
  ui_wait_until (salon_fixture_count (fixture, salon_employee_get_type ()) == 1);
  ui_wait_until (ui_find (page, SALON_TYPE_STAFF_ROW) != NULL);
  ui_wait_until (gtk_widget_get_mapped (ui_find (page, SALON_TYPE_SKILLS)));
  close_and_reopen (fixture, page);
  g_assert_cmpuint (salon_fixture_count (fixture, salon_employee_get_type ()), ==, 1);
}

static void
test_hours_and_services (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = NULL;

  salon_fixture_add_employee (fixture, "Maria");
  salon_fixture_add_service (fixture, "Manicure", 60, 2500);
  salon_fixture_add_service (fixture, "Pedicure", 60, 3500);
  page = show (fixture);
  ui_wait_until (ui_find_label (page, "Pedicure") != NULL && ui_find_field (page, "first_name") != NULL);
  /* the first check box of the services stands for all of them */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (ui_find (page, SALON_TYPE_SKILLS), GTK_TYPE_CHECK_BUTTON)), TRUE);
  ui_wait_until (salon_fixture_count (fixture, salon_employee_service_get_type ()) == 2);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (ui_find (page, SALON_TYPE_HOURS_EDITOR), GTK_TYPE_CHECK_BUTTON)), TRUE);
  ui_wait_until (salon_fixture_count (fixture, salon_work_hours_get_type ()) == 1);
  close_and_reopen (fixture, page);
  g_assert_cmpuint (salon_fixture_count (fixture, salon_employee_service_get_type ()), ==, 2);
  g_assert_cmpuint (salon_fixture_count (fixture, salon_work_hours_get_type ()), ==, 1);
}

static gboolean
is_asked (GtkWidget *page)
{
  GtkWidget *card = gtk_widget_get_parent (ui_find (page, SALON_TYPE_HOURS_EDITOR));

  return gtk_widget_get_mapped (ui_find (card, SALON_TYPE_STRANDED_ASK));
}

/* Her Mondays are taken away, and there is a visit next Monday. */
static void
test_hours_over_visits (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  gint64 id = salon_fixture_add_employee (fixture, "Maria");
  gint64 client = salon_fixture_add_client (fixture, "Irina Kalniņa", "29123456");
  gint64 service = salon_fixture_add_service (fixture, "Manicure", 60, 2500);
  GtkWidget *page = NULL;
  GtkWidget *monday = NULL;

  salon_fixture_add_hours (fixture, id, 9 * 60, 18 * 60);
  salon_fixture_add_visit (fixture, client, SALON_FIXTURE_TODAY + 7, 10 * 60, SALON_VISIT_BOOKED, service, id, 0);
  page = show (fixture);
  ui_wait_until (ui_find_field (page, "first_name") != NULL);
  monday = ui_find (ui_find (page, SALON_TYPE_HOURS_EDITOR), GTK_TYPE_CHECK_BUTTON);
  ui_wait_until (gtk_check_button_get_active (GTK_CHECK_BUTTON (monday)));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (monday), FALSE);
  ui_wait_until (is_asked (page));
  g_assert_cmpuint (salon_fixture_count (fixture, salon_work_hours_get_type ()), ==, 7);
  ui_press_button (page, "Give up");
  ui_wait_until (gtk_check_button_get_active (GTK_CHECK_BUTTON (monday)));
  g_assert_false (is_asked (page));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (monday), FALSE);
  ui_wait_until (is_asked (page));
  ui_press_button (page, "Keep them there");
  ui_wait_until (salon_fixture_count (fixture, salon_work_hours_get_type ()) == 6);
  ui_close (page);
}

static void
test_absence (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  gint64 id = salon_fixture_add_employee (fixture, "Maria");
  GtkWidget *page = show (fixture);
  GtkWidget *list = ui_find (page, SALON_TYPE_ENTITY_LIST);
  g_autoptr (GPtrArray) absences = NULL;

  ui_wait_until (ui_find_field (page, "first_name") != NULL);
  salon_entity_list_add (SALON_ENTITY_LIST (list));
  ui_wait_until (ui_find_field (list, "first_day") != NULL);
  ui_type_field (list, "first_day", "01.07.2025");
  ui_type_field (list, "last_day", "30.06.2025");
  ui_wait_until (salon_form_field_get_error (ui_find_field (list, "last_day")) != NULL);
  ui_type_field (list, "last_day", "14.07.2025");
  ui_wait_until (salon_fixture_count (fixture, salon_absence_get_type ()) == 1);
  close_and_reopen (fixture, page);
  absences = salon_fixture_find (fixture, salon_absence_get_type (), "employee_id", id);
  g_assert_cmpuint (absences->len, ==, 1);
}

static gboolean
is_first (SalonFixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) all = salon_fixture_find (fixture, salon_employee_get_type (), NULL, 0);

  return g_str_equal (((SalonEmployee *) all->pdata[0])->first_name, name);
}

static void
test_order (void)
{
  g_autoptr (SalonFixture) fixture = salon_fixture_new ();
  GtkWidget *page = NULL;

  salon_fixture_add_employee (fixture, "Maria");
  salon_fixture_add_employee (fixture, "Jana");
  page = show (fixture);
  ui_wait_until (ui_find_label (page, "Jana") != NULL);
  gtk_widget_activate_action (gtk_widget_get_ancestor (ui_find_label (page, "Jana"), SALON_TYPE_STAFF_ROW), "row.move", "i", -1);
  ui_wait_until (is_first (fixture, "Jana"));
  close_and_reopen (fixture, page);
  g_assert_true (is_first (fixture, "Jana"));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/staff-page/edit", test_edit);
  g_test_add_func ("/staff-page/add", test_add);
  g_test_add_func ("/staff-page/hours-and-services", test_hours_and_services);
  g_test_add_func ("/staff-page/hours-over-visits", test_hours_over_visits);
  g_test_add_func ("/staff-page/absence", test_absence);
  g_test_add_func ("/staff-page/order", test_order);
  return g_test_run ();
}
