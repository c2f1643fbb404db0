#pragma once
/* The hours of one day as typed: "9–18", "10:00–14:00, 15:00–19:00", "18–02". */
#include <glib.h>

G_BEGIN_DECLS

/* So many parts of one day at most: three pauses. */
#define SALON_HOURS_MOST_PARTS 4

/* In minutes of the working day. */
typedef struct {
  int from;
  int to; /* may run past midnight, to 26:00 */
} SalonHours;

gboolean salon_hours_parse (const char *text, SalonHours *parts, guint *n_parts, GError **error);
gboolean salon_hours_check (const SalonHours *parts, guint n_parts, GError **error);
int salon_hours_close (int from, int to);
char *salon_hours_format (const SalonHours *parts, guint n_parts);
int salon_hours_length (const SalonHours *parts, guint n_parts);

G_END_DECLS
