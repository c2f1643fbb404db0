#pragma once
/* The steps of booking, for services that book more than one visit at once. */
#include "model/entities/visit.h"
#include "model/services/booking-facts.h"
#include "model/services/booking.h"

G_BEGIN_DECLS

GPtrArray *salon_booking_make_lines (SalonTx *tx, const SalonBookingRequest *request, SalonBookingFacts *facts, GError **error);
gboolean salon_booking_choose_rooms (SalonTx *tx, GPtrArray *lines, SalonBookingFacts *facts, GError **error);
gboolean salon_booking_leave_taken_rooms (SalonTx *tx, GPtrArray *lines, SalonBookingFacts *facts, GError **error);
gboolean salon_booking_insert (SalonTx *tx, SalonVisit *visit, GPtrArray *lines, GError **error);

G_END_DECLS
