#pragma once
/* Days on which an employee is not there. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonAbsence, salon_absence)

struct _SalonAbsence {
  SalonEntity parent;
  gint64 employee_id;
  gint64 kind; /* SalonAbsenceKind */
  gint64 first_day;
  gint64 last_day;
  char *note;
};

G_END_DECLS
