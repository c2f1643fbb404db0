#pragma once
/* What the files that draw elements share.  Lengths are points; a box begins at the origin and is not rotated. */
#include <pango/pangocairo.h>

#include "card/draw.h"

G_BEGIN_DECLS

/**
 * SalonCardLetters:
 * @layout: (nullable): NULL = there is nothing to write, or the box is too small for a single letter
 * @x: where the layout goes
 * @y: where the layout goes
 * @cut: not the whole text is there
 */
typedef struct {
  PangoLayout *layout;
  double x, y;
  gboolean cut;
} SalonCardLetters;

SalonCardLetters salon_card_letters_fit (const SalonCardElement *element, const char *text, double width, double height);
void salon_card_letters_centre (SalonCardLetters *letters, double width, double height);
void salon_card_letters_draw (SalonCardLetters *letters, cairo_t *cr);
void salon_card_letters_clear (SalonCardLetters *letters);
char *salon_card_element_text (const SalonCardElement *element, const SalonCardSubject *subject);

/* Where the parts of a code are inside its box. */
typedef struct {
  double top, height;               /* of the bars */
  double digits_top, digits_height; /* 0 = no digits */
} SalonCardCodeParts;

SalonCode *salon_card_code_of (const SalonCardElement *element, const SalonCardSubject *subject, GError **error);
SalonCardCodeParts salon_card_code_parts (const SalonCardElement *element, double height);

void salon_card_set_color (cairo_t *cr, guint32 color, int opacity);
void salon_card_path (cairo_t *cr, double width, double height, double radius);
void salon_card_image_draw (const SalonCardElement *element, cairo_surface_t *image, cairo_t *cr, double width, double height);
void salon_card_image_clip (const SalonCardElement *element, cairo_t *cr, double width, double height);
void salon_card_image_cover (cairo_surface_t *image, cairo_t *cr, double x, double y, double width, double height);

G_END_DECLS
