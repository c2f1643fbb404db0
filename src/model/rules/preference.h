#pragma once
/* What a client is used to: her masters and services, her rhythm, her place among the others. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/enums.h"

G_BEGIN_DECLS

/* How far back preferences and the TOP place look. */
#define SALON_PREFERENCE_MONTHS 12

/**
 * SalonChoice:
 * @what: the employee or the service chosen
 * @at: absolute wall minute
 */
typedef struct {
  gint64 what;
  gint64 at;
} SalonChoice;

/**
 * SalonPastLine:
 * @visit: the visit
 * @at: absolute wall minute at which the line began
 * @state: state of the visit
 * @service: the service
 * @employee: who did it
 * @room: where; 0 = none
 * @service_gone: the service is not offered any more
 * @employee_gone: she does not take bookings any more
 * @room_gone: the room is not used any more
 */
typedef struct {
  gint64 visit;
  gint64 at;
  SalonVisitState state;
  gint64 service;
  gint64 employee;
  gint64 room;
  gboolean service_gone;
  gboolean employee_gone;
  gboolean room_gone;
} SalonPastLine;

/**
 * SalonLastTimeLine:
 * @service: the service
 * @employee: who is to do it; 0 = any, because she has gone
 * @room: where; 0 = any
 */
typedef struct {
  gint64 service;
  gint64 employee;
  gint64 room;
} SalonLastTimeLine;

SalonDay salon_preference_since (SalonDay today);
GArray *salon_preference_rank (const SalonChoice *choices, guint n_choices, SalonDay today);
gint64 salon_preference_first (const SalonChoice *choices, guint n_choices, SalonDay today);
void salon_preference_places (const SalonMoney *revenues, guint n, guint *places);
int salon_preference_rhythm (int own_interval, const SalonDay *days, guint n_days, int periodicity);
SalonDay salon_preference_next_day (SalonDay last_day, int rhythm, SalonDay today);
GArray *salon_preference_last_time (const SalonPastLine *lines, guint n_lines);

G_END_DECLS
