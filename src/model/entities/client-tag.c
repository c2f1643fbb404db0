/* The fields of a client tag. */
#include "model/entities/client-tag.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonClientTag, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonClientTag, tag_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonClientTag, salon_client_tag, "client-tag", "client_tag")
