/* Title and period above, a heading that stays, rows with sums set off, notes below; the chart beside the table.
 *
 * Every number is a number with the format of its unit, every text is a text. */
#include "config.h"

#include "exchange/report-rows.h"
#include "exchange/report-xlsx-chart.h"
#include "exchange/report-xlsx.h"
#include "exchange/xlsx-axis.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

#define TITLE_SIZE  14
#define SHADE       0xF2F2F2
#define LINE        0x808080
#define N_UNITS     (SALON_REPORT_TEXT + 1)
#define N_KINDS     (SALON_REPORT_TOTAL + 1)
#define MAX_OUTLINE 7 /* groups in groups that Excel folds */
#define PAPER_A4    9
#define CHECK_EVERY 256 /* rows between looks at the cancellable */

typedef struct {
  const SalonReportTable *table;
  SalonXlsxOut *out;
  char *name; /* of the first sheet, as Excel takes it */
  lxw_row_t heading_row;
  lxw_format *heading[2];                       /* of texts, of numbers */
  lxw_format *formats[N_UNITS][N_KINDS][2]; /* when they are needed; of changes with their sign */
} Book;

static gboolean
is_number (const SalonReportTable *table, guint column)
{
  SalonReportUnit unit = salon_report_table_column (table, column)->unit;

  return unit != SALON_REPORT_TEXT && unit != SALON_REPORT_DAY;
}

/* ---- formats */

static void
set_number_format (lxw_format *format, SalonReportUnit unit, gboolean signed_too, const SalonCurrency *currency)
{
  g_autofree char *code = salon_report_xlsx_number_format (unit, currency);
  g_autofree char *change = signed_too ? g_strdup_printf ("+%s;-%s;%s", code, code, code) : NULL;

  if (unit == SALON_REPORT_DAY)
    format_set_num_format_index (format, SALON_XLSX_DAY);
  else if (unit == SALON_REPORT_TEXT)
    format_set_num_format_index (format, SALON_XLSX_TEXT);
  else
    format_set_num_format (format, change != NULL ? change : code);
}

static void
set_off (lxw_format *format, SalonReportRowKind kind)
{
  if (kind == SALON_REPORT_SUBTOTAL || kind == SALON_REPORT_TOTAL)
    format_set_bold (format);
  if (kind == SALON_REPORT_SUBTOTAL)
    format_set_bg_color (format, SHADE);
  if (kind == SALON_REPORT_TOTAL)
    format_set_top (format, LXW_BORDER_THIN);
}

static lxw_format *
format_of (Book *book, guint column, SalonReportRowKind kind)
{
  const SalonReportColumn *about = salon_report_table_column (book->table, column);
  gboolean signed_too = about->role == SALON_REPORT_CHANGE;
  lxw_format **format = &book->formats[about->unit][kind][signed_too ? 1 : 0];

  if (*format == NULL) {
    *format = salon_xlsx_out_format (book->out, 0);
    set_number_format (*format, about->unit, signed_too, book->table->currency);
    set_off (*format, kind);
  }
  return *format;
}

static void
add_heading_formats (Book *book)
{
  for (int i = 0; i < 2; i++) {
    book->heading[i] = salon_xlsx_out_format (book->out, 0);
    format_set_bold (book->heading[i]);
    format_set_text_wrap (book->heading[i]);
    format_set_align (book->heading[i], LXW_ALIGN_VERTICAL_BOTTOM);
    format_set_align (book->heading[i], i == 0 ? LXW_ALIGN_LEFT : LXW_ALIGN_RIGHT);
    format_set_bottom (book->heading[i], LXW_BORDER_THIN);
    format_set_bottom_color (book->heading[i], LINE);
  }
}

/* ---- above and below the table */

/* A line of text over as many columns as it needs; it makes no column wider. */
static lxw_error
write_line (Book *book, const char *text, lxw_format *format)
{
  guint before = book->out->widths->len > 0 ? g_array_index (book->out->widths, guint, 0) : 0;
  lxw_error cause = salon_xlsx_out_text (book->out, 0, text, format);

  g_array_index (book->out->widths, guint, 0) = before;
  book->out->n_rows++;
  return cause;
}

static lxw_error
write_head (Book *book)
{
  const SalonReportTable *table = book->table;
  lxw_format *title = salon_xlsx_out_format (book->out, 0);
  lxw_error cause = LXW_NO_ERROR;

  format_set_bold (title);
  format_set_font_size (title, TITLE_SIZE);
  cause = write_line (book, table->title, title);
  if (cause == LXW_NO_ERROR && table->subtitle != NULL && *table->subtitle != '\0')
    cause = write_line (book, table->subtitle, NULL);
  book->out->n_rows++;
  book->heading_row = book->out->n_rows;
  return cause;
}

static lxw_error
write_notes (Book *book)
{
  const SalonReportTable *table = book->table;
  lxw_error cause = LXW_NO_ERROR;

  book->out->n_rows++;
  if (salon_report_has_incomplete (table))
    cause = write_line (book, salon_report_incomplete_sentence (), NULL);
  for (guint i = 0; i < table->notes->len && cause == LXW_NO_ERROR; i++)
    cause = write_line (book, table->notes->pdata[i], NULL);
  return cause;
}

/* ---- the table */

static lxw_error
write_headings (Book *book)
{
  lxw_error cause = LXW_NO_ERROR;

  for (guint i = 0; i < book->table->columns->len && cause == LXW_NO_ERROR; i++)
    cause = salon_xlsx_out_text (book->out, i, salon_report_table_column (book->table, i)->heading,
                                   book->heading[is_number (book->table, i) ? 1 : 0]);
  book->out->n_rows++;
  return cause;
}

static lxw_error
write_label (Book *book, guint column, const SalonReportLabels *labels, lxw_format *format)
{
  g_autofree char *text = g_strconcat (salon_report_labels_get (labels, column),
                                       salon_report_labels_is_marked (labels, column) ? " *" : NULL, NULL);

  return salon_xlsx_out_text (book->out, column, text, format);
}

static lxw_error
write_value (Book *book, guint column, gint64 value, lxw_format *format)
{
  SalonReportUnit unit = salon_report_table_column (book->table, column)->unit;

  if (unit == SALON_REPORT_DAY)
    return salon_xlsx_out_day (book->out, column, value, format);
  if (unit == SALON_REPORT_MINUTES)
    return salon_xlsx_out_number (book->out, column, salon_report_xlsx_value (value, unit, book->table->currency), 12,
                                    format);
  return salon_xlsx_out_fixed (book->out, column, value,
                                 unit == SALON_REPORT_PERCENT ? 4
                                                              : salon_report_unit_decimals (unit, book->table->currency),
                                 format);
}

static lxw_error
write_cell (Book *book, guint row, guint column, const SalonReportLabels *labels)
{
  SalonReportRowKind kind = salon_report_table_row (book->table, row)->kind;
  const SalonCell *cell = salon_report_table_cell (book->table, row, column);
  lxw_format *format = format_of (book, column, kind);

  if (salon_report_labels_get (labels, column) != NULL)
    return write_label (book, column, labels, format);
  if (cell->kind != SALON_CELL_EMPTY && cell->kind != SALON_CELL_TEXT)
    return write_value (book, column, cell->integer, format);
  if (kind == SALON_REPORT_SUBTOTAL || kind == SALON_REPORT_TOTAL)
    return worksheet_write_blank (book->out->sheet, book->out->n_rows, (lxw_col_t) column, format);
  return LXW_NO_ERROR;
}

/* Rows below a subtotal can be folded away. */
static void
set_outline (Book *book, const SalonReportRow *row)
{
  lxw_row_col_options options = { 0 };

  if (book->table->n_groupings < 2 || row->level < 2)
    return;
  options.level = (uint8_t) MIN (row->level - 1, MAX_OUTLINE);
  worksheet_set_row_opt (book->out->sheet, book->out->n_rows, LXW_DEF_ROW_HEIGHT, NULL, &options);
}

static lxw_error
write_row (Book *book, guint row, const SalonReportLabels *labels)
{
  lxw_error cause = book->out->n_rows < SALON_XLSX_MAX_ROWS ? LXW_NO_ERROR : LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE;

  set_outline (book, salon_report_table_row (book->table, row));
  for (guint i = 0; i < book->table->columns->len && cause == LXW_NO_ERROR; i++)
    cause = write_cell (book, row, i, labels);
  book->out->n_rows++;
  return cause;
}

static gboolean
write_rows (Book *book, GCancellable *cancellable, GError **error)
{
  g_autoptr (SalonReportLabels) labels = salon_report_labels_new (book->table);

  for (guint row = 0; row < book->table->rows->len; row++) {
    lxw_error cause = LXW_NO_ERROR;

    if (row % CHECK_EVERY == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    salon_report_labels_next (labels);
    cause = write_row (book, row, labels);
    if (cause != LXW_NO_ERROR)
      return salon_xlsx_out_refuse (book->out, cause, error);
  }
  return TRUE;
}

/* ---- the sheet */

/* The lines of a list are sorted and filtered; sums that stand among them forbid it. */
static void
add_filter (const Book *book)
{
  const SalonReportTable *table = book->table;
  guint n = 0;

  while (n < table->rows->len && salon_report_table_row (table, n)->kind == SALON_REPORT_LEAF)
    n++;
  if (n > 0 && table->n_groupings < 2)
    worksheet_autofilter (book->out->sheet, book->heading_row, 0, book->heading_row + n,
                          (lxw_col_t) (table->columns->len - 1));
}

static void
set_up (const Book *book)
{
  lxw_worksheet *sheet = book->out->sheet;
  const SalonReportTable *table = book->table;

  worksheet_freeze_panes (sheet, book->heading_row + 1, (lxw_col_t) MIN (MAX (table->n_groupings, 1), table->columns->len));
  worksheet_outline_settings (sheet, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
  worksheet_set_paper (sheet, PAPER_A4);
  if (table->columns->len > 5)
    worksheet_set_landscape (sheet);
  worksheet_fit_to_pages (sheet, 1, 0);
  worksheet_repeat_rows (sheet, book->heading_row, book->heading_row);
  worksheet_set_footer (sheet, "&L&F&R&P / &N");
  if (table->columns->len > 0)
    add_filter (book);
}

static gboolean
write_table (Book *book, GCancellable *cancellable, GError **error)
{
  lxw_error cause = LXW_NO_ERROR;

  add_heading_formats (book);
  cause = write_head (book);
  if (cause == LXW_NO_ERROR)
    cause = write_headings (book);
  if (cause != LXW_NO_ERROR)
    return salon_xlsx_out_refuse (book->out, cause, error);
  if (!write_rows (book, cancellable, error))
    return FALSE;
  cause = write_notes (book);
  if (cause != LXW_NO_ERROR)
    return salon_xlsx_out_refuse (book->out, cause, error);
  set_up (book);
  return TRUE;
}

static gboolean
has_chart (const SalonReportTable *table)
{
  return table->chart != NULL && table->chart->series->len > 0 && table->chart->categories->len > 0;
}

static gboolean
write_chart (Book *book, GError **error)
{
  const SalonReportTable *table = book->table;
  SalonXlsxPlace place = { book->out->sheet, book->heading_row, (lxw_col_t) (table->columns->len + 1), table->title };
  g_autofree char *wanted = salon_xlsx_out_clean_title (C_ ("sheet of a file", "Chart"));
  gboolean is_taken = g_ascii_strcasecmp (wanted, book->name) == 0;
  g_autofree char *name = is_taken ? g_strconcat (wanted, " 2", NULL) : g_steal_pointer (&wanted);
  lxw_error cause = LXW_NO_ERROR;

  if (!salon_xlsx_out_turn (book->out, name, error))
    return FALSE;
  cause = salon_report_xlsx_chart (book->out, table->chart, name, table->currency, &place);
  return cause == LXW_NO_ERROR || salon_xlsx_out_refuse (book->out, cause, error);
}

/* The library knows no second axis. */
static gboolean
add_second_axis (const Book *book, GError **error)
{
  const SalonReportTable *table = book->table;

  if (!has_chart (table) || table->chart->kind != SALON_CHART_PARETO || table->chart->series->len < 2)
    return TRUE;
  return salon_xlsx_axis_add (salon_draft_get_path (book->out->draft))
         || salon_draft_fail (book->out->draft, EIO, error);
}

/**
 * salon_report_xlsx_write:
 * @path: where the file is to be; one that is there is replaced when the new one is whole
 * @cancellable: (nullable): looked at between the rows
 *
 * Amounts, percents, hours and days are numbers with their formats; texts are texts, never formulas.  What a chart shows
 * stands on a second sheet; heat maps and cohorts are there with a scale of colours instead of a chart.
 *
 * Returns: %FALSE with a sentence that names the file, or %G_IO_ERROR_CANCELLED; then there is no file
 */
gboolean
salon_report_xlsx_write (const SalonReportTable *table, const char *path, GCancellable *cancellable, GError **error)
{
  g_autofree char *clean = salon_xlsx_out_clean_title (table->title);
  g_autofree char *name = g_strdup (*clean != '\0' ? clean : "Sheet1");
  g_autoptr (SalonXlsxOut) out = salon_xlsx_out_new (path, name, error);
  Book book = { .table = table, .out = out, .name = name };

  if (out == NULL || !write_table (&book, cancellable, error) || (has_chart (table) && !write_chart (&book, error)))
    return FALSE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !salon_xlsx_out_close (out, error))
    return FALSE;
  return add_second_axis (&book, error) && salon_draft_finish (out->draft, error);
}
