/* Charts of reports about clients: times and groups along the axis, measures as series; two groupings as a field of colours;
 * cohorts with their months across. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/report-compare.h"
#include "model/services/report-people.h"

/* What charts are made from: rows of the tally, as they stand in the table; @before: of the period they are compared with. */
typedef struct {
  const SalonPeopleBy *by;
  const SalonReportTable *table;
  const GPtrArray *rows;
  gboolean before;
} Source;

static int
column_of (const Source *source, const SalonPeopleMeasure *measure)
{
  return salon_report_table_find_column (source->table, measure->key) + (source->before ? 1 : 0);
}

static SalonChartValue
value_at (const Source *source, guint row, const SalonPeopleMeasure *measure)
{
  SalonChartValue value = { .row = (int) row, .column = column_of (source, measure) };

  value.is_empty = !salon_people_measure_value (source->by, measure, source->rows->pdata[row], source->before, &value.value);
  value.is_incomplete = measure->how == SALON_PEOPLE_CELL
                            ? salon_people_cell_is_incomplete (measure, source->rows->pdata[row], source->before)
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

    if (source->by->report->charts_leaves && source->by->before == NULL ? row->level > 0 && !row->has_parts : row->level == 1)
      g_array_append_val (along, i);
  }
  return along;
}

/* ---- measures as series */

static const SalonPeopleMeasure *
first_charted (const SalonPeopleBy *by)
{
  for (guint i = 0; i < by->shown->len && by->before != NULL; i++)
    if (g_strcmp0 (by->report->compared, ((const SalonPeopleMeasure *) by->shown->pdata[i])->key) == 0)
      return by->shown->pdata[i];
  for (guint i = 0; i < by->shown->len; i++)
    if (((const SalonPeopleMeasure *) by->shown->pdata[i])->is_charted)
      return by->shown->pdata[i];
  return by->shown->len > 0 ? by->shown->pdata[0] : NULL;
}

static void
add_named (const Source *source, SalonChart *chart, const GArray *along, const SalonPeopleMeasure *measure, const char *name)
{
  SalonChartSeries *series = salon_chart_add_series (chart, name, measure->unit, source->before ? SALON_CHART_TONE_NEUTRAL : measure->tone);
  gboolean is_stacked = chart->kind == SALON_CHART_STACKED || chart->kind == SALON_CHART_BARS;

  for (guint i = 0; i < along->len; i++) {
    SalonChartValue value = value_at (source, g_array_index (along, guint, i), measure);

    if (measure->is_below && is_stacked)
      value.value = -value.value;
    salon_chart_series_add_value (series, &value);
  }
  series->is_before = source->before;
}

static void
add_measure (const Source *source, SalonChart *chart, const GArray *along, const SalonPeopleMeasure *measure)
{
  add_named (source, chart, along, measure, salon_people_label (measure->label));
}

/* What it was before, beside it. */
static void
add_before (const Source *source, SalonChart *chart, const GArray *along, const SalonPeopleMeasure *measure)
{
  const Source before = { source->by, source->table, source->rows, TRUE };

  add_named (&before, chart, along, measure, salon_compare_heading (salon_report_spec_compare (source->by->ask->spec)));
}

static void
add_measures (const Source *source, SalonChart *chart, const GArray *along)
{
  const SalonPeopleMeasure *first = first_charted (source->by);

  add_measure (source, chart, along, first);
  if (source->by->before != NULL) {
    add_before (source, chart, along, first);
    return;
  }
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

  (void) salon_people_measure_value (source->by, measure, source->rows->pdata[source->rows->len - 1], FALSE, &total);
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
  if (source->by->before != NULL)
    add_before (source, chart, along, measure);
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

/* More series than these are one, "all others". */
#define MOST_SERIES 7

/* A value of one of the two groupings, with its size over all of the other. */
typedef struct {
  gint64 value;
  gint64 size;
} Group;

static const SalonTallyRow *
pair_at (const Source *source, guint index)
{
  const SalonTallyRow *row = source->rows->pdata[index];

  return row->level == 2 && !row->is_rest ? row : NULL;
}

static int
row_with (const Source *source, gint64 first, gint64 second)
{
  for (guint i = 0; i < source->rows->len; i++) {
    const SalonTallyRow *row = pair_at (source, i);

    if (row != NULL && row->path[0] == first && row->path[1] == second)
      return (int) i;
  }
  return -1;
}

static int
compare_value (gconstpointer a, gconstpointer b)
{
  gint64 left = ((const Group *) a)->value;
  gint64 right = ((const Group *) b)->value;

  if ((left == 0) != (right == 0))
    return left == 0 ? 1 : -1;
  return (left > right) - (left < right);
}

static int
compare_size (gconstpointer a, gconstpointer b)
{
  gint64 left = ((const Group *) a)->size;
  gint64 right = ((const Group *) b)->size;

  return left != right ? (left < right) - (left > right) : compare_value (a, b);
}

/* All values of the first (0) or the second (1) grouping. */
static GArray *
groups_of (const Source *source, guint key, gboolean by_size)
{
  g_autoptr (GHashTable) places = g_hash_table_new (g_int64_hash, g_int64_equal);
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (Group));

  for (guint i = 0; i < source->rows->len; i++) {
    const SalonTallyRow *row = pair_at (source, i);
    gpointer place = NULL;
    gint64 size = 0;

    if (row == NULL)
      continue;
    (void) salon_people_measure_value (source->by, first_charted (source->by), row, FALSE, &size);
    if (g_hash_table_lookup_extended (places, &row->path[key], NULL, &place)) {
      g_array_index (groups, Group, GPOINTER_TO_UINT (place)).size += size;
      continue;
    }
    g_hash_table_insert (places, (gpointer) &row->path[key], GUINT_TO_POINTER (groups->len));
    g_array_append_vals (groups, (&(const Group){ row->path[key], size }), 1);
  }
  g_array_sort (groups, by_size ? compare_size : compare_value);
  return groups;
}

static SalonChartValue
crossing (const Source *source, gint64 along, gint64 series, gboolean first_along)
{
  int at = first_along ? row_with (source, along, series) : row_with (source, series, along);
  const SalonChartValue none = { .is_empty = TRUE, .row = -1, .column = -1 };

  return at >= 0 ? value_at (source, (guint) at, first_charted (source->by)) : none;
}

/* What is beyond the palette, added up; it has no row of its own. */
static void
add_others (const Source *source, SalonChart *chart, const GArray *along, const GArray *groups)
{
  SalonChartSeries *series = salon_chart_add_series (chart, C_ ("report", "All others"), first_charted (source->by)->unit,
                                                     SALON_CHART_TONE_NEUTRAL);

  for (guint i = 0; i < along->len; i++) {
    gint64 sum = 0;

    for (guint j = MOST_SERIES; j < groups->len; j++)
      sum += crossing (source, g_array_index (along, Group, i).value, g_array_index (groups, Group, j).value, TRUE).value;
    salon_chart_series_add (series, sum, -1, -1);
  }
}

/* Of a field of colours the first grouping stands down and the second across; else the first goes along the axis. */
static void
add_crossed (const Source *source, SalonChart *chart)
{
  gboolean is_field = chart->kind == SALON_CHART_HEAT;
  g_autoptr (GArray) along = groups_of (source, is_field ? 1 : 0, FALSE);
  g_autoptr (GArray) groups = groups_of (source, is_field ? 0 : 1, !is_field);
  guint most = is_field ? groups->len : MIN (groups->len, MOST_SERIES);

  for (guint i = 0; i < along->len; i++) {
    g_autofree char *text = salon_people_by_text (source->by, is_field ? 1 : 0, g_array_index (along, Group, i).value);

    salon_chart_add_category (chart, text);
  }
  for (guint i = 0; i < most; i++) {
    gint64 group = g_array_index (groups, Group, i).value;
    g_autofree char *name = salon_people_by_text (source->by, is_field ? 0 : 1, group);
    SalonChartSeries *series = salon_chart_add_series (chart, name, first_charted (source->by)->unit,
                                                       salon_people_by_tone (source->by, is_field ? 0 : 1, group));

    for (guint j = 0; j < along->len; j++) {
      SalonChartValue value = crossing (source, g_array_index (along, Group, j).value, g_array_index (groups, Group, i).value, !is_field);

      salon_chart_series_add_value (series, &value);
    }
  }
  if (most < groups->len)
    add_others (source, chart, along, groups);
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

/* A row a cohort, the months across. */
static void
add_cohorts (const Source *source, SalonChart *chart, const GArray *along)
{
  for (guint i = 0; i < source->by->shown->len; i++) {
    const SalonPeopleMeasure *measure = source->by->shown->pdata[i];

    if (measure->how == SALON_PEOPLE_CELL)
      salon_chart_add_category (chart, salon_people_label (measure->label));
  }
  for (guint i = 0; i < along->len; i++)
    add_cohort (source, chart, g_array_index (along, guint, i));
}

static void
add_along (const Source *source, SalonChart *chart, const GArray *along)
{
  for (guint i = 0; i < along->len; i++) {
    g_autofree char *label = label_of (source, g_array_index (along, guint, i));

    salon_chart_add_category (chart, label);
  }
  if (chart->kind == SALON_CHART_PARETO)
    add_pareto (source, chart, along);
  else if (chart->kind == SALON_CHART_WATERFALL)
    add_waterfall (source, chart, along);
  else
    add_measures (source, chart, along);
}

/* Which grouping stands along the axis. */
static guint
key_along (const SalonPeopleBy *by, gboolean is_crossed, SalonChartKind kind)
{
  if (is_crossed)
    return kind == SALON_CHART_HEAT ? 1 : 0;
  return by->report->charts_leaves && by->n > 0 ? by->n - 1 : 0;
}

static gboolean
overlaps (const SalonPeopleBy *by, guint key)
{
  return by->keys[key].dimension != NULL && by->keys[key].dimension->overlaps;
}

/* Groups that overlap are no parts of a whole: one on the other, or as running shares, they would sum to more than there is.
 * Fields of colours have no place for another period: they are drawn as lines of time, or as bars. */
static SalonChartKind
kind_of (const SalonPeopleBy *by)
{
  int wanted = salon_report_spec_chart (by->ask->spec);
  SalonChartKind kind = wanted >= 0 ? (SalonChartKind) wanted : by->ask->report->chart;
  gboolean is_stack = kind == SALON_CHART_STACKED || kind == SALON_CHART_AREAS;
  gboolean is_sum = kind == SALON_CHART_PARETO || kind == SALON_CHART_WATERFALL;
  gboolean is_field = kind == SALON_CHART_HEAT || kind == SALON_CHART_COHORTS;

  if (is_field && by->before != NULL)
    return by->time == 0 ? SALON_CHART_LINES : SALON_CHART_BARS;
  if ((is_stack && by->report->crosses && by->n > 1 && overlaps (by, 1)) || (is_sum && by->n > 0 && overlaps (by, 0)))
    return SALON_CHART_BARS;
  return kind;
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
  const Source source = { self, table, rows, FALSE };
  SalonChartKind kind = kind_of (self);
  g_autoptr (GArray) along = rows_along (&source);
  gboolean is_field = kind == SALON_CHART_HEAT || kind == SALON_CHART_COHORTS;
  gboolean is_cohorts = is_field && has_cells (self);
  gboolean is_crossed = self->n >= 2 && self->before == NULL && (kind == SALON_CHART_HEAT || (self->report->crosses && !is_field && kind != SALON_CHART_PARETO
                                                                      && kind != SALON_CHART_WATERFALL));
  SalonChart *chart = NULL;

  if (along->len == 0 || self->shown->len == 0)
    return NULL;
  chart = salon_chart_new (kind, is_cohorts ? NULL : salon_people_by_label (self, is_crossed && kind == SALON_CHART_HEAT ? 1 : 0));
  chart->is_ordered = is_cohorts ? self->report->is_triangle : salon_people_by_is_sequence (self, key_along (self, is_crossed, kind));
  if (is_cohorts)
    add_cohorts (&source, chart, along);
  else if (is_crossed)
    add_crossed (&source, chart);
  else
    add_along (&source, chart, along);
  return chart;
}
