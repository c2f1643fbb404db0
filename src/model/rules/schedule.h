#pragma once
/* From weekly hours, shifts, breaks, absences and holidays to the minutes in which somebody works. */
#include "base/day.h"
#include "model/rules/interval.h"

G_BEGIN_DECLS

/* A working day may run past midnight, to 02:00 at the latest. */
#define SALON_SCHEDULE_LAST_MINUTE (26 * 60)

/**
 * SalonScheduleWeekly:
 * @weekday: 1 = Monday … 7 = Sunday; 0 = every day
 * @from: minute of the day
 * @to: first minute after; more than 1440 runs past midnight
 */
typedef struct {
  int weekday;
  int from;
  int to;
} SalonScheduleWeekly;

/**
 * SalonScheduleDated:
 * @day: the day that it holds for
 * @from: minute of that day
 * @to: first minute after; as @from for "does not work that day"
 */
typedef struct {
  SalonDay day;
  int from;
  int to;
} SalonScheduleDated;

/**
 * SalonScheduleAway:
 * @first_day: first day
 * @last_day: last day
 * @from: minute of each of these days
 * @to: first minute after; as @from for whole days
 */
typedef struct {
  SalonDay first_day;
  SalonDay last_day;
  int from;
  int to;
} SalonScheduleAway;

/**
 * SalonScheduleInput:
 * @weekly: hours that repeat every week; several a day are allowed
 * @shifts: hours of single days; a day that has any does not follow @weekly
 * @weekly_breaks: breaks that repeat
 * @breaks: breaks of single days, besides the weekly ones
 * @absences: when the employee is away
 * @holidays: when the salon is closed
 *
 * What is known about an employee, or, without breaks and absences, about the opening hours of the salon.
 * Nothing has to be sorted.
 */
typedef struct {
  const SalonScheduleWeekly *weekly;
  guint n_weekly;
  const SalonScheduleDated *shifts;
  guint n_shifts;
  const SalonScheduleWeekly *weekly_breaks;
  guint n_weekly_breaks;
  const SalonScheduleDated *breaks;
  guint n_breaks;
  const SalonScheduleAway *absences;
  guint n_absences;
  const SalonScheduleAway *holidays;
  guint n_holidays;
} SalonScheduleInput;

/**
 * SalonScheduleTimes:
 * @working: sets of #SalonInterval in absolute minutes: when she works
 * @away: when she is absent, whether she would have worked or not
 * @closed: when the salon has a holiday
 */
typedef struct {
  GArray *working;
  GArray *away;
  GArray *closed;
} SalonScheduleTimes;

GArray *salon_schedule_working (const SalonScheduleInput *input, SalonDay first_day, SalonDay last_day);
SalonScheduleTimes *
salon_schedule_times_new (const SalonScheduleInput *input, SalonDay first_day, SalonDay last_day);
void salon_schedule_times_free (SalonScheduleTimes *times);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonScheduleTimes, salon_schedule_times_free)

G_END_DECLS
