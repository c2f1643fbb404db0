/* The fields of a stored design of cards. */
#include "model/entities/stored-design.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonStoredDesign, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Design of cards")),
  SALON_FIELD (SalonStoredDesign, json, TEXT, SALON_FIELD_REQUIRED, NULL),
  SALON_FIELD (SalonStoredDesign, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonStoredDesign, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonStoredDesign, salon_stored_design, "card-design", "card_design")
