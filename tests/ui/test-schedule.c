/* The board as a widget: where things lie, what a move asks for, what keys and a screen reader find. */
#include "gui/widgets/schedule-geometry.h"
#include "gui/widgets/schedule-grid.h"
#include "gui/widgets/schedule-head.h"
#include "gui/widgets/schedule-moves.h"
#include "gui/widgets/schedule-view.h"
#include "gui/widgets/visit-blocks.h"
#include "board-support.h"
#include "ui-support.h"

/* ---- where things lie ---- */

static SalonScheduleGeometry
geometry_of (const GArray *columns, int width, gboolean rtl)
{
  return (SalonScheduleGeometry){ .columns = columns, .from_minute = 540, .to_minute = 1080, .row_minutes = 15, .row_height = 24,
                                  .width = width, .rtl = rtl };
}

static GArray *
columns_new (guint n)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SalonBoardColumn));

  for (guint i = 0; i < n; i++) {
    SalonBoardColumn column = { SALON_RESOURCE_EMPLOYEE, (gint64) i + 1, DAY };

    g_array_append_val (columns, column);
  }
  return columns;
}

static void
test_minutes (void)
{
  SalonScheduleGeometry geometry = geometry_of (NULL, 1000, FALSE);

  g_assert_cmpint (salon_schedule_y_of (&geometry, 540), ==, 0);
  g_assert_cmpint (salon_schedule_y_of (&geometry, 600), ==, 96);
  g_assert_cmpint (salon_schedule_height (&geometry), ==, 864);
  for (int minute = 540; minute <= 1080; minute += 5)
    g_assert_cmpint ((int) (salon_schedule_minute_at (&geometry, salon_schedule_y_of (&geometry, minute)) + 0.5), ==, minute);
  g_assert_cmpint (salon_schedule_snap (607.4, 15), ==, 600);
  g_assert_cmpint (salon_schedule_snap (607.5, 15), ==, 615);
  g_assert_cmpint (salon_schedule_snap (-7, 15), ==, 0);
}

/* Whatever the width: the columns fill it, none overlaps its neighbour, and each point of one is found in it again. */
static void
test_columns (void)
{
  g_autoptr (GRand) dice = g_rand_new_with_seed (7);

  for (int round = 0; round < 300; round++) {
    guint n = (guint) g_rand_int_range (dice, 1, 20);
    g_autoptr (GArray) columns = columns_new (n);
    SalonScheduleGeometry geometry = geometry_of (columns, g_rand_int_range (dice, (gint32) n * 96, 4000), g_rand_boolean (dice));
    int covered = 0;

    geometry.divider = n > 1 && g_rand_boolean (dice) ? (guint) g_rand_int_range (dice, 1, (gint32) n) : 0;
    for (guint i = 0; i < n; i++) {
      int x = 0;
      int width = 0;

      salon_schedule_column_span (&geometry, i, &x, &width);
      g_assert_cmpint (width, >=, geometry.divider > 0 ? 80 : 96);
      g_assert_cmpint (salon_schedule_column_at (&geometry, x), ==, (int) i);
      g_assert_cmpint (salon_schedule_column_at (&geometry, x + width - 1), ==, (int) i);
      covered += width;
    }
    g_assert_cmpint (covered, ==, geometry.width - (geometry.divider > 0 ? SALON_SCHEDULE_DIVIDER : 0));
    g_assert_cmpint (salon_schedule_column_at (&geometry, -1), ==, -1);
    g_assert_cmpint (salon_schedule_column_at (&geometry, geometry.width), ==, -1);
  }
}

/* Lanes of one time lie side by side inside of their column, from the right in right-to-left writing. */
static void
test_lanes (void)
{
  g_autoptr (GArray) columns = columns_new (2);

  for (int rtl = 0; rtl < 2; rtl++) {
    SalonScheduleGeometry geometry = geometry_of (columns, 400, rtl);
    SalonLayoutPlace one = { 0, 2, 1 };
    SalonLayoutPlace other = { 1, 2, 1 };
    SalonScheduleRect a = salon_schedule_rect_of (&geometry, 0, AT (10, 0), AT (11, 0), &one);
    SalonScheduleRect b = salon_schedule_rect_of (&geometry, 0, AT (10, 30), AT (11, 0), &other);
    SalonScheduleRect first = rtl ? b : a;
    SalonScheduleRect second = rtl ? a : b;

    g_assert_cmpint (first.x + first.width, <=, second.x);
    g_assert_cmpint (first.x, >=, rtl ? 200 : 0);
    g_assert_cmpint (second.x + second.width, <=, rtl ? 400 : 200);
    g_assert_cmpint (a.y, ==, 97);
    g_assert_cmpint (a.height, ==, 95);
    g_assert_cmpint (b.y, ==, 145);
  }
}

/* A room for several is wider where several stand side by side in it. */
static void
test_edges (void)
{
  g_autoptr (SalonBoard) board = ui_board_small (TRUE);
  g_autoptr (GArray) columns = salon_board_columns (board, SALON_BOARD_ROOMS, 0);
  g_autoptr (GArray) blocks = salon_board_blocks (board, columns, FALSE);
  g_autoptr (GArray) edges = salon_schedule_edges (columns, blocks);

  g_assert_cmpuint (edges->len, ==, 3);
  g_assert_cmpint (g_array_index (edges, int, 0), ==, 0);
  g_assert_cmpint (g_array_index (edges, int, 1), ==, 10); /* the room of one */
  g_assert_cmpint (g_array_index (edges, int, 2), ==, 26); /* two at ten in the hall */
}

/* ---- what a move asks for ---- */

static SalonBoardBlock
block_of (const SalonBoard *board, const GArray *columns, gint64 visit)
{
  g_autoptr (GArray) blocks = salon_board_blocks (board, columns, TRUE);

  for (guint i = 0; i < blocks->len; i++)
    if (g_array_index (blocks, SalonBoardBlock, i).visit_id == visit)
      return g_array_index (blocks, SalonBoardBlock, i);
  g_assert_not_reached ();
}

static void
test_moves (void)
{
  g_autoptr (SalonBoard) board = ui_board_small (TRUE);
  g_autoptr (GArray) columns = salon_board_columns (board, SALON_BOARD_BOTH, 0); /* Maria, Jana, Anna, room, hall */
  SalonBoardBlock block = block_of (board, columns, 1);
  SalonBoardMove move;

  g_assert_false (salon_schedule_move_to (board, columns, &block, 0, AT (10, 0), &move)); /* where it stands */
  g_assert_true (salon_schedule_move_to (board, columns, &block, 0, AT (11, 15), &move));
  g_assert_cmpint (move.start, ==, AT (11, 15));
  g_assert_cmpint (move.employee_id, ==, 0);
  g_assert_cmpint (move.room_id, ==, -1);
  g_assert_true (salon_schedule_move_to (board, columns, &block, 1, AT (10, 0), &move));
  g_assert_cmpint (move.employee_id, ==, JANA);
  g_assert_cmpint (move.line_id, ==, 1001);
  g_assert_true (salon_schedule_move_to (board, columns, &block, 3, AT (10, 0), &move));
  g_assert_cmpint (move.employee_id, ==, 0);
  g_assert_cmpint (move.room_id, ==, ROOM);
  g_assert_true (salon_schedule_resize_to (board, columns, &block, AT (11, 30), &move));
  g_assert_cmpint (move.minutes, ==, 90);
  g_assert_false (salon_schedule_resize_to (board, columns, &block, AT (11, 0), &move));
  g_assert_false (salon_schedule_resize_to (board, columns, &block, AT (10, 0), &move)); /* nothing would be left */
  g_assert_false (salon_schedule_step (board, columns, &block, SALON_VISIT_STEP_PREVIOUS, &move));
  block = block_of (board, columns, 3);
  g_assert_true (salon_schedule_step (board, columns, &block, SALON_VISIT_STEP_NEXT, &move));
  g_assert_cmpint (move.employee_id, ==, ANNA);
  block.column = 2;
  g_assert_false (salon_schedule_step (board, columns, &block, SALON_VISIT_STEP_NEXT, &move)); /* no room is a master */
}

/* The work before a gap has no length of its own; that after it is the end of the line. */
static void
test_gap (void)
{
  g_autoptr (SalonBoard) board = ui_board_small (TRUE);
  SalonBoardLine *line = ui_board_book (board, 9, "Anna A.", SALON_VISIT_BOOKED, ANNA, 0, AT (13, 0));
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GArray) blocks = NULL;
  const SalonBoardBlock *parts = NULL;
  SalonBoardMove move;

  line->shape = (SalonLineShape){ .work1 = 30, .gap = 40, .work2 = 20 };
  salon_board_finish (board);
  columns = salon_board_columns (board, SALON_BOARD_EMPLOYEES, 0);
  blocks = salon_board_blocks (board, columns, FALSE);
  parts = &g_array_index (blocks, SalonBoardBlock, blocks->len - 2);
  g_assert_cmpint (parts[1].part, ==, 1);
  g_assert_false (salon_schedule_resize_to (board, columns, &parts[0], AT (14, 0), &move));
  g_assert_true (salon_schedule_resize_to (board, columns, &parts[1], AT (14, 45), &move));
  g_assert_cmpint (move.minutes, ==, 35); /* 20 and the quarter of an hour */
  g_assert_true (salon_schedule_move_to (board, columns, &parts[1], 2, AT (14, 40), &move));
  g_assert_cmpint (move.start, ==, AT (13, 30)); /* the line as a whole is half an hour later */
}

/* ---- the widget ---- */

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
  say (test, g_strdup_printf ("move %d to %d e%d r%d for %d", (int) move->visit_id, (int) (move->start - AT (0, 0)),
                              (int) move->employee_id, (int) move->room_id, move->minutes));
}

static void
on_create (SalonScheduleView *view, int kind, gint64 resource, gint64 start, gint64 end, Test *test)
{
  say (test, g_strdup_printf ("create %d %d %d-%d", kind, (int) resource, (int) (start - AT (0, 0)), (int) (end - AT (0, 0))));
}

static void
on_verb (SalonScheduleView *view, gint64 visit, guint verb, Test *test)
{
  say (test, g_strdup_printf ("verb %d %u", (int) visit, verb));
}

static void
on_activate (SalonScheduleView *view, gint64 visit, Test *test)
{
  say (test, g_strdup_printf ("activate %d", (int) visit));
}

static void
on_step (SalonScheduleView *view, int days, Test *test)
{
  say (test, g_strdup_printf ("step %d", days));
}

static void
set_up (Test *test, gconstpointer data)
{
  g_autoptr (SalonBoard) board = ui_board_small (TRUE);
  SalonScheduleView *view = SALON_SCHEDULE_VIEW (salon_schedule_view_new ());

  salon_schedule_view_set_actor (view, salon_role_permissions (SALON_ROLE_ADMINISTRATOR), 0);
  salon_schedule_view_set_now (view, AT (9, 30));
  salon_schedule_view_set_board (view, board, SALON_BOARD_EMPLOYEES, 0);
  g_signal_connect (view, "move", G_CALLBACK (on_move), test);
  g_signal_connect (view, "create", G_CALLBACK (on_create), test);
  g_signal_connect (view, "verb", G_CALLBACK (on_verb), test);
  g_signal_connect (view, "activate", G_CALLBACK (on_activate), test);
  g_signal_connect (view, "step", G_CALLBACK (on_step), test);
  test->view = ui_show (GTK_WIDGET (view));
  test->grid = ui_find (test->view, SALON_TYPE_SCHEDULE_GRID);
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->view);
  g_free (test->said);
}

static GtkWidget *
block_at (Test *test, gint64 visit)
{
  return GTK_WIDGET (salon_visit_blocks_of_visit (test->grid, visit));
}

static GtkWidget *
focus_of (Test *test)
{
  return gtk_root_get_focus (gtk_widget_get_root (test->view));
}

static guint
count (GtkWidget *parent, GType type)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += g_type_is_a (G_OBJECT_TYPE (child), type) ? 1 : 0;
  return n;
}

/* What a screen reader finds. */
static void
test_accessible (Test *test, gconstpointer data)
{
  GtkAccessible *irina = GTK_ACCESSIBLE (block_at (test, 1));

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (test->grid)), ==, GTK_ACCESSIBLE_ROLE_GRID);
  g_assert_cmpint (gtk_accessible_get_accessible_role (irina), ==, GTK_ACCESSIBLE_ROLE_GRID_CELL);
  gtk_test_accessible_assert_property (irina, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "10:00–11:00, Manicure, Irina K., with Maria Ozola, booked");
  g_assert_cmpuint (count (test->grid, SALON_TYPE_VISIT_BLOCK), ==, 3);
  salon_schedule_view_select (SALON_SCHEDULE_VIEW (test->view), 1);
  gtk_test_accessible_assert_state (irina, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
}

static gboolean
runs (Test *test, gint64 visit, const char *action)
{
  g_clear_pointer (&test->said, g_free);
  return gtk_widget_activate_action (block_at (test, visit), action, NULL) && test->said != NULL;
}

/* What can be done depends on the state, and on who asks. */
static void
test_verbs (Test *test, gconstpointer data)
{
  g_assert_true (runs (test, 1, "visit.confirm"));
  g_assert_cmpstr (test->said, ==, "verb 1 2");
  g_assert_false (runs (test, 2, "visit.confirm")); /* arrived already */
  g_assert_true (runs (test, 2, "visit.finish"));
  g_assert_true (runs (test, 1, "visit.move-later"));
  g_assert_cmpstr (test->said, ==, "move 1 to 615 e0 r-1 for 0");
  g_assert_true (runs (test, 1, "visit.shorter"));
  g_assert_cmpstr (test->said, ==, "move 1 to 600 e0 r-1 for 45");
  salon_schedule_view_set_actor (SALON_SCHEDULE_VIEW (test->view), salon_role_permissions (SALON_ROLE_MASTER), JANA);
  g_assert_false (runs (test, 1, "visit.move-later"));
  g_assert_false (runs (test, 1, "visit.arrive")); /* Maria's */
  g_assert_true (runs (test, 3, "visit.arrive"));  /* her own */
}

/* A refresh keeps widgets, the focus and what is chosen; the visit that is gone leaves the focus to its time. */
static void
test_refresh (Test *test, gconstpointer data)
{
  g_autoptr (SalonBoard) same = ui_board_small (TRUE);
  g_autoptr (SalonBoard) without = ui_board_small (FALSE);
  GtkWidget *olga = block_at (test, 2);
  GtkWidget *irina = block_at (test, 1);

  gtk_widget_grab_focus (olga);
  salon_schedule_view_set_board (SALON_SCHEDULE_VIEW (test->view), same, SALON_BOARD_EMPLOYEES, 0);
  g_assert_true (block_at (test, 2) == olga && focus_of (test) == olga);
  salon_schedule_view_set_board (SALON_SCHEDULE_VIEW (test->view), same, SALON_BOARD_ROOMS, 0);
  g_assert_true (focus_of (test) == block_at (test, 2)); /* the same visit in its room */
  salon_schedule_view_set_board (SALON_SCHEDULE_VIEW (test->view), same, SALON_BOARD_EMPLOYEES, 0);
  gtk_widget_grab_focus (block_at (test, 2));
  irina = block_at (test, 1);
  salon_schedule_view_set_board (SALON_SCHEDULE_VIEW (test->view), without, SALON_BOARD_EMPLOYEES, 0);
  g_assert_true (block_at (test, 1) == irina);
  g_assert_null (block_at (test, 2));
  g_assert_true (SALON_IS_SCHEDULE_CURSOR (focus_of (test)));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus_of (test)), GTK_ACCESSIBLE_PROPERTY_LABEL, "12:00, free, Maria Ozola");
}

static void
press (Test *test, guint key, GdkModifierType state)
{
  g_clear_pointer (&test->said, g_free);
  g_assert_true (ui_press (test->view, key, state));
}

/* Down from Irina's visit: the free hour in four rows, then Olga's; up the same way; sideways at the same time. */
static void
test_walk (Test *test, gconstpointer data)
{
  gtk_widget_grab_focus (block_at (test, 1));
  for (int i = 0; i < 4; i++) {
    press (test, GDK_KEY_Down, 0);
    g_assert_true (SALON_IS_SCHEDULE_CURSOR (focus_of (test)));
  }
  press (test, GDK_KEY_Down, 0);
  g_assert_true (focus_of (test) == block_at (test, 2));
  for (int i = 0; i < 5; i++)
    press (test, GDK_KEY_Up, 0);
  g_assert_true (focus_of (test) == block_at (test, 1));
  press (test, GDK_KEY_Right, 0);
  g_assert_true (focus_of (test) == block_at (test, 3));
  press (test, GDK_KEY_Right, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus_of (test)), GTK_ACCESSIBLE_PROPERTY_LABEL, "10:00, free, Anna Kalna");
  press (test, GDK_KEY_Return, 0);
  g_assert_cmpstr (test->said, ==, "create 1 3 600-600");
  press (test, GDK_KEY_Left, 0);
  press (test, GDK_KEY_Left, 0);
  g_assert_true (focus_of (test) == block_at (test, 1));
}

/* In the hall two are at ten: sideways goes through its lanes first. */
static void
test_walk_lanes (Test *test, gconstpointer data)
{
  g_autoptr (SalonBoard) board = ui_board_small (TRUE);

  salon_schedule_view_set_board (SALON_SCHEDULE_VIEW (test->view), board, SALON_BOARD_ROOMS, 0);
  gtk_widget_grab_focus (block_at (test, 1));
  press (test, GDK_KEY_Right, 0);
  g_assert_true (focus_of (test) == block_at (test, 3));
  press (test, GDK_KEY_Left, 0);
  g_assert_true (focus_of (test) == block_at (test, 1));
  press (test, GDK_KEY_Left, 0);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus_of (test)), GTK_ACCESSIBLE_PROPERTY_LABEL, "10:00, free, Room 1");
}

static void
test_keys (Test *test, gconstpointer data)
{
  static const struct {
    guint key;
    GdkModifierType state;
    const char *says;
  } keys[] = {
    { GDK_KEY_Return, 0, "activate 1" },
    { GDK_KEY_Down, GDK_ALT_MASK, "move 1 to 615 e0 r-1 for 0" },
    { GDK_KEY_Up, GDK_ALT_MASK, "move 1 to 585 e0 r-1 for 0" },
    { GDK_KEY_Right, GDK_ALT_MASK, "move 1 to 600 e2 r-1 for 0" },
    { GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK, "move 1 to 600 e0 r-1 for 75" },
    { GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK, "move 1 to 600 e0 r-1 for 45" },
    { GDK_KEY_a, GDK_ALT_MASK, "verb 1 4" },
    { GDK_KEY_Delete, 0, "verb 1 32" },
    { GDK_KEY_Page_Down, 0, "step 1" },
    { GDK_KEY_Page_Up, 0, "step -1" },
    { GDK_KEY_Right, GDK_CONTROL_MASK, "step 1" },
    { GDK_KEY_Home, 0, "step 0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    gtk_widget_grab_focus (block_at (test, 1));
    press (test, keys[i].key, keys[i].state);
    g_assert_cmpstr (test->said, ==, keys[i].says);
  }
  /* a bare letter is for the search */
  g_assert_false (ui_press (test->view, GDK_KEY_a, 0));
}

static void
test_hidden (Test *test, gconstpointer data)
{
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 maria = MARIA;

  g_array_append_val (hidden, maria);
  salon_schedule_view_set_hidden (SALON_SCHEDULE_VIEW (test->view), hidden);
  g_assert_null (block_at (test, 1));
  g_assert_nonnull (block_at (test, 3));
  salon_schedule_view_set_hidden (SALON_SCHEDULE_VIEW (test->view), NULL);
  g_assert_nonnull (block_at (test, 1));
}

static void
test_zoom (Test *test, gconstpointer data)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (SALON_SCHEDULE_GRID (test->grid));
  int height = salon_schedule_height (geometry);

  g_assert_cmpint (geometry->row_minutes, ==, 15);
  for (int i = 0; i < 4; i++)
    gtk_widget_activate_action (test->view, "schedule.zoom-in", NULL);
  g_assert_cmpint (geometry->row_minutes, ==, 5);
  g_assert_cmpint (salon_schedule_height (geometry), ==, 3 * height);
  for (int i = 0; i < 6; i++)
    gtk_widget_activate_action (test->view, "schedule.zoom-out", NULL);
  g_assert_cmpint (geometry->row_minutes, ==, 30);
  gtk_widget_activate_action (test->view, "schedule.zoom-normal", NULL);
  g_assert_cmpint (geometry->row_minutes, ==, 15);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  g_test_add_func ("/schedule/minutes", test_minutes);
  g_test_add_func ("/schedule/columns", test_columns);
  g_test_add_func ("/schedule/lanes", test_lanes);
  g_test_add_func ("/schedule/edges", test_edges);
  g_test_add_func ("/schedule/moves", test_moves);
  g_test_add_func ("/schedule/gap", test_gap);
  g_test_add ("/schedule/accessible", Test, NULL, set_up, test_accessible, tear_down);
  g_test_add ("/schedule/verbs", Test, NULL, set_up, test_verbs, tear_down);
  g_test_add ("/schedule/refresh", Test, NULL, set_up, test_refresh, tear_down);
  g_test_add ("/schedule/walk", Test, NULL, set_up, test_walk, tear_down);
  g_test_add ("/schedule/walk-lanes", Test, NULL, set_up, test_walk_lanes, tear_down);
  g_test_add ("/schedule/keys", Test, NULL, set_up, test_keys, tear_down);
  g_test_add ("/schedule/hidden", Test, NULL, set_up, test_hidden, tear_down);
  g_test_add ("/schedule/zoom", Test, NULL, set_up, test_zoom, tear_down);
  return g_test_run ();
}
