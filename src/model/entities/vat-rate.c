/* The fields of a rate of tax. */
#include "model/entities/vat-rate.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonVatRate, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Rate of tax")),
  SALON_FIELD (SalonVatRate, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonVatRate, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonVatRate, salon_vat_rate, "vat-rate", "vat_rate")
