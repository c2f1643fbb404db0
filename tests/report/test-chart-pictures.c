/* Each sample chart beside a picture of it that was looked at.  Edges may fall a little otherwise with another version of
 * cairo or of the font; a bar of another length or colour, or a text in another place, is seen.
 *
 * SALON_WRITE_PICTURES=1 writes the pictures anew: look at each before it is kept (and take 96 colours: "convert -colors 96
 * +dither -strip" makes them a quarter as large). */
#include "config.h"

#include <cairo.h>
#include <gio/gio.h>

#include "tests/report/chart-fixture.h"

#define WIDTH     480
#define HEIGHT    280
#define BLOCK     8
#define MOST      26  /* of 255, in one block */
#define MOST_MEAN 1.5 /* over all of them */

static char *
path_of (guint sample, gboolean is_dark)
{
  g_autofree char *name = g_strdup_printf ("%s-%s.png", sample_name (sample), is_dark ? "dark" : "light");

  return g_build_filename (g_getenv ("G_TEST_SRCDIR"), "report", "pictures", name, NULL);
}

static GBytes *
draw (guint sample, gboolean is_dark)
{
  g_autoptr (SalonChart) chart = sample_chart (sample, is_dark ? SAMPLE_RUSSIAN : SAMPLE_ENGLISH);
  SalonChartLook look = { .is_dark = is_dark };
  g_autoptr (GError) error = NULL;
  GBytes *png = salon_chart_to_png (chart, salon_currency_by_code ("EUR"), WIDTH, HEIGHT, &look, 1, &error);

  g_assert_no_error (error);
  return png;
}

static cairo_status_t
read_piece (void *closure, unsigned char *data, unsigned int length)
{
  GInputStream *stream = closure;
  gsize n = 0;

  return g_input_stream_read_all (stream, data, length, &n, NULL, NULL) && n == length ? CAIRO_STATUS_SUCCESS
                                                                                       : CAIRO_STATUS_READ_ERROR;
}

static cairo_surface_t *
decode (GBytes *png)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (png);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_piece, stream);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, WIDTH);
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, HEIGHT);
  return surface;
}

/* The mean of one channel in one block. */
static double
mean (cairo_surface_t *surface, int x, int y, int channel)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  double sum = 0;

  for (int i = 0; i < BLOCK; i++)
    for (int j = 0; j < BLOCK; j++)
      sum += data[(y * BLOCK + i) * stride + (x * BLOCK + j) * 4 + channel];
  return sum / (BLOCK * BLOCK);
}

static void
compare (const char *name, GBytes *drawn, GBytes *kept)
{
  cairo_surface_t *a = decode (drawn);
  cairo_surface_t *b = decode (kept);
  double sum = 0;

  for (int y = 0; y < HEIGHT / BLOCK; y++)
    for (int x = 0; x < WIDTH / BLOCK; x++)
      for (int channel = 0; channel < 3; channel++) {
        double away = ABS (mean (a, x, y, channel) - mean (b, x, y, channel));

        if (away > MOST)
          g_error ("%s: at %d, %d it looks otherwise, by %.0f", name, x * BLOCK, y * BLOCK, away);
        sum += away;
      }
  sum /= 3.0 * (WIDTH / BLOCK) * (HEIGHT / BLOCK);
  if (sum > MOST_MEAN)
    g_error ("%s: it looks otherwise, by %.2f all over", name, sum);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

static void
test_pictures (gconstpointer is_dark)
{
  for (guint i = 0; i < sample_n_charts (); i++) {
    g_autofree char *path = path_of (i, is_dark != NULL);
    g_autoptr (GBytes) png = draw (i, is_dark != NULL);
    g_autoptr (GBytes) kept = NULL;
    g_autoptr (GError) error = NULL;
    char *data = NULL;
    gsize length = 0;

    if (g_getenv ("SALON_WRITE_PICTURES") != NULL)
      g_file_set_contents (path, g_bytes_get_data (png, NULL), (gssize) g_bytes_get_size (png), &error);
    g_assert_no_error (error);
    g_file_get_contents (path, &data, &length, &error);
    g_assert_no_error (error);
    kept = g_bytes_new_take (data, length);
    compare (path, png, kept);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/report/chart/pictures/light", NULL, test_pictures);
  g_test_add_data_func ("/report/chart/pictures/dark", "dark", test_pictures);
  return g_test_run ();
}
