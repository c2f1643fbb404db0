/* The fields of an item. */
#include "model/entities/item.h"

static const SalonField fields[] = {
  SALON_FIELD (SalonItem, name, TEXT, SALON_FIELD_REQUIRED, SALON_N ("Item")),
  SALON_FIELD (SalonItem, item_category_id, REF, SALON_FIELD_PLAIN, SALON_N ("Category of goods")),
  SALON_FIELD (SalonItem, code, TEXT, SALON_FIELD_PLAIN, SALON_N ("Code")),
  SALON_FIELD (SalonItem, barcode, TEXT, SALON_FIELD_PLAIN, SALON_N ("Barcode")),
  SALON_FIELD (SalonItem, unit, TEXT, SALON_FIELD_PLAIN, SALON_N ("Unit")),
  SALON_FIELD (SalonItem, price, MONEY, SALON_FIELD_PLAIN, SALON_N ("Price")),
  SALON_FIELD (SalonItem, vat_rate_id, REF, SALON_FIELD_PLAIN, SALON_N ("Rate of tax")),
  SALON_FIELD (SalonItem, no_discount, BOOL, SALON_FIELD_PLAIN, SALON_N ("No discount")),
  SALON_FIELD (SalonItem, periodicity_days, INT, SALON_FIELD_PLAIN, SALON_N ("Lasts")),
  SALON_FIELD (SalonItem, position, INT, SALON_FIELD_PLAIN, NULL),
  SALON_FIELD (SalonItem, archived, BOOL, SALON_FIELD_PLAIN, SALON_N ("Archived")),
};

SALON_DEFINE_ENTITY (SalonItem, salon_item, "item", "item")
