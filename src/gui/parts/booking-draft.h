#pragma once
/* What is going to be booked: an immutable draft; each edit gives a new one. */
#include "model/entities/enums.h"
#include "model/services/booking.h"
#include "model/services/slots-query.h"

G_BEGIN_DECLS

/**
 * SalonBookingPreset: where somebody pointed, and what was drawn there
 * @employee_id: 0 = any
 * @room_id: 0 = any
 * @start_min: absolute wall minute; 0 = now
 * @minutes: how long; 0 = as the service is offered
 * @inquiry_id: 0, or the request that is answered by the booking
 */
typedef struct {
  gint64 employee_id;
  gint64 room_id;
  gint64 start_min;
  int minutes;
  gint64 inquiry_id;
} SalonBookingPreset;

/**
 * SalonBookingDraft:
 * @items: (element-type SalonSlotsItem): services, each followed by its add-ons; empty = nothing chosen yet
 * @wish: one after another, at the same time, or whichever is soonest
 * @first_employee: whom the first service that is added gets; 0 = any master
 * @first_room: where it is done; 0 = any room of the right kind
 * @first_minutes: how long it is if it is the only one; 0 = as it is offered
 * @from_min: absolute wall minute from which times are offered; 0 = now
 */
typedef struct {
  gint64 client_id;
  char *new_name;
  char *new_phone;
  GArray *items;
  SalonSolverWish wish;
  gint64 first_employee;
  gint64 first_room;
  int first_minutes;
  gint64 from_min;
  SalonVisitSource source;
  gint64 inquiry_id;  /* 0 = nobody asked for it; else the request that it answers */
  gint64 moved_visit; /* 0 = a new visit; else the visit that gets another time */
} SalonBookingDraft;

SalonBookingDraft *salon_booking_draft_new (gint64 client_id);
SalonBookingDraft *salon_booking_draft_copy (const SalonBookingDraft *self);
void salon_booking_draft_free (SalonBookingDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBookingDraft, salon_booking_draft_free)

SalonBookingDraft *salon_booking_draft_set_person (const SalonBookingDraft *self, const char *name, const char *phone);
SalonBookingDraft *salon_booking_draft_set_items (const SalonBookingDraft *self, const GArray *items);
SalonBookingDraft *salon_booking_draft_add_service (const SalonBookingDraft *self, gint64 service_id);
SalonBookingDraft *salon_booking_draft_add_addon (const SalonBookingDraft *self, guint index, gint64 addon_id);
SalonBookingDraft *salon_booking_draft_remove (const SalonBookingDraft *self, guint index);
SalonBookingDraft *salon_booking_draft_set_employee (const SalonBookingDraft *self, guint index, gint64 employee_id);
SalonBookingDraft *salon_booking_draft_set_room (const SalonBookingDraft *self, guint index, gint64 room_id);
SalonBookingDraft *salon_booking_draft_set_matters (const SalonBookingDraft *self, guint index, gboolean matters);
SalonBookingDraft *salon_booking_draft_set_wish (const SalonBookingDraft *self, SalonSolverWish wish);
SalonBookingDraft *salon_booking_draft_set_minutes (const SalonBookingDraft *self, guint index, int minutes);
SalonBookingDraft *salon_booking_draft_set_variant (const SalonBookingDraft *self, guint index, gint64 variant_id, int minutes);
SalonBookingDraft *salon_booking_draft_preset (const SalonBookingDraft *self, const SalonBookingPreset *preset);
SalonBookingDraft *salon_booking_draft_move (const SalonBookingDraft *self, gint64 visit_id);
SalonBookingDraft *salon_booking_draft_next (const SalonBookingDraft *self);
gboolean salon_booking_draft_is_empty (const SalonBookingDraft *self);
guint salon_booking_draft_count (const SalonBookingDraft *self);
SalonSlotsRequest *salon_booking_draft_slots (const SalonBookingDraft *self);
SalonBookingRequest *salon_booking_draft_request (const SalonBookingDraft *self, const SalonFreeSlot *slot);

G_END_DECLS
