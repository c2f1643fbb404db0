#pragma once
/* The cards of one print: one design, one client or nobody, as many numbers as there are cards. */
#include "card/sheet.h"
#include "model/entities/card-kind.h"
#include "model/entities/client.h"

G_BEGIN_DECLS

/**
 * SalonCardDeckOf: what the cards show; nothing of it is kept but references
 * @client: (nullable): whose they are
 * @cards: (element-type SalonPlasticCard):
 * @photo: (nullable): of the client, JPEG that our decoder made
 * @salon: (nullable):
 * @phone: (nullable): of the salon
 * @logo: (nullable): of the salon, JPEG that our decoder made
 */
typedef struct {
  SalonCardDesign *design;
  SalonClient *client;
  SalonCardKind *kind;
  GPtrArray *cards;
  GBytes *photo;
  const char *salon;
  const char *phone;
  GBytes *logo;
} SalonCardDeckOf;

/* May be handed from one thread to another, but is used by one at a time. */
typedef struct _SalonCardDeck SalonCardDeck;

SalonCardDeck *salon_card_deck_new (const SalonCardDeckOf *of, GError **error);
void salon_card_deck_free (SalonCardDeck *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardDeck, salon_card_deck_free)

gboolean salon_card_deck_has_back (const SalonCardDeck *self);
GBytes *salon_card_deck_to_pdf (SalonCardDeck *self, SalonCardPaper paper, GError **error);
GBytes *salon_card_deck_to_png (SalonCardDeck *self, SalonCardSide side, GError **error);
GPtrArray *salon_card_deck_problems (SalonCardDeck *self);

G_END_DECLS
