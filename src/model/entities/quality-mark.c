/* The fields of a quality mark. */
#include "model/entities/quality-mark.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonQualityMark, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonQualityMark, visit_id, REF, SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonQualityMark, contact_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonQualityMark, mark, INT, SALON_FIELD_OPTIONAL, SALON_N ("Mark")),
  SALON_FIELD (SalonQualityMark, complaint, BOOL, SALON_FIELD_PLAIN, SALON_N ("Complaint")),
  SALON_FIELD (SalonQualityMark, text, TEXT, SALON_FIELD_PERSONAL, SALON_N ("What was said")),
  SALON_FIELD (SalonQualityMark, employee_id, REF, SALON_FIELD_PLAIN, SALON_N ("Employee")),
  SALON_FIELD (SalonQualityMark, user_id, REF, SALON_FIELD_PLAIN, SALON_N ("Administrator")),
  SALON_FIELD (SalonQualityMark, at, INSTANT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonQualityMark, created_by_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonQualityMark, resolved_at, INSTANT, SALON_FIELD_OPTIONAL, SALON_N ("Resolved")),
  SALON_FIELD (SalonQualityMark, resolved_by_id, REF, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonQualityMark, resolution, TEXT, SALON_FIELD_PERSONAL, SALON_N ("How it was resolved")),
};

SALON_DEFINE_ENTITY (SalonQualityMark, salon_quality_mark, "quality-mark", "quality_mark")
