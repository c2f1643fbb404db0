/* The fields of a holiday. */
#include "model/entities/holiday.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonHoliday, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Name")),
  SALON_FIELD (SalonHoliday, first_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("First day")),
  SALON_FIELD (SalonHoliday, last_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("Last day")),
};

SALON_DEFINE_ENTITY (SalonHoliday, salon_holiday, "holiday", "holiday")
