#pragma once
/* A group of clients with a colour. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonCategory, salon_category)

struct _SalonCategory {
  SalonEntity parent;
  char *name;
  gint64 color;
  gint64 archived;
};

G_END_DECLS
