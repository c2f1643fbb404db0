/* A report as CSV and as JSON. */
#include "base/record.h"
#include "exchange/csv-write.h"
#include "exchange/report-rows.h"
#include "exchange/report-text.h"

/* ---- for spreadsheets */

static void
append_day (GString *out, gint64 day)
{
  g_autofree char *iso = salon_day_format_iso ((SalonDay) CLAMP (day, SALON_DAY_MIN, SALON_DAY_MAX));

  g_string_append (out, iso);
}

static void
append_value (GString *out, char delimiter, gint64 value, SalonReportUnit unit, const SalonCurrency *currency)
{
  if (unit == SALON_REPORT_DAY) {
    append_day (out, value);
    return;
  }
  salon_csv_append_fixed (out, delimiter, unit == SALON_REPORT_MINUTES ? salon_report_hundredths_of_hours (value) : value,
                          salon_report_unit_decimals (unit, currency));
  if (unit == SALON_REPORT_PERCENT)
    g_string_append_c (out, '%');
}

static void
append_row (GString *out, const SalonReportTable *table, guint row, const SalonReportLabels *labels, char delimiter)
{
  for (guint i = 0; i < table->columns->len; i++) {
    const SalonCell *cell = salon_report_table_cell (table, row, i);
    const char *label = salon_report_labels_get (labels, i);

    if (i > 0)
      g_string_append_c (out, delimiter);
    if (label != NULL)
      salon_csv_append_text (out, label);
    else if (cell->kind != SALON_CELL_EMPTY && cell->kind != SALON_CELL_TEXT)
      append_value (out, delimiter, cell->integer, salon_report_table_column (table, i)->unit, table->currency);
  }
  g_string_append (out, "\r\n");
}

/**
 * salon_report_to_csv:
 * @delimiter: ';' goes with decimal commas, ',' with points
 *
 * Amounts have their decimals, minutes are hours with two, days are written as 2025-06-16.
 *
 * Returns: (transfer full): headings and all rows, those with sums too
 */
char *
salon_report_to_csv (const SalonReportTable *table, char delimiter)
{
  g_autoptr (SalonReportLabels) labels = salon_report_labels_new (table);
  GString *out = g_string_new (SALON_CSV_MARK);

  for (guint i = 0; i < table->columns->len; i++) {
    if (i > 0)
      g_string_append_c (out, delimiter);
    salon_csv_append_text (out, salon_report_table_column (table, i)->heading);
  }
  g_string_append (out, "\r\n");
  for (guint row = 0; row < table->rows->len; row++) {
    salon_report_labels_next (labels);
    append_row (out, table, row, labels, delimiter);
  }
  return g_string_free (out, FALSE);
}

/* ---- for programs */

static const char *
kind_word (SalonReportRowKind kind)
{
  static const char *const words[] = {
    [SALON_REPORT_LEAF] = "line",
    [SALON_REPORT_SUBTOTAL] = "subtotal",
    [SALON_REPORT_REST] = "rest",
    [SALON_REPORT_TOTAL] = "total",
  };

  return words[kind];
}

static void
add_cell (GString *line, const SalonReportTable *table, guint row, guint column, const char *label)
{
  const SalonCell *cell = salon_report_table_cell (table, row, column);
  const SalonReportColumn *about = salon_report_table_column (table, column);
  g_autoptr (GString) day = NULL;

  if (label != NULL) {
    salon_record_line_text (line, about->key, label);
  } else if (cell->kind == SALON_CELL_EMPTY || cell->kind == SALON_CELL_TEXT) {
    salon_record_line_literal (line, about->key, "null");
  } else if (about->unit == SALON_REPORT_DAY) {
    day = g_string_new (NULL);
    append_day (day, cell->integer);
    salon_record_line_text (line, about->key, day->str);
  } else {
    salon_record_line_int (line, about->key, cell->integer);
  }
}

static char *
row_object (const SalonReportTable *table, guint row, const SalonReportLabels *labels)
{
  const SalonReportRow *about = salon_report_table_row (table, row);
  GString *line = g_string_new (NULL);

  salon_record_line_text (line, "row", kind_word (about->kind));
  salon_record_line_literal (line, "incomplete", about->is_incomplete ? "true" : "false");
  for (guint i = 0; i < table->columns->len; i++)
    add_cell (line, table, row, i, salon_report_labels_get (labels, i));
  return salon_record_line_end (line);
}

/**
 * salon_report_to_json:
 *
 * Each row is an object with the keys of the columns; besides "row" says whether it is a line, a subtotal, the rest of a
 * top list or the total, and "incomplete" whether its time is not over.  Money is in minor units, percent in basis points,
 * time in minutes, quantities in thousandths.
 *
 * Returns: (transfer full): an array of objects
 */
char *
salon_report_to_json (const SalonReportTable *table)
{
  g_autoptr (SalonReportLabels) labels = salon_report_labels_new (table);
  GString *out = g_string_new ("[");

  for (guint row = 0; row < table->rows->len; row++) {
    g_autofree char *object = NULL;

    salon_report_labels_next (labels);
    object = row_object (table, row, labels);
    g_string_append_printf (out, "%s\n%s", row > 0 ? "," : "", object);
  }
  g_string_append (out, table->rows->len > 0 ? "\n]\n" : "]\n");
  return g_string_free (out, FALSE);
}
