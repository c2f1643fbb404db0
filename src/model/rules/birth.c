/* Birthdays.  Who was born on 29 February has her birthday on the 28th in other years. */
#include "config.h"
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "model/rules/birth.h"
#include "model/rules/validate-client.h"

#define A_LEAP_YEAR 2000

static gboolean
is_year (const char *text)
{
  return strlen (text) == 4 && strspn (text, "0123456789") == 4;
}

/* Words like "tomorrow" and "+3" are days, but no birthdays. */
static gboolean
is_relative (const char *text)
{
  return *text == '+' || *text == '-' || strpbrk (text, "0123456789") == NULL;
}

/* Whether the year was written in full. */
static gboolean
says_year (const char *text, int year)
{
  g_autofree char *digits = g_strdup_printf ("%d", year);

  return strstr (text, digits) != NULL;
}

static gboolean
parse_day (const char *text, SalonDay today, SalonBirth *birth, GError **error)
{
  SalonDay day = SALON_DAY_NONE;
  int this_year = 0;

  salon_day_to_ymd (today, &this_year, NULL, NULL);
  if (salon_day_parse (text, &day, NULL)) {
    salon_day_to_ymd (day, &birth->year, &birth->month, &birth->mday);
    if (birth->year > this_year && !says_year (text, birth->year)) /* "58" is 1958 */
      birth->year -= 100;
    return TRUE;
  }
  if (is_relative (text))
    return salon_day_parse (text, &day, error);
  if (!salon_day_parse_near (text, salon_day_from_ymd (A_LEAP_YEAR, 7, 1), &day, error))
    return FALSE;
  salon_day_to_ymd (day, NULL, &birth->month, &birth->mday);
  return TRUE;
}

/**
 * salon_birth_parse:
 * @text: "14.05.1988", "14.05.88", "14 May", "1988"; empty = not said
 * @birth: (out): what it says
 * @error: %SALON_ERROR_VALIDATION of "birth_year", "birth_month", "birth_mday" or "day"
 *
 * Returns: whether somebody can have been born then
 */
gboolean
salon_birth_parse (const char *text, SalonDay today, SalonBirth *birth, GError **error)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));

  *birth = (SalonBirth){ 0 };
  if (*clean == '\0')
    return TRUE;
  if (is_year (clean))
    birth->year = (int) g_ascii_strtoll (clean, NULL, 10);
  else if (!parse_day (clean, today, birth, error))
    return FALSE;
  return salon_validate_birth (birth->year, birth->month, birth->mday, today, error);
}

/**
 * salon_birth_edit_text:
 *
 * Returns: (transfer full): as salon_birth_parse() reads it
 */
char *
salon_birth_edit_text (const SalonBirth *birth)
{
  if (birth->month == 0)
    return birth->year != 0 ? g_strdup_printf ("%d", birth->year) : g_strdup ("");
  if (birth->year == 0)
    return g_strdup_printf ("%02d.%02d.", birth->mday, birth->month);
  return g_strdup_printf ("%02d.%02d.%d", birth->mday, birth->month, birth->year);
}

/**
 * salon_birth_age:
 *
 * Returns: full years on @today; without day and month those that she becomes in this year; -1 without the year
 */
int
salon_birth_age (const SalonBirth *birth, SalonDay today)
{
  int year = 0;
  int month = 0;
  int mday = 0;

  if (birth->year == 0)
    return -1;
  salon_day_to_ymd (today, &year, &month, &mday);
  if (birth->month == 2 && birth->mday == 29 && month == 2 && mday == 28 && salon_day_days_in_month (year, 2) == 28)
    mday = 29;
  if (birth->month != 0 && (month < birth->month || (month == birth->month && mday < birth->mday)))
    year--;
  return year - birth->year;
}

/**
 * salon_birth_text:
 *
 * Returns: (transfer full): as it is shown: "14 May 1988 (37)"; empty if nothing is said
 */
char *
salon_birth_text (const SalonBirth *birth, SalonDay today)
{
  SalonDay day = SALON_DAY_NONE;
  g_autofree char *date = NULL;
  int years = salon_birth_age (birth, today);

  if (birth->month == 0 && birth->year == 0)
    return g_strdup ("");
  if (birth->month != 0)
    day = salon_day_from_ymd (birth->year != 0 ? birth->year : A_LEAP_YEAR, birth->month, birth->mday);
  if (birth->year == 0)
    return salon_day_format_without_year (day);
  date = birth->month != 0 ? salon_day_format_short (day) : g_strdup_printf ("%d", birth->year);
  /* Translators: a birthday, and how many years old she is */
  return g_strdup_printf (C_ ("birthday", "%s (%d)"), date, years);
}

/**
 * salon_birth_days_ahead:
 *
 * Returns: days until the next birthday, 0 = today; -1 if the day is not known
 */
int
salon_birth_days_ahead (const SalonBirth *birth, SalonDay today)
{
  int this_year = 0;

  if (birth->month == 0)
    return -1;
  salon_day_to_ymd (today, &this_year, NULL, NULL);
  for (int year = this_year; year <= this_year + 1; year++) {
    int mday = MIN (birth->mday, salon_day_days_in_month (year, birth->month));
    SalonDay day = salon_day_from_ymd (year, birth->month, mday);

    if (day >= today)
      return day - today;
  }
  return -1;
}
