#pragma once
/* The ledger in the file: entries are added and read, never changed. */
#include "model/entities/ledger-entry.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/* What one subject of an account has come to. */
typedef struct {
  gint64 subject_id;
  gint64 amount; /* debit positive */
} SalonSubjectBalance;

gboolean salon_ledger_store_write (SalonTx *tx, SalonLedgerEntry *entry, GError **error);
SalonLedgerEntry *salon_ledger_store_get (SalonTx *tx, gint64 id, GError **error);
GArray *salon_ledger_store_of_sale (SalonTx *tx, gint64 sale_id, GError **error);
gboolean salon_ledger_store_reversal (SalonTx *tx, gint64 id, gint64 *reversal_id, GError **error);

gboolean salon_ledger_store_balance (SalonTx *tx, SalonAccount account, gint64 subject_id, gint64 *amount, GError **error);
gboolean salon_ledger_store_client_balance (SalonTx *tx, SalonAccount account, gint64 client_id, gint64 *amount, GError **error);
gboolean salon_ledger_store_first (SalonTx *tx, SalonAccount account, gint64 subject_id, gint64 *entry_id, GError **error);
gboolean salon_ledger_store_client_was_moved (SalonTx *tx, SalonAccount account, gint64 client_id, gboolean *moved, GError **error);
gboolean salon_ledger_store_present_card (SalonTx *tx, gint64 client_id, gint64 *card_id, GError **error);
GArray *salon_ledger_store_balances (SalonTx *tx, SalonAccount account, GError **error);
GArray *salon_ledger_store_trial (SalonTx *tx, GError **error);
GArray *salon_ledger_store_trial_of_shift (SalonTx *tx, gint64 shift_id, GError **error);

/**
 * SalonLedgerRow: one posting with the head of its entry
 * @note: (nullable): valid until the next row
 */
typedef struct {
  gint64 entry_id;
  gint64 position;
  SalonEntryKind kind;
  SalonDay day;
  gint64 at;
  gint64 user_id;
  gint64 sale_id;
  gint64 shift_id;
  gint64 reverses_id;
  const char *note;
  SalonPosting posting;
} SalonLedgerRow;

typedef gboolean (*SalonLedgerRowFunc) (const SalonLedgerRow *row, gpointer data, GError **error);

gboolean salon_ledger_store_each (SalonTx *tx, SalonDay first, SalonDay last, SalonLedgerRowFunc func, gpointer data,
                                  GError **error);

gboolean salon_ledger_store_post_history (SalonTx *tx, gint64 after_visit_id, SalonDay before, GError **error);
SalonLedgerEntry *salon_ledger_store_history_of_visit (SalonTx *tx, gint64 visit_id, GError **error);
gboolean salon_ledger_store_check (SalonTx *tx, GPtrArray *findings, GError **error);

G_END_DECLS
