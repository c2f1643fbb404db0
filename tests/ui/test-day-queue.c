/* A long day: what is in view is whole at once, all of it a little later, and nothing moves while the rest comes. */
#include "gui/parts/day-queue.h"
#include "gui/parts/visit-row.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

#define N_VISITS  90
#define N_MASTERS 9

typedef struct {
  SalonFixture *fixture;
  GtkWidget *queue;
} Test;

static void
set_up (Test *test, gconstpointer data)
{
  gint64 client = 0;
  gint64 service = 0;

  test->fixture = salon_fixture_new ();
  client = salon_fixture_add_client (test->fixture, "Irina Kalniņa", NULL);
  service = salon_fixture_add_service (test->fixture, "Brows", 30, 1500);
  for (int i = 0; i < N_MASTERS; i++) {
    gint64 employee = salon_fixture_add_employee (test->fixture, "Maria");

    for (int k = 0; k < N_VISITS / N_MASTERS; k++)
      salon_fixture_add_visit (test->fixture, client, SALON_FIXTURE_TODAY, 9 * 60 + 60 * k, k < 5 ? SALON_VISIT_DONE : SALON_VISIT_BOOKED,
                               service, employee, 0);
  }
  test->queue = ui_show (salon_day_queue_new (test->fixture->session));
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->queue);
  salon_fixture_free (test->fixture);
}

static GtkListBox *
list_of (Test *test)
{
  return GTK_LIST_BOX (ui_find_with_class (test->queue, "salon-plain-list"));
}

static guint
count_rows (Test *test, gboolean filled)
{
  GtkListBoxRow *row = NULL;
  guint n = 0;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list_of (test), i)) != NULL; i++)
    n += !filled || gtk_list_box_row_get_child (row) != NULL;
  return n;
}

static void
test_view_first (Test *test, gconstpointer data)
{
  GtkListBoxRow *row = NULL;

  salon_day_queue_set_active (SALON_DAY_QUEUE (test->queue), TRUE);
  ui_wait_until (count_rows (test, FALSE) == N_VISITS);
  g_assert_cmpuint (count_rows (test, TRUE), <, N_VISITS);
  for (int i = 0; i < 10; i++) {
    row = gtk_list_box_get_row_at_index (list_of (test), i);
    g_assert_nonnull (gtk_list_box_row_get_child (row));
  }
  ui_wait_until (count_rows (test, TRUE) == N_VISITS);
}

/* With large letters, when a row needs more than the least height of the style. */
static void
test_nothing_moves (Test *test, gconstpointer data)
{
  int before = 0;
  int after = 0;

  g_object_set (gtk_widget_get_settings (test->queue), "gtk-xft-dpi", 3 * 96 * 1024, NULL);
  salon_day_queue_set_active (SALON_DAY_QUEUE (test->queue), TRUE);
  ui_wait_until (count_rows (test, FALSE) == N_VISITS);
  gtk_widget_measure (GTK_WIDGET (list_of (test)), GTK_ORIENTATION_VERTICAL, -1, &before, NULL, NULL, NULL);
  g_assert_cmpuint (count_rows (test, TRUE), <, N_VISITS);
  ui_wait_until (count_rows (test, TRUE) == N_VISITS);
  gtk_widget_measure (GTK_WIDGET (list_of (test)), GTK_ORIENTATION_VERTICAL, -1, &after, NULL, NULL, NULL);
  g_assert_cmpint (before, ==, after);
}

/* The first visits are over: the list begins near the first that is not, as soon as it is there. */
static void
test_begins_at_now (Test *test, gconstpointer data)
{
  GtkAdjustment *adjustment = NULL;
  double value = 0;

  salon_day_queue_set_active (SALON_DAY_QUEUE (test->queue), TRUE);
  ui_wait_until (count_rows (test, FALSE) == N_VISITS);
  adjustment = gtk_list_box_get_adjustment (list_of (test));
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value, >, 0);
  ui_wait_until (count_rows (test, TRUE) == N_VISITS);
  ui_settle ();
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), value, 0.5);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/day-queue/view-first", Test, NULL, set_up, test_view_first, tear_down);
  g_test_add ("/day-queue/begins-at-now", Test, NULL, set_up, test_begins_at_now, tear_down);
  g_test_add ("/day-queue/nothing-moves", Test, NULL, set_up, test_nothing_moves, tear_down);
  return g_test_run ();
}
