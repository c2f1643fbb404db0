#pragma once
/* Calendars as files that every calendar program and phone reads: iCalendar, RFC 5545. */
#include "base/calendar.h"

G_BEGIN_DECLS

GBytes *salon_ics_write (const SalonCalendar *calendar);

G_END_DECLS
