#pragma once
/* A place on the board as a time that can be booked. */
#include "model/services/session.h"
#include "model/services/slots-query.h"

G_BEGIN_DECLS

SalonFreeSlot *salon_place_slot (SalonSession *session, const GArray *wishes, gint64 employee_id, gint64 room_id,
                                 gint64 start_min);

G_END_DECLS
