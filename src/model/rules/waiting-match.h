#pragma once
/* Who of those that wait could take a time that has become free, and in which order they are asked. */
#include "model/entities/waiting.h"
#include "model/rules/interval.h"
#include "base/day.h"

G_BEGIN_DECLS

#define SALON_WAITING_ALL_WEEKDAYS 127

/**
 * SalonHole: time of an employee that has become free, absolute wall minutes
 */
typedef struct {
  gint64 employee_id;
  gint64 from;
  gint64 to;
} SalonHole;

/**
 * SalonWaitingRank: what decides who is asked first
 * @importance: class of the client, 1 = A … 3 = C; 0 = none
 * @created_at: UTC microseconds; who has waited longest comes first
 */
typedef struct {
  gint64 importance;
  gint64 created_at;
  gint64 id;
} SalonWaitingRank;

gboolean salon_waiting_validate (const SalonWaiting *waiting, guint n_services, SalonDay today, GError **error);
gboolean salon_waiting_day_suits (const SalonWaiting *waiting, SalonDay day);
gboolean salon_waiting_suits (const SalonWaiting *waiting, gint64 employee_id, gint64 start, gint64 end);
GArray *salon_waiting_closed (const SalonWaiting *waiting, SalonDay first, SalonDay last);
int salon_waiting_choose (const GArray *starts, gint64 length, const SalonHole *hole);
int salon_waiting_compare (const SalonWaitingRank *a, const SalonWaitingRank *b);

G_END_DECLS
