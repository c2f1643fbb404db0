/* A picture of a camera, shared by who shows it, who looks for codes in it and who keeps it as a photo. */
#include "device/camera-frame.h"

G_DEFINE_BOXED_TYPE (SalonCameraFrame, salon_camera_frame, salon_camera_frame_ref, salon_camera_frame_unref)

/**
 * salon_camera_frame_new:
 * @rgb: (transfer full): the rows; the last one may end with its last pixel
 * @stride: bytes from one row to the next
 * @at_ms: when it was seen
 *
 * Returns: (transfer full): a picture
 */
SalonCameraFrame *
salon_camera_frame_new (GBytes *rgb, int width, int height, gsize stride, gint64 at_ms)
{
  SalonCameraFrame *self = g_atomic_rc_box_new0 (SalonCameraFrame);

  g_assert (width > 0 && height > 0 && stride >= 3 * (gsize) width);
  g_assert (g_bytes_get_size (rgb) >= stride * ((gsize) height - 1) + 3 * (gsize) width);
  self->rgb = rgb;
  self->width = width;
  self->height = height;
  self->stride = stride;
  self->at_ms = at_ms;
  return self;
}

/**
 * salon_camera_frame_ref:
 *
 * Returns: (transfer full): @self
 */
SalonCameraFrame *
salon_camera_frame_ref (SalonCameraFrame *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  g_bytes_unref (((SalonCameraFrame *) data)->rgb);
}

/**
 * salon_camera_frame_unref:
 * @self: (transfer full): on any thread
 */
void
salon_camera_frame_unref (SalonCameraFrame *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
