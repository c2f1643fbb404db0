#pragma once
/* When two bookings of one employee or one room clash. */
#include <glib.h>

G_BEGIN_DECLS

/**
 * SalonBusy:
 * @from: first minute of the time taken (absolute: day * 1440 + minute)
 * @to: first minute after it; @from < @to
 * @before: minutes to keep free before it
 * @after: minutes to keep free after it
 * @id: whose it is, as a rule the visit's id; 0 if nobody's
 *
 * Time of an employee or a room that is taken, or that somebody wants.
 */
typedef struct {
  gint64 from;
  gint64 to;
  int before;
  int after;
  gint64 id;
} SalonBusy;

/**
 * SalonBufferRule:
 * @SALON_BUFFERS_LARGER: between neighbours the larger of the two buffers counts
 * @SALON_BUFFERS_SUM: both buffers count
 */
typedef enum {
  SALON_BUFFERS_LARGER = 0,
  SALON_BUFFERS_SUM = 1,
} SalonBufferRule;

int salon_overlap_distance (int after, int before, SalonBufferRule rule);
gboolean salon_overlap_clash (const SalonBusy *a, const SalonBusy *b, SalonBufferRule rule);
int salon_overlap_find (const SalonBusy *busy, guint n_busy, const SalonBusy *wanted, SalonBufferRule rule);
GArray *salon_overlap_places (GArray *busy);
GArray *salon_overlap_full (const SalonBusy *busy, guint n_busy, int capacity, gint64 ignore_id);
gboolean
salon_overlap_room_clash (const SalonBusy *a, const SalonBusy *b, int capacity, SalonBufferRule rule);
int salon_overlap_find_room (const SalonBusy *busy,
                             guint n_busy,
                             int capacity,
                             const SalonBusy *wanted,
                             SalonBufferRule rule);

G_END_DECLS
