#pragma once
/* An entry of the ledger while it is made: postings that must balance. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/enums.h"

G_BEGIN_DECLS

/**
 * SalonPosting:
 * @account: what is moved
 * @subject_id: which one (SalonAccount says of what kind); 0 = there is one only
 * @amount: debit positive, credit negative; minor units, thousandths for accounts of units
 * @client_id: whom it concerns, 0 = nobody
 * @employee_id: who did or sold it, 0 = nobody
 * @visit_line_id: the service of a visit that it is revenue of, 0 = none
 * @sale_line_id: the line of the receipt, 0 = none
 * @sold: of revenue: what it counts in reports of sales, after discount and with tax
 * @discount: of revenue: what was taken off
 */
typedef struct {
  SalonAccount account;
  gint64 subject_id;
  gint64 amount;
  gint64 client_id;
  gint64 employee_id;
  gint64 visit_line_id;
  gint64 sale_line_id;
  SalonMoney sold;
  SalonMoney discount;
} SalonPosting;

/**
 * SalonLedgerEntry:
 * @id: 0 until it is written
 * @day: of the salon, on which it counts: always the day on which it is made
 * @at: UTC microseconds
 * @operation_id: 0 for what was there before the ledger
 * @sale_id: the receipt, 0 = none
 * @shift_id: of the drawer, 0 = no cash moves
 * @reverses_id: the entry that it takes back, 0 = none
 * @note: (nullable): what a person said of it
 * @postings: (element-type SalonPosting)
 */
typedef struct {
  gint64 id;
  SalonEntryKind kind;
  SalonDay day;
  gint64 at;
  gint64 operation_id;
  gint64 user_id;
  gint64 sale_id;
  gint64 shift_id;
  gint64 reverses_id;
  char *note;
  GArray *postings;
} SalonLedgerEntry;

/* What one account has come to. */
typedef struct {
  SalonAccount account;
  gint64 debit;  /* sum of what was debited */
  gint64 credit; /* the same of credit, as a positive number */
} SalonAccountTotal;

SalonLedgerEntry *salon_ledger_entry_new (SalonEntryKind kind);
void salon_ledger_entry_free (SalonLedgerEntry *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonLedgerEntry, salon_ledger_entry_free)

SalonPosting *salon_ledger_entry_add (SalonLedgerEntry *self, SalonAccount account, gint64 subject_id, gint64 amount);
const SalonPosting *salon_ledger_entry_posting (const SalonLedgerEntry *self, guint index);
gint64 salon_ledger_entry_sum_of (const SalonLedgerEntry *self, SalonAccount account, gint64 subject_id);
gboolean salon_ledger_entry_sum (const SalonLedgerEntry *self, SalonMoney *money, gint64 *units);
gboolean salon_ledger_entry_check (const SalonLedgerEntry *self, GError **error);
SalonLedgerEntry *salon_ledger_entry_reversed (const SalonLedgerEntry *self);
char *salon_ledger_entry_to_text (const SalonLedgerEntry *self);
gboolean salon_account_is_units (SalonAccount account);
const char *salon_account_word (SalonAccount account);
const char *salon_entry_kind_word (SalonEntryKind kind);

G_END_DECLS
