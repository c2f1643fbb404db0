/* Values of sheets. */
#include "base/cell.h"

/**
 * salon_cell_clear: makes a cell empty and frees what it holds
 */
void
salon_cell_clear (SalonCell *self)
{
  g_free (self->text);
  *self = (SalonCell){ 0 };
}

/**
 * salon_cell_take_text:
 * @text: (transfer full) (nullable): %NULL or an empty text make an empty cell
 */
void
salon_cell_take_text (SalonCell *self, char *text)
{
  salon_cell_clear (self);
  if (text == NULL || *text == '\0') {
    g_free (text);
    return;
  }
  self->kind = SALON_CELL_TEXT;
  self->text = text;
}

/**
 * salon_cell_set_text:
 * @text: (nullable): copied
 */
void
salon_cell_set_text (SalonCell *self, const char *text)
{
  salon_cell_take_text (self, g_strdup (text));
}

/**
 * salon_cell_set_number: a number as a file says it
 */
void
salon_cell_set_number (SalonCell *self, double number)
{
  salon_cell_clear (self);
  self->kind = SALON_CELL_NUMBER;
  self->number = number;
}

/**
 * salon_cell_set_integer:
 * @kind: one of the kinds that hold an integer
 */
void
salon_cell_set_integer (SalonCell *self, SalonCellKind kind, gint64 value)
{
  g_return_if_fail (kind >= SALON_CELL_INTEGER);
  salon_cell_clear (self);
  self->kind = kind;
  self->integer = value;
}

/**
 * salon_cell_equal:
 *
 * Returns: whether both say the same in the same kind
 */
gboolean
salon_cell_equal (const SalonCell *a, const SalonCell *b)
{
  if (a->kind != b->kind)
    return FALSE;
  if (a->kind == SALON_CELL_NUMBER)
    return a->number <= b->number && a->number >= b->number;
  return a->integer == b->integer && g_strcmp0 (a->text, b->text) == 0;
}

/**
 * salon_cells_new:
 *
 * Returns: (transfer full) (element-type SalonCell): a row without cells
 */
GArray *
salon_cells_new (void)
{
  GArray *cells = g_array_new (FALSE, TRUE, sizeof (SalonCell));

  g_array_set_clear_func (cells, (GDestroyNotify) salon_cell_clear);
  return cells;
}
