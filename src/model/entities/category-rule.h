#pragma once
/* A category that is given and taken by itself. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

SALON_DECLARE_ENTITY (SalonCategoryRule, salon_category_rule)

struct _SalonCategoryRule {
  SalonEntity parent;
  gint64 category_id;
  char *filter; /* as salon_filter_print() writes it */
  gint64 active;
};

G_END_DECLS
