/* The fields of a kind of season ticket. */
#include "model/entities/ticket-kind.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonTicketKind, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Kind of season ticket")),
  SALON_FIELD (SalonTicketKind, unit, ENUM, SALON_FIELD_PLAIN, SALON_N ("Counts")),
  SALON_FIELD (SalonTicketKind, split, ENUM, SALON_FIELD_PLAIN, SALON_N ("Services")),
  SALON_FIELD (SalonTicketKind, units, INT, SALON_FIELD_PLAIN, SALON_N ("Units")),
  SALON_FIELD (SalonTicketKind, price, MONEY, SALON_FIELD_PLAIN, SALON_N ("Price")),
  SALON_FIELD (SalonTicketKind, vat_rate_id, REF, SALON_FIELD_PLAIN, SALON_N ("Rate of tax")),
  SALON_FIELD (SalonTicketKind, valid_days, INT, SALON_FIELD_PLAIN, SALON_N ("Valid for")),
  SALON_FIELD (SalonTicketKind, starts, ENUM, SALON_FIELD_PLAIN, SALON_N ("Begins")),
  SALON_FIELD (SalonTicketKind, start_days, INT, SALON_FIELD_PLAIN, SALON_N ("Begins after")),
  SALON_FIELD (SalonTicketKind, freeze_days, INT, SALON_FIELD_PLAIN, SALON_N ("Can be frozen for")),
  SALON_FIELD (SalonTicketKind, bearer, BOOL, SALON_FIELD_PLAIN, SALON_N ("For whoever brings it")),
  SALON_FIELD (SalonTicketKind, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonTicketKind, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonTicketKind, salon_ticket_kind, "ticket-kind", "ticket_kind")
