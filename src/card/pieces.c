/* New elements of a design. */
#include "config.h"
#include "card/pieces.h"

#define WHITE 0xffffffffu
#define INK   0x2b2229ffu
#define STEP  2000

static const struct {
  int width, height;
} sizes[] = {
  [SALON_CARD_TEXT] = { 40000, 6000 },     [SALON_CARD_CODE] = { 40000, 16000 },  [SALON_CARD_PHOTO] = { 20000, 26000 },
  [SALON_CARD_LOGO] = { 24000, 12000 },    [SALON_CARD_PICTURE] = { 30000, 20000 }, [SALON_CARD_RECT] = { 30000, 18000 },
  [SALON_CARD_ELLIPSE] = { 20000, 20000 }, [SALON_CARD_LINE] = { 40000, 0 },
};

/**
 * salon_card_ink_on:
 * @ground: 0xRRGGBBAA
 *
 * Returns: a colour for letters that can be read on it
 */
guint32
salon_card_ink_on (guint32 ground)
{
  double light = (ground >> 24) * 0.299 + (ground >> 16 & 0xff) * 0.587 + (ground >> 8 & 0xff) * 0.114;

  return light < 140 ? WHITE : INK;
}

static gboolean
is_taken (const SalonCardDesign *design, SalonCardSide side, int x, int y)
{
  for (guint i = 0; i < salon_card_design_n_elements (design, side); i++) {
    const SalonCardElement *element = salon_card_design_element (design, side, i);

    if (element->x == x && element->y == y)
      return TRUE;
  }
  return FALSE;
}

static void
dress (SalonCardElement *element, guint32 ink)
{
  switch (element->kind) {
  case SALON_CARD_TEXT:
    element->size = 1100;
    element->least = 600;
    element->color = ink;
    element->place = SALON_CARD_MIDDLE;
    break;
  case SALON_CARD_CODE:
    element->fill = WHITE;
    element->digits = TRUE;
    element->size = 800;
    element->radius = 1000;
    break;
  case SALON_CARD_PHOTO:
    element->fill = 0xb9a9b3ffu;
    element->color = WHITE;
    element->size = 2400;
    element->mask = SALON_CARD_MASK_ROUNDED;
    element->radius = 2000;
    break;
  case SALON_CARD_LOGO:
  case SALON_CARD_PICTURE:
    element->fit = SALON_CARD_FIT_CONTAIN;
    element->align = SALON_CARD_MIDDLE;
    element->place = SALON_CARD_MIDDLE;
    break;
  case SALON_CARD_LINE:
    element->color = ink;
    break;
  default:
    element->fill = (ink & 0xffffff00u) | 0x33;
    break;
  }
}

/**
 * salon_card_piece_new:
 * @text: (nullable): of a text: what it says, with fields
 *
 * Returns: (transfer full): an element in the middle of that side, beside one that lies there already; in no design yet
 */
SalonCardElement *
salon_card_piece_new (const SalonCardDesign *design, SalonCardSide side, SalonCardElementKind kind, const char *text)
{
  int x = (SALON_CARD_WIDTH - sizes[kind].width) / 2;
  int y = (SALON_CARD_HEIGHT - sizes[kind].height) / 2;
  SalonCardElement *element = NULL;

  while (is_taken (design, side, x, y)) {
    x += STEP;
    y += STEP;
  }
  element = salon_card_element_new (kind, x, y, sizes[kind].width, sizes[kind].height);
  dress (element, salon_card_ink_on (salon_card_design_background (design, side).fill));
  if (kind == SALON_CARD_TEXT)
    salon_card_element_set_text (&element->text, text);
  return element;
}
