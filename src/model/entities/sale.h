#pragma once
/* A receipt: what was sold, given back or taken back, and how it was paid.  Once written it never changes. */
#include "base/day.h"
#include "base/money.h"
#include "model/entities/enums.h"

G_BEGIN_DECLS

/* One of something, in quantities. */
#define SALON_QUANTITY_ONE 1000

/**
 * SalonSaleLine:
 * @id: 0 until it is written
 * @subject_id: the service, item, season ticket, certificate, client of the account or employee of the tip
 * @text: what the receipt says, in the salon's language
 * @visit_line_id: the service of a visit that it settles, 0 = none
 * @employee_id: who did it or sold it, 0 = nobody
 * @quantity: thousandths; negative on refunds and voids, as all amounts
 * @unit_price: of one, before discount; never negative
 * @discount_rule_id: which rule of its source, 0 = none
 * @discount_text: (nullable): why this price
 * @amount: @list_amount less @discount
 * @vat_bp: rate of the tax that is in the amount, in basis points
 * @vat: that tax
 * @ticket_id: the season ticket that pays for it, 0 = none
 * @ticket_units: of that ticket, thousandths
 * @of_line_id: the line that is given back, 0 = it is sold
 * @returned_quantity: how much of it was given back since, a positive number
 * @returned_amount: the same as money
 */
typedef struct {
  gint64 id;
  SalonSaleLineKind kind;
  gint64 subject_id;
  char *text;
  gint64 visit_line_id;
  gint64 variant_id;
  gint64 employee_id;
  gint64 quantity;
  SalonMoney unit_price;
  SalonMoney list_amount;
  SalonMoney discount;
  SalonDiscountSource discount_source;
  gint64 discount_rule_id;
  char *discount_text;
  SalonMoney amount;
  int vat_bp;
  SalonMoney vat;
  gint64 ticket_id;
  gint64 ticket_units;
  gint64 of_line_id;
  gint64 returned_quantity;
  SalonMoney returned_amount;
} SalonSaleLine;

/**
 * SalonSalePayment:
 * @subject_id: the drawer, the client of the account or of the bonus, the ticket, the certificate; 0 = none
 * @amount: what it pays; negative on refunds and voids
 * @given: cash that was handed over, with the change that was given back; 0 = just the amount
 */
typedef struct {
  SalonPayMethod method;
  gint64 subject_id;
  SalonMoney amount;
  SalonMoney given;
} SalonSalePayment;

/**
 * SalonSale:
 * @id: 0 until it is written
 * @number: of the receipt, without gaps
 * @of_sale_id: what is given back or taken back, 0 for a sale
 * @shift_id: of the drawer (cash_shift)
 * @day: of the salon, on which it was made
 * @at: UTC microseconds
 * @list_total: before any discount
 * @vat: that is in the total
 * @total: after discount, before the rounding of cash
 * @rounding: what the rounding of cash adds
 * @fiscal_number: (nullable): of the cash register
 * @lines: (element-type SalonSaleLine)
 * @payments: (element-type SalonSalePayment)
 */
typedef struct {
  gint64 id;
  gint64 number;
  SalonSaleKind kind;
  gint64 of_sale_id;
  gint64 client_id;
  gint64 visit_id;
  gint64 shift_id;
  gint64 operation_id;
  gint64 user_id;
  SalonDay day;
  gint64 at;
  SalonMoney list_total;
  SalonMoney discount;
  SalonMoney vat;
  SalonMoney total;
  SalonMoney rounding;
  char *note;
  char *fiscal_number;
  GPtrArray *lines;
  GArray *payments;
} SalonSale;

/**
 * SalonReceiptsRequest:
 * @client_id: 0 = of everybody; with the cards that were merged into hers
 * @visit_id: 0 = of any
 * @shift_id: 0 = of any shift of a drawer
 * @first_day: first and last day of the salon, inclusive
 * @last_day: …
 * @limit: newest first, at most so many; 0 = 500
 */
typedef struct {
  gint64 client_id;
  gint64 visit_id;
  gint64 shift_id;
  SalonDay first_day;
  SalonDay last_day;
  guint limit;
} SalonReceiptsRequest;

/* One receipt in a list. */
typedef struct {
  gint64 id;
  gint64 number;
  SalonSaleKind kind;
  gint64 of_number;
  gint64 void_number; /* 0 = it stands */
  gint64 at;          /* UTC microseconds */
  SalonDay day;
  gint64 client_id;
  gint64 visit_id;
  char *client; /* nullable */
  SalonMoney discount;
  SalonMoney total;
  SalonMoney rounding;
  char *lines; /* what the lines say, joined */
  char *note;  /* nullable; of refunds and voids: why */
} SalonReceiptRow;

void salon_receipt_row_free (SalonReceiptRow *self);

SalonSale *salon_sale_new (SalonSaleKind kind);
void salon_sale_free (SalonSale *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSale, salon_sale_free)

SalonSaleLine *salon_sale_line_new (SalonSaleLineKind kind, gint64 subject_id);
SalonSaleLine *salon_sale_line_copy (const SalonSaleLine *self);
void salon_sale_line_free (SalonSaleLine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSaleLine, salon_sale_line_free)

SalonSaleLine *salon_sale_line (const SalonSale *self, guint index);
SalonSalePayment *salon_sale_payment (const SalonSale *self, guint index);

G_END_DECLS
