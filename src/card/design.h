#pragma once
/* The design of a plastic card: two sides with elements, as an immutable value.
 *
 * Lengths are whole micrometres from the upper left corner of the card.  An element's box is what it takes up on the
 * card; its rotation turns what is inside the box, not the box.  Elements are drawn in their order, the last on top.
 * The file format is described in data/cards/README.md. */
#include <glib.h>

#include "base/error.h"

G_BEGIN_DECLS

/* ISO/IEC 7810 ID-1, as printers know it under the name CR80. */
#define SALON_CARD_WIDTH  85600
#define SALON_CARD_HEIGHT 53980
/* What matters stays this far from the edge, because printers and punches are not exact. */
#define SALON_CARD_SAFE   3000
#define SALON_CARD_RADIUS 3180

#define SALON_CARD_MAX_ELEMENTS      100     /* a side */
#define SALON_CARD_MAX_PICTURES      16
#define SALON_CARD_MAX_PICTURE_BYTES 4194304 /* a picture */
#define SALON_CARD_MAX_FILE          25165824

typedef enum {
  SALON_CARD_FRONT,
  SALON_CARD_BACK,
  SALON_CARD_N_SIDES,
} SalonCardSide;

typedef enum {
  SALON_CARD_TEXT = 1,
  SALON_CARD_CODE,
  SALON_CARD_PHOTO,
  SALON_CARD_LOGO,
  SALON_CARD_PICTURE,
  SALON_CARD_RECT,
  SALON_CARD_ELLIPSE,
  SALON_CARD_LINE,
} SalonCardElementKind;

typedef enum {
  SALON_CARD_START,
  SALON_CARD_MIDDLE,
  SALON_CARD_END,
} SalonCardPlace;

/**
 * SalonCardShown:
 * @SALON_CARD_SHOWN_OF_KIND: what the kind of card says
 */
typedef enum {
  SALON_CARD_SHOWN_OF_KIND,
  SALON_CARD_SHOWN_EAN13,
  SALON_CARD_SHOWN_128,
  SALON_CARD_SHOWN_QR,
} SalonCardShown;

typedef enum {
  SALON_CARD_FIT_COVER,   /* fills the box, what sticks out is cut off */
  SALON_CARD_FIT_CONTAIN, /* whole inside the box */
} SalonCardFit;

typedef enum {
  SALON_CARD_MASK_NONE,
  SALON_CARD_MASK_ROUNDED, /* corners of the element's radius */
  SALON_CARD_MASK_ROUND,   /* the ellipse inside the box */
} SalonCardMask;

/* Where a gradient goes to. */
typedef enum {
  SALON_CARD_GRADIENT_RIGHT,
  SALON_CARD_GRADIENT_DOWN,
  SALON_CARD_GRADIENT_DIAGONAL,
} SalonCardGradient;

/**
 * SalonCardElement:
 * @id: unique in its design, from 1; 0 = not yet in a design
 * @kind: a #SalonCardElementKind
 * @rotation: 0, 90, 180 or 270, clockwise
 * @opacity: per cent
 * @name: what a list of layers shows; "" = by its kind
 * @text: of a text or a code, with {fields} of the card, see card/subject.h
 * @font: families, separated by commas
 * @size: of the letters, hundredths of a point
 * @least: as small as they may become to make the text fit
 * @weight: 100 … 900
 * @spacing: between letters, thousandths of the size
 * @lines: at most; 1 = never broken
 * @align: of a line, a #SalonCardPlace
 * @place: of the text in the height of the box, a #SalonCardPlace
 * @color: 0xRRGGBBAA of letters, bars, a line; of a logo: 0 = as it is, else its dark parts in this colour
 * @fill: of a shape, of the ground below a code or of a missing photo; alpha 0 = none
 * @fill_to: the other end of a gradient; alpha 0 = plain
 * @stroke: of the border; alpha 0 = none
 * @radius: of the corners
 * @code: a #SalonCardShown
 * @digits: the code is written below it for people
 * @picture: name of a picture of the design
 * @rising: a line from the lower left to the upper right
 *
 * A plain value.  Those that a design hands out are never changed: copy, edit the copy, hand it to
 * salon_card_design_change().
 */
typedef struct {
  guint id;
  int kind;
  int x, y, width, height;
  int rotation;
  int opacity;
  char *name;
  char *text;
  char *font;
  int size;
  int least;
  int weight;
  gboolean italic;
  gboolean capitals;
  int spacing;
  int lines;
  int align;
  int place;
  guint32 color;
  guint32 fill;
  guint32 fill_to;
  int gradient;
  guint32 stroke;
  int stroke_width;
  int radius;
  int code;
  gboolean digits;
  char *picture;
  int fit;
  int mask;
  gboolean rising;
} SalonCardElement;

/**
 * SalonCardBackground:
 * @fill: opaque, 0xRRGGBBff
 * @fill_to: alpha 0 = plain
 * @picture: name of a picture that covers the side; "" = none
 */
typedef struct {
  guint32 fill;
  guint32 fill_to;
  int gradient;
  const char *picture;
} SalonCardBackground;

/* An immutable value, counted by references; may be used from any thread. */
typedef struct _SalonCardDesign SalonCardDesign;

SalonCardElement *salon_card_element_new (SalonCardElementKind kind, int x, int y, int width, int height);
SalonCardElement *salon_card_element_copy (const SalonCardElement *element);
void salon_card_element_free (SalonCardElement *element);
void salon_card_element_set_text (char **field, const char *value);
gboolean salon_card_element_equal (const SalonCardElement *a, const SalonCardElement *b);
char *salon_card_element_title (const SalonCardElement *element);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardElement, salon_card_element_free)

SalonCardDesign *salon_card_design_new (const char *name);
SalonCardDesign *salon_card_design_ref (SalonCardDesign *self);
void salon_card_design_unref (SalonCardDesign *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardDesign, salon_card_design_unref)

SalonCardDesign *salon_card_design_parse (const char *json, gssize length, GError **error);
char *salon_card_design_print (const SalonCardDesign *self);
gboolean salon_card_design_equal (const SalonCardDesign *a, const SalonCardDesign *b);

const char *salon_card_design_name (const SalonCardDesign *self);
SalonCardBackground salon_card_design_background (const SalonCardDesign *self, SalonCardSide side);
guint salon_card_design_n_elements (const SalonCardDesign *self, SalonCardSide side);
const SalonCardElement *salon_card_design_element (const SalonCardDesign *self, SalonCardSide side, guint index);
const SalonCardElement *salon_card_design_find (const SalonCardDesign *self, guint id, SalonCardSide *side, guint *index);
char **salon_card_design_pictures (const SalonCardDesign *self);
GBytes *salon_card_design_picture (const SalonCardDesign *self, const char *name);
gboolean salon_card_design_uses_picture (const SalonCardDesign *self, const char *name);

G_END_DECLS
