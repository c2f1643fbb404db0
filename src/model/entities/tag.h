#pragma once
/* A word that pops up when the client is opened: #bride, #vip. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonTag, salon_tag)

struct _SalonTag {
  SalonEntity parent;
  char *name;
  gint64 archived;
};

G_END_DECLS
