/* What stands in a table: rows of bands of texts.  Built from left to right and from top to bottom. */
#include "report/table.h"

static void
clear_column (gpointer data)
{
  SalonSheetColumn *column = data;

  g_free (column->heading);
}

static void
clear_text (gpointer data)
{
  SalonSheetText *text = data;

  g_free (text->text);
}

static void
free_row (gpointer data)
{
  SalonSheetRow *row = data;

  g_ptr_array_unref (row->bands);
  g_free (row);
}

/**
 * salon_sheet_table_new:
 *
 * Returns: (transfer full): without columns and rows
 */
SalonSheetTable *
salon_sheet_table_new (void)
{
  SalonSheetTable *self = g_new0 (SalonSheetTable, 1);

  self->columns = g_array_new (FALSE, FALSE, sizeof (SalonSheetColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

/**
 * salon_sheet_table_free:
 * @self: (transfer full):
 */
void
salon_sheet_table_free (SalonSheetTable *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * salon_sheet_table_add_column:
 * @width: in points; 0 = a part of what is left
 * @share: how large that part is, beside those of the others
 */
void
salon_sheet_table_add_column (SalonSheetTable *self, const char *heading, double width, double share)
{
  SalonSheetColumn column = { g_strdup (heading), width, share, FALSE };

  g_array_append_val (self->columns, column);
}

/**
 * salon_sheet_table_set_to_the_right: texts of a column end at its right edge, as numbers do
 */
void
salon_sheet_table_set_to_the_right (SalonSheetTable *self, guint column)
{
  g_return_if_fail (column < self->columns->len);
  g_array_index (self->columns, SalonSheetColumn, column).to_the_right = TRUE;
}

static SalonSheetRow *
last_row (const SalonSheetTable *self)
{
  g_return_val_if_fail (self->rows->len > 0, NULL);
  return self->rows->pdata[self->rows->len - 1];
}

/**
 * salon_sheet_table_set_sum: the last row is the sum of what stands above it
 */
void
salon_sheet_table_set_sum (SalonSheetTable *self)
{
  last_row (self)->is_sum = TRUE;
}

/**
 * salon_sheet_table_set_keeps_next: the last row does not stand alone at the foot of a page
 */
void
salon_sheet_table_set_keeps_next (SalonSheetTable *self)
{
  last_row (self)->keeps_next = TRUE;
}

/**
 * salon_sheet_table_add_row:
 *
 * Begins a row; what is added next stands in its first band.
 */
void
salon_sheet_table_add_row (SalonSheetTable *self, gboolean is_shaded)
{
  SalonSheetRow *row = g_new0 (SalonSheetRow, 1);

  row->is_shaded = is_shaded;
  row->bands = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_ptr_array_add (self->rows, row);
  salon_sheet_table_add_band (self);
}

/**
 * salon_sheet_table_add_band:
 *
 * What is added next stands in the same row, below all that is in it.
 */
void
salon_sheet_table_add_band (SalonSheetTable *self)
{
  SalonSheetRow *row = NULL;
  GArray *band = g_array_new (FALSE, FALSE, sizeof (SalonSheetText));

  g_return_if_fail (self->rows->len > 0);
  row = self->rows->pdata[self->rows->len - 1];
  g_array_set_clear_func (band, clear_text);
  g_ptr_array_add (row->bands, band);
}

/**
 * salon_sheet_table_add_text:
 * @column: not left of those that were used in this band already
 * @span: over so many columns
 * @text: (nullable): nothing is added without it
 */
void
salon_sheet_table_add_text (SalonSheetTable *self, guint column, guint span, SalonStyle style, const char *text)
{
  const SalonSheetRow *row = NULL;
  SalonSheetText cell = { column, span, style, g_strdup (text) };

  g_return_if_fail (self->rows->len > 0 && column + span <= self->columns->len);
  if (text == NULL || *text == '\0') {
    g_free (cell.text);
    return;
  }
  row = self->rows->pdata[self->rows->len - 1];
  g_array_append_val ((GArray *) row->bands->pdata[row->bands->len - 1], cell);
}
