/* Photos, logos and pictures: fitted into their box, cut to their shape. */
#include "config.h"
#include "card/draw-parts.h"

#include <math.h>

static const cairo_user_data_key_t ink_key;

/**
 * salon_card_path:
 * @radius: of the corners; 0 = square
 *
 * Adds a rectangle from the origin to the path.
 */
void
salon_card_path (cairo_t *cr, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  if (r <= 0) {
    cairo_rectangle (cr, 0, 0, width, height);
    return;
  }
  cairo_new_sub_path (cr);
  cairo_arc (cr, width - r, r, r, -G_PI_2, 0);
  cairo_arc (cr, width - r, height - r, r, 0, G_PI_2);
  cairo_arc (cr, r, height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, r, r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

/**
 * salon_card_image_clip:
 *
 * Adds the shape of an image to the path: its box, with round corners, or the ellipse inside.
 */
void
salon_card_image_clip (const SalonCardElement *element, cairo_t *cr, double width, double height)
{
  if (element->mask != SALON_CARD_MASK_ROUND) {
    salon_card_path (cr, width, height, element->mask == SALON_CARD_MASK_ROUNDED ? SALON_CARD_POINTS (element->radius) : 0);
    return;
  }
  cairo_save (cr);
  cairo_translate (cr, width / 2, height / 2);
  cairo_scale (cr, width / 2, height / 2);
  cairo_new_sub_path (cr);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_close_path (cr);
  cairo_restore (cr);
}

/* How dark each pixel is, as a mask: a logo on white paper becomes one on nothing. */
static cairo_surface_t *
ink_of (cairo_surface_t *image)
{
  cairo_surface_t *ink = cairo_surface_get_user_data (image, &ink_key);
  int width = cairo_image_surface_get_width (image);
  int height = cairo_image_surface_get_height (image);

  if (ink != NULL)
    return ink;
  ink = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_surface_flush (image);
  for (int y = 0; y < height; y++) {
    const guint32 *from = (const guint32 *) (cairo_image_surface_get_data (image) + (gsize) y * (gsize) cairo_image_surface_get_stride (image));
    guint8 *to = cairo_image_surface_get_data (ink) + (gsize) y * (gsize) cairo_image_surface_get_stride (ink);

    for (int x = 0; x < width; x++) {
      guint alpha = cairo_image_surface_get_format (image) == CAIRO_FORMAT_ARGB32 ? from[x] >> 24 : 255;
      guint bright = ((from[x] >> 16 & 0xff) * 54 + (from[x] >> 8 & 0xff) * 183 + (from[x] & 0xff) * 19) >> 8;

      to[x] = (guint8) (alpha > bright ? alpha - bright : 0);
    }
  }
  cairo_surface_mark_dirty (ink);
  cairo_surface_set_user_data (image, &ink_key, ink, (cairo_destroy_func_t) cairo_surface_destroy);
  return ink;
}

/* The user space becomes that of the image, which then takes up @w × @h from (@x, @y). */
static void
enter_image (cairo_t *cr, cairo_surface_t *image, double x, double y, double w, double h)
{
  cairo_translate (cr, x, y);
  cairo_scale (cr, w / cairo_image_surface_get_width (image), h / cairo_image_surface_get_height (image));
}

/**
 * salon_card_image_cover:
 *
 * Fills the rectangle with the middle of @image; what sticks out is cut off.
 */
void
salon_card_image_cover (cairo_surface_t *image, cairo_t *cr, double x, double y, double width, double height)
{
  double scale = MAX (width / cairo_image_surface_get_width (image), height / cairo_image_surface_get_height (image));
  double w = cairo_image_surface_get_width (image) * scale;
  double h = cairo_image_surface_get_height (image) * scale;

  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  enter_image (cr, image, x + (width - w) / 2, y + (height - h) / 2, w, h);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * salon_card_image_draw:
 * @image: an image surface
 */
void
salon_card_image_draw (const SalonCardElement *element, cairo_surface_t *image, cairo_t *cr, double width, double height)
{
  static const double shares[] = { 0, 0.5, 1 };
  double across = width / cairo_image_surface_get_width (image);
  double down = height / cairo_image_surface_get_height (image);
  gboolean covers = element->fit == SALON_CARD_FIT_COVER;
  double scale = covers ? MAX (across, down) : MIN (across, down);
  double w = cairo_image_surface_get_width (image) * scale;
  double h = cairo_image_surface_get_height (image) * scale;
  gboolean placed = element->kind != SALON_CARD_PHOTO && !covers;

  cairo_save (cr);
  salon_card_image_clip (element, cr, width, height);
  cairo_clip (cr);
  enter_image (cr, image, (width - w) * (placed ? shares[element->align] : 0.5),
               (height - h) * (placed ? shares[element->place] : 0.5), w, h);
  if (element->kind == SALON_CARD_LOGO && element->color != 0) {
    salon_card_set_color (cr, element->color, element->opacity);
    cairo_mask_surface (cr, ink_of (image), 0, 0);
  } else {
    cairo_set_source_surface (cr, image, 0, 0);
    cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_BEST);
    cairo_paint_with_alpha (cr, element->opacity / 100.0);
  }
  cairo_restore (cr);
}
