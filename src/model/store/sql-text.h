#pragma once
/* A statement that is put together: pieces of constant SQL, and values that are bound, never written into it. */
#include "model/store/tx.h"

G_BEGIN_DECLS

typedef struct _SalonSqlText SalonSqlText;

SalonSqlText *salon_sql_text_new (void);
void salon_sql_text_free (SalonSqlText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSqlText, salon_sql_text_free)

void salon_sql_text_add (SalonSqlText *self, const char *sql);
void salon_sql_text_insert (SalonSqlText *self, gsize place, const char *sql);
void salon_sql_text_int (SalonSqlText *self, gint64 value);
void salon_sql_text_text (SalonSqlText *self, const char *value);
void salon_sql_text_in (SalonSqlText *self, const gint64 *values, guint n);
const char *salon_sql_text_peek (const SalonSqlText *self);
SalonStmt *salon_sql_text_prepare (SalonSqlText *self, SalonTx *tx, GError **error);

G_END_DECLS
