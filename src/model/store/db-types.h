#pragma once
/* Names that the store's modules share. */
#include "base/error.h"
#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _SalonDb SalonDb;
typedef struct _SalonTx SalonTx;

typedef enum {
  SALON_DB_WRITER, /* the only one that writes and checkpoints */
  SALON_DB_READER, /* query_only; closes before the writer */
  SALON_DB_COPY,   /* a backup opened to be looked at: read-only */
} SalonDbRole;

/**
 * SalonDeriveFunc: brings everything derived up to date before the outermost COMMIT.
 */
typedef gboolean (*SalonDeriveFunc) (SalonTx *tx, GError **error);

/**
 * SalonWatchFunc: is told each row that is written, so that the #SalonDeriveFunc need not derive what cannot differ
 * @before: (nullable): the entity as it was; %NULL = it is new
 * @after: (nullable): the entity as it is; %NULL = it is gone
 */
typedef void (*SalonWatchFunc) (SalonTx *tx, gpointer before, gpointer after);

G_END_DECLS
