/* Picture files for tests.  The four quarters of a good one are red, green, blue and white, so that a test sees
   which way up it came out. */
#include "tests/support/pictures.h"
#include <string.h>

/* A 16 × 16 CMYK JPEG with Adobe's marker, as ImageMagick writes it: cyan 0, magenta and yellow full, no black. */
static const char CMYK_JPEG[]
    = "/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwANCQoLCggNCwoLDg4NDxMgFRMSEhMnHB4XIC4pMTAuKS0sMzpKPjM2RjcsLUBXQUZMTlJT"
      "UjI+WmFaUGBKUVJP/9sAQwEODg4TERMmFRUmTzUtNU9PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09P"
      "T09PT09P/8AAFAgAEAAQBAEiAAIRAQMRAQQiAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAFB//EABQQAQAAAAAAAAAAAAAAAAAAAAD/"
      "xAAVAQEBAAAAAAAAAAAAAAAAAAAFB//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAOBAEAAhEDEQQAAD8AvgGU2acA/9k=";

/* One pixel, two frames: black, then red. */
static const char GIF_HEAD[] = "GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\0\0";
static const char GIF_FRAME_1[] = "!\xf9\4\0\12\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0";
static const char GIF_FRAME_2[] = "!\xf9\4\0\12\0\0\0,\0\0\0\0\1\0\1\0\0\2\2L\1\0";

static void
append_be32 (GByteArray *bytes, guint32 value)
{
  guint32 big = GUINT32_TO_BE (value);

  g_byte_array_append (bytes, (const guint8 *) &big, sizeof big);
}

static void
append_le32 (GByteArray *bytes, guint32 value)
{
  guint32 little = GUINT32_TO_LE (value);

  g_byte_array_append (bytes, (const guint8 *) &little, sizeof little);
}

static guint32
crc32_of (const guint8 *data, gsize length)
{
  guint32 crc = 0xffffffffu;

  for (gsize i = 0; i < length; i++) {
    crc ^= data[i];
    for (int bit = 0; bit < 8; bit++)
      crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320u : 0);
  }
  return ~crc;
}

static void
append_chunk (GByteArray *png, const char *type, const guint8 *data, guint length)
{
  guint start = png->len + 4;

  append_be32 (png, length);
  g_byte_array_append (png, (const guint8 *) type, 4);
  g_byte_array_append (png, data, length);
  append_be32 (png, crc32_of (png->data + start, png->len - start));
}

/* @data: written @times times, then deflated. */
static GBytes *
deflate (const guint8 *data, gsize length, gsize times)
{
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 1);
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (zlib));

  for (gsize i = 0; i < times; i++)
    g_assert_true (g_output_stream_write_all (stream, data, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/**
 * test_picture_quarters:
 * @transparent: the lower right quarter is transparent black instead of white
 */
GdkPixbuf *
test_picture_quarters (int width, int height, gboolean transparent)
{
  GdkPixbuf *pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, transparent, 8, width, height);
  g_autoptr (GdkPixbuf) green = gdk_pixbuf_new_subpixbuf (pixbuf, width / 2, 0, width - width / 2, height / 2);
  g_autoptr (GdkPixbuf) blue = gdk_pixbuf_new_subpixbuf (pixbuf, 0, height / 2, width / 2, height - height / 2);
  g_autoptr (GdkPixbuf) last = gdk_pixbuf_new_subpixbuf (pixbuf, width / 2, height / 2, width - width / 2,
                                                         height - height / 2);

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  gdk_pixbuf_fill (green, 0x00ff00ff);
  gdk_pixbuf_fill (blue, 0x0000ffff);
  gdk_pixbuf_fill (last, transparent ? 0x00000000 : 0xffffffff);
  return pixbuf;
}

/* gdk-pixbuf writes no profile into a PNG that libpng accepts, so it is put in afterwards, behind the header. */
static GBytes *
png_with_profile (GBytes *png, GBytes *profile)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autoptr (GByteArray) chunk = g_byte_array_new ();
  g_autoptr (GBytes) deflated = deflate (g_bytes_get_data (profile, NULL), g_bytes_get_size (profile), 1);
  const guint8 *data = g_bytes_get_data (png, NULL);
  const guint after_header = 8 + 12 + 13;

  g_byte_array_append (chunk, (const guint8 *) "name\0\0", 6);
  g_byte_array_append (chunk, g_bytes_get_data (deflated, NULL), (guint) g_bytes_get_size (deflated));
  g_byte_array_append (file, data, after_header);
  append_chunk (file, "iCCP", chunk->data, chunk->len);
  g_byte_array_append (file, data + after_header, (guint) g_bytes_get_size (png) - after_header);
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

/**
 * test_picture_save:
 * @type: "jpeg", "png" or "bmp"
 * @profile: (nullable): an ICC profile to embed, not for "bmp"
 */
GBytes *
test_picture_save (GdkPixbuf *pixbuf, const char *type, GBytes *profile)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autofree char *encoded = NULL;
  gboolean is_png = g_str_equal (type, "png");
  char *data = NULL;
  gsize length = 0;

  if (profile != NULL && !is_png)
    encoded = g_base64_encode (g_bytes_get_data (profile, NULL), g_bytes_get_size (profile));
  gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, type, &error, encoded != NULL ? "icc-profile" : NULL, encoded,
                             NULL);
  g_assert_no_error (error);
  file = g_bytes_new_take (data, length);
  return profile != NULL && is_png ? png_with_profile (file, profile) : g_steal_pointer (&file);
}

/**
 * test_picture_make:
 * @type: "jpeg", "png" or "bmp"
 *
 * The four quarters as a file.
 */
GBytes *
test_picture_make (const char *type, int width, int height)
{
  g_autoptr (GdkPixbuf) pixbuf = test_picture_quarters (width, height, FALSE);

  return test_picture_save (pixbuf, type, NULL);
}

/**
 * test_picture_with_exif:
 * @orientation: 1 to 8, as in EXIF
 * @comment: put into a description, to be found again if metadata survive
 */
GBytes *
test_picture_with_exif (GBytes *jpeg, int orientation, const char *comment)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (jpeg, &length);
  guint text = (guint) strlen (comment) + 1;
  guint size = 2 + 6 + 8 + 2 + 2 * 12 + 4 + text;
  const guint8 start[] = { 0xff, 0xd8, 0xff, 0xe1, (guint8) (size >> 8), (guint8) size };
  const guint8 entries[] = { 2, 0, 0x0e, 1, 2, 0 };
  const guint8 turn[] = { 0x12, 1, 3, 0, 1, 0, 0, 0, (guint8) orientation, 0, 0, 0 };

  g_byte_array_append (file, start, sizeof start);
  g_byte_array_append (file, (const guint8 *) "Exif\0\0II*\0\10\0\0\0", 14);
  g_byte_array_append (file, entries, sizeof entries);
  append_le32 (file, text);
  append_le32 (file, 8 + 2 + 2 * 12 + 4);
  g_byte_array_append (file, turn, sizeof turn);
  append_le32 (file, 0);
  g_byte_array_append (file, (const guint8 *) comment, text);
  g_byte_array_append (file, data + 2, (guint) length - 2);
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

/**
 * test_picture_huge_png:
 * @with_pixels: %FALSE writes a picture that only claims its size
 *
 * A black grey-scale picture.
 */
GBytes *
test_picture_huge_png (guint32 width, guint32 height, gboolean with_pixels)
{
  g_autoptr (GByteArray) png = g_byte_array_new ();
  g_autoptr (GByteArray) header = g_byte_array_new ();
  g_autofree guint8 *row = g_malloc0 ((gsize) width + 1);
  g_autoptr (GBytes) pixels = deflate (row, (gsize) width + 1, with_pixels ? height : 1);
  const guint8 grey[] = { 8, 0, 0, 0, 0 };
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (pixels, &length);

  append_be32 (header, width);
  append_be32 (header, height);
  g_byte_array_append (header, grey, sizeof grey);
  g_byte_array_append (png, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  append_chunk (png, "IHDR", header->data, header->len);
  append_chunk (png, "IDAT", data, (guint) length);
  append_chunk (png, "IEND", (const guint8 *) "", 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&png));
}

GBytes *
test_picture_gif (gboolean animated)
{
  g_autoptr (GByteArray) gif = g_byte_array_new ();

  g_byte_array_append (gif, (const guint8 *) GIF_HEAD, sizeof GIF_HEAD - 1);
  g_byte_array_append (gif, (const guint8 *) GIF_FRAME_1, sizeof GIF_FRAME_1 - 1);
  if (animated)
    g_byte_array_append (gif, (const guint8 *) GIF_FRAME_2, sizeof GIF_FRAME_2 - 1);
  g_byte_array_append (gif, (const guint8 *) ";", 1);
  return g_byte_array_free_to_bytes (g_steal_pointer (&gif));
}

GBytes *
test_picture_cmyk_jpeg (void)
{
  gsize length = 0;
  guint8 *data = g_base64_decode (CMYK_JPEG, &length);

  return g_bytes_new_take (data, length);
}

GBytes *
test_picture_svg (void)
{
  static const char svg[] = "<?xml version=\"1.0\"?>\n<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
                            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"100000\" height=\"100000\">"
                            "<text>&x;</text><image href=\"file:///etc/passwd\"/></svg>\n";

  return g_bytes_new_static (svg, sizeof svg - 1);
}

/**
 * test_picture_cut:
 *
 * The first @length bytes, in memory of their own, so that reading past them is noticed.
 */
GBytes *
test_picture_cut (GBytes *file, gsize length)
{
  const guint8 *data = g_bytes_get_data (file, NULL);

  g_assert_cmpuint (length, <=, g_bytes_get_size (file));
  return g_bytes_new (data, length);
}

static void
append_xyz (GByteArray *bytes, guint32 x, guint32 y, guint32 z)
{
  g_byte_array_append (bytes, (const guint8 *) "XYZ \0\0\0\0", 8);
  append_be32 (bytes, x);
  append_be32 (bytes, y);
  append_be32 (bytes, z);
}

/**
 * test_picture_adobe_rgb:
 *
 * The profile of Adobe RGB (1998): gamma 2.2 and its three primaries, six elements without any text.
 */
GBytes *
test_picture_adobe_rgb (void)
{
  static const char *const names[] = { "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" };
  g_autoptr (GByteArray) icc = g_byte_array_new ();
  guint8 header[128] = { 0 };
  guint32 first = 132 + 6 * 12;

  header[8] = 2;
  memcpy (header + 12, "mntrRGB XYZ ", 12);
  memcpy (header + 36, "acsp", 4);
  memcpy (header + 68, "\0\0\xf6\xd6\0\1\0\0\0\0\xd3\x2d", 12);
  g_byte_array_append (icc, header, sizeof header);
  append_be32 (icc, 6);
  for (guint32 i = 0; i < 6; i++) {
    g_byte_array_append (icc, (const guint8 *) names[i], 4);
    append_be32 (icc, i < 3 ? first + 20 * i : first + 60);
    append_be32 (icc, i < 3 ? 20 : 14);
  }
  append_xyz (icc, 0x9c18, 0x4fa5, 0x04fc);
  append_xyz (icc, 0x348d, 0xa02c, 0x0f95);
  append_xyz (icc, 0x2631, 0x102f, 0xbe9c);
  g_byte_array_append (icc, (const guint8 *) "curv\0\0\0\0\0\0\0\1\2\x33\0\0", 16);
  icc->data[2] = (guint8) (icc->len >> 8);
  icc->data[3] = (guint8) icc->len;
  return g_byte_array_free_to_bytes (g_steal_pointer (&icc));
}

/**
 * test_picture_assert_colour:
 * @file: a picture file that is trusted
 * @x: 0 is the left edge, 1 the right one
 * @rgb: 0xrrggbb
 * @tolerance: by how much each channel may differ
 *
 * Decodes @file and checks the colour of one point.
 */
void
test_picture_assert_colour (GBytes *file, double x, double y, guint32 rgb, int tolerance)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, &error);
  const guint8 *pixel = NULL;

  g_assert_no_error (error);
  pixel = gdk_pixbuf_read_pixels (pixbuf)
          + (int) (y * (gdk_pixbuf_get_height (pixbuf) - 1)) * gdk_pixbuf_get_rowstride (pixbuf)
          + (int) (x * (gdk_pixbuf_get_width (pixbuf) - 1)) * gdk_pixbuf_get_n_channels (pixbuf);
  for (int i = 0; i < 3; i++) {
    int expected = (int) (rgb >> (16 - 8 * i)) & 0xff;

    if (ABS (pixel[i] - expected) > tolerance)
      g_error ("at %.2f, %.2f there is #%02x%02x%02x instead of #%06x", x, y, pixel[0], pixel[1], pixel[2], rgb);
  }
}
