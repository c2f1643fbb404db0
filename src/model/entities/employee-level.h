#pragma once
/* How far an employee has come: prices may depend on it. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonEmployeeLevel, salon_employee_level)

struct _SalonEmployeeLevel {
  SalonEntity parent;
  char *name;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
