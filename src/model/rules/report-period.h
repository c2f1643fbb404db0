#pragma once
/* Days of a report: buckets of time, and the period with which it is compared. */
#include "base/day.h"
#include "model/entities/report-spec.h"

G_BEGIN_DECLS

typedef enum {
  SALON_BUCKET_DAY,
  SALON_BUCKET_WEEK, /* by its first day, as the country has it */
  SALON_BUCKET_MONTH,
  SALON_BUCKET_QUARTER,
  SALON_BUCKET_YEAR,
} SalonBucket;

/* Longer ones are refused. */
#define SALON_REPORT_YEARS_MAX 200

gboolean salon_report_period_check (SalonDay from, SalonDay to, GError **error);
gboolean salon_report_period_before (SalonDay from, SalonDay to, SalonDay until, SalonCompare compare, SalonDay *before_from,
                                     SalonDay *before_to);
SalonDay salon_report_period_forward (SalonDay day, SalonDay from, SalonDay to, SalonCompare compare);
void salon_report_period_beside (SalonDay from, SalonDay to, SalonCompare compare, SalonDay before_from, SalonDay before_to, SalonDay *first,
                                 SalonDay *last);
SalonDay salon_bucket_of (SalonDay day, SalonBucket bucket, int first_weekday);
SalonDay salon_bucket_next (SalonDay first, SalonBucket bucket);
char *salon_bucket_label (SalonDay first, SalonBucket bucket);

G_END_DECLS
