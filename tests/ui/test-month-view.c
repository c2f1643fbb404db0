/* The month at a glance: figures by hand, holidays by name, keys, whose month it is. */
#include "gui/pages/board/month-cell.h"
#include "gui/pages/board/month-view.h"
#include "gui/widgets/picker.h"
#include "model/entities/holiday.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

#define TODAY SALON_FIXTURE_TODAY /* Monday 16 June 2025 */

typedef struct {
  SalonFixture *salon;
  GtkWidget *view;
  gint64 maria;
  gint64 irina;
  gint64 service; /* an hour */
  SalonDay opened;
  SalonDay moved;
} Test;

static void
on_day (SalonMonthView *view, int day, Test *test)
{
  test->opened = day;
}

static void
on_moved (SalonMonthView *view, int day, Test *test)
{
  test->moved = day;
}

static void
set_up (Test *test, gconstpointer data)
{
  gint64 jana = 0;
  SalonHoliday *holiday = salon_holiday_new ();

  test->salon = salon_fixture_new ();
  test->maria = salon_fixture_add_employee (test->salon, "Maria");
  jana = salon_fixture_add_employee (test->salon, "Jana");
  salon_fixture_add_hours (test->salon, 0, 9 * 60, 19 * 60);
  salon_fixture_add_hours (test->salon, test->maria, 9 * 60, 19 * 60);
  salon_fixture_add_hours (test->salon, jana, 9 * 60, 19 * 60);
  test->irina = salon_fixture_add_client (test->salon, "Irina", "29111222");
  test->service = salon_fixture_add_service (test->salon, "Colouring", 60, 5000);
  for (int i = 0; i < 3; i++)
    salon_fixture_add_visit (test->salon, test->irina, TODAY + 1, 9 * 60 + 60 * i, SALON_VISIT_BOOKED, test->service, test->maria, 0);
  salon_fixture_add_visit (test->salon, test->irina, TODAY + 1, 9 * 60, SALON_VISIT_BOOKED, test->service, jana, 0);
  holiday->name = g_strdup ("Līgo");
  holiday->first_day = TODAY + 7;
  holiday->last_day = TODAY + 8;
  salon_fixture_insert (test->salon, holiday);
  test->view = ui_show (salon_month_view_new (test->salon->session));
  g_signal_connect (test->view, "day", G_CALLBACK (on_day), test);
  g_signal_connect (test->view, "moved", G_CALLBACK (on_moved), test);
  salon_month_view_set_active (SALON_MONTH_VIEW (test->view), TRUE);
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->view);
  salon_fixture_free (test->salon);
}

static SalonMonthCell *
find_cell (GtkWidget *root, SalonDay day)
{
  if (SALON_IS_MONTH_CELL (root))
    return salon_month_cell_get_day (SALON_MONTH_CELL (root)) == day && gtk_widget_get_sensitive (root)
               ? SALON_MONTH_CELL (root) : NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    SalonMonthCell *found = find_cell (child, day);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static void
wait_for (Test *test, SalonDay day, const char *spoken)
{
  ui_wait_until (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (find_cell (test->view, day))), spoken) == 0);
  gtk_test_accessible_assert_property (find_cell (test->view, day), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken);
}

/* Two masters of ten hours: 240 of 1200 minutes. */
static void
test_figures (Test *test, gconstpointer data)
{
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 4 visits, 20 % booked");
  wait_for (test, TODAY, "Monday, 16 June 2025, 0 visits, 0 % booked");
  wait_for (test, TODAY + 7, "Monday, 23 June 2025, Līgo");
  wait_for (test, TODAY + 8, "Tuesday, 24 June 2025, Līgo");
  g_assert_nonnull (ui_find_label (test->view, "Līgo"));
  /* 28 days of 1200 minutes: 240 of 33600 */
  g_assert_nonnull (ui_find_label (test->view, "4 visits, 0 % booked"));
  g_assert_null (find_cell (test->view, TODAY - 16)); /* 31 May */
  g_assert_nonnull (find_cell (test->view, TODAY - 15));
  g_assert_nonnull (find_cell (test->view, TODAY + 14)); /* 30 June */
  g_assert_null (find_cell (test->view, TODAY + 15));
}

/* Hers alone: 180 of 600 minutes. */
static void
test_employee (Test *test, gconstpointer data)
{
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 4 visits, 20 % booked");
  salon_month_view_set_employee (SALON_MONTH_VIEW (test->view), test->maria);
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 3 visits, 30 % booked");
  salon_month_view_set_employee (SALON_MONTH_VIEW (test->view), 0);
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 4 visits, 20 % booked");
}

/* What is booked meanwhile is counted. */
static void
test_renewed (Test *test, gconstpointer data)
{
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 4 visits, 20 % booked");
  salon_fixture_add_visit (test->salon, test->irina, TODAY + 1, 15 * 60, SALON_VISIT_BOOKED, test->service, test->maria, 0);
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 5 visits, 25 % booked");
}

static void
press (Test *test, guint key)
{
  g_assert_true (ui_press (ui_find (test->view, GTK_TYPE_GRID), key, 0));
}

static void
test_keys (Test *test, gconstpointer data)
{
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 4 visits, 20 % booked");
  salon_month_view_focus (SALON_MONTH_VIEW (test->view));
  press (test, GDK_KEY_Right);
  g_assert_cmpint (test->moved, ==, TODAY + 1);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (find_cell (test->view, TODAY + 1))));
  press (test, GDK_KEY_Down);
  g_assert_cmpint (test->moved, ==, TODAY + 8);
  press (test, GDK_KEY_Left);
  press (test, GDK_KEY_Up);
  g_assert_cmpint (test->moved, ==, TODAY);
  g_assert_false (gtk_widget_get_focusable (GTK_WIDGET (find_cell (test->view, TODAY + 1))));
  gtk_widget_activate (GTK_WIDGET (find_cell (test->view, TODAY)));
  ui_wait_until (test->opened == TODAY);
}

/* Over the end of the month, and back. */
static void
test_other_month (Test *test, gconstpointer data)
{
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 4 visits, 20 % booked");
  salon_month_view_set_day (SALON_MONTH_VIEW (test->view), TODAY + 14);
  press (test, GDK_KEY_Right);
  g_assert_cmpint (test->moved, ==, TODAY + 15);
  g_assert_null (find_cell (test->view, TODAY + 14));
  wait_for (test, TODAY + 15, "Tuesday, 1 July 2025, 0 visits, 0 % booked");
  salon_month_view_set_day (SALON_MONTH_VIEW (test->view), TODAY);
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 4 visits, 20 % booked");
}

/* A page is a month; of a shorter one the last day. */
static void
test_pages (Test *test, gconstpointer data)
{
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 4 visits, 20 % booked");
  press (test, GDK_KEY_Page_Down);
  g_assert_cmpint (test->moved, ==, TODAY + 30); /* 16 July */
  press (test, GDK_KEY_Page_Up);
  g_assert_cmpint (test->moved, ==, TODAY);
  press (test, GDK_KEY_Page_Up);
  g_assert_cmpint (test->moved, ==, TODAY - 31); /* 16 May */
  press (test, GDK_KEY_Home);
  g_assert_cmpint (test->moved, ==, TODAY);
}

/* Nothing is read while it is not in view. */
static void
test_inactive (Test *test, gconstpointer data)
{
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 4 visits, 20 % booked");
  salon_month_view_set_active (SALON_MONTH_VIEW (test->view), FALSE);
  salon_fixture_add_visit (test->salon, test->irina, TODAY + 1, 15 * 60, SALON_VISIT_BOOKED, test->service, test->maria, 0);
  salon_session_settle (test->salon->session);
  ui_settle ();
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 4 visits, 20 % booked");
  salon_month_view_set_active (SALON_MONTH_VIEW (test->view), TRUE);
  wait_for (test, TODAY + 1, "Tuesday, 17 June 2025, 5 visits, 25 % booked");
}

#define ADD(path, func) g_test_add (path, Test, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/month-view/figures", test_figures);
  ADD ("/month-view/employee", test_employee);
  ADD ("/month-view/renewed", test_renewed);
  ADD ("/month-view/keys", test_keys);
  ADD ("/month-view/other-month", test_other_month);
  ADD ("/month-view/pages", test_pages);
  ADD ("/month-view/inactive", test_inactive);
  return g_test_run ();
}
