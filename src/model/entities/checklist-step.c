/* The fields of a step of the checklists. */
#include "model/entities/checklist-step.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonChecklistStep, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Name")),
  SALON_FIELD (SalonChecklistStep, state, ENUM, SALON_FIELD_REQUIRED, SALON_N ("State")),
  SALON_FIELD (SalonChecklistStep, service_id, REF, SALON_FIELD_PLAIN, SALON_N ("Service")),
  SALON_FIELD (SalonChecklistStep, service_category_id, REF, SALON_FIELD_PLAIN, SALON_N ("Category")),
  SALON_FIELD (SalonChecklistStep, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonChecklistStep, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonChecklistStep, salon_checklist_step, "checklist-step", "checklist_step")
