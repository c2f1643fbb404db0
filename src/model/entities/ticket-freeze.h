#pragma once
/* Days on which a season ticket rests. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonTicketFreeze, salon_ticket_freeze)

struct _SalonTicketFreeze {
  SalonEntity parent;
  gint64 ticket_id;
  gint64 first_day;
  gint64 last_day;
  char *note;
};

G_END_DECLS
