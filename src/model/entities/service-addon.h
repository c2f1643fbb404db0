#pragma once
/* An add-on that goes with a service. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonServiceAddon, salon_service_addon)

struct _SalonServiceAddon {
  SalonEntity parent;
  gint64 service_id;
  gint64 addon_id; /* a service that is an add-on */
};

G_END_DECLS
