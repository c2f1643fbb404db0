#pragma once
/* From which day on a rate of tax is how much. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonVatRatePeriod, salon_vat_rate_period)

struct _SalonVatRatePeriod {
  SalonEntity parent;
  gint64 vat_rate_id;
  gint64 from_day;
  gint64 rate_bp;
};

G_END_DECLS
