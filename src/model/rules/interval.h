#pragma once
/* Sets of half-open intervals of absolute minutes. */
#include <glib.h>

G_BEGIN_DECLS

/* 10:00 to 11:00 and 11:00 to 12:00 do not meet. */
typedef struct {
  gint64 from;
  gint64 to;
} SalonInterval;

/* A set is a GArray of SalonInterval: ascending, apart from each other, none empty. */
GArray *salon_intervals_new (void);
void salon_intervals_add (GArray *set, gint64 from, gint64 to);
void salon_intervals_normalize (GArray *set);
GArray *salon_intervals_union (const GArray *a, const GArray *b);
GArray *salon_intervals_intersect (const GArray *a, const GArray *b);
GArray *salon_intervals_subtract (const GArray *a, const GArray *b);
guint salon_intervals_find (const GArray *set, gint64 minute);
gboolean salon_intervals_contain (const GArray *set, gint64 from, gint64 to);
gboolean salon_intervals_meet (const GArray *set, gint64 from, gint64 to);
gint64 salon_intervals_length (const GArray *set);

G_END_DECLS
