/* The domain of the refusals that one key answers. */
#include "model/services/booking-error.h"

G_DEFINE_QUARK (salon-booking-error-quark, salon_booking_error)
