#pragma once
/* That two cards, however alike, are two people. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonClientNotSame, salon_client_not_same)

struct _SalonClientNotSame {
  SalonEntity parent;
  gint64 client_id; /* the smaller id of the two */
  gint64 other_id;
  gint64 at;
};

G_END_DECLS
