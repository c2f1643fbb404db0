/* Pure functions: the panel only renders the draft and forwards what was pressed. */
#include "gui/parts/booking-draft.h"
#include "base/day.h"

#define DAYS_AHEAD    60
#define SLOTS_A_DAY   6
#define SLOTS_IN_ALL  36

/**
 * salon_booking_draft_new:
 *
 * Returns: (transfer full): a draft without services
 */
SalonBookingDraft *
salon_booking_draft_new (gint64 client_id)
{
  SalonBookingDraft *self = g_new0 (SalonBookingDraft, 1);

  self->client_id = client_id;
  self->service_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->source = SALON_VISIT_SOURCE_PHONE;
  return self;
}

/**
 * salon_booking_draft_copy:
 *
 * Returns: (transfer full): an independent copy
 */
SalonBookingDraft *
salon_booking_draft_copy (const SalonBookingDraft *self)
{
  SalonBookingDraft *copy = g_memdup2 (self, sizeof *self);

  copy->new_name = g_strdup (self->new_name);
  copy->new_phone = g_strdup (self->new_phone);
  copy->service_ids = g_array_copy (self->service_ids);
  return copy;
}

/**
 * salon_booking_draft_free: frees a draft
 */
void
salon_booking_draft_free (SalonBookingDraft *self)
{
  g_free (self->new_name);
  g_free (self->new_phone);
  g_array_unref (self->service_ids);
  g_free (self);
}

/**
 * salon_booking_draft_set_person:
 *
 * Returns: (transfer full): a draft for somebody who is not in the base yet
 */
SalonBookingDraft *
salon_booking_draft_set_person (const SalonBookingDraft *self, const char *name, const char *phone)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  copy->client_id = 0;
  g_free (copy->new_name);
  g_free (copy->new_phone);
  copy->new_name = g_strdup (name);
  copy->new_phone = g_strdup (phone);
  return copy;
}

/**
 * salon_booking_draft_set_services:
 *
 * Returns: (transfer full): a draft with these services
 */
SalonBookingDraft *
salon_booking_draft_set_services (const SalonBookingDraft *self, const GArray *service_ids)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  g_array_set_size (copy->service_ids, 0);
  g_array_append_vals (copy->service_ids, service_ids->data, service_ids->len);
  return copy;
}

/**
 * salon_booking_draft_add_service:
 *
 * Returns: (transfer full): a draft with one service more, at the end
 */
SalonBookingDraft *
salon_booking_draft_add_service (const SalonBookingDraft *self, gint64 service_id)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  g_array_append_val (copy->service_ids, service_id);
  return copy;
}

/**
 * salon_booking_draft_remove_service:
 *
 * Returns: (transfer full): a draft without the service at @index
 */
SalonBookingDraft *
salon_booking_draft_remove_service (const SalonBookingDraft *self, guint index)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  if (index < copy->service_ids->len)
    g_array_remove_index (copy->service_ids, index);
  return copy;
}

/**
 * salon_booking_draft_set_employee:
 *
 * Returns: (transfer full): a draft with this master; 0 = any
 */
SalonBookingDraft *
salon_booking_draft_set_employee (const SalonBookingDraft *self, gint64 employee_id)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  copy->employee_id = employee_id;
  return copy;
}

/**
 * salon_booking_draft_set_room:
 *
 * Returns: (transfer full): a draft in this room; 0 = any
 */
SalonBookingDraft *
salon_booking_draft_set_room (const SalonBookingDraft *self, gint64 room_id)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  copy->room_id = room_id;
  return copy;
}

/**
 * salon_booking_draft_set_from:
 * @minute: absolute wall minute; 0 = now
 *
 * Returns: (transfer full): a draft that offers times from then on
 */
SalonBookingDraft *
salon_booking_draft_set_from (const SalonBookingDraft *self, gint64 minute)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  copy->from_min = minute;
  return copy;
}

/**
 * salon_booking_draft_move:
 *
 * Returns: (transfer full): a draft that gives a visit another time
 */
SalonBookingDraft *
salon_booking_draft_move (const SalonBookingDraft *self, gint64 visit_id)
{
  SalonBookingDraft *copy = salon_booking_draft_copy (self);

  copy->moved_visit = visit_id;
  return copy;
}

/**
 * salon_booking_draft_is_empty:
 *
 * Returns: whether no service was chosen yet
 */
gboolean
salon_booking_draft_is_empty (const SalonBookingDraft *self)
{
  return self->service_ids->len == 0;
}

/**
 * salon_booking_draft_slots:
 *
 * Returns: (transfer full): the question for free times
 */
SalonSlotsRequest *
salon_booking_draft_slots (const SalonBookingDraft *self)
{
  SalonSlotsRequest *request = salon_slots_request_new (g_array_index (self->service_ids, gint64, 0), self->employee_id,
                                                        SLOTS_IN_ALL);

  g_array_set_size (request->service_ids, 0);
  g_array_append_vals (request->service_ids, self->service_ids->data, self->service_ids->len);
  request->room_id = self->room_id;
  request->client_id = self->client_id;
  request->from_min = self->from_min;
  request->n_days = DAYS_AHEAD;
  request->per_day = SLOTS_A_DAY;
  return request;
}

/**
 * salon_booking_draft_request:
 *
 * Returns: (transfer full): the booking at @slot
 */
SalonBookingRequest *
salon_booking_draft_request (const SalonBookingDraft *self, const SalonFreeSlot *slot)
{
  SalonBookingRequest *request = salon_booking_request_new (self->client_id, self->source);

  request->new_name = g_strdup (self->new_name);
  request->new_phone = g_strdup (self->new_phone);
  for (guint i = 0; i < slot->lines->len; i++) {
    const SalonBookingLine *line = &g_array_index (slot->lines, SalonBookingLine, i);

    salon_booking_request_add (request, line->service_id, line->employee_id, line->room_id, line->start_min,
                               self->employee_id == 0);
  }
  return request;
}
