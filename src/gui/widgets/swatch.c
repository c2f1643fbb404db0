/* A dot of any colour.  Style sheets cannot take a colour from the database, so it is drawn. */
#include "gui/widgets/swatch.h"

#define LINE { 0.5f, 0.5f, 0.5f, 0.6f }

struct _SalonSwatch {
  GtkWidget parent_instance;

  int size;
  guint32 rgb;
  gboolean outlined;
};

G_DEFINE_FINAL_TYPE (SalonSwatch, salon_swatch, GTK_TYPE_WIDGET)

static void
salon_swatch_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                      int *nat_base)
{
  *min = *nat = SALON_SWATCH (widget)->size;
  *min_base = *nat_base = -1;
}

static void
salon_swatch_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonSwatch *self = SALON_SWATCH (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float size = MIN (width, height);
  GdkRGBA color = { (self->rgb >> 16 & 0xff) / 255.0f, (self->rgb >> 8 & 0xff) / 255.0f, (self->rgb & 0xff) / 255.0f, 1 };
  GskRoundedRect clip;

  gsk_rounded_rect_init_from_rect (&clip, &GRAPHENE_RECT_INIT ((width - size) / 2, (height - size) / 2, size, size),
                                   size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &clip);
  gtk_snapshot_append_color (snapshot, &color, &clip.bounds);
  gtk_snapshot_pop (snapshot);
  if (self->outlined)
    gtk_snapshot_append_border (snapshot, &clip, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ LINE, LINE, LINE, LINE });
}

static void
salon_swatch_class_init (SalonSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = salon_swatch_measure;
  widget_class->snapshot = salon_swatch_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
salon_swatch_init (SalonSwatch *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * salon_swatch_new:
 * @size: its width in pixels
 * @rgb: 0xRRGGBB
 */
GtkWidget *
salon_swatch_new (int size, guint32 rgb)
{
  SalonSwatch *self = g_object_new (SALON_TYPE_SWATCH, NULL);

  self->size = size;
  self->rgb = rgb;
  return GTK_WIDGET (self);
}

/**
 * salon_swatch_set_rgb:
 * @rgb: 0xRRGGBB
 */
void
salon_swatch_set_rgb (SalonSwatch *self, guint32 rgb)
{
  g_return_if_fail (SALON_IS_SWATCH (self));

  self->rgb = rgb;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * salon_swatch_set_outlined: it is seen on a ground of its own colour, too
 */
void
salon_swatch_set_outlined (SalonSwatch *self)
{
  g_return_if_fail (SALON_IS_SWATCH (self));

  self->outlined = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
