#pragma once
/* The places where one visit of a sick day could go. */
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/booking-facts.h"
#include "model/services/diary.h"
#include "model/services/sick-day.h"

G_BEGIN_DECLS

/**
 * SalonSickSearch:
 * @diary: of everybody and of all rooms, from the first day to where is looked
 * @employees: (element-type SalonEmployee): who takes bookings
 * @earliest: no place before this minute
 * @resources: "employee 3", "room 1", "client 7" → number in the plan, plus one
 */
typedef struct {
  SalonTx *tx;
  SalonBookingFacts *facts;
  SalonDiary *diary;
  GPtrArray *employees;
  GPtrArray *rooms;
  gint64 earliest;
  SalonSickDay *day;
  GHashTable *resources;
} SalonSickSearch;

/* How far other days are looked at. */
#define SALON_SICK_DAYS_AFTER 14

gboolean salon_sick_search_visit (SalonSickSearch *self, const SalonVisit *visit, const GPtrArray *lines, SalonSickItem *item,
                                  GError **error);

G_END_DECLS
