/* GtkPicture neither mirrors nor frames what it shows. */
#include "gui/widgets/camera-view.h"

#define FRAME_WIDTH 2
#define SHADE       0.5f
#define MIN_WIDTH   240

struct _SalonCameraView {
  GtkWidget parent_instance;

  GdkTexture *texture;
  gboolean mirrored;
  SalonCrop crop;
};

G_DEFINE_FINAL_TYPE (SalonCameraView, salon_camera_view, GTK_TYPE_WIDGET)

/**
 * salon_crop_area:
 * @area: (out): the largest part of that shape in the middle of @width × @height
 */
void
salon_crop_area (SalonCrop crop, int width, int height, GdkRectangle *area)
{
  int across = crop == SALON_CROP_PORTRAIT ? 3 : 1;
  int down = crop == SALON_CROP_PORTRAIT ? 4 : 1;

  *area = (GdkRectangle){ 0, 0, width, height };
  if (crop == SALON_CROP_NONE)
    return;
  area->width = MIN (width, height * across / down);
  area->height = MIN (height, width * down / across);
  area->x = (width - area->width) / 2;
  area->y = (height - area->height) / 2;
}

/* ---- drawing */

static void
draw_texture (SalonCameraView *self, GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  gtk_snapshot_save (snapshot);
  if (self->mirrored) {
    gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (2 * place->origin.x + place->size.width, 0));
    gtk_snapshot_scale (snapshot, -1, 1);
  }
  gtk_snapshot_append_texture (snapshot, self->texture, place);
  gtk_snapshot_restore (snapshot);
}

/* What is not kept is darker; the frame stands on a dark and on a light picture. */
static void
draw_crop (SalonCameraView *self, GtkSnapshot *snapshot, const graphene_rect_t *place)
{
  const GdkRGBA shade = { 0, 0, 0, SHADE };
  const GdkRGBA white = { 1, 1, 1, 0.9f };
  const float widths[4] = { FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH };
  const GdkRGBA colors[4] = { white, white, white, white };
  float scale = place->size.width / (float) gdk_texture_get_width (self->texture);
  GdkRectangle area;
  GskRoundedRect frame;

  salon_crop_area (self->crop, gdk_texture_get_width (self->texture), gdk_texture_get_height (self->texture), &area);
  gsk_rounded_rect_init_from_rect (&frame,
                                   &GRAPHENE_RECT_INIT (place->origin.x + scale * (float) area.x, place->origin.y + scale * (float) area.y,
                                                        scale * (float) area.width, scale * (float) area.height),
                                   0);
  gtk_snapshot_append_color (snapshot, &shade,
                             &GRAPHENE_RECT_INIT (place->origin.x, place->origin.y, scale * (float) area.x, place->size.height));
  gtk_snapshot_append_color (snapshot, &shade,
                             &GRAPHENE_RECT_INIT (frame.bounds.origin.x + frame.bounds.size.width, place->origin.y,
                                                  scale * (float) area.x, place->size.height));
  gtk_snapshot_append_border (snapshot, &frame, widths, colors);
}

static void
salon_camera_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonCameraView *self = SALON_CAMERA_VIEW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float scale = 0;
  graphene_rect_t place;

  if (self->texture == NULL)
    return;
  scale = MIN (width / (float) gdk_texture_get_width (self->texture), height / (float) gdk_texture_get_height (self->texture));
  place.size.width = scale * (float) gdk_texture_get_width (self->texture);
  place.size.height = scale * (float) gdk_texture_get_height (self->texture);
  place.origin.x = (width - place.size.width) / 2;
  place.origin.y = (height - place.size.height) / 2;
  draw_texture (self, snapshot, &place);
  if (self->crop != SALON_CROP_NONE)
    draw_crop (self, snapshot, &place);
}

static void
salon_camera_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                           int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_WIDTH * 3 / 4;
  *natural = *minimum * 2;
  *minimum_baseline = *natural_baseline = -1;
}

/* ---- overrides */

static void
salon_camera_view_dispose (GObject *object)
{
  g_clear_object (&SALON_CAMERA_VIEW (object)->texture);
  G_OBJECT_CLASS (salon_camera_view_parent_class)->dispose (object);
}

static void
salon_camera_view_class_init (SalonCameraViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_camera_view_dispose;
  widget_class->snapshot = salon_camera_view_snapshot;
  widget_class->measure = salon_camera_view_measure;
  gtk_widget_class_set_css_name (widget_class, "cameraview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
salon_camera_view_init (SalonCameraView *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* ---- public */

/**
 * salon_camera_view_new:
 *
 * Returns: (transfer floating): a dark place without a picture
 */
GtkWidget *
salon_camera_view_new (void)
{
  return g_object_new (SALON_TYPE_CAMERA_VIEW, NULL);
}

/**
 * salon_camera_view_set_texture:
 * @texture: (nullable): the next picture
 */
void
salon_camera_view_set_texture (SalonCameraView *self, GdkTexture *texture)
{
  g_return_if_fail (SALON_IS_CAMERA_VIEW (self));

  if (g_set_object (&self->texture, texture))
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * salon_camera_view_get_texture:
 *
 * Returns: (transfer none) (nullable): the picture that is shown
 */
GdkTexture *
salon_camera_view_get_texture (SalonCameraView *self)
{
  return self->texture;
}

/**
 * salon_camera_view_set_mirrored:
 * @mirrored: as in a mirror: who moves to the left moves to the left in it
 */
void
salon_camera_view_set_mirrored (SalonCameraView *self, gboolean mirrored)
{
  self->mirrored = mirrored;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * salon_camera_view_set_crop:
 * @crop: what of the picture is framed
 */
void
salon_camera_view_set_crop (SalonCameraView *self, SalonCrop crop)
{
  self->crop = crop;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
