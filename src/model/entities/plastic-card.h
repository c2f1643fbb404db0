#pragma once
/* A plastic card: a number that scanners read, and whose it is.  Balances belong to the client, never to the card. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonPlasticCard, salon_plastic_card)

struct _SalonPlasticCard {
  SalonEntity parent;
  char *number; /* as a scanner reads it */
  gint64 card_kind_id;
  gint64 client_id; /* 0 = given to nobody, or a certificate for whoever brings it */
  gint64 ticket_id; /* what it opens */
  gint64 certificate_id;
  gint64 state; /* SalonCardState */
  gint64 own; /* the number was made here; or it was found on the card */
  gint64 serial; /* of numbers made one after another */
  gint64 issued_day;
  gint64 expires_day; /* the last day; 0 = without end */
  gint64 replaces_id; /* the card that it took the place of */
  gint64 n_printed;
  gint64 card_print_id; /* at which it is or was last */
};

G_END_DECLS
