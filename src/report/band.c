/* Texts side by side; each remembers which of its lines come next. */
#include "report/band.h"

#include <pango/pangocairo.h>

typedef struct {
  PangoLayout *layout;
  double x;
  int next; /* the first line that is not drawn yet */
} Text;

struct _SalonBand {
  GArray *texts;
};

static void
clear_text (gpointer data)
{
  Text *text = data;

  g_object_unref (text->layout);
}

/**
 * salon_band_new:
 *
 * Returns: (transfer full): without texts
 */
SalonBand *
salon_band_new (void)
{
  SalonBand *self = g_new0 (SalonBand, 1);

  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, clear_text);
  return self;
}

/**
 * salon_band_free:
 * @self: (transfer full):
 */
void
salon_band_free (SalonBand *self)
{
  g_array_unref (self->texts);
  g_free (self);
}

/**
 * salon_band_add:
 * @x: left edge, in points from the left edge of the page
 */
void
salon_band_add (SalonBand *self, double x, PangoLayout *layout)
{
  Text text = { g_object_ref (layout), x, 0 };

  g_array_append_val (self->texts, text);
}

/* Where a line begins and ends, in points from the top of its text. */
static void
line_range (PangoLayoutIter *iter, double *top, double *bottom)
{
  int y0 = 0;
  int y1 = 0;

  pango_layout_iter_get_line_yrange (iter, &y0, &y1);
  *top = (double) y0 / PANGO_SCALE;
  *bottom = (double) y1 / PANGO_SCALE;
}

static void
draw_line (const Text *text, PangoLayoutIter *iter, cairo_t *cr, double y)
{
  PangoRectangle box;

  pango_layout_iter_get_line_extents (iter, NULL, &box);
  cairo_move_to (cr, text->x + (double) box.x / PANGO_SCALE,
                 y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
  pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
}

/* Walks over the lines that are left and fit into @room, and draws them if there is a @cr.  Returns how far down they
 * reach, and how many they are. */
static double
walk (const Text *text, cairo_t *cr, double y, double room, int *n)
{
  PangoLayoutIter *iter = pango_layout_get_iter (text->layout);
  double start = 0;
  double reach = 0;
  int at = 0;

  *n = 0;
  do {
    double top = 0;
    double bottom = 0;

    if (at++ < text->next)
      continue;
    line_range (iter, &top, &bottom);
    if (*n == 0)
      start = top;
    if (bottom - start > room)
      break;
    reach = bottom - start;
    (*n)++;
    if (cr != NULL)
      draw_line (text, iter, cr, y - start);
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return reach;
}

static gboolean
is_drawn (const Text *text)
{
  return text->next >= pango_layout_get_line_count (text->layout);
}

/**
 * salon_band_height:
 *
 * Returns: how high it is, without what was drawn already, in points
 */
double
salon_band_height (const SalonBand *self)
{
  double height = 0;

  for (guint i = 0; i < self->texts->len; i++) {
    const Text *text = &g_array_index (self->texts, Text, i);
    int n = 0;
    double reach = is_drawn (text) ? 0 : walk (text, NULL, 0, G_MAXDOUBLE, &n);

    height = MAX (height, reach);
  }
  return height;
}

/**
 * salon_band_draw:
 * @y: upper edge on the page
 * @room: lines that do not fit into this height wait for the next call
 * @used: (out): height of what was drawn
 *
 * Returns: whether nothing is left
 */
gboolean
salon_band_draw (SalonBand *self, cairo_t *cr, double y, double room, double *used)
{
  gboolean done = TRUE;

  *used = 0;
  for (guint i = 0; i < self->texts->len; i++) {
    Text *text = &g_array_index (self->texts, Text, i);
    int n = 0;
    double reach = is_drawn (text) ? 0 : walk (text, cr, y, room, &n);

    *used = MAX (*used, reach);
    text->next += n;
    done = done && is_drawn (text);
  }
  return done;
}
