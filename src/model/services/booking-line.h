#pragma once
/* What is asked for when a visit is booked. */
#include <glib.h>

G_BEGIN_DECLS

/* A service that somebody wishes. */
typedef struct {
  gint64 service_id;
  gint64 variant_id; /* 0 = the service as such */
} SalonServiceWish;

/* One service of a booking. */
typedef struct {
  gint64 service_id;
  gint64 employee_id;    /* a real one: "any master" was resolved by the free slot */
  gint64 room_id;        /* 0 = the first free one of the kind that the service wants, if it wants one */
  gint64 start_min;      /* absolute wall minute */
  gboolean any_master;   /* the client does not mind who */
  gboolean master_matters; /* the client wants nobody else */
  guint addon_of;        /* an add-on of the line with this number, counted from one; 0 = a service of its own */
  gint64 variant_id;     /* of the service: short hair, long hair; 0 = none */
  int minutes;           /* how long the client is there, see salon_line_fit(); 0 = as the service and its variant are offered */
} SalonBookingLine;

G_END_DECLS
