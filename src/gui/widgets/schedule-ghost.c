/* A layer over the whole grid, so that nothing but it is placed anew when the pointer moves.  It writes its texts itself:
 * a label would ask the whole window for a new layout each time.  The reason stands below the frame, or above it at the
 * lower end, as wide as it needs. */
#include "gui/widgets/schedule-ghost.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"

#define REASON_WIDTH 280
#define PAD_X        8
#define PAD_Y        4

struct _SalonScheduleGhost {
  GtkWidget parent_instance;

  GtkWidget *frame;  /* only what the style sheet draws */
  GtkWidget *reason;
  PangoLayout *time_text;
  PangoLayout *reason_text; /* NULL = nothing speaks against it */
  SalonScheduleRect rect;
  SalonScheduleRect reason_rect;
  guint tone; /* SalonGhostTone, or TONE_HINT */
  gboolean shown;
};

G_DEFINE_FINAL_TYPE (SalonScheduleGhost, salon_schedule_ghost, GTK_TYPE_WIDGET)

static const char *const tones[] = { "free", "warning", "refused", "hint" };

#define TONE_HINT G_N_ELEMENTS (tones) - 1 /* besides those of SalonGhostTone: only what somebody points at */

static void
salon_schedule_ghost_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                              int *nat_base)
{
  SalonScheduleGhost *self = SALON_SCHEDULE_GHOST (widget);
  int ignored = 0;

  /* GTK wants every visible child measured before it is allocated */
  gtk_widget_measure (self->frame, orientation, -1, &ignored, NULL, NULL, NULL);
  gtk_widget_measure (self->reason, orientation, -1, &ignored, NULL, NULL, NULL);
  *min = *nat = 0;
  *min_base = *nat_base = -1;
}

static void
place_reason (SalonScheduleGhost *self, int width, int height)
{
  const SalonScheduleRect *rect = &self->rect;
  int most = MIN (MAX (salon_scale_to_text (GTK_WIDGET (self), REASON_WIDTH), rect->width), width) - 2 * PAD_X;
  int wide = 0;
  int high = 0;

  pango_layout_set_width (self->reason_text, most * PANGO_SCALE);
  pango_layout_get_pixel_size (self->reason_text, &wide, &high);
  wide = MAX (wide + 2 * PAD_X, rect->width);
  high += 2 * PAD_Y;
  self->reason_rect = (SalonScheduleRect){ MAX (0, MIN (rect->x, width - wide)), rect->y + rect->height + 3, wide, high };
  if (self->reason_rect.y + high > height)
    self->reason_rect.y = MAX (0, rect->y - high - 3);
}

static void
allocate (GtkWidget *child, const SalonScheduleRect *rect)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ rect->x, rect->y, rect->width, rect->height }, -1);
}

static void
salon_schedule_ghost_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SalonScheduleGhost *self = SALON_SCHEDULE_GHOST (widget);

  gtk_widget_set_child_visible (self->reason, self->reason_text != NULL);
  gtk_widget_set_child_visible (self->frame, self->time_text != NULL);
  allocate (self->frame, &self->rect);
  if (self->reason_text == NULL)
    return;
  place_reason (self, width, height);
  allocate (self->reason, &self->reason_rect);
}

static void
draw_text (GtkWidget *box, PangoLayout *layout, const SalonScheduleRect *rect, GtkSnapshot *snapshot)
{
  GdkRGBA color;

  salon_compat_get_color (box, &color);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) rect->x, (float) rect->y, (float) rect->width, (float) rect->height));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) rect->x + PAD_X, (float) rect->y + MIN (PAD_Y, rect->height / 8)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_pop (snapshot);
}

static void
salon_schedule_ghost_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonScheduleGhost *self = SALON_SCHEDULE_GHOST (widget);

  if (self->time_text != NULL) {
    gtk_widget_snapshot_child (widget, self->frame, snapshot);
    gtk_snapshot_save (snapshot);
    draw_text (self->frame, self->time_text, &self->rect, snapshot);
    gtk_snapshot_restore (snapshot);
  }
  if (self->reason_text == NULL)
    return;
  gtk_widget_snapshot_child (widget, self->reason, snapshot);
  gtk_snapshot_save (snapshot);
  draw_text (self->reason, self->reason_text, &self->reason_rect, snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
salon_schedule_ghost_dispose (GObject *object)
{
  SalonScheduleGhost *self = SALON_SCHEDULE_GHOST (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->time_text);
  g_clear_object (&self->reason_text);
  G_OBJECT_CLASS (salon_schedule_ghost_parent_class)->dispose (object);
}

static void
salon_schedule_ghost_class_init (SalonScheduleGhostClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_schedule_ghost_dispose;
  widget_class->measure = salon_schedule_ghost_measure;
  widget_class->size_allocate = salon_schedule_ghost_size_allocate;
  widget_class->snapshot = salon_schedule_ghost_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scheduleghost");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
salon_schedule_ghost_init (SalonScheduleGhost *self)
{
  self->frame = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->reason = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->frame, "frame");
  gtk_widget_add_css_class (self->reason, "reason");
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
  gtk_widget_set_parent (self->reason, GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_child_visible (GTK_WIDGET (self), FALSE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
}

/**
 * salon_schedule_ghost_new:
 *
 * Returns: (transfer floating): a hidden ghost
 */
GtkWidget *
salon_schedule_ghost_new (void)
{
  return g_object_new (SALON_TYPE_SCHEDULE_GHOST, NULL);
}

static void
set_tone (SalonScheduleGhost *self, guint tone)
{
  if (self->tone == tone && gtk_widget_has_css_class (GTK_WIDGET (self), tones[tone]))
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (self), tones[self->tone]);
  gtk_widget_add_css_class (GTK_WIDGET (self), tones[tone]);
  self->tone = tone;
}

static void
set_shown (SalonScheduleGhost *self, gboolean shown)
{
  if (self->shown == shown)
    return;
  self->shown = shown;
  gtk_widget_set_child_visible (GTK_WIDGET (self), shown);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_HIDDEN, !shown, -1);
  /* GTK takes what was never drawn for what waits to be drawn, and does not ask again */
  gtk_widget_queue_draw (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static void
set_reason (SalonScheduleGhost *self, const char *reason)
{
  if (reason == NULL) {
    g_clear_object (&self->reason_text);
    return;
  }
  if (self->reason_text == NULL)
    self->reason_text = gtk_widget_create_pango_layout (self->reason, NULL);
  pango_layout_set_text (self->reason_text, reason, -1);
}

/**
 * salon_schedule_ghost_show:
 * @rect: where it stands in the grid
 * @time: from when to when
 * @reason: (nullable): what speaks against it
 */
void
salon_schedule_ghost_show (SalonScheduleGhost *self, const SalonScheduleRect *rect, SalonGhostTone tone, const char *time,
                           const char *reason)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (SALON_IS_SCHEDULE_GHOST (self));

  self->rect = *rect;
  set_tone (self, tone);
  if (self->time_text == NULL)
    self->time_text = gtk_widget_create_pango_layout (self->frame, NULL);
  pango_layout_set_text (self->time_text, time, -1);
  set_reason (self, reason);
  set_shown (self, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, time,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason != NULL ? reason : "", -1);
  gtk_widget_queue_allocate (widget);
  gtk_widget_queue_draw (widget);
}

/**
 * salon_schedule_ghost_hint:
 * @rect: what somebody points at
 * @text: what there is to say about it
 *
 * In place of a tooltip, whose window would take the pointer away from a drag that begins below it.
 */
void
salon_schedule_ghost_hint (SalonScheduleGhost *self, const SalonScheduleRect *rect, const char *text)
{
  g_return_if_fail (SALON_IS_SCHEDULE_GHOST (self));

  self->rect = *rect;
  set_tone (self, TONE_HINT);
  g_clear_object (&self->time_text);
  set_reason (self, text);
  set_shown (self, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * salon_schedule_ghost_hide:
 */
void
salon_schedule_ghost_hide (SalonScheduleGhost *self)
{
  g_return_if_fail (SALON_IS_SCHEDULE_GHOST (self));

  set_shown (self, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, "", GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "", -1);
}

/**
 * salon_schedule_ghost_is_shown:
 */
gboolean
salon_schedule_ghost_is_shown (SalonScheduleGhost *self)
{
  return self->shown && self->time_text != NULL;
}

/**
 * salon_schedule_ghost_get_tone:
 */
SalonGhostTone
salon_schedule_ghost_get_tone (SalonScheduleGhost *self)
{
  return (SalonGhostTone) self->tone;
}

/**
 * salon_schedule_ghost_get_reason:
 *
 * Returns: (transfer none) (nullable): what it says against the place
 */
const char *
salon_schedule_ghost_get_reason (SalonScheduleGhost *self)
{
  return self->reason_text != NULL ? pango_layout_get_text (self->reason_text) : NULL;
}
