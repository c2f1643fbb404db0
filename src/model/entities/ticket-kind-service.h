#pragma once
/* A service that a kind of season ticket is good for. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonTicketKindService, salon_ticket_kind_service)

struct _SalonTicketKindService {
  SalonEntity parent;
  gint64 ticket_kind_id;
  gint64 service_id;
  gint64 units;
};

G_END_DECLS
