/* Closing the day with a real salon behind it: the visits that are open one by one, the blind count, the numbered report. */
#include "gui/pages/sale/day-move.h"
#include "gui/pages/sale/sale-page.h"
#include "gui/parts/directory.h"
#include "gui/widgets/page.h"
#include "model/entities/visit.h"
#include "model/services/cash-shift.h"
#include "model/services/sale.h"
#include "pages-support.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

#define TODAY SALON_FIXTURE_TODAY

typedef struct {
  SalonFixture *fixture;
  GtkWidget *page;
  gint64 irina;
  gint64 maria;
  gint64 manicure;
} Test;

static void
set_up (Test *test, gconstpointer data)
{
  g_autofree SalonCashOpenRequest *request = salon_cash_open_request_new (0, 5000);
  g_autoptr (GError) error = NULL;

  test->fixture = salon_fixture_new ();
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", "29000001");
  test->maria = salon_fixture_add_employee (test->fixture, "Maria");
  test->manicure = salon_fixture_add_service (test->fixture, "Manicure", 60, 3000);
  salon_fixture_add_hours (test->fixture, test->maria, 9 * 60, 18 * 60);
  salon_fixture_add_skill (test->fixture, test->maria, test->manicure);
  salon_fixture_submit (test->fixture, &salon_command_cash_open, request, NULL, &error);
  g_assert_no_error (error);
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

static gint64
add_visit (Test *test, int hour, SalonVisitState state)
{
  return salon_fixture_add_visit (test->fixture, test->irina, TODAY, hour * 60, state, test->manicure, test->maria, 0);
}

static gint64
state_of (Test *test, gint64 id)
{
  g_autoptr (SalonVisit) visit = salon_fixture_get (test->fixture, salon_visit_get_type (), id);

  return visit->state;
}

static gboolean
shows (Test *test, const char *text)
{
  GtkWidget *label = ui_find_label (test->page, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static gboolean
is_counting (Test *test)
{
  SalonFormField *field = ui_find_field (test->page, "counted");

  return field != NULL && gtk_widget_get_mapped (GTK_WIDGET (field));
}

static void
close_day (Test *test)
{
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "close-day", 0));
}

/* The button may be that of a row that was made anew. */
static void
press (Test *test, const char *label)
{
  ui_wait_until (ui_find_button (test->page, label) != NULL);
  ui_press_button (test->page, label);
}

static SalonClosing *
newest_closing (Test *test)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) closings = salon_session_query_sync (test->fixture->session, &salon_query_closings, NULL, &error);

  g_assert_no_error (error);
  return closings->len > 0 ? g_ptr_array_steal_index (closings, 0) : NULL;
}

/* 50.00 must be there; 48.50 are. */
static void
test_difference (Test *test, gconstpointer data)
{
  g_autoptr (SalonClosing) closing = NULL;

  show (test);
  close_day (test);
  ui_wait_until (is_counting (test));
  g_assert_false (shows (test, "Before the day is closed"));
  press (test, "Compare");
  ui_wait_until (shows (test, "Count the cash and type how much it is."));
  ui_type_field (test->page, "counted", "48.50");
  ui_wait_until (shows (test, "1.50\302\240€ is missing: there should be 50.00\302\240€."));
  ui_type_field (test->page, "taken_out", "40");
  ui_wait_until (shows (test, "1.50\302\240€ is missing in the drawer. Count again, or explain it."));
  g_assert_null (newest_closing (test));
  ui_type_field (test->page, "explanation", "stamps");
  ui_wait_until (shows (test, "Closing report No. 1"));
  closing = newest_closing (test);
  g_assert_cmpint (salon_closing_difference (closing), ==, -150);
  g_assert_cmpint (salon_closing_left (closing), ==, 850);
  g_assert_cmpstr (closing->explanation, ==, "stamps");
  press (test, "Back");
  ui_wait_until (shows (test, "No drawer is open"));
}

/* Each answer takes a visit from the list; after the last one the drawer is counted. */
static void
test_visits (Test *test, gconstpointer data)
{
  gint64 missed = add_visit (test, 9, SALON_VISIT_CONFIRMED);
  gint64 cancelled = 0;
  gint64 done = 0;

  show (test);
  close_day (test);
  ui_wait_until (shows (test, "Before the day is closed") && shows (test, "1 visit"));
  cancelled = add_visit (test, 11, SALON_VISIT_IN_SERVICE);
  done = add_visit (test, 13, SALON_VISIT_DONE);
  close_day (test); /* again: goes on */
  ui_wait_until (is_counting (test));
  close_day (test);
  ui_wait_until (shows (test, "3 visits"));
  press (test, "No-show");
  ui_wait_until (shows (test, "2 visits"));
  press (test, "Cancel the visit");
  ui_wait_until (shows (test, "1 visit"));
  g_assert_cmpint (state_of (test, missed), ==, SALON_VISIT_NO_SHOW);
  g_assert_cmpint (state_of (test, cancelled), ==, SALON_VISIT_CANCELLED);
  g_assert_true (salon_page_open (SALON_PAGE (test->page), "check-out", done)); /* as the window does it */
  ui_wait_until (shows (test, "Left to pay: 30.00\302\240€"));
  g_assert_true (gtk_widget_activate_action (test->page, "sale.pay", "i", (int) SALON_PAY_CASH));
  g_signal_emit_by_name (ui_find_with_class (test->page, "salon-sale-find"), "activate");
  press (test, "Next sale");
  ui_wait_until (is_counting (test));
  ui_type_field (test->page, "counted", "80");
  ui_wait_until (shows (test, "It is right: 80.00\302\240€."));
}

/* What is left open does not keep the drawer open. */
static void
test_go_on (Test *test, gconstpointer data)
{
  gint64 id = add_visit (test, 9, SALON_VISIT_BOOKED);

  show (test);
  close_day (test);
  press (test, "Count the drawer");
  ui_wait_until (is_counting (test));
  ui_type_field (test->page, "counted", "50");
  ui_wait_until (shows (test, "It is right: 50.00\302\240€."));
  press (test, "Close the drawer");
  ui_wait_until (shows (test, "Closing report No. 1"));
  g_assert_cmpint (state_of (test, id), ==, SALON_VISIT_BOOKED);
}

/* Below the day and the time. */
static GtkWidget *
problem_of (Test *test)
{
  return gtk_widget_get_last_child (gtk_widget_get_first_child (ui_find (test->page, SALON_TYPE_DAY_MOVE)));
}

/* Maria is taken tomorrow at nine: what was typed stays, and another time is tried. */
static void
test_another_day (Test *test, gconstpointer data)
{
  gint64 id = add_visit (test, 9, SALON_VISIT_BOOKED);
  gint64 olga = salon_fixture_add_client (test->fixture, "Olga", "29000002");

  salon_fixture_add_visit (test->fixture, olga, TODAY + 1, 9 * 60, SALON_VISIT_BOOKED, test->manicure, test->maria, 0);
  show (test);
  close_day (test);
  ui_wait_until (shows (test, "1 visit"));
  press (test, "Another day …");
  press (test, "Move");
  ui_wait_until (strstr (gtk_label_get_text (GTK_LABEL (problem_of (test))), "Olga") != NULL);
  add_visit (test, 15, SALON_VISIT_BOOKED);
  ui_wait_until (shows (test, "2 visits") && strstr (gtk_label_get_text (GTK_LABEL (problem_of (test))), "Olga") != NULL);
  ui_type_field (test->page, "start_min", "11:00");
  ui_wait_until (shows (test, "1 visit"));
  {
    g_autoptr (SalonVisit) visit = salon_fixture_get (test->fixture, salon_visit_get_type (), id);

    g_assert_cmpint (visit->start_min, ==, (TODAY + 1) * SALON_MINUTES_A_DAY + 11 * 60);
  }
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/day-close/difference", Test, NULL, set_up, test_difference, tear_down);
  g_test_add ("/day-close/visits", Test, NULL, set_up, test_visits, tear_down);
  g_test_add ("/day-close/go-on", Test, NULL, set_up, test_go_on, tear_down);
  g_test_add ("/day-close/another-day", Test, NULL, set_up, test_another_day, tear_down);
  return g_test_run ();
}
