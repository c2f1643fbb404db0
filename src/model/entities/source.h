#pragma once
/* Where clients hear of the salon: Instagram, a friend, the street. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonSource, salon_source)

struct _SalonSource {
  SalonEntity parent;
  char *name;
  gint64 archived;
};

G_END_DECLS
