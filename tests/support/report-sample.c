/* report-sample FOLDER NAME|SEED …: writes tables in all kinds of files, and what is in them as FOLDER/NAME.expected, for
 * programs that look whether they find the same there; NAME.xlsx writes that file alone. */
#include "base/error.h"
#include "exchange/report-file.h"
#include "report/report-paper.h"
#include "tests/support/report-tables.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#define PRINTED_AT ((gint64) 20255 * SALON_MINUTES_A_DAY + 14 * 60 + 46)

static void
fail (const GError *error)
{
  fprintf (stderr, "%s\n", error->message);
  exit (1);
}

/* ---- what is expected: numbers as they are in the table, texts as they are shown */

static void
add_columns (JsonBuilder *json, const SalonReportTable *table)
{
  json_builder_set_member_name (json, "columns");
  json_builder_begin_array (json);
  for (guint i = 0; i < table->columns->len; i++) {
    const SalonReportColumn *column = salon_report_table_column (table, i);

    json_builder_begin_object (json);
    json_builder_set_member_name (json, "key");
    json_builder_add_string_value (json, column->key);
    json_builder_set_member_name (json, "heading");
    json_builder_add_string_value (json, column->heading);
    json_builder_set_member_name (json, "unit");
    json_builder_add_int_value (json, column->unit);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
add_cells (JsonBuilder *json, const SalonReportTable *table, guint row, gboolean shown)
{
  json_builder_set_member_name (json, shown ? "shown" : "cells");
  json_builder_begin_array (json);
  for (guint i = 0; i < table->columns->len; i++) {
    const SalonCell *cell = salon_report_table_cell (table, row, i);
    g_autofree char *text = salon_report_table_cell_text (table, row, i);

    if (cell->kind == SALON_CELL_EMPTY)
      json_builder_add_null_value (json);
    else if (shown || cell->kind == SALON_CELL_TEXT)
      json_builder_add_string_value (json, text);
    else
      json_builder_add_int_value (json, cell->integer);
  }
  json_builder_end_array (json);
}

static void
add_rows (JsonBuilder *json, const SalonReportTable *table)
{
  json_builder_set_member_name (json, "rows");
  json_builder_begin_array (json);
  for (guint i = 0; i < table->rows->len; i++) {
    json_builder_begin_object (json);
    json_builder_set_member_name (json, "kind");
    json_builder_add_int_value (json, salon_report_table_row (table, i)->kind);
    json_builder_set_member_name (json, "level");
    json_builder_add_int_value (json, salon_report_table_row (table, i)->level);
    json_builder_set_member_name (json, "incomplete");
    json_builder_add_boolean_value (json, salon_report_table_row (table, i)->is_incomplete);
    add_cells (json, table, i, FALSE);
    add_cells (json, table, i, TRUE);
    json_builder_end_object (json);
  }
  json_builder_end_array (json);
}

static void
write_expected (const SalonReportTable *table, const char *path)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "title");
  json_builder_add_string_value (json, table->title);
  json_builder_set_member_name (json, "n_groupings");
  json_builder_add_int_value (json, table->n_groupings);
  add_columns (json, table);
  add_rows (json, table);
  json_builder_end_object (json);
  root = json_builder_get_root (json);
  text = json_to_string (root, FALSE);
  if (!g_file_set_contents (path, text, -1, &error))
    fail (error);
}

/* ---- files */

static void
write_pdf (const SalonReportTable *table, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonPages) pages = salon_report_paper (table, "Salon Rose", PRINTED_AT);
  g_autoptr (GBytes) pdf = salon_pages_to_pdf (pages, &error);

  if (pdf == NULL || !salon_report_file_keep (path, pdf, NULL, &error))
    fail (error);
}

static void
write_one (const SalonReportTable *table, SalonReportFile kind, const char *path)
{
  g_autoptr (GError) error = NULL;

  if (kind == SALON_REPORT_FILE_PDF)
    write_pdf (table, path);
  else if (!salon_report_file_is_drawn (kind) && !salon_report_file_write (table, kind, path, NULL, &error))
    fail (error);
}

static void
write_all (const char *folder, const char *what)
{
  g_autofree char *name = g_strndup (what, strcspn (what, "."));
  g_autoptr (SalonReportTable) table = g_ascii_isdigit (*name)
                                           ? salon_test_report_random ((guint32) g_ascii_strtoull (name, NULL, 10))
                                           : salon_test_report (name);
  g_autofree char *expected = g_strdup_printf ("%s/%s.expected", folder, name);

  for (guint kind = 0; kind < SALON_N_REPORT_FILES; kind++) {
    const char *suffix = salon_report_file_suffix ((SalonReportFile) kind);
    g_autofree char *path = g_strdup_printf ("%s/%s%s", folder, name, suffix);

    if (strchr (what, '.') == NULL || g_str_has_suffix (what, suffix))
      write_one (table, (SalonReportFile) kind, path);
  }
  if (strchr (what, '.') == NULL)
    write_expected (table, expected);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  for (int i = 2; i < argc; i++)
    write_all (argv[1], argv[i]);
  return 0;
}
