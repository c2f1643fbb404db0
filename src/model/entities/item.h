#pragma once
/* Something that is sold over the counter: a bottle of shampoo. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonItem, salon_item)

struct _SalonItem {
  SalonEntity parent;
  char *name;
  gint64 item_category_id;
  char *code;
  char *barcode;
  char *unit;
  gint64 price;
  gint64 vat_rate_id;
  gint64 no_discount;
  gint64 periodicity_days;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
