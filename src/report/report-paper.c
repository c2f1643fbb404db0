/* Groupings stand in one column, each a step further in, if their sums stand above them; else side by side. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "report/chart.h"
#include "report/layout.h"
#include "report/report-fit.h"
#include "report/report-paper.h"

#define GAP          12
#define PADDING      2.4  /* above and below a row */
#define LABEL_WISH   190  /* a longer name takes two lines */
#define LABEL_LEAST  92
#define VALUE_MOST   84   /* a longer heading takes two lines */
#define SLACK        2    /* two texts of as many letters are not quite as wide */
#define CHART_TEXT   0.72 /* of the size that texts have on the screen */
#define CHART_MOST   0.42 /* of the height of the page */
#define PICTURE_WIDTH 960
#define PICTURE_SCALE 2
#define STEP         "\342\200\203" /* an em space */
#define N_LONGEST    8    /* so many of the texts of a column are measured */

/* One column of the paper. */
typedef struct {
  char *heading;
  int column; /* of the table, -1 = the groupings */
  gboolean to_the_right;
} Column;

typedef struct {
  const SalonReportTable *table;
  gboolean is_stepped; /* groupings in one column */
  GArray *columns;     /* Column */
  GArray *fits;        /* SalonFitColumn, one a Column */
  PangoContext *context;
} Paper;

/* ---- what stands in a cell */

/* Whether the sums of all groups stand above their rows. */
static gboolean
has_all_subtotals (const SalonReportTable *table)
{
  guint reached = 0; /* how deep the groups are open */

  for (guint i = 0; i < table->rows->len; i++) {
    const SalonReportRow *row = salon_report_table_row (table, i);

    if (row->level > reached + 1)
      return FALSE;
    reached = row->kind == SALON_REPORT_SUBTOTAL ? row->level : MIN (reached, row->level > 0 ? row->level - 1 : 0);
  }
  return TRUE;
}

/* The last grouping that the row names itself. */
static const char *
own_label (const SalonReportTable *table, guint row)
{
  for (guint i = table->n_groupings; i > 0; i--) {
    const SalonCell *cell = salon_report_table_cell (table, row, i - 1);

    if (cell->kind == SALON_CELL_TEXT && (i <= salon_report_table_row (table, row)->level || i == 1))
      return cell->text;
  }
  return NULL;
}

static char *
stepped_text (const SalonReportTable *table, guint row)
{
  const SalonReportRow *about = salon_report_table_row (table, row);
  const char *label = own_label (table, row);
  GString *text = g_string_new (NULL);

  for (guint i = 1; i < about->level; i++)
    g_string_append (text, STEP);
  if (label != NULL)
    g_string_append (text, label);
  else if (about->kind == SALON_REPORT_TOTAL)
    g_string_append (text, C_ ("report", "Total"));
  return g_string_free (text, FALSE);
}

static char *
cell_text (const Paper *self, guint row, guint column)
{
  const Column *about = &g_array_index (self->columns, Column, column);
  const SalonReportRow *line = salon_report_table_row (self->table, row);
  g_autofree char *text = about->column < 0 ? stepped_text (self->table, row)
                                            : salon_report_table_cell_text (self->table, row, (guint) about->column);

  if (column == 0 && line->kind == SALON_REPORT_TOTAL && *text == '\0' && !about->to_the_right)
    return g_strdup (C_ ("report", "Total"));
  return column == 0 && line->is_incomplete ? g_strconcat (text, " *", NULL) : g_steal_pointer (&text);
}

/* ---- columns */

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->heading);
}

static char *
stepped_heading (const SalonReportTable *table)
{
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();

  for (guint i = 0; i < table->n_groupings; i++)
    g_ptr_array_add (headings, salon_report_table_column (table, i)->heading);
  g_ptr_array_add (headings, NULL);
  return g_strjoinv (" / ", (char **) headings->pdata);
}

static void
add_columns (Paper *self)
{
  guint first = 0;

  if (self->is_stepped) {
    Column column = { stepped_heading (self->table), -1, FALSE };

    g_array_append_val (self->columns, column);
    first = self->table->n_groupings;
  }
  for (guint i = first; i < self->table->columns->len; i++) {
    const SalonReportColumn *about = salon_report_table_column (self->table, i);
    gboolean is_text = about->unit == SALON_REPORT_TEXT || about->unit == SALON_REPORT_DAY;
    Column column = { g_strdup (about->heading), (int) i, !is_text };

    g_array_append_val (self->columns, column);
  }
}

/* ---- how wide */

static glong
length_of (const char *text)
{
  return g_utf8_strlen (text, -1);
}

/* Letters tell nearly how wide a text is, so only the longest are set to measure them. */
static void
keep_longest (GPtrArray *longest, char *text)
{
  guint shortest = 0;

  if (longest->len < N_LONGEST) {
    g_ptr_array_add (longest, text);
    return;
  }
  for (guint i = 1; i < longest->len; i++)
    if (length_of (longest->pdata[i]) < length_of (longest->pdata[shortest]))
      shortest = i;
  if (length_of (text) > length_of (longest->pdata[shortest])) {
    g_free (longest->pdata[shortest]);
    longest->pdata[shortest] = text;
  } else {
    g_free (text);
  }
}

static double
widest_cell (const Paper *self, guint column)
{
  g_autoptr (GPtrArray) longest = g_ptr_array_new_with_free_func (g_free);
  gboolean to_the_right = g_array_index (self->columns, Column, column).to_the_right;
  double width = 0;

  for (guint row = 0; row < self->table->rows->len; row++)
    keep_longest (longest, cell_text (self, row, column));
  for (guint i = 0; i < longest->len; i++)
    width = MAX (width, salon_style_width (self->context, SALON_STYLE_STRONG, to_the_right, longest->pdata[i]));
  return width + SLACK;
}

static double
widest_word (const Paper *self, const char *heading)
{
  g_auto (GStrv) words = g_strsplit (heading, " ", -1);
  double width = 0;

  for (guint i = 0; words[i] != NULL; i++)
    width = MAX (width, salon_style_width (self->context, SALON_STYLE_SMALL, TRUE, words[i]));
  return width + SLACK;
}

static SalonFitColumn
measure (const Paper *self, guint column)
{
  const Column *about = &g_array_index (self->columns, Column, column);
  double cells = widest_cell (self, column);
  double heading = salon_style_width (self->context, SALON_STYLE_SMALL, TRUE, about->heading) + SLACK;
  double word = MIN (widest_word (self, about->heading), VALUE_MOST);
  gboolean is_text = about->column < 0 || salon_report_table_column (self->table, (guint) about->column)->unit == SALON_REPORT_TEXT;
  SalonFitColumn fit = { .is_label = is_text };

  fit.of = about->column < 0 ? G_MAXUINT : salon_report_table_column (self->table, (guint) about->column)->of;
  fit.wish = is_text ? MIN (MAX (cells, heading), LABEL_WISH) : MAX (cells, MIN (heading, VALUE_MOST));
  fit.least = is_text ? MAX (MIN (cells, LABEL_LEAST), word) : MAX (cells, word);
  fit.wish = MAX (fit.wish, fit.least);
  return fit;
}

static void
measure_all (Paper *self)
{
  for (guint i = 0; i < self->columns->len; i++) {
    SalonFitColumn fit = measure (self, i);

    g_array_append_val (self->fits, fit);
  }
}

static const SalonFitColumn *
fits (const Paper *self)
{
  return (const SalonFitColumn *) (gpointer) self->fits->data;
}

/* ---- the table */

static SalonStyle
style_of (const SalonReportRow *row)
{
  return row->kind == SALON_REPORT_SUBTOTAL || row->kind == SALON_REPORT_TOTAL ? SALON_STYLE_STRONG : SALON_STYLE_BODY;
}

static void
add_row (const Paper *self, SalonSheetTable *sheet, guint row, const GArray *which)
{
  const SalonReportRow *about = salon_report_table_row (self->table, row);

  salon_sheet_table_add_row (sheet, about->kind == SALON_REPORT_SUBTOTAL);
  if (about->kind == SALON_REPORT_TOTAL)
    salon_sheet_table_set_sum (sheet);
  if (about->kind == SALON_REPORT_SUBTOTAL)
    salon_sheet_table_set_keeps_next (sheet);
  for (guint i = 0; i < which->len; i++) {
    g_autofree char *text = cell_text (self, row, g_array_index (which, guint, i));

    salon_sheet_table_add_text (sheet, i, 1, style_of (about), text);
  }
}

static SalonSheetTable *
make_part (const Paper *self, const SalonFit *fit, guint part, double width)
{
  const GArray *which = fit->parts->pdata[part];
  g_autofree double *widths = g_new0 (double, MAX (which->len, 1));
  SalonSheetTable *sheet = salon_sheet_table_new ();

  salon_fit_widths (fit, part, fits (self), width, SALON_COLUMN_GAP, widths);
  for (guint i = 0; i < which->len; i++) {
    const Column *column = &g_array_index (self->columns, Column, g_array_index (which, guint, i));

    salon_sheet_table_add_column (sheet, column->heading, widths[i], 0);
    if (column->to_the_right)
      salon_sheet_table_set_to_the_right (sheet, i);
  }
  for (guint row = 0; row < self->table->rows->len; row++)
    add_row (self, sheet, row, which);
  return sheet;
}

static void
add_table (const Paper *self, SalonLayout *layout, const SalonFit *fit, double width)
{
  salon_layout_set_tables (layout, fit->scale, PADDING);
  for (guint i = 0; i < fit->parts->len; i++) {
    g_autoptr (SalonSheetTable) part = make_part (self, fit, i, width);

    if (i > 0)
      salon_layout_add_space (layout, 2 * GAP);
    salon_layout_add_table (layout, part);
  }
}

/* ---- the chart */

static gboolean
has_chart (const SalonReportTable *table)
{
  return table->chart != NULL && table->chart->series->len > 0 && table->chart->categories->len > 0;
}

static void
draw_chart (cairo_t *cr, double width, double height, gpointer data)
{
  const SalonReportTable *table = data;
  SalonChartLook look = { .text_scale = CHART_TEXT };
  g_autoptr (SalonChartPicture) picture = salon_chart_picture_new (table->chart, table->currency, width, height, &look);

  salon_chart_picture_draw (picture, cr);
}

static void
add_chart (const SalonReportTable *table, SalonLayout *layout, double width, double page)
{
  SalonChartLook look = { .text_scale = CHART_TEXT };

  if (!has_chart (table))
    return;
  salon_layout_add_drawing (layout, MIN (salon_chart_best_height (table->chart, width, &look), page * CHART_MOST), draw_chart,
                            (gpointer) table);
  salon_layout_add_space (layout, GAP);
}

/* ---- the whole */

static char *
foot_text (gint64 printed_at)
{
  g_autofree char *day = salon_day_format ((SalonDay) (printed_at / SALON_MINUTES_A_DAY));
  g_autofree char *time = salon_minute_format ((int) (printed_at % SALON_MINUTES_A_DAY));

  /* Translators: in the foot of a page; day and time */
  return g_strdup_printf (_("Printed: %1$s, %2$s"), day, time);
}

static gboolean
has_subtitle (const SalonReportTable *table)
{
  return table->subtitle != NULL && *table->subtitle != '\0';
}

static void
begin (const SalonReportTable *table, SalonLayout *layout, const char *salon, gint64 printed_at)
{
  g_autofree char *right = has_subtitle (table) ? g_strconcat (table->title, " · ", table->subtitle, NULL)
                                                : g_strdup (table->title);
  g_autofree char *foot = foot_text (printed_at);

  salon_layout_begin_section (layout, salon, right, foot);
  salon_layout_add_text (layout, SALON_STYLE_TITLE, table->title);
  if (has_subtitle (table))
    salon_layout_add_text (layout, SALON_STYLE_BODY, table->subtitle);
  salon_layout_add_space (layout, GAP);
}

static gboolean
is_incomplete (const SalonReportTable *table)
{
  for (guint i = 0; i < table->rows->len; i++)
    if (salon_report_table_row (table, i)->is_incomplete)
      return TRUE;
  return FALSE;
}

static void
add_notes (const SalonReportTable *table, SalonLayout *layout)
{
  salon_layout_add_space (layout, GAP);
  if (table->rows->len == 0)
    salon_layout_add_text (layout, SALON_STYLE_BODY, _("There is nothing to report for this period."));
  if (is_incomplete (table))
    salon_layout_add_text (layout, SALON_STYLE_SMALL, _("* This period is not over yet."));
  for (guint i = 0; i < table->notes->len; i++)
    salon_layout_add_text (layout, SALON_STYLE_SMALL, table->notes->pdata[i]);
}

static SalonPages *
set_pages (const Paper *self, const char *salon, gint64 printed_at)
{
  double upright = SALON_PAPER_WIDTH - 2 * SALON_PAPER_MARGIN;
  double across = SALON_PAPER_HEIGHT - 2 * SALON_PAPER_MARGIN;
  guint n_labels = self->is_stepped ? 1 : MAX (self->table->n_groupings, 1);
  g_autoptr (SalonFit) fit =
      salon_fit_new (fits (self), self->columns->len, n_labels, upright, across, SALON_COLUMN_GAP);
  g_autoptr (SalonLayout) layout =
      fit->is_across ? salon_layout_new_across (self->table->title) : salon_layout_new (self->table->title);

  double width = fit->is_across ? across : upright;

  begin (self->table, layout, salon, printed_at);
  add_chart (self->table, layout, width, fit->is_across ? SALON_PAPER_WIDTH : SALON_PAPER_HEIGHT);
  if (self->columns->len > 0)
    add_table (self, layout, fit, width);
  add_notes (self->table, layout);
  return salon_layout_finish (layout);
}

/**
 * salon_report_paper:
 * @salon: what it is called; in the head of each page
 * @printed_at: absolute wall minute
 *
 * A4, lying if the table is wide; what is wider still is set smaller, or in parts below each other, each with the labels.
 *
 * Returns: (transfer full): pages with numbers; for the calling thread
 */
SalonPages *
salon_report_paper (const SalonReportTable *table, const char *salon, gint64 printed_at)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_autoptr (GArray) measured = g_array_new (FALSE, TRUE, sizeof (SalonFitColumn));
  Paper self = { table, table->n_groupings > 1 && has_all_subtotals (table), columns, measured, salon_style_context_new () };
  SalonPages *pages = NULL;

  g_array_set_clear_func (columns, clear_column);
  add_columns (&self);
  measure_all (&self);
  pages = set_pages (&self, salon, printed_at);
  g_object_unref (self.context);
  return pages;
}

/**
 * salon_report_picture:
 * @as_svg: lines and letters; otherwise a PNG picture, twice as fine as the screen
 * @is_dark: for a dark ground
 * @error: %SALON_ERROR_VALIDATION of "chart"
 *
 * Returns: (transfer full) (nullable): a file with the chart alone, and its ground
 */
GBytes *
salon_report_picture (const SalonReportTable *table, gboolean as_svg, gboolean is_dark, GError **error)
{
  SalonChartLook look = { .is_dark = is_dark, .text_scale = 1 };
  double height = 0;

  if (!has_chart (table)) {
    salon_set_field_error (error, "chart", _("This report has no chart to draw."));
    return NULL;
  }
  height = salon_chart_best_height (table->chart, PICTURE_WIDTH, &look);
  return as_svg ? salon_chart_to_svg (table->chart, table->currency, PICTURE_WIDTH, height, &look, error)
                : salon_chart_to_png (table->chart, table->currency, PICTURE_WIDTH, height, &look, PICTURE_SCALE, error);
}
