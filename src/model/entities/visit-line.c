/* The fields of a visit line. */
#include "model/entities/visit-line.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonVisitLine, visit_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonVisitLine, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonVisitLine, service_id, REF, SALON_FIELD_REQUIRED, SALON_N ("Service")),
  SALON_FIELD (SalonVisitLine, employee_id, REF, SALON_FIELD_REQUIRED, SALON_N ("Employee")),
  SALON_FIELD (SalonVisitLine, room_id, REF, SALON_FIELD_PLAIN, SALON_N ("Room")),
  SALON_FIELD (SalonVisitLine, start_min, MINUTE, SALON_FIELD_REQUIRED, SALON_N ("Start")),
  SALON_FIELD (SalonVisitLine, work1_min, DURATION, SALON_FIELD_REQUIRED, SALON_N ("Work")),
  SALON_FIELD (SalonVisitLine, gap_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Processing")),
  SALON_FIELD (SalonVisitLine, work2_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Finish")),
  SALON_FIELD (SalonVisitLine, buffer_before_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Preparation")),
  SALON_FIELD (SalonVisitLine, buffer_after_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Tidying up")),
  SALON_FIELD (SalonVisitLine, price, MONEY, SALON_FIELD_PLAIN, SALON_N ("Price")),
  SALON_FIELD (SalonVisitLine, any_master, BOOL, SALON_FIELD_PLAIN, SALON_N ("Any master")),
  SALON_FIELD (SalonVisitLine, master_matters, BOOL, SALON_FIELD_PLAIN, SALON_N ("The master matters")),
  SALON_FIELD (SalonVisitLine, parent_line_id, REF, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonVisitLine, variant_id, REF, SALON_FIELD_PLAIN, SALON_N ("Variant")),
};

SALON_DEFINE_ENTITY (SalonVisitLine, salon_visit_line, "visit-line", "visit_line")
