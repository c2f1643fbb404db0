/* The fields of a lot of bonus. */
#include "model/entities/bonus-lot.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonBonusLot, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonBonusLot, amount, MONEY, SALON_FIELD_FIXED, SALON_N ("Bonus")),
  SALON_FIELD (SalonBonusLot, day, DAY, SALON_FIELD_FIXED, SALON_N ("Earned")),
  SALON_FIELD (SalonBonusLot, expires_day, DAY, SALON_FIELD_FIXED | SALON_FIELD_OPTIONAL, SALON_N ("Valid until")),
  SALON_FIELD (SalonBonusLot, of_lot_id, REF, SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonBonusLot, sale_id, REF, SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonBonusLot, salon_bonus_lot, "bonus-lot", "bonus_lot")
