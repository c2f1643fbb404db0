#pragma once
/* People who stood behind a row of a report at one moment, kept by name. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonPeopleList, salon_people_list)

struct _SalonPeopleList {
  SalonEntity parent;
  char *name;
  char *made_from; /* the report and its period, in words; NULL = not said */
  gint64 created_at;
  gint64 created_by_id;
  gint64 archived;
};

G_END_DECLS
