/* The fields of a kind of plastic card. */
#include "model/entities/card-kind.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonCardKind, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Kind of card")),
  SALON_FIELD (SalonCardKind, purpose, ENUM, SALON_FIELD_PLAIN, SALON_N ("Serves as")),
  SALON_FIELD (SalonCardKind, code, ENUM, SALON_FIELD_PLAIN, SALON_N ("Code")),
  SALON_FIELD (SalonCardKind, prefix, TEXT, SALON_FIELD_PLAIN, SALON_N ("Numbers begin with")),
  SALON_FIELD (SalonCardKind, length, INT, SALON_FIELD_PLAIN, SALON_N ("Digits")),
  SALON_FIELD (SalonCardKind, random, BOOL, SALON_FIELD_PLAIN, SALON_N ("Random numbers")),
  SALON_FIELD (SalonCardKind, first_serial, INT, SALON_FIELD_PLAIN, SALON_N ("First number")),
  SALON_FIELD (SalonCardKind, last_serial, INT, SALON_FIELD_PLAIN, SALON_N ("Last number")),
  SALON_FIELD (SalonCardKind, discount_bp, INT, SALON_FIELD_PLAIN, SALON_N ("Discount")),
  SALON_FIELD (SalonCardKind, valid_days, INT, SALON_FIELD_PLAIN, SALON_N ("Valid for")),
  SALON_FIELD (SalonCardKind, card_design_id, REF, SALON_FIELD_PLAIN, SALON_N ("Design")),
  SALON_FIELD (SalonCardKind, min_blanks, INT, SALON_FIELD_PLAIN, SALON_N ("Fewest blanks")),
  SALON_FIELD (SalonCardKind, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonCardKind, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonCardKind, salon_card_kind, "card-kind", "card_kind")
