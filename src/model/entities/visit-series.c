/* The fields of a booking that repeats. */
#include "model/entities/visit-series.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonVisitSeries, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_OWNER, SALON_N ("Client")),
  SALON_FIELD (SalonVisitSeries, unit, ENUM, SALON_FIELD_REQUIRED, SALON_N ("Repeats by")),
  SALON_FIELD (SalonVisitSeries, every, INT, SALON_FIELD_REQUIRED, SALON_N ("Every")),
  SALON_FIELD (SalonVisitSeries, flexible_days, INT, SALON_FIELD_PLAIN, SALON_N ("Days earlier or later")),
  SALON_FIELD (SalonVisitSeries, times, INT, SALON_FIELD_REQUIRED, SALON_N ("How often")),
  SALON_FIELD (SalonVisitSeries, first_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("First day")),
  SALON_FIELD (SalonVisitSeries, created_at, INSTANT, SALON_FIELD_FIXED, SALON_N ("Booked at")),
  SALON_FIELD (SalonVisitSeries, created_by_id, REF, SALON_FIELD_FIXED, SALON_N ("Booked by")),
};

SALON_DEFINE_ENTITY (SalonVisitSeries, salon_visit_series, "visit-series", "visit_series")
