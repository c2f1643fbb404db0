#pragma once
/* A break of an employee that comes back every week, or every day. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonWeeklyBreak, salon_weekly_break)

struct _SalonWeeklyBreak {
  SalonEntity parent;
  gint64 employee_id;
  gint64 weekday; /* 1 = Monday … 7 = Sunday; 0 = every day */
  gint64 from_min; /* minute of the working day, which may run to 26:00 */
  gint64 to_min;
  char *note;
};

G_END_DECLS
