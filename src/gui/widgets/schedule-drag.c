/* The gestures sit on the field, not on the blocks: a block may be drawn anew while it is dragged.  The ghost tells during
 * the drag what the salon will say; the check is pure and looks only when the place has changed by a step. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/widgets/edge-scroll.h"
#include "gui/widgets/schedule-drag.h"
#include "gui/widgets/schedule-hint.h"
#include "gui/widgets/schedule-moves.h"

#define THRESHOLD   8 /* pixels before a press becomes a drag */
#define DROP_LENGTH 30 /* minutes of what nobody knows the length of */

typedef enum {
  MODE_NONE,
  MODE_PRESSED, /* not far enough yet */
  MODE_CREATE,
  MODE_MOVE,
  MODE_RESIZE,
  MODE_DROP,
} Mode;

struct _SalonScheduleDrag {
  GObject parent_instance;

  SalonScheduleGrid *grid; /* not owned */
  GtkAdjustment *across;   /* not owned */
  GtkAdjustment *down;
  GtkGesture *drag; /* of a mouse or a pen; owned by the grid */
  GtkGesture *finger_drag;
  GtkGesture *click;
  GtkDropTarget *target;

  Mode mode;
  gboolean finger;
  gboolean held; /* by a finger, long enough to mean it, and not moved since */
  double press_x;
  double press_y;
  double view_x; /* of the pointer, in the part of the field that is seen */
  double view_y;
  SalonBoardBlock block;
  gint64 grab;   /* minutes from the start of the block to where it was taken */
  guint column;
  gint64 start;
  gint64 end;
  gboolean judged;
  gboolean moves; /* whether @move asks for anything */
  SalonBoardMove move;
  SalonBoardDrop *carried;
  guint tick;
  const char *cursor;
  SalonScheduleHint *hint;
};

enum { SELECT, ACTIVATE, CREATE, MOVE, DROP, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonScheduleDrag, salon_schedule_drag, G_TYPE_OBJECT)

/* ---- the ghost ---- */

static const SalonBoardColumn *
column_of (SalonScheduleDrag *self, guint column)
{
  return &g_array_index (salon_schedule_grid_get_columns (self->grid), SalonBoardColumn, column);
}

static const SalonSlotProblem *
worst_of (const GArray *problems)
{
  for (guint i = 0; i < problems->len; i++)
    if (salon_slot_problem_refuses (&g_array_index (problems, SalonSlotProblem, i)))
      return &g_array_index (problems, SalonSlotProblem, i);
  return problems->len > 0 ? &g_array_index (problems, SalonSlotProblem, 0) : NULL;
}

static void
show_ghost (SalonScheduleDrag *self)
{
  const SalonBoard *board = salon_schedule_grid_get_board (self->grid);
  g_autoptr (GArray) problems = self->moves ? salon_board_check (board, &self->move) : NULL;
  const SalonSlotProblem *worst = problems != NULL ? worst_of (problems) : NULL;
  g_autofree char *reason = worst != NULL ? salon_board_problem_text (board, worst) : NULL;
  g_autofree char *from = salon_minute_format ((int) (self->start % SALON_MINUTES_A_DAY));
  g_autofree char *to = salon_minute_format ((int) (self->end % SALON_MINUTES_A_DAY));
  g_autofree char *time = NULL;
  SalonScheduleRect rect =
      salon_schedule_rect_of (salon_schedule_grid_get_geometry (self->grid), self->column, self->start, self->end, NULL);
  SalonGhostTone tone = SALON_GHOST_FREE;

  if (worst != NULL)
    tone = salon_slot_problem_refuses (worst) ? SALON_GHOST_REFUSED : SALON_GHOST_WARNING;
  if (self->carried != NULL && self->carried->label != NULL)
    time = g_strdup_printf ("%s–%s  %s", from, to, self->carried->label);
  else
    time = g_strdup_printf ("%s–%s", from, to);
  salon_schedule_ghost_show (salon_schedule_grid_get_ghost (self->grid), &rect, tone, time, reason);
}

/* ---- from the pointer to a place ---- */

static gint64
clamp_start (SalonScheduleDrag *self, guint column, gint64 start, gint64 length)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (self->grid);
  gint64 first = salon_schedule_first_minute (geometry, column);
  gint64 last = salon_schedule_last_minute (geometry, column);

  return CLAMP (start, first, MAX (first, last - length));
}

static guint
column_under (SalonScheduleDrag *self, double x)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (self->grid);
  int column = salon_schedule_column_at (geometry, x);

  if (column >= 0)
    return (guint) column;
  if (geometry->divider > 0 && x > 0 && x < geometry->width)
    return self->column;
  return (x < 0) == geometry->rtl ? geometry->columns->len - 1 : 0;
}

static gint64
minute_under (SalonScheduleDrag *self, guint column, double y)
{
  double minute = salon_schedule_minute_at (salon_schedule_grid_get_geometry (self->grid), y);

  return (gint64) column_of (self, column)->day * SALON_MINUTES_A_DAY + (gint64) minute;
}

static int
step_of (SalonScheduleDrag *self)
{
  return MAX (salon_schedule_grid_get_board (self->grid)->step, 1);
}

static int
length_of_drop (SalonScheduleDrag *self)
{
  const SalonBoardService *service =
      salon_board_find_service (salon_schedule_grid_get_board (self->grid), self->carried->service_id);

  if (self->carried->minutes > 0)
    return self->carried->minutes;
  return service != NULL ? salon_line_length (&service->shape) : DROP_LENGTH;
}

/* Where the ghost stands now: @column, @start and @end. */
static void
find_place (SalonScheduleDrag *self, double x, double y, guint *column, gint64 *start, gint64 *end)
{
  int step = step_of (self);
  gint64 at = 0;

  *column = self->mode == MODE_MOVE || self->mode == MODE_DROP ? column_under (self, x) : self->column;
  at = minute_under (self, *column, y);
  switch (self->mode) {
  case MODE_MOVE:
    *start = clamp_start (self, *column, salon_schedule_snap ((double) (at - self->grab), step), self->block.end - self->block.start);
    *end = *start + self->block.end - self->block.start;
    break;
  case MODE_DROP:
    *start = clamp_start (self, *column, salon_schedule_snap ((double) at, step), length_of_drop (self));
    *end = *start + length_of_drop (self);
    break;
  case MODE_RESIZE:
    *start = self->block.start;
    *end = MAX (salon_schedule_snap ((double) at, step), self->block.start + step);
    break;
  case MODE_CREATE:
    *start = MIN (self->grab, salon_schedule_snap ((double) at, step));
    *end = MAX (self->grab + step, salon_schedule_snap ((double) at, step));
    break;
  case MODE_NONE:
  case MODE_PRESSED:
  default:
    *start = *end = at;
    break;
  }
}

static void
find_move (SalonScheduleDrag *self)
{
  const SalonBoard *board = salon_schedule_grid_get_board (self->grid);
  const GArray *columns = salon_schedule_grid_get_columns (self->grid);

  if (self->mode == MODE_MOVE) {
    self->moves = salon_schedule_move_to (board, columns, &self->block, self->column, self->start, &self->move);
  } else if (self->mode == MODE_RESIZE) {
    self->moves = salon_schedule_resize_to (board, columns, &self->block, self->end, &self->move);
  } else {
    salon_schedule_new_at (column_of (self, self->column), self->start, self->end, &self->move);
    if (self->carried != NULL) {
      self->move.client_id = self->carried->client_id;
      self->move.service_id = self->carried->service_id;
      if (self->carried->service_id != 0)
        self->move.minutes = self->carried->minutes;
    }
    self->moves = TRUE;
  }
}

static void
follow (SalonScheduleDrag *self)
{
  double x = self->view_x + gtk_adjustment_get_value (self->across);
  double y = self->view_y + gtk_adjustment_get_value (self->down);
  guint column = 0;
  gint64 start = 0;
  gint64 end = 0;

  find_place (self, x, y, &column, &start, &end);
  if (self->judged && column == self->column && start == self->start && end == self->end)
    return;
  self->column = column;
  self->start = start;
  self->end = end;
  self->judged = TRUE;
  find_move (self);
  show_ghost (self);
}

/* ---- scrolling at the edges ---- */

static gboolean
on_tick (GtkWidget *grid, GdkFrameClock *clock, gpointer data)
{
  SalonScheduleDrag *self = data;

  if (self->mode == MODE_MOVE || self->mode == MODE_DROP)
    salon_edge_scroll (self->across, self->view_x);
  salon_edge_scroll (self->down, self->view_y);
  follow (self);
  return G_SOURCE_CONTINUE;
}

static void
end_hint (SalonScheduleDrag *self)
{
  salon_schedule_hint_end (self->hint);
  if (self->mode <= MODE_PRESSED)
    salon_schedule_ghost_hide (salon_schedule_grid_get_ghost (self->grid));
}

static void
begin (SalonScheduleDrag *self, Mode mode)
{
  end_hint (self);
  self->mode = mode;
  self->judged = FALSE;
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->grid), on_tick, self, NULL);
}

static void
end (SalonScheduleDrag *self)
{
  self->mode = MODE_NONE;
  self->held = FALSE;
  g_clear_pointer (&self->carried, salon_board_drop_free);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->grid), self->tick);
  self->tick = 0;
  salon_schedule_ghost_hide (salon_schedule_grid_get_ghost (self->grid));
}

static void
point_at (SalonScheduleDrag *self, double x, double y)
{
  self->view_x = x - gtk_adjustment_get_value (self->across);
  self->view_y = y - gtk_adjustment_get_value (self->down);
}

/* ---- pointing ---- */

/* The slot that was clicked: rows, not steps, so that the cursor stands where the line is. */
static gint64
slot_under (SalonScheduleDrag *self, guint column, double y)
{
  const SalonScheduleGeometry *geometry = salon_schedule_grid_get_geometry (self->grid);
  gint64 minute = minute_under (self, column, y);
  SalonVisitBlock *before = NULL;
  gint64 slot = minute - minute % geometry->row_minutes;

  before = salon_visit_blocks_at (GTK_WIDGET (self->grid), column, slot, minute);
  return before != NULL ? MAX (slot, salon_visit_block_get_block (before)->end) : slot;
}

/* Focus or cursor go there. */
static void
point_out (SalonScheduleDrag *self, double x, double y)
{
  SalonVisitZone zone = SALON_VISIT_ZONE_FREE;
  SalonVisitBlock *block = salon_visit_blocks_pick (GTK_WIDGET (self->grid), salon_schedule_grid_get_geometry (self->grid), x, y, &zone);
  int column = salon_schedule_column_at (salon_schedule_grid_get_geometry (self->grid), x);

  end_hint (self);
  if (block != NULL) {
    salon_schedule_grid_hide_cursor (self->grid);
    gtk_widget_grab_focus (GTK_WIDGET (block));
  } else if (column >= 0) {
    salon_schedule_grid_put_cursor (self->grid, (guint) column, slot_under (self, (guint) column, y));
    salon_schedule_grid_focus_cursor (self->grid);
  }
}

/* ---- dragging ---- */

static gboolean
may_book (SalonScheduleDrag *self)
{
  return salon_permissions_have (salon_schedule_grid_get_look (self->grid)->permissions, SALON_PERMISSION_BOOK);
}

static Mode
mode_of_press (SalonScheduleDrag *self)
{
  SalonVisitZone zone = SALON_VISIT_ZONE_FREE;
  SalonVisitBlock *block = salon_visit_blocks_pick (GTK_WIDGET (self->grid), salon_schedule_grid_get_geometry (self->grid), self->press_x, self->press_y, &zone);
  int column = salon_schedule_column_at (salon_schedule_grid_get_geometry (self->grid), self->press_x);

  if (column < 0 || !may_book (self))
    return MODE_NONE;
  self->column = (guint) column;
  if (block == NULL) {
    int step = step_of (self);

    self->grab = minute_under (self, self->column, self->press_y) / step * step;
    return MODE_CREATE;
  }
  if ((salon_visit_block_get_verbs (block) & SALON_VISIT_VERB_MOVE) == 0)
    return MODE_NONE;
  self->block = *salon_visit_block_get_block (block);
  self->grab = minute_under (self, self->column, self->press_y) - self->block.start;
  return zone == SALON_VISIT_ZONE_EDGE ? MODE_RESIZE : MODE_MOVE;
}

static gboolean
is_finger (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
press (SalonScheduleDrag *self, double x, double y, gboolean finger)
{
  self->finger = finger;
  self->press_x = x;
  self->press_y = y;
  self->mode = MODE_PRESSED;
  self->held = FALSE;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, SalonScheduleDrag *self)
{
  if (is_finger (GTK_GESTURE (drag)))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
  else
    press (self, x, y, FALSE);
}

static void
on_finger_begin (GtkGestureDrag *drag, double x, double y, SalonScheduleDrag *self)
{
  press (self, x, y, TRUE);
}

static gboolean
is_far (double dx, double dy)
{
  return dx * dx + dy * dy >= THRESHOLD * THRESHOLD;
}

/* The field scrolls under the pointer: where it is counts, not how far it has come. */
static void
carry (SalonScheduleDrag *self, GtkGesture *drag, double dx, double dy)
{
  double x = self->press_x + dx;
  double y = self->press_y + dy;

  gtk_gesture_get_point (drag, NULL, &x, &y);
  point_at (self, x, y);
  follow (self);
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, SalonScheduleDrag *self)
{
  if (self->mode == MODE_NONE || self->finger)
    return;
  if (self->mode == MODE_PRESSED) {
    Mode mode = MODE_NONE;

    if (!is_far (dx, dy))
      return;
    mode = mode_of_press (self);
    if (mode == MODE_NONE) {
      self->mode = MODE_NONE;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
    begin (self, mode);
  }
  carry (self, GTK_GESTURE (drag), dx, dy);
}

/* A finger that moves at once scrolls; one that has rested takes what lies under it along. */
static void
on_finger_update (GtkGestureDrag *drag, double dx, double dy, SalonScheduleDrag *self)
{
  if (self->mode == MODE_PRESSED && is_far (dx, dy)) {
    self->mode = MODE_NONE;
    self->held = FALSE;
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
  }
  if (self->mode <= MODE_PRESSED || (self->held && !is_far (dx, dy)))
    return;
  self->held = FALSE;
  carry (self, GTK_GESTURE (drag), dx, dy);
}

static void
finish_create (SalonScheduleDrag *self)
{
  const SalonBoardColumn *column = column_of (self, self->column);

  salon_schedule_grid_put_cursor (self->grid, self->column, self->start);
  g_signal_emit (self, signals[CREATE], 0, (int) column->kind, column->resource_id, self->start, self->end);
}

static void
finish (SalonScheduleDrag *self)
{
  Mode mode = self->mode;
  SalonBoardMove move = self->move;
  gboolean moves = self->moves && self->judged;

  end (self);
  if (mode == MODE_CREATE)
    finish_create (self);
  else if ((mode == MODE_MOVE || mode == MODE_RESIZE) && moves)
    g_signal_emit (self, signals[MOVE], 0, &move);
}

/* That of the mouse ends when it has found that it is a finger. */
static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, SalonScheduleDrag *self)
{
  if (!self->finger)
    finish (self);
}

static void
ask_menu (SalonScheduleDrag *self, double x, double y)
{
  SalonVisitZone zone = SALON_VISIT_ZONE_FREE;
  SalonVisitBlock *block = salon_visit_blocks_pick (GTK_WIDGET (self->grid), salon_schedule_grid_get_geometry (self->grid), x, y, &zone);

  point_out (self, x, y);
  if (block != NULL || salon_schedule_column_at (salon_schedule_grid_get_geometry (self->grid), x) >= 0)
    salon_schedule_grid_ask_menu (self->grid, block, x, y);
}

/* One that has rested and did not move asks what can be done. */
static void
on_finger_end (GtkGestureDrag *drag, double dx, double dy, SalonScheduleDrag *self)
{
  double x = self->press_x;
  double y = self->press_y;
  gboolean rested = self->held;

  if (!rested) {
    finish (self);
    return;
  }
  end (self);
  ask_menu (self, x, y);
}

static void
on_drag_cancel (GtkGesture *drag, GdkEventSequence *sequence, SalonScheduleDrag *self)
{
  if (self->mode != MODE_DROP && (drag == self->finger_drag) == self->finger)
    end (self);
}

static void
on_held (GtkGestureLongPress *press, double x, double y, SalonScheduleDrag *self)
{
  Mode mode = self->mode == MODE_PRESSED ? mode_of_press (self) : MODE_NONE;

  if (self->mode != MODE_PRESSED)
    return;
  self->held = TRUE;
  gtk_gesture_set_state (self->finger_drag, GTK_EVENT_SEQUENCE_CLAIMED);
  if (mode == MODE_NONE)
    return;
  begin (self, mode);
  carry (self, self->finger_drag, 0, 0);
}

/* ---- clicking ---- */

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, SalonScheduleDrag *self)
{
  if (!is_finger (GTK_GESTURE (click))) /* it may be going to scroll */
    point_out (self, x, y);
}

static void
on_menu_pressed (GtkGestureClick *click, int n_press, double x, double y, SalonScheduleDrag *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  ask_menu (self, x, y);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, SalonScheduleDrag *self)
{
  SalonVisitZone zone = SALON_VISIT_ZONE_FREE;
  SalonVisitBlock *block = salon_visit_blocks_pick (GTK_WIDGET (self->grid), salon_schedule_grid_get_geometry (self->grid), x, y, &zone);
  guint column = 0;
  gint64 start = 0;

  if (is_finger (GTK_GESTURE (click)))
    point_out (self, x, y);
  if (block != NULL) {
    const SalonBoardBlock *info = salon_visit_block_get_block (block);

    if (n_press >= 2)
      g_signal_emit (self, signals[ACTIVATE], 0, info->visit_id);
    else
      g_signal_emit (self, signals[SELECT], 0, info->visit_id, info->line_id);
  } else if (salon_schedule_grid_get_cursor (self->grid, &column, &start) && may_book (self)) {
    const SalonBoardColumn *info = column_of (self, column);

    g_signal_emit (self, signals[CREATE], 0, (int) info->kind, info->resource_id, start, start);
  }
}

static void
on_left (GtkEventControllerMotion *motion, SalonScheduleDrag *self)
{
  end_hint (self);
}

static void
on_scrolled (SalonScheduleDrag *self)
{
  end_hint (self);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, SalonScheduleDrag *self)
{
  SalonVisitZone zone = SALON_VISIT_ZONE_FREE;
  const char *cursor = NULL;

  if (self->mode > MODE_PRESSED || salon_schedule_grid_get_board (self->grid) == NULL)
    return;
  point_at (self, x, y);
  salon_schedule_hint_point (self->hint, salon_visit_blocks_pick (GTK_WIDGET (self->grid), salon_schedule_grid_get_geometry (self->grid), x, y, &zone));
  cursor = zone == SALON_VISIT_ZONE_EDGE ? "ns-resize" : NULL;
  if (g_strcmp0 (cursor, self->cursor) == 0)
    return;
  self->cursor = cursor;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->grid), cursor);
}

/* ---- drops from elsewhere ---- */

static GdkDragAction
on_drop_motion (GtkDropTarget *target, double x, double y, SalonScheduleDrag *self)
{
  const GValue *value = gtk_drop_target_get_value (target);

  if (value == NULL || !may_book (self) || salon_schedule_grid_get_board (self->grid) == NULL)
    return 0;
  point_at (self, x, y);
  if (self->mode != MODE_DROP) {
    self->carried = salon_board_drop_copy (g_value_get_boxed (value));
    begin (self, MODE_DROP);
  }
  follow (self);
  return GDK_ACTION_COPY;
}

static void
on_drop_leave (GtkDropTarget *target, SalonScheduleDrag *self)
{
  if (self->mode == MODE_DROP)
    end (self);
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SalonScheduleDrag *self)
{
  const SalonBoardColumn *column = NULL;
  g_autoptr (SalonBoardDrop) drop = salon_board_drop_copy (g_value_get_boxed (value));

  if (on_drop_motion (target, x, y, self) == 0)
    return FALSE;
  column = column_of (self, self->column);
  end (self);
  g_signal_emit (self, signals[DROP], 0, drop, (int) column->kind, column->resource_id, self->start);
  return TRUE;
}

/* ---- overrides ---- */

static void
salon_schedule_drag_dispose (GObject *object)
{
  SalonScheduleDrag *self = SALON_SCHEDULE_DRAG (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->grid), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->hint, salon_schedule_hint_free);
  g_clear_pointer (&self->carried, salon_board_drop_free);
  G_OBJECT_CLASS (salon_schedule_drag_parent_class)->dispose (object);
}

static void
salon_schedule_drag_class_init (SalonScheduleDragClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_schedule_drag_dispose;
  /* the same as those of SalonScheduleView */
  signals[SELECT] = g_signal_new ("select", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT64,
                                  G_TYPE_INT64);
  signals[ACTIVATE] = g_signal_new ("activate", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[CREATE] = g_signal_new ("create", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, G_TYPE_INT,
                                  G_TYPE_INT64, G_TYPE_INT64, G_TYPE_INT64);
  signals[MOVE] = g_signal_new ("move", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DROP] = g_signal_new ("drop", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4, SALON_TYPE_BOARD_DROP,
                                G_TYPE_INT, G_TYPE_INT64, G_TYPE_INT64);
}

static void
salon_schedule_drag_init (SalonScheduleDrag *self)
{
}

static GtkGesture *
add_gesture (SalonScheduleDrag *self, GtkGesture *gesture)
{
  gtk_event_controller_set_propagation_limit (GTK_EVENT_CONTROLLER (gesture), GTK_LIMIT_SAME_NATIVE); /* not of a menu */
  gtk_widget_add_controller (GTK_WIDGET (self->grid), GTK_EVENT_CONTROLLER (gesture));
  return gesture;
}

/* Mouse and pen drag at once, a finger after a long press. */
static void
add_drags (SalonScheduleDrag *self)
{
  GtkGesture *press = add_gesture (self, gtk_gesture_long_press_new ());

  self->drag = add_gesture (self, gtk_gesture_drag_new ());
  self->finger_drag = add_gesture (self, gtk_gesture_drag_new ());
  gtk_gesture_long_press_set_delay_factor (GTK_GESTURE_LONG_PRESS (press), 0.8);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (self->finger_drag), TRUE);
  gtk_gesture_group (press, self->finger_drag);
  g_signal_connect (press, "pressed", G_CALLBACK (on_held), self);
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (self->finger_drag, "drag-begin", G_CALLBACK (on_finger_begin), self);
  g_signal_connect (self->finger_drag, "drag-update", G_CALLBACK (on_finger_update), self);
  g_signal_connect (self->finger_drag, "drag-end", G_CALLBACK (on_finger_end), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (self->finger_drag, "cancel", G_CALLBACK (on_drag_cancel), self);
}

static void
add_gestures (SalonScheduleDrag *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *menu = add_gesture (self, gtk_gesture_click_new ());

  self->click = add_gesture (self, gtk_gesture_click_new ());
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  g_signal_connect (self->click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (self->click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), motion);
  add_drags (self);
}

static void
add_target (SalonScheduleDrag *self)
{
  self->target = gtk_drop_target_new (SALON_TYPE_BOARD_DROP, GDK_ACTION_COPY);
  gtk_drop_target_set_preload (self->target, TRUE);
  g_signal_connect (self->target, "motion", G_CALLBACK (on_drop_motion), self);
  g_signal_connect (self->target, "leave", G_CALLBACK (on_drop_leave), self);
  g_signal_connect (self->target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid), GTK_EVENT_CONTROLLER (self->target));
}

/**
 * salon_schedule_drag_new:
 * @grid: the field; it lives longer
 * @across: tells which part of it is seen
 * @down: tells which part of it is seen
 *
 * Returns: (transfer full): what the pointer does on @grid
 */
SalonScheduleDrag *
salon_schedule_drag_new (SalonScheduleGrid *grid, GtkAdjustment *across, GtkAdjustment *down)
{
  SalonScheduleDrag *self = g_object_new (SALON_TYPE_SCHEDULE_DRAG, NULL);

  self->grid = grid;
  self->across = across;
  self->down = down;
  self->hint = salon_schedule_hint_new (grid);
  add_gestures (self);
  add_target (self);
  g_signal_connect_object (down, "value-changed", G_CALLBACK (on_scrolled), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * salon_schedule_drag_give_up:
 *
 * Returns: whether something was dragged; it stays where it was
 */
gboolean
salon_schedule_drag_give_up (SalonScheduleDrag *self)
{
  g_return_val_if_fail (SALON_IS_SCHEDULE_DRAG (self), FALSE);

  if (self->mode <= MODE_PRESSED)
    return FALSE;
  end (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->finger_drag));
  return TRUE;
}

/**
 * salon_schedule_drag_refresh:
 *
 * The board has changed during a drag: it is judged again; given up if what is dragged is gone.
 */
void
salon_schedule_drag_refresh (SalonScheduleDrag *self)
{
  const SalonBoard *board = salon_schedule_grid_get_board (self->grid);
  const GArray *columns = salon_schedule_grid_get_columns (self->grid);

  if (self->mode <= MODE_PRESSED)
    return;
  if (((self->mode == MODE_MOVE || self->mode == MODE_RESIZE) && salon_board_find_line (board, self->block.line_id) == NULL)
      || self->column >= columns->len || self->block.column >= columns->len) {
    salon_schedule_drag_give_up (self);
    return;
  }
  self->judged = FALSE;
  follow (self);
}
