/* The days of a booking that repeats: every so many weeks or months, give or take some days.
 *
 * Each day is counted from the first one, so that 31 January gives 28 February and 31 March, and a visit that was
 * shifted does not shift those after it.  iCalendar's rules (libical) know no "give or take". */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/recurrence.h"

#define MAX_EVERY    52
#define MAX_FLEXIBLE 15

/**
 * salon_recurrence_validate:
 * @error: %SALON_ERROR_VALIDATION of "every", "flexible_days" or "times"
 *
 * Returns: whether there are such days
 */
gboolean
salon_recurrence_validate (const SalonRecurrence *recurrence, GError **error)
{
  int shortest = recurrence->unit == SALON_RECURRENCE_WEEKS ? 7 : 28;

  if (recurrence->every < 1 || recurrence->every > MAX_EVERY) {
    salon_set_field_error (error, "every", _("A visit can repeat every 1 to %d weeks or months."),
                           MAX_EVERY);
    return FALSE;
  }
  if (recurrence->times < 1 || recurrence->times > SALON_RECURRENCE_MAX_TIMES) {
    salon_set_field_error (error, "times", _("A visit can repeat 1 to %d times."),
                           SALON_RECURRENCE_MAX_TIMES);
    return FALSE;
  }
  if (recurrence->flexible_days < 0 || recurrence->flexible_days > MAX_FLEXIBLE
      || recurrence->flexible_days * 2 >= recurrence->every * shortest) {
    salon_set_field_error (
        error, "flexible_days",
        _("The days earlier or later must be fewer than half the time between two visits."));
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_recurrence_day:
 * @first: day of the first visit
 * @n: number of the visit, the first one is 0
 *
 * Returns: its day if nothing speaks against it; months are clamped to their last day
 */
SalonDay
salon_recurrence_day (const SalonRecurrence *recurrence, SalonDay first, int n)
{
  return recurrence->unit == SALON_RECURRENCE_WEEKS ? first + n * recurrence->every * 7
                                                    : salon_day_add_months (first, n * recurrence->every);
}

/* The exact day, then one later, one earlier, two later, two earlier …; never before @earliest. */
static SalonDay
pick (SalonDay exact, int flexible_days, SalonDay earliest, SalonRecurrenceAccept accept, gpointer data)
{
  for (int distance = 0; distance <= flexible_days; distance++) {
    if (exact + distance >= earliest && accept (exact + distance, data))
      return exact + distance;
    if (distance > 0 && exact - distance >= earliest && accept (exact - distance, data))
      return exact - distance;
  }
  return SALON_DAY_NONE;
}

/**
 * salon_recurrence_days:
 * @first: day of the first visit
 * @accept: (nullable) (scope call): says which days are possible; %NULL = all
 * @days: (out caller-allocates) (array): room for as many days as there are visits
 *
 * For each visit the possible day nearest to the exact one, of two equally near the later; %SALON_DAY_NONE where
 * none is possible.  The first visit never lies before @first.
 */
void
salon_recurrence_days (const SalonRecurrence *recurrence,
                       SalonDay first,
                       SalonRecurrenceAccept accept,
                       gpointer data,
                       SalonDay *days)
{
  for (int n = 0; n < recurrence->times; n++) {
    SalonDay exact = salon_recurrence_day (recurrence, first, n);

    days[n] = accept == NULL ? exact : pick (exact, recurrence->flexible_days, first, accept, data);
  }
}
