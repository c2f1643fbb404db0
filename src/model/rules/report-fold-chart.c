/* The chart of a fold: the first measure, or those that belong together, by the first grouping, or by the first two.  Time goes along the axis. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/report-compare.h"
#include "model/rules/report-fold-private.h"

/* More series than these are one, "all others". */
#define MOST_SERIES 7

/* Which of the first two groupings stands along the axis, and which makes the series; -1 = none. */
typedef struct {
  int along;
  int series;
} Axes;

static Axes
axes_of (const SalonReportPlan *plan)
{
  if (plan->n_dimensions < 2 || plan->compare != SALON_COMPARE_NONE)
    return (Axes){ 0, -1 };
  if (plan->chart != SALON_CHART_HEAT && g_strcmp0 (plan->dimensions[1]->within, plan->dimensions[0]->key) == 0)
    return (Axes){ 0, -1 }; /* no service is in two categories: as series each would have one value */
  if (plan->chart == SALON_CHART_HEAT || (plan->dimensions[0]->bucket < 0 && plan->dimensions[1]->bucket >= 0))
    return (Axes){ 1, 0 };
  return (Axes){ 0, 1 };
}

/* What is drawn: a measure and its column. */
typedef struct {
  const SalonReportMeasure *measure;
  gboolean before;
  int column;
  gboolean is_one; /* nothing stands beside it */
} Drawn;

static void
add_value (const SalonReportFold *self, SalonChartSeries *series, guint32 node, const Drawn *drawn)
{
  SalonChartValue value = { .row = salon_fold_node (self, node)->row, .column = drawn->column };

  value.is_empty = !salon_fold_measure (self, node, drawn->measure, drawn->before, &value.value);
  value.is_incomplete = salon_fold_is_incomplete (self, node);
  salon_chart_series_add_value (series, &value);
}

/* ---- one grouping */

static void
add_one (const SalonReportFold *self, SalonChart *chart, const GArray *nodes, const char *name, const Drawn *drawn)
{
  SalonChartTone tone = drawn->before ? SALON_CHART_TONE_NEUTRAL : drawn->is_one ? SALON_CHART_TONE_NEXT : drawn->measure->tone;
  SalonChartSeries *series = salon_chart_add_series (chart, name, drawn->measure->unit, tone);

  series->is_before = drawn->before;
  for (guint i = 0; i < nodes->len; i++)
    add_value (self, series, g_array_index (nodes, guint32, i), drawn);
}

/* Those of the plan that are shown; FALSE if there are no two of them, or the chart is of one thing. */
static gboolean
add_charted (const SalonReportFold *self, const SalonReportTable *table, SalonChart *chart, const GArray *nodes)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Drawn));

  if (self->plan.charted == NULL || self->plan.compare != SALON_COMPARE_NONE || chart->kind == SALON_CHART_PARETO)
    return FALSE;
  for (guint i = 0; i < self->plan.n_measures; i++) {
    const Drawn drawn = { self->plan.measures[i], FALSE, salon_report_table_find_column (table, self->plan.measures[i]->key), FALSE };

    if (g_strv_contains (self->plan.charted, drawn.measure->key))
      g_array_append_val (all, drawn);
  }
  for (guint i = 0; i < all->len && all->len > 1; i++) {
    const Drawn *drawn = &g_array_index (all, Drawn, i);

    add_one (self, chart, nodes, _(drawn->measure->label), drawn);
  }
  return all->len > 1;
}

/* All others are no bar: they would make the bars of the first few too short to be told apart. */
static GArray *
drawn_nodes (const SalonReportFold *self, const SalonChart *chart)
{
  GArray *nodes = salon_fold_children (self, 0);

  for (guint i = nodes->len; i > 0 && (chart->kind == SALON_CHART_BARS || chart->kind == SALON_CHART_STACKED); i--)
    if (salon_fold_node (self, g_array_index (nodes, guint32, i - 1))->value == SALON_REPORT_VALUE_REST)
      g_array_remove_index (nodes, i - 1);
  return nodes;
}

static void
add_running_share (const SalonReportFold *self, SalonChart *chart, const GArray *nodes)
{
  SalonChartSeries *series = salon_chart_add_series (chart, C_ ("report", "Running share"), SALON_REPORT_PERCENT, SALON_CHART_TONE_NEUTRAL);
  gint64 total = 0;
  gint64 sum = 0;

  (void) salon_fold_measure (self, 0, self->plan.measures[0], FALSE, &total);
  for (guint i = 0; i < nodes->len; i++) {
    guint32 node = g_array_index (nodes, guint32, i);
    gint64 value = 0;
    gint64 share = 0;

    (void) salon_fold_measure (self, node, self->plan.measures[0], FALSE, &value);
    sum += value;
    (void) (total > 0 && salon_money_mul_div (sum, 10000, total, &share));
    salon_chart_series_add (series, share, salon_fold_node (self, node)->row, (int) self->plan.n_dimensions);
  }
}

static void
fill_simple (const SalonReportFold *self, const SalonReportTable *table, SalonChart *chart)
{
  g_autoptr (GArray) nodes = drawn_nodes (self, chart);
  const SalonReportMeasure *first = self->plan.measures[0];
  int column = (int) self->plan.n_dimensions;

  for (guint i = 0; i < nodes->len; i++) {
    g_autofree char *text = salon_fold_text (self, g_array_index (nodes, guint32, i));

    salon_chart_add_category (chart, text);
  }
  if (add_charted (self, table, chart, nodes))
    return;
  add_one (self, chart, nodes, _(first->label), &(Drawn){ first, FALSE, column, TRUE });
  if (self->plan.compare != SALON_COMPARE_NONE)
    add_one (self, chart, nodes, salon_compare_heading (self->plan.compare), &(Drawn){ first, TRUE, column + 1 });
  if (chart->kind == SALON_CHART_PARETO)
    add_running_share (self, chart, nodes);
}

/* ---- two groupings */

/* A value of one of the two groupings, with its size over all of the other. */
typedef struct {
  gint64 value;
  gint64 size;
  char *text;
} Along;

static void
clear_along (gpointer data)
{
  g_free (((Along *) data)->text);
}

static int
compare_size (gconstpointer a, gconstpointer b)
{
  const Along *one = a;
  const Along *other = b;

  if (one->size != other->size)
    return one->size < other->size ? 1 : -1;
  return (one->value > other->value) - (one->value < other->value);
}

static int
compare_value (gconstpointer a, gconstpointer b)
{
  const Along *one = a;
  const Along *other = b;

  return (one->value > other->value) - (one->value < other->value);
}

static void
note_value (const SalonReportFold *self, GArray *list, SalonReportSet *places, guint32 node, gint64 size)
{
  gint64 value = salon_fold_node (self, node)->value;
  guint32 place = 0;

  if (salon_report_set_add (places, 0, (guint64) value, list->len, &place)) {
    Along one = { value, 0, salon_fold_text (self, node) };

    g_array_append_val (list, one);
  }
  g_array_index (list, Along, place).size += size;
}

/* All values of the grouping at @level (0 or 1), in the order in which they are drawn. */
static GArray *
values_at (const SalonReportFold *self, int level)
{
  const SalonReportDimension *dimension = self->plan.dimensions[level];
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Along));
  SalonReportSet *places = salon_report_set_new ();

  g_array_set_clear_func (list, clear_along);
  for (guint32 node = 1; node < self->nodes->len; node++) {
    gint64 size = 0;

    if (salon_fold_node (self, node)->level != (guint) level + 1)
      continue;
    (void) salon_fold_measure (self, node, self->plan.measures[0], FALSE, &size);
    note_value (self, list, places, node, size);
  }
  g_array_sort (list, dimension->by_value ? compare_value : compare_size);
  salon_report_set_free (places);
  return list;
}

static gboolean
node_at (const SalonReportFold *self, Axes axes, gint64 along, gint64 series, guint32 *node)
{
  guint32 first = 0;

  return salon_fold_child (self, 0, axes.along == 0 ? along : series, &first)
         && salon_fold_child (self, first, axes.along == 0 ? series : along, node);
}

static void
add_crossed (const SalonReportFold *self, SalonChart *chart, Axes axes, const GArray *along, const Along *one)
{
  SalonChartTone tone = one->value == SALON_REPORT_VALUE_REST ? SALON_CHART_TONE_NEUTRAL
                                                              : salon_report_dimension_tone (self->plan.dimensions[axes.series], one->value);
  SalonChartSeries *series = salon_chart_add_series (chart, one->text, self->plan.measures[0]->unit, tone);

  for (guint i = 0; i < along->len; i++) {
    SalonChartValue none = { .is_empty = TRUE, .row = -1, .column = -1 };
    guint32 node = 0;

    if (node_at (self, axes, g_array_index (along, Along, i).value, one->value, &node))
      add_value (self, series, node, &(Drawn){ self->plan.measures[0], FALSE, (int) self->plan.n_dimensions });
    else
      salon_chart_series_add_value (series, &none);
  }
}

/* What is beyond the palette, added up; it has no row of its own. */
static void
add_others (const SalonReportFold *self, SalonChart *chart, Axes axes, const GArray *along, const GArray *series)
{
  SalonChartSeries *others = salon_chart_add_series (chart, C_ ("report", "All others"), self->plan.measures[0]->unit,
                                                     SALON_CHART_TONE_NEUTRAL);

  for (guint i = 0; i < along->len; i++) {
    gint64 sum = 0;

    for (guint j = MOST_SERIES; j < series->len; j++) {
      guint32 node = 0;
      gint64 value = 0;

      if (node_at (self, axes, g_array_index (along, Along, i).value, g_array_index (series, Along, j).value, &node)
          && salon_fold_measure (self, node, self->plan.measures[0], FALSE, &value))
        sum += value;
    }
    salon_chart_series_add (others, sum, -1, -1);
  }
}

static gboolean
adds_up (const SalonReportMeasure *measure)
{
  return measure->kind == SALON_MEASURE_SUM || measure->kind == SALON_MEASURE_SUM_OF || measure->kind == SALON_MEASURE_LINES;
}

static void
fill_crossed (const SalonReportFold *self, SalonChart *chart, Axes axes)
{
  g_autoptr (GArray) along = values_at (self, axes.along);
  g_autoptr (GArray) series = values_at (self, axes.series);
  guint most = chart->kind == SALON_CHART_HEAT ? series->len : MIN (series->len, MOST_SERIES);

  for (guint i = 0; i < along->len; i++)
    salon_chart_add_category (chart, g_array_index (along, Along, i).text);
  for (guint i = 0; i < most; i++)
    add_crossed (self, chart, axes, along, &g_array_index (series, Along, i));
  if (most < series->len && adds_up (self->plan.measures[0]) && !self->plan.dimensions[axes.series]->overlaps)
    add_others (self, chart, axes, along, series);
}

/* Groups that overlap are no parts of a whole: one on the other, or as running shares, they would sum to more than there is. */
static SalonChartKind
kind_of (const SalonReportPlan *plan, Axes axes)
{
  gboolean is_stack = plan->chart == SALON_CHART_STACKED || plan->chart == SALON_CHART_AREAS;
  gboolean is_sum = plan->chart == SALON_CHART_PARETO || plan->chart == SALON_CHART_WATERFALL;

  if ((is_stack && axes.series >= 0 && plan->dimensions[axes.series]->overlaps) || (is_sum && plan->dimensions[axes.along]->overlaps))
    return SALON_CHART_BARS;
  return plan->chart;
}

/**
 * salon_fold_chart:
 * @table: whose rows the groups have already
 *
 * Returns: (transfer full) (nullable): %NULL if there is nothing to draw: no grouping
 */
SalonChart *
salon_fold_chart (const SalonReportFold *self, const SalonReportTable *table)
{
  Axes axes = axes_of (&self->plan);
  SalonChart *chart = NULL;

  if (self->plan.n_dimensions == 0 || table->rows->len == 0)
    return NULL;
  chart = salon_chart_new (kind_of (&self->plan, axes), _(self->plan.dimensions[axes.along]->label));
  chart->is_ordered = self->plan.dimensions[axes.along]->is_sequence;
  chart->scale_low = self->plan.measures[0]->scale_low;
  chart->scale_high = self->plan.measures[0]->scale_high;
  if (axes.series < 0)
    fill_simple (self, table, chart);
  else
    fill_crossed (self, chart, axes);
  return chart;
}
