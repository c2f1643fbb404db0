/* Free times to choose from, one line a day.  One stop for Tab; the arrows walk in it and choose on the way; Enter
 * or a double click means it. */
#include "gui/widgets/slot-grid.h"
#include "gui/widgets/build.h"
#include "gui/widgets/wrap-layout.h"

struct _SalonSlotGrid {
  GtkWidget parent_instance;

  GtkGrid *grid;
  GtkWidget *day;  /* box of the slots of the last day */
  GtkWidget *next; /* the first button of that box that nothing has used yet; NULL = none */
  int n_days;
  GPtrArray *slots; /* GtkToggleButton, not owned */
  gint64 selected;
  char *day_title;
};

enum { PROP_0, PROP_SELECTED, N_PROPS };
static GParamSpec *props[N_PROPS];

enum { ACTIVATE, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonSlotGrid, salon_slot_grid, GTK_TYPE_WIDGET)

typedef struct {
  gint64 start;
  char *tooltip;
} Slot;

static void
slot_free (Slot *slot)
{
  g_free (slot->tooltip);
  g_free (slot);
}

static GQuark
slot_quark (void)
{
  return g_quark_from_static_string ("salon-slot");
}

static gint64
start_of (gpointer button)
{
  return ((Slot *) g_object_get_qdata (G_OBJECT (button), slot_quark ()))->start;
}

static GtkWidget *
find_slot (SalonSlotGrid *self, gint64 start)
{
  for (guint i = 0; i < self->slots->len; i++)
    if (start_of (g_ptr_array_index (self->slots, i)) == start)
      return g_ptr_array_index (self->slots, i);
  return NULL;
}

static void
on_clicked (GtkButton *button, SalonSlotGrid *self)
{
  salon_slot_grid_select (self, start_of (button));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
on_focus_enter (GtkEventControllerFocus *focus, SalonSlotGrid *self)
{
  salon_slot_grid_select (self, start_of (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus))));
}

static void
on_pressed (GtkGestureClick *click, int n_press, double x, double y, SalonSlotGrid *self)
{
  if (n_press == 2 && self->selected != SALON_SLOT_NONE)
    g_signal_emit (self, signals[ACTIVATE], 0, self->selected);
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonSlotGrid *self)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return FALSE;
  if (self->selected == SALON_SLOT_NONE)
    return FALSE;
  g_signal_emit (self, signals[ACTIVATE], 0, self->selected);
  return TRUE;
}

/* Told when somebody asks: setting it for every button would ask the X server each time where the pointer is. */
static gboolean
on_query_tooltip (GtkWidget *button, int x, int y, gboolean keyboard, GtkTooltip *tooltip, SalonSlotGrid *self)
{
  const Slot *slot = g_object_get_qdata (G_OBJECT (button), slot_quark ());

  gtk_tooltip_set_text (tooltip, slot->tooltip);
  return slot->tooltip != NULL;
}

/* ---- walking ---- */

static void
place_of (SalonSlotGrid *self, GtkWidget *slot, float *x, float *y)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (slot, GTK_WIDGET (self), &bounds))
    bounds = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  *x = bounds.origin.x + bounds.size.width / 2;
  *y = bounds.origin.y;
}

/* The nearest slot of the next line above or below. */
static GtkWidget *
find_in_next_line (SalonSlotGrid *self, GtkWidget *from, int step)
{
  GtkWidget *best = NULL;
  float best_distance = G_MAXFLOAT;
  float x0;
  float y0;

  place_of (self, from, &x0, &y0);
  for (guint i = 0; i < self->slots->len; i++) {
    GtkWidget *slot = g_ptr_array_index (self->slots, i);
    float x;
    float y;
    float distance;

    place_of (self, slot, &x, &y);
    if ((y - y0) * (float) step < 1)
      continue;
    /* a line weighs more than any distance along it */
    distance = (y - y0) * (float) step * 10000 + ABS (x - x0);
    if (distance < best_distance) {
      best_distance = distance;
      best = slot;
    }
  }
  return best;
}

static GtkWidget *
find_beside (SalonSlotGrid *self, GtkWidget *from, int step)
{
  guint i;

  if (!g_ptr_array_find (self->slots, from, &i) || (i == 0 && step < 0) || (i + 1 >= self->slots->len && step > 0))
    return NULL;
  return g_ptr_array_index (self->slots, (guint) ((int) i + step));
}

/* GTK's own walk takes the next slot of the same line for the one below. */
static GtkWidget *
find_next (SalonSlotGrid *self, GtkWidget *from, GtkDirectionType direction)
{
  int forward = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (direction) {
  case GTK_DIR_LEFT:
    return find_beside (self, from, -forward);
  case GTK_DIR_RIGHT:
    return find_beside (self, from, forward);
  case GTK_DIR_UP:
    return find_in_next_line (self, from, -1);
  case GTK_DIR_DOWN:
    return find_in_next_line (self, from, 1);
  case GTK_DIR_TAB_FORWARD:
  case GTK_DIR_TAB_BACKWARD:
  default:
    return NULL;
  }
}

/* Tab enters at the chosen slot and leaves at once; the arrows stay inside. */
static gboolean
salon_slot_grid_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SalonSlotGrid *self = SALON_SLOT_GRID (widget);
  GtkWidget *slot = find_slot (self, self->selected);
  GtkWidget *next;

  if (salon_has_focus (widget) && slot != NULL) {
    if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
      return FALSE;
    next = find_next (self, slot, direction);
    return gtk_widget_grab_focus (next != NULL ? next : slot);
  }
  if (slot == NULL && self->slots->len > 0)
    slot = g_ptr_array_index (self->slots, 0);
  return slot != NULL && gtk_widget_grab_focus (slot);
}

static gboolean
salon_slot_grid_grab_focus (GtkWidget *widget)
{
  return salon_slot_grid_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
salon_slot_grid_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int64 (value, SALON_SLOT_GRID (object)->selected);
}

static void
salon_slot_grid_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_slot_grid_parent_class)->dispose (object);
}

static void
salon_slot_grid_finalize (GObject *object)
{
  SalonSlotGrid *self = SALON_SLOT_GRID (object);

  g_ptr_array_unref (self->slots);
  g_free (self->day_title);
  G_OBJECT_CLASS (salon_slot_grid_parent_class)->finalize (object);
}

static void
salon_slot_grid_class_init (SalonSlotGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = salon_slot_grid_get_property;
  object_class->dispose = salon_slot_grid_dispose;
  object_class->finalize = salon_slot_grid_finalize;
  widget_class->focus = salon_slot_grid_focus;
  widget_class->grab_focus = salon_slot_grid_grab_focus;

  props[PROP_SELECTED] = g_param_spec_int64 ("selected", NULL, NULL, G_MININT64, G_MAXINT64, SALON_SLOT_NONE,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  /**
   * SalonSlotGrid::activate:
   * @start: the chosen time, absolute wall minute
   *
   * By Enter or a double click: book it.
   */
  signals[ACTIVATE] = g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "slotgrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
}

static void
salon_slot_grid_init (SalonSlotGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->slots = g_ptr_array_new ();
  self->selected = SALON_SLOT_NONE;
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_grid_set_row_spacing (self->grid, 9);
  gtk_widget_set_parent (GTK_WIDGET (self->grid), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * salon_slot_grid_new:
 */
GtkWidget *
salon_slot_grid_new (void)
{
  return g_object_new (SALON_TYPE_SLOT_GRID, NULL);
}

/* ---- filling ---- */

static void
hide_from (GtkWidget *child)
{
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, FALSE);
}

/**
 * salon_slot_grid_begin:
 *
 * The days that are appended from now on take the place of those that are there, whose buttons are used again: making
 * them costs more than anything else about free times.  Nothing is chosen then.  Ends with salon_slot_grid_end().
 */
void
salon_slot_grid_begin (SalonSlotGrid *self)
{
  g_return_if_fail (SALON_IS_SLOT_GRID (self));

  salon_slot_grid_select (self, SALON_SLOT_NONE);
  g_ptr_array_set_size (self->slots, 0);
  self->n_days = 0;
  self->day = self->next = NULL;
}

/**
 * salon_slot_grid_end:
 *
 * Hides what was not used again.
 */
void
salon_slot_grid_end (SalonSlotGrid *self)
{
  GtkWidget *child = NULL;

  g_return_if_fail (SALON_IS_SLOT_GRID (self));

  hide_from (self->next);
  for (int row = self->n_days; (child = gtk_grid_get_child_at (self->grid, 0, row)) != NULL; row++) {
    gtk_widget_set_visible (child, FALSE);
    gtk_widget_set_visible (gtk_grid_get_child_at (self->grid, 1, row), FALSE);
  }
}

/**
 * salon_slot_grid_clear:
 *
 * Takes all days out; nothing is chosen then.
 */
void
salon_slot_grid_clear (SalonSlotGrid *self)
{
  salon_slot_grid_begin (self);
  salon_slot_grid_end (self);
}

static GtkWidget *
make_day (SalonSlotGrid *self)
{
  GtkWidget *label = salon_label_new (NULL, "day");
  GtkWidget *day = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_layout_manager (day, salon_wrap_layout_new (6, 6));
  gtk_widget_set_hexpand (day, TRUE);
  gtk_box_append (GTK_BOX (day), salon_label_new (NULL, "note"));
  gtk_grid_attach (self->grid, label, 0, self->n_days, 1, 1);
  gtk_grid_attach (self->grid, day, 1, self->n_days, 1, 1);
  return label;
}

/**
 * salon_slot_grid_append_day:
 * @title: "Today", "Tue 24"
 * @note: (nullable): what is said when no slot follows, as "closed"
 *
 * Begins a line; the slots that follow belong to it.
 */
void
salon_slot_grid_append_day (SalonSlotGrid *self, const char *title, const char *note)
{
  GtkWidget *label = NULL;
  GtkWidget *note_label = NULL;

  g_return_if_fail (SALON_IS_SLOT_GRID (self));

  g_free (self->day_title);
  self->day_title = g_strdup (title);
  hide_from (self->next);
  label = gtk_grid_get_child_at (self->grid, 0, self->n_days);
  if (label == NULL)
    label = make_day (self);
  self->day = gtk_grid_get_child_at (self->grid, 1, self->n_days);
  note_label = gtk_widget_get_first_child (self->day);
  self->next = gtk_widget_get_next_sibling (note_label);
  gtk_label_set_text (GTK_LABEL (label), title);
  gtk_label_set_text (GTK_LABEL (note_label), note != NULL ? note : "");
  gtk_widget_set_visible (note_label, note != NULL);
  gtk_widget_set_visible (label, TRUE);
  gtk_widget_set_visible (self->day, TRUE);
  self->n_days++;
}

static GtkWidget *
make_slot (SalonSlotGrid *self)
{
  GtkWidget *button = gtk_toggle_button_new_with_label ("");
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_add_css_class (button, "slot");
  gtk_widget_set_has_tooltip (button, TRUE);
  g_signal_connect (button, "query-tooltip", G_CALLBACK (on_query_tooltip), self);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus_enter), self);
  gtk_widget_add_controller (button, focus);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (click));
  gtk_box_append (GTK_BOX (self->day), button);
  return button;
}

/**
 * salon_slot_grid_append_slot:
 * @start: absolute wall minute
 * @text: the time as it is read, "12:15"
 * @tooltip: (nullable): with whom and where
 */
void
salon_slot_grid_append_slot (SalonSlotGrid *self, gint64 start, const char *text, const char *tooltip)
{
  GtkWidget *button = NULL;
  Slot *slot = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (SALON_IS_SLOT_GRID (self) && self->day != NULL);

  button = self->next != NULL ? self->next : make_slot (self);
  self->next = gtk_widget_get_next_sibling (button);
  slot = g_new0 (Slot, 1);
  slot->start = start;
  slot->tooltip = g_strdup (tooltip);
  g_object_set_qdata_full (G_OBJECT (button), slot_quark (), slot, (GDestroyNotify) slot_free);
  gtk_button_set_label (GTK_BUTTON (button), text);
  gtk_widget_set_visible (button, TRUE);
  label = g_strdup_printf ("%s %s", self->day_title, text);
  salon_set_accessible_label (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tooltip != NULL ? tooltip : "", -1);
  g_ptr_array_add (self->slots, button);
}

/**
 * salon_slot_grid_select:
 * @start: of a slot in the grid; %SALON_SLOT_NONE for none
 */
void
salon_slot_grid_select (SalonSlotGrid *self, gint64 start)
{
  g_return_if_fail (SALON_IS_SLOT_GRID (self));

  if (self->selected == start)
    return;
  self->selected = start;
  for (guint i = 0; i < self->slots->len; i++) {
    GtkToggleButton *button = g_ptr_array_index (self->slots, i);

    gtk_toggle_button_set_active (button, start_of (button) == start);
  }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SELECTED]);
}

/**
 * salon_slot_grid_get_selected:
 *
 * Returns: the chosen time, absolute wall minute, or %SALON_SLOT_NONE
 */
gint64
salon_slot_grid_get_selected (SalonSlotGrid *self)
{
  g_return_val_if_fail (SALON_IS_SLOT_GRID (self), SALON_SLOT_NONE);

  return self->selected;
}
