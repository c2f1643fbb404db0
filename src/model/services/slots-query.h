#pragma once
/* Free slots for a service, and what "as last time" means for a client. */
#include "model/rules/visit-solver.h"
#include "model/services/booking-line.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonSlotsItem: a service that is to be done
 * @employee_id: 0 = any master; an add-on has that of its service
 * @room_id: 0 = any room of the right kind
 * @is_addon: belongs to the item before: is done directly after it, by the same employee
 * @master_matters: the client wants nobody else; goes into the booking
 * @minutes: how long the client is there, see salon_line_fit(); 0 = as the service is offered, or, of a visit that gets
 *   another time, as it was agreed
 * @variant_id: goes into the booking; 0 = none
 */
typedef struct {
  gint64 service_id;
  gint64 employee_id;
  gint64 room_id;
  gboolean is_addon;
  gboolean master_matters;
  int minutes;
  gint64 variant_id;
} SalonSlotsItem;

/**
 * SalonSlotsRequest:
 * @items: (element-type SalonSlotsItem): in the order in which they were chosen
 * @wish: one after another, at the same time, or whichever is soonest
 * @room_id: 0 = any room of the right kind; a service that wants no kind of room gets none then
 * @client_id: 0, or whose preferred master comes first among equal times
 * @visit_id: 0, or the visit that gets another time: its own does not stand in its way
 * @from_min: absolute wall minute of the earliest start; 0 = now
 * @closed: (nullable) (element-type SalonInterval): when the client cannot come, normalised
 * @n_days: how many days are looked at, at most 120
 * @per_day: at most so many starts on one day, at least the length of the visit apart; 0 = no limit
 * @count: at most so many in all
 */
typedef struct {
  GArray *items;
  SalonSolverWish wish;
  gint64 room_id;
  gint64 client_id;
  gint64 visit_id;
  gint64 from_min;
  GArray *closed;
  int n_days;
  int per_day;
  int count;
} SalonSlotsRequest;

/* A start at which all can be done. */
typedef struct {
  gint64 start_min;   /* absolute wall minute */
  gint64 end_min;     /* when the client is free again */
  int waiting;        /* minutes in between in which nobody is at the client */
  gint64 employee_id; /* who begins */
  char *employee;     /* names of all, in the order in which they begin: "Maria Sokolova, Jana Vītola" */
  gint64 room_id;     /* of the first line; 0 = none needed */
  char *room;         /* names of all, or NULL */
  GArray *lines;      /* SalonBookingLine, ready to be booked, by start */
} SalonFreeSlot;

void salon_free_slot_free (SalonFreeSlot *self);
SalonSlotsRequest *salon_slots_request_new (gint64 service_id, gint64 employee_id, int count);
SalonSlotsRequest *salon_slots_request_new_wished (const GArray *wishes, gint64 employee_id, int count);
void salon_slots_request_add (SalonSlotsRequest *self, gint64 service_id, gint64 employee_id, gboolean is_addon);
void salon_slots_request_free (SalonSlotsRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSlotsRequest, salon_slots_request_free)
GPtrArray *salon_slots_find (SalonTx *tx, const SalonSlotsRequest *request, GError **error);

extern const SalonQuery salon_query_slots; /* SalonSlotsRequest → GPtrArray of SalonFreeSlot, by start */

/**
 * SalonAsLastTime: what is preselected when a client phones
 */
typedef struct {
  GArray *service_ids;  /* gint64; those of the last visit, else the preferred one; empty = nothing known */
  GArray *items;        /* SalonSlotsItem: the same with add-ons, each with its master of then */
  char *services;       /* "Manicure, Gel polish" */
  gint64 employee_id;   /* 0 = nobody known: any */
  char *employee;
  gint64 suggested_day; /* last visit + rhythm, not before today */
} SalonAsLastTime;

void salon_as_last_time_free (SalonAsLastTime *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonAsLastTime, salon_as_last_time_free)
SalonAsLastTime *salon_as_last_time_load (SalonTx *tx, const SalonIdRequest *request, GError **error);

extern const SalonQuery salon_query_as_last_time; /* SalonIdRequest (client) → SalonAsLastTime */

G_END_DECLS
