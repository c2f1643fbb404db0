/* What mouse and finger do on the board.  There is no touch screen here: the gestures are made to say what they would say of
 * one. */
#include "board-support.h"
#include "gui/widgets/schedule-cursor.h"
#include "gui/widgets/schedule-grid.h"
#include "gui/widgets/schedule-head.h"
#include "gui/widgets/schedule-view.h"
#include "gui/widgets/visit-blocks.h"
#include "ui-support.h"

typedef struct {
  GtkWidget *view;
  GtkWidget *grid;
  char *said; /* the last signal, as text */
} Test;

static void
say (Test *test, char *text)
{
  g_free (test->said);
  test->said = text;
}

static void
on_move (SalonScheduleView *view, const SalonBoardMove *move, Test *test)
{
  say (test, g_strdup_printf ("move %d to %d e%d", (int) move->visit_id, (int) (move->start - AT (0, 0)), (int) move->employee_id));
}

static void
on_create (SalonScheduleView *view, int kind, gint64 resource, gint64 start, gint64 end, Test *test)
{
  say (test, g_strdup_printf ("create %d %d-%d", (int) resource, (int) (start - AT (0, 0)), (int) (end - AT (0, 0))));
}

static void
on_select (SalonScheduleView *view, gint64 visit, gint64 line, Test *test)
{
  say (test, g_strdup_printf ("select %d", (int) visit));
}

static void
on_menu (SalonScheduleView *view, GtkWidget *at, double x, double y, Test *test)
{
  if (SALON_IS_VISIT_BLOCK (at))
    say (test, g_strdup_printf ("menu of visit %d", (int) salon_visit_block_get_block (SALON_VISIT_BLOCK (at))->visit_id));
  else if (SALON_IS_SCHEDULE_HEAD (at))
    say (test, g_strdup_printf ("menu of employee %d", (int) salon_schedule_head_get_column (SALON_SCHEDULE_HEAD (at))->resource_id));
  else
    say (test, g_strdup (SALON_IS_SCHEDULE_CURSOR (at) ? "menu of free time" : "menu of what?"));
}

static void
set_up (Test *test, gconstpointer data)
{
  g_autoptr (SalonBoard) board = ui_board_small (TRUE);
  SalonScheduleView *view = SALON_SCHEDULE_VIEW (salon_schedule_view_new ());

  salon_schedule_view_set_actor (view, salon_role_permissions (data != NULL ? SALON_ROLE_MASTER : SALON_ROLE_ADMINISTRATOR), 0);
  salon_schedule_view_set_now (view, AT (9, 30));
  salon_schedule_view_set_board (view, board, SALON_BOARD_EMPLOYEES, 0);
  g_signal_connect (view, "move", G_CALLBACK (on_move), test);
  g_signal_connect (view, "create", G_CALLBACK (on_create), test);
  g_signal_connect (view, "select", G_CALLBACK (on_select), test);
  g_signal_connect (view, "menu", G_CALLBACK (on_menu), test);
  test->view = ui_show (GTK_WIDGET (view));
  test->grid = ui_find (test->view, SALON_TYPE_SCHEDULE_GRID);
  ui_wait_until (gtk_widget_get_width (test->grid) > 0);
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->view);
  g_free (test->said);
}

/* A gesture of the field. */
static GtkGesture *
gesture (Test *test, GType type, gboolean touch, guint button)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (test->grid);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++) {
    g_autoptr (GtkGestureSingle) one = g_list_model_get_item (all, i);

    if (G_OBJECT_TYPE (one) == type && gtk_gesture_single_get_touch_only (one) == touch
        && gtk_gesture_single_get_button (one) == button)
      return GTK_GESTURE (one);
  }
  g_assert_not_reached ();
}

/* The middle of a time, in the field. */
static void
place (Test *test, guint column, int hour, int minute, double *x, double *y)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (SALON_SCHEDULE_GRID (test->grid));
  SalonScheduleRect rect = salon_schedule_rect_of (geometry, column, AT (hour, minute), AT (hour, minute) + 5, NULL);

  *x = rect.x + rect.width / 2.0;
  *y = rect.y + 1;
}

static double
pixels (Test *test, int minutes)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (SALON_SCHEDULE_GRID (test->grid));

  return salon_schedule_y_of (geometry, 600 + minutes) - salon_schedule_y_of (geometry, 600);
}

static void
begin (Test *test, GtkGesture *drag, guint column, int hour, int minute)
{
  double x = 0;
  double y = 0;

  g_clear_pointer (&test->said, g_free);
  place (test, column, hour, minute, &x, &y);
  g_signal_emit_by_name (drag, "drag-begin", x, y);
}

static void
hold (Test *test, guint column, int hour, int minute)
{
  double x = 0;
  double y = 0;

  place (test, column, hour, minute, &x, &y);
  g_signal_emit_by_name (gesture (test, GTK_TYPE_GESTURE_LONG_PRESS, TRUE, GDK_BUTTON_PRIMARY), "pressed", x, y);
}

static void
go (GtkGesture *drag, double dx, double dy, gboolean end)
{
  g_signal_emit_by_name (drag, "drag-update", dx, dy);
  if (end)
    g_signal_emit_by_name (drag, "drag-end", dx, dy);
}

static gboolean
ghost_is_seen (Test *test)
{
  return gtk_widget_get_child_visible (GTK_WIDGET (salon_schedule_grid_get_ghost (SALON_SCHEDULE_GRID (test->grid))))
         && gtk_widget_get_visible (GTK_WIDGET (salon_schedule_grid_get_ghost (SALON_SCHEDULE_GRID (test->grid))));
}

/* ---- mouse ---- */

/* A span that is drawn has its length, also when it is drawn upwards. */
static void
test_span (Test *test, gconstpointer data)
{
  GtkGesture *drag = gesture (test, GTK_TYPE_GESTURE_DRAG, FALSE, GDK_BUTTON_PRIMARY);

  begin (test, drag, 1, 13, 0);
  go (drag, 0, pixels (test, 75), TRUE);
  g_assert_cmpstr (test->said, ==, "create 2 780-855");
  begin (test, drag, 1, 15, 0);
  go (drag, 0, -pixels (test, 60), TRUE);
  g_assert_cmpstr (test->said, ==, "create 2 840-915");
}

static void
test_mouse_moves (Test *test, gconstpointer data)
{
  GtkGesture *drag = gesture (test, GTK_TYPE_GESTURE_DRAG, FALSE, GDK_BUTTON_PRIMARY);

  begin (test, drag, 0, 10, 20);
  go (drag, 0, pixels (test, 240), TRUE);
  g_assert_cmpstr (test->said, ==, "move 1 to 840 e0");
}

static void
press_right (Test *test, guint column, int hour, int minute)
{
  double x = 0;
  double y = 0;

  g_clear_pointer (&test->said, g_free);
  place (test, column, hour, minute, &x, &y);
  g_signal_emit_by_name (gesture (test, GTK_TYPE_GESTURE_CLICK, FALSE, GDK_BUTTON_SECONDARY), "pressed", 1, x, y);
}

static void
test_menus (Test *test, gconstpointer data)
{
  GtkWidget *head = ui_find (test->view, SALON_TYPE_SCHEDULE_HEAD);
  guint column = 0;
  gint64 start = 0;

  press_right (test, 0, 12, 30);
  g_assert_cmpstr (test->said, ==, "menu of visit 2");
  press_right (test, 1, 13, 5);
  g_assert_cmpstr (test->said, ==, "menu of free time");
  g_assert_true (salon_schedule_grid_get_cursor (SALON_SCHEDULE_GRID (test->grid), &column, &start));
  g_assert_cmpuint (column, ==, 1);
  g_assert_cmpint (start, ==, AT (13, 0));

  g_clear_pointer (&test->said, g_free);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (salon_visit_blocks_of_visit (test->grid, 3)), "visit.menu", NULL));
  g_assert_cmpstr (test->said, ==, "menu of visit 3");
  g_assert_true (gtk_widget_activate_action (head, "head.menu", NULL));
  g_assert_cmpstr (test->said, ==, "menu of employee 1");
}

/* ---- finger ---- */

/* Moved at once it scrolls: nothing is lifted, nothing is drawn. */
static void
test_swipe (Test *test, gconstpointer data)
{
  GtkGesture *drag = gesture (test, GTK_TYPE_GESTURE_DRAG, TRUE, GDK_BUTTON_PRIMARY);

  begin (test, drag, 0, 10, 20);
  go (drag, 0, pixels (test, 60), FALSE);
  g_assert_false (ghost_is_seen (test));
  hold (test, 0, 10, 20); /* too late */
  go (drag, 0, pixels (test, 120), TRUE);
  g_assert_null (test->said);
  begin (test, drag, 1, 13, 0);
  go (drag, 0, pixels (test, 60), TRUE);
  g_assert_null (test->said);
}

/* One that rests lifts what lies under it. */
static void
test_long_press (Test *test, gconstpointer data)
{
  GtkGesture *drag = gesture (test, GTK_TYPE_GESTURE_DRAG, TRUE, GDK_BUTTON_PRIMARY);

  begin (test, drag, 0, 10, 20);
  g_assert_false (ghost_is_seen (test));
  hold (test, 0, 10, 20);
  g_assert_true (ghost_is_seen (test));
  go (drag, 0, pixels (test, 240), TRUE);
  g_assert_cmpstr (test->said, ==, "move 1 to 840 e0");
  g_assert_false (ghost_is_seen (test));

  begin (test, drag, 1, 13, 0);
  hold (test, 1, 13, 0);
  go (drag, 0, pixels (test, 75), TRUE);
  g_assert_cmpstr (test->said, ==, "create 2 780-855");
}

/* One that rests and goes away asks what can be done, as the right button does. */
static void
test_long_press_menu (Test *test, gconstpointer data)
{
  GtkGesture *drag = gesture (test, GTK_TYPE_GESTURE_DRAG, TRUE, GDK_BUTTON_PRIMARY);

  begin (test, drag, 0, 12, 30);
  hold (test, 0, 12, 30);
  go (drag, 1, 2, TRUE);
  g_assert_cmpstr (test->said, ==, "menu of visit 2");
  begin (test, drag, 1, 13, 0);
  hold (test, 1, 13, 0);
  go (drag, 0, 0, TRUE);
  g_assert_cmpstr (test->said, ==, "menu of free time");
  g_assert_false (ghost_is_seen (test));
}

static void
test_tap (Test *test, gconstpointer data)
{
  GtkGesture *click = gesture (test, GTK_TYPE_GESTURE_CLICK, FALSE, GDK_BUTTON_PRIMARY);
  double x = 0;
  double y = 0;

  place (test, 0, 10, 20, &x, &y);
  g_signal_emit_by_name (click, "pressed", 1, x, y);
  g_signal_emit_by_name (click, "released", 1, x, y);
  g_assert_cmpstr (test->said, ==, "select 1");
}

/* Who may not book lifts nothing and draws nothing, but may ask. */
static void
test_not_allowed (Test *test, gconstpointer data)
{
  GtkGesture *drag = gesture (test, GTK_TYPE_GESTURE_DRAG, TRUE, GDK_BUTTON_PRIMARY);

  begin (test, drag, 0, 10, 20);
  hold (test, 0, 10, 20);
  go (drag, 0, pixels (test, 240), TRUE);
  g_assert_null (test->said);
  begin (test, gesture (test, GTK_TYPE_GESTURE_DRAG, FALSE, GDK_BUTTON_PRIMARY), 1, 13, 0);
  go (gesture (test, GTK_TYPE_GESTURE_DRAG, FALSE, GDK_BUTTON_PRIMARY), 0, pixels (test, 75), TRUE);
  g_assert_null (test->said);
  press_right (test, 0, 12, 30);
  g_assert_cmpstr (test->said, ==, "menu of visit 2");
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add ("/schedule/pointer/span", Test, NULL, set_up, test_span, tear_down);
  g_test_add ("/schedule/pointer/moves", Test, NULL, set_up, test_mouse_moves, tear_down);
  g_test_add ("/schedule/pointer/menus", Test, NULL, set_up, test_menus, tear_down);
  g_test_add ("/schedule/finger/swipe", Test, NULL, set_up, test_swipe, tear_down);
  g_test_add ("/schedule/finger/long-press", Test, NULL, set_up, test_long_press, tear_down);
  g_test_add ("/schedule/finger/long-press-menu", Test, NULL, set_up, test_long_press_menu, tear_down);
  g_test_add ("/schedule/finger/tap", Test, NULL, set_up, test_tap, tear_down);
  g_test_add ("/schedule/finger/not-allowed", Test, "master", set_up, test_not_allowed, tear_down);
  return g_test_run ();
}
