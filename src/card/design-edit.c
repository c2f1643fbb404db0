/* Edits of single elements. */
#include "config.h"
#include "card/design-edit.h"

#include <glib/gi18n-lib.h>

#include "card/design-parts.h"

#define FIELD "design"
#define FAR   200000

static gboolean
is_among (guint id, const guint *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

static SalonCardElement *
own (SalonCardDesign *self, guint id)
{
  return (SalonCardElement *) salon_card_design_find (self, id, NULL, NULL);
}

/**
 * salon_card_design_rename:
 *
 * Returns: (transfer full): with another name; what a name cannot hold is left out
 */
SalonCardDesign *
salon_card_design_rename (const SalonCardDesign *self, const char *name)
{
  SalonCardDesign *copy = salon_card_design_copy (self);

  if (salon_card_text_is_clean (name, FALSE, SALON_CARD_MAX_NAME))
    salon_card_element_set_text (&copy->name, name);
  return copy;
}

static gboolean
has_room (const SalonCardDesign *self, SalonCardSide side, guint n, GError **error)
{
  if (self->elements[side]->len + n <= SALON_CARD_MAX_ELEMENTS)
    return TRUE;
  salon_set_field_error (error, FIELD, _("A side of a card can have %d elements at most."), SALON_CARD_MAX_ELEMENTS);
  return FALSE;
}

/**
 * salon_card_design_add:
 * @element: borrowed; its id does not matter
 * @id: (out) (optional): what it got
 *
 * Returns: (transfer full) (nullable): with the element on top of that side
 */
SalonCardDesign *
salon_card_design_add (const SalonCardDesign *self, SalonCardSide side, const SalonCardElement *element, guint *id, GError **error)
{
  g_autoptr (SalonCardDesign) copy = salon_card_design_copy (self);
  SalonCardElement *added = salon_card_element_copy (element);

  added->id = salon_card_design_free_id (self);
  salon_card_element_clear_foreign (added);
  g_ptr_array_add (copy->elements[side], added);
  if (!has_room (self, side, 1, error) || !salon_card_element_check (copy, added, error))
    return NULL;
  if (id != NULL)
    *id = added->id;
  return g_steal_pointer (&copy);
}

/**
 * salon_card_design_remove:
 *
 * Returns: (transfer full): without these elements, on both sides
 */
SalonCardDesign *
salon_card_design_remove (const SalonCardDesign *self, const guint *ids, guint n)
{
  SalonCardDesign *copy = salon_card_design_copy (self);

  for (int side = 0; side < SALON_CARD_N_SIDES; side++)
    for (guint i = copy->elements[side]->len; i-- > 0;)
      if (is_among (((SalonCardElement *) copy->elements[side]->pdata[i])->id, ids, n))
        g_ptr_array_remove_index (copy->elements[side], i);
  return copy;
}

/**
 * salon_card_design_move:
 *
 * Returns: (transfer full): with these elements elsewhere
 */
SalonCardDesign *
salon_card_design_move (const SalonCardDesign *self, const guint *ids, guint n, int dx, int dy)
{
  SalonCardDesign *copy = salon_card_design_copy (self);

  for (guint i = 0; i < n; i++) {
    SalonCardElement *element = own (copy, ids[i]);

    if (element == NULL)
      continue;
    element->x = (int) CLAMP ((gint64) element->x + dx, -FAR, FAR);
    element->y = (int) CLAMP ((gint64) element->y + dy, -FAR, FAR);
  }
  return copy;
}

/**
 * salon_card_design_resize:
 *
 * Returns: (transfer full): with another box; one that is too small becomes as small as may be
 */
SalonCardDesign *
salon_card_design_resize (const SalonCardDesign *self, guint id, int x, int y, int width, int height)
{
  SalonCardDesign *copy = salon_card_design_copy (self);
  SalonCardElement *element = own (copy, id);

  if (element == NULL)
    return copy;
  element->x = CLAMP (x, -FAR, FAR);
  element->y = CLAMP (y, -FAR, FAR);
  element->width = CLAMP (width, salon_card_property_find ("width", element->kind)->least, FAR);
  element->height = CLAMP (height, salon_card_property_find ("height", element->kind)->least, FAR);
  return copy;
}

/**
 * salon_card_design_restack:
 *
 * Returns: (transfer full): with the element in another layer of its side
 */
SalonCardDesign *
salon_card_design_restack (const SalonCardDesign *self, guint id, SalonCardRestack step)
{
  SalonCardDesign *copy = salon_card_design_copy (self);
  SalonCardSide side = SALON_CARD_FRONT;
  guint index = 0, last = 0, to = 0;
  gpointer element = NULL;

  if (salon_card_design_find (copy, id, &side, &index) == NULL)
    return copy;
  last = copy->elements[side]->len - 1;
  if (step == SALON_CARD_TO_TOP)
    to = last;
  else if (step == SALON_CARD_HIGHER)
    to = MIN (index + 1, last);
  else if (step == SALON_CARD_LOWER)
    to = index > 0 ? index - 1 : 0;
  element = g_ptr_array_steal_index (copy->elements[side], index);
  g_ptr_array_insert (copy->elements[side], (int) to, element);
  return copy;
}

/**
 * salon_card_design_change:
 * @element: borrowed; with the id of one that the design has
 *
 * Returns: (transfer full) (nullable): with that element instead of the old one
 */
SalonCardDesign *
salon_card_design_change (const SalonCardDesign *self, const SalonCardElement *element, GError **error)
{
  g_autoptr (SalonCardDesign) copy = salon_card_design_copy (self);
  SalonCardElement *changed = NULL;
  SalonCardSide side = SALON_CARD_FRONT;
  guint index = 0;

  if (salon_card_design_find (copy, element->id, &side, &index) == NULL) {
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("This element is not on the card any more."));
    return NULL;
  }
  changed = salon_card_element_copy (element);
  salon_card_element_clear_foreign (changed);
  salon_card_element_free (copy->elements[side]->pdata[index]);
  copy->elements[side]->pdata[index] = changed;
  return salon_card_element_check (copy, changed, error) ? g_steal_pointer (&copy) : NULL;
}

/**
 * salon_card_design_duplicate:
 * @copies: (out) (array length=n) (optional): the ids of the copies
 *
 * Returns: (transfer full) (nullable): with a copy of each, two millimetres to the right and below, on top of its side
 */
SalonCardDesign *
salon_card_design_duplicate (const SalonCardDesign *self, const guint *ids, guint n, guint *copies, GError **error)
{
  g_autoptr (SalonCardDesign) design = salon_card_design_copy (self);

  for (guint i = 0; i < n; i++) {
    SalonCardSide side = SALON_CARD_FRONT;
    const SalonCardElement *element = salon_card_design_find (self, ids[i], &side, NULL);
    SalonCardElement *copy = NULL;

    if (element == NULL)
      continue;
    if (!has_room (design, side, 1, error))
      return NULL;
    copy = salon_card_element_copy (element);
    copy->id = salon_card_design_free_id (design);
    copy->x = MIN (copy->x + 2000, FAR);
    copy->y = MIN (copy->y + 2000, FAR);
    g_ptr_array_add (design->elements[side], copy);
    if (copies != NULL)
      copies[i] = copy->id;
  }
  return g_steal_pointer (&design);
}

/**
 * salon_card_design_set_background:
 * @background: its picture, if any, is one of the design
 *
 * Returns: (transfer full) (nullable): with that ground below the elements
 */
SalonCardDesign *
salon_card_design_set_background (const SalonCardDesign *self, SalonCardSide side, const SalonCardBackground *background,
                                  GError **error)
{
  g_autoptr (SalonCardDesign) copy = salon_card_design_copy (self);
  SalonCardGround *ground = &copy->grounds[side];

  ground->fill = background->fill;
  ground->fill_to = (background->fill_to & 0xff) != 0 ? background->fill_to : 0;
  ground->gradient = background->gradient;
  salon_card_element_set_text (&ground->picture, background->picture);
  return salon_card_ground_check (copy, ground, error) ? g_steal_pointer (&copy) : NULL;
}

/**
 * salon_card_design_add_picture:
 * @name: a picture of that name is replaced
 * @picture: a JPEG or PNG file
 *
 * Pictures that nothing shows any more are left out, so that a design does not grow by every try.
 *
 * Returns: (transfer full) (nullable): with the picture, for elements and grounds to name it
 */
SalonCardDesign *
salon_card_design_add_picture (const SalonCardDesign *self, const char *name, GBytes *picture, GError **error)
{
  g_autoptr (SalonCardDesign) copy = NULL;
  g_auto (GStrv) names = salon_card_design_pictures (self);

  if (!salon_card_picture_check (name, picture, error))
    return NULL;
  copy = salon_card_design_copy (self);
  for (guint i = 0; names[i] != NULL; i++)
    if (!salon_card_design_uses_picture (self, names[i]))
      g_hash_table_remove (copy->pictures, names[i]);
  g_hash_table_insert (copy->pictures, g_strdup (name), g_bytes_ref (picture));
  if (g_hash_table_size (copy->pictures) <= SALON_CARD_MAX_PICTURES)
    return g_steal_pointer (&copy);
  salon_set_field_error (error, FIELD, _("A design can hold %d pictures at most."), SALON_CARD_MAX_PICTURES);
  return NULL;
}
