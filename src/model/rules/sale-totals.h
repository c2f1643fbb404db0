#pragma once
/* What a sale comes to: discounts, the tax that is in it, the rounding of cash, what is left to pay, the change.
 *
 * No clock, no database.  All amounts are minor units. */
#include "model/entities/receipt.h"

G_BEGIN_DECLS

/* No line may come to more, and no payment. */
#define SALON_SALE_MOST     G_GINT64_CONSTANT (100000000000)
#define SALON_SALE_MOST_QUANTITY (100000 * (gint64) SALON_QUANTITY_ONE)

/* A payment of all that is left. */
#define SALON_PAY_REST (-1)

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

/* What is wrong with a payment. */
typedef enum {
  SALON_PAY_FAULT_NONE,
  SALON_PAY_FAULT_NOTHING,   /* it pays nothing, or less */
  SALON_PAY_FAULT_HUGE,      /* more than can be held */
  SALON_PAY_FAULT_TOO_MUCH,  /* more than is left */
  SALON_PAY_FAULT_NO_CHANGE, /* only of cash more can be handed over than is paid */
  SALON_PAY_FAULT_GIVEN,     /* less is handed over than is to be paid */
  SALON_PAY_FAULT_COINS,     /* there are no such small coins */
  SALON_PAY_FAULT_TWO_RESTS, /* two payments cannot both pay all that is left */
} SalonPayFault;

gboolean salon_sale_line_price (SalonSaleLine *line);
void salon_sale_line_take_off (SalonSaleLine *line, SalonMoney discount, SalonDiscountSource source, const char *why);
void salon_sale_lines_tax (GPtrArray *lines);
GArray *salon_sale_lines_rates (const GPtrArray *lines);
gboolean salon_sale_lines_sum (const GPtrArray *lines, SalonSaleTotals *totals);
SalonSaleLine *salon_sale_line_part (const SalonSaleLine *line, gint64 quantity);

gboolean salon_pay_method_is_money (SalonPayMethod method);
SalonMoney salon_sale_paid_with_money (const SalonSale *sale);
SalonMoney salon_cash_round (SalonMoney amount, SalonMoney step);
SalonPayFault salon_sale_settle (SalonMoney total, SalonMoney step, GArray *payments, SalonSettlement *settlement, guint *at);

G_END_DECLS
