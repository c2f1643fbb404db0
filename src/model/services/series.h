#pragma once
/* Visits that repeat: what days it would be, booking all of them at once, changing this one and all later. */
#include "model/rules/recurrence.h"
#include "model/services/booking.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonSeriesRequest:
 * @visit_id: the visit that repeats; 0 = @booking is booked first
 * @booking: (nullable): the first visit, about to be booked
 * @starts: (nullable) (element-type gint64): for booking: absolute wall minutes of the visits after the first, those that
 *   were left out missing; %NULL = where salon_series_plan() puts them
 * @accept_warnings: outside the shift, another room and so on are accepted for all of them
 */
typedef struct {
  gint64 visit_id;
  SalonBookingRequest *booking;
  SalonRecurrence recurrence;
  GArray *starts;
  gboolean accept_warnings;
} SalonSeriesRequest;

SalonSeriesRequest *salon_series_request_new (gint64 visit_id, const SalonRecurrence *recurrence);
SalonSeriesRequest *salon_series_request_copy (const SalonSeriesRequest *self);
void salon_series_request_free (SalonSeriesRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSeriesRequest, salon_series_request_free)

#define SALON_SERIES_CHOICES 12

/**
 * SalonSeriesDate: one visit of a series that is planned
 * @number: 1 = the first
 * @wanted: absolute wall minute at which it ought to be
 * @start: the best free time; 0 = there is none within the days that are allowed
 * @length: minutes from the first to the last
 * @problem: (nullable): why it cannot be at @wanted: whole sentences with names and times
 * @choices: (element-type gint64): free times, the best first, at most %SALON_SERIES_CHOICES
 */
typedef struct {
  int number;
  gint64 wanted;
  gint64 start;
  gint64 length;
  char *problem;
  GArray *choices;
} SalonSeriesDate;

void salon_series_date_free (SalonSeriesDate *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSeriesDate, salon_series_date_free)

GPtrArray *salon_series_plan (SalonTx *tx, const SalonSeriesRequest *request, GError **error);
gboolean salon_series_book (SalonTx *tx, const SalonSeriesRequest *request, gint64 *visit_id, GError **error);

/* One visit of a series that exists. */
typedef struct {
  gint64 visit_id;
  gint64 start_min;
  gint64 state; /* SalonVisitState */
} SalonSeriesVisit;

GArray *salon_series_visits (SalonTx *tx, const SalonIdRequest *request, GError **error);

gboolean salon_series_cancel (SalonTx *tx, const SalonStateRequest *request, gint64 *visit_id, GError **error);
gboolean salon_series_move (SalonTx *tx, const SalonMoveRequest *request, gint64 *visit_id, GError **error);

extern const SalonQuery salon_query_series_plan;     /* SalonSeriesRequest → GPtrArray of SalonSeriesDate */
extern const SalonQuery salon_query_series_visits;   /* SalonIdRequest, a visit → GArray of SalonSeriesVisit, by start; empty if it does not repeat */
extern const SalonCommand salon_command_series_book; /* SalonSeriesRequest */
extern const SalonCommand salon_command_series_cancel; /* SalonStateRequest: this visit and all later ones of its series */
extern const SalonCommand salon_command_series_move;   /* SalonMoveRequest: the same, all by the same distance */

G_END_DECLS
