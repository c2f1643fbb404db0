#pragma once
/* Which values stand along an axis, and how they are written there: short, with the unit said once. */
#include "base/report-chart.h"

G_BEGIN_DECLS

/**
 * SalonTicks:
 * @first: the lowest value on the axis
 * @n: how many steps there are up to the highest
 * @divisor: what the values are divided by where they are written
 * @power: how often a thousand is in it, beside the unit's own
 * @decimals: of the ticks
 * @value_decimals: of a value that stands at its mark
 */
typedef struct {
  SalonReportUnit unit;
  const SalonCurrency *currency;
  gint64 first;
  gint64 step;
  guint n;
  gint64 divisor;
  guint power;
  int decimals;
  int value_decimals;
} SalonTicks;

SalonTicks salon_ticks_make (gint64 low, gint64 high, SalonReportUnit unit, const SalonCurrency *currency, guint wanted);
gint64 salon_ticks_value (const SalonTicks *self, guint tick);
double salon_ticks_place (const SalonTicks *self, double value);
char *salon_ticks_text (const SalonTicks *self, guint tick);
char *salon_ticks_value_text (const SalonTicks *self, gint64 value);
char *salon_ticks_unit (const SalonTicks *self);

G_END_DECLS
