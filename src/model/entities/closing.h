#pragma once
/* What a shift of a cash drawer came to, as services read it from the ledger and reports draw it.
 *
 * Amounts are minor units, times of the day absolute wall minutes. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/enums.h"

G_BEGIN_DECLS

/* How much was paid in one way, and how much was given back. */
typedef struct {
  SalonMoney sold;
  SalonMoney refunded; /* as a positive number */
} SalonClosingMethod;

/* Cash that was no sale. */
typedef struct {
  gint64 at;         /* absolute wall minute */
  SalonMoney amount; /* put in positive, taken out negative */
  char *who;
  char *reason;
} SalonClosingMove;

/* Tax that is in what was sold, less that of refunds. */
typedef struct {
  gint64 rate_bp;
  SalonMoney tax;
} SalonClosingTax;

/**
 * SalonClosing:
 * @shift_id: 0 = the drawer is not open, and only @drawer and @opening tell something
 * @opening: the float; of a drawer that is not open, what stayed in it
 * @number: of the report; 0 while the shift goes on
 * @closed_at: 0 while the shift goes on
 * @closed_by: (nullable): while the shift goes on
 * @methods: by SalonPayMethod
 * @tips_paid: cash that was given to employees as their tips
 * @other_cash: cash of entries of other kinds, as refunds of season tickets
 * @moves: (element-type SalonClosingMove): by time
 * @taxes: (element-type SalonClosingTax): by rate
 * @expected: cash that must be in the drawer
 * @counted: what was counted; -1 while the shift goes on
 * @taken_out: to the safe or the bank at the closing; the rest stays
 * @explanation: (nullable): of the difference
 * @chain: (nullable): head of the journal's chain at the closing, in hexadecimal
 */
typedef struct {
  gint64 shift_id;
  gint64 drawer_id;
  char *salon;
  char *drawer;
  char *currency; /* ISO 4217 */
  SalonDay day;
  gint64 opened_at;
  char *opened_by;
  SalonMoney opening;
  gint64 number;
  gint64 closed_at;
  char *closed_by;
  gint64 n_sales;
  gint64 n_refunds; /* and receipts that were taken back */
  SalonMoney sold;  /* total of receipts, less refunds */
  SalonMoney discount;
  SalonClosingMethod methods[SALON_PAY_METHOD_LAST + 1];
  GArray *taxes;
  SalonMoney tips;
  SalonMoney tips_paid;
  SalonMoney rounding;
  SalonMoney cash_in;
  SalonMoney cash_out; /* as a positive number */
  SalonMoney other_cash;
  GPtrArray *moves;
  SalonMoney expected;
  SalonMoney counted;
  SalonMoney taken_out;
  char *explanation;
  char *chain;
} SalonClosing;

SalonClosing *salon_closing_new (void);
void salon_closing_free (SalonClosing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonClosing, salon_closing_free)

SalonClosingMove *salon_closing_add_move (SalonClosing *self, gint64 at, SalonMoney amount, const char *who, const char *reason);
SalonMoney salon_closing_difference (const SalonClosing *self);
SalonMoney salon_closing_left (const SalonClosing *self);

G_END_DECLS
