#pragma once
/* Selling: what a sale would come to, completing it, giving lines back, taking a receipt back, and looking at receipts.
 *
 * The form asks for a quote after each change and shows it; completing computes the same again.  A sale is written whole
 * or not at all, together with its entry in the ledger.  Fields of errors and problems: "client_id", "payer_id",
 * "visit_id", "accept_alert", "drawer_id", "code", "whole_discount", "expected_total", "payments", "lines", and of a line or a payment
 * "lines.2.quantity", "payments.0.amount" (counted from 0).
 *
 * Season tickets: a line SALON_SALE_LINE_TICKET sells one of a kind to the client of the sale; a service with a ticket_id
 * is paid by that ticket, which needs no payment in the request: the quote and the receipt have one by
 * SALON_PAY_TICKET for what its units are worth.
 * Gift certificates: a line SALON_SALE_LINE_CERTIFICATE sells one that is worth its unit price; a payment by
 * SALON_PAY_CERTIFICATE pays services, goods and season tickets.
 * Bonus: a payment by SALON_PAY_BONUS pays a share of services and goods.  What is paid with money for services, goods
 * and season tickets earns bonus; top-ups, tips and certificates earn none.
 * A payment of the rest by certificate or bonus pays what it can; another payment of the rest may follow. */
#include "model/entities/receipt.h"
#include "model/rules/sale-totals.h"
#include "model/services/use-case.h"

G_BEGIN_DECLS

/**
 * SalonSaleLineRequest:
 * @kind: what is sold
 * @subject_id: the service, item, kind of season ticket, client of the account (0 = the client of the sale) or employee;
 *   of a certificate nothing
 * @visit_line_id: the service of a visit; its price is the one that was agreed at booking
 * @employee_id: who did it or sold it
 * @quantity: thousandths
 * @unit_price: by hand (needs the right, unless nothing is asked for it as a rule); the amount of a top-up, tip or
 *   certificate; -1 = of today
 * @seen_price: what the form shows as the price of today (SalonQuoteLine.today_price): another one is refused;
 *   -1 = whatever it is
 * @manual_bp: discount by hand, basis points; 0 = none
 * @manual_discount: discount by hand, minor units of the whole line; 0 = none
 * @ticket_id: the season ticket that pays for the service; salon_sale_ticket_of(): the one that another line of this sale
 *   sells; 0 = none
 * @text: (nullable): what the receipt shall say; else the name
 * @number: (nullable): of the season ticket, or the barcode of the certificate, that is sold; %NULL = a new one that
 *   nobody can guess
 */
typedef struct {
  SalonSaleLineKind kind;
  gint64 subject_id;
  gint64 visit_line_id;
  gint64 variant_id;
  gint64 employee_id;
  gint64 quantity;
  SalonMoney unit_price;
  SalonMoney seen_price;
  int manual_bp;
  SalonMoney manual_discount;
  gint64 ticket_id;
  char *text;
  char *number;
} SalonSaleLineRequest;

/**
 * SalonPaymentRequest:
 * @method: season tickets are named by the lines that they pay
 * @subject_id: the certificate; of an account whose it is (0 = the payer of the sale)
 * @amount: what it pays; of cash at most what is left, rounded; -1 = all that is left, by certificate and bonus as much
 *   of it as they can
 * @given: cash that is handed over, the change comes back from it; 0 = just the amount
 */
typedef struct {
  SalonPayMethod method;
  gint64 subject_id;
  SalonMoney amount;
  SalonMoney given;
} SalonPaymentRequest;

/**
 * SalonSaleRequest:
 * @client_id: 0 = somebody unknown
 * @payer_id: from whose account it is paid; 0 = the client's payer, else herself
 * @visit_id: that is checked out; 0 = none
 * @drawer_id: 0 = the first one that is open
 * @lines: (element-type SalonSaleLineRequest)
 * @payments: (element-type SalonPaymentRequest)
 * @code: (nullable): promo code
 * @whole_discount: by hand on the whole; spread over the lines
 * @expected_total: what the form shows after discount: another one is refused; -1 = whatever it is
 * @note: (nullable)
 * @accept_alert: whoever checks the visit out has read what must not be forgotten of the client
 */
typedef struct {
  gint64 client_id;
  gint64 payer_id;
  gint64 visit_id;
  gint64 drawer_id;
  GPtrArray *lines;
  GArray *payments;
  char *code;
  SalonMoney whole_discount;
  SalonMoney expected_total;
  char *note;
  gboolean accept_alert;
} SalonSaleRequest;

SalonSaleRequest *salon_sale_request_new (gint64 client_id);
SalonSaleRequest *salon_sale_request_copy (const SalonSaleRequest *self);
void salon_sale_request_free (SalonSaleRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSaleRequest, salon_sale_request_free)
SalonSaleLineRequest *salon_sale_request_add (SalonSaleRequest *self, SalonSaleLineKind kind, gint64 subject_id);
SalonSaleLineRequest *salon_sale_request_line (const SalonSaleRequest *self, guint index);
gint64 salon_sale_ticket_of (guint index);
void salon_sale_request_remove (SalonSaleRequest *self, guint index);
SalonPaymentRequest *salon_sale_request_pay (SalonSaleRequest *self, SalonPayMethod method, SalonMoney amount);

/* ---- what it would come to */

/**
 * SalonQuoteLine:
 * @line: as it would be written
 * @today_price: of one, before any discount and before a price by hand
 * @is_found: it is a season ticket that can be sold to this client
 * @category_id: of the service or the goods; 0 = none
 * @no_discount: it is never cheaper, also of what is not there
 * @why: (nullable): why this price, one line; %NULL for what has no price of its own
 */
typedef struct {
  SalonSaleLine *line;
  SalonMoney today_price;
  gboolean is_found;
  gint64 category_id;
  gboolean no_discount;
  char *why;
} SalonQuoteLine;

/**
 * SalonQuotePayment: how a payment would be written
 * @most: as much as it could pay of this bill; -1 = there is no limit but the bill
 * @text: (nullable): what it pays with: "Certificate 12: 30.00 € left", "Five manicures: 3 visits left"
 */
typedef struct {
  SalonPayMethod method;
  gint64 subject_id;
  SalonMoney amount;
  SalonMoney most;
  char *text;
} SalonQuotePayment;

/* What speaks against completing it. */
typedef struct {
  char *field;
  char *text; /* whole sentence */
} SalonSaleProblem;

/**
 * SalonTicketOffer: a season ticket of the client that could pay for a line that none pays for yet, the one to use first
 * at the head
 * @line: index
 * @ticket_id: as in SalonSaleLineRequest
 * @text: "Five manicures: 3 visits left until 24 Dec"
 * @units: that it would take, thousandths
 */
typedef struct {
  guint line;
  gint64 ticket_id;
  char *text;
  gint64 units;
} SalonTicketOffer;

/**
 * SalonSaleQuote:
 * @lines: (element-type SalonQuoteLine): in the order of the request
 * @rates: (element-type SalonTaxRate): tax by rate, highest first
 * @payments: (element-type SalonQuotePayment): those of the request in their order, then those by season tickets
 * @by_ticket: what season tickets pay of the total: the client pays the rest of it
 * @settlement: of the payments as they are; what is left is as if it were paid without cash
 * @left_in_cash: what is left if it is paid in cash, rounded
 * @drawer_id: where cash would go; 0 = no drawer is open
 * @client_name: (nullable)
 * @client_alert: (nullable): what must not be forgotten of her
 * @payer_id: from whose account it would be paid; 0 = nobody's
 * @payer_name: (nullable)
 * @account: what the payer has; negative = owes
 * @credit_limit: so far it may be overdrawn
 * @bonus: what the client has and can use today
 * @bonus_limit: so much of this bill she may pay by bonus
 * @bonus_earned: that the sale would bring her
 * @offers: (element-type SalonTicketOffer)
 * @problems: (element-type SalonSaleProblem): that something is left to pay is no problem here
 */
typedef struct {
  GPtrArray *lines;
  GArray *rates;
  SalonSaleTotals totals;
  GPtrArray *payments;
  SalonMoney by_ticket;
  SalonSettlement settlement;
  SalonMoney left_in_cash;
  gint64 drawer_id;
  char *client_name;
  char *client_alert;
  gint64 payer_id;
  char *payer_name;
  SalonMoney account;
  SalonMoney credit_limit;
  SalonMoney bonus;
  SalonMoney bonus_limit;
  SalonMoney bonus_earned;
  GPtrArray *offers;
  GPtrArray *problems;
} SalonSaleQuote;

void salon_sale_quote_free (SalonSaleQuote *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonSaleQuote, salon_sale_quote_free)
const SalonQuoteLine *salon_sale_quote_line (const SalonSaleQuote *self, guint index);

SalonSaleQuote *salon_sale_quote (SalonTx *tx, const SalonSaleRequest *request, GError **error);
SalonSaleRequest *salon_sale_checkout (SalonTx *tx, const SalonIdRequest *request, GError **error);
gboolean salon_sale_complete (SalonTx *tx, const SalonSaleRequest *request, gint64 *sale_id, GError **error);

extern const SalonQuery salon_query_sale_quote;      /* SalonSaleRequest → SalonSaleQuote */
extern const SalonQuery salon_query_checkout;        /* SalonIdRequest, the visit → SalonSaleRequest with its lines */
extern const SalonCommand salon_command_sale_complete; /* SalonSaleRequest; answers the id of the sale */

/* ---- giving back and taking back */

/* @quantity: thousandths, positive; 0 = all that is left of the line */
typedef struct {
  gint64 line_id;
  gint64 quantity;
} SalonRefundLine;

/**
 * SalonRefundRequest:
 * @lines: (element-type SalonRefundLine)
 * @payments: (element-type SalonPaymentRequest): how it is given back, positive amounts; empty = as it was paid: bonus
 *   and certificates first, then the last payment first.  What a season ticket paid for goes back to it by itself.  A
 *   season ticket or certificate that was sold comes back with what is left of it
 * @drawer_id: 0 = that of the sale if it is open, else the first one that is
 * @note: why
 */
typedef struct {
  gint64 sale_id;
  GArray *lines;
  GArray *payments;
  gint64 drawer_id;
  char *note;
} SalonRefundRequest;

SalonRefundRequest *salon_refund_request_new (gint64 sale_id, const char *note);
void salon_refund_request_add (SalonRefundRequest *self, gint64 line_id, gint64 quantity);
void salon_refund_request_free (SalonRefundRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonRefundRequest, salon_refund_request_free)

/* @drawer_id, @note: as of a refund */
typedef struct {
  gint64 sale_id;
  gint64 drawer_id;
  char *note;
} SalonVoidRequest;

SalonVoidRequest *salon_void_request_new (gint64 sale_id, const char *note);
void salon_void_request_free (SalonVoidRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonVoidRequest, salon_void_request_free)

gboolean salon_sale_refund (SalonTx *tx, const SalonRefundRequest *request, gint64 *sale_id, GError **error);
gboolean salon_sale_void (SalonTx *tx, const SalonVoidRequest *request, gint64 *sale_id, GError **error);
gboolean salon_sale_undo (SalonTx *tx, gint64 sale_id, GError **error);

GPtrArray *salon_return_reasons (SalonTx *tx, const SalonIdRequest *request, GError **error);

/* SalonIdRequest, the SalonSaleKind → GPtrArray of char *: why it was done before */
extern const SalonQuery salon_query_return_reasons;
extern const SalonCommand salon_command_sale_refund; /* SalonRefundRequest; answers the id of the refund */
extern const SalonCommand salon_command_sale_void;   /* SalonVoidRequest; answers the id of the void */

/* ---- receipts */

void salon_receipt_free (SalonReceipt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonReceipt, salon_receipt_free)

SalonReceipt *salon_receipt_load (SalonTx *tx, const SalonIdRequest *request, GError **error);
GPtrArray *salon_receipts_list (SalonTx *tx, const SalonReceiptsRequest *request, GError **error);

extern const SalonQuery salon_query_receipt;  /* SalonIdRequest, the sale → SalonReceipt */
extern const SalonQuery salon_query_receipts; /* SalonReceiptsRequest → GPtrArray of SalonReceiptRow, newest first */

G_END_DECLS
