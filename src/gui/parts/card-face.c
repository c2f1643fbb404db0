/* A small picture of a card, at true proportions and with rounded corners. */
#include "config.h"
#include "gui/parts/card-face.h"

#include "gui/widgets/compat.h"

#define EDGE 0.18f

struct _SalonCardFace {
  GtkWidget parent_instance;

  SalonCardSample *sample;
  SalonCardDesign *design;
  SalonCardSide side;
  int width;
};

G_DEFINE_FINAL_TYPE (SalonCardFace, salon_card_face, GTK_TYPE_WIDGET)

static void
salon_card_face_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *min, int *nat, int *min_base,
                         int *nat_base)
{
  int width = SALON_CARD_FACE (widget)->width;

  *min = *nat = orientation == GTK_ORIENTATION_HORIZONTAL ? width : width * SALON_CARD_HEIGHT / SALON_CARD_WIDTH;
  *min_base = *nat_base = -1;
}

static void
salon_card_face_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonCardFace *self = SALON_CARD_FACE (widget);
  float width = self->width;
  float height = width * SALON_CARD_HEIGHT / SALON_CARD_WIDTH;
  float radius = width * SALON_CARD_RADIUS / SALON_CARD_WIDTH;
  double scale = width / SALON_CARD_POINTS (SALON_CARD_WIDTH);
  GskRoundedRect edge;
  GdkRGBA line;
  cairo_t *cr = NULL;

  salon_compat_get_color (widget, &line); /* a dark card on a dark page has an edge, too */
  line.alpha = EDGE;

  gsk_rounded_rect_init_from_rect (&edge, &GRAPHENE_RECT_INIT (0, 0, width, height), radius);
  gtk_snapshot_push_rounded_clip (snapshot, &edge);
  cr = gtk_snapshot_append_cairo (snapshot, &edge.bounds);
  cairo_scale (cr, scale, scale);
  if (self->design != NULL)
    salon_card_draw (self->design, self->side, salon_card_sample_subject (self->sample), cr);
  cairo_destroy (cr);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &edge, (float[4]){ 1, 1, 1, 1 }, (GdkRGBA[4]){ line, line, line, line });
}

static void
on_sample (SalonCardSample *sample, GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

static void
salon_card_face_dispose (GObject *object)
{
  SalonCardFace *self = SALON_CARD_FACE (object);

  g_clear_object (&self->sample);
  g_clear_pointer (&self->design, salon_card_design_unref);
  G_OBJECT_CLASS (salon_card_face_parent_class)->dispose (object);
}

static void
salon_card_face_class_init (SalonCardFaceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_card_face_dispose;
  widget_class->measure = salon_card_face_measure;
  widget_class->snapshot = salon_card_face_snapshot;
  gtk_widget_class_set_css_name (widget_class, "cardface");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
salon_card_face_init (SalonCardFace *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/**
 * salon_card_face_new:
 * @sample: (transfer none): whose card it is
 * @width: pixels
 *
 * Returns: (transfer floating): a picture without a design yet
 */
GtkWidget *
salon_card_face_new (SalonCardSample *sample, int width)
{
  SalonCardFace *self = g_object_new (SALON_TYPE_CARD_FACE, NULL);

  self->sample = g_object_ref (sample);
  self->width = width;
  g_signal_connect_object (sample, "changed", G_CALLBACK (on_sample), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_card_face_set:
 * @design: (transfer none) (nullable):
 */
void
salon_card_face_set (SalonCardFace *self, SalonCardDesign *design, SalonCardSide side)
{
  g_return_if_fail (SALON_IS_CARD_FACE (self));

  if (design != NULL)
    salon_card_design_ref (design);
  g_clear_pointer (&self->design, salon_card_design_unref);
  self->design = design;
  self->side = side;
  if (design != NULL)
    salon_card_sample_want_pictures (self->sample, design);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
