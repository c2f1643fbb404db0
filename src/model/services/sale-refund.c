/* Giving lines of a receipt back, or parts of them, never more than was paid. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/sale-totals.h"
#include "model/services/sale-post.h"
#include "model/services/sale-return.h"
#include "model/services/tickets.h"
#include "model/store/ledger-store.h"

static SalonSaleLine *
line_of (SalonReturn *self, gint64 line_id)
{
  for (guint i = 0; i < self->sale->lines->len; i++)
    if (salon_sale_line (self->sale, i)->id == line_id)
      return salon_sale_line (self->sale, i);
  return NULL;
}

static gboolean
refuse_line (guint index, const char *field, GError **error, const char *text)
{
  g_autofree char *name = g_strdup_printf ("lines.%u.%s", index, field);

  salon_set_field_error (error, name, "%s", text);
  return FALSE;
}

/* What is left of a ticket or certificate that was sold is what comes back for it; nothing for what cost nothing. */
static gboolean
set_rest (guint index, const SalonSaleLine *line, SalonSaleLine *back, gboolean is_left, SalonMoney rest, GError **error)
{
  if (back->quantity != -line->quantity)
    return refuse_line (index, "quantity", error, _("This is given back as a whole."));
  if (!is_left)
    return refuse_line (index, "line_id", error, _("Nothing is left of it, so it cannot be given back."));
  back->list_amount = back->amount = -rest;
  back->discount = 0;
  back->discount_source = SALON_DISCOUNT_NONE;
  back->discount_rule_id = 0;
  g_clear_pointer (&back->discount_text, g_free);
  return TRUE;
}

static gboolean
check_sold_ticket (SalonReturn *self, guint index, const SalonSaleLine *line, SalonSaleLine *back, GError **error)
{
  SalonMoney rest = 0;
  gint64 units = 0;

  if (!salon_ticket_refund_load (self->tx, line->subject_id, &units, &rest, error))
    return FALSE;
  salon_return_to_ticket (self, line->subject_id, &units, &rest);
  return set_rest (index, line, back, units > 0, rest, error);
}

static gboolean
check_part (SalonReturn *self, guint index, const SalonSaleLine *line, SalonSaleLine *back, GError **error)
{
  g_autoptr (GError) failure = NULL;
  SalonMoney balance = 0;

  if (line->kind == SALON_SALE_LINE_TICKET)
    return TRUE; /* when all that goes back to it is known */
  if (line->kind == SALON_SALE_LINE_CERTIFICATE)
    return salon_ledger_store_balance (self->tx, SALON_ACCOUNT_CERTIFICATE, line->subject_id, &balance, error)
           && set_rest (index, line, back, balance < 0, -balance, error);
  if (line->ticket_id == 0 || salon_ticket_check_return (self->tx, line->ticket_id, &failure))
    return TRUE;
  if (failure->domain == SALON_ERROR && failure->code == SALON_ERROR_CONFLICT)
    return refuse_line (index, "line_id", error, failure->message);
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
add_part (SalonReturn *self, guint index, const SalonRefundLine *wanted, GError **error)
{
  SalonSaleLine *line = line_of (self, wanted->line_id);
  gint64 left = line != NULL ? line->quantity - line->returned_quantity : 0;
  gint64 quantity = wanted->quantity != 0 ? wanted->quantity : left;
  SalonSaleLine *back = NULL;

  if (line == NULL)
    return refuse_line (index, "line_id", error, _("This line is on another receipt."));
  if (left <= 0)
    return refuse_line (index, "line_id", error, _("This was given back already."));
  if (quantity <= 0)
    return refuse_line (index, "quantity", error, _("The quantity must be more than nothing."));
  if (quantity > left)
    return refuse_line (index, "quantity", error, _("This is more than was paid for."));
  back = salon_sale_line_part (line, quantity);
  g_ptr_array_add (self->receipt->lines, back);
  line->returned_quantity += quantity; /* the same line may be named twice */
  return check_part (self, index, line, back, error);
}

static gboolean
check_sold_tickets (SalonReturn *self, GError **error)
{
  for (guint i = 0; i < self->receipt->lines->len; i++) {
    SalonSaleLine *back = salon_sale_line (self->receipt, i);

    if (back->kind == SALON_SALE_LINE_TICKET && !check_sold_ticket (self, i, line_of (self, back->of_line_id), back, error))
      return FALSE;
  }
  return TRUE;
}

/**
 * salon_sale_refund:
 * @sale_id: (out): the receipt of the refund
 * @error: of the fields "lines.0.quantity", "payments.0.amount", "note", "drawer_id" …
 *
 * Gives lines back, or parts of them, never more than was paid.  The visit stays checked out.
 */
gboolean
salon_sale_refund (SalonTx *tx, const SalonRefundRequest *request, gint64 *sale_id, GError **error)
{
  g_autoptr (SalonReturn) self = salon_return_new (tx, request->sale_id, SALON_SALE_REFUND, request->note, error);

  if (self == NULL || !salon_return_find_drawer (self, request->drawer_id, error))
    return FALSE;
  if (request->lines->len == 0) {
    salon_set_field_error (error, "lines", _("Say what is given back."));
    return FALSE;
  }
  for (guint i = 0; i < request->lines->len; i++)
    if (!add_part (self, i, &g_array_index (request->lines, SalonRefundLine, i), error))
      return FALSE;
  if (!check_sold_tickets (self, error) || !salon_return_pay (self, request->payments, error))
    return FALSE;
  if (!salon_return_check (self, error) || !salon_sale_post (tx, self->receipt, 0, error))
    return FALSE;
  *sale_id = self->receipt->id;
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_sale_refund, "sale.refund", SALON_N ("Given back"), salon_sale_refund, SalonRefundRequest,
                      salon_refund_request_free)
