#pragma once
/* A chart while it is laid out: what the kinds of charts share.  For the files of charts only. */
#include "report/chart-palette.h"
#include "report/chart-ticks.h"
#include "report/chart.h"

G_BEGIN_DECLS

/**
 * SalonChartPlan:
 * @scale: of texts, and of the spaces around them
 * @room: what is still free: the legend takes its part from above, the axes from the sides
 * @marks: (element-type SalonChartMark): series within categories, in the order in which they are read
 * @places: (nullable) (array): where each category is read; %NULL = in order
 */
typedef struct {
  const SalonChart *chart;
  const SalonCurrency *currency;
  SalonScene *scene;
  SalonPalette palette;
  double scale;
  SalonBox room;
  GArray *marks;
  guint *places;
} SalonChartPlan;

guint salon_plan_n_series (const SalonChartPlan *self);
guint salon_plan_n_categories (const SalonChartPlan *self);
SalonChartValue salon_plan_value (const SalonChartPlan *self, guint series, guint category);
const char *salon_plan_category (const SalonChartPlan *self, guint category);
gboolean salon_plan_is_empty (const SalonChartPlan *self);
gboolean salon_plan_has_scale (const SalonChartPlan *self);
guint salon_plan_steps (const SalonChartPlan *self, double room, double step, guint most);
void salon_plan_range (const SalonChartPlan *self, guint n_series, gint64 *low, gint64 *high);
gint64 salon_plan_add (gint64 a, gint64 b);
void salon_plan_set_mark (SalonChartPlan *self, guint series, guint category, const SalonBox *box, gboolean is_point);
SalonReportUnit salon_plan_unit (const SalonChartPlan *self);

G_END_DECLS
