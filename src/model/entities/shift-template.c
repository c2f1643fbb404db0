/* The fields of a kind of shift. */
#include "model/entities/shift-template.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonShiftTemplate, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Shift")),
  SALON_FIELD (SalonShiftTemplate, from_min, MINUTE, SALON_FIELD_PLAIN, SALON_N ("From")),
  SALON_FIELD (SalonShiftTemplate, to_min, MINUTE, SALON_FIELD_REQUIRED, SALON_N ("To")),
  SALON_FIELD (SalonShiftTemplate, color, COLOR, SALON_FIELD_PLAIN, SALON_N ("Colour")),
  SALON_FIELD (SalonShiftTemplate, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonShiftTemplate, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonShiftTemplate, salon_shift_template, "shift-template", "shift_template")
