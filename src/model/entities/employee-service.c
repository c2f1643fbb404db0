/* The fields of a employee service. */
#include "model/entities/employee-service.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonEmployeeService, employee_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED | SALON_FIELD_OWNER, NULL),
  SALON_FIELD (SalonEmployeeService, service_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
};

SALON_DEFINE_ENTITY (SalonEmployeeService, salon_employee_service, "employee-service", "employee_service")
