/* A picture of a chart as SVG, from its list of shapes.  By own code: cairo's SVG turns every letter into a drawing, which
 * nobody can search, copy, correct or hear. */
#include "report/chart-svg.h"

#include <string.h>

#include "report/chart-picture.h"

#define NUMBER_SIZE G_ASCII_DTOSTR_BUF_SIZE

static void
append_number (GString *out, double value)
{
  char buffer[NUMBER_SIZE];

  g_string_append (out, g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
}

static void
append_attribute (GString *out, const char *name, double value)
{
  g_string_append_printf (out, " %s=\"", name);
  append_number (out, value);
  g_string_append_c (out, '"');
}

/* Signs that XML cannot carry are left out. */
static void
append_text (GString *out, const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = NULL;

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (c >= 0x20 && c != 0xfffe && c != 0xffff)
      g_string_append_unichar (clean, c);
  }
  escaped = g_markup_escape_text (clean->str, -1);
  g_string_append (out, escaped);
}

static void
append_ink (GString *out, const char *what, SalonInk ink)
{
  if (ink.alpha <= 0) {
    g_string_append_printf (out, " %s=\"none\"", what);
    return;
  }
  g_string_append_printf (out, " %s=\"#%06x\"", what, ink.rgb);
  if (ink.alpha < 1) {
    g_string_append_printf (out, " %s-opacity=\"", what);
    append_number (out, ink.alpha);
    g_string_append_c (out, '"');
  }
}

/* ---- textures */

static char *
texture_id (const SalonPaint *paint)
{
  return g_strdup_printf ("t%d-%06x-%d", paint->texture, paint->texture_ink.rgb, (int) (paint->texture_ink.alpha * 100));
}

static const char *
texture_path (SalonTexture texture)
{
  switch (texture) {
  case SALON_TEXTURE_RISING:
    return "M-1,1l2,-2M0,7l7,-7M6,8l2,-2";
  case SALON_TEXTURE_FALLING:
    return "M-1,6l2,2M0,0l7,7M6,-1l2,2";
  case SALON_TEXTURE_LEVEL:
    return "M0,3.5h7";
  case SALON_TEXTURE_UPRIGHT:
    return "M3.5,0v7";
  case SALON_TEXTURE_CROSSED:
    return "M-1,1l2,-2M0,7l7,-7M6,8l2,-2M-1,6l2,2M0,0l7,7M6,-1l2,2";
  case SALON_TEXTURE_NONE:
  default:
    return "";
  }
}

static void
append_textures (GString *out, const SalonScene *scene)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_string_append (out, "<defs>\n");
  for (guint i = 0; i < salon_scene_n_shapes (scene); i++) {
    const SalonPaint *paint = &salon_scene_shape (scene, i)->paint;
    g_autofree char *id = texture_id (paint);

    if (paint->texture == SALON_TEXTURE_NONE || g_hash_table_contains (known, id))
      continue;
    g_string_append_printf (out, "<pattern id=\"%s\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"><path d=\"%s\"", id,
                            texture_path (paint->texture));
    append_ink (out, "stroke", paint->texture_ink);
    g_string_append (out, " stroke-width=\"1.25\" fill=\"none\"/></pattern>\n");
    g_hash_table_add (known, g_steal_pointer (&id));
  }
  g_string_append (out, "</defs>\n");
}

/* ---- shapes */

static void
append_outline (GString *out, const SalonShape *shape)
{
  const double *p = shape->points;

  if (shape->kind == SALON_SHAPE_RECTANGLE) {
    g_string_append (out, "<rect");
    append_attribute (out, "x", p[0]);
    append_attribute (out, "y", p[1]);
    append_attribute (out, "width", p[2]);
    append_attribute (out, "height", p[3]);
    if (shape->paint.radius > 0)
      append_attribute (out, "rx", MIN (shape->paint.radius, MIN (p[2], p[3]) / 2));
    return;
  }
  if (shape->kind == SALON_SHAPE_DOT) {
    g_string_append (out, "<circle");
    append_attribute (out, "cx", p[0]);
    append_attribute (out, "cy", p[1]);
    append_attribute (out, "r", p[2]);
    return;
  }
  g_string_append (out, shape->kind == SALON_SHAPE_POLYGON ? "<polygon points=\"" : "<polyline points=\"");
  for (guint i = 0; i < shape->n_points * 2; i++) {
    if (i > 0)
      g_string_append_c (out, i % 2 == 0 ? ' ' : ',');
    append_number (out, p[i]);
  }
  g_string_append_c (out, '"');
}

static void
append_shape (GString *out, const SalonShape *shape)
{
  const SalonPaint *paint = &shape->paint;

  append_outline (out, shape);
  append_ink (out, "fill", shape->kind == SALON_SHAPE_PATH ? (SalonInk) { 0, 0 } : paint->fill);
  append_ink (out, "stroke", paint->line);
  if (paint->line.alpha > 0) {
    append_attribute (out, "stroke-width", paint->line_width);
    g_string_append (out, paint->is_dashed ? " stroke-dasharray=\"4 3\" stroke-linejoin=\"round\"" : " stroke-linejoin=\"round\"");
  }
  g_string_append (out, "/>\n");
  if (paint->texture != SALON_TEXTURE_NONE) {
    g_autofree char *id = texture_id (paint);

    append_outline (out, shape);
    g_string_append_printf (out, " fill=\"url(#%s)\"/>\n", id);
  }
}

/* Squeezed to the width that was measured, should the reader have another font. */
static void
append_label (GString *out, const SalonScene *scene, const SalonShape *shape)
{
  g_string_append (out, "<text");
  append_attribute (out, "x", shape->box.x);
  append_attribute (out, "y", shape->box.y + shape->baseline);
  append_attribute (out, "font-size", salon_scene_text_size (scene, shape->style));
  g_string_append_printf (out, " font-weight=\"%d\"", salon_scene_text_weight (shape->style));
  append_attribute (out, "textLength", shape->box.width);
  g_string_append (out, " lengthAdjust=\"spacingAndGlyphs\"");
  append_ink (out, "fill", shape->ink);
  g_string_append_c (out, '>');
  append_text (out, shape->text);
  g_string_append (out, "</text>\n");
}

/* ---- values: seen by nobody, told by the pointer and by a screen reader */

static void
append_marks (GString *out, const SalonChartPicture *picture)
{
  g_string_append (out, "<g fill=\"none\" pointer-events=\"all\">\n");
  for (guint i = 0; i < salon_chart_picture_n_marks (picture); i++) {
    const SalonChartMark *mark = salon_chart_picture_mark (picture, i);
    g_autofree char *text = salon_chart_picture_mark_text (picture, i);

    if (mark->is_empty)
      continue;
    g_string_append (out, "<rect");
    append_attribute (out, "x", mark->x);
    append_attribute (out, "y", mark->y);
    append_attribute (out, "width", mark->width);
    append_attribute (out, "height", mark->height);
    g_string_append (out, "><title>");
    append_text (out, text);
    g_string_append (out, "</title></rect>\n");
  }
  g_string_append (out, "</g>\n");
}

/**
 * salon_chart_svg_write:
 *
 * Returns: (transfer full): the picture as an SVG file with its ground; each value has its sentence as a title
 */
GBytes *
salon_chart_svg_write (const SalonChartPicture *picture)
{
  const SalonScene *scene = salon_chart_picture_scene (picture);
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"");
  gsize length = 0;

  append_attribute (out, "width", salon_scene_width (scene));
  append_attribute (out, "height", salon_scene_height (scene));
  g_string_append (out, " viewBox=\"0 0 ");
  append_number (out, salon_scene_width (scene));
  g_string_append_c (out, ' ');
  append_number (out, salon_scene_height (scene));
  g_string_append (out, "\" role=\"img\" font-family=\"");
  append_text (out, salon_scene_font_family (scene));
  g_string_append (out, "\" style=\"font-variant-numeric: tabular-nums\">\n");
  append_textures (out, scene);
  g_string_append_printf (out, "<rect width=\"100%%\" height=\"100%%\" fill=\"#%06x\"/>\n",
                          salon_chart_picture_palette (picture)->surface);
  for (guint i = 0; i < salon_scene_n_shapes (scene); i++) {
    const SalonShape *shape = salon_scene_shape (scene, i);

    if (shape->kind == SALON_SHAPE_TEXT)
      append_label (out, scene, shape);
    else
      append_shape (out, shape);
  }
  append_marks (out, picture);
  g_string_append (out, "</svg>\n");
  length = out->len;
  return g_bytes_new_take (g_string_free (out, FALSE), length);
}
