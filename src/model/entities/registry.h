#pragma once
/* Every entity by its name: for the journal, import, export and erasing. */
#include "model/entities/entity.h"

G_BEGIN_DECLS

GType salon_entity_type_by_name (const char *name);
const GType *salon_entity_types (guint *n);

G_END_DECLS
