#pragma once
/* A kind of plastic card: what it is good for, what carries its number, where numbers come from. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonCardKind, salon_card_kind)

struct _SalonCardKind {
  SalonEntity parent;
  char *name;
  gint64 purpose; /* SalonCardPurpose */
  gint64 code; /* SalonCardCode */
  char *prefix; /* with which numbers made here begin; of EAN-13 20 to 29 and what follows */
  gint64 length; /* of the whole number; EAN-13 has 13 */
  gint64 random; /* numbers that nobody can guess; or one after another */
  gint64 first_serial;
  gint64 last_serial; /* 0 = as many as the length lets */
  gint64 discount_bp; /* of purpose discount */
  gint64 valid_days; /* from the day of issue; 0 = without end */
  gint64 card_design_id;
  gint64 min_blanks; /* fewer are too few; 0 = never */
  gint64 position;
  gint64 archived;
};

G_END_DECLS
