#pragma once
/* The visits of an employee for the calendar of her phone. */
#include "base/calendar.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonCalendarRequest:
 * @from: first day; %SALON_DAY_NONE = today
 * @to: last day; %SALON_DAY_NONE = all that is booked, a year ahead at most
 * @with_phones: the clients' phones too, if whoever asks may see them
 */
typedef struct {
  gint64 employee_id;
  gint64 from;
  gint64 to;
  gboolean with_phones;
} SalonCalendarRequest;

SalonCalendarRequest *salon_calendar_request_new (gint64 employee_id, gint64 from, gint64 to, gboolean with_phones);
SalonCalendar *salon_employee_calendar_load (SalonTx *tx, const SalonCalendarRequest *request, GError **error);

extern const SalonQuery salon_query_employee_calendar; /* SalonCalendarRequest → SalonCalendar */

G_END_DECLS
