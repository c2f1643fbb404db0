#pragma once
/* A bill while it is made: what quoting and completing share, so that what was shown is what is written. */
#include "model/entities/client.h"
#include "model/entities/ticket.h"
#include "model/entities/visit.h"
#include "model/rules/ticket.h"
#include "model/services/sale.h"
#include "model/services/settings.h"

G_BEGIN_DECLS

/**
 * SalonBillTicket: a season ticket that pays for lines
 * @id: as the request names it: less than 0 for one that this sale sells
 * @facts: what is left of it after these lines
 * @worth: what it pays
 * @vat_rate_id: of its kind; 0 = that of the service
 */
typedef struct {
  gint64 id;
  SalonTicket *ticket;
  SalonTicketFacts *facts;
  SalonMoney worth;
  gint64 vat_rate_id;
} SalonBillTicket;

/**
 * SalonBill:
 * @quote: what the form is shown
 * @lines: (element-type SalonSaleLine) (transfer none): those of the quote
 * @payments: (element-type SalonSalePayment): with the amount of the rest
 * @shift_id: of the drawer; 0 = it is closed
 * @client: (nullable): on her present card
 * @payer: (nullable): the same of who pays from the account
 * @visit: (nullable): that is checked out
 * @visit_lines: (nullable) (element-type SalonVisitLine):
 * @vat: the tax of rates that were asked for
 * @minutes: (element-type int): that each line takes once, for season tickets that count them
 * @tickets: (element-type SalonBillTicket): that pay for lines
 * @failure: (nullable): the first of the problems
 */
typedef struct {
  SalonTx *tx;
  const SalonSaleRequest *request;
  SalonSettings *settings;
  const SalonCurrency *currency;
  SalonDay today;
  SalonSaleQuote *quote;
  GPtrArray *lines;
  GArray *payments;
  gint64 shift_id;
  SalonClient *client;
  SalonClient *payer;
  SalonVisit *visit;
  GPtrArray *visit_lines;
  GHashTable *vat;
  GArray *minutes;
  GPtrArray *tickets;
  GError *failure;
} SalonBill;

SalonBill *salon_bill_new (SalonTx *tx, const SalonSaleRequest *request, GError **error);
void salon_bill_free (SalonBill *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBill, salon_bill_free)

void salon_bill_problem (SalonBill *self, const char *field, GError *failure);
void salon_bill_refuse (SalonBill *self, char *field, char *text);
gboolean salon_bill_find_client (SalonBill *self, gint64 id, const char *field, SalonClient **client, GError **error);
gboolean salon_bill_add_lines (SalonBill *self, GError **error);
gboolean salon_bill_discount (SalonBill *self, GError **error);
gboolean salon_bill_tax (SalonBill *self, gint64 vat_rate_id, int *bp, GError **error);
gboolean salon_bill_use_ticket (SalonBill *self, guint index, GError **error);
gboolean salon_bill_use_sold_tickets (SalonBill *self, GError **error);
gboolean salon_bill_offer_tickets (SalonBill *self, GError **error);
void salon_bill_ticket_free (SalonBillTicket *self);
gboolean salon_bill_add_payments (SalonBill *self, GError **error);
gboolean salon_bill_add_visit (SalonBill *self, GError **error);
char *salon_bill_money (SalonBill *self, SalonMoney amount);
char *salon_bill_client_name (const SalonClient *client);

G_END_DECLS
