#pragma once
/* What the desk can answer by one key when a booking is refused. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SALON_BOOKING_ERROR: refusals of a booking that the desk can answer by one key.  Messages are
 * whole sentences that name client, time and room of the other.
 */
#define SALON_BOOKING_ERROR (salon_booking_error_quark ())
GQuark salon_booking_error_quark (void);

typedef enum {
  SALON_BOOKING_ERROR_CLASH,   /* employee or room is taken: only with override and reason */
  SALON_BOOKING_ERROR_WARNING, /* book again with accept_warnings */
  SALON_BOOKING_ERROR_ALERT,   /* book again with accept_alert; the message is the alert */
} SalonBookingErrorCode;

G_END_DECLS
