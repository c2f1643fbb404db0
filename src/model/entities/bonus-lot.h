#pragma once
/* Bonus that a client earned at once and that ends at once. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonBonusLot, salon_bonus_lot)

struct _SalonBonusLot {
  SalonEntity parent;
  gint64 client_id;
  gint64 amount;
  gint64 day;
  gint64 expires_day;
  gint64 of_lot_id;
  gint64 sale_id;
};

G_END_DECLS
