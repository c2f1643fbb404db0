#pragma once
/* Days on which the salon is closed. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonHoliday, salon_holiday)

struct _SalonHoliday {
  SalonEntity parent;
  char *name;
  gint64 first_day;
  gint64 last_day;
};

G_END_DECLS
