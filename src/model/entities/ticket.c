/* The fields of a season ticket. */
#include "model/entities/ticket.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonTicket, number, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Number")),
  SALON_FIELD (SalonTicket, ticket_kind_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonTicket, client_id, REF, SALON_FIELD_OWNER, SALON_N ("Client")),
  SALON_FIELD (SalonTicket, name, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Season ticket")),
  SALON_FIELD (SalonTicket, unit, ENUM, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonTicket, split, ENUM, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonTicket, bearer, BOOL, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonTicket, units, INT, SALON_FIELD_FIXED, SALON_N ("Units")),
  SALON_FIELD (SalonTicket, paid, MONEY, SALON_FIELD_FIXED, SALON_N ("Paid")),
  SALON_FIELD (SalonTicket, sold_day, DAY, SALON_FIELD_FIXED, SALON_N ("Sold")),
  SALON_FIELD (SalonTicket, valid_days, INT, SALON_FIELD_FIXED, SALON_N ("Valid for")),
  SALON_FIELD (SalonTicket, starts, ENUM, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonTicket, start_days, INT, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonTicket, freeze_days, INT, SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonTicket, salon_ticket, "ticket", "ticket")
