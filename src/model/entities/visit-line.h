#pragma once
/* One service of a visit: who does it, where, when and for how much. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonVisitLine, salon_visit_line)

struct _SalonVisitLine {
  SalonEntity parent;
  gint64 visit_id;
  gint64 position;
  gint64 service_id;
  gint64 employee_id;
  gint64 room_id;
  gint64 start_min; /* absolute wall minute */
  gint64 work1_min; /* minutes */
  gint64 gap_min;
  gint64 work2_min;
  gint64 buffer_before_min;
  gint64 buffer_after_min;
  gint64 price; /* minor units, as agreed at booking */
  gint64 any_master; /* the client does not mind who */
  gint64 master_matters; /* the client wants nobody else */
  gint64 parent_line_id; /* an add-on belongs to that line; 0 = no add-on */
  gint64 variant_id; /* 0 = none */
};

G_END_DECLS
