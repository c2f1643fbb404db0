#pragma once
/* Bookings that repeat: how they are said, and which of the free times is taken for a day that is not free. */
#include "model/entities/visit-series.h"
#include "model/rules/recurrence.h"

G_BEGIN_DECLS

#define SALON_SERIES_MIN_TIMES 2

gboolean salon_series_parse_every (const char *text, SalonRecurrence *recurrence, GError **error);
gboolean salon_series_validate (const SalonRecurrence *recurrence, GError **error);
gint64 salon_series_wanted (const SalonRecurrence *recurrence, gint64 first_start, int n);
int salon_series_number_of (const SalonRecurrence *recurrence, SalonDay first, SalonDay day);
int salon_series_choose (const GArray *starts, gint64 wanted, int flexible_days);
void salon_series_sort (GArray *starts, gint64 wanted);

G_END_DECLS
