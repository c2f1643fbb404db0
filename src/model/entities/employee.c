/* The fields of a employee. */
#include "model/entities/employee.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonEmployee, first_name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("First name")),
  SALON_FIELD (SalonEmployee, surname, TEXT, SALON_FIELD_PLAIN, SALON_N ("Surname")),
  SALON_FIELD (SalonEmployee, title, TEXT, SALON_FIELD_PLAIN, SALON_N ("Position")),
  SALON_FIELD (SalonEmployee, phone, TEXT, SALON_FIELD_PLAIN, SALON_N ("Phone")),
  SALON_FIELD (SalonEmployee, email, TEXT, SALON_FIELD_PLAIN, SALON_N ("E-mail")),
  SALON_FIELD (SalonEmployee, color, COLOR, SALON_FIELD_PLAIN, SALON_N ("Colour")),
  SALON_FIELD (SalonEmployee, photo_id, REF, SALON_FIELD_PLAIN, SALON_N ("Photo")),
  SALON_FIELD (SalonEmployee, bookable, BOOL, SALON_FIELD_PLAIN, SALON_N ("Takes bookings")),
  SALON_FIELD (SalonEmployee, note, TEXT, SALON_FIELD_PLAIN, SALON_N ("Note")),
  SALON_FIELD (SalonEmployee, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonEmployee, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
  SALON_FIELD (SalonEmployee, level_id, REF, SALON_FIELD_PLAIN, SALON_N ("Level")),
};

SALON_DEFINE_ENTITY (SalonEmployee, salon_employee, "employee", "employee")
