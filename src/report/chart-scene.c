/* A list of shapes and texts.  Texts are measured without a screen, by the same fonts that draw them: what was laid out
 * apart stays apart on every device. */
#include "report/chart-scene.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "report/style.h"

#define ELLIPSIS        "…"
#define TEXTURE_SPACING 5.0
#define PIECE           24
#define THINNEST        2.5
#define TEXTURE_WIDTH   1.25
/* A label keeps so far from the next one. */
#define APART 1.0

typedef struct {
  double size;
  PangoWeight weight;
} Look;

static const Look looks[SALON_N_TEXT_STYLES] = {
  [SALON_TEXT_TICK] = { 11.5, PANGO_WEIGHT_NORMAL },
  [SALON_TEXT_VALUE] = { 11.5, PANGO_WEIGHT_MEDIUM },
  [SALON_TEXT_NAME] = { 12, PANGO_WEIGHT_MEDIUM },
  [SALON_TEXT_NOTICE] = { 14, PANGO_WEIGHT_NORMAL },
};

struct _SalonScene {
  double width;
  double height;
  double text_scale;
  char *font_family;
  PangoContext *context;
  PangoLayout *rulers[SALON_N_TEXT_STYLES]; /* measure */
  double line_heights[SALON_N_TEXT_STYLES];
  GArray *shapes;
  GArray *texts; /* indexes of the shapes that are texts */
};

static void
clear_shape (gpointer data)
{
  SalonShape *shape = data;

  g_free (shape->points);
  g_free (shape->text);
  g_clear_object ((GObject **) &shape->layout);
}

static PangoLayout *
new_layout (const SalonScene *self, SalonTextStyle style)
{
  PangoLayout *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_copy (pango_context_get_font_description (self->context));
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_font_description_set_absolute_size (font, salon_scene_text_size (self, style) * PANGO_SCALE);
  pango_font_description_set_weight (font, looks[style].weight);
  pango_layout_set_font_description (layout, font);
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_attr_list_unref (attributes);
  pango_font_description_free (font);
  return layout;
}

static void
make_rulers (SalonScene *self)
{
  for (guint i = 0; i < SALON_N_TEXT_STYLES; i++) {
    int height = 0;

    self->rulers[i] = new_layout (self, (SalonTextStyle) i);
    pango_layout_set_text (self->rulers[i], "Ág", -1);
    pango_layout_get_size (self->rulers[i], NULL, &height);
    self->line_heights[i] = (double) height / PANGO_SCALE;
  }
}

/**
 * salon_scene_new:
 * @width: in points on paper, in pixels on a screen
 * @height: …
 * @text_scale: 1 = as on the screen
 * @font_family: (nullable): one or more, separated by commas
 *
 * Returns: (transfer full): nothing yet; for the calling thread only
 */
SalonScene *
salon_scene_new (double width, double height, double text_scale, const char *font_family)
{
  SalonScene *self = g_new0 (SalonScene, 1);

  self->width = width;
  self->height = height;
  self->text_scale = text_scale;
  self->context = salon_style_context_new ();
  if (font_family != NULL) {
    g_autoptr (PangoFontDescription) font = pango_font_description_new ();

    pango_font_description_set_family (font, font_family);
    pango_context_set_font_description (self->context, font);
  }
  self->font_family
      = g_strdup (pango_font_description_get_family (pango_context_get_font_description (self->context)));
  self->shapes = g_array_new (FALSE, FALSE, sizeof (SalonShape));
  g_array_set_clear_func (self->shapes, clear_shape);
  self->texts = g_array_new (FALSE, FALSE, sizeof (guint));
  make_rulers (self);
  return self;
}

/**
 * salon_scene_free:
 * @self: (transfer full):
 */
void
salon_scene_free (SalonScene *self)
{
  g_array_unref (self->shapes);
  g_array_unref (self->texts);
  for (guint i = 0; i < SALON_N_TEXT_STYLES; i++)
    g_clear_object (&self->rulers[i]);
  g_clear_object (&self->context);
  g_free (self->font_family);
  g_free (self);
}

/**
 * salon_scene_width:
 *
 * Returns: of the whole picture
 */
double
salon_scene_width (const SalonScene *self)
{
  return self->width;
}

/**
 * salon_scene_height:
 *
 * Returns: of the whole picture
 */
double
salon_scene_height (const SalonScene *self)
{
  return self->height;
}

/**
 * salon_scene_font_family:
 *
 * Returns: (transfer none): the fonts, the first that exists is taken
 */
const char *
salon_scene_font_family (const SalonScene *self)
{
  return self->font_family;
}

/**
 * salon_scene_text_size:
 *
 * Returns: height of the font
 */
double
salon_scene_text_size (const SalonScene *self, SalonTextStyle style)
{
  return looks[style].size * self->text_scale;
}

/**
 * salon_scene_text_weight:
 *
 * Returns: as CSS counts: 400 is normal
 */
int
salon_scene_text_weight (SalonTextStyle style)
{
  return (int) looks[style].weight;
}

/**
 * salon_scene_n_shapes:
 *
 * Returns: how many there are
 */
guint
salon_scene_n_shapes (const SalonScene *self)
{
  return self->shapes->len;
}

/**
 * salon_scene_shape:
 *
 * Returns: (transfer none): one of them, in the order in which they are drawn
 */
const SalonShape *
salon_scene_shape (const SalonScene *self, guint shape)
{
  return &g_array_index (self->shapes, SalonShape, shape);
}

/* ---- shapes */

static void
add_points (SalonScene *self, SalonShapeKind kind, const double *points, guint n, const SalonPaint *paint)
{
  SalonShape shape = { .kind = kind, .paint = *paint, .n_points = n };

  shape.points = g_memdup2 (points, n * 2 * sizeof (double));
  g_array_append_val (self->shapes, shape);
}

/**
 * salon_scene_add_rectangle: adds a rectangle, on top of what there is
 */
void
salon_scene_add_rectangle (SalonScene *self, const SalonBox *box, const SalonPaint *paint)
{
  const double points[] = { box->x, box->y, MAX (box->width, 0), MAX (box->height, 0) };

  add_points (self, SALON_SHAPE_RECTANGLE, points, 2, paint);
}

/**
 * salon_scene_add_lines:
 * @points: (array): x and y of @n points
 * @is_closed: whether the last is joined to the first
 */
void
salon_scene_add_lines (SalonScene *self, const double *points, guint n, gboolean is_closed, const SalonPaint *paint)
{
  if (n > 0)
    add_points (self, is_closed ? SALON_SHAPE_POLYGON : SALON_SHAPE_PATH, points, n, paint);
}

/**
 * salon_scene_add_line: adds a straight line
 */
void
salon_scene_add_line (SalonScene *self, double x0, double y0, double x1, double y1, const SalonPaint *paint)
{
  const double points[] = { x0, y0, x1, y1 };

  salon_scene_add_lines (self, points, 2, FALSE, paint);
}

/**
 * salon_scene_add_dot: adds a round point
 */
void
salon_scene_add_dot (SalonScene *self, double x, double y, double radius, const SalonPaint *paint)
{
  const double points[] = { x, y, radius, radius };

  add_points (self, SALON_SHAPE_DOT, points, 2, paint);
}

/* ---- texts */

/**
 * salon_scene_text_width:
 *
 * Returns: how wide the text is on one line
 */
double
salon_scene_text_width (SalonScene *self, SalonTextStyle style, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  int width = 0;

  pango_layout_set_text (self->rulers[style], valid, -1);
  pango_layout_get_size (self->rulers[style], &width, NULL);
  return (double) width / PANGO_SCALE;
}

/**
 * salon_scene_line_height:
 *
 * Returns: from one line to the next
 */
double
salon_scene_line_height (const SalonScene *self, SalonTextStyle style)
{
  return self->line_heights[style];
}

/* The first @n characters, without a space at their end. */
static char *
cut (const char *text, glong n)
{
  g_autofree char *head = g_utf8_substring (text, 0, n);

  return g_strconcat (g_strchomp (head), ELLIPSIS, NULL);
}

/**
 * salon_scene_shorten:
 *
 * Returns: (transfer full): the text, cut if it is wider than @width; empty if not even two letters fit
 */
char *
salon_scene_shorten (SalonScene *self, SalonTextStyle style, const char *text, double width)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  glong fits = 1;
  glong too_many = g_utf8_strlen (valid, -1);

  if (salon_scene_text_width (self, style, valid) <= width)
    return g_steal_pointer (&valid);
  while (too_many - fits > 1) {
    glong middle = (fits + too_many) / 2;
    g_autofree char *tried = cut (valid, middle);

    if (salon_scene_text_width (self, style, tried) <= width)
      fits = middle;
    else
      too_many = middle;
  }
  return fits > 1 ? cut (valid, fits) : g_strdup ("");
}

static gboolean
overlap (const SalonBox *a, const SalonBox *b)
{
  return a->x < b->x + b->width + APART && b->x < a->x + a->width + APART && a->y < b->y + b->height
         && b->y < a->y + a->height;
}

/**
 * salon_scene_is_free:
 *
 * Returns: whether no text stands there, and it is inside of the picture
 */
gboolean
salon_scene_is_free (const SalonScene *self, const SalonBox *box)
{
  const double edge = 0.01;

  if (box->x < -edge || box->y < -edge || box->x + box->width > self->width + edge
      || box->y + box->height > self->height + edge)
    return FALSE;
  for (guint i = 0; i < self->texts->len; i++)
    if (overlap (&salon_scene_shape (self, g_array_index (self->texts, guint, i))->box, box))
      return FALSE;
  return TRUE;
}

/**
 * salon_scene_add_text:
 * @x: where it begins, if @align is 0; its middle, if it is 0.5; its end, if it is 1
 * @y: its upper edge
 *
 * Adds a text of one line, unless it would stand on another or outside.
 *
 * Returns: whether it was added
 */
gboolean
salon_scene_add_text (SalonScene *self, SalonTextStyle style, SalonInk ink, const char *text, double x, double y, double align)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  double width = salon_scene_text_width (self, style, valid);
  SalonShape shape = { .kind = SALON_SHAPE_TEXT, .style = style, .ink = ink };

  shape.box = (SalonBox) { x - width * align, y, width, self->line_heights[style] };
  if (*valid == '\0' || !salon_scene_is_free (self, &shape.box))
    return FALSE;
  shape.text = g_steal_pointer (&valid);
  shape.layout = new_layout (self, style);
  pango_layout_set_text (shape.layout, shape.text, -1);
  shape.baseline = (double) pango_layout_get_baseline (shape.layout) / PANGO_SCALE;
  g_array_append_val (self->texts, self->shapes->len);
  g_array_append_val (self->shapes, shape);
  return TRUE;
}

/* ---- drawing */

static void
use_ink (cairo_t *cr, SalonInk ink)
{
  cairo_set_source_rgba (cr, (ink.rgb >> 16 & 0xff) / 255.0, (ink.rgb >> 8 & 0xff) / 255.0, (ink.rgb & 0xff) / 255.0,
                         ink.alpha);
}

/**
 * salon_scene_draw_rectangle:
 * @radius: of its corners; as large as fits
 *
 * Sets the path of @cr.
 */
void
salon_scene_draw_rectangle (cairo_t *cr, const SalonBox *box, double radius)
{
  double r = MIN (radius, MIN (box->width, box->height) / 2);
  double right = box->x + box->width;
  double bottom = box->y + box->height;

  if (r < 0.3) {
    cairo_rectangle (cr, box->x, box->y, box->width, box->height);
    return;
  }
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, box->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, box->x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box->x + r, box->y + r, r, G_PI, G_PI + G_PI_2);
  cairo_close_path (cr);
}

static void
make_path (cairo_t *cr, const SalonShape *shape)
{
  const double *p = shape->points;

  cairo_new_path (cr);
  if (shape->kind == SALON_SHAPE_RECTANGLE) {
    salon_scene_draw_rectangle (cr, &(SalonBox) { p[0], p[1], p[2], p[3] }, shape->paint.radius);
    return;
  }
  if (shape->kind == SALON_SHAPE_DOT) {
    cairo_arc (cr, p[0], p[1], p[2], 0, 2 * G_PI);
    return;
  }
  for (guint i = 0; i < shape->n_points; i++)
    cairo_line_to (cr, p[2 * i], p[2 * i + 1]);
  if (shape->kind == SALON_SHAPE_POLYGON)
    cairo_close_path (cr);
}

/* Parallel lines over all of a box; @dx, @dy: how far a line goes while it crosses it. */
static void
draw_slanted (cairo_t *cr, double x0, double y0, double x1, double y1, int slope)
{
  double height = y1 - y0;
  double step = TEXTURE_SPACING * G_SQRT2;
  double from = floor ((x0 - height) / step) * step;

  for (double x = from; x < x1 + height; x += step) {
    cairo_move_to (cr, x, slope > 0 ? y1 : y0);
    cairo_line_to (cr, x + height, slope > 0 ? y0 : y1);
  }
}

static void
draw_straight (cairo_t *cr, double x0, double y0, double x1, double y1, gboolean is_upright)
{
  double from = floor ((is_upright ? x0 : y0) / TEXTURE_SPACING) * TEXTURE_SPACING;
  double to = is_upright ? x1 : y1;

  for (double at = from; at < to; at += TEXTURE_SPACING) {
    cairo_move_to (cr, is_upright ? at : x0, is_upright ? y0 : at);
    cairo_line_to (cr, is_upright ? at : x1, is_upright ? y1 : at);
  }
}

/* As lines, not as a pattern: those a PDF would carry as pixels. */
static void
draw_texture (cairo_t *cr, const SalonPaint *paint)
{
  double x0 = 0;
  double y0 = 0;
  double x1 = 0;
  double y1 = 0;

  cairo_save (cr);
  cairo_path_extents (cr, &x0, &y0, &x1, &y1);
  cairo_clip (cr);
  if (paint->texture == SALON_TEXTURE_RISING || paint->texture == SALON_TEXTURE_CROSSED)
    draw_slanted (cr, x0, y0, x1, y1, 1);
  if (paint->texture == SALON_TEXTURE_FALLING || paint->texture == SALON_TEXTURE_CROSSED)
    draw_slanted (cr, x0, y0, x1, y1, -1);
  if (paint->texture == SALON_TEXTURE_LEVEL || paint->texture == SALON_TEXTURE_UPRIGHT)
    draw_straight (cr, x0, y0, x1, y1, paint->texture == SALON_TEXTURE_UPRIGHT);
  cairo_set_line_width (cr, TEXTURE_WIDTH);
  use_ink (cr, paint->texture_ink);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_line (cairo_t *cr, const SalonPaint *paint)
{
  const double dashes[] = { 4, 3 };

  cairo_set_dash (cr, dashes, paint->is_dashed ? 2 : 0, 0);
  cairo_set_line_width (cr, paint->line_width);
  use_ink (cr, paint->line);
  cairo_stroke (cr);
}

/* In pieces that overlap by one point: a long line that crosses itself often takes cairo much longer as a whole. */
static void
draw_long_line (cairo_t *cr, const SalonShape *shape)
{
  for (guint from = 0; from + 1 < shape->n_points; from += PIECE) {
    SalonShape piece = *shape;

    piece.points = shape->points + 2 * from;
    piece.n_points = MIN (PIECE + 1, shape->n_points - from);
    make_path (cr, &piece);
    draw_line (cr, &shape->paint);
  }
}

/* Neither texture nor outline can be seen on a hair. */
static gboolean
is_hair (const SalonShape *shape)
{
  return shape->kind == SALON_SHAPE_RECTANGLE && MIN (shape->points[2], shape->points[3]) < THINNEST;
}

static void
draw_shape (cairo_t *cr, const SalonShape *shape)
{
  const SalonPaint *paint = &shape->paint;

  if (paint->fill.alpha > 0) {
    make_path (cr, shape);
    use_ink (cr, paint->fill);
    cairo_fill (cr);
  }
  if (is_hair (shape))
    return;
  if (paint->texture != SALON_TEXTURE_NONE) {
    make_path (cr, shape);
    draw_texture (cr, paint);
  }
  if (paint->line.alpha >= 1 && !paint->is_dashed && shape->kind == SALON_SHAPE_PATH && shape->n_points > PIECE + 1) {
    draw_long_line (cr, shape);
  } else if (paint->line.alpha > 0) {
    make_path (cr, shape);
    draw_line (cr, paint);
  }
}

static void
draw_text (cairo_t *cr, const SalonShape *shape)
{
  use_ink (cr, shape->ink);
  cairo_move_to (cr, shape->box.x, shape->box.y);
  pango_cairo_show_layout (cr, shape->layout);
}

/**
 * salon_scene_draw: draws everything, in its own units from the upper left corner; the ground is not painted
 */
void
salon_scene_draw (const SalonScene *self, cairo_t *cr)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->shapes->len; i++) {
    const SalonShape *shape = salon_scene_shape (self, i);

    if (shape->kind == SALON_SHAPE_TEXT)
      draw_text (cr, shape);
    else
      draw_shape (cr, shape);
  }
  cairo_restore (cr);
}
