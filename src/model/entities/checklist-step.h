#pragma once
/* Something that the salon does at visits: offer coffee, ask for allergies, take a picture. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonChecklistStep, salon_checklist_step)

struct _SalonChecklistStep {
  SalonEntity parent;
  char *name;
  gint64 state; /* SalonVisitState, booked to done: when it is due */
  gint64 service_id; /* only for this service; 0 = see the category */
  gint64 service_category_id; /* only for services of this one; 0 = with every service */
  gint64 position;
  gint64 archived;
};

G_END_DECLS
