/* What the designer does with what is selected.  Each answers whether the design is another one now. */
#include "config.h"

#include "card/editing.h"

/**
 * salon_card_editing_nudge:
 * @dx: micrometres
 * @dy: micrometres
 *
 * Moves what is selected; many small steps in a row are undone as one.
 */
gboolean
salon_card_editing_nudge (SalonCardEditing *self, int dx, int dy)
{
  guint n = 0;
  const guint *ids = salon_card_editing_selection (self, &n);

  return n > 0 && salon_card_editing_apply (self, salon_card_design_move (salon_card_editing_design (self), ids, n, dx, dy), "nudge");
}

/**
 * salon_card_editing_add:
 *
 * Puts a new element on top of the side that is shown and selects it.
 */
gboolean
salon_card_editing_add (SalonCardEditing *self, const SalonCardElement *element, GError **error)
{
  guint id = 0;
  SalonCardDesign *design =
      salon_card_design_add (salon_card_editing_design (self), salon_card_editing_side (self), element, &id, error);

  if (!salon_card_editing_apply (self, design, NULL))
    return FALSE;
  salon_card_editing_select (self, id);
  return TRUE;
}

/**
 * salon_card_editing_change:
 * @element: borrowed; with the id of the one it is instead of
 * @merge: (nullable): see salon_card_editing_apply()
 */
gboolean
salon_card_editing_change (SalonCardEditing *self, const SalonCardElement *element, const char *merge, GError **error)
{
  return salon_card_editing_apply (self, salon_card_design_change (salon_card_editing_design (self), element, error), merge);
}

/**
 * salon_card_editing_remove: what is selected
 */
gboolean
salon_card_editing_remove (SalonCardEditing *self)
{
  guint n = 0;
  const guint *ids = salon_card_editing_selection (self, &n);

  return n > 0 && salon_card_editing_apply (self, salon_card_design_remove (salon_card_editing_design (self), ids, n), NULL);
}

/**
 * salon_card_editing_duplicate: what is selected; the copies are selected then
 */
gboolean
salon_card_editing_duplicate (SalonCardEditing *self, GError **error)
{
  guint n = 0;
  const guint *ids = salon_card_editing_selection (self, &n);
  g_autofree guint *copies = g_new0 (guint, n + 1);

  if (n == 0
      || !salon_card_editing_apply (self, salon_card_design_duplicate (salon_card_editing_design (self), ids, n, copies, error), NULL))
    return FALSE;
  salon_card_editing_select_many (self, copies, n, FALSE);
  return TRUE;
}

/* Those that go up begin with the highest, so that they do not overtake each other; to the top, with the lowest. */
static int
compare_layers (gconstpointer a, gconstpointer b, gpointer data)
{
  guint one = 0, two = 0;

  salon_card_design_find (data, *(const guint *) a, NULL, &one);
  salon_card_design_find (data, *(const guint *) b, NULL, &two);
  return (one > two) - (one < two);
}

static gboolean
can_step (SalonCardDesign *design, SalonCardSide side, const guint *ids, guint n, SalonCardRestack step)
{
  guint index = 0;

  if (step != SALON_CARD_HIGHER && step != SALON_CARD_LOWER)
    return TRUE;
  salon_card_design_find (design, step == SALON_CARD_HIGHER ? ids[n - 1] : ids[0], NULL, &index);
  return step == SALON_CARD_HIGHER ? index + 1 < salon_card_design_n_elements (design, side) : index > 0;
}

/**
 * salon_card_editing_restack: moves what is selected to other layers; their order among themselves stays
 */
gboolean
salon_card_editing_restack (SalonCardEditing *self, SalonCardRestack step)
{
  gboolean from_top = step == SALON_CARD_HIGHER || step == SALON_CARD_TO_BOTTOM;
  guint n = 0;
  const guint *selected = salon_card_editing_selection (self, &n);
  g_autofree guint *ids = g_memdup2 (selected, n * sizeof *selected);
  SalonCardDesign *design = salon_card_design_ref (salon_card_editing_design (self));

  if (n > 0)
    g_qsort_with_data (ids, (int) n, sizeof *ids, compare_layers, design);
  for (guint i = 0; n > 0 && can_step (salon_card_editing_design (self), salon_card_editing_side (self), ids, n, step) && i < n; i++) {
    SalonCardDesign *next = salon_card_design_restack (design, ids[from_top ? n - 1 - i : i], step);

    salon_card_design_unref (design);
    design = next;
  }
  return salon_card_editing_apply (self, design, NULL);
}

/**
 * salon_card_editing_place:
 * @index: the layer it shall be, from the lowest
 */
gboolean
salon_card_editing_place (SalonCardEditing *self, guint id, guint index)
{
  SalonCardDesign *design = salon_card_design_ref (salon_card_editing_design (self));
  guint at = 0;

  while (salon_card_design_find (design, id, NULL, &at) != NULL && at != index) {
    SalonCardDesign *next = salon_card_design_restack (design, id, at < index ? SALON_CARD_HIGHER : SALON_CARD_LOWER);
    gboolean stuck = salon_card_design_equal (next, design);

    salon_card_design_unref (design);
    design = next;
    if (stuck)
      break;
  }
  return salon_card_editing_apply (self, design, NULL);
}

/**
 * salon_card_editing_align: one with the card, several with each other
 */
gboolean
salon_card_editing_align (SalonCardEditing *self, SalonCardAlign align)
{
  guint n = 0;
  const guint *ids = salon_card_editing_selection (self, &n);

  return n > 0 && salon_card_editing_apply (self, salon_card_design_align (salon_card_editing_design (self), ids, n, align), NULL);
}

/**
 * salon_card_editing_distribute: the same gap between three or more
 */
gboolean
salon_card_editing_distribute (SalonCardEditing *self, gboolean down)
{
  guint n = 0;
  const guint *ids = salon_card_editing_selection (self, &n);

  return n > 2 && salon_card_editing_apply (self, salon_card_design_distribute (salon_card_editing_design (self), ids, n, down), NULL);
}

/**
 * salon_card_editing_copy:
 *
 * Returns: (transfer full) (element-type SalonCardElement): what is selected, from the lowest layer up
 */
GPtrArray *
salon_card_editing_copy (const SalonCardEditing *self)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_card_element_free);
  SalonCardDesign *design = salon_card_editing_design (self);
  SalonCardSide side = salon_card_editing_side (self);

  for (guint i = 0; i < salon_card_design_n_elements (design, side); i++) {
    const SalonCardElement *element = salon_card_design_element (design, side, i);

    if (salon_card_editing_is_selected (self, element->id))
      g_ptr_array_add (copies, salon_card_element_copy (element));
  }
  return copies;
}

static gboolean
is_taken (SalonCardDesign *design, SalonCardSide side, const SalonCardElement *element)
{
  for (guint i = 0; i < salon_card_design_n_elements (design, side); i++) {
    const SalonCardElement *other = salon_card_design_element (design, side, i);

    if (other->kind == element->kind && other->x == element->x && other->y == element->y && other->width == element->width)
      return TRUE;
  }
  return FALSE;
}

/**
 * salon_card_editing_paste:
 * @elements: (element-type SalonCardElement): as salon_card_editing_copy() gave them, of this design or of another
 *
 * Puts them on the side that is shown and selects them: where they were, or a little beside what lies there already.
 */
gboolean
salon_card_editing_paste (SalonCardEditing *self, GPtrArray *elements, GError **error)
{
  g_autoptr (SalonCardDesign) design = salon_card_design_ref (salon_card_editing_design (self));
  SalonCardSide side = salon_card_editing_side (self);
  g_autofree guint *ids = g_new0 (guint, elements->len + 1);

  for (guint i = 0; i < elements->len; i++) {
    g_autoptr (SalonCardElement) element = salon_card_element_copy (elements->pdata[i]);
    SalonCardDesign *next = NULL;

    while (is_taken (design, side, element)) {
      element->x += 2000;
      element->y += 2000;
    }
    next = salon_card_design_add (design, side, element, &ids[i], error);
    if (next == NULL)
      return FALSE;
    salon_card_design_unref (design);
    design = next;
  }
  if (!salon_card_editing_apply (self, g_steal_pointer (&design), NULL))
    return FALSE;
  salon_card_editing_select_many (self, ids, elements->len, FALSE);
  return TRUE;
}
