/* The fields of a source. */
#include "model/entities/source.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonSource, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Source")),
  SALON_FIELD (SalonSource, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonSource, salon_source, "source", "source")
