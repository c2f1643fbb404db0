#pragma once
/* What stands on the cards of a print: whose they are, their numbers, the photo, the salon and its logo. */
#include "model/entities/card-kind.h"
#include "model/entities/client.h"
#include "model/entities/stored-design.h"
#include "model/services/card-prints.h"

G_BEGIN_DECLS

/**
 * SalonCardOrder:
 * @kind: of all cards of the print
 * @design: (nullable): that the print or its kind names
 * @cards: (element-type SalonPlasticCard): in the order of their numbers, with the last day that they get when they are given out
 * @client: (nullable): who gets it
 * @photo: (nullable): of the client, JPEG that our decoder made
 * @salon: (nullable): name of the salon
 * @phone: (nullable): of the salon
 * @logo: (nullable): of the salon, JPEG that our decoder made
 */
typedef struct {
  SalonCardPrint *print;
  SalonCardKind *kind;
  SalonStoredDesign *design;
  GPtrArray *cards;
  SalonClient *client;
  GBytes *photo;
  char *salon;
  char *phone;
  GBytes *logo;
} SalonCardOrder;

void salon_card_order_free (SalonCardOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCardOrder, salon_card_order_free)
SalonCardOrder *salon_card_order_load (SalonTx *tx, const SalonCardPrintsRequest *request, GError **error);
extern const SalonQuery salon_query_card_order; /* SalonCardPrintsRequest of one print → SalonCardOrder */

G_END_DECLS
