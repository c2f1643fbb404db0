/* The fields of a service. */
#include "model/entities/service.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonService, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Service")),
  SALON_FIELD (SalonService, service_category_id, REF, SALON_FIELD_PLAIN, SALON_N ("Service category")),
  SALON_FIELD (SalonService, zone_id, REF, SALON_FIELD_PLAIN, SALON_N ("Zone")),
  SALON_FIELD (SalonService, room_kind_id, REF, SALON_FIELD_PLAIN, SALON_N ("Kind of room")),
  SALON_FIELD (SalonService, work1_min, DURATION, SALON_FIELD_REQUIRED, SALON_N ("Work")),
  SALON_FIELD (SalonService, gap_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Processing")),
  SALON_FIELD (SalonService, work2_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Finish")),
  SALON_FIELD (SalonService, buffer_before_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Preparation")),
  SALON_FIELD (SalonService, buffer_after_min, DURATION, SALON_FIELD_PLAIN, SALON_N ("Tidying up")),
  SALON_FIELD (SalonService, periodicity_days, INT, SALON_FIELD_PLAIN, SALON_N ("Repeat after")),
  SALON_FIELD (SalonService, price, MONEY, SALON_FIELD_PLAIN, SALON_N ("Price")),
  SALON_FIELD (SalonService, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonService, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
  SALON_FIELD (SalonService, is_addon, BOOL, SALON_FIELD_PLAIN, SALON_N ("Add-on")),
  SALON_FIELD (SalonService, parallel, BOOL, SALON_FIELD_PLAIN, SALON_N ("At the same time as others")),
  SALON_FIELD (SalonService, vat_rate_id, REF, SALON_FIELD_PLAIN, SALON_N ("Rate of tax")),
  SALON_FIELD (SalonService, no_discount, BOOL, SALON_FIELD_PLAIN, SALON_N ("No discount")),
};

SALON_DEFINE_ENTITY (SalonService, salon_service, "service", "service")
