#pragma once
/* The only place that reads the time.  Everything else is given a clock; tests give one that stands still. */
#include "base/day.h"
#include <glib-object.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLOCK (salon_clock_get_type ())
G_DECLARE_FINAL_TYPE (SalonClock, salon_clock, SALON, CLOCK, GObject)

SalonClock *salon_clock_new_system (void);
SalonClock *salon_clock_new_fixed (gint64 utc_us, const char *zone);
SalonClock *salon_clock_new_at (SalonDay day, int minute, const char *zone);
const char *salon_clock_zone (SalonClock *self);
void salon_clock_set_fixed (SalonClock *self, gint64 utc_us);
gint64 salon_clock_monotonic_us (void);
gint64 salon_clock_now_us (SalonClock *self);
SalonDay salon_clock_today (SalonClock *self);
int salon_clock_minute (SalonClock *self);
gint64 salon_clock_wall_minute (SalonClock *self);
SalonDay salon_clock_day_of (SalonClock *self, gint64 utc_us, int *minute);

/**
 * SalonClockSpan: the day that was asked for last
 * @from_us: where it begins, UTC microseconds
 * @to_us: where the next one begins; not after @from_us: not known
 */
typedef struct {
  SalonDay day;
  gint64 from_us;
  gint64 to_us;
} SalonClockSpan;

SalonDay salon_clock_day_near (SalonClock *self, gint64 utc_us, SalonClockSpan *span);
char *salon_clock_format (SalonClock *self, gint64 utc_us);
gboolean salon_clock_wall_to_utc (SalonClock *self, SalonDay day, int minute, gint64 *utc_us, int *next_valid);

G_END_DECLS
