#pragma once
/* The sale that is being put together: what was asked for, and what the salon answers to it. */
#include "model/services/certificates.h"
#include "model/services/sale.h"
#include "model/services/session.h"
#include "model/services/tickets.h"
#include <glib-object.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALE_DRAFT (salon_sale_draft_get_type ())
G_DECLARE_FINAL_TYPE (SalonSaleDraft, salon_sale_draft, SALON, SALE_DRAFT, GObject)

/**
 * SalonSalePay: one way in which it is paid
 * @subject_id: the certificate; else 0
 * @amount: what was typed or proposed; -1 = the rest
 * @proposed: nobody typed the amount: it follows what this way can pay
 */
typedef struct {
  SalonPayMethod method;
  gint64 subject_id;
  SalonMoney amount;
  gboolean proposed;
} SalonSalePay;

SalonSaleDraft *salon_sale_draft_new (SalonSession *session);

gboolean salon_sale_draft_is_empty (SalonSaleDraft *self);
gboolean salon_sale_draft_is_fresh (SalonSaleDraft *self);
const SalonSaleRequest *salon_sale_draft_get_request (SalonSaleDraft *self);
const SalonSaleQuote *salon_sale_draft_get_quote (SalonSaleDraft *self);
const char *salon_sale_draft_find_problem (SalonSaleDraft *self, const char *field);

void salon_sale_draft_add (SalonSaleDraft *self, SalonSaleLineKind kind, gint64 subject_id);
SalonSaleLineRequest *salon_sale_draft_get_line (SalonSaleDraft *self, guint index);
void salon_sale_draft_remove (SalonSaleDraft *self, guint index);
void salon_sale_draft_changed (SalonSaleDraft *self);
void salon_sale_draft_set_client (SalonSaleDraft *self, gint64 client_id);
void salon_sale_draft_set_discount (SalonSaleDraft *self, SalonMoney discount);
void salon_sale_draft_set_code (SalonSaleDraft *self, const char *code);
void salon_sale_draft_accept_alert (SalonSaleDraft *self);
const SalonTicketOffer *salon_sale_draft_find_offer (SalonSaleDraft *self, guint line, guint nth);
gboolean salon_sale_draft_use_tickets (SalonSaleDraft *self);
void salon_sale_draft_take (SalonSaleDraft *self, SalonSaleRequest *request);
void salon_sale_draft_clear (SalonSaleDraft *self);

guint salon_sale_draft_n_pays (SalonSaleDraft *self);
const SalonSalePay *salon_sale_draft_get_pay (SalonSaleDraft *self, guint index);
SalonMoney salon_sale_draft_get_due (SalonSaleDraft *self, guint index);
int salon_sale_draft_pay (SalonSaleDraft *self, SalonPayMethod method);
int salon_sale_draft_pay_certificate (SalonSaleDraft *self, gint64 certificate_id, SalonMoney rest);
const SalonQuotePayment *salon_sale_draft_quoted_pay (SalonSaleDraft *self, guint index);
void salon_sale_draft_set_pay (SalonSaleDraft *self, guint index, SalonMoney amount);
void salon_sale_draft_unpay (SalonSaleDraft *self, guint index);
void salon_sale_draft_complete (SalonSaleDraft *self);

void salon_sale_draft_keep_ticket (SalonSaleDraft *self, SalonTicketView *ticket);
void salon_sale_draft_keep_certificate (SalonSaleDraft *self, SalonCertificateView *certificate);
gboolean salon_sale_draft_has_line_for (SalonSaleDraft *self, const SalonTicketView *ticket);
const GPtrArray *salon_sale_draft_get_ready_tickets (SalonSaleDraft *self);
const GPtrArray *salon_sale_draft_get_ready_certificates (SalonSaleDraft *self);
void salon_sale_draft_put_away (SalonSaleDraft *self, guint index);

G_END_DECLS
