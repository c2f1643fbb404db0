/* The fields of a service of a season ticket. */
#include "model/entities/ticket-service.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonTicketService, ticket_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonTicketService, service_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Service")),
  SALON_FIELD (SalonTicketService, units, INT, SALON_FIELD_FIXED, SALON_N ("Units")),
};

SALON_DEFINE_ENTITY (SalonTicketService, salon_ticket_service, "ticket-service", "ticket_service")
