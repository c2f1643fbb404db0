#pragma once
/* Numbered, immutable steps of the schema. */
#include "model/store/db.h"

G_BEGIN_DECLS

gboolean salon_migrate (SalonDb *db, GError **error);
gboolean salon_migrate_is_due (const char *path, gboolean *due, GError **error);

G_END_DECLS
