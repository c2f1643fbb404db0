/* JPEG files that our own decoder made become cairo images here; files from anywhere else go through that decoder first. */
#include "config.h"
#include "card/pictures.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "base/image-decode.h"

static void
copy_row (const guint8 *from, int channels, guint32 *to, int width)
{
  for (int x = 0; x < width; x++, from += channels)
    to[x] = 0xff000000u | (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
}

static void
unref_bytes (void *bytes)
{
  g_bytes_unref (bytes);
}

/**
 * salon_card_picture_from_clean:
 * @picture: a JPEG file that the picture decoder made (base/image-decode.h), such as a stored photo
 *
 * Into a PDF file the picture goes as it is, without being packed again.
 *
 * Returns: (transfer full) (nullable): an image for a #SalonCardSubject
 */
cairo_surface_t *
salon_card_picture_from_clean (GBytes *picture, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (picture);
  g_autoptr (GdkPixbuf) pixels = gdk_pixbuf_new_from_stream (stream, NULL, NULL);
  cairo_surface_t *surface = NULL;
  int width = 0, height = 0;

  if (pixels == NULL) {
    salon_set_field_error (error, "photo", _("The picture is damaged: it ends too early or is broken inside."));
    return NULL;
  }
  width = gdk_pixbuf_get_width (pixels);
  height = gdk_pixbuf_get_height (pixels);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  for (int y = 0; y < height; y++)
    copy_row (gdk_pixbuf_read_pixels (pixels) + (gsize) y * (gsize) gdk_pixbuf_get_rowstride (pixels),
              gdk_pixbuf_get_n_channels (pixels),
              (guint32 *) (cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface)), width);
  cairo_surface_mark_dirty (surface);
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, g_bytes_get_data (picture, NULL), g_bytes_get_size (picture),
                               unref_bytes, g_bytes_ref (picture));
  return surface;
}

/**
 * salon_card_pictures_decode:
 * @subject: gets them
 *
 * Decodes the pictures that the design holds, each in a limited process; blocks until they are there, so not for the main
 * thread.
 *
 * Returns: %FALSE with @error that names the first picture that cannot be read; the others are there all the same
 */
gboolean
salon_card_pictures_decode (const SalonCardDesign *design, SalonCardSubject *subject, GError **error)
{
  g_auto (GStrv) names = salon_card_design_pictures (design);
  gboolean fine = TRUE;

  for (guint i = 0; names[i] != NULL; i++) {
    g_autoptr (GError) cause = NULL;
    g_autoptr (SalonImage) image = NULL;
    cairo_surface_t *surface = NULL;

    if (salon_image_decode (salon_card_design_picture (design, names[i]), SALON_IMAGE_TIME_LIMIT_MS, NULL, &image, &cause))
      surface = salon_card_picture_from_clean (image->view, &cause);
    if (surface != NULL) {
      salon_card_subject_set_picture (subject, names[i], surface);
      cairo_surface_destroy (surface);
    } else if (fine) {
      salon_set_field_error (error, "design", _("The picture “%s” of the design cannot be used. %s"), names[i], cause->message);
      fine = FALSE;
    }
  }
  return fine;
}
