#pragma once
/* A kind of shift that days are painted with: "Early, 9:00–15:00". */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonShiftTemplate, salon_shift_template)

struct _SalonShiftTemplate {
  SalonEntity parent;
  char *name;
  gint64 from_min; /* minute of the day */
  gint64 to_min; /* may run past midnight, to 26:00 */
  gint64 color; /* 0xRRGGBB */
  gint64 position;
  gint64 archived;
};

G_END_DECLS
