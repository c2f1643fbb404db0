#pragma once
/* What employees of a level take for a service or variant. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonServicePrice, salon_service_price)

struct _SalonServicePrice {
  SalonEntity parent;
  gint64 service_id;
  gint64 variant_id;
  gint64 level_id;
  gint64 price;
};

G_END_DECLS
