/* A wish is met by a visit that lies, from its first minute to its last, on a wished day between the wished times, with
 * the wished master.  It fills a hole if it meets it: what is free beside the hole may be used, too. */
#include "config.h"
#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/waiting-match.h"

#define MOST_DAYS     366
#define MOST_SERVICES 8

/**
 * salon_waiting_validate:
 * @today: an entry that was over before it began is refused
 * @error: %SALON_ERROR_VALIDATION with the field
 */
gboolean
salon_waiting_validate (const SalonWaiting *waiting, guint n_services, SalonDay today, GError **error)
{
  if (waiting->client_id == 0)
    salon_set_field_error (error, "client_id", _("Choose a client."));
  else if (n_services == 0 || n_services > MOST_SERVICES)
    salon_set_field_error (error, "service_ids", ngettext ("Choose at least one service, and at most %d.",
                                                           "Choose at least one service, and at most %d.", MOST_SERVICES),
                           MOST_SERVICES);
  else if (waiting->to_day < waiting->from_day)
    salon_set_field_error (error, "to_day", _("The last day is before the first one."));
  else if (waiting->to_day < today)
    salon_set_field_error (error, "to_day", _("The last day is over already."));
  else if (waiting->to_day - waiting->from_day > MOST_DAYS)
    salon_set_field_error (error, "to_day", _("Somebody can wait for one year at most."));
  else if (waiting->to_min <= waiting->from_min)
    salon_set_field_error (error, "to_min", _("The time ends before it begins."));
  else if ((waiting->weekdays & SALON_WAITING_ALL_WEEKDAYS) == 0)
    salon_set_field_error (error, "weekdays", _("Choose at least one weekday."));
  else
    return TRUE;
  return FALSE;
}

/**
 * salon_waiting_day_suits:
 *
 * Returns: whether she can on that day
 */
gboolean
salon_waiting_day_suits (const SalonWaiting *waiting, SalonDay day)
{
  return day >= waiting->from_day && day <= waiting->to_day
         && (waiting->weekdays & (1 << (salon_day_weekday (day) - 1))) != 0;
}

/**
 * salon_waiting_suits:
 * @start: absolute wall minute at which the visit begins
 * @end: first minute after
 *
 * Returns: whether master, day and time are as she wishes
 */
gboolean
salon_waiting_suits (const SalonWaiting *waiting, gint64 employee_id, gint64 start, gint64 end)
{
  SalonDay day = (SalonDay) (start / SALON_MINUTES_A_DAY);
  gint64 midnight = (gint64) day * SALON_MINUTES_A_DAY;

  return (waiting->employee_id == 0 || waiting->employee_id == employee_id) && salon_waiting_day_suits (waiting, day)
         && start - midnight >= waiting->from_min && end - midnight <= waiting->to_min;
}

/**
 * salon_waiting_closed:
 * @first: first day that matters
 * @last: last day that matters
 *
 * Returns: (transfer full) (element-type SalonInterval): when she cannot come, from the beginning of @first to the end of
 *   the night after @last, normalised
 */
GArray *
salon_waiting_closed (const SalonWaiting *waiting, SalonDay first, SalonDay last)
{
  g_autoptr (GArray) whole = salon_intervals_new ();
  g_autoptr (GArray) open = salon_intervals_new ();

  salon_intervals_add (whole, (gint64) first * SALON_MINUTES_A_DAY, ((gint64) last + 2) * SALON_MINUTES_A_DAY);
  salon_intervals_normalize (whole);
  for (SalonDay day = MAX (first - 1, (SalonDay) waiting->from_day); day <= MIN (last, (SalonDay) waiting->to_day); day++)
    if (salon_waiting_day_suits (waiting, day))
      salon_intervals_add (open, (gint64) day * SALON_MINUTES_A_DAY + waiting->from_min,
                           (gint64) day * SALON_MINUTES_A_DAY + waiting->to_min);
  salon_intervals_normalize (open);
  return salon_intervals_subtract (whole, open);
}

/**
 * salon_waiting_choose:
 * @starts: (element-type gint64): free times with the hole's employee, ascending
 * @length: minutes of the visit
 *
 * Returns: index of the first that lies in the hole, else of the first that meets it; -1 if none does
 */
int
salon_waiting_choose (const GArray *starts, gint64 length, const SalonHole *hole)
{
  int meets = -1;

  for (guint i = 0; i < starts->len; i++) {
    gint64 start = g_array_index (starts, gint64, i);

    if (start >= hole->from && start + length <= hole->to)
      return (int) i;
    if (meets < 0 && start < hole->to && start + length > hole->from)
      meets = (int) i;
  }
  return meets;
}

/**
 * salon_waiting_compare:
 *
 * Returns: below 0 if @a is asked before @b: the more important client, then who has waited longer
 */
int
salon_waiting_compare (const SalonWaitingRank *a, const SalonWaitingRank *b)
{
  gint64 class_a = a->importance != 0 ? a->importance : G_MAXINT8;
  gint64 class_b = b->importance != 0 ? b->importance : G_MAXINT8;

  if (class_a != class_b)
    return class_a < class_b ? -1 : 1;
  if (a->created_at != b->created_at)
    return a->created_at < b->created_at ? -1 : 1;
  return (a->id > b->id) - (a->id < b->id);
}
