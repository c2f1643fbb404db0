#pragma once
/* Free slots for a service, and what "as last time" means for a client. */
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonSlotsRequest:
 * @service_ids: (element-type gint64): in chain, by one employee
 * @employee_id: 0 = any master
 * @room_id: 0 = any room of the right kind; a service that wants no kind of room gets none then
 * @client_id: 0, or whose preferred master comes first among equal times
 * @from_min: absolute wall minute of the earliest start; 0 = now
 * @closed: (nullable) (element-type SalonInterval): when the client cannot come, normalised
 * @n_days: how many days are looked at, at most 120
 * @per_day: at most so many starts on one day, at least the length of the visit apart; 0 = no limit
 * @count: at most so many in all
 */
typedef struct {
  GArray *service_ids;
  gint64 employee_id;
  gint64 room_id;
  gint64 client_id;
  gint64 from_min;
  GArray *closed;
  int n_days;
  int per_day;
  int count;
} SalonSlotsRequest;

/* A start at which all lines fit. */
typedef struct {
  gint64 start_min;   /* absolute wall minute */
  gint64 employee_id;
  char *employee;     /* name */
  gint64 room_id;     /* of the first line; 0 = none needed */
  char *room;         /* name or NULL */
  GArray *lines;      /* SalonBookingLine, ready to be booked */
} SalonFreeSlot;

void salon_free_slot_free (SalonFreeSlot *self);
SalonSlotsRequest *salon_slots_request_new (gint64 service_id, gint64 employee_id, int count);
void salon_slots_request_free (SalonSlotsRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSlotsRequest, salon_slots_request_free)
GPtrArray *salon_slots_find (SalonTx *tx, const SalonSlotsRequest *request, GError **error);

extern const SalonQuery salon_query_slots; /* SalonSlotsRequest → GPtrArray of SalonFreeSlot, by start */

/**
 * SalonAsLastTime: what is preselected when a client phones
 */
typedef struct {
  GArray *service_ids;  /* gint64; those of the last visit, else the preferred one; empty = nothing known */
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
