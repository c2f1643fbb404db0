/* A design is never changed once it is made: an edit copies it, see card/design-edit.h. */
#include "config.h"
#include "card/design.h"

#include <stdlib.h>

#include "card/design-parts.h"

#define WHITE 0xffffffffu

/**
 * salon_card_design_new:
 *
 * Returns: (transfer full): two white sides
 */
SalonCardDesign *
salon_card_design_new (const char *name)
{
  SalonCardDesign *self = g_new0 (SalonCardDesign, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->name = g_strdup (name);
  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  for (int side = 0; side < SALON_CARD_N_SIDES; side++) {
    self->elements[side] = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_card_element_free);
    self->grounds[side].fill = WHITE;
    self->grounds[side].picture = g_strdup ("");
  }
  return self;
}

/**
 * salon_card_design_copy:
 *
 * Returns: (transfer full): the same, which its maker may change before anybody else has it
 */
SalonCardDesign *
salon_card_design_copy (const SalonCardDesign *self)
{
  SalonCardDesign *copy = salon_card_design_new (self->name);
  GHashTableIter iter;
  gpointer name = NULL, picture = NULL;

  for (int side = 0; side < SALON_CARD_N_SIDES; side++) {
    g_free (copy->grounds[side].picture);
    copy->grounds[side] = self->grounds[side];
    copy->grounds[side].picture = g_strdup (self->grounds[side].picture);
    for (guint i = 0; i < self->elements[side]->len; i++)
      g_ptr_array_add (copy->elements[side], salon_card_element_copy (self->elements[side]->pdata[i]));
  }
  g_hash_table_iter_init (&iter, self->pictures);
  while (g_hash_table_iter_next (&iter, &name, &picture))
    g_hash_table_insert (copy->pictures, g_strdup (name), g_bytes_ref (picture));
  return copy;
}

/**
 * salon_card_design_ref:
 *
 * Returns: (transfer full): @self
 */
SalonCardDesign *
salon_card_design_ref (SalonCardDesign *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * salon_card_design_unref:
 * @self: (transfer full):
 */
void
salon_card_design_unref (SalonCardDesign *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (int side = 0; side < SALON_CARD_N_SIDES; side++) {
    g_ptr_array_unref (self->elements[side]);
    g_free (self->grounds[side].picture);
  }
  g_hash_table_unref (self->pictures);
  g_free (self->name);
  g_free (self);
}

static gboolean
sides_equal (const SalonCardDesign *a, const SalonCardDesign *b, int side)
{
  const SalonCardGround *one = &a->grounds[side];
  const SalonCardGround *two = &b->grounds[side];

  if (one->fill != two->fill || one->fill_to != two->fill_to || one->gradient != two->gradient
      || !g_str_equal (one->picture, two->picture) || a->elements[side]->len != b->elements[side]->len)
    return FALSE;
  for (guint i = 0; i < a->elements[side]->len; i++)
    if (!salon_card_element_equal (a->elements[side]->pdata[i], b->elements[side]->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * salon_card_design_equal:
 *
 * Returns: whether name, elements and pictures are the same
 */
gboolean
salon_card_design_equal (const SalonCardDesign *a, const SalonCardDesign *b)
{
  GHashTableIter iter;
  gpointer name = NULL, picture = NULL;

  if (!g_str_equal (a->name, b->name) || g_hash_table_size (a->pictures) != g_hash_table_size (b->pictures)
      || !sides_equal (a, b, SALON_CARD_FRONT) || !sides_equal (a, b, SALON_CARD_BACK))
    return FALSE;
  g_hash_table_iter_init (&iter, a->pictures);
  while (g_hash_table_iter_next (&iter, &name, &picture)) {
    GBytes *other = g_hash_table_lookup (b->pictures, name);

    if (other == NULL || !g_bytes_equal (picture, other))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_card_design_name:
 *
 * Returns: (transfer none): what the salon calls it
 */
const char *
salon_card_design_name (const SalonCardDesign *self)
{
  return self->name;
}

/**
 * salon_card_design_background:
 *
 * Returns: what lies below all elements of a side; its picture is borrowed from @self
 */
SalonCardBackground
salon_card_design_background (const SalonCardDesign *self, SalonCardSide side)
{
  const SalonCardGround *ground = &self->grounds[side];

  return (SalonCardBackground){ ground->fill, ground->fill_to, ground->gradient, ground->picture };
}

/**
 * salon_card_design_n_elements:
 *
 * Returns: how many elements the side has
 */
guint
salon_card_design_n_elements (const SalonCardDesign *self, SalonCardSide side)
{
  return self->elements[side]->len;
}

/**
 * salon_card_design_element:
 * @index: from 0, the lowest layer
 *
 * Returns: (transfer none): lives as long as @self
 */
const SalonCardElement *
salon_card_design_element (const SalonCardDesign *self, SalonCardSide side, guint index)
{
  g_return_val_if_fail (index < self->elements[side]->len, NULL);

  return self->elements[side]->pdata[index];
}

/**
 * salon_card_design_find:
 * @side: (out) (optional): where it is
 * @index: (out) (optional): its layer
 *
 * Returns: (transfer none) (nullable): the element with that id
 */
const SalonCardElement *
salon_card_design_find (const SalonCardDesign *self, guint id, SalonCardSide *side, guint *index)
{
  for (int s = 0; s < SALON_CARD_N_SIDES; s++)
    for (guint i = 0; i < self->elements[s]->len; i++) {
      const SalonCardElement *element = self->elements[s]->pdata[i];

      if (element->id != id)
        continue;
      if (side != NULL)
        *side = (SalonCardSide) s;
      if (index != NULL)
        *index = i;
      return element;
    }
  return NULL;
}

/**
 * salon_card_design_free_id:
 *
 * Returns: an id that no element has
 */
guint
salon_card_design_free_id (const SalonCardDesign *self)
{
  guint last = 0;

  for (int side = 0; side < SALON_CARD_N_SIDES; side++)
    for (guint i = 0; i < self->elements[side]->len; i++)
      last = MAX (last, ((const SalonCardElement *) self->elements[side]->pdata[i])->id);
  return last + 1;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/**
 * salon_card_design_pictures:
 *
 * Returns: (transfer full): the names of the pictures, sorted
 */
char **
salon_card_design_pictures (const SalonCardDesign *self)
{
  guint n = 0;
  g_autofree char **names = (char **) g_hash_table_get_keys_as_array (self->pictures, &n);

  qsort (names, n, sizeof *names, compare_names);
  return g_strdupv (names);
}

/**
 * salon_card_design_picture:
 *
 * Returns: (transfer none) (nullable): a JPEG or PNG file as it was given; it is decoded by card/pictures.h only
 */
GBytes *
salon_card_design_picture (const SalonCardDesign *self, const char *name)
{
  return g_hash_table_lookup (self->pictures, name);
}

/**
 * salon_card_design_uses_picture:
 *
 * Returns: whether an element or a side shows it
 */
gboolean
salon_card_design_uses_picture (const SalonCardDesign *self, const char *name)
{
  for (int side = 0; side < SALON_CARD_N_SIDES; side++) {
    if (g_str_equal (self->grounds[side].picture, name))
      return TRUE;
    for (guint i = 0; i < self->elements[side]->len; i++)
      if (g_str_equal (((const SalonCardElement *) self->elements[side]->pdata[i])->picture, name))
        return TRUE;
  }
  return FALSE;
}
