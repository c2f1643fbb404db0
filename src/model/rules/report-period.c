/* Days of a report. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/report-period.h"

/**
 * salon_report_period_check:
 * @error: %SALON_ERROR_VALIDATION of "period"
 */
gboolean
salon_report_period_check (SalonDay from, SalonDay to, GError **error)
{
  if (from == SALON_DAY_NONE || to == SALON_DAY_NONE) {
    salon_set_field_error (error, "period", _("The period of a report has a first and a last day."));
    return FALSE;
  }
  if (to < from) {
    salon_set_field_error (error, "period", _("The period ends before it begins."));
    return FALSE;
  }
  if (to - from > SALON_REPORT_YEARS_MAX * 366) {
    salon_set_field_error (error, "period", _("A report covers at most %d years."), SALON_REPORT_YEARS_MAX);
    return FALSE;
  }
  return TRUE;
}

/* How many calendar months the period is; 0 = it does not begin and end with one. */
static int
whole_months (SalonDay from, SalonDay to)
{
  int year = 0;
  int month = 0;
  int mday = 0;
  int to_year = 0;
  int to_month = 0;

  salon_day_to_ymd (from, &year, &month, &mday);
  if (mday != 1 || salon_day_first_of_month (to + 1) != to + 1)
    return 0;
  salon_day_to_ymd (to, &to_year, &to_month, NULL);
  return (to_year - year) * 12 + to_month - month + 1;
}

/* By how many calendar months the period is moved; 0 = by its days. */
static int
months_moved (SalonDay from, SalonDay to, SalonCompare compare)
{
  return compare == SALON_COMPARE_YEAR ? 12 : whole_months (from, to);
}

static SalonDay
move (SalonDay day, SalonDay from, SalonDay to, SalonCompare compare, int direction)
{
  int months = months_moved (from, to, compare);

  return months > 0 ? salon_day_add_months (day, direction * months) : day + direction * (to - from + 1);
}

/**
 * salon_report_period_before:
 * @until: the last day of the report or today: of a period that is not over, as many days are compared
 * @before_from: (out): first day of the other period
 * @before_to: (out): its last day
 *
 * Returns: %FALSE if nothing is compared
 */
gboolean
salon_report_period_before (SalonDay from, SalonDay to, SalonDay until, SalonCompare compare, SalonDay *before_from,
                            SalonDay *before_to)
{
  int months = whole_months (from, to) == 0 ? 0 : months_moved (from, to, compare);
  gboolean over = until >= to;

  *before_from = *before_to = SALON_DAY_NONE;
  if (compare == SALON_COMPARE_NONE)
    return FALSE;
  *before_from = move (from, from, to, compare, -1);
  *before_to = over && months > 0 ? salon_day_add_months (to + 1, -months) - 1
                                  : MAX (*before_from, move (CLAMP (until, from, to), from, to, compare, -1));
  return TRUE;
}

/**
 * salon_report_period_forward:
 * @day: of the other period
 *
 * Returns: the day of the report's own period beside which it stands
 */
SalonDay
salon_report_period_forward (SalonDay day, SalonDay from, SalonDay to, SalonCompare compare)
{
  return CLAMP (move (day, from, to, compare, 1), from, to);
}

/* The first of the days up to @last that stands beside @day or a later one; the day after @last if none does. */
static SalonDay
first_beside (SalonDay day, SalonDay from, SalonDay to, SalonCompare compare, SalonDay first, SalonDay last)
{
  while (first <= last) {
    SalonDay middle = first + (last - first) / 2;

    if (salon_report_period_forward (middle, from, to, compare) < day)
      first = middle + 1;
    else
      last = middle - 1;
  }
  return first;
}

/**
 * salon_report_period_beside:
 * @before_from: first day of the other period
 * @before_to: last day of it that is compared
 * @first: (inout): a day of the report's own period → the first day that stands beside it or a later one
 * @last: (inout): … → the last day that stands beside it or an earlier one; less than @first if there is none
 */
void
salon_report_period_beside (SalonDay from, SalonDay to, SalonCompare compare, SalonDay before_from, SalonDay before_to, SalonDay *first,
                            SalonDay *last)
{
  *first = first_beside (*first, from, to, compare, before_from, before_to);
  *last = first_beside (*last + 1, from, to, compare, before_from, before_to) - 1;
}

/**
 * salon_bucket_of:
 * @first_weekday: 1 = Monday … 7 = Sunday, for weeks
 *
 * Returns: first day of the bucket in which @day lies
 */
SalonDay
salon_bucket_of (SalonDay day, SalonBucket bucket, int first_weekday)
{
  int year = 0;
  int month = 0;

  switch (bucket) {
  case SALON_BUCKET_WEEK:
    return day - (salon_day_weekday (day) - first_weekday + 7) % 7;
  case SALON_BUCKET_MONTH:
    return salon_day_first_of_month (day);
  case SALON_BUCKET_QUARTER:
    salon_day_to_ymd (day, &year, &month, NULL);
    return salon_day_from_ymd (year, (month - 1) / 3 * 3 + 1, 1);
  case SALON_BUCKET_YEAR:
    salon_day_to_ymd (day, &year, NULL, NULL);
    return salon_day_from_ymd (year, 1, 1);
  case SALON_BUCKET_DAY:
  default:
    return day;
  }
}

/**
 * salon_bucket_next:
 * @first: first day of a bucket
 *
 * Returns: first day of the one after it
 */
SalonDay
salon_bucket_next (SalonDay first, SalonBucket bucket)
{
  static const int months[] = { [SALON_BUCKET_MONTH] = 1, [SALON_BUCKET_QUARTER] = 3, [SALON_BUCKET_YEAR] = 12 };

  if (bucket == SALON_BUCKET_DAY || bucket == SALON_BUCKET_WEEK)
    return first + (bucket == SALON_BUCKET_DAY ? 1 : 7);
  return salon_day_add_months (first, months[bucket]);
}

static const char *
roman (int quarter)
{
  static const char *const numbers[] = { "I", "II", "III", "IV" };

  return numbers[quarter];
}

/**
 * salon_bucket_label:
 * @first: first day of the bucket
 *
 * Returns: (transfer full): "16.06.2025", "16.–22.06.2025", "June 2025", "II quarter 2025", "2025"
 */
char *
salon_bucket_label (SalonDay first, SalonBucket bucket)
{
  g_autofree char *begin = NULL;
  g_autofree char *end = NULL;
  int year = 0;
  int month = 0;

  salon_day_to_ymd (first, &year, &month, NULL);
  switch (bucket) {
  case SALON_BUCKET_WEEK:
    begin = salon_day_format_without_year (first);
    end = salon_day_format (first + 6);
    return g_strdup_printf ("%s – %s", begin, end);
  case SALON_BUCKET_MONTH:
    return salon_day_format_month (first);
  case SALON_BUCKET_QUARTER:
    /* Translators: a quarter of a year: "II quarter 2025" */
    return g_strdup_printf (C_ ("report", "%s quarter %d"), roman ((month - 1) / 3), year);
  case SALON_BUCKET_YEAR:
    return g_strdup_printf ("%d", year);
  case SALON_BUCKET_DAY:
  default:
    return salon_day_format (first);
  }
}
