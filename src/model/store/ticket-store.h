#pragma once
/* What the ledger says of season tickets, certificates, bonus and accounts of clients; finding them by number. */
#include "base/day.h"
#include "model/entities/ledger-entry.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/**
 * SalonTicketSums: units in thousandths
 * @money: what is left of the price that was paid
 * @first_use: %SALON_DAY_NONE: nothing is used
 */
typedef struct {
  SalonMoney money;
  gint64 issued;
  gint64 used;
  gint64 expired;
  SalonDay first_use;
} SalonTicketSums;

typedef struct {
  gint64 service_id;
  gint64 units;
} SalonTicketUsed;

gboolean salon_ticket_store_sums (SalonTx *tx, gint64 ticket_id, SalonTicketSums *sums, GError **error);
GArray *salon_ticket_store_used (SalonTx *tx, gint64 ticket_id, GError **error);
gboolean salon_ticket_store_expiry (SalonTx *tx, gint64 ticket_id, gint64 *entry_id, GError **error);
gboolean salon_ticket_store_find (SalonTx *tx, const char *number, gint64 *ticket_id, GError **error);

gboolean salon_certificate_store_find (SalonTx *tx, const char *code, gint64 *certificate_id, GError **error);
gboolean salon_certificate_store_next (SalonTx *tx, gint64 *number, GError **error);
GArray *salon_certificate_store_overdue (SalonTx *tx, SalonDay today, GError **error);
GArray *salon_bonus_store_overdue (SalonTx *tx, SalonDay today, GError **error);

/* One posting of a client's account. */
typedef struct {
  gint64 entry_id;
  SalonEntryKind kind;
  SalonDay day;
  gint64 at;
  gint64 sale_id;
  SalonMoney amount; /* debit positive */
  char *note;
} SalonAccountRow;

/* What one card's account came to around a period, debit positive. */
typedef struct {
  gint64 client_id;
  SalonMoney before;
  SalonMoney debit;
  SalonMoney credit; /* as a positive number */
} SalonAccountSums;

void salon_account_row_free (SalonAccountRow *self);
GPtrArray *salon_account_store_rows (SalonTx *tx, gint64 client_id, SalonDay to, GError **error);
gboolean salon_account_store_owed (SalonTx *tx, SalonDay to, SalonMoney *owed, GError **error);
GArray *salon_account_store_sums (SalonTx *tx, SalonDay from, SalonDay to, GError **error);

G_END_DECLS
