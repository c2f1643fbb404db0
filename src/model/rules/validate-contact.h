#pragma once
/* Whether what was noted about talks with a client, her opinion and her consents can be kept. */
#include "base/day.h"
#include "model/entities/client-consent.h"
#include "model/entities/contact.h"
#include "model/entities/enums.h"
#include "model/entities/quality-mark.h"

G_BEGIN_DECLS

/* A set of outcomes, one bit each. */
typedef guint SalonOutcomes;

#define SALON_OUTCOME_BIT(outcome) (1u << (outcome))

gboolean salon_contact_is_call (gint64 kind);
gboolean salon_contact_is_inner (gint64 kind);
SalonOutcomes salon_contact_outcomes (gint64 kind);
gboolean salon_contact_is_empty (const SalonContact *contact);

gboolean salon_validate_contact (const SalonContact *contact, gint64 now_us, GError **error);
gboolean salon_validate_quality_mark (const SalonQualityMark *mark, GError **error);
gboolean salon_validate_client_consent (const SalonClientConsent *consent, SalonDay today, GError **error);

G_END_DECLS
