#pragma once
/* What clients of the test salon of filters paid, owe and hold: made at random, and kept in memory as it was made. */
#include "model/entities/client.h"
#include "model/rules/ticket.h"
#include "model/store/tx.h"

#define N_TICKET_KINDS 3
#define N_PROMOTIONS   3
#define N_CARD_KINDS   3

typedef struct {
  gint64 kind_id;
  SalonTicketFacts *facts;
} PurseTicket;

/* A plastic card. */
typedef struct {
  gint64 kind_id;
  gint64 state;
  SalonDay last_day; /* 0 = without end */
} PurseCard;

/* Something that was said of a promotion; @state is SALON_PROMOTION_USED for a receipt. */
typedef struct {
  gint64 rule_id;
  gint64 state;
  SalonDay day;
} PurseSaying;

/**
 * Purse: what is on one card
 * @certificate: what is left today on certificates that can be used
 * @tickets: (element-type PurseTicket)
 * @cards: (element-type PurseCard)
 * @sayings: (element-type PurseSaying): in the order in which they were noted
 */
typedef struct {
  SalonMoney paid;
  SalonMoney balance;
  SalonMoney bonus;
  SalonMoney discounted;
  SalonMoney certificate;
  GArray *tickets;
  GArray *cards;
  GArray *sayings;
} Purse;

Purse *purse_new (void);
void purse_free (gpointer self);
void purse_add (Purse *self, const Purse *other);

typedef struct {
  SalonTx *tx;
  GRand *rand;
  GError **error;
  gint64 shift_id;
  guint n;
} PurseMaker;

gboolean purse_maker_init (PurseMaker *self, SalonTx *tx, GRand *rand, GError **error);
gboolean purse_maker_fill (PurseMaker *self, Purse *purse, gint64 client_id);
