#pragma once
/* Under which number a client is known in another program. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonExternalId, salon_external_id)

struct _SalonExternalId {
  SalonEntity parent;
  gint64 client_id;
  char *origin; /* the other program, as the person who imported called it */
  char *value;
};

G_END_DECLS
