#pragma once
/* A place where services are done. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonRoom, salon_room)

struct _SalonRoom {
  SalonEntity parent;
  char *name;
  gint64 room_kind_id;
  gint64 capacity; /* visits at one time */
  gint64 cleanup_min; /* minutes */
  gint64 position;
  gint64 archived;
};

G_END_DECLS
