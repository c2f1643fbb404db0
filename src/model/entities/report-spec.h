#pragma once
/* What is asked of a report: which one, of which days, by what, compared with what.  An immutable value with one text:
 *
 *   sales by employee, month show sold, visits during last_year compare year only employee in (3, 4)
 *     only weekday in (saturday, sunday) top 10 chart lines where status = lost
 *
 * Printing is canonical, and parse (print (x)) = x.  Own reports are kept as this text. */
#include "base/report-chart.h"
#include "model/entities/filter.h"

G_BEGIN_DECLS

typedef enum {
  SALON_COMPARE_NONE,
  SALON_COMPARE_PREVIOUS, /* the period of the same length just before */
  SALON_COMPARE_YEAR,     /* the same days a year before */
} SalonCompare;

/* Only what has one of these values of a dimension. */
typedef struct {
  char *dimension;
  GArray *values; /* of gint64, ascending, each once; never empty */
} SalonReportOnly;

#define SALON_REPORT_GROUPINGS_MAX 4
#define SALON_REPORT_TEXT_MAX      24000 /* bytes */
#define SALON_REPORT_TOP_MAX       10000
#define SALON_REPORT_TOP_ALL       G_MAXUINT

typedef struct _SalonReportSpec SalonReportSpec;

#define SALON_TYPE_REPORT_SPEC (salon_report_spec_get_type ())
GType salon_report_spec_get_type (void);

SalonReportSpec *salon_report_spec_new (const char *report);
SalonReportSpec *salon_report_spec_ref (SalonReportSpec *self);
void salon_report_spec_unref (SalonReportSpec *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonReportSpec, salon_report_spec_unref)
gboolean salon_report_spec_equal (const SalonReportSpec *a, const SalonReportSpec *b);

/* Each returns a new one.  What was never said is %NULL or 0 and means: as the report has it by default. */
SalonReportSpec *salon_report_spec_with_period (const SalonReportSpec *self, const SalonFilterPeriod *period);
SalonReportSpec *salon_report_spec_with_groupings (const SalonReportSpec *self, const char *const *groupings);
SalonReportSpec *salon_report_spec_with_measures (const SalonReportSpec *self, const char *const *measures);
SalonReportSpec *salon_report_spec_with_compare (const SalonReportSpec *self, SalonCompare compare);
SalonReportSpec *salon_report_spec_with_filter (const SalonReportSpec *self, SalonFilter *filter);
SalonReportSpec *salon_report_spec_with_only (const SalonReportSpec *self, const char *dimension, const gint64 *values, guint n);
SalonReportSpec *salon_report_spec_with_top (const SalonReportSpec *self, guint top);
SalonReportSpec *salon_report_spec_with_chart (const SalonReportSpec *self, int kind);

const char *salon_report_spec_report (const SalonReportSpec *self);
const SalonFilterPeriod *salon_report_spec_period (const SalonReportSpec *self); /* nullable */
const char *const *salon_report_spec_groupings (const SalonReportSpec *self);    /* nullable; empty = the total alone */
const char *const *salon_report_spec_measures (const SalonReportSpec *self);     /* nullable */
SalonCompare salon_report_spec_compare (const SalonReportSpec *self);
SalonFilter *salon_report_spec_filter (const SalonReportSpec *self); /* nullable, transfer none */
const GPtrArray *salon_report_spec_only (const SalonReportSpec *self); /* of SalonReportOnly */
guint salon_report_spec_top (const SalonReportSpec *self);  /* 0 = as the report has it, SALON_REPORT_TOP_ALL = all */
int salon_report_spec_chart (const SalonReportSpec *self);  /* SalonChartKind, -1 = the report's own */

char *salon_report_spec_print (const SalonReportSpec *self);
SalonReportSpec *salon_report_spec_parse (const char *text, GError **error);
const char *salon_compare_word (SalonCompare compare);
gboolean salon_compare_parse (const char *word, SalonCompare *compare);

G_END_DECLS
