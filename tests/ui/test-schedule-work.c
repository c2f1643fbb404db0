/* What the board does anew when it is scrolled, or shows something else: counted, since time depends on the machine. */
#include "gui/widgets/schedule-grid.h"
#include "gui/widgets/schedule-head.h"
#include "gui/widgets/schedule-view.h"
#include "gui/widgets/visit-blocks.h"
#include "ui-support.h"

#define DAY     20255
#define MASTERS 4
#define A_DAY   1000 /* numbers of visits */

/* How often GTK asked blocks for something; read and written by functions of their class, which have no data. */
typedef struct {
  guint measured;
  guint placed;
  guint drawn;
  GtkWidgetClass was;
} Asked;

static Asked asked;

typedef struct {
  GtkWidget *view;
  GtkWidget *grid;
} Test;

/* ---- a salon ---- */

static SalonBoard *
board_of (SalonDay day, int n_visits)
{
  SalonBoard *board = salon_board_new (day, 1);
  gint64 midnight = (gint64) day * SALON_MINUTES_A_DAY;
  gint64 service = 1;

  salon_board_add_service (board, 1, "Manicure")->shape.work1 = 40;
  salon_intervals_add (board->opening, midnight + 9 * 60, midnight + 18 * 60);
  for (int i = 1; i <= MASTERS; i++) {
    SalonBoardEmployee *employee = salon_board_add_employee (board, i, "Maria Ozola");

    salon_board_add_room (board, i, "Room");
    salon_intervals_add (employee->times->working, midnight + 9 * 60, midnight + 18 * 60);
    g_array_append_val (employee->services, service);
  }
  for (int i = 0; i < n_visits; i++) {
    gint64 id = (gint64) (day - DAY) * A_DAY + i + 1;
    SalonBoardVisit *visit = salon_board_add_visit (board, id, id, "Irina K.");
    SalonBoardLine *line = salon_board_add_line (visit, id, 1, "Manicure");

    visit->state = SALON_VISIT_BOOKED;
    line->employee_id = line->room_id = 1 + i % MASTERS;
    line->start = midnight + 9 * 60 + i / MASTERS * 50;
    line->shape.work1 = 40;
  }
  salon_board_finish (board);
  return board;
}

static void
show (Test *test, SalonDay day, int n_visits, SalonBoardView view)
{
  g_autoptr (SalonBoard) board = board_of (day, n_visits);

  salon_schedule_view_set_board (SALON_SCHEDULE_VIEW (test->view), board, view, 1);
}

/* ---- frames ---- */

static void
on_painted (GdkFrameClock *clock, gboolean *painted)
{
  *painted = TRUE;
}

/* Waits until the window is painted, as after each of the things that follow it would be. */
static void
wait_for_frame (Test *test)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (test->view);
  gboolean painted = FALSE;
  gulong handler = g_signal_connect (clock, "after-paint", G_CALLBACK (on_painted), &painted);

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
  ui_wait_until (painted);
  g_signal_handler_disconnect (clock, handler);
}

static gboolean
is_written (Test *test)
{
  for (GtkWidget *child = gtk_widget_get_first_child (test->grid); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child))
    if (!salon_visit_block_is_prepared (SALON_VISIT_BLOCK (child)))
      return FALSE;
  return TRUE;
}

/* Waits until nothing is to be done any more. */
static void
wait_for_rest (Test *test)
{
  wait_for_frame (test);
  ui_wait_until (is_written (test));
  wait_for_frame (test);
  wait_for_frame (test);
}

/* ---- counting ---- */

static void
count_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base, int *nat_base)
{
  asked.measured++;
  asked.was.measure (widget, orientation, for_size, min, nat, min_base, nat_base);
}

static void
count_place (GtkWidget *widget, int width, int height, int baseline)
{
  asked.placed++;
  asked.was.size_allocate (widget, width, height, baseline);
}

static void
count_draw (GtkWidget *widget, GtkSnapshot *snapshot)
{
  asked.drawn++;
  asked.was.snapshot (widget, snapshot);
}

static void
begin_counting (void)
{
  GtkWidgetClass *klass = g_type_class_peek (SALON_TYPE_VISIT_BLOCK);

  asked = (Asked){ .was = *klass };
  klass->measure = count_measure;
  klass->size_allocate = count_place;
  klass->snapshot = count_draw;
}

static void
end_counting (void)
{
  GtkWidgetClass *klass = g_type_class_peek (SALON_TYPE_VISIT_BLOCK);

  klass->measure = asked.was.measure;
  klass->size_allocate = asked.was.size_allocate;
  klass->snapshot = asked.was.snapshot;
}

/* Holds them, so that none that is new can stand where one was. */
static GPtrArray *
blocks_of (Test *test)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);

  for (GtkWidget *child = gtk_widget_get_first_child (test->grid); SALON_IS_VISIT_BLOCK (child);
       child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (blocks, g_object_ref (child));
  return blocks;
}

static guint
count_new (Test *test, GPtrArray *before)
{
  g_autoptr (GPtrArray) now = blocks_of (test);
  guint n = 0;

  for (guint i = 0; i < now->len; i++)
    n += g_ptr_array_find (before, now->pdata[i], NULL) ? 0 : 1;
  return n;
}

/* ---- the tests ---- */

static void
set_up (Test *test, gconstpointer data)
{
  GtkWidget *view = salon_schedule_view_new ();

  salon_schedule_view_set_actor (SALON_SCHEDULE_VIEW (view), salon_role_permissions (SALON_ROLE_OWNER), 0);
  test->view = view;
  show (test, DAY, 20, SALON_BOARD_EMPLOYEES);
  test->view = ui_show (view);
  test->grid = ui_find (test->view, SALON_TYPE_SCHEDULE_GRID);
  wait_for_rest (test);
  gtk_root_set_focus (gtk_widget_get_root (view), NULL); /* a window begins somewhere */
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->view);
}

static void
test_other_day (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) before = blocks_of (test);

  g_assert_cmpuint (before->len, ==, 20);
  show (test, DAY + 1, 20, SALON_BOARD_EMPLOYEES);
  g_assert_cmpuint (count_new (test, before), ==, 0);
  for (gint64 id = A_DAY + 1; id <= A_DAY + 20; id++)
    g_assert_nonnull (salon_visit_blocks_of_visit (test->grid, id));
  g_assert_null (salon_visit_blocks_of_visit (test->grid, 1));
  show (test, DAY + 2, 23, SALON_BOARD_EMPLOYEES);
  g_assert_cmpuint (count_new (test, before), ==, 3);
  show (test, DAY + 3, 5, SALON_BOARD_EMPLOYEES);
  g_clear_pointer (&before, g_ptr_array_unref);
  before = blocks_of (test);
  g_assert_cmpuint (before->len, ==, 5);
}

static void
test_toggle (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) before = blocks_of (test);

  show (test, DAY, 20, SALON_BOARD_ROOMS);
  g_assert_cmpuint (count_new (test, before), ==, 0);
  show (test, DAY, 20, SALON_BOARD_DAYS);
  g_assert_cmpuint (count_new (test, before), ==, 0);
}

/* What the keyboard is at does not become somebody else. */
static void
test_focus (Test *test, gconstpointer data)
{
  g_autoptr (GPtrArray) before = blocks_of (test);
  GtkWidget *block = GTK_WIDGET (salon_visit_blocks_of_visit (test->grid, 7));

  gtk_widget_grab_focus (block);
  show (test, DAY + 1, 20, SALON_BOARD_EMPLOYEES);
  g_assert_cmpuint (count_new (test, before), ==, 1);
  g_assert_null (gtk_widget_get_parent (block));
  ui_wait_until (gtk_root_get_focus (gtk_widget_get_root (test->view)) != block);
}

/* A field that moves is the same picture elsewhere. */
static void
test_scroll (Test *test, gconstpointer data)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (ui_find (test->view, GTK_TYPE_SCROLLED_WINDOW)));

  for (int i = 0; i < 4; i++)
    gtk_widget_activate_action (test->view, "schedule.zoom-in", NULL);
  wait_for_rest (test);
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), >, gtk_adjustment_get_page_size (down) + 300);
  gtk_adjustment_set_value (down, 0);
  wait_for_rest (test);
  begin_counting ();
  for (int i = 1; i <= 20; i++) {
    gtk_adjustment_set_value (down, i * 14);
    wait_for_frame (test);
  }
  end_counting ();
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (down), 280, 0.5);
  g_assert_cmpuint (asked.measured, ==, 0);
  g_assert_cmpuint (asked.placed, ==, 0);
  g_assert_cmpuint (asked.drawn, ==, 0);
}

/* Only the visit that was chosen, and the one that is now, are drawn anew. */
static void
test_select (Test *test, gconstpointer data)
{
  salon_schedule_view_select (SALON_SCHEDULE_VIEW (test->view), 1);
  wait_for_frame (test);
  begin_counting ();
  salon_schedule_view_select (SALON_SCHEDULE_VIEW (test->view), 2);
  wait_for_frame (test);
  end_counting ();
  g_assert_cmpuint (asked.measured, ==, 0);
  g_assert_cmpuint (asked.placed, ==, 0);
  g_assert_cmpuint (asked.drawn, ==, 2);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/schedule-work/other-day", Test, NULL, set_up, test_other_day, tear_down);
  g_test_add ("/schedule-work/toggle", Test, NULL, set_up, test_toggle, tear_down);
  g_test_add ("/schedule-work/focus", Test, NULL, set_up, test_focus, tear_down);
  g_test_add ("/schedule-work/scroll", Test, NULL, set_up, test_scroll, tear_down);
  g_test_add ("/schedule-work/select", Test, NULL, set_up, test_select, tear_down);
  return g_test_run ();
}
