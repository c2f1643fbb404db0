#pragma once
/* One phone of a client; families share phones. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonClientPhone, salon_client_phone)

struct _SalonClientPhone {
  SalonEntity parent;
  gint64 client_id;
  char *e164; /* NULL when the text is no number of any country */
  char *typed;
  char *label; /* "work", "husband" */
  gint64 position; /* order on the card */
};

G_END_DECLS
