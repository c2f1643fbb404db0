/* Periods of a filter: words of the grammar and the days that they mean on a given day. */
#include "model/entities/entity.h"
#include "model/entities/filter.h"

typedef struct {
  const char *word;
  const char *label;
} PeriodName;

static const PeriodName names[SALON_FILTER_N_PERIODS] = {
  [SALON_FILTER_PERIOD_OWN] = { "own", SALON_N ("Own period") },
  [SALON_FILTER_PERIOD_THIS_WEEK] = { "this_week", SALON_N ("This week") },
  [SALON_FILTER_PERIOD_LAST_WEEK] = { "last_week", SALON_N ("Last week") },
  [SALON_FILTER_PERIOD_NEXT_WEEK] = { "next_week", SALON_N ("Next week") },
  [SALON_FILTER_PERIOD_THIS_MONTH] = { "this_month", SALON_N ("This month") },
  [SALON_FILTER_PERIOD_LAST_MONTH] = { "last_month", SALON_N ("Last month") },
  [SALON_FILTER_PERIOD_NEXT_MONTH] = { "next_month", SALON_N ("Next month") },
  [SALON_FILTER_PERIOD_THIS_QUARTER] = { "this_quarter", SALON_N ("This quarter") },
  [SALON_FILTER_PERIOD_LAST_QUARTER] = { "last_quarter", SALON_N ("Last quarter") },
  [SALON_FILTER_PERIOD_THIS_YEAR] = { "this_year", SALON_N ("This year") },
  [SALON_FILTER_PERIOD_LAST_YEAR] = { "last_year", SALON_N ("Last year") },
  [SALON_FILTER_PERIOD_LAST_12_MONTHS] = { "last_12_months", SALON_N ("Last 12 months") },
};

/**
 * salon_filter_period_word:
 *
 * Returns: (transfer none): in the grammar: "last_month"
 */
const char *
salon_filter_period_word (SalonFilterPeriodName name)
{
  g_return_val_if_fail ((guint) name < SALON_FILTER_N_PERIODS, "");
  return names[name].word;
}

/**
 * salon_filter_period_label:
 *
 * Returns: (transfer none): English; translate when shown
 */
const char *
salon_filter_period_label (SalonFilterPeriodName name)
{
  g_return_val_if_fail ((guint) name < SALON_FILTER_N_PERIODS, "");
  return names[name].label;
}

/**
 * salon_filter_day_resolve:
 *
 * Returns: the day that is meant on @today; %SALON_DAY_NONE for no bound
 */
SalonDay
salon_filter_day_resolve (SalonFilterDay day, SalonDay today)
{
  if (day.kind == SALON_FILTER_DAY_OPEN)
    return SALON_DAY_NONE;
  if (day.kind == SALON_FILTER_DAY_FIXED)
    return CLAMP (day.days, SALON_DAY_MIN, SALON_DAY_MAX);
  today = salon_day_add_months (today, CLAMP (day.months, -1200, 1200));
  return CLAMP (today + CLAMP (day.days, -100000, 100000), SALON_DAY_MIN, SALON_DAY_MAX);
}

static void
weeks (SalonDay today, int ahead, SalonDay *from, SalonDay *to)
{
  *from = today - (salon_day_weekday (today) - 1) + 7 * ahead;
  *to = *from + 6;
}

static void
months (SalonDay first, int ahead, int n, SalonDay *from, SalonDay *to)
{
  *from = salon_day_add_months (first, ahead);
  *to = salon_day_add_months (*from, n) - 1;
}

/**
 * salon_filter_period_resolve:
 * @from: (out): first day; %SALON_DAY_MIN if it has no begin
 * @to: (out): last day; %SALON_DAY_MAX if it has no end; before @from if the period is empty
 *
 * The days that are meant on @today.
 */
void
salon_filter_period_resolve (const SalonFilterPeriod *period, SalonDay today, SalonDay *from, SalonDay *to)
{
  SalonDay month = salon_day_first_of_month (today);
  SalonDay quarter = 0;
  SalonDay year = 0;
  int y = 0;
  int m = 0;

  salon_day_to_ymd (today, &y, &m, NULL);
  quarter = salon_day_from_ymd (y, (m - 1) / 3 * 3 + 1, 1);
  year = salon_day_from_ymd (y, 1, 1);
  switch (period->name) {
  case SALON_FILTER_PERIOD_THIS_WEEK:
    return weeks (today, 0, from, to);
  case SALON_FILTER_PERIOD_LAST_WEEK:
    return weeks (today, -1, from, to);
  case SALON_FILTER_PERIOD_NEXT_WEEK:
    return weeks (today, 1, from, to);
  case SALON_FILTER_PERIOD_THIS_MONTH:
    return months (month, 0, 1, from, to);
  case SALON_FILTER_PERIOD_LAST_MONTH:
    return months (month, -1, 1, from, to);
  case SALON_FILTER_PERIOD_NEXT_MONTH:
    return months (month, 1, 1, from, to);
  case SALON_FILTER_PERIOD_THIS_QUARTER:
    return months (quarter, 0, 3, from, to);
  case SALON_FILTER_PERIOD_LAST_QUARTER:
    return months (quarter, -3, 3, from, to);
  case SALON_FILTER_PERIOD_THIS_YEAR:
    return months (year, 0, 12, from, to);
  case SALON_FILTER_PERIOD_LAST_YEAR:
    return months (year, -12, 12, from, to);
  case SALON_FILTER_PERIOD_LAST_12_MONTHS:
    return months (month, -11, 12, from, to);
  case SALON_FILTER_PERIOD_OWN:
  case SALON_FILTER_N_PERIODS:
  default:
    *from = period->from.kind == SALON_FILTER_DAY_OPEN ? SALON_DAY_MIN : salon_filter_day_resolve (period->from, today);
    *to = period->to.kind == SALON_FILTER_DAY_OPEN ? SALON_DAY_MAX : salon_filter_day_resolve (period->to, today);
  }
}

static gboolean
day_equal (SalonFilterDay a, SalonFilterDay b)
{
  return a.kind == b.kind && a.days == b.days && a.months == b.months;
}

/**
 * salon_filter_period_equal:
 *
 * Returns: whether both are written alike
 */
gboolean
salon_filter_period_equal (const SalonFilterPeriod *a, const SalonFilterPeriod *b)
{
  return a->name == b->name && day_equal (a->from, b->from) && day_equal (a->to, b->to);
}
