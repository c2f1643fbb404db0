#pragma once
/* From what is asked for and the time that was chosen to the command that books it. */
#include "gui/parts/booking-draft.h"
#include "model/rules/recurrence.h"

G_BEGIN_DECLS

/**
 * SalonBookingTerms: what was answered, and whether it repeats
 * @override_reason: (nullable): why a clash is accepted
 * @recurrence: (nullable): how it repeats; %NULL = once
 * @starts: (nullable) (element-type gint64): absolute wall minutes of the visits after the first
 */
typedef struct {
  const char *override_reason;
  gboolean accept_warnings;
  gboolean accept_alert;
  const SalonRecurrence *recurrence;
  const GArray *starts;
} SalonBookingTerms;

gpointer salon_booking_order_make (const SalonBookingDraft *draft, const SalonFreeSlot *slot, const SalonBookingTerms *terms,
                                   const SalonCommand **command);
char *salon_booking_order_verb (const SalonBookingDraft *draft, const SalonFreeSlot *slot, guint n_more, SalonDay today);
char *salon_booking_order_done (const SalonFreeSlot *slot, guint n_more, SalonDay today);

G_END_DECLS
