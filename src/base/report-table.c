/* Tables that answer a report. */
#include "base/report-table.h"

#include <string.h>

static void
clear_column (gpointer data)
{
  SalonReportColumn *self = data;

  g_free (self->key);
  g_free (self->heading);
}

static void
row_free (gpointer data)
{
  SalonReportRow *self = data;

  g_free (self->path);
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * salon_report_table_new:
 * @title: translated
 * @currency: (transfer none): of its amounts; currencies are never freed
 *
 * Returns: (transfer full): a table without columns and rows
 */
SalonReportTable *
salon_report_table_new (const char *title, const SalonCurrency *currency)
{
  SalonReportTable *self = g_new0 (SalonReportTable, 1);

  self->title = g_strdup (title);
  self->currency = currency;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_array_new (FALSE, TRUE, sizeof (SalonReportColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

/**
 * salon_report_table_free: frees a table with its chart
 */
void
salon_report_table_free (SalonReportTable *self)
{
  g_free (self->title);
  g_free (self->subtitle);
  g_ptr_array_unref (self->notes);
  g_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->chart, salon_chart_free);
  g_free (self);
}

/**
 * salon_report_table_add_note:
 * @note: a whole sentence, translated
 */
void
salon_report_table_add_note (SalonReportTable *self, const char *note)
{
  g_ptr_array_add (self->notes, g_strdup (note));
}

/**
 * salon_report_table_add_column:
 * @key: "sold"
 * @heading: translated
 *
 * All columns come before the first row.
 *
 * Returns: the index of the column
 */
guint
salon_report_table_add_column (SalonReportTable *self, const char *key, const char *heading, SalonReportUnit unit,
                               SalonReportRole role)
{
  SalonReportColumn column = { g_strdup (key), g_strdup (heading), unit, role, self->columns->len };

  g_return_val_if_fail (self->rows->len == 0, 0);
  g_array_append_val (self->columns, column);
  return self->columns->len - 1;
}

/**
 * salon_report_table_add_column_of:
 * @of: the column of a measure
 * @role: what of it: before, change or share
 * @heading: translated
 *
 * Returns: the index of the column
 */
guint
salon_report_table_add_column_of (SalonReportTable *self, guint of, SalonReportRole role, const char *heading)
{
  static const char *const suffixes[] = {
    [SALON_REPORT_BEFORE] = "before",
    [SALON_REPORT_CHANGE] = "change",
    [SALON_REPORT_SHARE] = "share",
  };
  const SalonReportColumn *measure = salon_report_table_column (self, of);
  g_autofree char *key = g_strdup_printf ("%s.%s", measure->key, suffixes[role]);
  SalonReportUnit unit = role == SALON_REPORT_BEFORE ? measure->unit : SALON_REPORT_PERCENT;
  guint index = salon_report_table_add_column (self, key, heading, unit, role);

  g_array_index (self->columns, SalonReportColumn, index).of = of;
  return index;
}

/**
 * salon_report_table_add_row:
 * @path: (array length=level) (nullable): copied
 *
 * Returns: (transfer none): a row whose cells are all empty
 */
SalonReportRow *
salon_report_table_add_row (SalonReportTable *self, SalonReportRowKind kind, const gint64 *path, guint level)
{
  SalonReportRow *row = g_new0 (SalonReportRow, 1);

  row->kind = kind;
  row->level = level;
  row->path = g_new0 (gint64, MAX (level, 1));
  if (level > 0)
    memcpy (row->path, path, level * sizeof *path);
  row->cells = salon_cells_new ();
  g_array_set_size (row->cells, self->columns->len);
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * salon_report_row_set_text:
 * @text: (nullable): copied
 */
void
salon_report_row_set_text (SalonReportRow *self, guint column, const char *text)
{
  salon_cell_set_text (&g_array_index (self->cells, SalonCell, column), text);
}

/**
 * salon_report_row_set_value:
 * @unit: of the column
 * @value: in that unit
 */
void
salon_report_row_set_value (SalonReportRow *self, guint column, SalonReportUnit unit, gint64 value)
{
  SalonCellKind kind = unit == SALON_REPORT_MONEY     ? SALON_CELL_MONEY
                       : unit == SALON_REPORT_PERCENT ? SALON_CELL_PERCENT
                       : unit == SALON_REPORT_DAY     ? SALON_CELL_DAY
                                                      : SALON_CELL_INTEGER;

  salon_cell_set_integer (&g_array_index (self->cells, SalonCell, column), kind, value);
}

/**
 * salon_report_table_column:
 *
 * Returns: (transfer none): the column of that index
 */
const SalonReportColumn *
salon_report_table_column (const SalonReportTable *self, guint column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);
  return &g_array_index (self->columns, SalonReportColumn, column);
}

/**
 * salon_report_table_row:
 *
 * Returns: (transfer none): the row of that index
 */
const SalonReportRow *
salon_report_table_row (const SalonReportTable *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return self->rows->pdata[row];
}

/**
 * salon_report_table_cell:
 *
 * Returns: (transfer none): one cell
 */
const SalonCell *
salon_report_table_cell (const SalonReportTable *self, guint row, guint column)
{
  const SalonReportRow *one = salon_report_table_row (self, row);

  g_return_val_if_fail (column < one->cells->len, NULL);
  return &g_array_index (one->cells, SalonCell, column);
}

/**
 * salon_report_table_find_column:
 *
 * Returns: the index of the column of that key, -1 if there is none
 */
int
salon_report_table_find_column (const SalonReportTable *self, const char *key)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (g_str_equal (salon_report_table_column (self, i)->key, key))
      return (int) i;
  return -1;
}

/**
 * salon_report_table_cell_text:
 *
 * Returns: (transfer full): the cell as it is shown, in the program's language; a change carries its sign; "" if there is
 *   nothing in it
 */
char *
salon_report_table_cell_text (const SalonReportTable *self, guint row, guint column)
{
  const SalonCell *cell = salon_report_table_cell (self, row, column);
  const SalonReportColumn *about = salon_report_table_column (self, column);
  g_autofree char *text = NULL;

  if (cell->kind == SALON_CELL_EMPTY)
    return g_strdup ("");
  if (cell->kind == SALON_CELL_TEXT)
    return g_strdup (cell->text);
  text = salon_report_value_text (cell->integer, about->unit, self->currency);
  if (about->role == SALON_REPORT_CHANGE && cell->integer > 0)
    return g_strconcat ("+", text, NULL);
  return g_steal_pointer (&text);
}
