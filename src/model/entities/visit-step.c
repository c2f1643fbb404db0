/* The fields of a step that was done. */
#include "model/entities/visit-step.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonVisitStep, visit_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonVisitStep, step_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Checklist")),
  SALON_FIELD (SalonVisitStep, done_at, INSTANT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonVisitStep, done_by_id, REF, SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonVisitStep, salon_visit_step, "visit-step", "visit_step")
