#pragma once
/* A service that a season ticket is good for. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonTicketService, salon_ticket_service)

struct _SalonTicketService {
  SalonEntity parent;
  gint64 ticket_id;
  gint64 service_id;
  gint64 units;
};

G_END_DECLS
