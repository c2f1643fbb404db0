/* A design while it is worked on.  A step of the history is the whole design as it was: designs are small and immutable, and
 * what did not change in one is not copied by hand but by the edits. */
#include "config.h"
#include "card/editing.h"

/* What comes back with a step: the design, and where one looked at it. */
typedef struct {
  SalonCardDesign *design;
  SalonCardSide side;
  GArray *selection;
} Step;

struct _SalonCardEditing {
  SalonCardDesign *design;
  SalonCardDesign *tried; /* NULL = nothing is being dragged */
  SalonCardSide side;
  GArray *selection; /* guint, in the order in which they were selected */
  GPtrArray *undo;   /* Step */
  GPtrArray *redo;   /* Step */
  char *merge;       /* what the last step was; the next of that name joins it */
};

static GArray *
ids_copy (const GArray *ids)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (guint));

  return g_array_append_vals (copy, ids->data, ids->len);
}

static void
step_free (Step *step)
{
  salon_card_design_unref (step->design);
  g_array_unref (step->selection);
  g_free (step);
}

static Step *
step_new (const SalonCardEditing *self)
{
  Step *step = g_new (Step, 1);

  *step = (Step){ salon_card_design_ref (self->design), self->side, ids_copy (self->selection) };
  return step;
}

/**
 * salon_card_editing_new:
 * @design: (transfer none): as it is opened
 *
 * Returns: (transfer full): with the front shown and nothing selected
 */
SalonCardEditing *
salon_card_editing_new (SalonCardDesign *design)
{
  SalonCardEditing *self = g_new0 (SalonCardEditing, 1);

  self->design = salon_card_design_ref (design);
  self->selection = g_array_new (FALSE, FALSE, sizeof (guint));
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  return self;
}

/**
 * salon_card_editing_free:
 */
void
salon_card_editing_free (SalonCardEditing *self)
{
  g_clear_pointer (&self->tried, salon_card_design_unref);
  salon_card_design_unref (self->design);
  g_array_unref (self->selection);
  g_ptr_array_unref (self->undo);
  g_ptr_array_unref (self->redo);
  g_free (self->merge);
  g_free (self);
}

/**
 * salon_card_editing_design:
 *
 * Returns: (transfer none): as it is to be kept
 */
SalonCardDesign *
salon_card_editing_design (const SalonCardEditing *self)
{
  return self->design;
}

/**
 * salon_card_editing_shown:
 *
 * Returns: (transfer none): as it is to be seen: with what is being dragged where the hand has it
 */
SalonCardDesign *
salon_card_editing_shown (const SalonCardEditing *self)
{
  return self->tried != NULL ? self->tried : self->design;
}

/**
 * salon_card_editing_side:
 *
 * Returns: the side that is worked on
 */
SalonCardSide
salon_card_editing_side (const SalonCardEditing *self)
{
  return self->side;
}

/**
 * salon_card_editing_set_side: turns the card over; nothing is selected then
 */
void
salon_card_editing_set_side (SalonCardEditing *self, SalonCardSide side)
{
  if (self->side == side)
    return;
  salon_card_editing_drop (self);
  salon_card_editing_seal (self);
  self->side = side;
  g_array_set_size (self->selection, 0);
}

/* ---- selection */

static int
place_of (const SalonCardEditing *self, guint id)
{
  for (guint i = 0; i < self->selection->len; i++)
    if (g_array_index (self->selection, guint, i) == id)
      return (int) i;
  return -1;
}

static gboolean
is_on_side (const SalonCardEditing *self, guint id)
{
  SalonCardSide side = SALON_CARD_FRONT;

  return salon_card_design_find (self->design, id, &side, NULL) != NULL && side == self->side;
}

/* After another design has come: what is not there any more is not selected any more. */
static void
clean_selection (SalonCardEditing *self)
{
  for (guint i = self->selection->len; i-- > 0;)
    if (!is_on_side (self, g_array_index (self->selection, guint, i)))
      g_array_remove_index (self->selection, i);
}

/**
 * salon_card_editing_selection:
 * @n: (out): how many
 *
 * Returns: (transfer none) (array length=n): ids of elements of the side that is shown
 */
const guint *
salon_card_editing_selection (const SalonCardEditing *self, guint *n)
{
  *n = self->selection->len;
  return (const guint *) (gconstpointer) self->selection->data;
}

/**
 * salon_card_editing_is_selected:
 *
 * Returns: whether that element is selected
 */
gboolean
salon_card_editing_is_selected (const SalonCardEditing *self, guint id)
{
  return place_of (self, id) >= 0;
}

/**
 * salon_card_editing_single:
 *
 * Returns: (transfer none) (nullable): the selected element, if it is one alone
 */
const SalonCardElement *
salon_card_editing_single (const SalonCardEditing *self)
{
  if (self->selection->len != 1)
    return NULL;
  return salon_card_design_find (salon_card_editing_shown (self), g_array_index (self->selection, guint, 0), NULL, NULL);
}

/**
 * salon_card_editing_box:
 *
 * Returns: the box around what is selected, as it is seen
 */
SalonCardBox
salon_card_editing_box (const SalonCardEditing *self)
{
  guint n = 0;
  const guint *ids = salon_card_editing_selection (self, &n);

  return salon_card_box_of (salon_card_editing_shown (self), ids, n);
}

/**
 * salon_card_editing_select:
 * @id: 0 = nothing
 */
void
salon_card_editing_select (SalonCardEditing *self, guint id)
{
  salon_card_editing_select_many (self, &id, id != 0 ? 1 : 0, FALSE);
}

/**
 * salon_card_editing_toggle: selects one more, or one less
 */
void
salon_card_editing_toggle (SalonCardEditing *self, guint id)
{
  int place = place_of (self, id);

  salon_card_editing_seal (self);
  if (place >= 0)
    g_array_remove_index (self->selection, (guint) place);
  else if (is_on_side (self, id))
    g_array_append_val (self->selection, id);
}

/**
 * salon_card_editing_select_many:
 * @add: what is selected stays selected
 */
void
salon_card_editing_select_many (SalonCardEditing *self, const guint *ids, guint n, gboolean add)
{
  salon_card_editing_seal (self);
  if (!add)
    g_array_set_size (self->selection, 0);
  for (guint i = 0; i < n; i++)
    if (is_on_side (self, ids[i]) && place_of (self, ids[i]) < 0)
      g_array_append_val (self->selection, ids[i]);
}

/**
 * salon_card_editing_select_all: everything on this side
 */
void
salon_card_editing_select_all (SalonCardEditing *self)
{
  salon_card_editing_select (self, 0);
  for (guint i = 0; i < salon_card_design_n_elements (self->design, self->side); i++)
    g_array_append_val (self->selection, salon_card_design_element (self->design, self->side, i)->id);
}

/**
 * salon_card_editing_step:
 * @step: 1 or -1: the next or the previous layer becomes the only selected one; after the last comes the first
 */
void
salon_card_editing_step (SalonCardEditing *self, int step)
{
  int n = (int) salon_card_design_n_elements (self->design, self->side);
  guint last = self->selection->len > 0 ? g_array_index (self->selection, guint, self->selection->len - 1) : 0;
  guint index = 0;

  if (n == 0)
    return;
  if (last == 0)
    index = step > 0 ? 0 : (guint) n - 1;
  else if (salon_card_design_find (self->design, last, NULL, &index) != NULL)
    index = (guint) (((int) index + step + n) % n);
  salon_card_editing_select (self, salon_card_design_element (self->design, self->side, index)->id);
}

/* ---- history */

static void
take (SalonCardEditing *self, SalonCardDesign *design)
{
  salon_card_design_unref (self->design);
  self->design = design;
  clean_selection (self);
}

/**
 * salon_card_editing_apply:
 * @design: (transfer full) (nullable): as an edit made it; %NULL = the edit could not be made
 * @merge: (nullable): what was done; several of one name in a row, with one selection, are undone as one
 *
 * Returns: whether the design is another one now
 */
gboolean
salon_card_editing_apply (SalonCardEditing *self, SalonCardDesign *design, const char *merge)
{
  gboolean joins = merge != NULL && g_strcmp0 (merge, self->merge) == 0;

  salon_card_editing_drop (self);
  if (design == NULL)
    return FALSE;
  if (salon_card_design_equal (design, self->design)) {
    salon_card_design_unref (design);
    return FALSE;
  }
  if (!joins)
    g_ptr_array_add (self->undo, step_new (self));
  if (self->undo->len > SALON_CARD_UNDO_STEPS)
    g_ptr_array_remove_index (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  g_free (self->merge);
  self->merge = g_strdup (merge);
  take (self, design);
  return TRUE;
}

/**
 * salon_card_editing_seal: the next edit is a step of its own, whatever it is
 */
void
salon_card_editing_seal (SalonCardEditing *self)
{
  g_clear_pointer (&self->merge, g_free);
}

/**
 * salon_card_editing_try:
 * @design: (transfer full): what is seen while something is dragged; the history does not know it
 */
void
salon_card_editing_try (SalonCardEditing *self, SalonCardDesign *design)
{
  salon_card_editing_drop (self);
  self->tried = design;
}

/**
 * salon_card_editing_keep:
 *
 * What was dragged stays where it is.
 *
 * Returns: whether the design is another one now
 */
gboolean
salon_card_editing_keep (SalonCardEditing *self)
{
  salon_card_editing_seal (self);
  return salon_card_editing_apply (self, g_steal_pointer (&self->tried), NULL);
}

/**
 * salon_card_editing_drop: what was dragged goes back
 */
void
salon_card_editing_drop (SalonCardEditing *self)
{
  g_clear_pointer (&self->tried, salon_card_design_unref);
}

static gboolean
go (SalonCardEditing *self, GPtrArray *from, GPtrArray *to)
{
  Step *step = NULL;

  salon_card_editing_drop (self);
  salon_card_editing_seal (self);
  if (from->len == 0)
    return FALSE;
  g_ptr_array_add (to, step_new (self));
  step = g_ptr_array_steal_index (from, from->len - 1);
  self->side = step->side;
  g_array_set_size (self->selection, 0);
  g_array_append_vals (self->selection, step->selection->data, step->selection->len);
  take (self, salon_card_design_ref (step->design));
  step_free (step);
  return TRUE;
}

/**
 * salon_card_editing_undo:
 *
 * Returns: whether there was something to undo; the side and the selection are those of then
 */
gboolean
salon_card_editing_undo (SalonCardEditing *self)
{
  return go (self, self->undo, self->redo);
}

/**
 * salon_card_editing_redo:
 *
 * Returns: whether something was undone before
 */
gboolean
salon_card_editing_redo (SalonCardEditing *self)
{
  return go (self, self->redo, self->undo);
}

/**
 * salon_card_editing_can_undo:
 */
gboolean
salon_card_editing_can_undo (const SalonCardEditing *self)
{
  return self->undo->len > 0;
}

/**
 * salon_card_editing_can_redo:
 */
gboolean
salon_card_editing_can_redo (const SalonCardEditing *self)
{
  return self->redo->len > 0;
}
