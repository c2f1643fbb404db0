/* What stands on a card of the salon. */
#include "config.h"
#include "card/subject-of.h"

#include "base/day.h"
#include "base/money.h"

/**
 * salon_card_subject_of:
 * @client: (nullable): whose it is; a blank has nobody
 * @kind: (nullable): what kind of card it is
 * @card: (nullable): its number and its last day
 *
 * The texts of the salon and the photo are set by the caller, who knows where they are kept.
 *
 * Returns: (transfer full): what is printed
 */
SalonCardSubject *
salon_card_subject_of (const SalonClient *client, const SalonCardKind *kind, const SalonPlasticCard *card)
{
  SalonCardSubject *self = salon_card_subject_new ();

  if (client != NULL) {
    salon_card_subject_set (self, "first_name", client->first_name);
    salon_card_subject_set (self, "surname", client->surname);
  }
  if (kind != NULL) {
    g_autofree char *discount = kind->discount_bp > 0 ? salon_percent_format (kind->discount_bp) : NULL;

    salon_card_subject_set (self, "kind", kind->name);
    salon_card_subject_set (self, "discount", discount);
    salon_card_subject_set_code (self, (SalonCardCode) kind->code);
  }
  if (card != NULL) {
    g_autofree char *until = card->expires_day > 0 ? salon_day_format ((SalonDay) card->expires_day) : NULL;

    salon_card_subject_set (self, "number", card->number);
    salon_card_subject_set (self, "valid_until", until);
  }
  return self;
}
