#pragma once
/* One picture of a camera: three bytes a pixel, red first, from the upper left. */
#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SalonCameraFrame:
 * @rgb: @height rows of @stride bytes
 * @stride: bytes from one row to the next, at least 3 × @width
 * @at_ms: when it was seen, in milliseconds since the camera was opened; not when it arrived here
 *
 * It never changes; any thread may read it.
 */
typedef struct {
  GBytes *rgb;
  int width;
  int height;
  gsize stride;
  gint64 at_ms;
} SalonCameraFrame;

#define SALON_TYPE_CAMERA_FRAME (salon_camera_frame_get_type ())
GType salon_camera_frame_get_type (void);

SalonCameraFrame *salon_camera_frame_new (GBytes *rgb, int width, int height, gsize stride, gint64 at_ms);
SalonCameraFrame *salon_camera_frame_ref (SalonCameraFrame *self);
void salon_camera_frame_unref (SalonCameraFrame *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCameraFrame, salon_camera_frame_unref)

G_END_DECLS
