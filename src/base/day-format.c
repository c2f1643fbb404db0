/* Days and minutes as people read them.  The patterns and the names of months come from one translation, so that they
 * agree with each other and with the sentence around them; strftime would take them from another locale category. */
#include "config.h"

#include "base/day.h"
#include "base/money.h"

#include <glib/gi18n-lib.h>

static const char *const months[] = {
  NC_ ("month", "January"),   NC_ ("month", "February"), NC_ ("month", "March"),    NC_ ("month", "April"),
  NC_ ("month", "May"),       NC_ ("month", "June"),     NC_ ("month", "July"),     NC_ ("month", "August"),
  NC_ ("month", "September"), NC_ ("month", "October"),  NC_ ("month", "November"), NC_ ("month", "December"),
};

/* Within a date: Russian and Latvian decline them. */
static const char *const months_in_date[] = {
  NC_ ("month in date", "January"), NC_ ("month in date", "February"), NC_ ("month in date", "March"),
  NC_ ("month in date", "April"),   NC_ ("month in date", "May"),      NC_ ("month in date", "June"),
  NC_ ("month in date", "July"),    NC_ ("month in date", "August"),   NC_ ("month in date", "September"),
  NC_ ("month in date", "October"), NC_ ("month in date", "November"), NC_ ("month in date", "December"),
};

static const char *const short_months[] = {
  NC_ ("short month", "Jan"), NC_ ("short month", "Feb"), NC_ ("short month", "Mar"),
  NC_ ("short month", "Apr"), NC_ ("short month", "May"), NC_ ("short month", "Jun"),
  NC_ ("short month", "Jul"), NC_ ("short month", "Aug"), NC_ ("short month", "Sep"),
  NC_ ("short month", "Oct"), NC_ ("short month", "Nov"), NC_ ("short month", "Dec"),
};

static const char *const weekdays[] = {
  NC_ ("weekday", "Monday"),   NC_ ("weekday", "Tuesday"), NC_ ("weekday", "Wednesday"),
  NC_ ("weekday", "Thursday"), NC_ ("weekday", "Friday"),  NC_ ("weekday", "Saturday"),
  NC_ ("weekday", "Sunday"),
};

static const char *const short_weekdays[] = {
  NC_ ("short weekday", "Mon"), NC_ ("short weekday", "Tue"), NC_ ("short weekday", "Wed"),
  NC_ ("short weekday", "Thu"), NC_ ("short weekday", "Fri"), NC_ ("short weekday", "Sat"),
  NC_ ("short weekday", "Sun"),
};

/* The directives that a translated pattern may have: %A %a weekday, %B month in a date, %b short month, %O month by
 * itself, %d day of two digits, %e day, %m month of two digits, %Y year. */
static void
append_directive (GString *out, char directive, SalonDay day)
{
  int year = 0;
  int month = 0;
  int mday = 0;

  salon_day_to_ymd (day, &year, &month, &mday);
  switch (directive) {
  case 'A':
    g_string_append (out, salon_weekday_name (salon_day_weekday (day)));
    break;
  case 'a':
    g_string_append (out, salon_weekday_short_name (salon_day_weekday (day)));
    break;
  case 'B':
    g_string_append (out, g_dpgettext2 (GETTEXT_PACKAGE, "month in date", months_in_date[month - 1]));
    break;
  case 'b':
    g_string_append (out, g_dpgettext2 (GETTEXT_PACKAGE, "short month", short_months[month - 1]));
    break;
  case 'O':
    g_string_append (out, salon_month_name (month));
    break;
  case 'd':
    g_string_append_printf (out, "%02d", mday);
    break;
  case 'e':
    g_string_append_printf (out, "%d", mday);
    break;
  case 'm':
    g_string_append_printf (out, "%02d", month);
    break;
  case 'Y':
    g_string_append_printf (out, "%d", year);
    break;
  default:
    g_string_append_c (out, directive);
    break;
  }
}

static char *
format_by_pattern (const char *pattern, SalonDay day)
{
  GString *out = g_string_new (NULL);

  if (day < SALON_DAY_MIN || day > SALON_DAY_MAX)
    return g_string_free (out, FALSE);
  for (const char *p = pattern; *p != '\0'; p++) {
    if (*p == '%' && p[1] != '\0')
      append_directive (out, *++p, day);
    else
      g_string_append_c (out, *p);
  }
  return g_string_free (out, FALSE);
}

/**
 * salon_month_name:
 * @month: 1 to 12
 *
 * Returns: (transfer none): the translated name of the month as it stands by itself ("November", "ноябрь")
 */
const char *
salon_month_name (int month)
{
  g_return_val_if_fail (month >= 1 && month <= 12, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "month", months[month - 1]);
}

/**
 * salon_weekday_name:
 * @weekday: 1 = Monday to 7 = Sunday
 *
 * Returns: (transfer none): its translated name
 */
const char *
salon_weekday_name (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "weekday", weekdays[weekday - 1]);
}

/**
 * salon_weekday_short_name:
 * @weekday: 1 = Monday to 7 = Sunday
 *
 * Returns: (transfer none): its translated short name
 */
const char *
salon_weekday_short_name (int weekday)
{
  g_return_val_if_fail (weekday >= 1 && weekday <= 7, "");
  return g_dpgettext2 (GETTEXT_PACKAGE, "short weekday", short_weekdays[weekday - 1]);
}

/**
 * salon_day_format:
 * @day: a day
 *
 * Returns: (transfer full): the day in full ("24 November 2026"); empty for %SALON_DAY_NONE
 */
char *
salon_day_format (SalonDay day)
{
  /* Translators: %e day, %d day of two digits, %B month, %m month of two digits, %Y year */
  /* xgettext:no-c-format */
  return format_by_pattern (C_ ("date format", "%e %B %Y"), day);
}

/**
 * salon_day_format_short:
 * @day: a day
 *
 * Returns: (transfer full): the day in a narrow column ("24 Nov 2026"); empty for %SALON_DAY_NONE
 */
char *
salon_day_format_short (SalonDay day)
{
  /* Translators: %e day, %d day of two digits, %b short month, %m month of two digits, %Y year */
  /* xgettext:no-c-format */
  return format_by_pattern (C_ ("short date format", "%e %b %Y"), day);
}

/**
 * salon_day_format_without_year:
 * @day: a day
 *
 * Returns: (transfer full): the day of any year ("24 November"), for birthdays; empty for %SALON_DAY_NONE
 */
char *
salon_day_format_without_year (SalonDay day)
{
  /* Translators: %e day, %d day of two digits, %B month, %m month of two digits */
  /* xgettext:no-c-format */
  return format_by_pattern (C_ ("date format", "%e %B"), day);
}

/**
 * salon_day_format_weekday:
 * @day: a day
 *
 * Returns: (transfer full): the day in words ("Tuesday, 24 November 2026"); empty for %SALON_DAY_NONE
 */
char *
salon_day_format_weekday (SalonDay day)
{
  /* Translators: %A weekday, %e day, %d day of two digits, %B month, %m month of two digits, %Y year */
  /* xgettext:no-c-format */
  return format_by_pattern (C_ ("date format", "%A, %e %B %Y"), day);
}

/**
 * salon_day_format_month:
 * @day: any day of the month
 *
 * Returns: (transfer full): the heading of a month ("November 2026"); empty for %SALON_DAY_NONE
 */
char *
salon_day_format_month (SalonDay day)
{
  /* Translators: %O the month by itself, %B the month as in a date, %Y year */
  /* xgettext:no-c-format */
  return format_by_pattern (C_ ("month format", "%O %Y"), day);
}

/**
 * salon_day_format_relative:
 * @day: a day
 * @today: the present day
 *
 * Returns: (transfer full): "today", "yesterday" or "tomorrow", else with the weekday and, unless it is this year's,
 *   the year ("Tue 24 Nov", "Wed 24 Nov 2027"); empty for %SALON_DAY_NONE
 */
char *
salon_day_format_relative (SalonDay day, SalonDay today)
{
  int year = 0;
  int this_year = 0;

  if (day < SALON_DAY_MIN || day > SALON_DAY_MAX)
    return g_strdup ("");
  if (day == today)
    return g_strdup (C_ ("day", "today"));
  if (day == today - 1)
    return g_strdup (C_ ("day", "yesterday"));
  if (day == today + 1)
    return g_strdup (C_ ("day", "tomorrow"));
  salon_day_to_ymd (day, &year, NULL, NULL);
  salon_day_to_ymd (today, &this_year, NULL, NULL);
  if (year == this_year)
    /* Translators: a day of this year; %a short weekday, %e day, %b short month, %d and %m of two digits */
    /* xgettext:no-c-format */
    return format_by_pattern (C_ ("date format", "%a %e %b"), day);
  /* Translators: a day of another year; %a short weekday, %e day, %b short month, %d and %m of two digits, %Y year */
  /* xgettext:no-c-format */
  return format_by_pattern (C_ ("date format", "%a %e %b %Y"), day);
}

/**
 * salon_minute_format:
 * @minute: minutes since midnight; more than a day where a shift ends after midnight
 *
 * Returns: (transfer full): the time as salon_minute_parse() reads it ("09:30", "25:10")
 */
char *
salon_minute_format (int minute)
{
  g_return_val_if_fail (minute >= 0, g_strdup (""));
  return g_strdup_printf ("%02d:%02d", minute / 60, minute % 60);
}

/**
 * salon_duration_format:
 * @minutes: minutes
 *
 * Returns: (transfer full): "45 min", "1 h", "1 h 15 min", "1,234 h"
 */
char *
salon_duration_format (int minutes)
{
  g_autofree char *hours = salon_count_format (minutes / 60);
  int rest = minutes % 60;

  if (minutes / 60 == 0)
    /* Translators: a length of time in minutes, short */
    return g_strdup_printf (C_ ("duration", "%d min"), rest);
  if (rest == 0)
    /* Translators: a length of time in hours, short */
    return g_strdup_printf (C_ ("duration", "%s h"), hours);
  /* Translators: a length of time in hours and minutes, short */
  return g_strdup_printf (C_ ("duration", "%s h %d min"), hours, rest);
}
