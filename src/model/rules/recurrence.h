#pragma once
/* The days of a booking that repeats. */
#include "base/day.h"

G_BEGIN_DECLS

typedef enum {
  SALON_RECURRENCE_WEEKS,
  SALON_RECURRENCE_MONTHS,
} SalonRecurrenceUnit;

#define SALON_RECURRENCE_MAX_TIMES 100

/**
 * SalonRecurrence:
 * @unit: weeks or months
 * @every: every so many of them, at least 1
 * @flexible_days: a visit may lie so many days earlier or later, at most 15
 * @times: so many visits, the first one included
 */
typedef struct {
  SalonRecurrenceUnit unit;
  int every;
  int flexible_days;
  int times;
} SalonRecurrence;

/**
 * SalonRecurrenceAccept:
 *
 * Returns: whether the visit can be on that day
 */
typedef gboolean (*SalonRecurrenceAccept) (SalonDay day, gpointer data);

gboolean salon_recurrence_validate (const SalonRecurrence *recurrence, GError **error);
SalonDay salon_recurrence_day (const SalonRecurrence *recurrence, SalonDay first, int n);
void salon_recurrence_days (const SalonRecurrence *recurrence,
                            SalonDay first,
                            SalonRecurrenceAccept accept,
                            gpointer data,
                            SalonDay *days);

G_END_DECLS
