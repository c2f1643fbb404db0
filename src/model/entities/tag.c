/* The fields of a tag. */
#include "model/entities/tag.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonTag, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Tag")),
  SALON_FIELD (SalonTag, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonTag, salon_tag, "tag", "tag")
