#pragma once
/* What is or was at a card printer. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonCardPrint, salon_card_print)

struct _SalonCardPrint {
  SalonEntity parent;
  gint64 purpose; /* SalonCardPrintPurpose */
  gint64 state; /* SalonCardPrintState */
  gint64 card_kind_id;
  gint64 card_design_id;
  gint64 client_id; /* who gets it */
  gint64 ticket_id;
  gint64 certificate_id;
  gint64 replaced_id; /* the card whose place it takes */
  gint64 why; /* SalonCardWhy, of a replacement */
  char *reason;
  gint64 n_cards;
  gint64 n_done;
  gint64 n_spoiled; /* plastic that the printer ruined */
  char *printer; /* or the file */
  char *message; /* of the printer */
  gint64 started_at; /* UTC microseconds */
  gint64 ended_at;
  gint64 user_id;
};

G_END_DECLS
