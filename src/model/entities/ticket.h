#pragma once
/* A season ticket that was sold, with its kind as it was then.  What is left of it stands in the ledger. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonTicket, salon_ticket)

struct _SalonTicket {
  SalonEntity parent;
  char *number;
  gint64 ticket_kind_id;
  gint64 client_id;
  char *name;
  gint64 unit;
  gint64 split;
  gint64 bearer;
  gint64 units;
  gint64 paid;
  gint64 sold_day;
  gint64 valid_days;
  gint64 starts;
  gint64 start_days;
  gint64 freeze_days;
};

G_END_DECLS
