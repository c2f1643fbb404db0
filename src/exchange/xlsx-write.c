/* Rows as one sheet of an Excel file. */
#include "config.h"

#include "exchange/xlsx-out.h"
#include "exchange/xlsx-write.h"

#include <math.h>

struct _SalonXlsxWriter {
  GObject parent_instance;
  SalonXlsxOut *out;
  lxw_format *heading, *integer, *money, *percent, *day, *minute;
  int decimals;
};

static void salon_xlsx_writer_iface_init (SalonRowWriterInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SalonXlsxWriter, salon_xlsx_writer, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (SALON_TYPE_ROW_WRITER, salon_xlsx_writer_iface_init))

static void
add_formats (SalonXlsxWriter *self)
{
  const char *const amounts[] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000" };

  self->heading = salon_xlsx_out_format (self->out, 0);
  format_set_bold (self->heading);
  self->integer = salon_xlsx_out_format (self->out, SALON_XLSX_INTEGER);
  self->percent = salon_xlsx_out_format (self->out, SALON_XLSX_PERCENT);
  self->day = salon_xlsx_out_format (self->out, SALON_XLSX_DAY);
  self->minute = salon_xlsx_out_format (self->out, SALON_XLSX_MINUTE);
  self->money = salon_xlsx_out_format (self->out, 0);
  format_set_num_format (self->money, amounts[CLAMP (self->decimals, 0, 3)]);
}

static lxw_error
write_cell (SalonXlsxWriter *self, guint column, const SalonCell *cell)
{
  SalonXlsxOut *out = self->out;

  switch (cell->kind) {
  case SALON_CELL_TEXT:
    return salon_xlsx_out_text (out, column, cell->text, out->text);
  case SALON_CELL_NUMBER:
    return isfinite (cell->number) ? salon_xlsx_out_number (out, column, cell->number, 12, NULL) : LXW_NO_ERROR;
  case SALON_CELL_INTEGER:
    return salon_xlsx_out_fixed (out, column, cell->integer, 0, self->integer);
  case SALON_CELL_MONEY:
    return salon_xlsx_out_fixed (out, column, cell->integer, self->decimals, self->money);
  case SALON_CELL_PERCENT:
    return salon_xlsx_out_fixed (out, column, cell->integer, 4, self->percent);
  case SALON_CELL_DAY:
    return salon_xlsx_out_day (out, column, cell->integer, self->day);
  case SALON_CELL_MINUTE:
    return salon_xlsx_out_minute (out, column, cell->integer, self->minute);
  case SALON_CELL_BOOLEAN:
    return worksheet_write_boolean (out->sheet, out->n_rows, (lxw_col_t) column, cell->integer != 0, NULL);
  case SALON_CELL_EMPTY:
  default:
    return LXW_NO_ERROR;
  }
}

static gboolean
salon_xlsx_writer_begin (SalonRowWriter *writer, const SalonColumnHead *heads, guint n_heads, GError **error)
{
  SalonXlsxWriter *self = SALON_XLSX_WRITER (writer);

  for (guint i = 0; i < n_heads; i++) {
    lxw_error cause = salon_xlsx_out_text (self->out, i, heads[i].heading, self->heading);

    /* the button of the filter */
    salon_xlsx_out_widen (self->out, i, salon_xlsx_out_width_of (heads[i].heading) + 3);
    if (cause != LXW_NO_ERROR)
      return salon_xlsx_out_refuse (self->out, cause, error);
  }
  self->out->n_rows = 1;
  return TRUE;
}

static gboolean
salon_xlsx_writer_row (SalonRowWriter *writer, const GArray *cells, GError **error)
{
  SalonXlsxWriter *self = SALON_XLSX_WRITER (writer);

  if (self->out->n_rows >= SALON_XLSX_MAX_ROWS)
    return salon_xlsx_out_refuse (self->out, LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, error);
  for (guint i = 0; i < cells->len; i++) {
    lxw_error cause = write_cell (self, i, &g_array_index (cells, SalonCell, i));

    if (cause != LXW_NO_ERROR)
      return salon_xlsx_out_refuse (self->out, cause, error);
  }
  self->out->n_rows++;
  return TRUE;
}

static gboolean
salon_xlsx_writer_finish (SalonRowWriter *writer, GError **error)
{
  SalonXlsxOut *out = SALON_XLSX_WRITER (writer)->out;

  if (out->widths->len > 0)
    worksheet_autofilter (out->sheet, 0, 0, out->n_rows - 1, (lxw_col_t) (out->widths->len - 1));
  worksheet_freeze_panes (out->sheet, 1, 0);
  return salon_xlsx_out_close (out, error) && salon_draft_finish (out->draft, error);
}

static void
salon_xlsx_writer_iface_init (SalonRowWriterInterface *iface)
{
  iface->begin = salon_xlsx_writer_begin;
  iface->row = salon_xlsx_writer_row;
  iface->finish = salon_xlsx_writer_finish;
}

static void
salon_xlsx_writer_finalize (GObject *object)
{
  SalonXlsxWriter *self = SALON_XLSX_WRITER (object);

  g_clear_pointer (&self->out, salon_xlsx_out_free);
  G_OBJECT_CLASS (salon_xlsx_writer_parent_class)->finalize (object);
}

static void
salon_xlsx_writer_class_init (SalonXlsxWriterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_xlsx_writer_finalize;
}

static void
salon_xlsx_writer_init (SalonXlsxWriter *self)
{
}

/**
 * salon_xlsx_writer_new:
 * @path: where the file is to be; one that is there is replaced when the new one is whole
 * @currency: of the amounts
 * @sheet_title: cut to what Excel allows
 *
 * Texts are always written as texts, never as formulas or links.
 *
 * Returns: (transfer full) (nullable): %NULL with a sentence that names the file
 */
SalonRowWriter *
salon_xlsx_writer_new (const char *path, const SalonCurrency *currency, const char *sheet_title, GError **error)
{
  SalonXlsxOut *out = salon_xlsx_out_new (path, sheet_title, error);
  SalonXlsxWriter *self = NULL;

  if (out == NULL)
    return NULL;
  self = g_object_new (SALON_TYPE_XLSX_WRITER, NULL);
  self->out = out;
  self->decimals = currency->decimals;
  add_formats (self);
  return SALON_ROW_WRITER (self);
}
