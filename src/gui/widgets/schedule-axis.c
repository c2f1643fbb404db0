/* Follows the scrolling of the field without being part of it.  Whole hours are strong; between them as many as there is
 * room for. */
#include "gui/widgets/schedule-axis.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"

#define WIDTH      58
#define FAR        52 /* pixels between two that are written */
#define HOUR       60
#define NOT_SHOWN  -1
#define NOW_RADIUS 4

struct _SalonScheduleAxis {
  GtkWidget parent_instance;

  const SalonScheduleGeometry *geometry; /* of the grid, which lives as long */
  GtkAdjustment *down;
  int now;
};

G_DEFINE_FINAL_TYPE (SalonScheduleAxis, salon_schedule_axis, GTK_TYPE_WIDGET)

static void
salon_schedule_axis_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                             int *nat_base)
{
  *min = *nat = orientation == GTK_ORIENTATION_HORIZONTAL ? salon_scale_to_text (widget, WIDTH) : 0;
  *min_base = *nat_base = -1;
}

static int
written_step (const SalonScheduleGeometry *geometry)
{
  int half = salon_schedule_y_of (geometry, geometry->from_minute + HOUR / 2);

  if (half >= 2 * FAR)
    return HOUR / 4;
  return half >= FAR ? HOUR / 2 : HOUR;
}

static void
write_time (SalonScheduleAxis *self, GtkSnapshot *snapshot, PangoLayout *layout, int minute, float y)
{
  GdkRGBA color;
  int width = 0;
  int height = 0;
  g_autofree char *text = salon_minute_format (minute % SALON_MINUTES_A_DAY);

  salon_compat_get_color (GTK_WIDGET (self), &color);
  if (minute % HOUR != 0)
    color.alpha *= 0.6f;
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (GTK_WIDGET (self)) - width - 9),
                                                          minute == self->geometry->from_minute ? y + 1 : y - (float) height / 2));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
draw_now (SalonScheduleAxis *self, GtkSnapshot *snapshot, float y)
{
  GskRoundedRect dot;
  GdkRGBA color;
  float x = (float) gtk_widget_get_width (GTK_WIDGET (self)) - NOW_RADIUS;

  salon_compat_lookup_color (GTK_WIDGET (self), "salon_accent", &color);
  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (x - NOW_RADIUS, y - NOW_RADIUS, 2 * NOW_RADIUS, 2 * NOW_RADIUS),
                                   NOW_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, &color, &dot.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
salon_schedule_axis_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonScheduleAxis *self = SALON_SCHEDULE_AXIS (widget);
  const SalonScheduleGeometry *geometry = self->geometry;
  g_autoptr (PangoLayout) layout = NULL;
  int step = written_step (geometry);
  int height = gtk_widget_get_height (widget);
  double above = gtk_adjustment_get_value (self->down);

  if (geometry->to_minute <= geometry->from_minute)
    return;
  layout = gtk_widget_create_pango_layout (widget, NULL);
  for (int minute = geometry->from_minute; minute < geometry->to_minute; minute += step) {
    float y = (float) (salon_schedule_y_of (geometry, minute) - above);

    if (y > -20 && y < (float) height + 20)
      write_time (self, snapshot, layout, minute, y);
  }
  if (self->now != NOT_SHOWN)
    draw_now (self, snapshot, (float) (salon_schedule_y_of (geometry, self->now) - above) + 1);
}

static void
salon_schedule_axis_class_init (SalonScheduleAxisClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = salon_schedule_axis_measure;
  widget_class->snapshot = salon_schedule_axis_snapshot;
  gtk_widget_class_set_css_name (widget_class, "scheduleaxis");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
salon_schedule_axis_init (SalonScheduleAxis *self)
{
  self->now = NOT_SHOWN;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * salon_schedule_axis_new:
 * @geometry: of the field; it lives longer
 * @down: of the field
 *
 * Returns: (transfer floating): the hours of @geometry
 */
GtkWidget *
salon_schedule_axis_new (const SalonScheduleGeometry *geometry, GtkAdjustment *down)
{
  SalonScheduleAxis *self = g_object_new (SALON_TYPE_SCHEDULE_AXIS, NULL);

  self->geometry = geometry;
  self->down = down;
  g_signal_connect_object (down, "value-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (down, "changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * salon_schedule_axis_set_now:
 * @minute_of_day: where the dot of now stands; -1 = nowhere
 */
void
salon_schedule_axis_set_now (SalonScheduleAxis *self, int minute_of_day)
{
  g_return_if_fail (SALON_IS_SCHEDULE_AXIS (self));

  self->now = minute_of_day;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
