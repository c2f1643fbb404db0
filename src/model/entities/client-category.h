#pragma once
/* A category given to a client. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonClientCategory, salon_client_category)

struct _SalonClientCategory {
  SalonEntity parent;
  gint64 client_id;
  gint64 category_id;
  gint64 by_rule; /* given by a rule, not by hand */
};

G_END_DECLS
