#pragma once
/* A step of the checklists that was done at a visit. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonVisitStep, salon_visit_step)

struct _SalonVisitStep {
  SalonEntity parent;
  gint64 visit_id;
  gint64 step_id;
  gint64 done_at; /* UTC µs */
  gint64 done_by_id; /* the user; 0 = nobody is known */
};

G_END_DECLS
