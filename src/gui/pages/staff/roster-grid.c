/* Four panes: the cells scroll both ways, days and sums with them sideways, names with them up and down.
 *
 * A drag, or arrows with Shift, choose a rectangle.  With a brush the end of the drag is a stroke. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/roster-cell.h"
#include "gui/pages/staff/roster-grid.h"
#include "gui/pages/staff/roster-head.h"
#include "gui/pages/staff/roster-names.h"
#include "gui/pages/staff/roster-text.h"
#include "gui/widgets/build.h"
#include "gui/widgets/edge-scroll.h"
#include "gui/widgets/even-layout.h"
#include "gui/widgets/time-entry.h"

#define CELL_WIDTH 28
#define ROW_HEIGHT 42
#define FOOT_HEIGHT 30
#define HEAD_HEIGHT 42

struct _SalonRosterGrid {
  GtkWidget parent_instance;

  GtkWidget *cells; /* rows of days */
  GtkWidget *head;
  GtkWidget *foot;
  GtkWidget *names;
  SalonEvenLayout *layout;
  GtkAdjustment *across; /* of the scrolled cells; not owned */
  GtkAdjustment *down;
  GtkLabel *sum;

  SalonRoster *roster; /* owned */
  GHashTable *preview; /* row * SALON_ROSTER_MOST_DAYS + day → SalonShiftCell */

  gboolean paints;
  SalonShiftCell brush;

  gboolean has_area;
  gboolean dragging;
  guint tick; /* scrolls at the edges while somebody drags */
  double view_x; /* of the pointer, in the part of the cells that is seen */
  double view_y;
  guint anchor_row, anchor_day;
  guint cursor_row, cursor_day;
};

enum { SIGNAL_STROKE, SIGNAL_EDIT, SIGNAL_ERASE, SIGNAL_DAYS, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonRosterGrid, salon_roster_grid, GTK_TYPE_WIDGET)

/* ---- the area */

static SalonRosterArea
area_of (const SalonRosterGrid *self)
{
  return (SalonRosterArea){ MIN (self->anchor_row, self->cursor_row), MAX (self->anchor_row, self->cursor_row),
                            MIN (self->anchor_day, self->cursor_day), MAX (self->anchor_day, self->cursor_day) };
}

static gboolean
is_inside (const SalonRosterGrid *self, guint row, guint day)
{
  SalonRosterArea area = area_of (self);

  return self->has_area && row >= area.first_row && row <= area.last_row && day >= area.first_day && day <= area.last_day;
}

/* ---- showing */

static void
pretend (SalonRosterLook *look, const SalonShiftCell *cell)
{
  look->day.what = cell->what;
  look->day.n_parts = cell->n_parts;
  for (guint i = 0; i < cell->n_parts; i++)
    look->day.parts[i] = cell->parts[i];
  look->pending = TRUE;
}

static SalonRosterLook
look_of (const SalonRosterGrid *self, guint row, guint day)
{
  const SalonRoster *roster = self->roster;
  SalonDay at = roster->first_day + (SalonDay) day;
  SalonRosterLook look = { .day = *salon_roster_day (roster, row, day) };
  const SalonShiftCell *cell = g_hash_table_lookup (self->preview, GUINT_TO_POINTER (row * SALON_ROSTER_MOST_DAYS + day + 1));

  if (cell != NULL)
    pretend (&look, cell);
  else if (self->dragging && self->paints && is_inside (self, row, day))
    pretend (&look, &self->brush);
  look.rgb = salon_roster_color (roster, look.day.parts, look.day.n_parts);
  look.today = at == roster->today;
  look.weekend = (salon_weekend () & (1u << salon_day_weekday (at))) != 0;
  look.holiday = roster->holidays[day] != NULL;
  look.chosen = is_inside (self, row, day) && (self->dragging || self->anchor_row != self->cursor_row || self->anchor_day != self->cursor_day);
  return look;
}

static void
show_all (SalonRosterGrid *self)
{
  GtkWidget *cell = gtk_widget_get_first_child (self->cells);

  for (guint row = 0; self->roster != NULL && row < self->roster->rows->len; row++)
    for (guint day = 0; day < self->roster->n_days; day++) {
      SalonRosterLook look = look_of (self, row, day);
      g_autofree char *label = salon_roster_cell_text (self->roster, row, day, &look.day);

      salon_roster_cell_show (SALON_ROSTER_CELL (cell), &look, label);
      cell = gtk_widget_get_next_sibling (cell);
    }
}

static void
empty (GtkWidget *widget)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (widget)) != NULL)
    gtk_widget_unparent (child);
}

static guint
count (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static void
fit_cells (SalonRosterGrid *self)
{
  guint wanted = self->roster->rows->len * self->roster->n_days;

  for (guint n = count (self->cells); n > wanted; n--)
    gtk_widget_unparent (gtk_widget_get_last_child (self->cells));
  for (guint n = count (self->cells); n < wanted; n++)
    gtk_widget_set_parent (salon_roster_cell_new (), self->cells);
  salon_even_layout_set_columns (self->layout, (int) self->roster->n_days);
}

static GtkWidget *
foot_cell (const SalonRoster *roster, guint day)
{
  g_autofree char *number = g_strdup_printf ("%u", roster->n_working[day]);
  g_autofree char *words = g_strdup_printf (ngettext ("%u employee at work", "%u employees at work", roster->n_working[day]),
                                            roster->n_working[day]);
  GtkWidget *label = salon_label_new (number, "salon-num");

  gtk_widget_set_halign (label, GTK_ALIGN_FILL);
  gtk_label_set_xalign (GTK_LABEL (label), 0.5f);
  gtk_widget_add_css_class (label, "salon-roster-foot");
  salon_set_css_class (label, "none", roster->n_working[day] == 0);
  gtk_widget_set_tooltip_text (label, words);
  return label;
}

static void
show_edges (SalonRosterGrid *self)
{
  g_autofree char *sum = salon_duration_format ((int) self->roster->minutes);

  salon_roster_head_show (SALON_ROSTER_HEAD (self->head), self->roster);
  empty (self->foot);
  for (guint day = 0; day < self->roster->n_days; day++)
    gtk_widget_set_parent (foot_cell (self->roster, day), self->foot);
  salon_even_layout_set_columns (SALON_EVEN_LAYOUT (gtk_widget_get_layout_manager (self->foot)), (int) self->roster->n_days);
  salon_roster_names_show (self->names, self->roster, ROW_HEIGHT);
  gtk_label_set_text (self->sum, sum);
}

/* ---- moving */

static void
choose (SalonRosterGrid *self, guint row, guint day, gboolean extend)
{
  self->cursor_row = row;
  self->cursor_day = day;
  if (!extend || !self->has_area) {
    self->anchor_row = row;
    self->anchor_day = day;
  }
  self->has_area = TRUE;
  show_all (self);
}

/**
 * salon_roster_grid_get_cell:
 *
 * Returns: (transfer none): the widget of one day, to point at
 */
GtkWidget *
salon_roster_grid_get_cell (SalonRosterGrid *self, guint row, guint day)
{
  GtkWidget *cell = gtk_widget_get_first_child (self->cells);

  for (guint i = row * self->roster->n_days + day; i > 0 && cell != NULL; i--)
    cell = gtk_widget_get_next_sibling (cell);
  return cell;
}

static gboolean
has_cells (const SalonRosterGrid *self)
{
  return self->roster != NULL && self->roster->rows->len > 0;
}

/**
 * salon_roster_grid_focus_cell: puts the focus on the day that was chosen last
 */
void
salon_roster_grid_focus_cell (SalonRosterGrid *self)
{
  if (has_cells (self))
    gtk_widget_grab_focus (salon_roster_grid_get_cell (self, self->cursor_row, self->cursor_day));
}

/**
 * salon_roster_grid_choose: the day of an employee, if it is shown; it gets the focus
 */
void
salon_roster_grid_choose (SalonRosterGrid *self, gint64 employee_id, SalonDay day)
{
  SalonDay at = has_cells (self) ? day - self->roster->first_day : -1;

  for (guint i = 0; at >= 0 && at < (SalonDay) self->roster->n_days && i < self->roster->rows->len; i++) {
    if (((SalonRosterRow *) self->roster->rows->pdata[i])->employee_id != employee_id)
      continue;
    choose (self, i, (guint) at, FALSE);
    salon_roster_grid_focus_cell (self);
  }
}

static void
step (SalonRosterGrid *self, int down, int right, gboolean extend)
{
  int row = CLAMP ((int) self->cursor_row + down, 0, (int) self->roster->rows->len - 1);
  int day = CLAMP ((int) self->cursor_day + right, 0, (int) self->roster->n_days - 1);

  choose (self, (guint) row, (guint) day, extend);
  gtk_widget_grab_focus (salon_roster_grid_get_cell (self, self->cursor_row, self->cursor_day));
}

/* What only begins at the edge does not scroll yet. */
static void
set_dragging (SalonRosterGrid *self, gboolean dragging)
{
  self->dragging = dragging;
  if (dragging || self->tick == 0)
    return;
  gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
}

static gboolean
cancel (SalonRosterGrid *self)
{
  gboolean any = self->dragging || self->anchor_row != self->cursor_row || self->anchor_day != self->cursor_day;

  set_dragging (self, FALSE);
  self->anchor_row = self->cursor_row;
  self->anchor_day = self->cursor_day;
  show_all (self);
  return any;
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonRosterGrid *self)
{
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;

  if (!has_cells (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (keyval) {
  case GDK_KEY_Left:
  case GDK_KEY_Right:
    step (self, 0, keyval == GDK_KEY_Left ? -1 : 1, extend);
    return TRUE;
  case GDK_KEY_Up:
  case GDK_KEY_Down:
    step (self, keyval == GDK_KEY_Up ? -1 : 1, 0, extend);
    return TRUE;
  case GDK_KEY_Home:
  case GDK_KEY_End:
    step (self, 0, (keyval == GDK_KEY_Home ? -1 : 1) * (int) self->roster->n_days, extend);
    return TRUE;
  case GDK_KEY_space:
    g_signal_emit (self, signals[SIGNAL_STROKE], 0);
    return TRUE;
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
    g_signal_emit (self, signals[SIGNAL_EDIT], 0, self->cursor_row, self->cursor_day);
    return TRUE;
  case GDK_KEY_Delete:
    g_signal_emit (self, signals[SIGNAL_ERASE], 0);
    return TRUE;
  case GDK_KEY_Escape:
    return cancel (self);
  default:
    return FALSE;
  }
}

/* ---- the pointer */

static gboolean
cell_at (SalonRosterGrid *self, double x, double y, guint *row, guint *day)
{
  if (!has_cells (self))
    return FALSE;
  *row = (guint) salon_even_layout_row_at (self->layout, y);
  *row = MIN (*row, self->roster->rows->len - 1);
  *day = (guint) salon_even_layout_column_at (self->layout, gtk_widget_get_width (self->cells), x);
  return TRUE;
}

/* The pointer may rest while what is below it moves. */
static void
follow (SalonRosterGrid *self)
{
  guint row = 0;
  guint day = 0;

  if (!cell_at (self, self->view_x + gtk_adjustment_get_value (self->across), self->view_y + gtk_adjustment_get_value (self->down),
                &row, &day))
    return;
  if (row != self->cursor_row || day != self->cursor_day)
    choose (self, row, day, TRUE);
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  SalonRosterGrid *self = SALON_ROSTER_GRID (widget);
  gboolean scrolled = salon_edge_scroll (self->across, self->view_x);

  if (salon_edge_scroll (self->down, self->view_y) || scrolled)
    follow (self);
  return G_SOURCE_CONTINUE;
}

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, SalonRosterGrid *self)
{
  gboolean extend = (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (drag)) & GDK_SHIFT_MASK) != 0;
  guint row = 0;
  guint day = 0;

  if (!cell_at (self, x, y, &row, &day))
    return;
  set_dragging (self, TRUE);
  choose (self, row, day, extend);
  gtk_widget_grab_focus (salon_roster_grid_get_cell (self, row, day));
}

static void
on_drag_update (GtkGestureDrag *drag, double offset_x, double offset_y, SalonRosterGrid *self)
{
  double x = 0;
  double y = 0;

  if (!self->dragging || !gtk_gesture_get_point (GTK_GESTURE (drag), NULL, &x, &y))
    return;
  self->view_x = x - gtk_adjustment_get_value (self->across);
  self->view_y = y - gtk_adjustment_get_value (self->down);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  follow (self);
}

static void
on_drag_end (GtkGestureDrag *drag, double offset_x, double offset_y, SalonRosterGrid *self)
{
  if (!self->dragging)
    return;
  set_dragging (self, FALSE);
  if (self->paints)
    g_signal_emit (self, signals[SIGNAL_STROKE], 0);
  show_all (self);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, SalonRosterGrid *self)
{
  set_dragging (self, FALSE);
  show_all (self);
}

static void
edit_at (SalonRosterGrid *self, double x, double y)
{
  guint row = 0;
  guint day = 0;

  if (!cell_at (self, x, y, &row, &day))
    return;
  set_dragging (self, FALSE);
  if (!is_inside (self, row, day))
    choose (self, row, day, FALSE);
  g_signal_emit (self, signals[SIGNAL_EDIT], 0, row, day);
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, SalonRosterGrid *self)
{
  if (n_press == 2 && !self->paints)
    edit_at (self, x, y);
}

static void
on_menu_pressed (GtkGestureClick *click, int n_press, double x, double y, SalonRosterGrid *self)
{
  edit_at (self, x, y);
}

static void
on_days (SalonRosterHead *head, guint first, guint last, SalonRosterGrid *self)
{
  g_signal_emit (self, signals[SIGNAL_DAYS], 0, first, last);
}

/* ---- building */

static void
salon_roster_grid_dispose (GObject *object)
{
  SalonRosterGrid *self = SALON_ROSTER_GRID (object);

  if (self->cells != NULL) {
    empty (self->cells);
    empty (self->foot);
    self->cells = NULL;
  }
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->roster, salon_roster_free);
  g_clear_pointer (&self->preview, g_hash_table_unref);
  G_OBJECT_CLASS (salon_roster_grid_parent_class)->dispose (object);
}

static gboolean
salon_roster_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SalonRosterGrid *self = SALON_ROSTER_GRID (widget);

  if (!has_cells (self) || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (salon_roster_grid_get_cell (self, self->cursor_row, self->cursor_day));
}

static void
salon_roster_grid_class_init (SalonRosterGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_roster_grid_dispose;
  widget_class->focus = salon_roster_grid_focus;
  widget_class->compute_expand = salon_compute_expand;

  /**
   * SalonRosterGrid::stroke: the chosen cells are to be painted
   */
  signals[SIGNAL_STROKE] = g_signal_new ("stroke", SALON_TYPE_ROSTER_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  /**
   * SalonRosterGrid::edit:
   * @row: of the employee
   * @day: number of the day
   *
   * The hours of the chosen cells are to be typed.
   */
  signals[SIGNAL_EDIT] = g_signal_new ("edit", SALON_TYPE_ROSTER_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                       2, G_TYPE_UINT, G_TYPE_UINT);

  /**
   * SalonRosterGrid::erase: the chosen cells are to follow the weekly hours again
   */
  signals[SIGNAL_ERASE] = g_signal_new ("erase", SALON_TYPE_ROSTER_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);

  /**
   * SalonRosterGrid::days:
   * @first: number of a day whose head was clicked
   * @last: of the last to which it was drawn
   */
  signals[SIGNAL_DAYS] = g_signal_new ("days", SALON_TYPE_ROSTER_GRID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                       G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "rostergrid");
}

static GtkWidget *
pane (GtkWidget *child, GtkPolicyType across, GtkPolicyType down)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), across, down);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), child);
  return scroller;
}

/* A plain widget of the kind that @layout arranges. */
static GtkWidget *
strip_new (GtkAccessibleRole role, GtkLayoutManager *layout)
{
  GtkWidget *strip = g_object_new (GTK_TYPE_BOX, "accessible-role", role, NULL);

  gtk_widget_set_layout_manager (strip, layout);
  return strip;
}

static void
add_gestures (SalonRosterGrid *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (menu, "pressed", G_CALLBACK (on_menu_pressed), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (self->cells, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (self->cells, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (self->cells, GTK_EVENT_CONTROLLER (menu));
  gtk_widget_add_controller (self->cells, keys);
  gtk_gesture_group (drag, click);
}

static void
attach (SalonRosterGrid *self, GtkGrid *grid)
{
  GtkWidget *main = pane (self->cells, GTK_POLICY_AUTOMATIC, GTK_POLICY_AUTOMATIC);
  GtkWidget *head = pane (self->head, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  GtkWidget *foot = pane (self->foot, GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
  GtkWidget *names = pane (self->names, GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);

  self->across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (main));
  self->down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (main));
  gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (head), self->across);
  gtk_scrolled_window_set_hadjustment (GTK_SCROLLED_WINDOW (foot), self->across);
  gtk_scrolled_window_set_vadjustment (GTK_SCROLLED_WINDOW (names), self->down);
  gtk_widget_set_hexpand (main, TRUE);
  gtk_widget_set_vexpand (main, TRUE);
  gtk_grid_attach (grid, salon_label_new (_("Employee"), "salon-roster-corner"), 0, 0, 1, 1);
  gtk_grid_attach (grid, head, 1, 0, 1, 1);
  gtk_grid_attach (grid, names, 0, 1, 1, 1);
  gtk_grid_attach (grid, main, 1, 1, 1, 1);
  gtk_grid_attach (grid, GTK_WIDGET (self->sum), 0, 2, 1, 1);
  gtk_grid_attach (grid, foot, 1, 2, 1, 1);
}

static void
salon_roster_grid_init (SalonRosterGrid *self)
{
  GtkWidget *grid = gtk_grid_new ();
  int width = salon_scale_to_text (GTK_WIDGET (self), CELL_WIDTH);
  int row = salon_scale_to_text (GTK_WIDGET (self), ROW_HEIGHT);

  self->preview = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->layout = SALON_EVEN_LAYOUT (salon_even_layout_new (width, row));
  self->cells = strip_new (GTK_ACCESSIBLE_ROLE_GRID, GTK_LAYOUT_MANAGER (self->layout));
  self->head = salon_roster_head_new (width, salon_scale_to_text (GTK_WIDGET (self), HEAD_HEIGHT));
  g_signal_connect (self->head, "days", G_CALLBACK (on_days), self);
  self->foot = strip_new (GTK_ACCESSIBLE_ROLE_GROUP, salon_even_layout_new (width, salon_scale_to_text (GTK_WIDGET (self), FOOT_HEIGHT)));
  self->names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->sum = GTK_LABEL (salon_label_new (NULL, "salon-roster-sum"));
  salon_set_accessible_label (self->cells, _("Shifts"));
  attach (self, GTK_GRID (grid));
  add_gestures (self);
  gtk_widget_set_parent (grid, GTK_WIDGET (self));
}

/**
 * salon_roster_grid_new:
 *
 * Returns: (transfer floating): an empty month
 */
GtkWidget *
salon_roster_grid_new (void)
{
  return g_object_new (SALON_TYPE_ROSTER_GRID, NULL);
}

/**
 * salon_roster_grid_set_roster:
 * @roster: (transfer full): at least one day
 *
 * Shows it; focus and choice stay where they are.
 */
void
salon_roster_grid_set_roster (SalonRosterGrid *self, SalonRoster *roster)
{
  g_clear_pointer (&self->roster, salon_roster_free);
  self->roster = roster;
  g_hash_table_remove_all (self->preview);
  self->cursor_row = MIN (self->cursor_row, MAX (roster->rows->len, 1) - 1);
  self->anchor_row = MIN (self->anchor_row, MAX (roster->rows->len, 1) - 1);
  self->cursor_day = MIN (self->cursor_day, roster->n_days - 1);
  self->anchor_day = MIN (self->anchor_day, roster->n_days - 1);
  fit_cells (self);
  show_edges (self);
  show_all (self);
}

/**
 * salon_roster_grid_get_roster:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
SalonRoster *
salon_roster_grid_get_roster (SalonRosterGrid *self)
{
  return self->roster;
}

/**
 * salon_roster_grid_set_brush:
 * @paints: whether a drag paints, rather than chooses
 */
void
salon_roster_grid_set_brush (SalonRosterGrid *self, gboolean paints, SalonShiftWhat what, const SalonHours *parts, guint n_parts)
{
  self->paints = paints;
  self->brush = (SalonShiftCell){ .what = what, .n_parts = n_parts };
  for (guint i = 0; i < n_parts; i++)
    self->brush.parts[i] = parts[i];
  gtk_widget_set_cursor_from_name (self->cells, paints ? "cell" : NULL);
}

static gboolean
row_of (const SalonRoster *roster, gint64 employee_id, guint *row)
{
  for (guint i = 0; i < roster->rows->len; i++)
    if (((SalonRosterRow *) roster->rows->pdata[i])->employee_id == employee_id) {
      *row = i;
      return TRUE;
    }
  return FALSE;
}

/**
 * salon_roster_grid_preview:
 * @request: (nullable): what would be written; %NULL shows what is
 */
void
salon_roster_grid_preview (SalonRosterGrid *self, const SalonShiftsRequest *request)
{
  g_hash_table_remove_all (self->preview);
  for (guint i = 0; request != NULL && self->roster != NULL && i < request->cells->len; i++) {
    const SalonShiftCell *cell = &g_array_index (request->cells, SalonShiftCell, i);
    gint64 day = (gint64) cell->day - self->roster->first_day;
    guint row = 0;

    if (day >= 0 && day < self->roster->n_days && row_of (self->roster, cell->employee_id, &row))
      g_hash_table_replace (self->preview, GUINT_TO_POINTER (row * SALON_ROSTER_MOST_DAYS + (guint) day + 1),
                            g_memdup2 (cell, sizeof *cell));
  }
  show_all (self);
}

/**
 * salon_roster_grid_get_area:
 * @area: (out): the chosen cells
 *
 * Returns: %FALSE when there are none
 */
gboolean
salon_roster_grid_get_area (SalonRosterGrid *self, SalonRosterArea *area)
{
  if (!has_cells (self))
    return FALSE;
  *area = area_of (self);
  return TRUE;
}
