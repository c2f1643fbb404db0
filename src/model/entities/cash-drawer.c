/* The fields of a drawer. */
#include "model/entities/cash-drawer.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonCashDrawer, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Cash drawer")),
  SALON_FIELD (SalonCashDrawer, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonCashDrawer, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonCashDrawer, salon_cash_drawer, "cash-drawer", "cash_drawer")
