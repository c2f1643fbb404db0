#pragma once
/* For the store alone: the handle behind a connection. */
#include "model/store/db-types.h"
#include <sqlite3.h>

G_BEGIN_DECLS

/* The methods of one file of SQLite's, of which one is ours; see db.c. */
typedef struct {
  sqlite3_io_methods methods; /* first: the file points here */
  const sqlite3_io_methods *original;
  SalonDb *db;
} SalonFileMethods;

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
  SalonFileMethods file;   /* of a connection that only reads */
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
