/* Charts as files. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/error.h"
#include "report/chart-picture.h"
#include "report/chart-svg.h"

/* More pixels on a side are no picture of a chart. */
#define MOST_PIXELS 16384.0

static cairo_status_t
collect (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_size (double width, double height, double scale, GError **error)
{
  /* No comparison holds of what is no number. */
  if (width >= 1 && height >= 1 && width * scale >= 1 && height * scale >= 1 && width * scale <= MOST_PIXELS && height * scale <= MOST_PIXELS)
    return TRUE;
  salon_set_field_error (error, "size", _("A picture of this size cannot be made."));
  return FALSE;
}

static void
paint_ground (cairo_t *cr, guint32 rgb)
{
  cairo_set_source_rgb (cr, (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
  cairo_paint (cr);
}

/**
 * salon_chart_to_png:
 * @width: in the units of the look
 * @scale: pixels a unit: 2 for a sharp picture
 * @error: #SALON_ERROR_VALIDATION for a size of which no picture can be made
 *
 * Returns: (transfer full) (nullable): a PNG file with the ground painted
 */
GBytes *
salon_chart_to_png (const SalonChart *chart, const SalonCurrency *currency, double width, double height,
                    const SalonChartLook *look, double scale, GError **error)
{
  g_autoptr (SalonChartPicture) picture = NULL;
  g_autoptr (GByteArray) png = g_byte_array_new ();
  cairo_surface_t *surface = NULL;
  cairo_t *cr = NULL;
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  if (!check_size (width, height, scale, error))
    return NULL;
  picture = salon_chart_picture_new (chart, currency, width, height, look);
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) lround (width * scale), (int) lround (height * scale));
  cr = cairo_create (surface);
  paint_ground (cr, salon_chart_picture_palette (picture)->surface);
  cairo_scale (cr, scale, scale);
  salon_chart_picture_draw (picture, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, collect, png);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&png));
  salon_set_error (error, SALON_ERROR_INTERNAL, _("The chart could not be drawn: %s."), cairo_status_to_string (status));
  return NULL;
}

/**
 * salon_chart_to_svg:
 * @width: in the units of the look
 * @error: #SALON_ERROR_VALIDATION for a size of which no picture can be made
 *
 * Returns: (transfer full) (nullable): an SVG file, whose texts are texts
 */
GBytes *
salon_chart_to_svg (const SalonChart *chart, const SalonCurrency *currency, double width, double height,
                    const SalonChartLook *look, GError **error)
{
  g_autoptr (SalonChartPicture) picture = NULL;

  if (!check_size (width, height, 1, error))
    return NULL;
  picture = salon_chart_picture_new (chart, currency, width, height, look);
  return salon_chart_svg_write (picture);
}
