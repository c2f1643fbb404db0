#pragma once
/* Visits as they are told: with the names of services, employees and rooms. */
#include "base/day.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/* One visit; all texts may be NULL. */
typedef struct {
  gint64 visit_id;
  gint64 start_min; /* absolute wall minute */
  gint64 state;     /* SalonVisitState */
  char *services;   /* "Manicure, Gel polish" */
  char *employees;
  char *rooms;
  char *note;
  gint64 price;     /* minor units, all lines */
} SalonToldVisit;

/* A thing with a name, and how often a client had it. */
typedef struct {
  gint64 id;
  char *name;
  gint64 color; /* 0xRRGGBB */
  gint64 count;
  SalonDay last_day; /* SALON_DAY_NONE = never */
} SalonToldThing;

/* A counted day on which a client had a service of a zone. */
typedef struct {
  gint64 zone_id;
  SalonDay day;
  int periodicity; /* days, the shortest of those services; 0 = none of them is ever due */
} SalonZoneDay;

void salon_told_visit_free (SalonToldVisit *self);
void salon_told_thing_free (SalonToldThing *self);

GPtrArray *salon_timeline_store_visits (SalonTx *tx, gint64 client_id, guint limit, GError **error);
GPtrArray *salon_timeline_store_upcoming (SalonTx *tx, gint64 client_id, gint64 from_min, guint limit, GError **error);
gboolean salon_timeline_store_count (SalonTx *tx, gint64 client_id, gint64 *n, GError **error);
GPtrArray *salon_timeline_store_tags (SalonTx *tx, gint64 client_id, GError **error);
GPtrArray *salon_timeline_store_categories (SalonTx *tx, gint64 client_id, GError **error);
GPtrArray *salon_timeline_store_masters (SalonTx *tx, gint64 client_id, SalonDay from, SalonDay to, guint limit, GError **error);
GPtrArray *salon_timeline_store_services (SalonTx *tx, gint64 client_id, SalonDay from, SalonDay to, guint limit, GError **error);
GArray *salon_timeline_store_zone_days (SalonTx *tx, gint64 client_id, SalonDay to, GError **error);

G_END_DECLS
