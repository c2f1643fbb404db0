#pragma once
/* The cards of generated clients: names, phones, notes as a receptionist writes them. */
#include "model/entities/client.h"
#include "model/services/generate-habits.h"

G_BEGIN_DECLS

/**
 * SalonCard: rows of one client; ids in them are set
 */
typedef struct {
  SalonClient *client;
  GPtrArray *phones; /* SalonClientPhone */
  GArray *tags;      /* gint64: ids */
  gint64 category;   /* id; 0 = none */
  GPtrArray *custom; /* SalonCustomValue */
} SalonCard;

typedef struct _SalonCardMaker SalonCardMaker;

SalonCardMaker *salon_card_maker_new (const SalonPlan *plan, guint64 seed);
void salon_card_maker_free (SalonCardMaker *self);
void salon_card_maker_make (SalonCardMaker *self, const GArray *clients, guint index, SalonCard *card);
char *salon_card_maker_text (SalonCardMaker *self, const char *kind, SalonDice *dice);
void salon_card_clear (SalonCard *card);

G_END_DECLS
