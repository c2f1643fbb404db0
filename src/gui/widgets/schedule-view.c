/* Puts head, hours and field together, and holds what they share: zoom, keys, what is shown.  Scrolls both ways; the head
 * follows sideways, the hours up and down. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/widgets/build.h"
#include "gui/widgets/keys.h"
#include "gui/widgets/memory.h"
#include "gui/widgets/schedule-axis.h"
#include "gui/widgets/schedule-drag.h"
#include "gui/widgets/schedule-grid.h"
#include "gui/widgets/schedule-heads.h"
#include "gui/widgets/schedule-keys.h"
#include "gui/widgets/schedule-moves.h"
#include "gui/widgets/schedule-view.h"
#include "gui/widgets/schedule-walk.h"

#define ZOOM_NORMAL 2 /* of the table below */
#define NO_MINUTE   G_MININT64
#define ABOVE       48 /* pixels that are left above what is shown */

struct _SalonScheduleView {
  GtkWidget parent_instance;

  SalonScheduleHeads *heads;
  SalonScheduleAxis *axis;
  SalonScheduleGrid *grid;
  SalonScheduleDrag *drag;
  GtkWidget *table;
  GtkAdjustment *across;
  GtkAdjustment *down;
  GSettings *memory; /* NULL = nothing is remembered */

  SalonBoard *board;
  SalonBoardView view;
  gint64 employee_id;
  GArray *hidden; /* gint64 */
  gboolean with_cancelled;
  SalonVisitLook look;
  gint64 now;
  guint zoom;
  int goal;
  gint64 wanted; /* minute to be shown as soon as the height is known */
  double pointer_y;
  guint tick;
};

enum { SELECT, ACTIVATE, CREATE, MOVE, VERB, DROP, STEP, MENU, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonScheduleView, salon_schedule_view, GTK_TYPE_WIDGET)

/* Minutes of one row. */
static const int zooms[] = { 30, 20, 15, 10, 5 };

/* ---- what is shown ---- */

static gboolean
is_hidden (SalonScheduleView *self, const SalonBoardColumn *column)
{
  if (column->kind != SALON_RESOURCE_EMPLOYEE || self->view == SALON_BOARD_DAYS || self->hidden == NULL)
    return FALSE;
  for (guint i = 0; i < self->hidden->len; i++)
    if (g_array_index (self->hidden, gint64, i) == column->resource_id)
      return TRUE;
  return FALSE;
}

static GArray *
shown_columns (SalonScheduleView *self)
{
  GArray *columns = salon_board_columns (self->board, self->view, self->employee_id);

  for (guint i = columns->len; i > 0; i--)
    if (is_hidden (self, &g_array_index (columns, SalonBoardColumn, i - 1)))
      g_array_remove_index (columns, i - 1);
  return columns;
}

static void
show_now (SalonScheduleView *self)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (self->grid);
  int minute = -1;

  for (guint i = 0; geometry->columns != NULL && i < geometry->columns->len; i++)
    if (self->now >= salon_schedule_first_minute (geometry, i) && self->now < salon_schedule_last_minute (geometry, i))
      minute = (int) (self->now - (gint64) g_array_index (geometry->columns, SalonBoardColumn, i).day * SALON_MINUTES_A_DAY);
  salon_schedule_axis_set_now (self->axis, minute);
  salon_schedule_grid_set_now (self->grid, self->now);
}

static void
show_board (SalonScheduleView *self)
{
  g_autoptr (GArray) columns = NULL;

  if (self->board == NULL)
    return;
  columns = shown_columns (self);
  salon_schedule_grid_set_board (self->grid, self->board, columns, self->with_cancelled, &self->look);
  salon_schedule_heads_set_board (self->heads, self->board, self->view == SALON_BOARD_DAYS);
  show_now (self);
  salon_schedule_drag_refresh (self->drag);
  gtk_widget_queue_draw (GTK_WIDGET (self->axis));
}

/* ---- scrolling ---- */

static void
scroll_to (SalonScheduleView *self, double y)
{
  double height = salon_schedule_height (salon_schedule_grid_get_geometry (self->grid));

  if (gtk_adjustment_get_upper (self->down) < height)
    gtk_adjustment_set_upper (self->down, height);
  gtk_adjustment_set_value (self->down, y);
}

static void
show_wanted (SalonScheduleView *self)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (self->grid);

  if (self->wanted == NO_MINUTE || self->board == NULL || gtk_adjustment_get_page_size (self->down) <= 1)
    return;
  scroll_to (self, salon_schedule_y_of (geometry, (double) (self->wanted % SALON_MINUTES_A_DAY)) - ABOVE);
  self->wanted = NO_MINUTE;
}

static void
on_scrolled (GtkAdjustment *down, SalonScheduleView *self)
{
  salon_schedule_grid_set_seen (self->grid, (int) gtk_adjustment_get_value (down), (int) gtk_adjustment_get_page_size (down));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SalonScheduleView *self = SALON_SCHEDULE_VIEW (widget);

  self->tick = 0;
  show_wanted (self);
  return G_SOURCE_REMOVE;
}

/* It is told while the field is placed: scrolling has to wait until that has come to its end. */
static void
on_range (GtkAdjustment *down, SalonScheduleView *self)
{
  on_scrolled (down, self);
  if (self->wanted != NO_MINUTE && self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

/* Scrolls as little as need be. */
static void
reveal_focus (SalonScheduleView *self)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (self->grid);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  SalonScheduleRect rect = { 0 };
  guint column = 0;
  gint64 start = 0;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->grid)))
    return;
  if (SALON_IS_VISIT_BLOCK (focus)) {
    const SalonBoardBlock *block = salon_visit_block_get_block (SALON_VISIT_BLOCK (focus));

    rect = salon_schedule_rect_of (geometry, block->column, block->start, block->end, NULL);
  } else if (salon_schedule_grid_get_cursor (self->grid, &column, &start)) {
    rect = salon_schedule_rect_of (geometry, column, start, start + geometry->row_minutes, NULL);
  } else {
    return;
  }
  gtk_adjustment_clamp_page (self->down, rect.y - ABOVE / 2, rect.y + rect.height + ABOVE / 2);
  gtk_adjustment_clamp_page (self->across, rect.x, rect.x + rect.width);
}

/* ---- zoom ---- */

static void
update_zoom_actions (SalonScheduleView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.zoom-in", self->zoom + 1 < G_N_ELEMENTS (zooms));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.zoom-out", self->zoom > 0);
}

/* The minute at @view_y stays where it is. */
static void
set_zoom (SalonScheduleView *self, guint zoom, double view_y)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (self->grid);
  double minute = salon_schedule_minute_at (geometry, gtk_adjustment_get_value (self->down) + view_y);

  if (zoom >= G_N_ELEMENTS (zooms) || zoom == self->zoom)
    return;
  self->zoom = zoom;
  salon_schedule_grid_set_row_minutes (self->grid, zooms[zoom]);
  if (self->board != NULL)
    scroll_to (self, salon_schedule_y_of (geometry, minute) - view_y);
  gtk_widget_queue_draw (GTK_WIDGET (self->axis));
  update_zoom_actions (self);
  if (self->memory != NULL)
    g_settings_set_int (self->memory, "board-row-minutes", zooms[zoom]);
}

static void
action_zoom (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonScheduleView *self = SALON_SCHEDULE_VIEW (widget);
  double middle = gtk_adjustment_get_page_size (self->down) / 2;

  if (g_str_equal (name, "schedule.zoom-in"))
    set_zoom (self, self->zoom + 1, middle);
  else if (g_str_equal (name, "schedule.zoom-normal"))
    set_zoom (self, ZOOM_NORMAL, middle);
  else if (self->zoom > 0)
    set_zoom (self, self->zoom - 1, middle);
}

static gboolean
on_wheel (GtkEventControllerScroll *scroll, double dx, double dy, SalonScheduleView *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  if (dy < 0)
    set_zoom (self, self->zoom + 1, self->pointer_y);
  else if (dy > 0 && self->zoom > 0)
    set_zoom (self, self->zoom - 1, self->pointer_y);
  return TRUE;
}

static void
on_pointer (GtkEventControllerMotion *motion, double x, double y, SalonScheduleView *self)
{
  self->pointer_y = y;
}

/* ---- what the field says ---- */

static void
on_select (gpointer source, gint64 visit_id, gint64 line_id, SalonScheduleView *self)
{
  salon_schedule_grid_select (self->grid, visit_id);
  g_signal_emit (self, signals[SELECT], 0, visit_id, line_id);
}

static void
on_activate (gpointer source, gint64 visit_id, SalonScheduleView *self)
{
  salon_schedule_grid_select (self->grid, visit_id);
  g_signal_emit (self, signals[ACTIVATE], 0, visit_id);
}

static void
on_create (gpointer source, int kind, gint64 resource, gint64 start, gint64 end, SalonScheduleView *self)
{
  g_signal_emit (self, signals[CREATE], 0, kind, resource, start, end);
}

static void
on_move (gpointer source, const SalonBoardMove *move, SalonScheduleView *self)
{
  g_signal_emit (self, signals[MOVE], 0, move);
}

static void
on_drop (gpointer source, SalonBoardDrop *drop, int kind, gint64 resource, gint64 start, SalonScheduleView *self)
{
  g_signal_emit (self, signals[DROP], 0, drop, kind, resource, start);
}

static void
on_verb (gpointer source, gint64 visit_id, guint verb, SalonScheduleView *self)
{
  g_signal_emit (self, signals[VERB], 0, visit_id, verb);
}

static void
on_step (gpointer source, SalonVisitBlock *block, guint step, SalonScheduleView *self)
{
  SalonBoardMove move;

  if (salon_schedule_step (self->board, salon_schedule_grid_get_columns (self->grid), salon_visit_block_get_block (block),
                           (SalonVisitStep) step, &move))
    g_signal_emit (self, signals[MOVE], 0, &move);
}

static void
on_book (SalonScheduleGrid *grid, SalonScheduleView *self)
{
  const SalonBoardColumn *info = NULL;
  guint column = 0;
  gint64 start = 0;

  if (!salon_schedule_grid_get_cursor (grid, &column, &start)
      || !salon_permissions_have (self->look.permissions, SALON_PERMISSION_BOOK))
    return;
  info = &g_array_index (salon_schedule_grid_get_columns (grid), SalonBoardColumn, column);
  on_create (grid, (int) info->kind, info->resource_id, start, start, self);
}

static void
on_menu (gpointer source, GtkWidget *at, double x, double y, SalonScheduleView *self)
{
  g_signal_emit (self, signals[MENU], 0, at, x, y);
}

/* ---- keys ---- */

static gboolean
walk (SalonScheduleView *self, GtkDirectionType direction)
{
  if (salon_schedule_walk (self->grid, direction, &self->goal))
    reveal_focus (self);
  return TRUE;
}

static gboolean
run_field_key (SalonScheduleView *self, guint key)
{
  switch (key) {
  case GDK_KEY_Up:
    return walk (self, GTK_DIR_UP);
  case GDK_KEY_Down:
    return walk (self, GTK_DIR_DOWN);
  case GDK_KEY_Left:
    return walk (self, GTK_DIR_LEFT);
  case GDK_KEY_Right:
    return walk (self, GTK_DIR_RIGHT);
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    on_book (self->grid, self);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
step_days (SalonScheduleView *self, int days)
{
  g_signal_emit (self, signals[STEP], 0, days);
  return TRUE;
}

static gboolean
run_day_key (SalonScheduleView *self, guint key, GdkModifierType state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (state == 0 && (key == GDK_KEY_Page_Up || key == GDK_KEY_Page_Down))
    return step_days (self, key == GDK_KEY_Page_Up ? -1 : 1);
  if (state == GDK_CONTROL_MASK && (key == GDK_KEY_Left || key == GDK_KEY_Right))
    return step_days (self, (key == GDK_KEY_Left) != rtl ? -1 : 1);
  if (state == 0 && key == GDK_KEY_Home)
    return step_days (self, 0);
  return FALSE;
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType mods, SalonScheduleView *self)
{
  GdkModifierType state = mods & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);
  guint key = gdk_keyval_to_lower (salon_keys_latin (keyval, keycode));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (key == GDK_KEY_Escape && state == 0)
    return salon_schedule_drag_give_up (self->drag);
  if (self->board == NULL)
    return FALSE;
  if (run_day_key (self, key, state))
    return TRUE;
  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->grid)))
    return FALSE;
  if (SALON_IS_VISIT_BLOCK (focus) && salon_schedule_keys_run (focus, key, state))
    return TRUE;
  return state == 0 && run_field_key (self, key);
}

static void
on_focus_enter (GtkEventControllerFocus *focus, SalonScheduleView *self)
{
  if (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) != NULL)
    reveal_focus (self);
}

/* ---- overrides ---- */

static void
salon_schedule_view_dispose (GObject *object)
{
  SalonScheduleView *self = SALON_SCHEDULE_VIEW (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->drag);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->board, salon_board_unref);
  g_clear_pointer (&self->hidden, g_array_unref);
  g_clear_object (&self->memory);
  G_OBJECT_CLASS (salon_schedule_view_parent_class)->dispose (object);
}

static void
install_signals (GType type)
{
  signals[SELECT] = g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                  G_TYPE_INT64);
  signals[ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_INT,
                                  G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT64);
  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[VERB] = g_signal_new ("verb", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64, G_TYPE_UINT);
  signals[DROP] = g_signal_new ("drop", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, SALON_TYPE_BOARD_DROP,
                                G_TYPE_INT, G_TYPE_INT64, G_TYPE_INT64);
  signals[STEP] = g_signal_new ("step", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  signals[MENU] = g_signal_new ("menu", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, GTK_TYPE_WIDGET,
                                G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
salon_schedule_view_class_init (SalonScheduleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_schedule_view_dispose;
  install_signals (G_TYPE_FROM_CLASS (klass));
  gtk_widget_class_install_action (widget_class, "schedule.zoom-in", NULL, action_zoom);
  gtk_widget_class_install_action (widget_class, "schedule.zoom-out", NULL, action_zoom);
  gtk_widget_class_install_action (widget_class, "schedule.zoom-normal", NULL, action_zoom);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "schedule.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "schedule.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Add, GDK_CONTROL_MASK, "schedule.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "schedule.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "schedule.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "schedule.zoom-normal", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "scheduleview");
}

static GtkWidget *
build_field (SalonScheduleView *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *viewport = NULL;

  self->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroll));
  self->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroll));
  viewport = gtk_viewport_new (self->across, self->down);
  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), GTK_WIDGET (self->grid));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), viewport);
  gtk_widget_set_hexpand (scroll, TRUE);
  gtk_widget_set_vexpand (scroll, TRUE);
  return scroll;
}

static void
add_controllers (SalonScheduleView *self, GtkWidget *scroll)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_limit (keys, GTK_LIMIT_SAME_NATIVE); /* a menu has its own */
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect (wheel, "scroll", G_CALLBACK (on_wheel), self);
  gtk_widget_add_controller (scroll, wheel);
  g_signal_connect (motion, "motion", G_CALLBACK (on_pointer), self);
  gtk_widget_add_controller (scroll, motion);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_enter), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), focus);
}

static void
connect_field (SalonScheduleView *self)
{
  g_signal_connect (self->drag, "select", G_CALLBACK (on_select), self);
  g_signal_connect (self->drag, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (self->drag, "create", G_CALLBACK (on_create), self);
  g_signal_connect (self->drag, "move", G_CALLBACK (on_move), self);
  g_signal_connect (self->drag, "drop", G_CALLBACK (on_drop), self);
  g_signal_connect (self->grid, "verb", G_CALLBACK (on_verb), self);
  g_signal_connect (self->grid, "step", G_CALLBACK (on_step), self);
  g_signal_connect (self->grid, "activate", G_CALLBACK (on_activate), self);
  g_signal_connect (self->grid, "book", G_CALLBACK (on_book), self);
  g_signal_connect (self->grid, "menu", G_CALLBACK (on_menu), self);
  g_signal_connect (self->heads, "menu", G_CALLBACK (on_menu), self);
  g_signal_connect (self->down, "value-changed", G_CALLBACK (on_scrolled), self);
  g_signal_connect (self->down, "changed", G_CALLBACK (on_range), self);
}

static void
recall_zoom (SalonScheduleView *self)
{
  int minutes = 0;

  self->zoom = ZOOM_NORMAL;
  self->memory = salon_memory_open ();
  if (self->memory != NULL)
    minutes = g_settings_get_int (self->memory, "board-row-minutes");
  for (guint i = 0; i < G_N_ELEMENTS (zooms); i++)
    if (zooms[i] == minutes)
      self->zoom = i;
  salon_schedule_grid_set_row_minutes (self->grid, zooms[self->zoom]);
  update_zoom_actions (self);
}

static void
salon_schedule_view_init (SalonScheduleView *self)
{
  GtkWidget *table = gtk_grid_new ();
  GtkWidget *corner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *scroll = NULL;

  self->goal = -1;
  self->wanted = NO_MINUTE;
  self->grid = SALON_SCHEDULE_GRID (salon_schedule_grid_new ());
  scroll = build_field (self);
  self->drag = salon_schedule_drag_new (self->grid, self->across, self->down);
  self->heads = SALON_SCHEDULE_HEADS (salon_schedule_heads_new (salon_schedule_grid_get_geometry (self->grid), self->across));
  self->axis = SALON_SCHEDULE_AXIS (salon_schedule_axis_new (salon_schedule_grid_get_geometry (self->grid), self->down));
  gtk_widget_add_css_class (corner, "corner");
  gtk_grid_attach (GTK_GRID (table), corner, 0, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (table), GTK_WIDGET (self->heads), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (table), GTK_WIDGET (self->axis), 0, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (table), scroll, 1, 1, 1, 1);
  gtk_widget_set_parent (table, GTK_WIDGET (self));
  connect_field (self);
  add_controllers (self, scroll);
  recall_zoom (self);
}

/**
 * salon_schedule_view_new:
 *
 * Returns: (transfer floating): a view of no board yet
 */
GtkWidget *
salon_schedule_view_new (void)
{
  return g_object_new (SALON_TYPE_SCHEDULE_VIEW, NULL);
}

/**
 * salon_schedule_view_set_board:
 * @board: kept until the next
 * @view: what the columns are
 * @employee_id: whose days they are, for %SALON_BOARD_DAYS
 *
 * Shows a board.  Visits that are still there keep their widgets, and the focus; scrolling stays as it is.
 */
void
salon_schedule_view_set_board (SalonScheduleView *self, SalonBoard *board, SalonBoardView view, gint64 employee_id)
{
  g_return_if_fail (SALON_IS_SCHEDULE_VIEW (self) && board != NULL);

  salon_board_ref (board);
  g_clear_pointer (&self->board, salon_board_unref);
  self->board = board;
  self->view = view;
  self->employee_id = employee_id;
  show_board (self);
  reveal_focus (self);
  show_wanted (self);
}

/**
 * salon_schedule_view_get_board:
 *
 * Returns: (transfer none) (nullable): what it shows
 */
SalonBoard *
salon_schedule_view_get_board (SalonScheduleView *self)
{
  g_return_val_if_fail (SALON_IS_SCHEDULE_VIEW (self), NULL);

  return self->board;
}

/**
 * salon_schedule_view_set_hidden:
 * @employee_ids: (element-type gint64) (nullable): whose columns are not shown
 */
void
salon_schedule_view_set_hidden (SalonScheduleView *self, const GArray *employee_ids)
{
  g_return_if_fail (SALON_IS_SCHEDULE_VIEW (self));

  g_clear_pointer (&self->hidden, g_array_unref);
  if (employee_ids != NULL)
    self->hidden = g_array_copy ((GArray *) employee_ids);
  show_board (self);
}

static void
set_look (SalonScheduleView *self)
{
  salon_schedule_grid_set_look (self->grid, &self->look);
}

/**
 * salon_schedule_view_set_actor:
 * @permissions: what can be done with visits
 * @employee_id: whose visits are her own; 0 = nobody's
 */
void
salon_schedule_view_set_actor (SalonScheduleView *self, SalonPermissions permissions, gint64 employee_id)
{
  g_return_if_fail (SALON_IS_SCHEDULE_VIEW (self));

  self->look.permissions = permissions;
  self->look.employee_id = employee_id;
  set_look (self);
}

/**
 * salon_schedule_view_set_now:
 * @minute: absolute wall minute
 */
void
salon_schedule_view_set_now (SalonScheduleView *self, gint64 minute)
{
  SalonDay today = (SalonDay) (minute / SALON_MINUTES_A_DAY);
  gboolean other_day = today != self->look.today;

  g_return_if_fail (SALON_IS_SCHEDULE_VIEW (self));

  self->now = minute;
  self->look.today = today;
  if (other_day)
    set_look (self);
  show_now (self);
}

/**
 * salon_schedule_view_set_colors:
 */
void
salon_schedule_view_set_colors (SalonScheduleView *self, SalonScheduleColors colors)
{
  g_return_if_fail (SALON_IS_SCHEDULE_VIEW (self));

  self->look.by_category = colors == SALON_SCHEDULE_BY_CATEGORY;
  set_look (self);
}

/**
 * salon_schedule_view_set_cancelled_shown:
 */
void
salon_schedule_view_set_cancelled_shown (SalonScheduleView *self, gboolean shown)
{
  g_return_if_fail (SALON_IS_SCHEDULE_VIEW (self));

  self->with_cancelled = shown;
  show_board (self);
}

/**
 * salon_schedule_view_select:
 * @visit_id: marked, if it is shown; 0 = none
 */
void
salon_schedule_view_select (SalonScheduleView *self, gint64 visit_id)
{
  g_return_if_fail (SALON_IS_SCHEDULE_VIEW (self));

  salon_schedule_grid_select (self->grid, visit_id);
}

/**
 * salon_schedule_view_get_selected:
 *
 * Returns: the visit that is marked; 0 = none
 */
gint64
salon_schedule_view_get_selected (SalonScheduleView *self)
{
  g_return_val_if_fail (SALON_IS_SCHEDULE_VIEW (self), 0);

  return salon_schedule_grid_get_selected (self->grid);
}

/**
 * salon_schedule_view_show_minute:
 * @minute: absolute wall minute, or minute of a day
 *
 * Scrolls so that it stands near the upper edge; as soon as there is a board.
 */
void
salon_schedule_view_show_minute (SalonScheduleView *self, gint64 minute)
{
  g_return_if_fail (SALON_IS_SCHEDULE_VIEW (self));

  self->wanted = minute;
  show_wanted (self);
}

/**
 * salon_schedule_view_focus:
 *
 * Gives the focus to the chosen visit if it is shown, else to where it was last.
 */
void
salon_schedule_view_focus (SalonScheduleView *self)
{
  SalonVisitBlock *block = NULL;

  g_return_if_fail (SALON_IS_SCHEDULE_VIEW (self));

  block = salon_visit_blocks_of_visit (GTK_WIDGET (self->grid), salon_schedule_grid_get_selected (self->grid));
  if (block != NULL) {
    salon_schedule_grid_hide_cursor (self->grid);
    gtk_widget_grab_focus (GTK_WIDGET (block));
  } else if (!salon_has_focus (GTK_WIDGET (self->grid))) {
    gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
  }
  reveal_focus (self);
}

/**
 * salon_schedule_view_give_up:
 *
 * Returns: whether something was dragged; it stays where it was
 */
gboolean
salon_schedule_view_give_up (SalonScheduleView *self)
{
  g_return_val_if_fail (SALON_IS_SCHEDULE_VIEW (self), FALSE);

  return salon_schedule_drag_give_up (self->drag);
}
