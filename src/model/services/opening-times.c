/* When the salon itself is open. */
#include "config.h"

#include "model/services/staff.h"
#include "model/services/opening-times.h"
#include "model/store/schedule-store.h"

/**
 * salon_opening_times:
 * @with_holidays: whether the salon is closed on them
 * @known: (out): whether any hours were said
 *
 * Returns: (transfer full): when the salon is open by its own hours and holidays
 */
SalonScheduleTimes *
salon_opening_times (SalonTx *tx, SalonDay first_day, SalonDay last_day, gboolean with_holidays, gboolean *known, GError **error)
{
  g_autoptr (GArray) hours = salon_hours_load (tx, NULL, error);
  g_autoptr (SalonScheduleRows) rows =
      hours != NULL ? salon_schedule_store_load (tx, G_MAXINT64, first_day, last_day, error) : NULL;
  g_autoptr (GArray) weekly = g_array_new (FALSE, FALSE, sizeof (SalonScheduleWeekly));
  g_autoptr (GArray) holidays = g_array_new (FALSE, FALSE, sizeof (SalonScheduleAway));
  SalonScheduleInput input = { 0 };

  if (rows == NULL)
    return NULL;
  for (guint i = 0; i < hours->len; i++) {
    const SalonHoursPart *part = &g_array_index (hours, SalonHoursPart, i);
    SalonScheduleWeekly entry = { (int) part->weekday, (int) part->from_min, (int) part->to_min };

    g_array_append_val (weekly, entry);
  }
  for (guint i = 0; with_holidays && i < rows->holidays->len; i++) {
    const SalonScheduleRow *row = &g_array_index (rows->holidays, SalonScheduleRow, i);
    SalonScheduleAway entry = { row->first, row->last, row->from, row->to };

    g_array_append_val (holidays, entry);
  }
  *known = hours->len > 0;
  input.weekly = (const SalonScheduleWeekly *) (gconstpointer) weekly->data;
  input.n_weekly = weekly->len;
  input.holidays = (const SalonScheduleAway *) (gconstpointer) holidays->data;
  input.n_holidays = holidays->len;
  return salon_schedule_times_new (&input, first_day, last_day);
}
