/* The fields of a gift certificate. */
#include "model/entities/certificate.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonCertificate, number, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Number")),
  SALON_FIELD (SalonCertificate, barcode, TEXT, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, SALON_N ("Barcode")),
  SALON_FIELD (SalonCertificate, client_id, REF, SALON_FIELD_OWNER, SALON_N ("Client")),
  SALON_FIELD (SalonCertificate, value, MONEY, SALON_FIELD_FIXED, SALON_N ("Value")),
  SALON_FIELD (SalonCertificate, sold_day, DAY, SALON_FIELD_FIXED, SALON_N ("Sold")),
  SALON_FIELD (SalonCertificate, expires_day, DAY, SALON_FIELD_FIXED | SALON_FIELD_OPTIONAL, SALON_N ("Valid until")),
  SALON_FIELD (SalonCertificate, blocked_reason, TEXT, SALON_FIELD_PLAIN, SALON_N ("Blocked because")),
};

SALON_DEFINE_ENTITY (SalonCertificate, salon_certificate, "certificate", "certificate")
