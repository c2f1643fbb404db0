#pragma once
/* A part of one day at work, instead of the weekly hours; breaks lie between two parts. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonShift, salon_shift)

struct _SalonShift {
  SalonEntity parent;
  gint64 employee_id;
  gint64 day;
  gint64 from_min; /* minute of the day; from = to is a day off */
  gint64 to_min;
};

G_END_DECLS
