/* The fields of a visit. */
#include "model/entities/visit.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonVisit, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_OWNER, SALON_N ("Client")),
  SALON_FIELD (SalonVisit, state, ENUM, SALON_FIELD_REQUIRED, SALON_N ("State")),
  SALON_FIELD (SalonVisit, source, ENUM, SALON_FIELD_REQUIRED, SALON_N ("Booked by")),
  SALON_FIELD (SalonVisit, day, DAY, SALON_FIELD_REQUIRED, SALON_N ("Day")),
  SALON_FIELD (SalonVisit, start_min, MINUTE, SALON_FIELD_REQUIRED, SALON_N ("Start")),
  SALON_FIELD (SalonVisit, end_min, MINUTE, SALON_FIELD_REQUIRED, SALON_N ("End")),
  SALON_FIELD (SalonVisit, note, TEXT, SALON_FIELD_PERSONAL, SALON_N ("Note")),
  SALON_FIELD (SalonVisit, cancel_reason, TEXT, SALON_FIELD_PLAIN, SALON_N ("Reason")),
  SALON_FIELD (SalonVisit, override_reason, TEXT, SALON_FIELD_PLAIN, SALON_N ("Overlap allowed because")),
  SALON_FIELD (SalonVisit, series_id, REF, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonVisit, late_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Late by")),
  SALON_FIELD (SalonVisit, created_at, INSTANT, SALON_FIELD_FIXED, SALON_N ("Booked at")),
  SALON_FIELD (SalonVisit, created_by_id, REF, SALON_FIELD_FIXED, SALON_N ("Booked by")),
  SALON_FIELD (SalonVisit, settled, BOOL, SALON_FIELD_PLAIN, NULL),
};

SALON_DEFINE_ENTITY (SalonVisit, salon_visit, "visit", "visit")
