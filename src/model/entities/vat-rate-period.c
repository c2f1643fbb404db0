/* The fields of a period of a rate of tax. */
#include "model/entities/vat-rate-period.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonVatRatePeriod, vat_rate_id, REF, SALON_FIELD_REQUIRED | SALON_FIELD_FIXED, NULL),
  SALON_FIELD (SalonVatRatePeriod, from_day, DAY, SALON_FIELD_REQUIRED, SALON_N ("From")),
  SALON_FIELD (SalonVatRatePeriod, rate_bp, INT, SALON_FIELD_PLAIN, SALON_N ("Percent")),
};

SALON_DEFINE_ENTITY (SalonVatRatePeriod, salon_vat_rate_period, "vat-rate-period", "vat_rate_period")
