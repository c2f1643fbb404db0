#pragma once
/* A tag given to a client. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonClientTag, salon_client_tag)

struct _SalonClientTag {
  SalonEntity parent;
  gint64 client_id;
  gint64 tag_id;
};

G_END_DECLS
