#pragma once
/* Days that were given to a season ticket. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonTicketExtension, salon_ticket_extension)

struct _SalonTicketExtension {
  SalonEntity parent;
  gint64 ticket_id;
  gint64 days;
  char *reason;
};

G_END_DECLS
