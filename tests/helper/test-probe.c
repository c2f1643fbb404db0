/* The kind of a file by its bytes, and whether it reaches its end. */
#include "helper/probe.h"
#include "tests/support/pictures.h"
#include <string.h>

static SalonProbe
probe (GBytes *file)
{
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (file, &length);

  return salon_probe (data, length);
}

static void
test_kinds (void)
{
  static const struct {
    const char *kind;
    gboolean read_here;
    gsize length;
    const char *bytes;
  } cases[] = {
    { "HEIC", FALSE, 16, "\0\0\0\x18" "ftypheic\0\0\0\0" },
    { "HEIC", FALSE, 16, "\0\0\0\x18" "ftypmif1\0\0\0\0" },
    { "AVIF", FALSE, 16, "\0\0\0\x18" "ftypavif\0\0\0\0" },
    { "TIFF", FALSE, 8, "II*\0\10\0\0\0" },
    { "TIFF", FALSE, 8, "MM\0*\0\0\0\10" },
    { "PSD ", FALSE, 8, "8BPS\0\1\0\0" },
    { "SVG ", FALSE, 15, " \n<svg width='1" },
    { "SVG ", FALSE, 21, "\xef\xbb\xbf<!-- a --><s:svg>" },
    { "WEBP", TRUE, 12, "RIFF\4\0\0\0WEBP" },
    { "    ", FALSE, 30, "BMW and other cars of the city" },
    { "    ", FALSE, 6, "<html>" },
    { "    ", FALSE, 4, "PNG\r" },
    { "    ", FALSE, 1, "\xff" },
    { "    ", FALSE, 0, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree guint8 *exact = g_memdup2 (cases[i].bytes, cases[i].length);
    SalonProbe result = salon_probe (exact, cases[i].length);

    g_assert_cmpstr (result.kind, ==, cases[i].kind);
    g_assert_cmpint (result.mime != NULL, ==, cases[i].read_here);
    g_assert_cmpint (salon_probe_known (&result), ==, cases[i].kind[0] != ' ');
  }
}

/* Every beginning of a file that is shorter than the file is incomplete, and none is read past its end. */
static void
assert_every_cut_is_noticed (const char *type, const char *kind, gsize recognised_from)
{
  g_autoptr (GBytes) file = test_picture_make (type, 40, 30);
  gsize length = g_bytes_get_size (file);

  g_assert_cmpuint (length, >, recognised_from);
  g_assert_true (probe (file).complete);
  for (gsize cut = 0; cut < length; cut++) {
    g_autoptr (GBytes) part = test_picture_cut (file, cut);
    SalonProbe result = probe (part);

    g_assert_cmpstr (result.kind, ==, cut < recognised_from ? "    " : kind);
    if (cut >= recognised_from)
      g_assert_false (result.complete);
  }
}

static void
test_every_cut (void)
{
  assert_every_cut_is_noticed ("jpeg", "JPEG", 3);
  assert_every_cut_is_noticed ("png", "PNG ", 8);
  assert_every_cut_is_noticed ("bmp", "BMP ", 26);
}

/* The end marker of a picture inside the metadata is not the end of the file. */
static void
test_embedded_thumbnail (void)
{
  g_autoptr (GBytes) jpeg = test_picture_make ("jpeg", 40, 30);
  g_autoptr (GBytes) file = test_picture_with_exif (jpeg, 1, "\xff\xd8\xff\xd9");
  g_autoptr (GBytes) part = test_picture_cut (file, g_bytes_get_size (file) - 2);

  g_assert_true (probe (file).complete);
  g_assert_false (probe (part).complete);
}

/* Cameras append films and depth maps after the end. */
static void
test_trailer (void)
{
  g_autoptr (GBytes) jpeg = test_picture_make ("jpeg", 40, 30);
  g_autoptr (GByteArray) file = g_byte_array_new ();

  g_byte_array_append (file, g_bytes_get_data (jpeg, NULL), (guint) g_bytes_get_size (jpeg));
  g_byte_array_append (file, (const guint8 *) "a trailer", 9);
  g_assert_true (salon_probe (file->data, file->len).complete);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/probe/kinds", test_kinds);
  g_test_add_func ("/probe/every-cut", test_every_cut);
  g_test_add_func ("/probe/embedded-thumbnail", test_embedded_thumbnail);
  g_test_add_func ("/probe/trailer", test_trailer);
  return g_test_run ();
}
