#pragma once
/* The lines of a visit that is booked, for services that book one visit or many. */
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/booking-facts.h"
#include "model/services/booking-line.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

GPtrArray *salon_booking_lines_make (SalonTx *tx, const GArray *wanted, SalonBookingFacts *facts, GError **error);
gboolean salon_booking_lines_choose_rooms (SalonTx *tx, GPtrArray *lines, SalonBookingFacts *facts, GError **error);
gboolean salon_booking_lines_leave_taken_rooms (SalonTx *tx, GPtrArray *lines, SalonBookingFacts *facts, GError **error);
gboolean salon_booking_lines_insert (SalonTx *tx, SalonVisit *visit, const GArray *wanted, GPtrArray *lines, GError **error);

G_END_DECLS
