/* The fields of a service of a kind of season ticket. */
#include "model/entities/ticket-kind-service.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonTicketKindService, ticket_kind_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonTicketKindService, service_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Service")),
  SALON_FIELD (SalonTicketKindService, units, INT, SALON_FIELD_PLAIN, SALON_N ("Units")),
};

SALON_DEFINE_ENTITY (SalonTicketKindService, salon_ticket_kind_service, "ticket-kind-service", "ticket_kind_service")
