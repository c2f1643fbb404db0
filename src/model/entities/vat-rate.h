#pragma once
/* A rate of value added tax by name; how much it is, its periods say. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonVatRate, salon_vat_rate)

struct _SalonVatRate {
  SalonEntity parent;
  char *name;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
