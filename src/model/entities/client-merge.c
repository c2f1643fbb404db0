/* The fields of a merge. */
#include "model/entities/client-merge.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonClientMerge, operation_id, INT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonClientMerge, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonClientMerge, other_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Merged with")),
  SALON_FIELD (SalonClientMerge, at, INSTANT, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonClientMerge, undone_at, INSTANT, SALON_FIELD_OPTIONAL, NULL),
};

SALON_DEFINE_ENTITY (SalonClientMerge, salon_client_merge, "client-merge", "client_merge")
