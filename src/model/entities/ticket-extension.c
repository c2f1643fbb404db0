/* The fields of an extension of a ticket. */
#include "model/entities/ticket-extension.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonTicketExtension, ticket_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonTicketExtension, days, INT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Longer by")),
  SALON_FIELD (SalonTicketExtension, reason, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Reason")),
};

SALON_DEFINE_ENTITY (SalonTicketExtension, salon_ticket_extension, "ticket-extension", "ticket_extension")
