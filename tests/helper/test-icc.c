/* Colours of embedded profiles.  The expected values of Adobe RGB are those of Little CMS. */
#include "helper/icc.h"
#include "tests/support/pictures.h"
#include <string.h>

static gboolean
convert (GBytes *profile, guint32 rgb, guint8 colour[3])
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 3, 2);
  gsize length = 0;
  const guint8 *data = g_bytes_get_data (profile, &length);
  gboolean done = FALSE;

  gdk_pixbuf_fill (pixbuf, rgb << 8 | 0xff);
  done = salon_icc_apply (pixbuf, data, length);
  memcpy (colour, gdk_pixbuf_read_pixels (pixbuf) + gdk_pixbuf_get_rowstride (pixbuf) + 3, 3);
  return done;
}

static void
assert_converts (GBytes *profile, guint32 rgb, guint32 expected)
{
  guint8 colour[3] = { 0 };

  g_assert_true (convert (profile, rgb, colour));
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (ABS (colour[i] - ((int) (expected >> (16 - 8 * i)) & 0xff)), <=, 2);
}

static void
test_adobe_rgb (void)
{
  g_autoptr (GBytes) profile = test_picture_adobe_rgb ();

  assert_converts (profile, 0xc86464, 0xe36464);
  assert_converts (profile, 0x1ea05a, 0x00a154);
  assert_converts (profile, 0x808080, 0x818181);
  assert_converts (profile, 0xfaf0c8, 0xfdf0c7);
  assert_converts (profile, 0x5a2814, 0x66230a);
  assert_converts (profile, 0x000000, 0x000000);
  assert_converts (profile, 0xffffff, 0xffffff);
}

/* Adobe's primaries with another curve. */
static GBytes *
with_curve (const char *type, const guint32 *words, guint n_words)
{
  g_autoptr (GBytes) adobe = test_picture_adobe_rgb ();
  g_autoptr (GByteArray) icc = g_byte_array_new ();
  guint32 length = GUINT32_TO_BE (8 + 4 * n_words);

  g_byte_array_append (icc, g_bytes_get_data (adobe, NULL), 132 + 6 * 12 + 60);
  g_byte_array_append (icc, (const guint8 *) type, 4);
  g_byte_array_append (icc, (const guint8 *) "\0\0\0\0", 4);
  for (guint i = 0; i < n_words; i++) {
    guint32 big = GUINT32_TO_BE (words[i]);

    g_byte_array_append (icc, (const guint8 *) &big, 4);
  }
  for (guint i = 3; i < 6; i++)
    memcpy (icc->data + 132 + 12 * i + 8, &length, 4);
  return g_byte_array_free_to_bytes (g_steal_pointer (&icc));
}

static void
test_curves (void)
{
  /* The function of sRGB; a table of two entries and no table at all, which are both linear. */
  static const guint32 formula[] = { 3u << 16, 0x26666, 0xf2a7, 0x0d59, 0x13d0, 0x0a5b };
  static const guint32 two[] = { 2, 0x0000ffff };
  static const guint32 none[] = { 0 };
  g_autoptr (GBytes) srgb = with_curve ("para", formula, G_N_ELEMENTS (formula));
  g_autoptr (GBytes) table = with_curve ("curv", two, G_N_ELEMENTS (two));
  g_autoptr (GBytes) linear = with_curve ("curv", none, G_N_ELEMENTS (none));

  assert_converts (srgb, 0x808080, 0x808080);
  assert_converts (srgb, 0x0a0a0a, 0x0a0a0a);
  assert_converts (table, 0x808080, 0xbcbcbc);
  assert_converts (linear, 0x373737, 0x808080);
}

static void
test_not_for_rgb (void)
{
  g_autoptr (GBytes) adobe = test_picture_adobe_rgb ();
  gsize length = g_bytes_get_size (adobe);
  guint8 *copy = g_memdup2 (g_bytes_get_data (adobe, NULL), length);
  g_autoptr (GBytes) profile = g_bytes_new_take (copy, length);
  guint8 colour[3] = { 0 };

  memcpy (copy + 16, "CMYK", 4);
  g_assert_false (convert (profile, 0x123456, colour));
  g_assert_cmpint (colour[0], ==, 0x12);
}

/* Any beginning of a profile, and any profile with damaged bytes: an answer, no reading past the end. */
static void
test_damaged (void)
{
  g_autoptr (GBytes) adobe = test_picture_adobe_rgb ();
  gsize length = g_bytes_get_size (adobe);
  guint8 colour[3] = { 0 };

  for (gsize cut = 0; cut < length - 2; cut++) {
    g_autoptr (GBytes) part = test_picture_cut (adobe, cut);

    g_assert_false (convert (part, 0x123456, colour));
  }
  for (int i = 0; i < 20000; i++) {
    guint8 *copy = g_memdup2 (g_bytes_get_data (adobe, NULL), length);
    g_autoptr (GBytes) profile = g_bytes_new_take (copy, length);

    for (int k = g_test_rand_int_range (1, 5); k > 0; k--)
      copy[g_test_rand_int_range (16, (int) length)] = (guint8) g_test_rand_int_range (0, 256);
    (void) convert (profile, 0x123456, colour);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/icc/adobe-rgb", test_adobe_rgb);
  g_test_add_func ("/icc/curves", test_curves);
  g_test_add_func ("/icc/not-for-rgb", test_not_for_rgb);
  g_test_add_func ("/icc/damaged", test_damaged);
  return g_test_run ();
}
