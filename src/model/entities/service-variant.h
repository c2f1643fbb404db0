#pragma once
/* A service in a size: short hair, long hair. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonServiceVariant, salon_service_variant)

struct _SalonServiceVariant {
  SalonEntity parent;
  gint64 service_id;
  char *name;
  gint64 price;
  gint64 more_min;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
