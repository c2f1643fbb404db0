#pragma once
/* A gift certificate that was sold.  What is left of it stands in the ledger. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonCertificate, salon_certificate)

struct _SalonCertificate {
  SalonEntity parent;
  char *number;
  char *barcode;
  gint64 client_id;
  gint64 value;
  gint64 sold_day;
  gint64 expires_day;
  char *blocked_reason;
};

G_END_DECLS
