#pragma once
/* Finds a room for a line that was booked without one. */
#include "model/entities/visit-line.h"
#include "model/services/booking-facts.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

gboolean salon_booking_room_is_free (SalonTx *tx, const SalonVisitLine *line, SalonBookingFacts *facts, gboolean *free,
                                     GError **error);
gboolean salon_booking_choose_room (SalonTx *tx, SalonVisitLine *line, gint64 room_before, SalonBookingFacts *facts,
                                    GError **error);

G_END_DECLS
