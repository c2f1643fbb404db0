#pragma once
/* Requests for visits out of a calendar file: every event is one. */
#include "base/clock.h"
#include "exchange/input.h"
#include "model/entities/inquiry.h"

G_BEGIN_DECLS

#define SALON_ICS_SOURCE "calendar"
#define SALON_ICS_LIMIT  (4 << 20) /* bytes */
#define SALON_ICS_MOST   500       /* events */

GPtrArray *salon_ics_read_requests (SalonInput *input, SalonClock *clock, GError **error);

G_END_DECLS
