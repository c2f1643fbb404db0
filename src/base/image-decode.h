#pragma once
/* A picture file becomes two small, clean JPEGs: decoded by a limited process of its own, never in ours. */
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * SalonImage:
 * @thumb: a square of at most 192 × 192 pixels, JPEG
 * @view: the whole picture, at most 800 × 800 pixels, JPEG
 * @width: of @view, in pixels
 * @height: of @view, in pixels
 *
 * Both are upright, in sRGB, on white where the file was transparent, and carry no metadata (no place, no camera).
 */
typedef struct {
  GBytes *thumb;
  GBytes *view;
  int width;
  int height;
} SalonImage;

/* A picture of 60 megapixels takes two seconds on a slow machine. */
#define SALON_IMAGE_TIME_LIMIT_MS 10000

gboolean salon_image_decode (GBytes *file, guint limit_ms, GCancellable *cancellable, SalonImage **image,
                             GError **error);
GBytes *salon_image_load_file (GFile *file, GCancellable *cancellable, GError **error);
void salon_image_free (SalonImage *image);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonImage, salon_image_free)

G_END_DECLS
