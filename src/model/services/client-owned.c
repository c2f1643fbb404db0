/* The list of what belongs to a client.  A new one is added here, and nowhere else. */
#include "model/services/client-owned.h"

#include "model/entities/bonus-lot.h"
#include "model/entities/card-print.h"
#include "model/entities/certificate.h"
#include "model/entities/client-category.h"
#include "model/entities/client-consent.h"
#include "model/entities/client-phone.h"
#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/entities/contact.h"
#include "model/entities/custom-value.h"
#include "model/entities/external-id.h"
#include "model/entities/people-list-member.h"
#include "model/entities/plastic-card.h"
#include "model/entities/promotion-use.h"
#include "model/entities/quality-mark.h"
#include "model/entities/inquiry.h"
#include "model/entities/ticket.h"
#include "model/entities/visit-series.h"
#include "model/entities/visit.h"
#include "model/entities/waiting.h"

static const SalonClientOwned owned[] = {
  { salon_visit_get_type, "client_id", NULL, SALON_OWNED_VISITS },
  { salon_client_phone_get_type, "client_id", NULL, SALON_OWNED_PHONES },
  { salon_client_tag_get_type, "client_id", "tag_id", SALON_OWNED_LABELS },
  { salon_client_category_get_type, "client_id", "category_id", SALON_OWNED_LABELS },
  { salon_custom_value_get_type, "client_id", "field_id", SALON_OWNED_VALUES },
  { salon_contact_get_type, "client_id", NULL, SALON_OWNED_CONTACTS },
  { salon_quality_mark_get_type, "client_id", NULL, SALON_OWNED_OTHERS },
  { salon_client_consent_get_type, "client_id", "kind", SALON_OWNED_OTHERS },
  { salon_external_id_get_type, "client_id", NULL, SALON_OWNED_OTHERS },
  { salon_visit_series_get_type, "client_id", NULL, SALON_OWNED_OTHERS },
  { salon_waiting_get_type, "client_id", NULL, SALON_OWNED_OTHERS },
  { salon_inquiry_get_type, "client_id", NULL, SALON_OWNED_OTHERS },
  { salon_ticket_get_type, "client_id", NULL, SALON_OWNED_OTHERS },
  { salon_certificate_get_type, "client_id", NULL, SALON_OWNED_OTHERS },
  { salon_bonus_lot_get_type, "client_id", NULL, SALON_OWNED_OTHERS },
  { salon_plastic_card_get_type, "client_id", NULL, SALON_OWNED_CARDS },
  { salon_card_print_get_type, "client_id", NULL, SALON_OWNED_OTHERS },
  { salon_promotion_use_get_type, "client_id", NULL, SALON_OWNED_OTHERS },
  { salon_people_list_member_get_type, "client_id", "people_list_id", SALON_OWNED_LABELS },
  { salon_client_get_type, "referred_by_id", NULL, SALON_OWNED_REFERRALS },
};

/**
 * salon_client_owned:
 *
 * Returns: (transfer none) (array length=n): every kind of row that belongs to a client
 */
const SalonClientOwned *
salon_client_owned (guint *n)
{
  *n = G_N_ELEMENTS (owned);
  return owned;
}

/**
 * salon_client_owned_by_type:
 *
 * Returns: (transfer none) (nullable): how rows of @type belong to a client
 */
const SalonClientOwned *
salon_client_owned_by_type (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    if (owned[i].type () == type)
      return &owned[i];
  return NULL;
}
