/* The requests of booking: values that a window hands over to the writing thread. */
#include "config.h"

#include "model/services/booking.h"

/**
 * salon_booking_request_new:
 * @client_id: 0 for a new client; set new_name and new_phone then
 *
 * Returns: (transfer full): a request without lines
 */
SalonBookingRequest *
salon_booking_request_new (gint64 client_id, SalonVisitSource source)
{
  SalonBookingRequest *self = g_new0 (SalonBookingRequest, 1);

  self->client_id = client_id;
  self->source = source;
  self->lines = g_array_new (FALSE, FALSE, sizeof (SalonBookingLine));
  return self;
}

/**
 * salon_booking_request_add:
 * @room_id: 0 = the first free room of the kind that the service wants, if it wants one
 * @start_min: absolute wall minute
 */
void
salon_booking_request_add (SalonBookingRequest *self, gint64 service_id, gint64 employee_id, gint64 room_id,
                           gint64 start_min, gboolean any_master)
{
  SalonBookingLine line = { service_id, employee_id, room_id, start_min, any_master, FALSE, 0, 0 };

  g_array_append_val (self->lines, line);
}

/**
 * salon_booking_request_copy:
 *
 * Returns: (transfer full): an independent copy, to book again with what was accepted
 */
SalonBookingRequest *
salon_booking_request_copy (const SalonBookingRequest *self)
{
  SalonBookingRequest *copy = g_memdup2 (self, sizeof *self);

  copy->new_name = g_strdup (self->new_name);
  copy->new_phone = g_strdup (self->new_phone);
  copy->lines = g_array_copy (self->lines);
  copy->note = g_strdup (self->note);
  copy->override_reason = g_strdup (self->override_reason);
  return copy;
}

/**
 * salon_booking_request_free:
 * @self: (transfer full):
 */
void
salon_booking_request_free (SalonBookingRequest *self)
{
  g_free (self->new_name);
  g_free (self->new_phone);
  g_array_unref (self->lines);
  g_free (self->note);
  g_free (self->override_reason);
  g_free (self);
}

/**
 * salon_move_request_new:
 * @start_min: absolute wall minute at which the visit is to begin
 *
 * Returns: (transfer full): a request that leaves employees and rooms
 */
SalonMoveRequest *
salon_move_request_new (gint64 visit_id, gint64 start_min)
{
  SalonMoveRequest *self = g_new0 (SalonMoveRequest, 1);

  self->visit_id = visit_id;
  self->start_min = start_min;
  self->room_id = -1;
  return self;
}

/**
 * salon_move_request_free:
 * @self: (transfer full):
 */
void
salon_move_request_free (SalonMoveRequest *self)
{
  g_free (self->override_reason);
  g_free (self);
}

/**
 * salon_resize_request_new:
 * @minutes: of the work that ends the line
 *
 * Returns: (transfer full): a request that accepts nothing yet
 */
SalonResizeRequest *
salon_resize_request_new (gint64 line_id, gint64 minutes)
{
  SalonResizeRequest *self = g_new0 (SalonResizeRequest, 1);

  self->line_id = line_id;
  self->minutes = minutes;
  return self;
}

/**
 * salon_resize_request_free:
 * @self: (transfer full):
 */
void
salon_resize_request_free (SalonResizeRequest *self)
{
  g_free (self->override_reason);
  g_free (self);
}

/**
 * salon_state_request_new:
 * @reason: (nullable): why it is cancelled; when a cancelled visit comes back into time that is taken
 *   now, why both may stand
 *
 * Returns: (transfer full): a request
 */
SalonStateRequest *
salon_state_request_new (gint64 visit_id, SalonVisitState state, const char *reason)
{
  SalonStateRequest *self = g_new0 (SalonStateRequest, 1);

  self->visit_id = visit_id;
  self->state = state;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * salon_state_request_free:
 * @self: (transfer full):
 */
void
salon_state_request_free (SalonStateRequest *self)
{
  g_free (self->reason);
  g_free (self);
}
