#pragma once
/* A client who waits for a time: what she wishes, when she can. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonWaiting, salon_waiting)

struct _SalonWaiting {
  SalonEntity parent;
  gint64 client_id;
  gint64 employee_id; /* 0 = any */
  gint64 from_day;
  gint64 to_day; /* the last one */
  gint64 from_min; /* minute of the day */
  gint64 to_min; /* minute of the day at which the visit is over at the latest */
  gint64 weekdays; /* bits; bit 0 = Monday */
  char *note;
  gint64 state; /* SalonWaitingState */
  gint64 visit_id; /* once it was booked */
  gint64 created_at;
  gint64 created_by_id;
};

G_END_DECLS
