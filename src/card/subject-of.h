#pragma once
/* The subject of a card, of what the salon knows. */
#include "card/subject.h"
#include "model/entities/card-kind.h"
#include "model/entities/client.h"
#include "model/entities/plastic-card.h"

G_BEGIN_DECLS

SalonCardSubject *salon_card_subject_of (const SalonClient *client, const SalonCardKind *kind, const SalonPlasticCard *card);

G_END_DECLS
