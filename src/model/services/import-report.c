/* What an import says of the rows of a list. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/services/import-base.h"
#include "model/services/import.h"

static void
row_free (gpointer data)
{
  SalonImportRow *row = data;

  g_free (row->reason);
  g_free (row->name);
  g_clear_pointer (&row->cells, g_array_unref);
  g_free (row);
}

/**
 * salon_import_report_new:
 *
 * Returns: (transfer full): a report of no rows
 */
SalonImportReport *
salon_import_report_new (void)
{
  SalonImportReport *self = g_new0 (SalonImportReport, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

/**
 * salon_import_report_free: frees a report
 */
void
salon_import_report_free (SalonImportReport *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * salon_import_report_add:
 * @row: (transfer full): its parts are taken over
 *
 * Counts one row; keeps it if it was rejected or is among the first of its outcome.
 */
void
salon_import_report_add (SalonImportReport *self, SalonImportRow *row)
{
  self->n_rows++;
  self->counts[row->outcome]++;
  if (row->outcome == SALON_IMPORT_EMPTY
      || (row->outcome != SALON_IMPORT_REJECTED && self->counts[row->outcome] > SALON_IMPORT_MOST_SAMPLES)) {
    row_free (row);
    return;
  }
  g_ptr_array_add (self->rows, row);
}

/* ---- rejected rows as a sheet */

static gboolean
begin (const SalonImportLayout *layout, SalonRowWriter *writer, GError **error)
{
  guint n = layout->columns->len;
  g_autofree SalonColumnHead *heads = g_new0 (SalonColumnHead, n + 1);

  for (guint i = 0; i < n; i++) {
    const SalonImportColumn *column = salon_import_layout_column (layout, i);

    heads[i].key = salon_import_field_key (column->field);
    heads[i].heading = column->heading != NULL ? column->heading : salon_import_field_label (column->field);
    heads[i].kind = SALON_CELL_TEXT;
  }
  heads[n] = (SalonColumnHead){ "reason", _("Reason"), SALON_CELL_TEXT };
  return salon_row_writer_begin (writer, heads, n + 1, error);
}

static gboolean
write_row (const SalonImportRow *row, guint n_columns, SalonRowWriter *writer, GError **error)
{
  g_autoptr (GArray) cells = salon_cells_new ();

  g_array_set_size (cells, n_columns + 1);
  for (guint i = 0; i < n_columns && i < row->cells->len; i++) {
    SalonCell *cell = &g_array_index (cells, SalonCell, i);
    const SalonCell *from = &g_array_index (row->cells, SalonCell, i);

    *cell = *from;
    cell->text = g_strdup (from->text);
  }
  salon_cell_set_text (&g_array_index (cells, SalonCell, n_columns), row->reason);
  return salon_row_writer_row (writer, cells, error);
}

/**
 * salon_import_report_write_rejected:
 * @layout: of the list
 *
 * Writes the rows that were rejected as a sheet of the same columns with the reason behind, to be put right and imported
 * again.
 */
gboolean
salon_import_report_write_rejected (const SalonImportReport *self, const SalonImportLayout *layout, SalonRowWriter *writer,
                                    GError **error)
{
  if (!begin (layout, writer, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++) {
    const SalonImportRow *row = self->rows->pdata[i];

    if (row->outcome == SALON_IMPORT_REJECTED && !write_row (row, layout->columns->len, writer, error))
      return FALSE;
  }
  return salon_row_writer_finish (writer, error);
}
