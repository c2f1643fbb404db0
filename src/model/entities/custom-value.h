#pragma once
/* What a client has in one of the own fields. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonCustomValue, salon_custom_value)

struct _SalonCustomValue {
  SalonEntity parent;
  gint64 client_id;
  gint64 field_id;
  char *value; /* numbers and days as digits, so that they compare */
};

G_END_DECLS
