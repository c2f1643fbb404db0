/* The fields of an own report. */
#include "model/entities/own-report.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonOwnReport, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Name")),
  SALON_FIELD (SalonOwnReport, spec, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Report")),
  SALON_FIELD (SalonOwnReport, created_at, INSTANT, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonOwnReport, created_by_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonOwnReport, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonOwnReport, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonOwnReport, salon_own_report, "own-report", "own_report")
