#pragma once
/* One connection to the database file, owned by one thread. */
#include "model/store/db-types.h"

G_BEGIN_DECLS

gboolean salon_db_create (const char *path, GError **error);
SalonDb *salon_db_open (const char *path, SalonDbRole role, GError **error);
gboolean salon_db_treat_as_draft (SalonDb *self, GError **error);
void salon_db_tidy (SalonDb *self);
gboolean salon_db_close (SalonDb *self, GError **error);
const char *salon_db_path (SalonDb *self);
void salon_db_set_derive (SalonDb *self, SalonDeriveFunc derive);
void salon_db_set_watch (SalonDb *self, SalonWatchFunc watch);
void salon_db_set_cancellable (SalonDb *self, GCancellable *cancellable);
gboolean salon_db_check_cancelled (SalonDb *self, GError **error);
gboolean salon_db_migration_is_due (const char *path, gboolean *due, GError **error);
gboolean salon_db_quick_check (SalonDb *self, GError **error);
gboolean salon_db_full_check (SalonDb *self, GPtrArray *findings, GError **error);

G_END_DECLS
