/* What is asked about a visit beside it: how late is she, does it repeat, do the later ones follow. */
#include "gui/parts/late-view.h"
#include "gui/parts/series-view.h"
#include "model/entities/visit.h"
#include "model/services/late.h"
#include "model/services/series.h"
#include "pages-support.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

#define AT(day, h) ((gint64) (SALON_FIXTURE_TODAY + (day)) * SALON_MINUTES_A_DAY + (h) * 60)

typedef struct {
  SalonFixture *fixture;
  GtkWidget *view;
  gint64 irina;
  gint64 olga;
  gint64 maria;
  gint64 manicure;
  gint64 visit;
  gint64 over; /* yesterday */
} Test;

static gint64
add_visit (Test *test, gint64 client, int day, int hour)
{
  return salon_fixture_add_visit (test->fixture, client, SALON_FIXTURE_TODAY + day, hour * 60, SALON_VISIT_BOOKED, test->manicure,
                                  test->maria, 0);
}

static void
set_up (Test *test)
{
  test->fixture = salon_fixture_new ();
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", NULL);
  test->olga = salon_fixture_add_client (test->fixture, "Olga Petrova", NULL);
  test->maria = salon_fixture_add_employee (test->fixture, "Maria");
  test->manicure = salon_fixture_add_service (test->fixture, "Manicure", 60, 3000);
  salon_fixture_add_skill (test->fixture, test->maria, test->manicure);
  salon_fixture_add_hours (test->fixture, test->maria, 9 * 60, 18 * 60);
  test->visit = add_visit (test, test->irina, 0, 11);
  test->over = salon_fixture_add_visit (test->fixture, test->irina, SALON_FIXTURE_TODAY - 1, 11 * 60, SALON_VISIT_DONE, test->manicure,
                                        test->maria, 0);
}

static void
set_up_late (Test *test, gconstpointer data)
{
  set_up (test);
  test->view = ui_show (salon_late_view_new (test->fixture->session));
}

static void
set_up_series (Test *test, gconstpointer data)
{
  set_up (test);
  test->view = ui_show (salon_series_view_new (test->fixture->session));
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->view);
  salon_fixture_free (test->fixture);
}

static gboolean
shows (Test *test, const char *text)
{
  GtkWidget *label = ui_find_label (test->view, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

/* The first label that shows that among other things. */
static GtkWidget *
label_with (GtkWidget *root, const char *part)
{
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), part) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = label_with (child, part);

    if (found != NULL)
      return found;
  }
  return NULL;
}

static SalonVisit *
visit_of (Test *test, gint64 id)
{
  return salon_fixture_get (test->fixture, salon_visit_get_type (), id);
}

/* ---- how late */

static void
open_late (Test *test)
{
  salon_late_view_set_visit (SALON_LATE_VIEW (test->view), test->visit);
  ui_wait_until (gtk_widget_get_mapped (test->view));
}

static void
press_minutes (Test *test, const char *label)
{
  GtkWidget *button = gtk_widget_get_ancestor (ui_find_label (test->view, label), GTK_TYPE_TOGGLE_BUTTON);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* Nothing is asked before the minutes are said; nobody is in the way: the visit moves. */
static void
test_late_moves (Test *test, gconstpointer data)
{
  g_autoptr (SalonVisit) moved = NULL;

  g_assert_false (gtk_widget_get_visible (test->view));
  open_late (test);
  g_assert_null (ui_find_button (test->view, "Move to 11:15"));
  press_minutes (test, "15 min");
  ui_wait_until (shows (test, "Nobody is in the way at 11:15."));
  g_assert_nonnull (ui_find_button (test->view, "Keep 11:00, note it"));
  ui_press_button (test->view, "Move to 11:15");
  ui_wait_until (!gtk_widget_get_visible (test->view));
  moved = visit_of (test, test->visit);
  g_assert_cmpint (moved->start_min, ==, AT (0, 11) + 15);
  g_assert_cmpint (moved->late_min, ==, 0);
}

/* Olga comes at twelve and would wait: it is said who and how long; the time is kept and the minutes are noted. */
static void
test_late_is_noted (Test *test, gconstpointer data)
{
  g_autoptr (SalonVisit) kept = NULL;

  add_visit (test, test->olga, 0, 12);
  open_late (test);
  press_minutes (test, "20 min");
  ui_wait_until (ui_find_button (test->view, "Keep 11:00, note it") != NULL);
  g_assert_null (ui_find_button (test->view, "Move to 11:20"));
  g_assert_nonnull (label_with (test->view, "Olga Petrova at 12:00 would wait 20 minutes."));
  g_assert_true (gtk_widget_activate_action (test->view, "late.keep", NULL));
  ui_wait_until (!gtk_widget_get_visible (test->view));
  kept = visit_of (test, test->visit);
  g_assert_cmpint (kept->start_min, ==, AT (0, 11));
  g_assert_cmpint (kept->late_min, ==, 20);
}

/* Of two answers the one to the newer question counts; who was cancelled meanwhile is not late any more. */
static void
test_late_newest_counts (Test *test, gconstpointer data)
{
  g_autoptr (SalonStateRequest) confirmed = salon_state_request_new (test->visit, SALON_VISIT_CONFIRMED, NULL);
  g_autoptr (SalonStateRequest) cancelled = salon_state_request_new (test->visit, SALON_VISIT_CANCELLED, NULL);

  open_late (test);
  press_minutes (test, "5 min");
  press_minutes (test, "30 min");
  ui_wait_until (ui_find_button (test->view, "Move to 11:30") != NULL);
  ui_settle ();
  g_assert_null (ui_find_button (test->view, "Move to 11:05"));
  g_assert_true (salon_fixture_submit (test->fixture, &salon_command_set_state, confirmed, NULL, NULL));
  ui_settle ();
  g_assert_nonnull (ui_find_button (test->view, "Move to 11:30"));
  g_assert_true (salon_fixture_submit (test->fixture, &salon_command_set_state, cancelled, NULL, NULL));
  ui_wait_until (!gtk_widget_get_visible (test->view));
}

/* A visit that is over cannot be late, and that is said. */
static void
test_late_is_refused (Test *test, gconstpointer data)
{
  salon_late_view_set_visit (SALON_LATE_VIEW (test->view), test->over);
  ui_wait_until (gtk_widget_get_mapped (test->view));
  press_minutes (test, "10 min");
  ui_wait_until (shows (test, "Only who has not come yet can be late."));
  g_assert_null (ui_find_button (test->view, "Move to 11:10"));
  g_assert_true (gtk_widget_activate_action (test->view, "late.close", NULL));
  g_assert_false (gtk_widget_get_visible (test->view));
}

/* ---- does it repeat */

static GArray *
visits_of (Test *test)
{
  SalonIdRequest request = { test->visit };

  return salon_session_query_sync (test->fixture->session, &salon_query_series_visits, &request, NULL);
}

static void
open_series (Test *test)
{
  salon_series_view_set_visit (SALON_SERIES_VIEW (test->view), test->visit);
  ui_wait_until (gtk_widget_get_mapped (test->view));
}

/* Six times every four weeks is proposed; the one that is taken is said and gets another time; Ctrl+Enter books. */
static void
test_series_booked (Test *test, gconstpointer data)
{
  g_autoptr (GArray) visits = NULL;

  add_visit (test, test->olga, 28, 11);
  open_series (test);
  ui_wait_until (ui_find_button (test->view, "Book 5 more visits") != NULL);
  g_assert_true (gtk_widget_activate_action (test->view, "series.save", NULL));
  ui_wait_until (ui_find_button (test->view, "Cancel this and all later ones") != NULL);
  visits = visits_of (test);
  g_assert_cmpuint (visits->len, ==, 6);
  g_assert_cmpint (g_array_index (visits, SalonSeriesVisit, 1).start_min, !=, AT (28, 11));
  g_assert_cmpint (g_array_index (visits, SalonSeriesVisit, 2).start_min, ==, AT (56, 11));
  g_assert_null (ui_find_button (test->view, "Book 5 more visits"));
}

static void
make_series (Test *test)
{
  const SalonRecurrence weekly = { SALON_RECURRENCE_WEEKS, 1, 0, 4 };
  g_autoptr (SalonSeriesRequest) request = salon_series_request_new (test->visit, &weekly);
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (test->fixture, &salon_command_series_book, request, NULL, &error);
  g_assert_no_error (error);
}

static void
move_visit (Test *test, gint64 start)
{
  g_autoptr (SalonMoveRequest) move = salon_move_request_new (test->visit, start);
  g_autoptr (GError) error = NULL;

  move->accept_warnings = TRUE;
  salon_fixture_submit (test->fixture, &salon_command_move, move, NULL, &error);
  g_assert_no_error (error);
}

static guint
n_checks (GtkWidget *root)
{
  guint n = GTK_IS_CHECK_BUTTON (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += n_checks (child);
  return n;
}

static void
test_series_cancelled (Test *test, gconstpointer data)
{
  g_autoptr (GArray) visits = NULL;

  make_series (test);
  open_series (test);
  ui_wait_until (ui_find_button (test->view, "Cancel this and all later ones") != NULL);
  g_assert_cmpuint (n_checks (test->view), ==, 0);
  g_assert_true (shows (test, "1 of 4 · today 11:00 · Booked"));
  ui_press_button (test->view, "Cancel this and all later ones");
  ui_wait_until (shows (test, "1 of 4 · today 11:00 · Cancelled"));
  visits = visits_of (test);
  for (guint i = 0; i < visits->len; i++)
    g_assert_cmpint (g_array_index (visits, SalonSeriesVisit, i).state, ==, SALON_VISIT_CANCELLED);
  ui_wait_until (ui_find_button (test->view, "Cancel this and all later ones") == NULL);
}

/* One has moved: the later ones can follow, what is in the way of one is said and it is left out; the verb has the focus. */
static void
test_series_follows (Test *test, gconstpointer data)
{
  g_autoptr (GArray) visits = NULL;

  make_series (test);
  add_visit (test, test->olga, 7, 14);
  move_visit (test, AT (0, 14));
  open_series (test);
  ui_wait_until (ui_find_button (test->view, "Move 2 later visits, too") != NULL);
  g_assert_cmpuint (n_checks (test->view), ==, 3);
  g_assert_true (gtk_widget_has_focus (ui_find_button (test->view, "Move 2 later visits, too")));
  g_assert_true (gtk_widget_activate_action (test->view, "series.follow", NULL));
  ui_wait_until (n_checks (test->view) == 1); /* who was left out can still follow */
  visits = visits_of (test);
  g_assert_cmpint (g_array_index (visits, SalonSeriesVisit, 0).start_min, ==, AT (0, 14));
  g_assert_cmpint (g_array_index (visits, SalonSeriesVisit, 1).start_min, ==, AT (7, 11));
  g_assert_cmpint (g_array_index (visits, SalonSeriesVisit, 2).start_min, ==, AT (14, 14));
  g_assert_cmpint (g_array_index (visits, SalonSeriesVisit, 3).start_min, ==, AT (21, 14));
  g_assert_false (gtk_widget_get_sensitive (ui_find_button (test->view, "Move 0 later visits, too")));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(path, up, func) g_test_add (path, Test, NULL, up, func, tear_down)
  ADD ("/visit-questions/late-moves", set_up_late, test_late_moves);
  ADD ("/visit-questions/late-is-noted", set_up_late, test_late_is_noted);
  ADD ("/visit-questions/late-newest-counts", set_up_late, test_late_newest_counts);
  ADD ("/visit-questions/late-is-refused", set_up_late, test_late_is_refused);
  ADD ("/visit-questions/series-booked", set_up_series, test_series_booked);
  ADD ("/visit-questions/series-cancelled", set_up_series, test_series_cancelled);
  ADD ("/visit-questions/series-follows", set_up_series, test_series_follows);
  return g_test_run ();
}
