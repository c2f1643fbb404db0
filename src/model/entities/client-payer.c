/* The fields of who pays for whom. */
#include "model/entities/client-payer.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonClientPayer, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonClientPayer, payer_id, REF, SALON_FIELD_REQUIRED, SALON_N ("Paid by")),
};

SALON_DEFINE_ENTITY (SalonClientPayer, salon_client_payer, "client-payer", "client_payer")
