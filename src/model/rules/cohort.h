#pragma once
/* Who of those that came first at about the same time came again, and when. */
#include "base/day.h"

G_BEGIN_DECLS

/* Whether the time in which she may come again is over. */
typedef enum {
  SALON_COHORT_OVER,
  SALON_COHORT_OPEN,   /* it has begun, and goes on */
  SALON_COHORT_FUTURE, /* it has not begun */
} SalonCohortTime;

/**
 * SalonCohortCell: numbers of clients; cells are added up by their members
 * @over: whose time is over
 * @over_hits: who of these came
 * @open: whose time goes on
 * @open_hits: who of these came already
 * @future: whose time has not begun
 */
typedef struct {
  gint64 over;
  gint64 over_hits;
  gint64 open;
  gint64 open_hits;
  gint64 future;
} SalonCohortCell;

#define SALON_COHORT_CELL_NUMBERS 5

/**
 * SalonRebooking:
 * @day: of a visit, counted or not
 * @made: the day on which it was booked
 */
typedef struct {
  SalonDay day;
  SalonDay made;
} SalonRebooking;

/* So many calendar months after that of the first visit are told of. */
#define SALON_COHORT_MONTHS 12

/**
 * SalonCohortMonths: the calendar of all who came first in the same month
 * @starts: first days of that month, of those after it, and of the one after the last
 */
typedef struct {
  SalonDay starts[SALON_COHORT_MONTHS + 2];
} SalonCohortMonths;

void salon_cohort_cell_add (SalonCohortCell *cell, SalonCohortTime time, gboolean hit);
gint64 salon_cohort_cell_rate (const SalonCohortCell *cell, gboolean only_over);
gboolean salon_cohort_cell_is_empty (const SalonCohortCell *cell);
gboolean salon_cohort_cell_is_incomplete (const SalonCohortCell *cell);

gboolean salon_cohort_returned (const SalonDay *days, guint n_days, guint more, int within);
SalonCohortTime salon_cohort_return_time (SalonDay first_day, int within, SalonDay until);
int salon_cohort_months_between (SalonDay first_day, SalonDay day);
void salon_cohort_months_of (SalonCohortMonths *self, SalonDay first_day);
gboolean salon_cohort_came_in_month (const SalonCohortMonths *self, const SalonDay *days, guint n_days, int month);
SalonCohortTime salon_cohort_month_time (const SalonCohortMonths *self, int month, SalonDay until);
void salon_cohort_rebooked (GArray *visits, const SalonDay *days, guint n_days, SalonDay *soonest);

G_END_DECLS
