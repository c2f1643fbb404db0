/* The fields of a room. */
#include "model/entities/room.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonRoom, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Room")),
  SALON_FIELD (SalonRoom, room_kind_id, REF, SALON_FIELD_PLAIN, SALON_N ("Kind of room")),
  SALON_FIELD (SalonRoom, capacity, INT, SALON_FIELD_REQUIRED, SALON_N ("Places")),
  SALON_FIELD (SalonRoom, cleanup_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Cleaning after")),
  SALON_FIELD (SalonRoom, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonRoom, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonRoom, salon_room, "room", "room")
