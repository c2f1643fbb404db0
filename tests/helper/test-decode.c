/* The decoder as a program: what goes in, what its frame says, how it ends. */
#include "base/image-frame.h"
#include "tests/support/pictures.h"
#include <string.h>

typedef struct {
  int status;
  guint32 words[SALON_IMAGE_N_WORDS];
  char kind[5];
  GBytes *thumb;
  GBytes *view;
} Answer;

static void
answer_free (Answer *answer)
{
  g_clear_pointer (&answer->thumb, g_bytes_unref);
  g_clear_pointer (&answer->view, g_bytes_unref);
  g_free (answer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

static Answer *
parse (GSubprocess *process, GBytes *out)
{
  Answer *answer = g_new0 (Answer, 1);
  const guint32 *header = g_bytes_get_data (out, NULL);

  g_assert_true (g_subprocess_get_if_exited (process));
  answer->status = g_subprocess_get_exit_status (process);
  g_assert_cmpuint (g_bytes_get_size (out), >=, sizeof answer->words);
  for (int i = 0; i < SALON_IMAGE_N_WORDS; i++)
    answer->words[i] = GUINT32_FROM_BE (header[i]);
  memcpy (answer->kind, &header[SALON_IMAGE_WORD_KIND], 4);
  g_assert_cmpuint (answer->words[SALON_IMAGE_WORD_MAGIC], ==, SALON_IMAGE_MAGIC);
  g_assert_cmpint ((int) answer->words[SALON_IMAGE_WORD_STATUS], ==, answer->status);
  g_assert_cmpuint (g_bytes_get_size (out), ==,
                    sizeof answer->words + answer->words[SALON_IMAGE_WORD_THUMB_LENGTH]
                        + answer->words[SALON_IMAGE_WORD_VIEW_LENGTH]);
  answer->thumb = g_bytes_new_from_bytes (out, sizeof answer->words, answer->words[SALON_IMAGE_WORD_THUMB_LENGTH]);
  answer->view = g_bytes_new_from_bytes (out, sizeof answer->words + answer->words[SALON_IMAGE_WORD_THUMB_LENGTH],
                                         answer->words[SALON_IMAGE_WORD_VIEW_LENGTH]);
  return answer;
}

static Answer *
decode (GBytes *file)
{
  g_autofree char *program = g_build_filename (g_getenv ("SALON_LIBEXECDIR"), SALON_IMAGE_PROGRAM, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate (process, file, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  return parse (process, out);
}

static void
assert_sizes (const Answer *answer, guint view_width, guint view_height, guint thumb_side)
{
  g_assert_cmpint (answer->status, ==, SALON_IMAGE_OK);
  g_assert_cmpuint (answer->words[SALON_IMAGE_WORD_VIEW_WIDTH], ==, view_width);
  g_assert_cmpuint (answer->words[SALON_IMAGE_WORD_VIEW_HEIGHT], ==, view_height);
  g_assert_cmpuint (answer->words[SALON_IMAGE_WORD_THUMB_WIDTH], ==, thumb_side);
  g_assert_cmpuint (answer->words[SALON_IMAGE_WORD_THUMB_HEIGHT], ==, thumb_side);
}

/* @letters: the colours of upper left, upper right, lower left, lower right. */
static void
assert_quarters (GBytes *file, const char *letters)
{
  static const double places[4][2] = { { 0.2, 0.2 }, { 0.8, 0.2 }, { 0.2, 0.8 }, { 0.8, 0.8 } };

  for (int i = 0; i < 4; i++) {
    guint32 rgb = letters[i] == 'R' ? 0xff0000 : letters[i] == 'G' ? 0x00ff00 : letters[i] == 'B' ? 0x0000ff : 0xffffff;

    test_picture_assert_colour (file, places[i][0], places[i][1], rgb, 6);
  }
}

static void
assert_refused (GBytes *file, SalonImageStatus status, const char *kind)
{
  g_autoptr (Answer) answer = decode (file);

  g_assert_cmpint (answer->status, ==, status);
  g_assert_cmpstr (answer->kind, ==, kind);
  g_assert_cmpuint (g_bytes_get_size (answer->thumb), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (answer->view), ==, 0);
}

static void
test_kinds (void)
{
  static const char *const types[] = { "jpeg", "png", "bmp" };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GBytes) file = test_picture_make (types[i], 1200, 900);
    g_autoptr (Answer) answer = decode (file);

    assert_sizes (answer, 800, 600, 192);
    g_assert_cmpuint (answer->words[SALON_IMAGE_WORD_WIDTH], ==, 1200);
    g_assert_cmpuint (answer->words[SALON_IMAGE_WORD_HEIGHT], ==, 900);
    assert_quarters (answer->view, "RGBW");
    assert_quarters (answer->thumb, "RGBW");
  }
}

static void
test_gif (void)
{
  for (int animated = 0; animated <= 1; animated++) {
    g_autoptr (GBytes) file = test_picture_gif (animated);
    g_autoptr (Answer) answer = decode (file);

    assert_sizes (answer, 1, 1, 1);
    test_picture_assert_colour (answer->view, 0, 0, 0x000000, 6);
  }
}

static void
test_cmyk (void)
{
  g_autoptr (GBytes) file = test_picture_cmyk_jpeg ();
  g_autoptr (Answer) answer = decode (file);

  assert_sizes (answer, 16, 16, 16);
  test_picture_assert_colour (answer->view, 0.5, 0.5, 0xff0000, 6);
}

static void
test_orientation (void)
{
  static const char *const upright[] = { "RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB" };
  g_autoptr (GBytes) jpeg = test_picture_make ("jpeg", 1600, 800);

  for (int i = 0; i < 8; i++) {
    g_autoptr (GBytes) file = test_picture_with_exif (jpeg, i + 1, "x");
    g_autoptr (Answer) answer = decode (file);

    assert_sizes (answer, i < 4 ? 800 : 400, i < 4 ? 400 : 800, 192);
    assert_quarters (answer->view, upright[i]);
  }
}

static gboolean
contains (GBytes *bytes, const char *text)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, text, strlen (text)) != NULL;
}

static void
test_metadata_are_gone (void)
{
  g_autoptr (GdkPixbuf) pixbuf = test_picture_quarters (300, 300, FALSE);
  g_autoptr (GBytes) profile = test_picture_adobe_rgb ();
  g_autoptr (GBytes) jpeg = test_picture_save (pixbuf, "jpeg", profile);
  g_autoptr (GBytes) file = test_picture_with_exif (jpeg, 1, "Brivibas 1, Riga");
  g_autoptr (Answer) answer = decode (file);
  GBytes *results[] = { answer->thumb, answer->view };

  g_assert_true (contains (file, "Brivibas") && contains (file, "ICC_PROFILE"));
  g_assert_cmpint (answer->status, ==, SALON_IMAGE_OK);
  for (int i = 0; i < 2; i++) {
    g_assert_false (contains (results[i], "Brivibas"));
    g_assert_false (contains (results[i], "Exif"));
    g_assert_false (contains (results[i], "ICC_PROFILE"));
  }
}

static void
test_colours_become_srgb (void)
{
  static const char *const types[] = { "jpeg", "png" };
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1000, 1000);
  g_autoptr (GBytes) profile = test_picture_adobe_rgb ();

  gdk_pixbuf_fill (pixbuf, 0xc86464ff);
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GBytes) file = test_picture_save (pixbuf, types[i], profile);
    g_autoptr (Answer) answer = decode (file);

    test_picture_assert_colour (answer->view, 0.5, 0.5, 0xe36464, 5);
    test_picture_assert_colour (answer->thumb, 0.5, 0.5, 0xe36464, 5);
  }
}

static void
test_transparent_is_white (void)
{
  g_autoptr (GdkPixbuf) pixbuf = test_picture_quarters (400, 400, TRUE);
  g_autoptr (GBytes) file = test_picture_save (pixbuf, "png", NULL);
  g_autoptr (Answer) answer = decode (file);

  assert_sizes (answer, 400, 400, 192);
  assert_quarters (answer->view, "RGBW");
}

static void
test_odd_shapes (void)
{
  static const struct {
    int width, height;
    guint view_width, view_height, thumb;
  } cases[] = {
    { 1, 1, 1, 1, 1 },
    { 100, 50, 100, 50, 50 },
    { 3000, 2, 800, 1, 2 },
    { 2, 3000, 1, 800, 2 },
    { 4000, 400, 800, 80, 192 },
    { 800, 800, 800, 800, 192 },
    { 801, 800, 800, 799, 192 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, cases[i].width, cases[i].height);
    g_autoptr (GBytes) file = NULL;
    g_autoptr (Answer) answer = NULL;

    gdk_pixbuf_fill (pixbuf, 0x808080ff);
    file = test_picture_save (pixbuf, "png", NULL);
    answer = decode (file);
    assert_sizes (answer, cases[i].view_width, cases[i].view_height, cases[i].thumb);
  }
}

/* The face of a standing person is above the middle: the border between red and blue comes out at two thirds. */
static void
test_square_of_a_portrait (void)
{
  g_autoptr (GBytes) file = test_picture_make ("png", 300, 500);
  g_autoptr (Answer) answer = decode (file);

  assert_sizes (answer, 300, 500, 192);
  test_picture_assert_colour (answer->thumb, 0.2, 0.60, 0xff0000, 8);
  test_picture_assert_colour (answer->thumb, 0.2, 0.72, 0x0000ff, 8);
}

static void
test_sixty_megapixels (void)
{
  g_autoptr (GBytes) jpeg = test_picture_make ("jpeg", 10000, 6000);
  g_autoptr (GBytes) png = test_picture_huge_png (10000, 6000, TRUE);
  g_autoptr (Answer) from_jpeg = decode (jpeg);
  g_autoptr (Answer) from_png = decode (png);

  assert_sizes (from_jpeg, 800, 480, 192);
  assert_quarters (from_jpeg->view, "RGBW");
  assert_sizes (from_png, 800, 480, 192);
}

static void
test_too_large (void)
{
  static const guint32 sizes[][2] = { { 100000, 100000 }, { 10000, 8001 }, { 65536, 1 }, { 1, 65536 } };
  g_autofree guint8 *zeros = g_malloc0 (SALON_IMAGE_MAX_FILE + 1);
  g_autoptr (GBytes) file = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_autoptr (GBytes) png = test_picture_huge_png (sizes[i][0], sizes[i][1], FALSE);
    g_autoptr (Answer) answer = decode (png);

    g_assert_cmpint (answer->status, ==, SALON_IMAGE_TOO_LARGE);
    g_assert_cmpuint (answer->words[SALON_IMAGE_WORD_WIDTH], ==, sizes[i][0]);
    g_assert_cmpuint (answer->words[SALON_IMAGE_WORD_HEIGHT], ==, sizes[i][1]);
  }
  memcpy (zeros, "\xff\xd8\xff", 3);
  file = g_bytes_new (zeros, SALON_IMAGE_MAX_FILE + 1);
  assert_refused (file, SALON_IMAGE_TOO_LARGE, "    ");
}

static void
test_no_picture (void)
{
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("Dear Irina,\nthe photo is attached.\n", 35);
  g_autoptr (GBytes) svg = test_picture_svg ();
  g_autoptr (GBytes) heic = g_bytes_new_static ("\0\0\0\x18" "ftypheic\0\0\0\0mif1heic", 24);

  assert_refused (nothing, SALON_IMAGE_NOT_IMAGE, "    ");
  assert_refused (text, SALON_IMAGE_NOT_IMAGE, "    ");
  assert_refused (svg, SALON_IMAGE_KIND, "SVG ");
  assert_refused (heic, SALON_IMAGE_KIND, "HEIC");
}

static void
test_damaged (void)
{
  static const char *const types[][2] = { { "jpeg", "JPEG" }, { "png", "PNG " }, { "bmp", "BMP " } };
  g_autoptr (GBytes) claims = test_picture_huge_png (8000, 8000, FALSE);
  g_autoptr (GBytes) gif = test_picture_gif (TRUE);
  g_autoptr (GBytes) part_of_gif = test_picture_cut (gif, 40);

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (GBytes) file = test_picture_make (types[i][0], 300, 200);
    gsize length = g_bytes_get_size (file);
    const gsize cuts[] = { 30, length / 2, length - 1 };

    for (gsize k = 0; k < G_N_ELEMENTS (cuts); k++) {
      g_autoptr (GBytes) part = test_picture_cut (file, cuts[k]);

      assert_refused (part, SALON_IMAGE_DAMAGED, types[i][1]);
    }
  }
  assert_refused (claims, SALON_IMAGE_DAMAGED, "PNG ");
  assert_refused (part_of_gif, SALON_IMAGE_DAMAGED, "GIF ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/decode/kinds", test_kinds);
  g_test_add_func ("/decode/gif", test_gif);
  g_test_add_func ("/decode/cmyk", test_cmyk);
  g_test_add_func ("/decode/orientation", test_orientation);
  g_test_add_func ("/decode/metadata-are-gone", test_metadata_are_gone);
  g_test_add_func ("/decode/colours-become-srgb", test_colours_become_srgb);
  g_test_add_func ("/decode/transparent-is-white", test_transparent_is_white);
  g_test_add_func ("/decode/odd-shapes", test_odd_shapes);
  g_test_add_func ("/decode/square-of-a-portrait", test_square_of_a_portrait);
  g_test_add_func ("/decode/sixty-megapixels", test_sixty_megapixels);
  g_test_add_func ("/decode/too-large", test_too_large);
  g_test_add_func ("/decode/no-picture", test_no_picture);
  g_test_add_func ("/decode/damaged", test_damaged);
  return g_test_run ();
}
