#pragma once
/* Booking: making, moving and ending visits.  Free slots are in slots-query.h. */
#include "model/entities/enums.h"
#include "model/services/booking-error.h"
#include "model/services/booking-line.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonBookingRequest:
 * @client_id: 0 makes a client of @new_name and @new_phone in the same transaction
 * @lines: (element-type SalonBookingLine): one or more
 * @override_reason: (nullable): why a clash is accepted; needs the right
 * @accept_warnings: outside the shift, absent, holiday, not her service, wrong kind of room, the
 *   client is elsewhere at that time: accepted with one key
 * @accept_alert: the client's alert (allergy) was acknowledged
 */
typedef struct {
  gint64 client_id;
  char *new_name;
  char *new_phone;
  GArray *lines;
  SalonVisitSource source;
  char *note;
  char *override_reason;
  gboolean accept_warnings;
  gboolean accept_alert;
} SalonBookingRequest;

SalonBookingRequest *salon_booking_request_new (gint64 client_id, SalonVisitSource source);
void salon_booking_request_add (SalonBookingRequest *self, gint64 service_id, gint64 employee_id, gint64 room_id,
                                gint64 start_min, gboolean any_master);
SalonBookingRequest *salon_booking_request_copy (const SalonBookingRequest *self);
void salon_booking_request_free (SalonBookingRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBookingRequest, salon_booking_request_free)

/**
 * SalonMoveRequest: the distances between the lines stay
 * @line_id: the line that was taken; 0 = the visit as a whole
 * @start_min: absolute wall minute at which that line, or the first, shall start
 * @employee_id: 0 = as before; else the new one of that line and of those of the same employee; of a whole visit of
 *   all lines, or of all of @from_employee_id
 * @room_id: -1 = as before, 0 = none; else that of that line and of those in the same room; of a whole visit as
 *   @employee_id
 */
typedef struct {
  gint64 visit_id;
  gint64 line_id;
  gint64 start_min;
  gint64 employee_id;
  gint64 from_employee_id;
  gint64 room_id;
  char *override_reason;
  gboolean accept_warnings;
} SalonMoveRequest;

SalonMoveRequest *salon_move_request_new (gint64 visit_id, gint64 start_min);
void salon_move_request_free (SalonMoveRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonMoveRequest, salon_move_request_free)

/**
 * SalonResizeRequest: other lines that begin when the line ends, or later, move along
 * @minutes: new length of the work that ends the line; 0 = by @end_min
 * @end_min: absolute wall minute at which the line shall end
 */
typedef struct {
  gint64 line_id;
  gint64 minutes;
  gint64 end_min;
  char *override_reason;
  gboolean accept_warnings;
} SalonResizeRequest;

SalonResizeRequest *salon_resize_request_new (gint64 line_id, gint64 minutes);
void salon_resize_request_free (SalonResizeRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonResizeRequest, salon_resize_request_free)

typedef struct {
  gint64 visit_id;
  SalonVisitState state;
  char *reason; /* for cancelled; when it comes back into time that was given away, why both may stand */
} SalonStateRequest;

SalonStateRequest *salon_state_request_new (gint64 visit_id, SalonVisitState state, const char *reason);
void salon_state_request_free (SalonStateRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonStateRequest, salon_state_request_free)

gboolean salon_booking_book (SalonTx *tx, const SalonBookingRequest *request, gint64 *visit_id, GError **error);
gboolean salon_booking_move (SalonTx *tx, const SalonMoveRequest *request, gint64 *visit_id, GError **error);
gboolean salon_booking_move_check (SalonTx *tx, const SalonMoveRequest *request, GError **error);
gboolean salon_booking_resize (SalonTx *tx, const SalonResizeRequest *request, gint64 *visit_id, GError **error);
gboolean salon_booking_set_state (SalonTx *tx, const SalonStateRequest *request, gint64 *visit_id, GError **error);

extern const SalonCommand salon_command_book;
extern const SalonCommand salon_command_move;
extern const SalonCommand salon_command_resize;
extern const SalonCommand salon_command_set_state;

G_END_DECLS
