/* A day of a series is wanted at the time of the first visit.  Is that taken, the same time on another day comes first,
 * for people keep the hour and not the weekday when they allow "give or take some days"; then another time. */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/series.h"

/**
 * salon_series_parse_every:
 * @text: "4w" or "2m"; a number alone is weeks
 * @recurrence: (inout): gets unit and every
 */
gboolean
salon_series_parse_every (const char *text, SalonRecurrence *recurrence, GError **error)
{
  char *end = NULL;
  gint64 number = g_ascii_strtoll (text, &end, 10);
  gboolean weeks = end != text && (*end == '\0' || g_ascii_strcasecmp (end, "w") == 0);
  gboolean months = end != text && g_ascii_strcasecmp (end, "m") == 0;

  if ((!weeks && !months) || number < 0 || number > G_MAXINT16) {
    salon_set_field_error (error, "every", _("“%s” is no distance between visits; write 4w for weeks or 1m for months."), text);
    return FALSE;
  }
  recurrence->unit = months ? SALON_RECURRENCE_MONTHS : SALON_RECURRENCE_WEEKS;
  recurrence->every = (int) number;
  return TRUE;
}

/**
 * salon_series_validate:
 * @error: %SALON_ERROR_VALIDATION of "every", "flexible_days" or "times"; a series without an end is refused
 */
gboolean
salon_series_validate (const SalonRecurrence *recurrence, GError **error)
{
  if (recurrence->times >= SALON_SERIES_MIN_TIMES && recurrence->times <= SALON_RECURRENCE_MAX_TIMES)
    return salon_recurrence_validate (recurrence, error);
  salon_set_field_error (error, "times", _("A visit that repeats needs an end: %d to %d times."), SALON_SERIES_MIN_TIMES,
                         SALON_RECURRENCE_MAX_TIMES);
  return FALSE;
}

/**
 * salon_series_wanted:
 * @first_start: absolute wall minute of the first visit
 * @n: number of the visit; the first is 0
 *
 * Returns: absolute wall minute at which it is wanted
 */
gint64
salon_series_wanted (const SalonRecurrence *recurrence, gint64 first_start, int n)
{
  SalonDay first = (SalonDay) (first_start / SALON_MINUTES_A_DAY);

  return (gint64) salon_recurrence_day (recurrence, first, n) * SALON_MINUTES_A_DAY + first_start % SALON_MINUTES_A_DAY;
}

/**
 * salon_series_number_of:
 * @first: day of the first visit
 *
 * Returns: which visit of the series may be on @day, 1 and up; 0 = none.  Days of neighbours never meet, since fewer
 *   than half the days between them are allowed earlier or later.
 */
int
salon_series_number_of (const SalonRecurrence *recurrence, SalonDay first, SalonDay day)
{
  for (int n = 1; n < recurrence->times; n++)
    if (ABS (salon_recurrence_day (recurrence, first, n) - day) <= recurrence->flexible_days)
      return n;
  return 0;
}

typedef struct {
  int other_time; /* 0 = the same time of the day */
  int days;
  int earlier;
  gint64 minutes;
} Rank;

static Rank
rank_of (gint64 start, gint64 wanted)
{
  SalonDay day = (SalonDay) (start / SALON_MINUTES_A_DAY);
  SalonDay wanted_day = (SalonDay) (wanted / SALON_MINUTES_A_DAY);
  gint64 minutes = start % SALON_MINUTES_A_DAY - wanted % SALON_MINUTES_A_DAY;

  return (Rank){ minutes != 0, ABS (day - wanted_day), day < wanted_day, ABS (minutes) * 2 + (minutes < 0) };
}

static int
compare_starts (gconstpointer a, gconstpointer b, gpointer data)
{
  Rank one = rank_of (*(const gint64 *) a, *(const gint64 *) data);
  Rank other = rank_of (*(const gint64 *) b, *(const gint64 *) data);

  if (one.other_time != other.other_time)
    return one.other_time - other.other_time;
  if (one.days != other.days)
    return one.days - other.days;
  if (one.earlier != other.earlier)
    return one.earlier - other.earlier;
  return (one.minutes > other.minutes) - (one.minutes < other.minutes);
}

/**
 * salon_series_sort:
 * @starts: (element-type gint64): free times
 * @wanted: absolute wall minute
 *
 * Puts the best choice first: the time that is wanted; the same time of another day, the nearest first and of two
 * equally near the later; then other times of the nearest day, the nearest time first.
 */
void
salon_series_sort (GArray *starts, gint64 wanted)
{
  g_array_sort_with_data (starts, compare_starts, &wanted);
}

/**
 * salon_series_choose:
 * @starts: (element-type gint64): free times, in any order
 * @flexible_days: so many days earlier or later are allowed
 *
 * Returns: index of the best one, see salon_series_sort(); -1 if none is on an allowed day
 */
int
salon_series_choose (const GArray *starts, gint64 wanted, int flexible_days)
{
  int best = -1;

  for (guint i = 0; i < starts->len; i++) {
    const gint64 *start = &g_array_index (starts, gint64, i);

    if (rank_of (*start, wanted).days <= flexible_days
        && (best < 0 || compare_starts (start, &g_array_index (starts, gint64, best), &wanted) < 0))
      best = (int) i;
  }
  return best;
}
