/* Only what is a wish is said: who can always come has nothing to say about the time. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/waiting-text.h"

static void
add (GString *text, const char *part)
{
  if (part != NULL && *part != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
}

static char *
days_text (const SalonWaiting *waiting, SalonDay today)
{
  g_autofree char *from = salon_day_format_relative ((SalonDay) waiting->from_day, today);
  g_autofree char *to = salon_day_format_relative ((SalonDay) waiting->to_day, today);

  if (waiting->from_day == waiting->to_day)
    return g_steal_pointer (&to);
  if (waiting->from_day <= today)
    /* Translators: she can come until that day: "until 24 June" */
    return g_strdup_printf (C_ ("waiting list", "until %s"), to);
  return g_strdup_printf ("%s – %s", from, to);
}

static char *
weekdays_text (const SalonWaiting *waiting)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if ((waiting->weekdays & SALON_WAITING_ALL_WEEKDAYS) == SALON_WAITING_ALL_WEEKDAYS)
    return NULL;
  for (int i = 0; i < 7; i++)
    if ((waiting->weekdays & (1 << i)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", salon_weekday_short_name (i + 1));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
hours_text (const SalonWaiting *waiting)
{
  g_autofree char *from = salon_minute_format ((int) waiting->from_min);
  g_autofree char *to = salon_minute_format ((int) (waiting->to_min % SALON_MINUTES_A_DAY));
  gboolean early = waiting->from_min == 0;
  gboolean late = waiting->to_min >= SALON_MINUTES_A_DAY;

  if (early && late)
    return NULL;
  if (late)
    /* Translators: she can come from that time of the day on */
    return g_strdup_printf (C_ ("waiting list", "from %s"), from);
  if (early)
    /* Translators: she can stay until that time of the day */
    return g_strdup_printf (C_ ("waiting list", "to %s"), to);
  return g_strdup_printf ("%s–%s", from, to);
}

/**
 * salon_waiting_wish_text:
 *
 * Returns: (transfer full): "until 24 June · Mon, Wed · 14:00–18:00 · Maria"
 */
char *
salon_waiting_wish_text (const SalonWaitingRow *row, SalonDay today)
{
  g_autofree char *days = days_text (row->waiting, today);
  g_autofree char *weekdays = weekdays_text (row->waiting);
  g_autofree char *hours = hours_text (row->waiting);
  GString *text = g_string_new (NULL);

  add (text, days);
  add (text, weekdays);
  add (text, hours);
  add (text, row->employee);
  add (text, row->waiting->note);
  return g_string_free (text, FALSE);
}

/**
 * salon_start_text:
 * @start_min: absolute wall minute
 *
 * Returns: (transfer full): "today 15:00"
 */
char *
salon_start_text (gint64 start_min, SalonDay today)
{
  g_autofree char *day = salon_day_format_relative ((SalonDay) (start_min / SALON_MINUTES_A_DAY), today);
  g_autofree char *time = salon_minute_format ((int) (start_min % SALON_MINUTES_A_DAY));

  /* Translators: a day and a time: "today 10:00" */
  return g_strdup_printf (C_ ("free time", "%1$s %2$s"), day, time);
}

/**
 * salon_free_slot_text:
 *
 * Returns: (transfer full): "today 15:00 · Maria"
 */
char *
salon_free_slot_text (const SalonFreeSlot *slot, SalonDay today)
{
  g_autofree char *start = salon_start_text (slot->start_min, today);

  return g_strjoin (" · ", start, slot->employee, NULL);
}

/**
 * salon_waiting_booked_text:
 *
 * Returns: (transfer full): for the note after booking
 */
char *
salon_waiting_booked_text (const char *client, const SalonFreeSlot *slot, SalonDay today)
{
  g_autofree char *when = salon_free_slot_text (slot, today);

  /* Translators: a client; when and with whom she is booked */
  return g_strdup_printf (_("%1$s is booked: %2$s."), client, when);
}
