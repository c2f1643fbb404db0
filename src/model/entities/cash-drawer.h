#pragma once
/* A drawer for cash; each has at most one open shift. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonCashDrawer, salon_cash_drawer)

struct _SalonCashDrawer {
  SalonEntity parent;
  char *name;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
