#pragma once
/* A service that an employee does. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonEmployeeService, salon_employee_service)

struct _SalonEmployeeService {
  SalonEntity parent;
  gint64 employee_id;
  gint64 service_id;
};

G_END_DECLS
