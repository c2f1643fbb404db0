/* Civil arithmetic on day numbers.  GDate would do, but it is a structure per day, warns on what it does not like and
 * knows no "31 May less 3 months". */
#include "base/day.h"

#include <langinfo.h>
#include <locale.h>
#include <string.h>
#include <unicode/ucal.h>

#define DAYS_IN_ERA  146097 /* 400 years */
#define ERA_TO_EPOCH 719468 /* days from 0000-03-01 to 1970-01-01 */

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/**
 * salon_day_days_in_month:
 * @year: a year of the Gregorian calendar
 * @month: 1 to 12
 *
 * Returns: 28 to 31, or 0 if there is no such month
 */
int
salon_day_days_in_month (int year, int month)
{
  static const gint8 days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

  if (month < 1 || month > 12)
    return 0;
  return days[month - 1] + (month == 2 && is_leap_year (year));
}

/**
 * salon_day_from_ymd:
 * @year: 1582 to 9999
 * @month: 1 to 12
 * @mday: 1 to the last of the month
 *
 * Returns: the day, or %SALON_DAY_NONE if there is no such day
 */
SalonDay
salon_day_from_ymd (int year, int month, int mday)
{
  int shifted_year = month <= 2 ? year - 1 : year;
  int era = shifted_year / 400;
  int year_of_era = shifted_year - era * 400;
  int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + mday - 1;
  SalonDay day = 0;

  if (year < 1582 || year > 9999 || mday < 1 || mday > salon_day_days_in_month (year, month))
    return SALON_DAY_NONE;
  /* The year is counted from March, so that the leap day is its last. */
  day = era * DAYS_IN_ERA + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
        - ERA_TO_EPOCH;
  return day < SALON_DAY_MIN ? SALON_DAY_NONE : day;
}

/**
 * salon_day_to_ymd:
 * @day: a day from %SALON_DAY_MIN to %SALON_DAY_MAX
 * @year: (out) (optional): its year
 * @month: (out) (optional): its month, 1 to 12
 * @mday: (out) (optional): its day of the month, 1 to 31
 */
void
salon_day_to_ymd (SalonDay day, int *year, int *month, int *mday)
{
  int shifted = day + ERA_TO_EPOCH;
  int era = shifted / DAYS_IN_ERA;
  int day_of_era = shifted - era * DAYS_IN_ERA;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int shifted_month = (5 * day_of_year + 2) / 153;
  int civil_month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;

  g_return_if_fail (day >= SALON_DAY_MIN && day <= SALON_DAY_MAX);
  if (year != NULL)
    *year = year_of_era + era * 400 + (civil_month <= 2);
  if (month != NULL)
    *month = civil_month;
  if (mday != NULL)
    *mday = day_of_year - (153 * shifted_month + 2) / 5 + 1;
}

/**
 * salon_day_weekday:
 * @day: a day
 *
 * Returns: 1 = Monday to 7 = Sunday
 */
int
salon_day_weekday (SalonDay day)
{
  int from_monday = (int) (((gint64) day + 3) % 7); /* 1970-01-01 was a Thursday */

  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

/**
 * salon_day_add_months:
 * @day: a day
 * @months: how many calendar months later, or earlier if negative
 *
 * The day of the month stays; where the month is shorter it becomes its last day (31 May less 3 months is 28 February).
 *
 * Returns: the day, kept within %SALON_DAY_MIN and %SALON_DAY_MAX
 */
SalonDay
salon_day_add_months (SalonDay day, int months)
{
  int year = 0;
  int month = 0;
  int mday = 0;
  gint64 count = 0;

  g_return_val_if_fail (day >= SALON_DAY_MIN && day <= SALON_DAY_MAX, SALON_DAY_NONE);
  salon_day_to_ymd (day, &year, &month, &mday);
  count = (gint64) year * 12 + month - 1 + months;
  if (count < 1582 * 12 + 9)
    return SALON_DAY_MIN;
  if (count > 9999 * 12 + 11)
    return SALON_DAY_MAX;
  year = (int) (count / 12);
  month = (int) (count % 12) + 1;
  mday = MIN (mday, salon_day_days_in_month (year, month));
  day = salon_day_from_ymd (year, month, mday);
  return day == SALON_DAY_NONE ? SALON_DAY_MIN : day;
}

/**
 * salon_day_first_of_month:
 * @day: a day
 *
 * Returns: the first day of its month
 */
SalonDay
salon_day_first_of_month (SalonDay day)
{
  int mday = 1;

  salon_day_to_ymd (day, NULL, NULL, &mday);
  return MAX (day - (mday - 1), SALON_DAY_MIN);
}

/**
 * salon_day_format_iso:
 * @day: a day
 *
 * For files and machines only; people read salon_day_format().
 *
 * Returns: (transfer full): the day as "2026-11-24"
 */
char *
salon_day_format_iso (SalonDay day)
{
  int year = 0;
  int month = 0;
  int mday = 0;

  salon_day_to_ymd (day, &year, &month, &mday);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, mday);
}

/**
 * salon_first_weekday:
 *
 * Returns: the day with which a week begins in the user's locale (LC_TIME), 1 = Monday to 7 = Sunday; Monday where no
 *   locale is set
 */
int
salon_first_weekday (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  guint reference = GPOINTER_TO_UINT (nl_langinfo (_NL_TIME_WEEK_1STDAY)); /* a number, not a text */
  int first = *(const guint8 *) nl_langinfo (_NL_TIME_FIRST_WEEKDAY);

  if (locale == NULL || g_str_equal (locale, "POSIX") || g_str_equal (locale, "C")
      || g_str_has_prefix (locale, "C."))
    return 1;
  if (first < 1 || first > 7)
    return 1;
  /* The locale counts from a Monday (1997-12-01) or from a Sunday (1997-11-30). */
  if (reference == 19971201)
    return first;
  return first == 1 ? 7 : first - 1;
}

/**
 * salon_weekend:
 *
 * Returns: a bit for each day of the weekend in the user's locale (LC_TIME): 1 << 6 is Saturday, 1 << 7 Sunday; these
 *   two where no locale is set
 */
guint
salon_weekend (void)
{
  const char *locale = setlocale (LC_TIME, NULL);
  const char *at = locale != NULL ? strpbrk (locale, ".@") : NULL;
  g_autofree char *name = locale != NULL ? g_strndup (locale, at != NULL ? (gsize) (at - locale) : strlen (locale)) : NULL;
  UErrorCode code = U_ZERO_ERROR;
  UCalendar *calendar = NULL;
  guint weekend = 0;

  if (name == NULL || g_str_equal (name, "C") || g_str_equal (name, "POSIX"))
    return 1u << 6 | 1u << 7;
  calendar = ucal_open (NULL, 0, name, UCAL_GREGORIAN, &code);
  for (int weekday = 1; weekday <= 7 && U_SUCCESS (code); weekday++) {
    UCalendarDaysOfWeek of_icu = weekday == 7 ? UCAL_SUNDAY : (UCalendarDaysOfWeek) (weekday + 1);

    if (ucal_getDayOfWeekType (calendar, of_icu, &code) == UCAL_WEEKEND)
      weekend |= 1u << weekday;
  }
  ucal_close (calendar);
  return U_SUCCESS (code) && weekend != 0 ? weekend : 1u << 6 | 1u << 7;
}
