#pragma once
/* The journal: what changed, by whom, from what to what.  Serves undo, audit and un-merge. */
#include "model/entities/entity.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

typedef struct {
  gint64 id;
  gint64 operation_id;
  char *entity;
  gint64 entity_id;
  char *before; /* JSON; NULL when the row was made */
  char *after;  /* JSON; NULL when the row was removed */
} SalonJournalRow;

typedef struct {
  gint64 id;
  char *name;
  gint64 user_id;
  gint64 at;
  gint64 undoes;
  gint64 undone_by; /* 0 = stands */
} SalonOperationRow;

gboolean salon_journal_write (SalonTx *tx, const char *entity, gint64 entity_id, const char *before,
                              const char *after, gint64 *id, GError **error);
char *salon_journal_head (SalonTx *tx, GError **error);
gboolean salon_journal_add_owner (SalonTx *tx, gint64 journal_id, const char *entity, gint64 entity_id, GError **error);
GPtrArray *salon_journal_of_operation (SalonTx *tx, gint64 operation, GError **error);
GPtrArray *salon_journal_page_of_operation (SalonTx *tx, gint64 operation, gint64 before, guint limit, GError **error);
gboolean salon_journal_count (SalonTx *tx, gint64 operation, gint64 *n, GError **error);
GPtrArray *salon_journal_of_entity (SalonTx *tx, const char *entity, gint64 entity_id, guint limit, GError **error);
GPtrArray *salon_journal_concerning (SalonTx *tx, const char *entity, gint64 entity_id, guint limit, GError **error);
gboolean salon_journal_count_concerning (SalonTx *tx, const char *entity, gint64 entity_id, gint64 *n, GError **error);
SalonOperationRow *salon_journal_operation (SalonTx *tx, gint64 operation, GError **error);
gboolean salon_journal_check (SalonTx *tx, GPtrArray *findings, GError **error);

void salon_journal_row_free (SalonJournalRow *self);
void salon_operation_row_free (SalonOperationRow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonJournalRow, salon_journal_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonOperationRow, salon_operation_row_free)

G_END_DECLS
