#pragma once
/* A field that the salon added to its clients' cards. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonCustomField, salon_custom_field)

struct _SalonCustomField {
  SalonEntity parent;
  char *name;
  gint64 kind; /* SalonCustomKind */
  char *options; /* one a line, for a choice */
  gint64 position;
  gint64 archived;
};

G_END_DECLS
