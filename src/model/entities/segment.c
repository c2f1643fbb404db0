/* The fields of a segment. */
#include "model/entities/segment.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonSegment, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Name")),
  SALON_FIELD (SalonSegment, filter, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Filter")),
  SALON_FIELD (SalonSegment, predefined, TEXT, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonSegment, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonSegment, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonSegment, salon_segment, "segment", "segment")
