#pragma once
/* A group of goods. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonItemCategory, salon_item_category)

struct _SalonItemCategory {
  SalonEntity parent;
  char *name;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
