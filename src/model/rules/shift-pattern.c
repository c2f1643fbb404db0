/* Which days of a span are worked.  All is counted from days since 1970, so months, leap years and weeks need no care. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "model/rules/shift-pattern.h"

#define DAYS_A_WEEK 7
#define FOUR_WEEKS  28

/* "2/2": only digits beside the stroke. */
static gboolean
read_cycle (const char *text, int *on, int *off)
{
  const char *stroke = strchr (text, '/');
  gsize before = strspn (text, "0123456789");

  if (stroke == NULL || before == 0 || before > 2 || text + before != stroke)
    return FALSE;
  if (strspn (stroke + 1, "0123456789") != strlen (stroke + 1) || stroke[1] == '\0' || strlen (stroke + 1) > 2)
    return FALSE;
  *on = atoi (text);
  *off = atoi (stroke + 1);
  return TRUE;
}

/**
 * salon_shift_pattern_parse:
 * @text: "weekdays", "odd", "even", "2/2", or "every-3" for one day of three
 * @pattern: (inout): its start and weekend stay as they are
 * @error: %SALON_ERROR_VALIDATION of "pattern"
 */
gboolean
salon_shift_pattern_parse (const char *text, SalonShiftPattern *pattern, GError **error)
{
  int n = 0;

  if (g_str_equal (text, "odd") || g_str_equal (text, "even") || g_str_equal (text, "weekdays")) {
    pattern->kind = text[0] == 'o' ? SALON_PATTERN_ODD : text[0] == 'e' ? SALON_PATTERN_EVEN : SALON_PATTERN_WEEKDAYS;
    return TRUE;
  }
  pattern->kind = SALON_PATTERN_CYCLE;
  if (g_str_has_prefix (text, "every-") && strspn (text + strlen ("every-"), "0123456789") == strlen (text + strlen ("every-")))
    n = atoi (text + strlen ("every-"));
  if (n >= 1) {
    pattern->on = 1;
    pattern->off = n - 1;
  } else if (!read_cycle (text, &pattern->on, &pattern->off)) {
    salon_set_field_error (error, "pattern", _("“%s” is no pattern. There are weekdays, odd, even, 2/2 and every-3."), text);
    return FALSE;
  }
  if (pattern->on >= 1 && pattern->on <= SALON_PATTERN_MOST_DAYS && pattern->off <= SALON_PATTERN_MOST_DAYS)
    return TRUE;
  salon_set_field_error (error, "pattern", _("A pattern has 1 to %d days at work and up to %d free ones."),
                         SALON_PATTERN_MOST_DAYS, SALON_PATTERN_MOST_DAYS);
  return FALSE;
}

/**
 * salon_shift_pattern_works:
 *
 * Returns: whether @day is one at work
 */
gboolean
salon_shift_pattern_works (const SalonShiftPattern *pattern, SalonDay day)
{
  int length = pattern->on + pattern->off;
  int mday = 0;
  int at = 0;

  switch (pattern->kind) {
  case SALON_PATTERN_WEEKDAYS:
    return (pattern->weekend & (1u << salon_day_weekday (day))) == 0;
  case SALON_PATTERN_CYCLE:
    at = length > 0 ? (day - pattern->start) % length : 0;
    return (at < 0 ? at + length : at) < pattern->on;
  case SALON_PATTERN_ODD:
  case SALON_PATTERN_EVEN:
  default:
    salon_day_to_ymd (day, NULL, NULL, &mday);
    return (mday % 2 == 1) == (pattern->kind == SALON_PATTERN_ODD);
  }
}

/**
 * salon_shift_copy_source:
 * @day: of a month that is filled from the one before
 * @first_day: the first of that month
 *
 * Returns: the day of the month before that is copied to it: the same weekday, four weeks ago, or five where four
 *   weeks ago is the same month
 */
SalonDay
salon_shift_copy_source (SalonDay day, SalonDay first_day)
{
  SalonDay source = day - FOUR_WEEKS;

  return source < first_day ? source : source - DAYS_A_WEEK;
}
