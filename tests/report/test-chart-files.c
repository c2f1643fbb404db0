/* Charts as PNG, SVG and PDF, read back with programs that know nothing of charts. */
#include "config.h"

#include <cairo-pdf.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "tests/report/chart-fixture.h"
#include "tests/report/report-fixture.h"

static const SalonCurrency *
euro (void)
{
  return salon_currency_by_code ("EUR");
}

/* ---- PNG */

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

static cairo_surface_t *
read_png (GBytes *png)
{
  Reading reading = { 0 };

  reading.at = g_bytes_get_data (png, &reading.left);
  return cairo_image_surface_create_from_png_stream (read_piece, &reading);
}

static void
test_png (void)
{
  for (guint i = 0; i < sample_n_charts (); i++)
    for (int dark = 0; dark < 2; dark++) {
      g_autoptr (SalonChart) chart = sample_chart (i, SAMPLE_RUSSIAN);
      g_autoptr (GError) error = NULL;
      SalonChartLook look = { .is_dark = dark };
      g_autoptr (GBytes) png = salon_chart_to_png (chart, euro (), 400, 250, &look, 1.5, &error);
      cairo_surface_t *surface = NULL;
      const guint32 *pixels = NULL;

      g_assert_no_error (error);
      surface = read_png (png);
      g_assert_cmpint (cairo_image_surface_get_width (surface), ==, 600);
      g_assert_cmpint (cairo_image_surface_get_height (surface), ==, 375);
      pixels = (const guint32 *) (gpointer) cairo_image_surface_get_data (surface);
      g_assert_cmphex (pixels[0] & 0xffffff, ==, dark ? 0x282327 : 0xffffff);
      cairo_surface_destroy (surface);
    }
}

static guint32
pixel (cairo_surface_t *surface, double x, double y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + (int) y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[(int) x] & 0xffffff;
}

/* The colour inside of a bar, and beside it. */
static void
test_pixels (void)
{
  static const gint64 values[] = { 10, 20 };
  static const double scales[] = { 1, 2, 2.5 };
  g_autoptr (SalonChart) chart = test_chart_of (SALON_CHART_BARS, SALON_REPORT_COUNT, values, 2);
  g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, NULL, 300, 200, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++) {
    g_autoptr (GBytes) png = salon_chart_to_png (chart, NULL, 300, 200, NULL, scales[i], NULL);
    cairo_surface_t *surface = read_png (png);

    for (guint j = 0; j < 2; j++) {
      const SalonChartMark *mark = test_chart_mark (picture, 0, j);
      double y = (mark->y + 4) * scales[i];
      guint32 colour = salon_palette_colour (salon_chart_picture_palette (picture), chart, 0);

      g_assert_cmphex (pixel (surface, (mark->x + mark->width / 2) * scales[i], y), ==, colour);
      g_assert_cmphex (pixel (surface, (mark->x - 4) * scales[i], y), !=, colour);
    }
    cairo_surface_destroy (surface);
  }
}

/* ---- SVG */

typedef struct {
  GPtrArray *texts;
  GPtrArray *titles;
  guint n_elements;
  GString *inside;
} Svg;

static void
start_element (GMarkupParseContext *context, const char *name, const char **names, const char **values, gpointer data,
               GError **error)
{
  Svg *svg = data;

  g_assert_cmpstr (name, !=, "image");
  svg->n_elements++;
  g_string_truncate (svg->inside, 0);
}

static void
end_element (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  Svg *svg = data;

  if (g_str_equal (name, "text"))
    g_ptr_array_add (svg->texts, g_strdup (svg->inside->str));
  if (g_str_equal (name, "title"))
    g_ptr_array_add (svg->titles, g_strdup (svg->inside->str));
}

static void
text (GMarkupParseContext *context, const char *piece, gsize length, gpointer data, GError **error)
{
  g_string_append_len (((Svg *) data)->inside, piece, (gssize) length);
}

static void
read_svg (GBytes *file, Svg *svg)
{
  const GMarkupParser parser = { .start_element = start_element, .end_element = end_element, .text = text };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, svg, NULL);
  g_autoptr (GError) error = NULL;

  svg->texts = g_ptr_array_new_with_free_func (g_free);
  svg->titles = g_ptr_array_new_with_free_func (g_free);
  svg->inside = g_string_new (NULL);
  g_markup_parse_context_parse (context, g_bytes_get_data (file, NULL), (gssize) g_bytes_get_size (file), &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_markup_parse_context_free (context);
}

static void
clear_svg (Svg *svg)
{
  g_ptr_array_unref (svg->texts);
  g_ptr_array_unref (svg->titles);
  g_string_free (svg->inside, TRUE);
}

/* Every text of the picture is a text of the file, and every value a title. */
static void
assert_svg (const SalonChart *chart)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) file = salon_chart_to_svg (chart, euro (), 900, 420, NULL, &error);
  g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, euro (), 900, 420, NULL);
  const SalonScene *scene = salon_chart_picture_scene (picture);
  Svg svg = { 0 };
  guint n_texts = 0;
  guint n_titles = 0;

  g_assert_no_error (error);
  read_svg (file, &svg);
  for (guint i = 0; i < salon_scene_n_shapes (scene); i++)
    if (salon_scene_shape (scene, i)->kind == SALON_SHAPE_TEXT)
      g_assert_cmpstr (svg.texts->pdata[n_texts++], ==, salon_scene_shape (scene, i)->text);
  g_assert_cmpuint (n_texts, ==, svg.texts->len);
  for (guint i = 0; i < salon_chart_picture_n_marks (picture); i++)
    if (!salon_chart_picture_mark (picture, i)->is_empty) {
      g_autofree char *sentence = salon_chart_picture_mark_text (picture, i);

      g_assert_cmpstr (svg.titles->pdata[n_titles++], ==, sentence);
    }
  g_assert_cmpuint (n_titles, ==, svg.titles->len);
  clear_svg (&svg);
}

static void
test_svg (void)
{
  for (guint i = 0; i < sample_n_charts (); i++) {
    g_autoptr (SalonChart) chart = sample_chart (i, SAMPLE_LATVIAN);

    assert_svg (chart);
  }
}

/* Names that would be markup are not. */
static void
test_svg_hostile (void)
{
  g_autoptr (SalonChart) chart = salon_chart_new (SALON_CHART_BARS, NULL);
  g_autoptr (GBytes) file = NULL;
  Svg svg = { 0 };

  salon_chart_add_category (chart, "<script>&\"'\x01");
  salon_chart_series_add (salon_chart_add_series (chart, "</svg>\xff", SALON_REPORT_COUNT, SALON_CHART_TONE_NEXT), 1, 0, 0);
  file = salon_chart_to_svg (chart, NULL, 400, 200, NULL, NULL);
  read_svg (file, &svg);
  g_assert_true (g_ptr_array_find_with_equal_func (svg.texts, "<script>&\"'", g_str_equal, NULL));
  clear_svg (&svg);
}

/* ---- PDF: through the pages of the papers */

static void
test_pdf (void)
{
  for (guint i = 0; i < sample_n_charts (); i++) {
    g_autoptr (SalonChart) chart = sample_chart (i, SAMPLE_RUSSIAN);
    g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (chart, euro (), 510, 300, &(SalonChartLook) { .text_scale = 0.75 });
    const SalonScene *scene = salon_chart_picture_scene (picture);
    SalonPages *pages = salon_pages_new (510, 300, "Chart");
    cairo_t *cr = salon_pages_add (pages);
    g_autoptr (SalonPdf) pdf = NULL;

    salon_chart_picture_draw (picture, cr);
    cairo_destroy (cr);
    pdf = salon_pdf_read (pages);
    for (guint j = 0; j < salon_scene_n_shapes (scene); j++)
      if (salon_scene_shape (scene, j)->kind == SALON_SHAPE_TEXT && salon_pdf_count (pdf, salon_scene_shape (scene, j)->text) == 0)
        g_error ("%s: “%s” is not in %s", sample_name (i), salon_scene_shape (scene, j)->text, pdf->text);
    salon_pdf_assert_apart (pdf);
    salon_pages_unref (pages);
  }
}

/* ---- what cannot be made */

static void
assert_refused (double width, double height, double scale)
{
  g_autoptr (SalonChart) chart = sample_chart (0, SAMPLE_ENGLISH);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = salon_chart_to_png (chart, euro (), width, height, NULL, scale, &error);

  g_assert_null (png);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, "size");
}

static void
test_sizes (void)
{
  g_autoptr (SalonChart) chart = sample_chart (0, SAMPLE_ENGLISH);
  g_autoptr (GError) error = NULL;

  assert_refused (0, 100, 1);
  assert_refused (100, -1, 1);
  assert_refused (NAN, 100, 1);
  assert_refused (100, INFINITY, 1);
  assert_refused (100, 100, 0);
  assert_refused (100, 100, NAN);
  assert_refused (20000, 100, 1);
  assert_refused (1000, 1000, 17);
  g_assert_null (salon_chart_to_svg (chart, euro (), 100, NAN, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/chart/files/png", test_png);
  g_test_add_func ("/report/chart/files/pixels", test_pixels);
  g_test_add_func ("/report/chart/files/svg", test_svg);
  g_test_add_func ("/report/chart/files/svg-hostile", test_svg_hostile);
  g_test_add_func ("/report/chart/files/pdf", test_pdf);
  g_test_add_func ("/report/chart/files/sizes", test_sizes);
  return g_test_run ();
}
