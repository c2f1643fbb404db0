#pragma once
/* A part of the body that services care for: hair, hands, feet, face. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonZone, salon_zone)

struct _SalonZone {
  SalonEntity parent;
  char *name;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
