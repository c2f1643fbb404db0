#pragma once
/* What a client allowed, from which day, and until when. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonClientConsent, salon_client_consent)

struct _SalonClientConsent {
  SalonEntity parent;
  gint64 client_id;
  gint64 kind;          /* SalonConsentKind */
  gint64 given_day;     /* SalonDay */
  gint64 withdrawn_day; /* SalonDay; 0 = it stands */
  char *how;            /* "on paper", "by phone" */
};

G_END_DECLS
