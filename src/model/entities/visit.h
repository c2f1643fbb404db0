#pragma once
/* A client's coming to the salon, booked or done, with one or more lines. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonVisit, salon_visit)

struct _SalonVisit {
  SalonEntity parent;
  gint64 client_id;
  gint64 state; /* SalonVisitState */
  gint64 source; /* SalonVisitSource */
  gint64 day; /* civil day of the first line */
  gint64 start_min; /* absolute wall minute of the first line */
  gint64 end_min; /* absolute wall minute at which the last line ends */
  char *note;
  char *cancel_reason;
  char *override_reason; /* set when a clash was accepted */
  gint64 series_id; /* one of a booking that repeats; 0 = none */
  gint64 late_min; /* so many minutes later, the client said */
  gint64 created_at;
  gint64 created_by_id;
  gint64 settled; /* has been checked out */
};

G_END_DECLS
