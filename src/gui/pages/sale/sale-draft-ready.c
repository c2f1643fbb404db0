/* Whoever has a certificate or a season ticket shows it when she likes: it is often scanned before there is anything that it
 * could pay for.  It is kept then, and pays as soon as there is. */
#include "config.h"

#include "gui/pages/sale/sale-draft-private.h"

/* ---- paying */

/* Returns: a service that nothing pays for yet and that the season ticket is good for */
static SalonSaleLineRequest *
line_for (SalonSaleDraft *self, const SalonTicketView *ticket)
{
  for (guint i = 0; i < self->request->lines->len; i++) {
    SalonSaleLineRequest *line = salon_sale_request_line (self->request, i);

    if (line->kind == SALON_SALE_LINE_SERVICE && line->ticket_id == 0
        && salon_ticket_rest_of_service (ticket->facts, line->subject_id) > 0)
      return line;
  }
  return NULL;
}

static gboolean
pay_by_ticket (SalonSaleDraft *self, const SalonTicketView *ticket)
{
  SalonSaleLineRequest *line = line_for (self, ticket);

  if (line != NULL)
    line->ticket_id = salon_entity_get_id (ticket->ticket);
  return line != NULL;
}

static gboolean
is_something_to_pay (SalonSaleDraft *self)
{
  return self->fresh && !salon_sale_draft_is_empty (self) && self->quote->totals.total > self->quote->by_ticket;
}

/**
 * salon_sale_draft_use_ready:
 *
 * Pays with what was kept for it, as far as there is something to pay.  Season tickets come first: certificates pay what is
 * left.
 *
 * Returns: whether that changed something; it is asked anew then
 */
gboolean
salon_sale_draft_use_ready (SalonSaleDraft *self)
{
  gboolean used = FALSE;

  for (guint i = self->ready_tickets->len; i > 0; i--)
    if (pay_by_ticket (self, self->ready_tickets->pdata[i - 1])) {
      g_ptr_array_remove_index (self->ready_tickets, i - 1);
      used = TRUE;
    }
  if (used) {
    salon_sale_draft_renew (self);
    return TRUE;
  }
  if (self->ready_certificates->len > 0 && is_something_to_pay (self)) {
    g_autoptr (SalonCertificateView) first = g_ptr_array_steal_index (self->ready_certificates, 0);

    /* the next one when it is known what this one leaves */
    salon_sale_draft_pay_certificate (self, salon_entity_get_id (first->certificate), first->rest);
    return TRUE;
  }
  return FALSE;
}

/* ---- keeping */

static gboolean
pays_already (SalonSaleDraft *self, gint64 certificate_id)
{
  for (guint i = 0; i < self->pays->len; i++)
    if (salon_sale_draft_pay_at (self, i)->method == SALON_PAY_CERTIFICATE && salon_sale_draft_pay_at (self, i)->subject_id == certificate_id)
      return TRUE;
  for (guint i = 0; i < self->ready_certificates->len; i++)
    if (salon_entity_get_id (((const SalonCertificateView *) self->ready_certificates->pdata[i])->certificate) == certificate_id)
      return TRUE;
  return FALSE;
}

/**
 * salon_sale_draft_keep_certificate:
 * @certificate: (transfer full): with something left
 *
 * It pays, or is kept until there is something to pay.  Scanned twice it is still one.
 */
void
salon_sale_draft_keep_certificate (SalonSaleDraft *self, SalonCertificateView *certificate)
{
  if (pays_already (self, salon_entity_get_id (certificate->certificate))) {
    salon_certificate_view_free (certificate);
    return;
  }
  g_ptr_array_add (self->ready_certificates, certificate);
  if (!salon_sale_draft_use_ready (self))
    g_signal_emit_by_name (self, "changed");
}

static gboolean
is_kept (SalonSaleDraft *self, gint64 ticket_id)
{
  for (guint i = 0; i < self->ready_tickets->len; i++)
    if (salon_entity_get_id (((const SalonTicketView *) self->ready_tickets->pdata[i])->ticket) == ticket_id)
      return TRUE;
  return FALSE;
}

/**
 * salon_sale_draft_keep_ticket:
 * @ticket: (transfer full)
 *
 * It pays for a service, or is kept until there is one that it is good for.  Whose it is buys, if nobody does yet.
 */
void
salon_sale_draft_keep_ticket (SalonSaleDraft *self, SalonTicketView *ticket)
{
  gboolean kept = is_kept (self, salon_entity_get_id (ticket->ticket));

  if (self->request->client_id == 0 && ticket->ticket->client_id != 0)
    salon_sale_draft_set_client (self, ticket->ticket->client_id);
  if (kept) {
    salon_ticket_view_free (ticket);
    return;
  }
  g_ptr_array_add (self->ready_tickets, ticket);
  if (!salon_sale_draft_use_ready (self))
    g_signal_emit_by_name (self, "changed");
}

/**
 * salon_sale_draft_has_line_for:
 *
 * Returns: whether there is a service that the season ticket could pay for
 */
gboolean
salon_sale_draft_has_line_for (SalonSaleDraft *self, const SalonTicketView *ticket)
{
  return line_for (self, ticket) != NULL;
}

/* ---- what is kept */

/**
 * salon_sale_draft_get_ready_tickets:
 *
 * Returns: (transfer none) (element-type SalonTicketView): season tickets that wait for a service
 */
const GPtrArray *
salon_sale_draft_get_ready_tickets (SalonSaleDraft *self)
{
  return self->ready_tickets;
}

/**
 * salon_sale_draft_get_ready_certificates:
 *
 * Returns: (transfer none) (element-type SalonCertificateView): certificates that wait for something to pay
 */
const GPtrArray *
salon_sale_draft_get_ready_certificates (SalonSaleDraft *self)
{
  return self->ready_certificates;
}

/**
 * salon_sale_draft_put_away: what was kept, by its place: first season tickets, then certificates
 */
void
salon_sale_draft_put_away (SalonSaleDraft *self, guint index)
{
  if (index < self->ready_tickets->len)
    g_ptr_array_remove_index (self->ready_tickets, index);
  else
    g_ptr_array_remove_index (self->ready_certificates, index - self->ready_tickets->len);
  g_signal_emit_by_name (self, "changed");
}
