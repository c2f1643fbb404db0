#pragma once
/* What a service may need: hair chair, manicure table, massage room. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonRoomKind, salon_room_kind)

struct _SalonRoomKind {
  SalonEntity parent;
  char *name;
  gint64 archived;
};

G_END_DECLS
