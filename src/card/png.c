/* A side of a card as pixels, and as a PNG file that knows its size on paper. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "card/sheet.h"

/* A PNG file begins with eight bytes and its header, a chunk of 13 bytes; the size on paper may follow. */
#define AFTER_HEADER (8 + 4 + 4 + 13 + 4)
#define SIZE_CHUNK   (4 + 4 + 9 + 4)
/* Of a picture that codes are looked for in: an A4 sheet at 600 dots an inch. */
#define MAX_SIDE 8000

/**
 * salon_card_surface:
 * @dpi: dots an inch; 300 is what the printers of cards have
 *
 * Returns: (transfer full): an image of the side at its true size
 */
cairo_surface_t *
salon_card_surface (const SalonCardDesign *design, SalonCardSide side, const SalonCardSubject *subject, double dpi)
{
  int width = (int) lround (SALON_CARD_WIDTH * dpi / 25400);
  int height = (int) lround (SALON_CARD_HEIGHT * dpi / 25400);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dpi / 72, dpi / 72);
  salon_card_draw_bleeding (design, side, subject, 1, cr);
  cairo_destroy (cr);
  return surface;
}

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* The check of a chunk, as the PNG specification has it; cairo writes no size and zlib is no library of ours. */
static guint32
crc_of (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < length; i++) {
    crc ^= data[i];
    for (int bit = 0; bit < 8; bit++)
      crc = crc & 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
  }
  return ~crc;
}

static void
put_word (guint8 *at, guint32 value)
{
  guint32 big = GUINT32_TO_BE (value);

  memcpy (at, &big, sizeof big);
}

static void
insert_size (GByteArray *png, double dpi)
{
  guint8 chunk[SIZE_CHUNK] = { 0, 0, 0, 9, 'p', 'H', 'Y', 's' };
  guint32 a_metre = (guint32) lround (dpi / 0.0254);
  guint old = png->len;

  put_word (chunk + 8, a_metre);
  put_word (chunk + 12, a_metre);
  chunk[16] = 1;
  put_word (chunk + 17, crc_of (chunk + 4, 13));
  g_byte_array_set_size (png, old + SIZE_CHUNK);
  memmove (png->data + AFTER_HEADER + SIZE_CHUNK, png->data + AFTER_HEADER, old - AFTER_HEADER);
  memcpy (png->data + AFTER_HEADER, chunk, SIZE_CHUNK);
}

/**
 * salon_card_to_png:
 * @dpi: dots an inch
 *
 * Returns: (transfer full) (nullable): a PNG file
 */
GBytes *
salon_card_to_png (const SalonCardDesign *design, SalonCardSide side, const SalonCardSubject *subject, double dpi, GError **error)
{
  cairo_surface_t *surface = salon_card_surface (design, side, subject, dpi);
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_status_t status = cairo_surface_write_to_png_stream (surface, collect, png);

  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS || png->len < AFTER_HEADER) {
    salon_set_error (error, SALON_ERROR_INTERNAL, _("The cards could not be drawn: %s."), cairo_status_to_string (status));
    return NULL;
  }
  insert_size (png, dpi);
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

typedef struct {
  const guint8 *at;
  gsize left;
} Reading;

static cairo_status_t
read_piece (void *closure, unsigned char *data, unsigned int length)
{
  Reading *reading = closure;

  if (reading->left < length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, reading->at, length);
  reading->at += length;
  reading->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static guint32
get_word (const guint8 *at)
{
  guint32 big = 0;

  memcpy (&big, at, sizeof big);
  return GUINT32_FROM_BE (big);
}

/* Whether it begins as a PNG file of a size that may be unpacked. */
static gboolean
is_png_of_a_size (const guint8 *data, gsize length)
{
  static const guint8 magic[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

  return length > AFTER_HEADER && memcmp (data, magic, sizeof magic) == 0 && get_word (data + 16) <= MAX_SIDE
         && get_word (data + 20) <= MAX_SIDE;
}

static GBytes *
pixels_of (cairo_surface_t *surface, int width, int height)
{
  guint8 *rgb = g_malloc ((gsize) width * (gsize) height * 3);
  guint8 *to = rgb;

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++) {
    const guint32 *from =
        (const guint32 *) (cairo_image_surface_get_data (surface) + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));

    for (int x = 0; x < width; x++) {
      *to++ = (guint8) (from[x] >> 16);
      *to++ = (guint8) (from[x] >> 8);
      *to++ = (guint8) from[x];
    }
  }
  return g_bytes_new_take (rgb, (gsize) width * (gsize) height * 3);
}

/**
 * salon_card_pixels_from_png:
 * @png: a file that somebody wants to look for codes in, on white where it is transparent
 * @width: (out): pixels
 * @height: (out): pixels
 *
 * Returns: (transfer full) (nullable): three bytes a pixel, red first, without gaps between the rows
 */
GBytes *
salon_card_pixels_from_png (GBytes *png, int *width, int *height, GError **error)
{
  Reading reading = { NULL, 0 };
  cairo_surface_t *file = NULL, *opaque = NULL;
  cairo_t *cr = NULL;
  GBytes *pixels = NULL;

  reading.at = g_bytes_get_data (png, &reading.left);
  if (is_png_of_a_size (reading.at, reading.left))
    file = cairo_image_surface_create_from_png_stream (read_piece, &reading);
  if (file == NULL || cairo_surface_status (file) != CAIRO_STATUS_SUCCESS) {
    g_clear_pointer (&file, cairo_surface_destroy);
    salon_set_field_error (error, "picture", _("This is no PNG picture, it is damaged, or it is too large."));
    return NULL;
  }
  *width = cairo_image_surface_get_width (file);
  *height = cairo_image_surface_get_height (file);
  opaque = cairo_image_surface_create (CAIRO_FORMAT_RGB24, *width, *height);
  cr = cairo_create (opaque);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, file, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  pixels = pixels_of (opaque, *width, *height);
  cairo_surface_destroy (opaque);
  cairo_surface_destroy (file);
  return pixels;
}
