#pragma once
/* The frame of a chart with upright bars or lines: values at the left, categories below.  For the files of charts only. */
#include "report/chart-plan.h"

G_BEGIN_DECLS

/**
 * SalonFrame:
 * @plot: between the axes
 * @slot: the width of a category
 */
typedef struct {
  SalonTicks ticks;
  SalonBox plot;
  double slot;
} SalonFrame;

SalonTicks salon_axes_ticks (const SalonChartPlan *plan, gint64 low, gint64 high);
SalonFrame salon_axes_frame (SalonChartPlan *plan, const SalonTicks *ticks, const SalonTicks *right, double headroom,
                             double margin);
void salon_axes_add_zero (SalonChartPlan *plan, const SalonFrame *frame);
double salon_frame_x (const SalonFrame *self, guint category);
double salon_frame_y (const SalonFrame *self, double value);

G_END_DECLS
