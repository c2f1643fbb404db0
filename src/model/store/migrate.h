#pragma once
/* Numbered, immutable steps of the schema. */
#include "model/store/db-types.h"

G_BEGIN_DECLS

gboolean salon_migrate (SalonDb *db, GError **error);
int salon_migrate_head_version (void);

G_END_DECLS
