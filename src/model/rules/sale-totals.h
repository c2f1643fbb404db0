#pragma once
/* What a sale comes to: discounts, the tax that is in it, the rounding of cash, what is left to pay, the change.
 *
 * No clock, no database.  All amounts are minor units. */
#include "model/entities/receipt.h"

G_BEGIN_DECLS

/* What lines come to. */
typedef struct {
  SalonMoney list;
  SalonMoney discount;
  SalonMoney vat;
  SalonMoney total; /* after discount */
} SalonSaleTotals;

/* What payments come to, against a total. */
typedef struct {
  SalonMoney paid;     /* what pays, without change */
  SalonMoney rounding; /* what the rounding of cash adds to the total */
  SalonMoney left;     /* to be paid still */
  SalonMoney change;   /* of the cash that was handed over */
} SalonSettlement;

gboolean salon_sale_line_price (SalonSaleLine *line);
void salon_sale_lines_spread (GPtrArray *lines, SalonMoney discount, SalonDiscountSource source, const char *why);
void salon_sale_lines_tax (GPtrArray *lines);
GArray *salon_sale_lines_rates (const GPtrArray *lines);
gboolean salon_sale_lines_sum (const GPtrArray *lines, SalonSaleTotals *totals);
SalonMoney salon_cash_round (SalonMoney amount, SalonMoney step);

G_END_DECLS
