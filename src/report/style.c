/* Texts of a report: fonts, and paragraphs of several looks in one Pango layout.
 *
 * The context knows no screen: lines break at the same places on paper, in a file and in a picture. */
#include "report/style.h"

#include <pango/pangocairo.h>

#define POINTS_AN_INCH 72

typedef struct {
  double size; /* points */
  PangoWeight weight;
  guint16 grey; /* 0 = black */
} Look;

static const Look looks[] = {
  [SALON_STYLE_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, 0 },
  [SALON_STYLE_STRONG] = { 9.5, PANGO_WEIGHT_SEMIBOLD, 0 },
  [SALON_STYLE_TITLE] = { 18, PANGO_WEIGHT_BOLD, 0 },
  [SALON_STYLE_HEADING] = { 11, PANGO_WEIGHT_SEMIBOLD, 0 },
  [SALON_STYLE_SMALL] = { 8, PANGO_WEIGHT_NORMAL, 0x5555 },
  [SALON_STYLE_ALERT] = { 9.5, PANGO_WEIGHT_BOLD, 0 },
};

/**
 * salon_style_context_new:
 *
 * Returns: (transfer full): fonts for any device; for the calling thread only, as are the layouts made with it
 */
PangoContext *
salon_style_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Inter, Cantarell, DejaVu Sans, Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, POINTS_AN_INCH);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  cairo_font_options_destroy (options);
  return context;
}

/**
 * salon_style_context_set_scale:
 * @scale: of all letters of the context, 1 = as they are
 */
void
salon_style_context_set_scale (PangoContext *context, double scale)
{
  pango_cairo_context_set_resolution (context, POINTS_AN_INCH * scale);
}

/**
 * salon_style_layout_new:
 * @width: no line is wider, if need be a word is broken
 *
 * Returns: (transfer full): an empty text
 */
PangoLayout *
salon_style_layout_new (PangoContext *context, double width, gboolean to_the_right)
{
  PangoLayout *layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) none = pango_attr_list_new ();

  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, to_the_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_attributes (layout, none);
  return layout;
}

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint from, guint to)
{
  attribute->start_index = from;
  attribute->end_index = to;
  pango_attr_list_insert (attributes, attribute);
}

/**
 * salon_style_append:
 * @text: one or more paragraphs; they begin on a line of their own
 */
void
salon_style_append (PangoLayout *layout, SalonStyle style, const char *text)
{
  const Look *look = &looks[style];
  const char *before = pango_layout_get_text (layout);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *longer = *before != '\0' ? g_strconcat (before, "\n", valid, NULL) : g_strdup (valid);
  guint to = (guint) strlen (longer);
  guint from = to - (guint) strlen (valid);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_copy (pango_layout_get_attributes (layout));

  add_attribute (attributes, pango_attr_size_new ((int) (look->size * PANGO_SCALE)), from, to);
  add_attribute (attributes, pango_attr_weight_new (look->weight), from, to);
  if (pango_layout_get_alignment (layout) == PANGO_ALIGN_RIGHT) /* numbers: each digit as wide as the others */
    add_attribute (attributes, pango_attr_font_features_new ("tnum=1"), from, to);
  if (look->grey != 0)
    add_attribute (attributes, pango_attr_foreground_new (look->grey, look->grey, look->grey), from, to);
  pango_layout_set_text (layout, longer, -1);
  pango_layout_set_attributes (layout, attributes);
}

/**
 * salon_style_height:
 *
 * Returns: how high the text is, in points
 */
double
salon_style_height (PangoLayout *layout)
{
  int height = 0;

  pango_layout_get_size (layout, NULL, &height);
  return (double) height / PANGO_SCALE;
}

/**
 * salon_style_width:
 * @to_the_right: as in salon_style_layout_new()
 *
 * Returns: how wide a text is if no line of it is broken, in points
 */
double
salon_style_width (PangoContext *context, SalonStyle style, gboolean to_the_right, const char *text)
{
  g_autoptr (PangoLayout) layout = salon_style_layout_new (context, 1, to_the_right);
  int width = 0;

  pango_layout_set_width (layout, -1);
  salon_style_append (layout, style, text);
  pango_layout_get_size (layout, &width, NULL);
  return (double) width / PANGO_SCALE;
}
