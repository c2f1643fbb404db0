#pragma once
/* A kind of season ticket that is sold: what it is good for, how long, at what price. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonTicketKind, salon_ticket_kind)

struct _SalonTicketKind {
  SalonEntity parent;
  char *name;
  gint64 unit;
  gint64 split;
  gint64 units;
  gint64 price;
  gint64 vat_rate_id;
  gint64 valid_days;
  gint64 starts;
  gint64 start_days;
  gint64 freeze_days;
  gint64 bearer;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
