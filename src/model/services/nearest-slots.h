#pragma once
/* Where a visit that clashes would fit: the free times nearest to the one that was wanted. */
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/booking-facts.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

#define SALON_NEAREST_SLOTS 3

GArray *salon_nearest_slots (SalonTx *tx, const SalonVisit *visit, const GPtrArray *lines, SalonBookingFacts *facts,
                             GError **error);
GArray *salon_nearest_slots_of_days (SalonTx *tx, const SalonVisit *visit, const GPtrArray *lines, SalonBookingFacts *facts,
                                     int flexible_days, GError **error);
char *salon_nearest_slots_text (SalonTx *tx, const SalonVisit *visit, const GPtrArray *lines, SalonBookingFacts *facts,
                                GError **error);

G_END_DECLS
