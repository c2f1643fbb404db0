#pragma once
/* What speaks against a visit that is about to be written, said in sentences. */
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/booking-facts.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonBookingPlan:
 * @visit: a draft whose span is that of the lines; id 0 = a new one
 * @lines: (element-type SalonVisitLine): its drafts
 * @facts: what is known of services, employees and rooms
 * @override_reason: (nullable): why a clash is accepted; needs the right
 * @accept_warnings: warnings were accepted, or need not be asked again
 */
typedef struct {
  SalonVisit *visit;
  GPtrArray *lines;
  SalonBookingFacts *facts;
  const char *override_reason;
  gboolean accept_warnings;
} SalonBookingPlan;

gboolean salon_booking_check (SalonTx *tx, const SalonBookingPlan *plan, GError **error);
gboolean salon_booking_check_quietly (SalonTx *tx, const SalonBookingPlan *plan, GError **error);

G_END_DECLS
