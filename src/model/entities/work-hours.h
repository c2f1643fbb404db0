#pragma once
/* A part of the weekly hours, of an employee or of the salon itself; two parts of one day leave a break. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonWorkHours, salon_work_hours)

struct _SalonWorkHours {
  SalonEntity parent;
  gint64 employee_id; /* 0 = the salon */
  gint64 weekday; /* 1 = Monday … 7 = Sunday */
  gint64 from_min; /* minute of the day */
  gint64 to_min; /* may run past midnight, to 26:00 */
};

G_END_DECLS
