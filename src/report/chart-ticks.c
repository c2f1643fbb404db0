/* Steps of 1, 2 or 5 times a power of ten, in whole numbers of the unit's smallest part. */
#include "config.h"

#include "report/chart-ticks.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define MINUS "\342\210\222"
/* Values beyond are shown as this: the ends of an axis must stay whole numbers. */
#define MOST G_GINT64_CONSTANT (2000000000000000000)
/* Hours are written in tenths. */
#define TENTH_OF_AN_HOUR 6
#define MAX_POWER        4

/* How many of its smallest parts a unit has. */
static gint64
parts_of (SalonReportUnit unit, const SalonCurrency *currency)
{
  gint64 parts = 1;

  switch (unit) {
  case SALON_REPORT_MONEY:
    for (int i = 0; currency != NULL && i < currency->decimals; i++)
      parts *= 10;
    return parts;
  case SALON_REPORT_PERCENT:
    return 100;
  case SALON_REPORT_MINUTES:
    return 60;
  case SALON_REPORT_QUANTITY:
    return 1000;
  case SALON_REPORT_COUNT:
  case SALON_REPORT_DAYS:
  case SALON_REPORT_DAY:
  case SALON_REPORT_TEXT:
  default:
    return 1;
  }
}

/* The smallest step of 1, 2 or 5 that is not below @least. */
static gint64
round_step (double least, gint64 grain)
{
  static const gint64 nice[] = { 1, 2, 5 };

  for (gint64 ten = grain; ten <= MOST / 10; ten *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (nice); i++)
      if ((double) (ten * nice[i]) >= least * (1 - 1e-9))
        return ten * nice[i];
  return MOST;
}

static gint64
floor_to (gint64 value, gint64 step)
{
  gint64 down = value / step * step;

  return down > value ? down - step : down;
}

/* How many places the steps need, when they are written in @divisor. */
static int
decimals_of (gint64 step, gint64 divisor)
{
  int decimals = 0;

  for (gint64 rest = step % divisor; rest != 0 && decimals < 3; rest = rest * 10 % divisor)
    decimals++;
  return decimals;
}

static void
choose_writing (SalonTicks *self, double most)
{
  gint64 parts = parts_of (self->unit, self->currency);
  gboolean has_words = self->unit == SALON_REPORT_MONEY || self->unit == SALON_REPORT_COUNT
                       || self->unit == SALON_REPORT_QUANTITY;
  double whole = 0;

  self->divisor = parts;
  self->power = 0;
  while (has_words && self->power < MAX_POWER && most / (double) self->divisor >= 10000
         && self->divisor < MOST / 1000) {
    self->divisor *= 1000;
    self->power++;
  }
  whole = most / (double) self->divisor;
  self->decimals = decimals_of (self->step, self->divisor);
  if (self->divisor == 1 || whole >= 100)
    self->value_decimals = 0;
  else if (whole <= 10 && self->unit == SALON_REPORT_MONEY)
    self->value_decimals = self->power == 0 && self->currency != NULL ? MIN (self->currency->decimals, 2) : 2;
  else
    self->value_decimals = 1;
}

/**
 * salon_ticks_make:
 * @low: the lowest value, in the smallest part of @unit
 * @high: the highest one
 * @currency: (nullable): of money
 * @wanted: about how many steps there should be
 *
 * Returns: an axis that reaches from @low or below to @high or above
 */
SalonTicks
salon_ticks_make (gint64 low, gint64 high, SalonReportUnit unit, const SalonCurrency *currency, guint wanted)
{
  SalonTicks self = { .unit = unit, .currency = currency };
  gint64 grain = unit == SALON_REPORT_MINUTES ? TENTH_OF_AN_HOUR : 1;
  gint64 last = 0;

  low = CLAMP (low, -MOST, MOST);
  high = CLAMP (high, low, MOST);
  if (low == high && low == 0)
    high = parts_of (unit, currency);
  else if (low == high)
    high++;
  self.step = round_step (((double) high - (double) low) / MAX (wanted, 1), grain);
  self.first = floor_to (low, self.step);
  last = -floor_to (-high, self.step);
  self.n = (guint) ((last - self.first) / self.step);
  choose_writing (&self, MAX (fabs ((double) self.first), fabs ((double) last)));
  return self;
}

/**
 * salon_ticks_value:
 * @tick: from 0 = the lowest to n
 *
 * Returns: the value that stands there
 */
gint64
salon_ticks_value (const SalonTicks *self, guint tick)
{
  return self->first + (gint64) tick * self->step;
}

/**
 * salon_ticks_place:
 *
 * Returns: where a value stands: 0 = at the lowest end, 1 = at the highest; never beyond
 */
double
salon_ticks_place (const SalonTicks *self, double value)
{
  double place = (value - (double) self->first) / ((double) self->step * self->n);

  return CLAMP (place, 0, 1);
}

/* Grouped like any count, with a real minus. */
static char *
number_text (double value, int decimals)
{
  double power = decimals == 0 ? 1 : decimals == 1 ? 10 : decimals == 2 ? 100 : 1000;
  gint64 rounded = (gint64) llround (fabs (value) * power);
  gint64 whole = rounded / (gint64) power;
  const char *sign = value < 0 && rounded != 0 ? MINUS : "";
  g_autofree char *grouped = salon_count_format (whole);
  g_autofree char *fraction = salon_decimal_format (rounded % (gint64) power, decimals, decimals);

  return g_strconcat (sign, grouped, decimals > 0 && fabs (value) > 0 ? fraction + 1 : "", NULL);
}

/**
 * salon_ticks_text:
 *
 * Returns: (transfer full): what stands at a tick, without its unit
 */
char *
salon_ticks_text (const SalonTicks *self, guint tick)
{
  return number_text ((double) salon_ticks_value (self, tick) / (double) self->divisor, self->decimals);
}

/**
 * salon_ticks_value_text:
 *
 * Returns: (transfer full): a value as it stands at its mark: in the unit of the axis, rounded
 */
char *
salon_ticks_value_text (const SalonTicks *self, gint64 value)
{
  if (self->unit == SALON_REPORT_QUANTITY && self->power == 0 && self->value_decimals > 0) /* pieces are whole, averages are not */
    return salon_number_format ((value + (value < 0 ? -5 : 5)) / 10, 2);
  return number_text ((double) value / (double) self->divisor, self->value_decimals);
}

static char *
scaled_unit (guint power, const char *unit)
{
  switch (power) {
  case 1:
    /* Translators: at the axis of a chart: its numbers are thousands of %s, a currency; may be empty */
    return g_strdup_printf (C_ ("chart unit", "thousand %s"), unit);
  case 2:
    /* Translators: at the axis of a chart: its numbers are millions of %s, a currency; may be empty */
    return g_strdup_printf (C_ ("chart unit", "million %s"), unit);
  case 3:
    /* Translators: at the axis of a chart: its numbers are thousands of millions of %s, a currency; may be empty */
    return g_strdup_printf (C_ ("chart unit", "billion %s"), unit);
  case 4:
    /* Translators: at the axis of a chart: its numbers are millions of millions of %s, a currency; may be empty */
    return g_strdup_printf (C_ ("chart unit", "trillion %s"), unit);
  default:
    return g_strdup (unit);
  }
}

/**
 * salon_ticks_unit:
 *
 * Returns: (transfer full): what the numbers of the axis count: "thousand €", "%", "hours"; empty if they are plain counts
 */
char *
salon_ticks_unit (const SalonTicks *self)
{
  g_autofree char *unit = NULL;

  switch (self->unit) {
  case SALON_REPORT_MONEY:
    unit = scaled_unit (self->power, self->currency != NULL ? self->currency->symbol : "");
    break;
  case SALON_REPORT_PERCENT:
    unit = g_strdup ("%");
    break;
  case SALON_REPORT_MINUTES:
    unit = g_strdup (C_ ("chart unit", "hours"));
    break;
  case SALON_REPORT_DAYS:
    unit = g_strdup (C_ ("chart unit", "days"));
    break;
  case SALON_REPORT_COUNT:
  case SALON_REPORT_QUANTITY:
  case SALON_REPORT_DAY:
  case SALON_REPORT_TEXT:
  default:
    unit = scaled_unit (self->power, "");
  }
  return g_strdup (g_strstrip (unit));
}
