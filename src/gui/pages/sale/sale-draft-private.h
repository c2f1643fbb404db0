#pragma once
/* What a draft of a sale and its payments share. */
#include "gui/pages/sale/sale-draft.h"

G_BEGIN_DECLS

struct _SalonSaleDraft {
  GObject parent_instance;

  SalonSession *session;
  SalonSaleRequest *request;
  SalonSaleQuote *quote; /* NULL until there is an answer */
  GArray *pays;          /* SalonSalePay */
  GPtrArray *ready_tickets;      /* SalonTicketView, until there is a service for them */
  GPtrArray *ready_certificates; /* SalonCertificateView, until there is something to pay */
  GCancellable *cancellable;
  char *uuid;
  gboolean fresh; /* the quote is that of the request */
  gboolean wants_completing; /* as soon as the answer is there */
  gboolean completing;
};

void salon_sale_draft_renew (SalonSaleDraft *self);

SalonSalePay *salon_sale_draft_pay_at (SalonSaleDraft *self, guint index);
gboolean salon_sale_draft_is_handed_over (SalonSaleDraft *self, guint index);
SalonSaleRequest *salon_sale_draft_make_request (SalonSaleDraft *self);
gboolean salon_sale_draft_follow_limits (SalonSaleDraft *self);
gboolean salon_sale_draft_use_ready (SalonSaleDraft *self);

G_END_DECLS
