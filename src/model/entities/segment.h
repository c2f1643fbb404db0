#pragma once
/* A filter saved by name: whoever fits it is in it. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonSegment, salon_segment)

struct _SalonSegment {
  SalonEntity parent;
  char *name;
  char *filter;     /* as salon_filter_print() writes it */
  char *predefined; /* key of one that came with the program; NULL = own */
  gint64 position;
  gint64 archived;
};

G_END_DECLS
