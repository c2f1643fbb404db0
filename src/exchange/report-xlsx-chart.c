/* What a chart shows stands in columns: the categories, then a column a series; the chart of Excel refers to them.
 *
 * A waterfall is stacked columns on a column that is not seen.  Excel can stack away from the line only, so a step that
 * crosses it has a part on either side. */
#include "config.h"

#include "exchange/report-rows.h"
#include "exchange/report-xlsx-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LYING_FROM  6 /* names of one series, as on the screen */
#define CHART_WIDTH 760
#define CHART_HEIGHT 400
#define DEFAULT_WIDTH 480.0 /* of a chart of Excel that was not told otherwise, in its pixels */
#define DEFAULT_HEIGHT 288.0
#define BAR_HEIGHT  24
#define LINE_WIDTH  2.25F
#define WHITE       0xFFFFFF
#define GRID        0xE0DAD6
#define GREY        0x83787F

/* Those of the screen, see report/chart-palette.c. */
#define PLUM      0x8A3A70
#define BLUE      0x2470AB
#define AMBER     0xC98A12
#define TEAL      0x12826F
#define VERMILION 0xC04C20

static const lxw_color_t palette[] = { PLUM, BLUE, AMBER, TEAL, VERMILION, 0x55A5D9, 0x2F3B45, GREY };

typedef struct {
  SalonXlsxOut *out;
  const SalonChart *chart;
  const char *name; /* of the sheet with the values */
  const SalonCurrency *currency;
  lxw_format *formats[SALON_REPORT_TEXT + 1];
  lxw_format *heading;
  lxw_error cause; /* of the first thing that failed */
} Drawing;

/* ---- numbers */

/**
 * salon_report_xlsx_number_format:
 *
 * Returns: (transfer full): how Excel shows such a value
 */
char *
salon_report_xlsx_number_format (SalonReportUnit unit, const SalonCurrency *currency)
{
  const char *const amounts[] = { "#,##0", "#,##0.0", "#,##0.00", "#,##0.000" };

  switch (unit) {
  case SALON_REPORT_MONEY:
    return g_strdup_printf ("%s\\ \"%s\"", amounts[CLAMP (currency->decimals, 0, 3)], currency->symbol);
  case SALON_REPORT_PERCENT:
    return g_strdup ("0.0%");
  case SALON_REPORT_MINUTES:
    return g_strdup ("#,##0.00");
  case SALON_REPORT_QUANTITY:
  case SALON_REPORT_TEXT:
    return g_strdup ("General");
  case SALON_REPORT_DAY:
    return g_strdup ("dd\\.mm\\.yyyy");
  case SALON_REPORT_COUNT:
  case SALON_REPORT_DAYS:
  default:
    return g_strdup ("#,##0");
  }
}

/**
 * salon_report_xlsx_value:
 *
 * Returns: what stands in a cell for it: whole units of money, hours, days as Excel counts them
 */
double
salon_report_xlsx_value (gint64 value, SalonReportUnit unit, const SalonCurrency *currency)
{
  switch (unit) {
  case SALON_REPORT_PERCENT:
    return (double) value / 10000;
  case SALON_REPORT_MINUTES:
    return (double) value / 60;
  case SALON_REPORT_DAY:
    return (double) value + SALON_XLSX_SERIAL_OF_1970;
  case SALON_REPORT_MONEY:
  case SALON_REPORT_QUANTITY:
  case SALON_REPORT_COUNT:
  case SALON_REPORT_DAYS:
  case SALON_REPORT_TEXT:
  default:
    return (double) value / pow (10, salon_report_unit_decimals (unit, currency));
  }
}

/* ---- the sheet with the values */

static void
note_cause (Drawing *drawing, lxw_error cause)
{
  if (drawing->cause == LXW_NO_ERROR)
    drawing->cause = cause;
}

static lxw_format *
format_of (Drawing *drawing, SalonReportUnit unit)
{
  if (drawing->formats[unit] == NULL) {
    g_autofree char *code = salon_report_xlsx_number_format (unit, drawing->currency);

    drawing->formats[unit] = salon_xlsx_out_format (drawing->out, 0);
    format_set_num_format (drawing->formats[unit], code);
  }
  return drawing->formats[unit];
}

static void
write_heading (Drawing *drawing, guint column, const char *text)
{
  note_cause (drawing, salon_xlsx_out_text (drawing->out, column, text != NULL ? text : "", drawing->heading));
}

static void
write_number (Drawing *drawing, guint column, gint64 value, SalonReportUnit unit)
{
  note_cause (drawing, salon_xlsx_out_number (drawing->out, column, salon_report_xlsx_value (value, unit, drawing->currency),
                                                10, format_of (drawing, unit)));
}

static void
write_point (Drawing *drawing, guint column, guint series, guint category)
{
  const SalonChartValue *value = salon_chart_value (drawing->chart, series, category);

  if (value != NULL && !value->is_empty)
    write_number (drawing, column, value->value, salon_chart_series (drawing->chart, series)->unit);
}

static guint
n_categories (const Drawing *drawing)
{
  return drawing->chart->categories->len;
}

static void
write_category (Drawing *drawing, guint category)
{
  note_cause (drawing, salon_xlsx_out_text (drawing->out, 0, drawing->chart->categories->pdata[category], drawing->out->text));
}

/* A row a category, a column a series. */
static void
write_columns (Drawing *drawing)
{
  const SalonChart *chart = drawing->chart;

  write_heading (drawing, 0, chart->category_title);
  for (guint s = 0; s < chart->series->len; s++)
    write_heading (drawing, s + 1, salon_chart_series (chart, s)->name);
  drawing->out->n_rows++;
  for (guint c = 0; c < n_categories (drawing); c++) {
    write_category (drawing, c);
    for (guint s = 0; s < chart->series->len; s++)
      write_point (drawing, s + 1, s, c);
    drawing->out->n_rows++;
  }
}

/* ---- looks */

/* Half way to white. */
static lxw_color_t
paler (lxw_color_t color)
{
  return (color >> 1 & 0x7F7F7F) + 0x808080;
}

static lxw_color_t
color_of_tone (SalonChartTone tone, guint number)
{
  switch (tone) {
  case SALON_CHART_TONE_GAIN:
    return BLUE;
  case SALON_CHART_TONE_AGAIN:
    return AMBER;
  case SALON_CHART_TONE_KEPT:
    return TEAL;
  case SALON_CHART_TONE_LOSS:
    return VERMILION;
  case SALON_CHART_TONE_NEUTRAL:
    return GREY;
  case SALON_CHART_TONE_NEXT:
  default:
    return palette[number % G_N_ELEMENTS (palette)];
  }
}

/* What it is compared with has the colour of the series before it, but pale. */
static lxw_color_t
color_of (const SalonChart *chart, guint index)
{
  const SalonChartSeries *series = salon_chart_series (chart, index);
  guint number = 0;

  if (series->is_before && index > 0)
    return paler (color_of (chart, index - 1));
  for (guint i = 0; i < index; i++)
    number += salon_chart_series (chart, i)->tone == SALON_CHART_TONE_NEXT && !salon_chart_series (chart, i)->is_before;
  return color_of_tone (series->tone, number);
}

static gboolean
has_lines (const SalonChart *chart)
{
  return chart->kind == SALON_CHART_LINES;
}

/* What is not over yet is hatched. */
static void
hatch_points (Drawing *drawing, lxw_chart_series *drawn, guint series, lxw_color_t color)
{
  guint n = n_categories (drawing);
  g_autofree lxw_chart_point **points = g_new0 (lxw_chart_point *, n + 1);
  lxw_chart_pattern pattern = { .fg_color = color, .bg_color = WHITE, .type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL };
  lxw_chart_fill fill = { .color = color };
  lxw_chart_point hatched = { .pattern = &pattern };
  lxw_chart_point plain = { .fill = &fill };
  gboolean any = FALSE;

  for (guint c = 0; c < n; c++) {
    const SalonChartValue *value = salon_chart_value (drawing->chart, series, c);
    gboolean is_incomplete = value != NULL && value->is_incomplete;

    points[c] = is_incomplete ? &hatched : &plain;
    any = any || is_incomplete;
  }
  if (any)
    note_cause (drawing, chart_series_set_points (drawn, points));
}

static void
set_look (Drawing *drawing, lxw_chart_series *drawn, guint series)
{
  const SalonChartSeries *about = salon_chart_series (drawing->chart, series);
  lxw_color_t color = color_of (drawing->chart, series);
  lxw_chart_line line = { .color = color, .width = LINE_WIDTH,
                          .dash_type = about->is_before ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID };
  lxw_chart_fill fill = { .color = color };

  if (has_lines (drawing->chart)) {
    chart_series_set_line (drawn, &line);
    return;
  }
  chart_series_set_fill (drawn, &fill);
  if (drawing->chart->kind != SALON_CHART_AREAS)
    hatch_points (drawing, drawn, series, color);
}

/* ---- charts of Excel */

static gboolean
is_lying (const SalonChart *chart)
{
  guint n = 0;

  for (guint i = 0; i < chart->series->len; i++)
    n += salon_chart_series (chart, i)->is_before ? 0 : 1;
  return chart->kind == SALON_CHART_BARS && n == 1 && chart->categories->len >= LYING_FROM && !chart->is_ordered;
}

static gboolean
has_before (const SalonChart *chart)
{
  for (guint i = 0; i < chart->series->len; i++)
    if (salon_chart_series (chart, i)->is_before)
      return TRUE;
  return FALSE;
}

/* What is compared stands beside, never on top. */
static guint8
type_of (const SalonChart *chart)
{
  switch (chart->kind) {
  case SALON_CHART_STACKED:
    return has_before (chart) ? LXW_CHART_COLUMN : LXW_CHART_COLUMN_STACKED;
  case SALON_CHART_WATERFALL:
    return LXW_CHART_COLUMN_STACKED;
  case SALON_CHART_LINES:
    return LXW_CHART_LINE;
  case SALON_CHART_AREAS:
    return has_before (chart) ? LXW_CHART_AREA : LXW_CHART_AREA_STACKED;
  case SALON_CHART_BARS:
    return is_lying (chart) ? LXW_CHART_BAR : LXW_CHART_COLUMN;
  case SALON_CHART_PARETO: /* see xlsx-axis.h */
  case SALON_CHART_HEAT:
  case SALON_CHART_COHORTS:
  default:
    return LXW_CHART_COLUMN;
  }
}

static lxw_chart_series *
add_series (Drawing *drawing, lxw_chart *drawn, guint column)
{
  lxw_row_t last = n_categories (drawing);
  lxw_chart_series *series = chart_add_series (drawn, NULL, NULL);

  chart_series_set_categories (series, drawing->name, 1, 0, last, 0);
  chart_series_set_values (series, drawing->name, 1, (lxw_col_t) column, last, (lxw_col_t) column);
  chart_series_set_name_range (series, drawing->name, 0, (lxw_col_t) column);
  return series;
}

/* The axis of the values, without digits behind the point: the columns have them. */
static void
set_axes (const Drawing *drawing, lxw_chart *drawn)
{
  const SalonChart *chart = drawing->chart;
  SalonReportUnit unit = salon_chart_series (chart, 0)->unit;
  SalonCurrency whole = *drawing->currency;
  lxw_chart_axis *values = is_lying (chart) ? drawn->x_axis : drawn->y_axis;
  lxw_chart_axis *categories = is_lying (chart) ? drawn->y_axis : drawn->x_axis;
  lxw_chart_line grid = { .color = GRID, .width = 0.75F };
  g_autofree char *code = NULL;

  whole.decimals = 0;
  code = unit == SALON_REPORT_PERCENT || unit == SALON_REPORT_MINUTES
             ? g_strdup (unit == SALON_REPORT_PERCENT ? "0%" : "#,##0")
             : salon_report_xlsx_number_format (unit, &whole);
  chart_axis_set_num_format (values, code);
  chart_axis_major_gridlines_set_visible (values, LXW_TRUE);
  chart_axis_major_gridlines_set_visible (categories, LXW_FALSE);
  chart_axis_major_gridlines_set_line (values, &grid);
  if (chart->category_title != NULL)
    chart_axis_set_name (categories, chart->category_title);
  chart_axis_set_label_position (categories, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  if (is_lying (chart)) {
    chart_axis_set_reverse (categories);
    chart_axis_set_label_position (values, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
  }
}

static void
insert (Drawing *drawing, lxw_chart *drawn, const SalonXlsxPlace *place)
{
  guint height = is_lying (drawing->chart) ? MAX (CHART_HEIGHT, BAR_HEIGHT * n_categories (drawing) + 80) : CHART_HEIGHT;
  lxw_chart_options options = {
    .x_scale = CHART_WIDTH / DEFAULT_WIDTH,
    .y_scale = height / DEFAULT_HEIGHT,
    .description = (char *) place->title,
  };

  chart_title_set_name (drawn, place->title);
  chart_legend_set_position (drawn, LXW_CHART_LEGEND_BOTTOM);
  note_cause (drawing, worksheet_insert_chart_opt (place->sheet, place->row, place->column, drawn, &options));
}

static void
draw_series (Drawing *drawing, const SalonXlsxPlace *place)
{
  lxw_chart *drawn = workbook_add_chart (drawing->out->book, type_of (drawing->chart));

  for (guint s = 0; s < drawing->chart->series->len; s++)
    set_look (drawing, add_series (drawing, drawn, s + 1), s);
  set_axes (drawing, drawn);
  insert (drawing, drawn, place);
  if (type_of (drawing->chart) == LXW_CHART_COLUMN)
    chart_set_series_gap (drawn, 60);
  if (drawing->chart->series->len == 1)
    chart_legend_set_position (drawn, LXW_CHART_LEGEND_NONE);
}

/* ---- waterfall */

enum {
  FALL_VALUE = 1, /* the column of what is counted; the others are drawn */
  FALL_BASE,
  FALL_SUM,
  FALL_GAIN,
  FALL_LOSS,
  FALL_GAIN_BELOW, /* of a step that crosses the line */
  FALL_LOSS_BELOW,
  FALL_END,
};

/* Both ends of a step: on the same side of the line it stands on a base, else it has a part on either side. */
static void
write_step (Drawing *drawing, gint64 from, gint64 to, SalonReportUnit unit)
{
  gboolean up = to >= from;
  gint64 low = MIN (from, to);
  gint64 high = MAX (from, to);

  if (low >= 0) {
    write_number (drawing, FALL_BASE, low, unit);
    write_number (drawing, up ? FALL_GAIN : FALL_LOSS, high - low, unit);
  } else if (high <= 0) {
    write_number (drawing, FALL_BASE, high, unit);
    write_number (drawing, up ? FALL_GAIN_BELOW : FALL_LOSS_BELOW, low - high, unit);
  } else {
    write_number (drawing, up ? FALL_GAIN : FALL_LOSS, high, unit);
    write_number (drawing, up ? FALL_GAIN_BELOW : FALL_LOSS_BELOW, low, unit);
  }
}

static void
write_steps (Drawing *drawing)
{
  SalonReportUnit unit = salon_chart_series (drawing->chart, 0)->unit;
  gint64 reached = 0;

  for (guint c = 0; c < n_categories (drawing); c++) {
    const SalonChartValue *value = salon_chart_value (drawing->chart, 0, c);

    write_category (drawing, c);
    write_point (drawing, FALL_VALUE, 0, c);
    if (value != NULL && !value->is_empty && value->is_sum) {
      write_number (drawing, FALL_SUM, value->value, unit);
      reached = value->value;
    } else if (value != NULL && !value->is_empty) {
      write_step (drawing, reached, reached + value->value, unit);
      reached += value->value;
    }
    drawing->out->n_rows++;
  }
}

static void
draw_waterfall (Drawing *drawing, const SalonXlsxPlace *place)
{
  const lxw_color_t colors[FALL_END] = { [FALL_SUM] = GREY, [FALL_GAIN] = BLUE, [FALL_GAIN_BELOW] = BLUE,
                                         [FALL_LOSS] = VERMILION, [FALL_LOSS_BELOW] = VERMILION };
  lxw_chart *drawn = workbook_add_chart (drawing->out->book, LXW_CHART_COLUMN_STACKED);
  lxw_chart_fill none = { .none = LXW_TRUE };
  lxw_chart_line no_line = { .none = LXW_TRUE };

  for (guint column = FALL_BASE; column < FALL_END; column++) {
    lxw_chart_series *series = add_series (drawing, drawn, column);
    lxw_chart_fill fill = { .color = colors[column] };

    chart_series_set_fill (series, column == FALL_BASE ? &none : &fill);
    if (column == FALL_BASE)
      chart_series_set_line (series, &no_line);
  }
  chart_set_series_gap (drawn, 50);
  set_axes (drawing, drawn);
  insert (drawing, drawn, place);
  chart_legend_set_position (drawn, LXW_CHART_LEGEND_NONE);
}

static void
write_waterfall (Drawing *drawing, const SalonXlsxPlace *place)
{
  const char *const headings[FALL_END] = {
    [FALL_VALUE] = salon_chart_series (drawing->chart, 0)->name,
    [FALL_BASE] = C_ ("waterfall chart", "Base"),
    [FALL_SUM] = C_ ("waterfall chart", "Level"),
    [FALL_GAIN] = C_ ("waterfall chart", "Increase"),
    [FALL_LOSS] = C_ ("waterfall chart", "Decrease"),
    [FALL_GAIN_BELOW] = C_ ("waterfall chart", "Increase below zero"),
    [FALL_LOSS_BELOW] = C_ ("waterfall chart", "Decrease below zero"),
  };

  write_heading (drawing, 0, drawing->chart->category_title);
  for (guint column = FALL_VALUE; column < FALL_END; column++)
    write_heading (drawing, column, headings[column]);
  drawing->out->n_rows++;
  write_steps (drawing);
  draw_waterfall (drawing, place);
}

/* ---- maps */

/* Series down, categories across, and a scale of colours. */
static void
write_map (Drawing *drawing)
{
  const SalonChart *chart = drawing->chart;
  lxw_conditional_format scale = { .type = LXW_CONDITIONAL_2_COLOR_SCALE, .min_color = WHITE, .max_color = paler (PLUM) };

  write_heading (drawing, 0, chart->category_title);
  for (guint c = 0; c < n_categories (drawing); c++)
    write_heading (drawing, c + 1, chart->categories->pdata[c]);
  drawing->out->n_rows++;
  for (guint s = 0; s < chart->series->len; s++) {
    write_heading (drawing, 0, salon_chart_series (chart, s)->name);
    for (guint c = 0; c < n_categories (drawing); c++)
      write_point (drawing, c + 1, s, c);
    drawing->out->n_rows++;
  }
  note_cause (drawing, worksheet_conditional_format_range (drawing->out->sheet, 1, 1, chart->series->len,
                                                           (lxw_col_t) n_categories (drawing), &scale));
  worksheet_freeze_panes (drawing->out->sheet, 1, 1);
}

/**
 * salon_report_xlsx_chart:
 * @out: at the beginning of an empty sheet: what the chart shows is written there
 * @chart: with series and categories
 * @sheet_name: of that sheet, as Excel takes it
 * @place: where the chart stands
 *
 * Returns: what failed first
 */
lxw_error
salon_report_xlsx_chart (SalonXlsxOut *out, const SalonChart *chart, const char *sheet_name, const SalonCurrency *currency,
                         const SalonXlsxPlace *place)
{
  Drawing drawing = { .out = out, .chart = chart, .name = sheet_name, .currency = currency };

  drawing.heading = salon_xlsx_out_format (out, 0);
  format_set_bold (drawing.heading);
  if (chart->kind == SALON_CHART_HEAT || chart->kind == SALON_CHART_COHORTS) {
    write_map (&drawing);
  } else if (chart->kind == SALON_CHART_WATERFALL) {
    write_waterfall (&drawing, place);
  } else {
    write_columns (&drawing);
    draw_series (&drawing, place);
  }
  return drawing.cause;
}
