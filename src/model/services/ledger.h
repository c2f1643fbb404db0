#pragma once
/* The ledger: every amount of money and every unit of a season ticket that the salon ever moved.
 *
 * Entries are added, never changed.  What is taken back is reversed by an entry of its own. */
#include "model/entities/ledger-entry.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/* The name under which entries stand in the journal of changes. */
#define SALON_LEDGER_ENTRY "ledger-entry"

gboolean salon_ledger_write (SalonTx *tx, SalonLedgerEntry *entry, GError **error);
gboolean salon_ledger_write_unlogged (SalonTx *tx, SalonLedgerEntry *entry, GError **error);
gboolean salon_ledger_note_client (SalonTx *tx, gint64 client_id, GError **error);
gboolean salon_ledger_reverse (SalonTx *tx, gint64 entry_id, GError **error);
gboolean salon_ledger_add_history (SalonTx *tx, gint64 visit_id, GError **error);
gboolean salon_ledger_remove_history (SalonTx *tx, gint64 visit_id, GError **error);

/**
 * SalonTrialBalance:
 * @accounts: (element-type SalonAccountTotal): every account that was ever moved
 * @money: sum of all accounts of money; 0 unless the file is damaged
 * @units: the same of units of season tickets
 */
typedef struct {
  GArray *accounts;
  SalonMoney money;
  gint64 units;
} SalonTrialBalance;

void salon_trial_balance_free (SalonTrialBalance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonTrialBalance, salon_trial_balance_free)

SalonTrialBalance *salon_trial_balance (SalonTx *tx, gconstpointer nothing, GError **error);

extern const SalonQuery salon_query_trial_balance;

G_END_DECLS
