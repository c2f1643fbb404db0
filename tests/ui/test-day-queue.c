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

static gboolean
has_text (GskRenderNode *node)
{
  switch ((int) gsk_render_node_get_node_type (node)) {
  case GSK_TEXT_NODE:
    return TRUE;
  case GSK_TRANSFORM_NODE:
    return has_text (gsk_transform_node_get_child (node));
  case GSK_CLIP_NODE:
    return has_text (gsk_clip_node_get_child (node));
  case GSK_ROUNDED_CLIP_NODE:
    return has_text (gsk_rounded_clip_node_get_child (node));
  case GSK_OPACITY_NODE:
    return has_text (gsk_opacity_node_get_child (node));
  case GSK_CONTAINER_NODE:
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      if (has_text (gsk_container_node_get_child (node, i)))
        return TRUE;
    return FALSE;
  default:
    return FALSE;
  }
}

/* Whether the text of the row was drawn in the last frame. */
static gboolean
is_drawn (GtkListBoxRow *row)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (row));
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node = NULL;
  gboolean drawn = FALSE;

  gdk_paintable_snapshot (picture, snapshot, gtk_widget_get_width (GTK_WIDGET (row)), gtk_widget_get_height (GTK_WIDGET (row)));
  node = gtk_snapshot_free_to_node (snapshot);
  drawn = node != NULL && has_text (node);
  g_clear_pointer (&node, gsk_render_node_unref);
  return drawn;
}

static gboolean
is_in_view (Test *test, GtkListBoxRow *row)
{
  GtkWidget *viewport = gtk_widget_get_parent (GTK_WIDGET (list_of (test)));
  graphene_rect_t at;

  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (row), viewport, &at));
  return at.origin.y + at.size.height > 0 && at.origin.y < gtk_widget_get_height (viewport);
}

/* Returns whether all rows in view are drawn, and not one beyond its next neighbours. */
static gboolean
draws_what_is_in_view (Test *test)
{
  guint n_drawn = 0;
  guint n_in_view = 0;

  for (int i = 0; i < N_VISITS; i++) {
    GtkListBoxRow *row = gtk_list_box_get_row_at_index (list_of (test), i);

    if (is_in_view (test, row) && !is_drawn (row))
      return FALSE;
    n_drawn += is_drawn (row);
    n_in_view += is_in_view (test, row);
  }
  return n_in_view > 0 && n_drawn <= n_in_view + 2;
}

static void
test_draws_what_is_seen (Test *test, gconstpointer data)
{
  GtkAdjustment *adjustment = NULL;
  GtkListBoxRow *last = NULL;

  salon_day_queue_set_active (SALON_DAY_QUEUE (test->queue), TRUE);
  ui_wait_until (count_rows (test, FALSE) == N_VISITS && count_rows (test, TRUE) == N_VISITS);
  ui_wait_until (draws_what_is_in_view (test));
  adjustment = gtk_list_box_get_adjustment (list_of (test));
  last = gtk_list_box_get_row_at_index (list_of (test), N_VISITS - 1);
  g_assert_false (is_drawn (last));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  ui_wait_until (is_in_view (test, last) && draws_what_is_in_view (test));
  gtk_adjustment_set_value (adjustment, 0);
  ui_wait_until (!is_in_view (test, last) && draws_what_is_in_view (test));
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/day-queue/view-first", Test, NULL, set_up, test_view_first, tear_down);
  g_test_add ("/day-queue/begins-at-now", Test, NULL, set_up, test_begins_at_now, tear_down);
  g_test_add ("/day-queue/draws-what-is-seen", Test, NULL, set_up, test_draws_what_is_seen, tear_down);
  g_test_add ("/day-queue/nothing-moves", Test, NULL, set_up, test_nothing_moves, tear_down);
  return g_test_run ();
}
