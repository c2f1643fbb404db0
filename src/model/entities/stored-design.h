#pragma once
/* A design of cards as it is kept: its text is read and written by the card room. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonStoredDesign, salon_stored_design)

struct _SalonStoredDesign {
  SalonEntity parent;
  char *name;
  char *json;
  gint64 position;
  gint64 archived;
};

G_END_DECLS
