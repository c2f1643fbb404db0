#pragma once
/* A bill while it is made: what quoting and completing share, so that what was shown is what is written. */
#include "model/entities/client.h"
#include "model/entities/visit.h"
#include "model/services/sale.h"
#include "model/services/settings.h"

G_BEGIN_DECLS

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
  GError *failure;
} SalonBill;

SalonBill *salon_bill_new (SalonTx *tx, const SalonSaleRequest *request, GError **error);
void salon_bill_free (SalonBill *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonBill, salon_bill_free)

void salon_bill_problem (SalonBill *self, const char *field, GError *failure);
void salon_bill_refuse (SalonBill *self, char *field, char *text);
gboolean salon_bill_add_lines (SalonBill *self, GError **error);
gboolean salon_bill_add_payments (SalonBill *self, GError **error);
gboolean salon_bill_add_visit (SalonBill *self, GError **error);
char *salon_bill_money (SalonBill *self, SalonMoney amount);
char *salon_bill_client_name (const SalonClient *client);

G_END_DECLS
