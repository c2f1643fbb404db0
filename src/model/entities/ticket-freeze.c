/* The fields of a time for which a ticket is frozen. */
#include "model/entities/ticket-freeze.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonTicketFreeze, ticket_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonTicketFreeze, first_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("Frozen from")),
  SALON_FIELD (SalonTicketFreeze, last_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("Frozen until")),
  SALON_FIELD (SalonTicketFreeze, note, TEXT, SALON_FIELD_PLAIN, SALON_N ("Note")),
};

SALON_DEFINE_ENTITY (SalonTicketFreeze, salon_ticket_freeze, "ticket-freeze", "ticket_freeze")
