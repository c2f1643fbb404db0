#pragma once
/* For the store alone: the handle behind a connection. */
#include "model/store/db-types.h"
#include <sqlite3.h>

G_BEGIN_DECLS

struct _SalonDb {
  sqlite3 *handle;
  char *path;
  SalonDbRole role;
  GThread *owner;
  GHashTable *statements;  /* SQL → SalonStmt, each at most once; see stmt.c */
  GQueue recent;           /* SalonStmt, most recently used first */
  GHashTable *repo_sql;    /* SalonEntityInfo → SQL texts; see repo.c */
  SalonDeriveFunc derive;
  SalonWatchFunc watch;
  GCancellable *cancellable;
  gboolean draft;          /* nobody misses the file if the power fails */
  int wal_pages;           /* in the write-ahead log after the last commit of this writer */
  int wal_tried;           /* how many there were at the last try to empty it */
  SalonTx *tx;             /* the outermost transaction, while one runs */
};

#define SALON_APPLICATION_ID 0x53414c4e /* "SALN" */

void salon_db_assert_owner (SalonDb *self);
void salon_db_set_error (SalonDb *self, int code, GError **error);
gboolean salon_db_exec (SalonDb *self, const char *sql, GError **error);
gboolean salon_db_pragma_int (SalonDb *self, const char *pragma, gint64 *value, GError **error);

G_END_DECLS
