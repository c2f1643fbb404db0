#pragma once
/* Who pays for a client from the own account. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonClientPayer, salon_client_payer)

struct _SalonClientPayer {
  SalonEntity parent;
  gint64 client_id;
  gint64 payer_id;
};

G_END_DECLS
