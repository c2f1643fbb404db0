#pragma once
/* How a client found the service: a mark, a complaint, or both. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonQualityMark, salon_quality_mark)

struct _SalonQualityMark {
  SalonEntity parent;
  gint64 client_id;
  gint64 visit_id;   /* at most one of these two; 0 = the salon as such */
  gint64 contact_id;
  gint64 mark;       /* 1 to 5; 0 = a complaint without a mark */
  gint64 complaint;  /* boolean */
  char *text;
  gint64 employee_id; /* about which master; 0 */
  gint64 user_id;     /* about which administrator; 0 */
  gint64 at;          /* UTC microseconds */
  gint64 created_by_id;
  gint64 resolved_at; /* UTC microseconds; 0 = open, or no complaint */
  gint64 resolved_by_id;
  char *resolution;
};

G_END_DECLS
