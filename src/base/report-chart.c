/* Charts before they are drawn, and values in words. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/day.h"
#include "base/report-chart.h"

static const char *const words[SALON_N_CHART_KINDS] = {
  [SALON_CHART_BARS] = "bars",   [SALON_CHART_STACKED] = "stacked", [SALON_CHART_LINES] = "lines",
  [SALON_CHART_AREAS] = "areas", [SALON_CHART_HEAT] = "heat",       [SALON_CHART_COHORTS] = "cohorts",
  [SALON_CHART_WATERFALL] = "waterfall", [SALON_CHART_PARETO] = "pareto",
};

static void
series_free (gpointer data)
{
  SalonChartSeries *self = data;

  g_free (self->name);
  g_array_unref (self->values);
  g_free (self);
}

/**
 * salon_chart_new:
 * @category_title: (nullable): what stands along the axis, translated
 *
 * Returns: (transfer full): a chart without anything in it, whose categories will be no sequence
 */
SalonChart *
salon_chart_new (SalonChartKind kind, const char *category_title)
{
  SalonChart *self = g_new0 (SalonChart, 1);

  self->kind = kind;
  self->category_title = g_strdup (category_title);
  self->categories = g_ptr_array_new_with_free_func (g_free);
  self->series = g_ptr_array_new_with_free_func (series_free);
  return self;
}

/**
 * salon_chart_free: frees a chart with all that is in it
 */
void
salon_chart_free (SalonChart *self)
{
  g_free (self->category_title);
  g_ptr_array_unref (self->categories);
  g_ptr_array_unref (self->series);
  g_free (self);
}

/**
 * salon_chart_add_category:
 * @label: translated
 */
void
salon_chart_add_category (SalonChart *self, const char *label)
{
  g_ptr_array_add (self->categories, g_strdup (label));
}

/**
 * salon_chart_add_series:
 * @name: translated
 *
 * Returns: (transfer none): a series without values
 */
SalonChartSeries *
salon_chart_add_series (SalonChart *self, const char *name, SalonReportUnit unit, SalonChartTone tone)
{
  SalonChartSeries *series = g_new0 (SalonChartSeries, 1);

  series->name = g_strdup (name);
  series->unit = unit;
  series->tone = tone;
  series->values = g_array_new (FALSE, TRUE, sizeof (SalonChartValue));
  g_ptr_array_add (self->series, series);
  return series;
}

/**
 * salon_chart_series_add:
 * @value: in the unit of the series
 * @row: to which row of the table it belongs, -1 = to none
 * @column: …
 */
void
salon_chart_series_add (SalonChartSeries *self, gint64 value, int row, int column)
{
  SalonChartValue full = { .value = value, .row = row, .column = column };

  g_array_append_val (self->values, full);
}

/**
 * salon_chart_series_add_value: the same with everything that can be said of a value
 */
void
salon_chart_series_add_value (SalonChartSeries *self, const SalonChartValue *value)
{
  g_array_append_val (self->values, *value);
}

/**
 * salon_chart_series:
 *
 * Returns: (transfer none): one of the series
 */
const SalonChartSeries *
salon_chart_series (const SalonChart *self, guint series)
{
  g_return_val_if_fail (series < self->series->len, NULL);
  return self->series->pdata[series];
}

/**
 * salon_chart_value:
 *
 * Returns: (transfer none) (nullable): the value; %NULL where the series has none so far along
 */
const SalonChartValue *
salon_chart_value (const SalonChart *self, guint series, guint category)
{
  const SalonChartSeries *one = salon_chart_series (self, series);

  return category < one->values->len ? &g_array_index (one->values, SalonChartValue, category) : NULL;
}

/**
 * salon_chart_kind_word:
 *
 * Returns: (transfer none): in the text of a report and on the command line: "stacked"
 */
const char *
salon_chart_kind_word (SalonChartKind kind)
{
  g_return_val_if_fail ((guint) kind < SALON_N_CHART_KINDS, "");
  return words[kind];
}

/**
 * salon_chart_kind_parse:
 * @kind: (out): what the word means
 *
 * Returns: whether there is such a word
 */
gboolean
salon_chart_kind_parse (const char *word, SalonChartKind *kind)
{
  for (guint i = 0; i < SALON_N_CHART_KINDS; i++)
    if (strcmp (words[i], word) == 0) {
      *kind = (SalonChartKind) i;
      return TRUE;
    }
  return FALSE;
}

static char *
minutes_text (gint64 minutes)
{
  g_autofree char *size = salon_duration_format ((int) MIN (ABS (minutes), G_MAXINT));

  return g_strconcat (minutes < 0 ? "\342\210\222" : "", size, NULL);
}

static char *
days_text (gint64 days)
{
  g_autofree char *number = salon_count_format (days);

  /* Translators: %s is a number of days */
  return g_strdup_printf (ngettext ("%s day", "%s days", (gulong) ABS (days)), number);
}

/**
 * salon_report_value_text:
 * @value: in @unit
 * @currency: of money
 *
 * Percent are rounded to a tenth: more is noise.
 *
 * Returns: (transfer full): the value as it is shown: "1 234", "12.50 €", "8.5 %", "2 h 30 min", "16 Jun 2025"
 */
char *
salon_report_value_text (gint64 value, SalonReportUnit unit, const SalonCurrency *currency)
{
  switch (unit) {
  case SALON_REPORT_MONEY:
    return salon_money_format (value, currency);
  case SALON_REPORT_PERCENT:
    return salon_percent_format (value >= 0 ? (value + 5) / 10 * 10 : (value - 5) / 10 * 10);
  case SALON_REPORT_MINUTES:
    return minutes_text (value);
  case SALON_REPORT_QUANTITY:
    return salon_number_format (value, 3);
  case SALON_REPORT_DAYS:
    return days_text (value);
  case SALON_REPORT_DAY:
    return salon_day_format_short ((SalonDay) value);
  case SALON_REPORT_COUNT:
  case SALON_REPORT_TEXT:
  default:
    return salon_count_format (value);
  }
}
