#pragma once
/* What reports count of facts: sums, numbers of different clients and visits, and what follows from these. */
#include "model/rules/report-dimension.h"

G_BEGIN_DECLS

typedef enum {
  SALON_MEASURE_SUM,      /* of @amount */
  SALON_MEASURE_SUM_OF,   /* of two amounts: @amount and the next */
  SALON_MEASURE_LINES,    /* how many facts */
  SALON_MEASURE_CLIENTS,  /* different ones */
  SALON_MEASURE_DAYS,     /* different days of different clients: visits as they count; of services alone */
  SALON_MEASURE_VISITS,   /* different visits in one of @states */
  SALON_MEASURE_RECEIPTS, /* different ones */
  SALON_MEASURE_ZONES,    /* different zones of different clients */
  SALON_MEASURE_RATIO,    /* @part * @factor / @whole, rounded half up */
} SalonMeasureKind;

/**
 * SalonReportMeasure:
 * @key: never changed once released
 * @label: English
 * @sources: bits of #SalonFactSource that have it
 * @states: of VISITS: bits of SalonVisitState
 * @tone: where it stands in a chart beside others
 * @part: key of another measure
 * @whole: key of another measure
 * @scale_low: see SalonChart
 * @scale_high: …
 */
typedef struct {
  const char *key;
  const char *label;
  guint sources;
  SalonReportUnit unit;
  SalonMeasureKind kind;
  guint amount;
  guint states;
  SalonChartTone tone;
  SalonFactNeeds needs;
  const char *part;
  const char *whole;
  gint64 factor;
  gint64 scale_low;
  gint64 scale_high;
} SalonReportMeasure;

const SalonReportMeasure *salon_report_measure_list (guint *n);
const SalonReportMeasure *salon_report_measure_find (const char *key, SalonFactSource source);

G_END_DECLS
