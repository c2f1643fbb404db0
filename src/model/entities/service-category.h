#pragma once
/* A chapter of the price list. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonServiceCategory, salon_service_category)

struct _SalonServiceCategory {
  SalonEntity parent;
  char *name;
  gint64 color;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
