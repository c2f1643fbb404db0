#pragma once
/* What the salon owes for season tickets and gift certificates, summed over the ledger. */
#include "base/day.h"
#include "model/entities/ledger-entry.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonLiabilityRow: one season ticket or certificate
 * @client_id: whose it is, or who bought it; 0 = nobody is named
 * @before: what was owed for it before the period
 * @credit: that came to it in the period
 * @debit: that was used of it or given back
 * @expired: that was left at its end; less than 0 when an end was taken back
 * @units: that are left of a season ticket at the end of the period, thousandths
 */
typedef struct {
  gint64 id;
  char *number;
  char *name;
  gint64 client_id;
  SalonMoney before;
  SalonMoney credit;
  SalonMoney debit;
  SalonMoney expired;
  gint64 units;
} SalonLiabilityRow;

GPtrArray *salon_liability_store_rows (SalonTx *tx, SalonAccount account, SalonDay from, SalonDay to, GError **error);
gboolean salon_liability_store_owed (SalonTx *tx, SalonAccount account, SalonDay to, SalonMoney *owed, GError **error);

G_END_DECLS
