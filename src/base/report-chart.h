#pragma once
/* A chart before it is drawn: categories, series, and to which cell of its table each value belongs. */
#include "base/money.h"

G_BEGIN_DECLS

/* What a value is counted in. */
typedef enum {
  SALON_REPORT_COUNT,    /* people, visits, pieces */
  SALON_REPORT_MONEY,    /* minor units */
  SALON_REPORT_PERCENT,  /* basis points */
  SALON_REPORT_MINUTES,  /* shown as hours */
  SALON_REPORT_QUANTITY, /* thousandths */
  SALON_REPORT_DAYS,     /* how many days */
  SALON_REPORT_DAY,      /* which day: SalonDay */
  SALON_REPORT_TEXT,
} SalonReportUnit;

typedef enum {
  SALON_CHART_BARS,      /* side by side; of one series with many categories: lying, the longest on top */
  SALON_CHART_STACKED,   /* one on the other; negative values below the line */
  SALON_CHART_LINES,
  SALON_CHART_AREAS,     /* stacked */
  SALON_CHART_HEAT,      /* categories across, series down, colour by value */
  SALON_CHART_COHORTS,   /* the same, with the values in their fields; what is too young is hatched */
  SALON_CHART_WATERFALL, /* one series: each value goes on where the one before ended; sums stand on the line */
  SALON_CHART_PARETO,    /* bars and, on a second axis, a line of percent: the second series */
} SalonChartKind;

#define SALON_N_CHART_KINDS (SALON_CHART_PARETO + 1)

/* Which colour: of the palette in order, or one that means something: the same as that of a client's status everywhere. */
typedef enum {
  SALON_CHART_TONE_NEXT,
  SALON_CHART_TONE_GAIN,    /* came, earned; new clients */
  SALON_CHART_TONE_AGAIN,   /* came back */
  SALON_CHART_TONE_KEPT,    /* stays; permanent clients */
  SALON_CHART_TONE_LOSS,    /* left, missed; lost clients */
  SALON_CHART_TONE_NEUTRAL, /* what it is compared with, the rest; potential clients */
} SalonChartTone;

/**
 * SalonChartValue:
 * @is_empty: there is none: a gap, not a zero
 * @is_incomplete: its time is not over: hatched or dashed
 * @is_sum: of a waterfall: stands on the line
 * @row: of the table, -1 = none: what a click opens
 * @column: of the table
 */
typedef struct {
  gint64 value;
  gboolean is_empty;
  gboolean is_incomplete;
  gboolean is_sum;
  int row;
  int column;
} SalonChartValue;

/**
 * SalonChartSeries:
 * @values: (element-type SalonChartValue): one a category
 * @is_before: what it is compared with: paler, behind
 */
typedef struct {
  char *name;
  SalonReportUnit unit;
  SalonChartTone tone;
  gboolean is_before;
  GArray *values;
} SalonChartSeries;

/**
 * SalonChart:
 * @category_title: what stands along the axis: "Month"
 * @is_ordered: the categories follow each other, as days, hours and ages do: they are never sorted, and some of their names may
 *   be left out; people, services and other names are no sequence
 * @scale_low: the least value that there can be, where that is not zero: of marks from 1 to 5 the 1
 * @scale_high: the greatest one; both 0 = values are counted from zero on, without an end
 * @categories: (element-type utf8)
 * @series: (element-type SalonChartSeries)
 */
typedef struct {
  SalonChartKind kind;
  char *category_title;
  gboolean is_ordered;
  gint64 scale_low;
  gint64 scale_high;
  GPtrArray *categories;
  GPtrArray *series;
} SalonChart;

SalonChart *salon_chart_new (SalonChartKind kind, const char *category_title);
void salon_chart_free (SalonChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonChart, salon_chart_free)

void salon_chart_add_category (SalonChart *self, const char *label);
SalonChartSeries *salon_chart_add_series (SalonChart *self, const char *name, SalonReportUnit unit, SalonChartTone tone);
void salon_chart_series_add (SalonChartSeries *self, gint64 value, int row, int column);
void salon_chart_series_add_value (SalonChartSeries *self, const SalonChartValue *value);
const SalonChartSeries *salon_chart_series (const SalonChart *self, guint series);
const SalonChartValue *salon_chart_value (const SalonChart *self, guint series, guint category);

const char *salon_chart_kind_word (SalonChartKind kind);
gboolean salon_chart_kind_parse (const char *word, SalonChartKind *kind);
char *salon_report_value_text (gint64 value, SalonReportUnit unit, const SalonCurrency *currency);

G_END_DECLS
