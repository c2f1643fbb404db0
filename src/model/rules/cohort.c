/* Return, retention, rebooking: what each client adds to its figure.
 *
 * Return: at least k more visit days within D days after the first; the D days are over when first day + D has passed.
 * Retention: a visit in the n-th calendar month after that of the first visit; that month is over on its last day.
 * Rebooking: after a visit there was a next booking by the end of the day of the visit, or of the n-th day after it. */
#include "model/rules/cohort.h"

/**
 * salon_cohort_cell_add:
 * @hit: whether she came; of a time that has not begun it says nothing
 */
void
salon_cohort_cell_add (SalonCohortCell *cell, SalonCohortTime time, gboolean hit)
{
  switch (time) {
  case SALON_COHORT_OVER:
    cell->over++;
    cell->over_hits += hit;
    break;
  case SALON_COHORT_OPEN:
    cell->open++;
    cell->open_hits += hit;
    break;
  case SALON_COHORT_FUTURE:
  default:
    cell->future++;
    break;
  }
}

/**
 * salon_cohort_cell_is_empty:
 *
 * Returns: whether there is nobody whose time has begun, so that nothing can be said
 */
gboolean
salon_cohort_cell_is_empty (const SalonCohortCell *cell)
{
  return cell->over + cell->open == 0;
}

/**
 * salon_cohort_cell_is_incomplete:
 *
 * Returns: whether the figure may still grow
 */
gboolean
salon_cohort_cell_is_incomplete (const SalonCohortCell *cell)
{
  return cell->open + cell->future > 0;
}

/**
 * salon_cohort_cell_rate:
 * @only_over: leave out those who still have time, unless there are no others
 *
 * Returns: the share of those who came, in basis points, half up; 0 of an empty cell
 */
gint64
salon_cohort_cell_rate (const SalonCohortCell *cell, gboolean only_over)
{
  gboolean narrow = only_over && cell->over > 0;
  gint64 base = narrow ? cell->over : cell->over + cell->open;
  gint64 hits = narrow ? cell->over_hits : cell->over_hits + cell->open_hits;

  return base > 0 ? (hits * 10000 + base / 2) / base : 0;
}

/**
 * salon_cohort_returned:
 * @days: (array length=n_days): all counted days of a client, or the first one and those at the same master; ascending
 * @more: at least so many after the first
 * @within: in so many days after it
 */
gboolean
salon_cohort_returned (const SalonDay *days, guint n_days, guint more, int within)
{
  return n_days > more && days[more] <= days[0] + within;
}

/**
 * salon_cohort_return_time:
 * @until: the last day that is known, which itself counts as over
 */
SalonCohortTime
salon_cohort_return_time (SalonDay first_day, int within, SalonDay until)
{
  return first_day + within <= until ? SALON_COHORT_OVER : SALON_COHORT_OPEN;
}

/**
 * salon_cohort_months_between:
 *
 * Returns: by how many calendar months the month of @day is later than that of @first_day
 */
int
salon_cohort_months_between (SalonDay first_day, SalonDay day)
{
  int year = 0;
  int month = 0;
  int first_year = 0;
  int first_month = 0;

  salon_day_to_ymd (day, &year, &month, NULL);
  salon_day_to_ymd (first_day, &first_year, &first_month, NULL);
  return (year - first_year) * 12 + month - first_month;
}

/**
 * salon_cohort_months_of:
 * @self: empty at first; what it says stays where @first_day is of the same month
 * @first_day: of the first visit
 *
 * Looks the months up once for many clients.
 */
void
salon_cohort_months_of (SalonCohortMonths *self, SalonDay first_day)
{
  if (first_day >= self->starts[0] && first_day < self->starts[1])
    return;
  for (int i = 0; i < (int) G_N_ELEMENTS (self->starts); i++)
    self->starts[i] = salon_day_add_months (salon_day_first_of_month (first_day), i);
}

/**
 * salon_cohort_came_in_month:
 * @self: of the month of her first visit
 * @days: (array length=n_days): her counted days, ascending, each once
 * @month: in which calendar month after that of the first visit, %SALON_COHORT_MONTHS at most; 0 = in the same one, which
 *   everybody did
 */
gboolean
salon_cohort_came_in_month (const SalonCohortMonths *self, const SalonDay *days, guint n_days, int month)
{
  for (guint i = 0; i < n_days && days[i] < self->starts[month + 1]; i++)
    if (days[i] >= self->starts[month])
      return TRUE;
  return FALSE;
}

/**
 * salon_cohort_month_time:
 * @month: as above
 * @until: the last day that is known, which itself counts as over
 */
SalonCohortTime
salon_cohort_month_time (const SalonCohortMonths *self, int month, SalonDay until)
{
  if (self->starts[month] > until)
    return SALON_COHORT_FUTURE;
  return self->starts[month + 1] - 1 <= until ? SALON_COHORT_OVER : SALON_COHORT_OPEN;
}

static int
compare_rebookings (gconstpointer a, gconstpointer b)
{
  const SalonRebooking *left = a;
  const SalonRebooking *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

/**
 * salon_cohort_rebooked:
 * @visits: (element-type SalonRebooking): all visits of one client, whatever became of them; gets sorted by day
 * @days: (array length=n_days): her counted days, ascending
 * @soonest: (array length=n_days) (out caller-allocates): for each of them the first day on which there was a booking for
 *   a later day, never before the day itself; %SALON_DAY_NONE = there was none
 */
void
salon_cohort_rebooked (GArray *visits, const SalonDay *days, guint n_days, SalonDay *soonest)
{
  SalonDay made = SALON_DAY_NONE;
  guint next = visits->len;

  g_array_sort (visits, compare_rebookings);
  for (guint i = n_days; i > 0; i--) {
    SalonDay day = days[i - 1];

    for (; next > 0 && g_array_index (visits, SalonRebooking, next - 1).day > day; next--) {
      SalonDay candidate = g_array_index (visits, SalonRebooking, next - 1).made;

      made = made == SALON_DAY_NONE ? candidate : MIN (made, candidate);
    }
    soonest[i - 1] = made == SALON_DAY_NONE ? SALON_DAY_NONE : MAX (made, day);
  }
}
