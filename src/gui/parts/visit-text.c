/* Visits in words: what is empty leaves no gap. */
#include "gui/parts/visit-text.h"
#include "base/text.h"

/**
 * salon_visit_text:
 *
 * Returns: (transfer full): one line: "Tue 24 Nov 10:00 · Manicure · Maria · Room 2"
 */
char *
salon_visit_text (const SalonTimelineVisit *visit, SalonDay today)
{
  g_autofree char *day = salon_day_format_relative ((SalonDay) (visit->start_min / SALON_MINUTES_A_DAY), today);
  g_autofree char *time = salon_minute_format ((int) (visit->start_min % SALON_MINUTES_A_DAY));
  g_autofree char *when = g_strdup_printf ("%s %s", day, time);
  const char *const parts[] = { when, visit->services, visit->employees, visit->rooms };

  return salon_text_join (parts, G_N_ELEMENTS (parts), " · ");
}

/**
 * salon_visit_where:
 *
 * Returns: (transfer full): with whom and where: "Maria · Room 2", and what was noted
 */
char *
salon_visit_where (const SalonTimelineVisit *visit)
{
  const char *const parts[] = { visit->employees, visit->rooms, visit->note };

  return salon_text_join (parts, G_N_ELEMENTS (parts), " · ");
}
