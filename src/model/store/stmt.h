#pragma once
/* Prepared statements from the connection's cache, with typed values in and out.
 *
 * Binding never fails where it is called: the first error is kept and reported by the next step. */
#include "model/store/db-types.h"

G_BEGIN_DECLS

typedef struct _SalonStmt SalonStmt;

SalonStmt *salon_stmt_borrow (SalonDb *db, const char *sql, GError **error);
SalonStmt *salon_stmt_make (SalonDb *db, const char *sql, GError **error);
guint salon_stmt_hash (gconstpointer sql);
void salon_stmt_cache_clear (SalonDb *db);
void salon_stmt_free (SalonStmt *self);
void salon_stmt_int (SalonStmt *self, int index, gint64 value);
void salon_stmt_int_or_null (SalonStmt *self, int index, gint64 value);
void salon_stmt_text (SalonStmt *self, int index, const char *value);
void salon_stmt_blob (SalonStmt *self, int index, GBytes *value);
void salon_stmt_bytes (SalonStmt *self, int index, const guint8 *data, gsize size);
void salon_stmt_null (SalonStmt *self, int index);
gboolean salon_stmt_next (SalonStmt *self, GError **error);
gboolean salon_stmt_finish (GError *failure, GError **error);
GArray *salon_stmt_read_ids (SalonStmt *self, GError **error);
gboolean salon_stmt_read_int (SalonStmt *self, gint64 *value, GError **error);
gboolean salon_stmt_run (SalonStmt *self, GError **error);
void salon_stmt_reset (SalonStmt *self);

gint64 salon_stmt_get_int (SalonStmt *self, int column);
const char *salon_stmt_get_text (SalonStmt *self, int column);
char *salon_stmt_dup_text (SalonStmt *self, int column);
GBytes *salon_stmt_dup_blob (SalonStmt *self, int column);
gboolean salon_stmt_is_null (SalonStmt *self, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonStmt, salon_stmt_free)

G_END_DECLS
