/* The fields of a plastic card. */
#include "model/entities/plastic-card.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonPlasticCard, number, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_PERSONAL, SALON_N ("Card number")),
  SALON_FIELD (SalonPlasticCard, card_kind_id, REF, SALON_FIELD_PLAIN, SALON_N ("Kind of card")),
  SALON_FIELD (SalonPlasticCard, client_id, REF, SALON_FIELD_OWNER, SALON_N ("Client")),
  SALON_FIELD (SalonPlasticCard, ticket_id, REF, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonPlasticCard, certificate_id, REF, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonPlasticCard, state, ENUM, SALON_FIELD_PLAIN, SALON_N ("Plastic card")),
  SALON_FIELD (SalonPlasticCard, own, BOOL, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonPlasticCard, serial, INT, SALON_FIELD_FIXED | SALON_FIELD_OPTIONAL, NULL),
  SALON_FIELD (SalonPlasticCard, issued_day, DAY, SALON_FIELD_OPTIONAL, SALON_N ("Issued on")),
  SALON_FIELD (SalonPlasticCard, expires_day, DAY, SALON_FIELD_OPTIONAL, SALON_N ("Valid until")),
  SALON_FIELD (SalonPlasticCard, replaces_id, REF, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonPlasticCard, n_printed, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonPlasticCard, card_print_id, REF, SALON_FIELD_PLAIN, NULL),
};

SALON_DEFINE_ENTITY (SalonPlasticCard, salon_plastic_card, "plastic-card", "plastic_card")
