#pragma once
/* Facts folded into groups: pure, one fact after the other, in the order of their days; first all of the period, then all of
 * that which it is compared with.  (What must be remembered to count different things is little then.)
 *
 *   fold = salon_report_fold_new (plan)      what by what
 *   salon_report_fold_add (fold, fact, FALSE)      again and again; TRUE for the period it is compared with
 *   salon_report_fold_fill (fold, table)      rows with subtotals, top and rest, total, and the chart
 */
#include "base/report-table.h"
#include "model/rules/report-measure.h"

G_BEGIN_DECLS

/**
 * SalonReportPlan:
 * @source: of the facts
 * @dimensions: (array length=n_dimensions): the groupings
 * @measures: (array length=n_measures): what is shown
 * @compare: whether there is another period
 * @from: first day
 * @to: last day
 * @until: the last day or today: what ends later is not over
 * @charted: (array zero-terminated=1) (nullable): measures that stand in a chart of one grouping together, as far as they are shown;
 *   %NULL = the first alone
 * @top: so many of the first grouping; 0 = all
 * @maps: borrowed
 */
typedef struct {
  SalonFactSource source;
  const SalonReportDimension *dimensions[SALON_REPORT_GROUPINGS_MAX];
  guint n_dimensions;
  const SalonReportMeasure **measures;
  guint n_measures;
  SalonCompare compare;
  SalonDay from;
  SalonDay to;
  SalonDay until;
  guint top;
  SalonChartKind chart;
  const char *const *charted;
  const SalonReportMaps *maps;
} SalonReportPlan;

/* The value of the first grouping under which everything stands that the top left out. */
#define SALON_REPORT_VALUE_REST G_MININT64

typedef struct _SalonReportFold SalonReportFold;

SalonReportFold *salon_report_fold_new (const SalonReportPlan *plan);
void salon_report_fold_free (SalonReportFold *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonReportFold, salon_report_fold_free)

void salon_report_fold_add (SalonReportFold *self, const SalonFact *fact, gboolean before);
gboolean salon_report_fold_narrow_to_top (SalonReportFold *self);
gboolean salon_report_fold_is_rest (const SalonReportFold *self, const SalonFact *fact);
void salon_report_fold_each_value (const SalonReportFold *self, SalonNames names, void (*take) (gint64 value, gpointer data), gpointer data);
void salon_report_fold_fill (SalonReportFold *self, SalonReportTable *table);

gboolean salon_report_path_holds (const SalonReportPlan *plan, const SalonFact *fact, const gint64 *path, guint level);
SalonFactNeeds salon_report_plan_needs (const SalonReportPlan *plan);
gboolean salon_report_plan_overlaps (const SalonReportPlan *plan);

G_END_DECLS
