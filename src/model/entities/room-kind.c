/* The fields of a room kind. */
#include "model/entities/room-kind.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonRoomKind, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Kind of room")),
  SALON_FIELD (SalonRoomKind, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonRoomKind, salon_room_kind, "room-kind", "room_kind")
