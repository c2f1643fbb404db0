#pragma once
/* One of the services that somebody on the waiting list wishes. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonWaitingService, salon_waiting_service)

struct _SalonWaitingService {
  SalonEntity parent;
  gint64 waiting_id;
  gint64 position;
  gint64 service_id;
  gint64 variant_id; /* 0 = the service as such */
};

G_END_DECLS
