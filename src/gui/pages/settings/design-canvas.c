/* The pointer on the card: selects, moves, resizes, draws a band.  While it drags, the design only looks as if it was changed;
 * letting go keeps it as one step, Escape puts everything back. */
#include "config.h"
#include "gui/pages/settings/design-canvas.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdlib.h>

#include "card/reach.h"
#include "gui/pages/settings/design-paint.h"
#include "gui/widgets/build.h"

#define MARGIN    36    /* pixels around the card */
#define REACH     7     /* pixels within which edges find each other, and handles are met */
#define THRESHOLD 3     /* pixels that are a click all the same */
#define FINE      100   /* micrometres: what is dragged comes to rest at whole tenths of a millimetre */
#define ZOOM_STEP 1.2
#define LEAST     0.002 /* pixels a micrometre */
#define MOST      0.08
#define TRUE_SIZE (96 / 25400.0)

typedef enum { IDLE, PRESSED, MOVING, RESIZING, BANDING } Mode;

struct _SalonDesignCanvas {
  GtkWidget parent_instance;

  SalonDesignModel *model;
  GtkGesture *drag;
  SalonDesignView view;
  double zoom; /* pixels a micrometre; 0 = as large as there is room */

  Mode mode;
  SalonCardEdges edges; /* that are dragged; 0 = all of it */
  SalonCardBox start;   /* the box around what is dragged */
  SalonCardBox band;
  gboolean add;         /* what the band finds joins what is selected */
  guint hovered;
  int guide_x, guide_y;
};

enum { SIGNAL_EDIT, SIGNAL_ZOOMED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonDesignCanvas, salon_design_canvas, GTK_TYPE_WIDGET)

static SalonCardEditing *
editing_of (SalonDesignCanvas *self)
{
  return salon_design_model_editing (self->model);
}

static int
to_um (SalonDesignCanvas *self, double pixels)
{
  return (int) lround (pixels / self->view.scale);
}

static int
card_x (SalonDesignCanvas *self, double x)
{
  return to_um (self, x - self->view.x);
}

static int
card_y (SalonDesignCanvas *self, double y)
{
  return to_um (self, y - self->view.y);
}

static gboolean
has (GtkEventController *controller, GdkModifierType mask)
{
  return (gtk_event_controller_get_current_event_state (controller) & mask) != 0;
}

static int
whole (int um)
{
  return (int) lround ((double) um / FINE) * FINE;
}

static void
forget_guides (SalonDesignCanvas *self)
{
  self->guide_x = self->guide_y = SALON_CARD_NO_GUIDE;
}

/* ---- dragging */

static void
on_drag_begin (GtkGestureDrag *drag, double x, double y, SalonDesignCanvas *self)
{
  gboolean more = has (GTK_EVENT_CONTROLLER (drag), GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  int slack = to_um (self, REACH);
  guint hit = 0;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->model == NULL)
    return;
  self->mode = PRESSED;
  self->edges = salon_card_editing_single (editing_of (self)) != NULL
                    ? salon_card_handle_at (salon_card_editing_box (editing_of (self)), card_x (self, x), card_y (self, y), slack)
                    : 0;
  if (self->edges == 0) {
    hit = salon_card_at (salon_card_editing_design (editing_of (self)), salon_card_editing_side (editing_of (self)),
                         card_x (self, x), card_y (self, y), slack);
    if (hit == 0) {
      self->mode = BANDING;
      self->add = more;
      self->band = (SalonCardBox){ card_x (self, x), card_y (self, y), 0, 0 };
      if (!more)
        salon_card_editing_select (editing_of (self), 0);
    } else if (more) {
      salon_card_editing_toggle (editing_of (self), hit);
    } else if (!salon_card_editing_is_selected (editing_of (self), hit)) {
      salon_card_editing_select (editing_of (self), hit);
    }
  }
  self->start = salon_card_editing_box (editing_of (self));
  salon_design_model_touch (self->model);
}

static void
try_box (SalonDesignCanvas *self, SalonCardBox box, gboolean snaps)
{
  SalonCardDesign *design = salon_card_editing_design (editing_of (self));
  guint n = 0;
  const guint *ids = salon_card_editing_selection (editing_of (self), &n);
  SalonCardSnap snap = { box, SALON_CARD_NO_GUIDE, SALON_CARD_NO_GUIDE };

  if (snaps)
    snap = salon_card_snap (design, salon_card_editing_side (editing_of (self)), ids, n, box, self->edges, to_um (self, REACH));
  self->guide_x = snap.guide_x;
  self->guide_y = snap.guide_y;
  if (self->mode == MOVING)
    design = salon_card_design_move (design, ids, n, snap.box.x - self->start.x, snap.box.y - self->start.y);
  else
    design = salon_card_design_resize (design, ids[0], snap.box.x, snap.box.y, snap.box.width, snap.box.height);
  salon_card_editing_try (editing_of (self), design);
}

static void
drag_box (SalonDesignCanvas *self, GtkEventController *controller, int dx, int dy)
{
  gboolean shift = has (controller, GDK_SHIFT_MASK);
  SalonCardBox box = self->start;

  if (self->mode == RESIZING) {
    box = salon_card_drag_edges (box, self->edges, whole (dx), whole (dy), shift);
    try_box (self, box, !shift && !has (controller, GDK_CONTROL_MASK));
    return;
  }
  if (shift && abs (dx) > abs (dy))
    dy = 0;
  else if (shift)
    dx = 0;
  box.x = whole (box.x + dx);
  box.y = whole (box.y + dy);
  try_box (self, box, !has (controller, GDK_CONTROL_MASK));
}

static void
on_drag_update (GtkGestureDrag *drag, double dx, double dy, SalonDesignCanvas *self)
{
  guint n = 0;

  if (self->model == NULL || self->mode == IDLE)
    return;
  salon_card_editing_selection (editing_of (self), &n);
  if (self->mode == PRESSED && n > 0 && MAX (fabs (dx), fabs (dy)) > THRESHOLD)
    self->mode = self->edges != 0 ? RESIZING : MOVING;
  if (self->mode == PRESSED)
    return;
  if (self->mode == BANDING) {
    self->band.width = to_um (self, dx);
    self->band.height = to_um (self, dy);
    gtk_widget_queue_draw (GTK_WIDGET (self));
    return;
  }
  drag_box (self, GTK_EVENT_CONTROLLER (drag), to_um (self, dx), to_um (self, dy));
  salon_design_model_touch (self->model);
}

static void
select_band (SalonDesignCanvas *self)
{
  g_autoptr (GArray) ids = salon_card_within (salon_card_editing_design (editing_of (self)),
                                              salon_card_editing_side (editing_of (self)), self->band);

  salon_card_editing_select_many (editing_of (self), (const guint *) (gconstpointer) ids->data, ids->len, self->add);
}

static void
on_drag_end (GtkGestureDrag *drag, double dx, double dy, SalonDesignCanvas *self)
{
  Mode mode = self->mode;

  self->mode = IDLE;
  forget_guides (self);
  if (self->model == NULL || mode == IDLE)
    return;
  if (mode == BANDING)
    select_band (self);
  else if (mode != PRESSED)
    salon_card_editing_keep (editing_of (self));
  salon_design_model_touch (self->model);
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, SalonDesignCanvas *self)
{
  if (self->mode == IDLE || self->model == NULL)
    return;
  self->mode = IDLE;
  forget_guides (self);
  salon_card_editing_drop (editing_of (self));
  salon_design_model_touch (self->model);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, SalonDesignCanvas *self)
{
  if (n_press == 2 && self->model != NULL && salon_card_editing_single (editing_of (self)) != NULL)
    g_signal_emit (self, signals[SIGNAL_EDIT], 0);
}

/* ---- hovering and zooming */

static const char *
cursor_for (SalonCardEdges edges, guint hit)
{
  gboolean low = (edges & SALON_CARD_EDGE_LEFT) != 0;
  gboolean top = (edges & SALON_CARD_EDGE_TOP) != 0;
  gboolean across = (edges & (SALON_CARD_EDGE_LEFT | SALON_CARD_EDGE_RIGHT)) != 0;
  gboolean down = (edges & (SALON_CARD_EDGE_TOP | SALON_CARD_EDGE_BOTTOM)) != 0;

  if (across && down)
    return low == top ? "nwse-resize" : "nesw-resize";
  if (across)
    return "ew-resize";
  if (down)
    return "ns-resize";
  return hit != 0 ? "move" : "default";
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, SalonDesignCanvas *self)
{
  SalonCardEdges edges = 0;
  guint hit = 0;

  if (self->model == NULL || self->mode != IDLE)
    return;
  if (salon_card_editing_single (editing_of (self)) != NULL)
    edges = salon_card_handle_at (salon_card_editing_box (editing_of (self)), card_x (self, x), card_y (self, y), to_um (self, REACH));
  hit = salon_card_at (salon_card_editing_shown (editing_of (self)), salon_card_editing_side (editing_of (self)), card_x (self, x),
                       card_y (self, y), to_um (self, REACH));
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor_for (edges, hit));
  if (hit == self->hovered)
    return;
  self->hovered = hit;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_leave (GtkEventControllerMotion *motion, SalonDesignCanvas *self)
{
  self->hovered = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll, double dx, double dy, SalonDesignCanvas *self)
{
  if (!has (GTK_EVENT_CONTROLLER (scroll), GDK_CONTROL_MASK) || fabs (dy) < 0.01)
    return FALSE;
  salon_design_canvas_zoom (self, dy < 0 ? 1 : -1);
  return TRUE;
}

/* ---- overrides */

static double
fitting_scale (int width, int height)
{
  return MAX (MIN ((width - 2.0 * MARGIN) / SALON_CARD_WIDTH, (height - 2.0 * MARGIN) / SALON_CARD_HEIGHT), LEAST);
}

static void
salon_design_canvas_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                             int *nat_base)
{
  double zoom = MAX (SALON_DESIGN_CANVAS (widget)->zoom, LEAST);

  *min = *nat = 2 * MARGIN + (int) ceil (zoom * (orientation == GTK_ORIENTATION_HORIZONTAL ? SALON_CARD_WIDTH : SALON_CARD_HEIGHT));
  *min_base = *nat_base = -1;
}

/* Whoever shows the zoom may want another size: not while sizes are being given. */
static gboolean
on_allocated (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  g_signal_emit (widget, signals[SIGNAL_ZOOMED], 0);
  return G_SOURCE_REMOVE;
}

static void
salon_design_canvas_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonDesignCanvas *self = SALON_DESIGN_CANVAS (widget);

  self->view.scale = self->zoom > 0 ? self->zoom : fitting_scale (width, height);
  self->view.x = floor ((width - SALON_CARD_WIDTH * self->view.scale) / 2);
  self->view.y = floor ((height - SALON_CARD_HEIGHT * self->view.scale) / 2);
  gtk_widget_add_tick_callback (widget, on_allocated, NULL, NULL);
}

static void
salon_design_canvas_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonDesignCanvas *self = SALON_DESIGN_CANVAS (widget);

  if (self->model == NULL)
    return;
  salon_design_paint_card (widget, snapshot, &self->view, editing_of (self),
                           salon_card_sample_subject (salon_design_model_sample (self->model)));
  salon_design_paint_marks (widget, snapshot, &self->view, editing_of (self), self->hovered);
  salon_design_paint_guides (widget, snapshot, &self->view, self->guide_x, self->guide_y);
  if (self->mode == BANDING)
    salon_design_paint_band (widget, snapshot, &self->view, self->band);
}

/* ---- accessibility */

/* Says what is selected and where, as who sees it would. */
static void
describe (SalonDesignCanvas *self)
{
  const SalonCardElement *element = salon_card_editing_single (editing_of (self));
  guint n = 0;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;

  salon_card_editing_selection (editing_of (self), &n);
  if (element != NULL) {
    title = salon_card_element_title (element);
    /* Translators: an element of a card, and its place and size in millimetres */
    text = g_strdup_printf (_("%s: %.1f, %.1f mm; %.1f × %.1f mm"), title, element->x / 1000.0, element->y / 1000.0,
                            element->width / 1000.0, element->height / 1000.0);
  } else if (n > 0) {
    text = g_strdup_printf (ngettext ("%u element is selected", "%u elements are selected", n), n);
  }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : _("Nothing is selected"), -1);
}

/* ---- object */

static void
on_model (SalonDesignModel *model, SalonDesignCanvas *self)
{
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
salon_design_canvas_dispose (GObject *object)
{
  salon_design_canvas_set_model (SALON_DESIGN_CANVAS (object), NULL);
  G_OBJECT_CLASS (salon_design_canvas_parent_class)->dispose (object);
}

static void
salon_design_canvas_class_init (SalonDesignCanvasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_design_canvas_dispose;
  widget_class->measure = salon_design_canvas_measure;
  widget_class->size_allocate = salon_design_canvas_size_allocate;
  widget_class->snapshot = salon_design_canvas_snapshot;
  gtk_widget_class_set_css_name (widget_class, "designcanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * SalonDesignCanvas::edit: an element was pressed twice
   */
  signals[SIGNAL_EDIT] = g_signal_new ("edit", SALON_TYPE_DESIGN_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonDesignCanvas::zoomed: the card is seen larger or smaller
   */
  signals[SIGNAL_ZOOMED] = g_signal_new ("zoomed", SALON_TYPE_DESIGN_CANVAS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
add_pointer (SalonDesignCanvas *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();

  self->drag = gtk_gesture_drag_new ();
  g_signal_connect (self->drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (self->drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (self->drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (self->drag, "cancel", G_CALLBACK (on_drag_cancel), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  gtk_gesture_group (click, self->drag);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (self->drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}

static void
salon_design_canvas_init (SalonDesignCanvas *self)
{
  forget_guides (self);
  self->view.scale = TRUE_SIZE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  salon_set_accessible_label (self, _("Card"));
  add_pointer (self);
}

/**
 * salon_design_canvas_new:
 *
 * Returns: (transfer floating): a canvas with nothing on it
 */
GtkWidget *
salon_design_canvas_new (void)
{
  return g_object_new (SALON_TYPE_DESIGN_CANVAS, NULL);
}

/**
 * salon_design_canvas_set_model:
 * @model: (transfer none) (nullable):
 */
void
salon_design_canvas_set_model (SalonDesignCanvas *self, SalonDesignModel *model)
{
  g_return_if_fail (SALON_IS_DESIGN_CANVAS (self));

  salon_design_canvas_break_off (self);
  self->hovered = 0;
  salon_design_model_follow (&self->model, model, (SalonDesignFollower) on_model, self);
}

/**
 * salon_design_canvas_break_off:
 *
 * What is being dragged goes back to where it was.
 *
 * Returns: whether something was
 */
gboolean
salon_design_canvas_break_off (SalonDesignCanvas *self)
{
  if (self->mode == IDLE)
    return FALSE;
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->drag));
  on_drag_cancel (NULL, NULL, self);
  return TRUE;
}

/**
 * salon_design_canvas_zoom:
 * @steps: larger by so many steps, or smaller
 */
void
salon_design_canvas_zoom (SalonDesignCanvas *self, int steps)
{
  g_return_if_fail (SALON_IS_DESIGN_CANVAS (self));

  self->zoom = CLAMP (self->view.scale * pow (ZOOM_STEP, steps), LEAST, MOST);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * salon_design_canvas_fit: as large as there is room
 */
void
salon_design_canvas_fit (SalonDesignCanvas *self)
{
  g_return_if_fail (SALON_IS_DESIGN_CANVAS (self));

  self->zoom = 0;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * salon_design_canvas_get_zoom:
 *
 * Returns: 1 = the size of a real card on a display of 96 dots an inch
 */
double
salon_design_canvas_get_zoom (SalonDesignCanvas *self)
{
  return self->view.scale / TRUE_SIZE;
}

/**
 * salon_design_canvas_point:
 * @x: micrometres on the card
 * @at_x: (out): pixels in the widget
 *
 * For who drags by program.
 */
void
salon_design_canvas_point (SalonDesignCanvas *self, int x, int y, double *at_x, double *at_y)
{
  *at_x = self->view.x + x * self->view.scale;
  *at_y = self->view.y + y * self->view.scale;
}
