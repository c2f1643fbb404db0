/* From weekly hours, shifts, breaks, absences and holidays to the minutes in which somebody works.
 *
 * Everything belongs to a working day, which may run past midnight: an absence on Monday takes away Monday's shift
 * to 02:00 as a whole, and nothing of Tuesday's.  A holiday closes the salon whatever the shifts say. */
#include "model/rules/schedule.h"

static gint64
minute_of (SalonDay day, int minute)
{
  return (gint64) day * SALON_MINUTES_A_DAY + minute;
}

static void
add_weekly (GArray *set, const SalonScheduleWeekly *weekly, guint n, SalonDay day)
{
  int weekday = salon_day_weekday (day);

  for (guint i = 0; i < n; i++)
    if (weekly[i].weekday == 0 || weekly[i].weekday == weekday)
      salon_intervals_add (set, minute_of (day, weekly[i].from), minute_of (day, weekly[i].to));
}

/* Returns: whether there is any entry for @day, be it "does not work" */
static gboolean
add_dated (GArray *set, const SalonScheduleDated *dated, guint n, SalonDay day)
{
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++) {
    if (dated[i].day != day)
      continue;
    any = TRUE;
    salon_intervals_add (set, minute_of (day, dated[i].from), minute_of (day, dated[i].to));
  }
  return any;
}

/* A whole day is the calendar day, and what of the day's hours lies beyond midnight. */
static void
add_away (GArray *set, const SalonScheduleAway *away, guint n, SalonDay day, const GArray *hours)
{
  for (guint i = 0; i < n; i++) {
    if (day < away[i].first_day || day > away[i].last_day)
      continue;
    if (away[i].from < away[i].to) {
      salon_intervals_add (set, minute_of (day, away[i].from), minute_of (day, away[i].to));
      continue;
    }
    salon_intervals_add (set, minute_of (day, 0), minute_of (day, SALON_MINUTES_A_DAY));
    g_array_append_vals (set, hours->data, hours->len);
  }
  salon_intervals_normalize (set);
}

static GArray *
hours_less_breaks (const SalonScheduleInput *input, SalonDay day)
{
  g_autoptr (GArray) hours = salon_intervals_new ();
  g_autoptr (GArray) breaks = salon_intervals_new ();

  if (!add_dated (hours, input->shifts, input->n_shifts, day))
    add_weekly (hours, input->weekly, input->n_weekly, day);
  add_weekly (breaks, input->weekly_breaks, input->n_weekly_breaks, day);
  add_dated (breaks, input->breaks, input->n_breaks, day);
  salon_intervals_normalize (hours);
  salon_intervals_normalize (breaks);
  return salon_intervals_subtract (hours, breaks);
}

static void
add_day (SalonScheduleTimes *times, const SalonScheduleInput *input, SalonDay day)
{
  g_autoptr (GArray) hours = hours_less_breaks (input, day);
  g_autoptr (GArray) away = salon_intervals_new ();
  g_autoptr (GArray) closed = salon_intervals_new ();
  g_autoptr (GArray) present = NULL;
  g_autoptr (GArray) working = NULL;

  add_away (away, input->absences, input->n_absences, day, hours);
  add_away (closed, input->holidays, input->n_holidays, day, hours);
  present = salon_intervals_subtract (hours, away);
  working = salon_intervals_subtract (present, closed);
  g_array_append_vals (times->working, working->data, working->len);
  g_array_append_vals (times->away, away->data, away->len);
  g_array_append_vals (times->closed, closed->data, closed->len);
}

/**
 * salon_schedule_times_new:
 * @first_day: first working day
 * @last_day: last working day; the result may run past its midnight
 *
 * The part after midnight belongs to the working day on which it began: whoever wants the first hours of a day too
 * asks from the day before.
 *
 * Returns: (transfer full): when she works, and when and why not
 */
SalonScheduleTimes *
salon_schedule_times_new (const SalonScheduleInput *input, SalonDay first_day, SalonDay last_day)
{
  SalonScheduleTimes *times = g_new0 (SalonScheduleTimes, 1);

  times->working = salon_intervals_new ();
  times->away = salon_intervals_new ();
  times->closed = salon_intervals_new ();
  for (SalonDay day = first_day; day <= last_day; day++)
    add_day (times, input, day);
  salon_intervals_normalize (times->working);
  salon_intervals_normalize (times->away);
  salon_intervals_normalize (times->closed);
  return times;
}

/**
 * salon_schedule_times_free:
 * @times: (transfer full) (nullable):
 */
void
salon_schedule_times_free (SalonScheduleTimes *times)
{
  if (times == NULL)
    return;
  g_array_unref (times->working);
  g_array_unref (times->away);
  g_array_unref (times->closed);
  g_free (times);
}

/**
 * salon_schedule_working:
 *
 * As salon_schedule_times_new(), only the working time.
 *
 * Returns: (transfer full): a set of #SalonInterval in absolute minutes
 */
GArray *
salon_schedule_working (const SalonScheduleInput *input, SalonDay first_day, SalonDay last_day)
{
  g_autoptr (SalonScheduleTimes) times = salon_schedule_times_new (input, first_day, last_day);

  return g_array_ref (times->working);
}
