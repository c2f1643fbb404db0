/* Rows of a table from the groups of a fold: each group, its subtotal first, then the total of everything. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/report-compare.h"
#include "model/rules/report-fold-private.h"

/* More empty buckets than this are not shown. */
#define MOST_BUCKETS 1200

/* ---- columns */

/* Of all months or days a share says nothing: it depends on how many there are. */
static gboolean
has_share (const SalonReportPlan *plan, guint measure)
{
  return measure == 0 && plan->compare == SALON_COMPARE_NONE && plan->n_dimensions > 0 && plan->dimensions[0]->bucket < 0
         && plan->measures[0]->kind != SALON_MEASURE_RATIO;
}

static void
add_columns (const SalonReportPlan *plan, SalonReportTable *table)
{
  table->n_groupings = plan->n_dimensions;
  for (guint i = 0; i < plan->n_dimensions; i++)
    salon_report_table_add_column (table, plan->dimensions[i]->key, _(plan->dimensions[i]->label), SALON_REPORT_TEXT,
                                   SALON_REPORT_LABEL);
  for (guint i = 0; i < plan->n_measures; i++) {
    const SalonReportMeasure *measure = plan->measures[i];
    guint column = salon_report_table_add_column (table, measure->key, _(measure->label), measure->unit, SALON_REPORT_VALUE);

    if (plan->compare != SALON_COMPARE_NONE) {
      salon_report_table_add_compared (table, column, plan->compare);
    } else if (has_share (plan, i)) {
      salon_report_table_add_column_of (table, column, SALON_REPORT_SHARE, C_ ("report", "Share"));
    }
  }
}

/* ---- cells */

static void
set_measure (const SalonReportFold *self, SalonReportRow *row, guint32 node, guint index, guint *column)
{
  const SalonReportMeasure *measure = self->plan.measures[index];
  gint64 now = 0;
  gint64 before = 0;
  gboolean has_now = salon_fold_measure (self, node, measure, FALSE, &now);
  gboolean has_before = salon_fold_measure (self, node, measure, TRUE, &before);

  if (self->plan.compare != SALON_COMPARE_NONE) {
    salon_report_row_set_compared (row, *column, measure->unit, has_now ? &now : NULL, has_before ? &before : NULL);
    *column += 3;
    return;
  }
  if (has_now)
    salon_report_row_set_value (row, *column, measure->unit, now);
  ++*column;
  if (has_share (&self->plan, index)) {
    gint64 total = 0;

    (void) salon_fold_measure (self, 0, measure, FALSE, &total);
    salon_report_row_set_ratio (row, *column, now, total);
    ++*column;
  }
}

static void
set_labels (const SalonReportFold *self, SalonReportRow *row, guint32 node)
{
  if (node == 0 && self->plan.n_dimensions > 0)
    salon_report_row_set_text (row, 0, C_ ("report", "Total"));
  for (; node != 0; node = salon_fold_node (self, node)->parent) {
    g_autofree char *text = salon_fold_text (self, node);

    salon_report_row_set_text (row, salon_fold_node (self, node)->level - 1, text);
  }
}

static void
add_row (SalonReportFold *self, SalonReportTable *table, guint32 node, SalonReportRowKind kind)
{
  gint64 path[SALON_REPORT_GROUPINGS_MAX] = { 0 };
  guint level = salon_fold_node (self, node)->level;
  guint column = self->plan.n_dimensions;
  SalonReportRow *row = NULL;

  salon_fold_path (self, node, path);
  salon_fold_node (self, node)->row = (int) table->rows->len;
  row = salon_report_table_add_row (table, kind, path, level);
  row->is_incomplete = salon_fold_is_incomplete (self, node);
  set_labels (self, row, node);
  for (guint i = 0; i < self->plan.n_measures; i++)
    set_measure (self, row, node, i, &column);
}

/* ---- rows */

/* Times in which nothing happened are shown, too: a gap would be overlooked. */
static void
fill_gaps (SalonReportFold *self)
{
  int bucket = self->plan.n_dimensions > 0 ? self->plan.dimensions[0]->bucket : -1;
  SalonDay day = SALON_DAY_NONE;
  guint n = 0;

  if (bucket < 0)
    return;
  day = salon_bucket_of (self->plan.from, (SalonBucket) bucket, self->plan.maps->first_weekday);
  for (; day <= MIN (self->plan.to, self->plan.until) && n < MOST_BUCKETS; n++) {
    salon_fold_make_child (self, 0, day);
    day = salon_bucket_next (day, (SalonBucket) bucket);
  }
}

static void
add_groups (SalonReportFold *self, SalonReportTable *table, guint32 node)
{
  g_autoptr (GArray) children = salon_fold_children (self, node);

  for (guint i = 0; i < children->len; i++) {
    guint32 child = g_array_index (children, guint32, i);
    gboolean is_rest = salon_fold_node (self, child)->value == SALON_REPORT_VALUE_REST;
    gboolean has_groups = salon_fold_node (self, child)->level < self->plan.n_dimensions && !is_rest;

    add_row (self, table, child, is_rest ? SALON_REPORT_REST : has_groups ? SALON_REPORT_SUBTOTAL : SALON_REPORT_LEAF);
    if (has_groups)
      add_groups (self, table, child);
  }
}

/**
 * salon_report_fold_fill:
 * @table: without columns: gets columns, rows and the chart; without any fact it gets no rows and no chart
 */
void
salon_report_fold_fill (SalonReportFold *self, SalonReportTable *table)
{
  add_columns (&self->plan, table);
  if (self->n_facts == 0)
    return;
  fill_gaps (self);
  if (self->plan.n_dimensions > 0)
    add_groups (self, table, 0);
  add_row (self, table, 0, SALON_REPORT_TOTAL);
  table->chart = salon_fold_chart (self, table);
}
