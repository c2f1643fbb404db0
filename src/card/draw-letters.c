/* Texts that stay in their box: letters shrink, then lines are broken, at last the end is left out.
 *
 * The Pango context knows no screen and no hinting: a text has the same lines on the screen, in a picture and on plastic. */
#include "config.h"
#include "card/draw-parts.h"

#include <string.h>

#define POINTS_AN_INCH 72
#define USUAL_FONT     "Inter, Cantarell, DejaVu Sans, Sans"
/* Each smaller size that is tried, and the last one. */
#define SMALLER   0.96
#define SMALLEST  1.0

typedef struct {
  const SalonCardElement *element;
  double width, height;
  int n_paragraphs;
} Frame;

static PangoContext *
context_new (const SalonCardElement *element)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  g_autofree char *families = g_strconcat (*element->font != '\0' ? element->font : USUAL_FONT, ",", USUAL_FONT, NULL);

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, POINTS_AN_INCH);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_set_family (font, families);
  pango_font_description_set_weight (font, (PangoWeight) element->weight);
  pango_font_description_set_style (font, element->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  pango_context_set_font_description (context, font);
  return context;
}

static PangoLayout *
layout_new (const SalonCardElement *element, const char *text, double width)
{
  static const PangoAlignment alignments[] = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  PangoContext *context = context_new (element);
  PangoLayout *layout = pango_layout_new (context);

  g_object_unref (context);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, alignments[element->align]);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  return layout;
}

static void
set_size (PangoLayout *layout, const SalonCardElement *element, double points)
{
  PangoFontDescription *font = pango_font_description_copy (
      pango_context_get_font_description (pango_layout_get_context (layout)));
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_font_description_set_size (font, (int) (points * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  if (element->spacing != 0)
    pango_attr_list_insert (attributes, pango_attr_letter_spacing_new ((int) (points * element->spacing / 1000 * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("lnum=1")); /* figures of the height of capitals */
  pango_layout_set_attributes (layout, attributes);
}

/* Whether neither the lines nor what is inked of them needs more room than there is. */
static gboolean
is_inside (PangoLayout *layout, const Frame *frame)
{
  PangoRectangle ink, logical;

  pango_layout_get_extents (layout, &ink, &logical);
  return MAX (ink.width, logical.width) <= frame->width * PANGO_SCALE
         && MAX (ink.height, logical.height) <= frame->height * PANGO_SCALE;
}

/* Tries all sizes from the wanted to the least one; the layout stays at the last that was tried. */
static gboolean
fits_in_lines (PangoLayout *layout, const Frame *frame, int n_lines)
{
  double least = MIN (frame->element->least, frame->element->size) / 100.0;
  double size = frame->element->size / 100.0;

  for (;;) {
    set_size (layout, frame->element, size);
    if (pango_layout_get_line_count (layout) <= n_lines && is_inside (layout, frame))
      return TRUE;
    if (size <= least)
      return FALSE;
    size = MAX (size * SMALLER, least);
  }
}

/* The end of the text is left out; letters become smaller than wanted only when not even one fits. */
static gboolean
fits_in_part (PangoLayout *layout, const Frame *frame)
{
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  for (double size = MIN (frame->element->least, frame->element->size) / 100.0; size >= SMALLEST; size *= SMALLER) {
    int line = 0;

    set_size (layout, frame->element, size);
    pango_layout_set_height (layout, -1);
    pango_layout_line_get_height (pango_layout_get_line_readonly (layout, 0), &line);
    pango_layout_set_height (layout, MIN ((int) (frame->height * PANGO_SCALE), MAX (frame->element->lines, frame->n_paragraphs) * line));
    if (is_inside (layout, frame))
      return TRUE;
  }
  return FALSE;
}

static gboolean
fit (PangoLayout *layout, const Frame *frame)
{
  int n_lines = MAX (frame->element->lines, frame->n_paragraphs);

  if (fits_in_lines (layout, frame, frame->n_paragraphs))
    return TRUE;
  if (n_lines > frame->n_paragraphs && fits_in_lines (layout, frame, n_lines))
    return TRUE;
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return n_lines > frame->n_paragraphs && fits_in_lines (layout, frame, n_lines);
}

static int
count_paragraphs (const char *text)
{
  int n = 1;

  for (; *text != '\0'; text++)
    n += *text == '\n' ? 1 : 0;
  return n;
}

/* Where the layout goes: its lines in their place of the box, moved when ink would stick out of it. */
static void
place (SalonCardLetters *letters, const Frame *frame)
{
  static const double shares[] = { 0, 0.5, 1 };
  PangoRectangle ink, logical;
  double left = 0, top = 0;

  pango_layout_get_extents (letters->layout, &ink, &logical);
  left = (double) ink.x / PANGO_SCALE;
  letters->x = CLAMP (0, -left, frame->width - left - (double) ink.width / PANGO_SCALE);
  letters->y = (frame->height - (double) logical.height / PANGO_SCALE) * shares[frame->element->place];
  top = letters->y + (double) ink.y / PANGO_SCALE;
  if (top < 0)
    letters->y -= top;
  else if (top + (double) ink.height / PANGO_SCALE > frame->height)
    letters->y -= top + (double) ink.height / PANGO_SCALE - frame->height;
}

/**
 * salon_card_letters_fit:
 * @element: a text, or a code whose digits are written
 * @text: as it is printed
 *
 * Returns: the text in the box; clear it with salon_card_letters_clear()
 */
SalonCardLetters
salon_card_letters_fit (const SalonCardElement *element, const char *text, double width, double height)
{
  SalonCardLetters letters = { NULL, 0, 0, FALSE };
  Frame frame = { element, width, height, count_paragraphs (text) };

  if (*text == '\0')
    return letters;
  letters.layout = layout_new (element, text, width);
  if (!fit (letters.layout, &frame)) {
    letters.cut = TRUE;
    if (!fits_in_part (letters.layout, &frame)) {
      g_clear_object (&letters.layout);
      return letters;
    }
  }
  place (&letters, &frame);
  return letters;
}

/**
 * salon_card_letters_centre:
 *
 * Puts what is inked into the very middle of the box, whatever room the font keeps above and below it.
 */
void
salon_card_letters_centre (SalonCardLetters *letters, double width, double height)
{
  PangoRectangle ink;

  if (letters->layout == NULL)
    return;
  pango_layout_get_extents (letters->layout, &ink, NULL);
  letters->x = width / 2 - (ink.x + ink.width / 2.0) / PANGO_SCALE;
  letters->y = height / 2 - (ink.y + ink.height / 2.0) / PANGO_SCALE;
}

/**
 * salon_card_letters_draw:
 * @cr: with the colour of the letters
 */
void
salon_card_letters_draw (SalonCardLetters *letters, cairo_t *cr)
{
  if (letters->layout == NULL)
    return;
  cairo_move_to (cr, letters->x, letters->y);
  pango_cairo_show_layout (cr, letters->layout);
}

/**
 * salon_card_letters_clear:
 */
void
salon_card_letters_clear (SalonCardLetters *letters)
{
  g_clear_object (&letters->layout);
}

/**
 * salon_card_element_text:
 *
 * Returns: (transfer full): the text with its fields filled in
 */
char *
salon_card_element_text (const SalonCardElement *element, const SalonCardSubject *subject)
{
  g_autofree char *text = salon_card_subject_fill_in (subject, element->text);

  return element->capitals ? g_utf8_strup (text, -1) : g_steal_pointer (&text);
}
