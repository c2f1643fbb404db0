/* The picture is drawn once a size and kept as a render node; what is pointed at is drawn over it.
 *
 * In GTK 4.8 only widgets are accessible, and a chart of a year by days has thousands of values.  So there are two marks
 * that take turns: the one that gets the focus next is put on the next value and is named by it, so that a screen reader
 * hears of a new thing with each step. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/parts/chart-view.h"
#include "gui/widgets/build.h"
#include "report/chart.h"

#define LEAST_WIDTH  240
#define LEAST_HEIGHT 150
#define CARD_CHARS   42
#define CARD_GAP     8
#define SCALE_BASE   1000

/* ---- a mark */

#define SALON_TYPE_CHART_MARK_PLACE (salon_chart_mark_place_get_type ())
G_DECLARE_FINAL_TYPE (SalonChartMarkPlace, salon_chart_mark_place, SALON, CHART_MARK_PLACE, GtkWidget)

struct _SalonChartMarkPlace {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SalonChartMarkPlace, salon_chart_mark_place, GTK_TYPE_WIDGET)

static void
salon_chart_mark_place_class_init (SalonChartMarkPlaceClass *klass)
{
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "chartmark");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
salon_chart_mark_place_init (SalonChartMarkPlace *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* ---- the chart */

struct _SalonChartView {
  GtkWidget parent_instance;

  GtkWidget *marks[2];
  guint turn; /* which of them has or had the focus */
  GtkWidget *card;
  GtkLabel *card_text;

  GObject *owner; /* keeps the chart */
  const SalonChart *chart;
  const SalonCurrency *currency;
  SalonChartPicture *picture; /* of the present size */
  GskRenderNode *node;
  int width;
  int height;
  guint chosen;  /* by keys */
  guint hovered; /* by the pointer */
};

enum { OPENED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonChartView, salon_chart_view, GTK_TYPE_WIDGET)

static SalonChartLook
look_of (SalonChartView *self)
{
  return (SalonChartLook){ adw_style_manager_get_dark (adw_style_manager_get_default ()),
                           (double) salon_scale_to_text (GTK_WIDGET (self), SCALE_BASE) / SCALE_BASE, NULL };
}

static void
drop_picture (SalonChartView *self)
{
  g_clear_pointer (&self->picture, salon_chart_picture_free);
  g_clear_pointer (&self->node, gsk_render_node_unref);
}

/* The picture of the present size, as soon as there is one.  A key or a press may come before the next frame has asked for it. */
static gboolean
ensure_picture (SalonChartView *self)
{
  SalonChartLook look = look_of (self);

  if (self->picture == NULL && self->chart != NULL && self->width > 0 && self->height > 0)
    self->picture = salon_chart_picture_new (self->chart, self->currency, self->width, self->height, &look);
  return self->picture != NULL;
}

static void
draw_picture (SalonChartView *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));

  salon_chart_picture_draw (self->picture, cr);
  cairo_destroy (cr);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  self->node = gtk_snapshot_free_to_node (snapshot);
}

/* The value that is told: that under the pointer, else that of the keys, while they are here. */
static guint
told_mark (SalonChartView *self)
{
  if (self->hovered != SALON_CHART_NO_MARK)
    return self->hovered;
  return salon_has_focus (GTK_WIDGET (self)) ? self->chosen : SALON_CHART_NO_MARK;
}

static void
tell (SalonChartView *self)
{
  guint mark = self->picture != NULL ? told_mark (self) : SALON_CHART_NO_MARK;
  g_autofree char *text = mark != SALON_CHART_NO_MARK ? salon_chart_picture_mark_text (self->picture, mark) : NULL;
  const SalonChartMark *under = mark != SALON_CHART_NO_MARK ? salon_chart_picture_mark (self->picture, mark) : NULL;

  if (text != NULL)
    gtk_label_set_text (self->card_text, text);
  gtk_widget_set_visible (self->card, text != NULL);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), under != NULL && under->row >= 0 ? "pointer" : NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- walking */

static void
name_mark (SalonChartView *self, GtkWidget *mark)
{
  g_autofree char *text = salon_chart_picture_mark_text (self->picture, self->chosen);

  salon_set_accessible_label (mark, text);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, FALSE, -1);
}

static void
choose (SalonChartView *self, guint mark)
{
  if (mark == SALON_CHART_NO_MARK || mark >= salon_chart_picture_n_marks (self->picture))
    return;
  self->chosen = mark;
  self->hovered = SALON_CHART_NO_MARK;
  self->turn = 1 - self->turn;
  name_mark (self, self->marks[self->turn]);
  gtk_widget_grab_focus (self->marks[self->turn]);
  tell (self);
}

/* Where there is no other series, up and down lead to other categories, too: lying bars stand one below the other. */
static void
step (SalonChartView *self, int categories, int series)
{
  guint next = salon_chart_picture_step (self->picture, self->chosen, categories, series);

  if (series != 0 && (next == self->chosen || next == SALON_CHART_NO_MARK))
    next = salon_chart_picture_step (self->picture, self->chosen, series, 0);
  choose (self, next);
}

static void
open_mark (SalonChartView *self, guint mark)
{
  const SalonChartMark *chosen = mark != SALON_CHART_NO_MARK ? salon_chart_picture_mark (self->picture, mark) : NULL;

  if (chosen != NULL && chosen->row >= 0 && chosen->column >= 0 && !chosen->is_empty)
    g_signal_emit (self, signals[OPENED], 0, (guint) chosen->row, (guint) chosen->column);
}

static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonChartView *self)
{
  static const struct {
    guint keyval;
    int categories;
    int series;
  } steps[] = {
    { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 },
  };

  if (!ensure_picture (self) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return FALSE;
  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_space) {
    open_mark (self, self->chosen);
    return TRUE;
  }
  if (keyval == GDK_KEY_Home || keyval == GDK_KEY_End) {
    choose (self, keyval == GDK_KEY_Home ? 0 : salon_chart_picture_n_marks (self->picture) - 1);
    return TRUE;
  }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i].keyval == keyval) {
      step (self, steps[i].categories, steps[i].series);
      return TRUE;
    }
  return FALSE;
}

static gboolean
salon_chart_view_grab_focus (GtkWidget *widget)
{
  SalonChartView *self = SALON_CHART_VIEW (widget);

  if (!ensure_picture (self) || salon_chart_picture_n_marks (self->picture) == 0)
    return FALSE;
  choose (self, self->chosen != SALON_CHART_NO_MARK ? self->chosen : 0);
  return TRUE;
}

/* The chart is one stop on the way by Tab. */
static gboolean
salon_chart_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (salon_has_focus (widget))
    return FALSE;
  return salon_chart_view_grab_focus (widget);
}

static void
on_focus (GtkEventControllerFocus *focus, SalonChartView *self)
{
  tell (self);
}

/* ---- the pointer */

static void
hover (SalonChartView *self, guint mark)
{
  if (mark == self->hovered)
    return;
  self->hovered = mark;
  tell (self);
}

static void
on_motion (GtkEventControllerMotion *motion, double x, double y, SalonChartView *self)
{
  if (ensure_picture (self))
    hover (self, salon_chart_picture_mark_at (self->picture, x, y));
}

static void
on_leave (GtkEventControllerMotion *motion, SalonChartView *self)
{
  hover (self, SALON_CHART_NO_MARK);
}

static void
on_released (GtkGestureClick *click, int n_press, double x, double y, SalonChartView *self)
{
  if (n_press == 1 && ensure_picture (self))
    open_mark (self, salon_chart_picture_mark_at (self->picture, x, y));
}

/* ---- places */

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *min_base, int *nat_base)
{
  SalonChartView *self = SALON_CHART_VIEW (widget);
  SalonChartLook look = look_of (self);

  *min_base = *nat_base = -1;
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? LEAST_WIDTH : LEAST_HEIGHT;
  if (orientation == GTK_ORIENTATION_VERTICAL && self->chart != NULL)
    *minimum = *natural = MAX (LEAST_HEIGHT, (int) salon_chart_least_height (self->chart, &look));
}

static GtkSizeRequestMode
get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* Above what it tells of, or below where there is no room. */
static void
place_card (SalonChartView *self, int width, int height)
{
  guint told = told_mark (self);
  const SalonChartMark *mark = self->picture != NULL && told != SALON_CHART_NO_MARK ? salon_chart_picture_mark (self->picture, told) : NULL;
  int card_width = 0;
  int card_height = 0;
  int x = 0;
  int y = 0;

  gtk_widget_measure (self->card, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &card_width, NULL, NULL);
  gtk_widget_measure (self->card, GTK_ORIENTATION_VERTICAL, card_width, NULL, &card_height, NULL, NULL);
  if (mark != NULL) {
    x = (int) (mark->x + mark->width / 2) - card_width / 2;
    y = (int) mark->y - card_height - CARD_GAP;
    if (y < 0)
      y = MIN ((int) (mark->y + mark->height) + CARD_GAP, height - card_height);
  }
  x = CLAMP (x, 0, MAX (0, width - card_width));
  gtk_widget_size_allocate (self->card, &(GtkAllocation){ x, MAX (0, y), card_width, card_height }, -1);
}

static void
size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonChartView *self = SALON_CHART_VIEW (widget);
  GtkAllocation place = { 0, 0, 1, 1 };

  if (width != self->width || height != self->height)
    drop_picture (self);
  self->width = width;
  self->height = height;
  if (ensure_picture (self) && self->chosen < salon_chart_picture_n_marks (self->picture)) {
    const SalonChartMark *mark = salon_chart_picture_mark (self->picture, self->chosen);

    place = (GtkAllocation){ (int) mark->x, (int) mark->y, MAX (1, (int) mark->width), MAX (1, (int) mark->height) };
  }
  for (guint i = 0; i < G_N_ELEMENTS (self->marks); i++) {
    gtk_widget_measure (self->marks[i], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
    gtk_widget_size_allocate (self->marks[i], &place, -1);
  }
  if (gtk_widget_should_layout (self->card))
    place_card (self, width, height);
}

static void
draw_highlight (SalonChartView *self, GtkSnapshot *snapshot, guint mark)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height));

  salon_chart_picture_highlight (self->picture, cr, mark);
  cairo_destroy (cr);
}

static void
salon_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonChartView *self = SALON_CHART_VIEW (widget);

  if (!ensure_picture (self))
    return;
  if (self->node == NULL)
    draw_picture (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  if (told_mark (self) != SALON_CHART_NO_MARK)
    draw_highlight (self, snapshot, told_mark (self));
  gtk_widget_snapshot_child (widget, self->card, snapshot);
}

/* ---- object */

static void
on_dark (SalonChartView *self)
{
  drop_picture (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
salon_chart_view_dispose (GObject *object)
{
  SalonChartView *self = SALON_CHART_VIEW (object);

  drop_picture (self);
  self->chart = NULL;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->owner);
  G_OBJECT_CLASS (salon_chart_view_parent_class)->dispose (object);
}

static void
salon_chart_view_class_init (SalonChartViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_chart_view_dispose;
  widget_class->measure = measure;
  widget_class->get_request_mode = get_request_mode;
  widget_class->size_allocate = size_allocate;
  widget_class->snapshot = salon_chart_view_snapshot;
  widget_class->grab_focus = salon_chart_view_grab_focus;
  widget_class->focus = salon_chart_view_focus;

  /**
   * SalonChartView::opened:
   * @row: of the table, of the value that was pressed
   * @column: of the table
   */
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "chartview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_controllers (SalonChartView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  g_signal_connect (focus, "enter", G_CALLBACK (on_focus), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_focus), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
salon_chart_view_init (SalonChartView *self)
{
  self->chosen = self->hovered = SALON_CHART_NO_MARK;
  for (guint i = 0; i < G_N_ELEMENTS (self->marks); i++) {
    self->marks[i] = g_object_new (SALON_TYPE_CHART_MARK_PLACE, NULL);
    gtk_widget_set_parent (self->marks[i], GTK_WIDGET (self));
  }
  self->card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->card_text = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-num"));
  gtk_label_set_max_width_chars (self->card_text, CARD_CHARS);
  gtk_box_append (GTK_BOX (self->card), GTK_WIDGET (self->card_text));
  gtk_widget_add_css_class (self->card, "salon-chart-card");
  gtk_widget_set_can_target (self->card, FALSE);
  gtk_widget_set_visible (self->card, FALSE);
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  add_controllers (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (on_dark), self, G_CONNECT_SWAPPED);
  salon_set_accessible_label (self, _("Chart"));
}

/**
 * salon_chart_view_new:
 */
GtkWidget *
salon_chart_view_new (void)
{
  return g_object_new (SALON_TYPE_CHART_VIEW, NULL);
}

/**
 * salon_chart_view_set_chart:
 * @chart: (nullable): lives as long as @owner
 * @currency: of its amounts
 * @owner: (nullable): kept as long as its chart is shown
 */
void
salon_chart_view_set_chart (SalonChartView *self, const SalonChart *chart, const SalonCurrency *currency, GObject *owner)
{
  g_return_if_fail (SALON_IS_CHART_VIEW (self));

  drop_picture (self);
  self->chart = NULL;
  g_set_object (&self->owner, owner);
  self->chart = chart;
  self->currency = currency;
  self->chosen = self->hovered = SALON_CHART_NO_MARK;
  gtk_widget_set_visible (self->card, FALSE);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * salon_chart_view_get_told:
 *
 * Returns: (nullable): what the card says of the value that is pointed at, by keys or pointer; %NULL = it is hidden
 */
const char *
salon_chart_view_get_told (SalonChartView *self)
{
  g_return_val_if_fail (SALON_IS_CHART_VIEW (self), NULL);

  return gtk_widget_get_visible (self->card) ? gtk_label_get_text (self->card_text) : NULL;
}
