/* The fields of a consent. */
#include "model/entities/client-consent.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonClientConsent, client_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonClientConsent, kind, ENUM, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonClientConsent, given_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("Given on")),
  SALON_FIELD (SalonClientConsent, withdrawn_day, DAY, SALON_FIELD_OPTIONAL, SALON_N ("Withdrawn on")),
  SALON_FIELD (SalonClientConsent, how, TEXT, SALON_FIELD_PLAIN, SALON_N ("How it was given")),
};

SALON_DEFINE_ENTITY (SalonClientConsent, salon_client_consent, "client-consent", "client_consent")
