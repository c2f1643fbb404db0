/* The letters of columns are those of a spreadsheet: A … Z, AA, AB … */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/clients/import-sample.h"
#include "base/day.h"
#include "model/rules/import-cell.h"

#define N_SAMPLES 3
#define LONGEST   60

static char *
letters_of (guint index)
{
  GString *text = g_string_new (NULL);

  for (guint rest = index + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (text, (char) ('A' + (rest - 1) % 26));
  return g_string_free (text, FALSE);
}

/**
 * salon_import_sample_heading:
 * @index: of the column, from 0
 *
 * Returns: (transfer full): what stands above the column, or its letter
 */
char *
salon_import_sample_heading (const SalonImportColumn *column, guint index)
{
  g_autofree char *letters = letters_of (index);

  if (column->heading != NULL && *column->heading != '\0')
    return g_strdelimit (g_strdup (column->heading), "\r\n\t", ' ');
  return g_strdup_printf (_("Column %s"), letters);
}

/* As a person reads it: a date in her way of writing. */
static char *
cell_text (const SalonCell *cell)
{
  g_autofree char *day = NULL;
  g_autofree char *minute = NULL;

  if (cell->kind == SALON_CELL_DAY)
    return salon_day_format_short ((SalonDay) cell->integer);
  if (cell->kind != SALON_CELL_MINUTE)
    return salon_import_cell_text (cell);
  day = salon_day_format_short ((SalonDay) (cell->integer / SALON_MINUTES_A_DAY));
  minute = salon_minute_format ((int) (cell->integer % SALON_MINUTES_A_DAY));
  return g_strdup_printf ("%s %s", day, minute);
}

static char *
shorten (char *text)
{
  g_autofree char *whole = g_strdelimit (text, "\r\n\t", ' ');

  if (g_utf8_strlen (whole, -1) > LONGEST) {
    g_autofree char *part = g_utf8_substring (whole, 0, LONGEST);

    return g_strconcat (part, "…", NULL);
  }
  return g_steal_pointer (&whole);
}

/**
 * salon_import_sample_text:
 * @rows: (element-type GArray): the first rows
 * @n_above: how many of them stand above the data
 *
 * Returns: (transfer full): three different values of the column, or that it is empty
 */
char *
salon_import_sample_text (const GPtrArray *rows, guint n_above, guint column)
{
  g_autoptr (GPtrArray) samples = g_ptr_array_new_with_free_func (g_free);

  for (guint i = n_above; i < rows->len && samples->len < N_SAMPLES; i++) {
    const GArray *cells = rows->pdata[i];
    const SalonCell *cell = column < cells->len ? &g_array_index (cells, SalonCell, column) : NULL;
    g_autofree char *text = NULL;

    if (cell == NULL || salon_import_cell_is_blank (cell))
      continue;
    text = shorten (cell_text (cell));
    if (!g_ptr_array_find_with_equal_func (samples, text, g_str_equal, NULL))
      g_ptr_array_add (samples, g_steal_pointer (&text));
  }
  if (samples->len == 0)
    return g_strdup (_("nothing in the first rows"));
  g_ptr_array_add (samples, NULL);
  return g_strjoinv (" · ", (char **) samples->pdata);
}

/**
 * salon_import_sample_name:
 * @cells: a row that was rejected
 *
 * Returns: (transfer full) (nullable): whose row it is, as far as it says so
 */
char *
salon_import_sample_name (const SalonImportLayout *layout, const GArray *cells)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < MIN (layout->columns->len, cells->len); i++) {
    SalonImportField field = salon_import_layout_column (layout, i)->field;
    g_autofree char *text = NULL;

    if (field < SALON_IMPORT_FULL_NAME || field > SALON_IMPORT_SURNAME)
      continue;
    text = salon_import_cell_text (&g_array_index (cells, SalonCell, i));
    if (text != NULL && *text != '\0')
      g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", text);
  }
  if (name->len > 0)
    return g_string_free (name, FALSE);
  g_string_free (name, TRUE);
  return NULL;
}
