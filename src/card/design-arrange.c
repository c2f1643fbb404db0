/* Edits that put several elements in order. */
#include "config.h"

#include <stdlib.h>

#include "card/design-edit.h"
#include "card/design-parts.h"
#include "card/snap.h"

/**
 * salon_card_design_align:
 * @n: one is put in order with the card, several with the box around them all
 *
 * Returns: (transfer full): with edges or centres on one line
 */
SalonCardDesign *
salon_card_design_align (const SalonCardDesign *self, const guint *ids, guint n, SalonCardAlign align)
{
  SalonCardDesign *copy = salon_card_design_copy (self);
  SalonCardBox box = n > 1 ? salon_card_box_of (self, ids, n) : (SalonCardBox){ 0, 0, SALON_CARD_WIDTH, SALON_CARD_HEIGHT };

  for (guint i = 0; i < n; i++) {
    SalonCardElement *element = (SalonCardElement *) salon_card_design_find (copy, ids[i], NULL, NULL);

    if (element == NULL)
      continue;
    switch (align) {
    case SALON_CARD_ALIGN_LEFT:
      element->x = box.x;
      break;
    case SALON_CARD_ALIGN_CENTRE:
      element->x = box.x + (box.width - element->width) / 2;
      break;
    case SALON_CARD_ALIGN_RIGHT:
      element->x = box.x + box.width - element->width;
      break;
    case SALON_CARD_ALIGN_TOP:
      element->y = box.y;
      break;
    case SALON_CARD_ALIGN_MIDDLE:
      element->y = box.y + (box.height - element->height) / 2;
      break;
    case SALON_CARD_ALIGN_BOTTOM:
    default:
      element->y = box.y + box.height - element->height;
      break;
    }
  }
  return copy;
}

static int
compare_left (gconstpointer a, gconstpointer b)
{
  const SalonCardElement *one = *(SalonCardElement *const *) a;
  const SalonCardElement *two = *(SalonCardElement *const *) b;

  return one->x != two->x ? (one->x > two->x) - (one->x < two->x) : (one->id > two->id) - (one->id < two->id);
}

static int
compare_top (gconstpointer a, gconstpointer b)
{
  const SalonCardElement *one = *(SalonCardElement *const *) a;
  const SalonCardElement *two = *(SalonCardElement *const *) b;

  return one->y != two->y ? (one->y > two->y) - (one->y < two->y) : (one->id > two->id) - (one->id < two->id);
}

/**
 * salon_card_design_distribute:
 * @n: fewer than three are left as they are
 * @down: from top to bottom, else from left to right
 *
 * Returns: (transfer full): with the same gap between neighbours; the first and the last stay where they are
 */
SalonCardDesign *
salon_card_design_distribute (const SalonCardDesign *self, const guint *ids, guint n, gboolean down)
{
  SalonCardDesign *copy = salon_card_design_copy (self);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  gint64 room = 0, used = 0, taken = 0;
  SalonCardElement *first = NULL, *last = NULL;

  for (guint i = 0; i < n; i++) {
    SalonCardElement *element = (SalonCardElement *) salon_card_design_find (copy, ids[i], NULL, NULL);

    if (element == NULL)
      continue;
    g_ptr_array_add (list, element);
    used += down ? element->height : element->width;
  }
  if (list->len < 3)
    return copy;
  g_ptr_array_sort (list, down ? compare_top : compare_left);
  first = list->pdata[0];
  last = list->pdata[list->len - 1];
  room = down ? (gint64) last->y + last->height - first->y : (gint64) last->x + last->width - first->x;
  for (guint i = 0; i < list->len - 1; i++) {
    SalonCardElement *element = list->pdata[i];
    int at = (int) (taken + (room - used) * i / (list->len - 1));

    if (i > 0 && down)
      element->y = first->y + at;
    else if (i > 0)
      element->x = first->x + at;
    taken += down ? element->height : element->width;
  }
  return copy;
}
