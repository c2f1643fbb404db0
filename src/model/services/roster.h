#pragma once
/* Who works when, day by day: the month of the staff with hours, absences, holidays, visits and sums. */
#include "base/clock.h"
#include "model/entities/holiday.h"
#include "model/entities/shift-template.h"
#include "model/services/shifts.h"

G_BEGIN_DECLS

/**
 * SalonRosterDay:
 * @what: where the hours come from
 * @parts: (array length=n_parts): the hours as they are said, whether she is there or not
 * @absence: SalonAbsenceKind; 0 = none
 * @minutes: that she works: less breaks, absences and holidays
 * @n_visits: that she has
 */
typedef struct {
  SalonShiftWhat what;
  guint n_parts;
  SalonHours parts[SALON_HOURS_MOST_PARTS];
  gint64 absence;
  int minutes;
  guint n_visits;
} SalonRosterDay;

/**
 * SalonRosterRow:
 * @without_hours: neither weekly hours nor shifts ahead: nobody can be booked with her
 * @days: (array): one for each day of the roster
 */
typedef struct {
  gint64 employee_id;
  char *name;
  gint64 color;
  gboolean bookable;
  gboolean without_hours;
  gint64 minutes;
  SalonRosterDay *days;
} SalonRosterRow;

/**
 * SalonRoster:
 * @rows: (element-type SalonRosterRow): all who work here, by position
 * @holidays: (array): for each day the salon's holiday, or %NULL
 * @n_working: (array): for each day how many work
 * @templates: (element-type SalonShiftTemplate): what can be painted with, by position
 */
typedef struct {
  SalonDay first_day;
  guint n_days;
  SalonDay today;
  GPtrArray *rows;
  SalonHoliday **holidays;
  guint *n_working;
  gint64 minutes;
  GPtrArray *templates;
} SalonRoster;

/* From first_day to last_day, at most 366 days. */
typedef struct {
  SalonDay first_day;
  SalonDay last_day;
} SalonRosterRequest;

#define SALON_ROSTER_MOST_DAYS 366

SalonRosterRequest *salon_roster_request_new (SalonDay first_day, SalonDay last_day);
SalonRoster *salon_roster_load (SalonTx *tx, const SalonRosterRequest *request, GError **error);
void salon_roster_free (SalonRoster *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonRoster, salon_roster_free)
SalonRosterDay *salon_roster_day (const SalonRoster *self, guint row, guint day);
gint64 salon_roster_real_minutes (SalonClock *clock, gint64 from_min, gint64 to_min);

extern const SalonQuery salon_query_roster; /* SalonRosterRequest → SalonRoster */

G_END_DECLS
