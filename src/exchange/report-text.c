/* A report for a terminal: columns that stand below each other, whatever letters are in them. */
#include "exchange/report-rows.h"
#include "exchange/report-text.h"

#include <string.h>

#define GAP "  "

typedef struct {
  const SalonReportTable *table;
  GPtrArray *cells; /* of char *: row by row, the headings first */
  guint *widths;    /* in places of the terminal */
} Grid;

static guint
places_of (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    n += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
  }
  return n;
}

/* On one line, and nothing that a terminal would take for an order. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (out, g_unichar_iscntrl (c) ? ' ' : c);
  }
  return g_string_free (out, FALSE);
}

static char *
cell_text (const SalonReportTable *table, guint row, guint column, const SalonReportLabels *labels)
{
  const char *label = salon_report_labels_get (labels, column);
  g_autofree char *value = label == NULL ? salon_report_table_cell_text (table, row, column) : NULL;
  g_autofree char *text = clean (label != NULL ? label : value);

  return salon_report_labels_is_marked (labels, column) ? g_strconcat (text, " *", NULL) : g_steal_pointer (&text);
}

static void
take_cell (Grid *grid, guint column, char *text)
{
  grid->widths[column] = MAX (grid->widths[column], places_of (text));
  g_ptr_array_add (grid->cells, text);
}

static void
fill (Grid *grid)
{
  const SalonReportTable *table = grid->table;
  g_autoptr (SalonReportLabels) labels = salon_report_labels_new (table);

  for (guint i = 0; i < table->columns->len; i++)
    take_cell (grid, i, clean (salon_report_table_column (table, i)->heading));
  for (guint row = 0; row < table->rows->len; row++) {
    salon_report_labels_next (labels);
    for (guint i = 0; i < table->columns->len; i++)
      take_cell (grid, i, cell_text (table, row, i, labels));
  }
}

static void
append_times (GString *out, const char *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (out, text);
}

static gboolean
is_number (const SalonReportTable *table, guint column)
{
  SalonReportUnit unit = salon_report_table_column (table, column)->unit;

  return unit != SALON_REPORT_TEXT && unit != SALON_REPORT_DAY;
}

/* @line: 0 = the headings */
static void
append_line (GString *out, const Grid *grid, guint line)
{
  guint n = grid->table->columns->len;
  gsize end = out->len;

  for (guint i = 0; i < n; i++) {
    const char *text = grid->cells->pdata[line * n + i];
    guint free = grid->widths[i] - places_of (text);

    if (i > 0)
      g_string_append (out, GAP);
    if (is_number (grid->table, i))
      append_times (out, " ", free);
    g_string_append (out, text);
    if (*text != '\0')
      end = out->len;
    if (!is_number (grid->table, i))
      append_times (out, " ", free);
  }
  g_string_truncate (out, end);
  g_string_append_c (out, '\n');
}

static void
append_rule (GString *out, const Grid *grid)
{
  for (guint i = 0; i < grid->table->columns->len; i++) {
    append_times (out, "─", i > 0 ? (guint) strlen (GAP) : 0);
    append_times (out, "─", grid->widths[i]);
  }
  g_string_append_c (out, '\n');
}

static void
append_rows (GString *out, const Grid *grid)
{
  append_line (out, grid, 0);
  append_rule (out, grid);
  for (guint row = 0; row < grid->table->rows->len; row++) {
    if (row > 0 && salon_report_table_row (grid->table, row)->kind == SALON_REPORT_TOTAL)
      append_rule (out, grid);
    append_line (out, grid, row + 1);
  }
}

static void
append_sentence (GString *out, const char *sentence)
{
  g_autofree char *text = clean (sentence);

  g_string_append_printf (out, "%s\n", text);
}

/**
 * salon_report_to_text:
 *
 * Returns: (transfer full): title, columns and notes in the program's language
 */
char *
salon_report_to_text (const SalonReportTable *table)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autofree guint *widths = g_new0 (guint, MAX (table->columns->len, 1));
  Grid grid = { table, cells, widths };
  GString *out = g_string_new (NULL);

  append_sentence (out, table->title);
  if (table->subtitle != NULL)
    append_sentence (out, table->subtitle);
  g_string_append_c (out, '\n');
  fill (&grid);
  append_rows (out, &grid);
  if (table->notes->len > 0 || salon_report_has_incomplete (table))
    g_string_append_c (out, '\n');
  if (salon_report_has_incomplete (table))
    append_sentence (out, salon_report_incomplete_sentence ());
  for (guint i = 0; i < table->notes->len; i++)
    append_sentence (out, table->notes->pdata[i]);
  return g_string_free (out, FALSE);
}
