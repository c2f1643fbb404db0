/* The fields of a print of cards. */
#include "model/entities/card-print.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonCardPrint, purpose, ENUM, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPrint, state, ENUM, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonCardPrint, card_kind_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPrint, card_design_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPrint, client_id, REF, SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonCardPrint, ticket_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPrint, certificate_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPrint, replaced_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPrint, why, ENUM, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPrint, reason, TEXT, SALON_FIELD_PERSONAL, NULL),
  SALON_FIELD (SalonCardPrint, n_cards, INT, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPrint, n_done, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonCardPrint, n_spoiled, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonCardPrint, printer, TEXT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonCardPrint, message, TEXT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonCardPrint, started_at, INSTANT, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonCardPrint, ended_at, INSTANT, SALON_FIELD_OPTIONAL, NULL),
  SALON_FIELD (SalonCardPrint, user_id, REF, SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonCardPrint, salon_card_print, "card-print", "card_print")
