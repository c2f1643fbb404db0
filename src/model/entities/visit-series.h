#pragma once
/* A booking that repeats: how often, how many times, for whom. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonVisitSeries, salon_visit_series)

struct _SalonVisitSeries {
  SalonEntity parent;
  gint64 client_id;
  gint64 unit; /* SalonSeriesUnit */
  gint64 every;
  gint64 flexible_days;
  gint64 times; /* the first visit included */
  gint64 first_day;
  gint64 created_at;
  gint64 created_by_id;
};

G_END_DECLS
