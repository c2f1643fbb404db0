/* Charts of reports about clients: times and groups along the axis, measures as series; two groupings as a field of colours;
 * cohorts with their months across. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/services/report-people.h"

/* What charts are made from: rows of the tally, as they stand in the table. */
typedef struct {
  const SalonPeopleBy *by;
  const SalonReportTable *table;
  const GPtrArray *rows;
} Source;

static int
column_of (const Source *source, const SalonPeopleMeasure *measure)
{
  return salon_report_table_find_column (source->table, measure->key);
}

static SalonChartValue
value_at (const Source *source, guint row, const SalonPeopleMeasure *measure)
{
  SalonChartValue value = { .row = (int) row, .column = column_of (source, measure) };

  value.is_empty = !salon_people_measure_value (source->by, measure, source->rows->pdata[row], &value.value);
  value.is_incomplete = measure->how == SALON_PEOPLE_CELL ? salon_people_cell_is_incomplete (measure, source->rows->pdata[row])
                                                          : salon_people_row_is_incomplete (source->by, source->rows->pdata[row]);
  return value;
}

static char *
label_of (const Source *source, guint row)
{
  const SalonTallyRow *one = source->rows->pdata[row];

  return one->level > 0 ? salon_people_by_text (source->by, one->level - 1, one->path[one->level - 1])
                        : g_strdup (C_ ("report", "Total"));
}

/* Rows that stand along the axis: the first grouping, or the single lines. */
static GArray *
rows_along (const Source *source)
{
  GArray *along = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < source->rows->len; i++) {
    const SalonTallyRow *row = source->rows->pdata[i];

    if (source->by->report->charts_leaves ? row->level > 0 && !row->has_parts : row->level == 1)
      g_array_append_val (along, i);
  }
  return along;
}

/* ---- measures as series */

static const SalonPeopleMeasure *
first_charted (const SalonPeopleBy *by)
{
  for (guint i = 0; i < by->shown->len; i++)
    if (((const SalonPeopleMeasure *) by->shown->pdata[i])->is_charted)
      return by->shown->pdata[i];
  return by->shown->len > 0 ? by->shown->pdata[0] : NULL;
}

static void
add_measure (const Source *source, SalonChart *chart, const GArray *along, const SalonPeopleMeasure *measure)
{
  SalonChartSeries *series = salon_chart_add_series (chart, _(measure->label), measure->unit, measure->tone);
  gboolean is_stacked = chart->kind == SALON_CHART_STACKED || chart->kind == SALON_CHART_BARS;

  for (guint i = 0; i < along->len; i++) {
    SalonChartValue value = value_at (source, g_array_index (along, guint, i), measure);

    if (measure->is_below && is_stacked)
      value.value = -value.value;
    salon_chart_series_add_value (series, &value);
  }
}

static void
add_measures (const Source *source, SalonChart *chart, const GArray *along)
{
  const SalonPeopleMeasure *first = first_charted (source->by);

  add_measure (source, chart, along, first);
  for (guint i = 0; i < source->by->shown->len; i++) {
    const SalonPeopleMeasure *measure = source->by->shown->pdata[i];

    if (measure != first && measure->is_charted && measure->unit == first->unit)
      add_measure (source, chart, along, measure);
  }
}

/* ---- one measure */

static gint64
total_of (const Source *source, const SalonPeopleMeasure *measure)
{
  gint64 total = 0;

  (void) salon_people_measure_value (source->by, measure, source->rows->pdata[source->rows->len - 1], &total);
  return total;
}

static void
add_pareto (const Source *source, SalonChart *chart, const GArray *along)
{
  const SalonPeopleMeasure *measure = first_charted (source->by);
  SalonChartSeries *series = NULL;
  gint64 total = total_of (source, measure);
  gint64 sum = 0;

  add_measure (source, chart, along, measure);
  series = salon_chart_add_series (chart, C_ ("report", "Running share"), SALON_REPORT_PERCENT, SALON_CHART_TONE_NEUTRAL);
  for (guint i = 0; i < along->len; i++) {
    SalonChartValue value = value_at (source, g_array_index (along, guint, i), measure);

    sum += value.value;
    value.value = 0;
    (void) (total > 0 && salon_money_mul_div (sum, 10000, total, &value.value));
    salon_chart_series_add_value (series, &value);
  }
}

static void
add_waterfall (const Source *source, SalonChart *chart, const GArray *along)
{
  const SalonPeopleMeasure *measure = first_charted (source->by);
  SalonChartValue sum = { .is_sum = TRUE, .row = (int) source->rows->len - 1, .column = column_of (source, measure) };

  add_measure (source, chart, along, measure);
  sum.value = total_of (source, measure);
  salon_chart_add_category (chart, C_ ("report", "Total"));
  salon_chart_series_add_value (chart->series->pdata[0], &sum);
}

/* ---- two groupings */

static int
row_with (const Source *source, gint64 first, gint64 second)
{
  for (guint i = 0; i < source->rows->len; i++) {
    const SalonTallyRow *row = source->rows->pdata[i];

    if (row->level == 2 && row->path[0] == first && row->path[1] == second)
      return (int) i;
  }
  return -1;
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  if ((left == 0) != (right == 0))
    return left == 0 ? 1 : -1;
  return (left > right) - (left < right);
}

/* All values of the second grouping. */
static GArray *
values_across (const Source *source)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *across = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < source->rows->len; i++) {
    const SalonTallyRow *row = source->rows->pdata[i];

    if (row->level == 2 && !row->is_rest && g_hash_table_add (seen, (gpointer) &row->path[1]))
      g_array_append_val (across, row->path[1]);
  }
  g_array_sort (across, compare_values);
  return across;
}

static void
add_crossed (const Source *source, SalonChart *chart, const GArray *along)
{
  const SalonPeopleMeasure *measure = first_charted (source->by);
  g_autoptr (GArray) across = values_across (source);

  for (guint i = 0; i < across->len; i++) {
    g_autofree char *text = salon_people_by_text (source->by, 1, g_array_index (across, gint64, i));

    salon_chart_add_category (chart, text);
  }
  for (guint i = 0; i < along->len; i++) {
    guint row = g_array_index (along, guint, i);
    g_autofree char *name = label_of (source, row);
    SalonChartSeries *series = salon_chart_add_series (chart, name, measure->unit, SALON_CHART_TONE_NEXT);

    for (guint j = 0; j < across->len; j++) {
      int at = row_with (source, ((const SalonTallyRow *) source->rows->pdata[row])->path[0], g_array_index (across, gint64, j));
      SalonChartValue none = { .is_empty = TRUE, .row = -1, .column = -1 };
      SalonChartValue value = at >= 0 ? value_at (source, (guint) at, measure) : none;

      salon_chart_series_add_value (series, &value);
    }
  }
}

/* ---- cohorts */

static gboolean
has_cells (const SalonPeopleBy *by)
{
  for (guint i = 0; i < by->shown->len; i++)
    if (((const SalonPeopleMeasure *) by->shown->pdata[i])->how == SALON_PEOPLE_CELL)
      return TRUE;
  return FALSE;
}

static void
add_cohort (const Source *source, SalonChart *chart, guint row)
{
  g_autofree char *name = label_of (source, row);
  SalonChartSeries *series = salon_chart_add_series (chart, name, SALON_REPORT_PERCENT, SALON_CHART_TONE_NEXT);

  for (guint i = 0; i < source->by->shown->len; i++) {
    const SalonPeopleMeasure *measure = source->by->shown->pdata[i];
    SalonChartValue value = { 0 };

    if (measure->how != SALON_PEOPLE_CELL)
      continue;
    value = value_at (source, row, measure);
    salon_chart_series_add_value (series, &value);
  }
}

/* A row a cohort; of other kinds of chart only the curve of all together can be read. */
static void
add_cohorts (const Source *source, SalonChart *chart, const GArray *along)
{
  gboolean is_field = chart->kind == SALON_CHART_COHORTS || chart->kind == SALON_CHART_HEAT;

  for (guint i = 0; i < source->by->shown->len; i++) {
    const SalonPeopleMeasure *measure = source->by->shown->pdata[i];

    if (measure->how == SALON_PEOPLE_CELL)
      salon_chart_add_category (chart, _(measure->label));
  }
  for (guint i = 0; is_field && i < along->len; i++)
    add_cohort (source, chart, g_array_index (along, guint, i));
  if (!is_field)
    add_cohort (source, chart, source->rows->len - 1);
}

/**
 * salon_people_chart:
 * @table: filled, from @rows
 *
 * Returns: (transfer full) (nullable): %NULL if there is nothing to draw: no grouping
 */
SalonChart *
salon_people_chart (const SalonPeopleBy *self, const SalonReportTable *table, const GPtrArray *rows)
{
  const Source source = { self, table, rows };
  int wanted = salon_report_spec_chart (self->ask->spec);
  SalonChartKind kind = wanted >= 0 ? (SalonChartKind) wanted : self->ask->report->chart;
  g_autoptr (GArray) along = rows_along (&source);
  gboolean is_crossed = kind == SALON_CHART_HEAT && self->n >= 2;
  SalonChart *chart = NULL;

  if (along->len == 0 || self->shown->len == 0)
    return NULL;
  chart = salon_chart_new (kind, has_cells (self) ? NULL : salon_people_by_label (self, is_crossed ? 1 : 0));
  if (has_cells (self) || is_crossed) {
    (has_cells (self) ? add_cohorts : add_crossed) (&source, chart, along);
    return chart;
  }
  for (guint i = 0; i < along->len; i++) {
    g_autofree char *label = label_of (&source, g_array_index (along, guint, i));

    salon_chart_add_category (chart, label);
  }
  if (kind == SALON_CHART_PARETO)
    add_pareto (&source, chart, along);
  else if (kind == SALON_CHART_WATERFALL)
    add_waterfall (&source, chart, along);
  else
    add_measures (&source, chart, along);
  return chart;
}
