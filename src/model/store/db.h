#pragma once
/* One connection to the database file, owned by one thread. */
#include "base/error.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SalonDb SalonDb;
typedef struct _SalonTx SalonTx;

typedef enum {
  SALON_DB_WRITER, /* the only one that writes and checkpoints */
  SALON_DB_READER, /* query_only; closes before the writer */
  SALON_DB_COPY,   /* a backup opened to be looked at: read-only, immutable */
} SalonDbRole;

/**
 * SalonDeriveFunc: brings everything derived up to date before the outermost COMMIT.
 */
typedef gboolean (*SalonDeriveFunc) (SalonTx *tx, GError **error);

gboolean salon_db_create (const char *path, GError **error);
SalonDb *salon_db_open (const char *path, SalonDbRole role, GError **error);
gboolean salon_db_close (SalonDb *self, GError **error);
const char *salon_db_path (SalonDb *self);
void salon_db_set_derive (SalonDb *self, SalonDeriveFunc derive);
void salon_db_set_cancellable (SalonDb *self, GCancellable *cancellable);
gboolean salon_db_quick_check (SalonDb *self, GError **error);
gboolean salon_db_full_check (SalonDb *self, GPtrArray *findings, GError **error);
int salon_db_head_version (void);

G_END_DECLS
