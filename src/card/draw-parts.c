/* One side of a card, element by element, from the lowest layer up. */
#include "config.h"
#include "card/draw.h"

#include <math.h>

#include "card/draw-parts.h"

#define DOT SALON_CARD_POINTS (SALON_CODE_DOT_UM)

/**
 * salon_card_set_color:
 * @color: 0xRRGGBBAA
 * @opacity: per cent
 */
void
salon_card_set_color (cairo_t *cr, guint32 color, int opacity)
{
  cairo_set_source_rgba (cr, (color >> 24) / 255.0, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0,
                         (color & 0xff) / 255.0 * opacity / 100);
}

static void
add_stop (cairo_pattern_t *pattern, double at, guint32 color, int opacity)
{
  cairo_pattern_add_color_stop_rgba (pattern, at, (color >> 24) / 255.0, (color >> 16 & 0xff) / 255.0,
                                     (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0 * opacity / 100);
}

/* A plain colour, or a gradient over the box. */
static void
set_fill (cairo_t *cr, guint32 from, guint32 to, int gradient, int opacity, double width, double height)
{
  cairo_pattern_t *pattern = NULL;

  if ((to & 0xff) == 0) {
    salon_card_set_color (cr, from, opacity);
    return;
  }
  pattern = cairo_pattern_create_linear (0, 0, gradient == SALON_CARD_GRADIENT_DOWN ? 0 : width,
                                         gradient == SALON_CARD_GRADIENT_RIGHT ? 0 : height);
  add_stop (pattern, 0, from, opacity);
  add_stop (pattern, 1, to, opacity);
  cairo_set_source (cr, pattern);
  cairo_pattern_destroy (pattern);
}

static void
draw_text (const SalonCardElement *element, const SalonCardSubject *subject, cairo_t *cr, double width, double height)
{
  g_autofree char *text = salon_card_element_text (element, subject);
  SalonCardLetters letters = salon_card_letters_fit (element, text, width, height);

  salon_card_set_color (cr, element->color, element->opacity);
  salon_card_letters_draw (&letters, cr);
  salon_card_letters_clear (&letters);
}

/**
 * salon_card_code_of:
 * @error: (nullable): why there is none; not set when the card has no code or no number
 *
 * Returns: (transfer full) (nullable): the code that the element shows
 */
SalonCode *
salon_card_code_of (const SalonCardElement *element, const SalonCardSubject *subject, GError **error)
{
  g_autofree char *text = salon_card_subject_fill_in (subject, *element->text != '\0' ? element->text : "{number}");
  SalonCardCode kind =
      element->code == SALON_CARD_SHOWN_OF_KIND ? salon_card_subject_code (subject) : (SalonCardCode) element->code;

  return kind != SALON_CARD_CODE_NONE && *text != '\0' ? salon_code_new (kind, text, error) : NULL;
}

/**
 * salon_card_code_parts:
 * @height: of the box
 *
 * Returns: where bars and digits are
 */
SalonCardCodeParts
salon_card_code_parts (const SalonCardElement *element, double height)
{
  double edge = (element->fill & 0xff) != 0 ? MIN (height / 12, SALON_CARD_POINTS (1000)) : 0;
  double line = element->digits ? MIN (element->size / 100.0 * 1.3, height / 3) : 0;

  return (SalonCardCodeParts){ edge, height - 2 * edge - line, height - edge - line, line };
}

static void
draw_code (const SalonCardElement *element, const SalonCardSubject *subject, cairo_t *cr, double width, double height)
{
  g_autoptr (SalonCode) code = salon_card_code_of (element, subject, NULL);
  SalonCardCodeParts parts = salon_card_code_parts (element, height);
  SalonCardElement line = *element;
  SalonCardLetters letters = { NULL, 0, 0, FALSE };

  if (code == NULL)
    return;
  if (salon_code_kind (code) == SALON_CARD_CODE_QR && !element->digits)
    parts.top = 0, parts.height = height; /* its quiet zone is inside of it */
  salon_card_path (cr, width, height, SALON_CARD_POINTS (element->radius));
  salon_card_set_color (cr, element->fill, element->opacity);
  cairo_fill (cr);
  salon_card_set_color (cr, element->color, element->opacity);
  salon_code_draw (code, cr, 0, parts.top, width, parts.height);
  if (parts.digits_height <= 0)
    return;
  line.align = SALON_CARD_MIDDLE;
  line.place = SALON_CARD_MIDDLE;
  line.lines = 1;
  letters = salon_card_letters_fit (&line, salon_code_digits (code), width, parts.digits_height);
  cairo_save (cr);
  cairo_translate (cr, 0, parts.digits_top);
  salon_card_letters_draw (&letters, cr);
  cairo_restore (cr);
  salon_card_letters_clear (&letters);
}

/* A border stays inside its box. */
static void
draw_border (const SalonCardElement *element, cairo_t *cr, double width, double height)
{
  double line = MIN (SALON_CARD_POINTS (element->stroke_width), MIN (width, height) / 2);
  SalonCardElement inner = *element;

  if ((element->stroke & 0xff) == 0 || line <= 0)
    return;
  inner.radius = MAX (element->radius - element->stroke_width / 2, 0);
  cairo_save (cr);
  cairo_translate (cr, line / 2, line / 2);
  if (element->kind == SALON_CARD_ELLIPSE)
    inner.mask = SALON_CARD_MASK_ROUND;
  else if (element->kind == SALON_CARD_RECT)
    inner.mask = SALON_CARD_MASK_ROUNDED;
  salon_card_image_clip (&inner, cr, width - line, height - line);
  cairo_restore (cr);
  cairo_set_line_width (cr, line);
  salon_card_set_color (cr, element->stroke, element->opacity);
  cairo_stroke (cr);
}

/* Where there is no photo the initials stand, if the design gives them a ground. */
static void
draw_initials (const SalonCardElement *element, const SalonCardSubject *subject, cairo_t *cr, double width, double height)
{
  g_autofree char *initials = salon_card_subject_initials (subject);
  SalonCardElement line = *element;
  SalonCardLetters letters = { NULL, 0, 0, FALSE };

  if ((element->fill & 0xff) == 0)
    return;
  salon_card_image_clip (element, cr, width, height);
  salon_card_set_color (cr, element->fill, element->opacity);
  cairo_fill (cr);
  line.align = SALON_CARD_MIDDLE;
  line.place = SALON_CARD_MIDDLE;
  line.lines = 1;
  letters = salon_card_letters_fit (&line, initials, width * 0.7, height * 0.7);
  salon_card_letters_centre (&letters, width * 0.7, height * 0.7);
  cairo_save (cr);
  cairo_translate (cr, width * 0.15, height * 0.15);
  salon_card_set_color (cr, element->color, element->opacity);
  salon_card_letters_draw (&letters, cr);
  cairo_restore (cr);
  salon_card_letters_clear (&letters);
}

static void
draw_image (const SalonCardElement *element, const SalonCardSubject *subject, cairo_t *cr, double width, double height)
{
  cairo_surface_t *image = element->kind == SALON_CARD_PHOTO  ? salon_card_subject_photo (subject)
                           : element->kind == SALON_CARD_LOGO ? salon_card_subject_logo (subject)
                                                              : salon_card_subject_picture (subject, element->picture);

  if (image != NULL)
    salon_card_image_draw (element, image, cr, width, height);
  else if (element->kind == SALON_CARD_PHOTO)
    draw_initials (element, subject, cr, width, height);
  if (image != NULL || (element->fill & 0xff) != 0)
    draw_border (element, cr, width, height);
}

static void
draw_shape (const SalonCardElement *element, cairo_t *cr, double width, double height)
{
  SalonCardElement shape = *element;

  shape.mask = element->kind == SALON_CARD_ELLIPSE ? SALON_CARD_MASK_ROUND : SALON_CARD_MASK_ROUNDED;
  salon_card_image_clip (&shape, cr, width, height);
  set_fill (cr, element->fill, element->fill_to, element->gradient, element->opacity, width, height);
  cairo_fill (cr);
  draw_border (element, cr, width, height);
}

static void
draw_line (const SalonCardElement *element, cairo_t *cr, double width, double height)
{
  cairo_move_to (cr, 0, element->rising ? height : 0);
  cairo_line_to (cr, width, element->rising ? 0 : height);
  cairo_set_line_width (cr, SALON_CARD_POINTS (element->stroke_width));
  salon_card_set_color (cr, element->color, element->opacity);
  cairo_stroke (cr);
}

static double
on_a_dot (double points)
{
  return round (points / DOT) * DOT;
}

/* The user space becomes that of the unrotated box.  The corners of a code lie on dots of the printer. */
static void
enter_box (const SalonCardElement *element, cairo_t *cr, double *width, double *height)
{
  double left = SALON_CARD_POINTS (element->x);
  double top = SALON_CARD_POINTS (element->y);
  double right = left + SALON_CARD_POINTS (element->width);
  double bottom = top + SALON_CARD_POINTS (element->height);
  gboolean lies = element->rotation % 180 != 0;

  if (element->kind == SALON_CARD_CODE) {
    left = on_a_dot (left);
    top = on_a_dot (top);
    right = on_a_dot (right);
    bottom = on_a_dot (bottom);
  }
  *width = lies ? bottom - top : right - left;
  *height = lies ? right - left : bottom - top;
  cairo_translate (cr, (left + right) / 2, (top + bottom) / 2);
  cairo_rotate (cr, element->rotation * G_PI / 180);
  cairo_translate (cr, -*width / 2, -*height / 2);
}

/**
 * salon_card_draw_element:
 *
 * Draws one element where it is on the card.
 */
void
salon_card_draw_element (const SalonCardElement *element, const SalonCardSubject *subject, cairo_t *cr)
{
  double width = 0, height = 0;

  cairo_save (cr);
  cairo_new_path (cr);
  enter_box (element, cr, &width, &height);
  switch (element->kind) {
  case SALON_CARD_TEXT:
    draw_text (element, subject, cr, width, height);
    break;
  case SALON_CARD_CODE:
    draw_code (element, subject, cr, width, height);
    break;
  case SALON_CARD_PHOTO:
  case SALON_CARD_LOGO:
  case SALON_CARD_PICTURE:
    draw_image (element, subject, cr, width, height);
    break;
  case SALON_CARD_LINE:
    draw_line (element, cr, width, height);
    break;
  default:
    draw_shape (element, cr, width, height);
    break;
  }
  cairo_restore (cr);
}

static void
draw_ground (const SalonCardBackground *ground, const SalonCardSubject *subject, double bleed, cairo_t *cr)
{
  double width = SALON_CARD_POINTS (SALON_CARD_WIDTH);
  double height = SALON_CARD_POINTS (SALON_CARD_HEIGHT);
  cairo_surface_t *picture = *ground->picture != '\0' ? salon_card_subject_picture (subject, ground->picture) : NULL;

  cairo_rectangle (cr, -bleed, -bleed, width + 2 * bleed, height + 2 * bleed);
  set_fill (cr, ground->fill, ground->fill_to, ground->gradient, 100, width, height);
  cairo_fill (cr);
  if (picture != NULL)
    salon_card_image_cover (picture, cr, -bleed, -bleed, width + 2 * bleed, height + 2 * bleed);
}

/**
 * salon_card_draw_bleeding:
 * @bleed: how far the ground goes on around the card, points: a cut that misses its line by less leaves no white edge
 * @cr: in points, the card's upper left corner at the origin
 */
void
salon_card_draw_bleeding (const SalonCardDesign *design, SalonCardSide side, const SalonCardSubject *subject, double bleed,
                          cairo_t *cr)
{
  SalonCardBackground ground = salon_card_design_background (design, side);

  cairo_save (cr);
  cairo_rectangle (cr, -bleed, -bleed, SALON_CARD_POINTS (SALON_CARD_WIDTH) + 2 * bleed,
                   SALON_CARD_POINTS (SALON_CARD_HEIGHT) + 2 * bleed);
  cairo_clip (cr);
  draw_ground (&ground, subject, bleed, cr);
  for (guint i = 0; i < salon_card_design_n_elements (design, side); i++)
    salon_card_draw_element (salon_card_design_element (design, side, i), subject, cr);
  cairo_restore (cr);
}

/**
 * salon_card_draw:
 * @cr: in points, the card's upper left corner at the origin
 *
 * Draws one side up to its edge; the corners are square, the punch or the plastic rounds them.
 */
void
salon_card_draw (const SalonCardDesign *design, SalonCardSide side, const SalonCardSubject *subject, cairo_t *cr)
{
  salon_card_draw_bleeding (design, side, subject, 0, cr);
}
