#pragma once
/* The visit that repeats, and its copies at other times. */
#include "model/entities/visit.h"
#include "model/services/booking-facts.h"
#include "model/services/booking.h"

G_BEGIN_DECLS

/**
 * SalonSeriesDraft:
 * @visit: the first one; without an id if it is about to be booked
 * @lines: (element-type SalonVisitLine): its lines
 */
typedef struct {
  SalonBookingFacts *facts;
  SalonVisit *visit;
  GPtrArray *lines;
} SalonSeriesDraft;

SalonSeriesDraft *salon_series_draft_load (SalonTx *tx, gint64 visit_id, const SalonBookingRequest *booking, GError **error);
void salon_series_draft_free (SalonSeriesDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSeriesDraft, salon_series_draft_free)

SalonVisit *salon_series_draft_copy (SalonTx *tx, const SalonSeriesDraft *self, gint64 start_min, GPtrArray **lines);
GArray *salon_series_draft_parents (const SalonSeriesDraft *self);

G_END_DECLS
