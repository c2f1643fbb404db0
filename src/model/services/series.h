#pragma once
/* Visits that repeat: what days it would be, booking all of them at once, changing this one and the later ones. */
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

/* A later visit of a series that could go the way of another one; @wanted is its start then, @problem what is in the way. */
typedef struct {
  gint64 visit_id;
  gint64 start_min;
  gint64 wanted;
  char *problem;
} SalonSeriesFollower;

/**
 * SalonSeriesFollow: what became of a visit of a series last
 * @cancelled: it was cancelled, because of @reason; else it was moved
 * @distance: minutes by which it was moved
 * @employee_id: to whom it went, from @from_employee_id; 0 = it stayed with her
 * @room_id: where to; -1 = it stayed where it was
 * @followers: (element-type SalonSeriesFollower): the later ones that are booked or confirmed and were not changed since, by start
 */
typedef struct {
  gint64 visit_id;
  gboolean cancelled;
  char *reason;
  gint64 distance;
  gint64 employee_id;
  gint64 from_employee_id;
  gint64 room_id;
  GPtrArray *followers;
} SalonSeriesFollow;

void salon_series_follow_free (SalonSeriesFollow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSeriesFollow, salon_series_follow_free)

/**
 * SalonSeriesFollowRequest:
 * @visit_id: that was moved or cancelled
 * @visit_ids: (element-type gint64): those of the later ones that are, too
 */
typedef struct {
  gint64 visit_id;
  GArray *visit_ids;
  gboolean accept_warnings;
} SalonSeriesFollowRequest;

SalonSeriesFollowRequest *salon_series_follow_request_new (gint64 visit_id, GArray *visit_ids);
void salon_series_follow_request_free (SalonSeriesFollowRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSeriesFollowRequest, salon_series_follow_request_free)

SalonSeriesFollow *salon_series_follow_plan (SalonTx *tx, const SalonIdRequest *request, GError **error);
gboolean salon_series_follow (SalonTx *tx, const SalonSeriesFollowRequest *request, gint64 *visit_id, GError **error);

extern const SalonQuery salon_query_series_plan;     /* SalonSeriesRequest → GPtrArray of SalonSeriesDate */
extern const SalonQuery salon_query_series_visits;   /* SalonIdRequest, a visit → GArray of SalonSeriesVisit, by start; empty if it does not repeat */
extern const SalonCommand salon_command_series_book; /* SalonSeriesRequest */
extern const SalonCommand salon_command_series_cancel; /* SalonStateRequest: this visit and all later ones of its series */
extern const SalonQuery salon_query_series_follow;     /* SalonIdRequest, a visit → SalonSeriesFollow; nobody follows if it does not repeat or was not changed */
extern const SalonCommand salon_command_series_follow; /* SalonSeriesFollowRequest */

G_END_DECLS
