#pragma once
/* Shifts of cash drawers in the file, and what the ledger says of one. */
#include "model/entities/closing.h"
#include "model/store/tx.h"

G_BEGIN_DECLS

/* The name under which shifts of drawers stand in the journal of changes. */
#define SALON_CASH_SHIFT "cash-shift"

/**
 * SalonCashShift: one row of the table
 * @opened_at: UTC microseconds
 * @number: 0 while it goes on; with it come all that stand below
 * @chain: (nullable): head of the journal's chain before the closing, hexadecimal
 */
typedef struct {
  gint64 id;
  gint64 drawer_id;
  SalonDay day;
  gint64 opened_at;
  gint64 opened_by_id;
  char *opened_by; /* name; "" = the program itself */
  SalonMoney opening;
  gint64 number;
  gint64 closed_at;
  gint64 closed_by_id;
  char *closed_by; /* name; "" also while it goes on */
  SalonMoney counted;
  SalonMoney expected;
  SalonMoney taken_out;
  char *explanation;
  char *chain;
} SalonCashShift;

void salon_cash_shift_free (SalonCashShift *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonCashShift, salon_cash_shift_free)

gboolean salon_cash_store_add (SalonTx *tx, SalonCashShift *shift, GError **error);
gboolean salon_cash_store_close (SalonTx *tx, SalonCashShift *shift, GError **error);
SalonCashShift *salon_cash_store_get (SalonTx *tx, gint64 id, GError **error);
gboolean salon_cash_store_first_drawer (SalonTx *tx, gint64 *id, GError **error);
gboolean salon_cash_store_open_shift (SalonTx *tx, gint64 drawer_id, gint64 *id, GError **error);
gboolean salon_cash_store_first_open (SalonTx *tx, gint64 *id, GError **error);
gboolean salon_cash_store_successor (SalonTx *tx, gint64 shift_id, gint64 *id, GError **error);
GArray *salon_cash_store_closed (SalonTx *tx, gint64 user_id, SalonDay from, SalonDay to, int limit, GError **error);

/**
 * SalonCashSum: what the entries of one kind moved on one account in a shift
 * @debit: sum of what was debited
 * @credit: the same of credit, as a positive number
 */
typedef struct {
  SalonEntryKind kind;
  SalonAccount account;
  gint64 subject_id;
  gint64 debit;
  gint64 credit;
} SalonCashSum;

/**
 * SalonCashMove: cash put in or taken out by hand
 * @amount: put in positive
 * @at: UTC microseconds
 * @reason: (nullable): %NULL if it takes another back
 */
typedef struct {
  gint64 entry_id;
  gint64 at;
  char *who; /* name; "" = the program itself */
  SalonMoney amount;
  char *reason;
} SalonCashMove;

GArray *salon_cash_store_sums (SalonTx *tx, gint64 shift_id, GError **error);
GArray *salon_cash_store_moves (SalonTx *tx, gint64 shift_id, GError **error);
gboolean salon_cash_store_receipts (SalonTx *tx, gint64 shift_id, SalonClosing *closing, GError **error);

G_END_DECLS
