/* Service due = last done + the learned median of at least three intervals, or else the periodicity of the
 * service. */
#include "model/rules/rhythm.h"

#include <stdlib.h>

/* Habits change: older intervals than these say nothing any more. */
#define MAX_INTERVALS 12
#define MIN_INTERVALS 3

static int
compare_ints (gconstpointer a, gconstpointer b)
{
  const int *x = a;
  const int *y = b;

  return (*x > *y) - (*x < *y);
}

/**
 * salon_rhythm:
 * @days: (array length=n_days): days of visits, or of one service, ascending, each once
 *
 * Returns: the usual number of days between two of them: the median of the last twelve intervals, the
 *   smaller of the middle two; 0 if there are fewer than three
 */
int
salon_rhythm (const SalonDay *days, guint n_days)
{
  int intervals[MAX_INTERVALS];
  guint n = 0;

  for (guint i = n_days; i > 1 && n < MAX_INTERVALS; i--)
    intervals[n++] = days[i - 1] - days[i - 2];
  if (n < MIN_INTERVALS)
    return 0;
  qsort (intervals, n, sizeof *intervals, compare_ints);
  return intervals[(n - 1) / 2];
}

/**
 * salon_due_on:
 * @last_day: when it was done last; %SALON_DAY_NONE = never
 * @interval: days after which it is due again; 0 = it is never due
 * @today: the day asked for
 *
 * Returns: whether it is time again: overdue after the day, soon from a week before it on
 */
SalonDue
salon_due_on (SalonDay last_day, int interval, SalonDay today)
{
  if (last_day == SALON_DAY_NONE)
    return SALON_DUE_NEVER;
  if (interval <= 0 || today < last_day + interval - SALON_DUE_SOON_DAYS)
    return SALON_DUE_FRESH;
  return today <= last_day + interval ? SALON_DUE_SOON : SALON_DUE_OVERDUE;
}
