#pragma once
/* How bars stand side by side in the slot of a category.  For the files of charts only. */
#include "report/chart-plan.h"

G_BEGIN_DECLS

/**
 * SalonColumns:
 * @n: how many stand side by side; what they are compared with stands behind them
 * @pitch: from one to the next
 * @start: of the first, from the beginning of the slot
 */
typedef struct {
  const SalonChartPlan *plan;
  guint n;
  double pitch;
  double start;
  double gap;
} SalonColumns;

SalonColumns salon_columns_make (const SalonChartPlan *plan, guint n, double slot, double widest);
guint salon_columns_count (const SalonChartPlan *plan);
guint salon_columns_number (const SalonChartPlan *plan, guint series);
gboolean salon_columns_has_before (const SalonChartPlan *plan);
void salon_columns_span (const SalonColumns *self, guint series, double *from, double *width);
void salon_columns_span_of (const SalonColumns *self, guint number, gboolean is_before, gboolean has_before, double *from,
                            double *width);

G_END_DECLS
