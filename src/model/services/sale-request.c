/* The requests of selling: values that a window hands over to the writing thread. */
#include "config.h"

#include "model/services/sale.h"

static void
line_free (gpointer data)
{
  SalonSaleLineRequest *self = data;

  g_free (self->text);
  g_free (self->number);
  g_free (self);
}

/**
 * salon_sale_request_new:
 * @client_id: 0 = somebody unknown
 *
 * Returns: (transfer full): a request without lines and payments
 */
SalonSaleRequest *
salon_sale_request_new (gint64 client_id)
{
  SalonSaleRequest *self = g_new0 (SalonSaleRequest, 1);

  self->client_id = client_id;
  self->lines = g_ptr_array_new_with_free_func (line_free);
  self->payments = g_array_new (FALSE, TRUE, sizeof (SalonPaymentRequest));
  self->expected_total = -1;
  return self;
}

/**
 * salon_sale_request_copy:
 *
 * Returns: (transfer full): an independent copy
 */
SalonSaleRequest *
salon_sale_request_copy (const SalonSaleRequest *self)
{
  SalonSaleRequest *copy = g_memdup2 (self, sizeof *self);

  copy->lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < self->lines->len; i++) {
    SalonSaleLineRequest *line = g_memdup2 (self->lines->pdata[i], sizeof *line);

    line->text = g_strdup (line->text);
    line->number = g_strdup (line->number);
    g_ptr_array_add (copy->lines, line);
  }
  copy->payments = g_array_copy (self->payments);
  copy->code = g_strdup (self->code);
  copy->note = g_strdup (self->note);
  return copy;
}

/**
 * salon_sale_request_free: frees a request
 */
void
salon_sale_request_free (SalonSaleRequest *self)
{
  g_ptr_array_unref (self->lines);
  g_array_unref (self->payments);
  g_free (self->code);
  g_free (self->note);
  g_free (self);
}

/**
 * salon_sale_request_add:
 *
 * Returns: (transfer none): a new line of one of @subject_id at the price of today, for the rest of its fields
 */
SalonSaleLineRequest *
salon_sale_request_add (SalonSaleRequest *self, SalonSaleLineKind kind, gint64 subject_id)
{
  SalonSaleLineRequest *line = g_new0 (SalonSaleLineRequest, 1);

  line->kind = kind;
  line->subject_id = subject_id;
  line->quantity = SALON_QUANTITY_ONE;
  line->unit_price = -1;
  line->seen_price = -1;
  g_ptr_array_add (self->lines, line);
  return line;
}

/**
 * salon_sale_request_line:
 *
 * Returns: (transfer none): the line at @index
 */
SalonSaleLineRequest *
salon_sale_request_line (const SalonSaleRequest *self, guint index)
{
  g_return_val_if_fail (index < self->lines->len, NULL);
  return self->lines->pdata[index];
}

/**
 * salon_sale_ticket_of:
 * @index: of the line that sells a season ticket
 *
 * Returns: how another line of the sale names the ticket, which has no id yet: less than 0
 */
gint64
salon_sale_ticket_of (guint index)
{
  return -1 - (gint64) index;
}

/**
 * salon_sale_request_remove: takes the line at @index from the bill; a season ticket that it was to sell pays for nothing
 */
void
salon_sale_request_remove (SalonSaleRequest *self, guint index)
{
  gint64 gone = salon_sale_ticket_of (index);

  g_ptr_array_remove_index (self->lines, index);
  for (guint i = 0; i < self->lines->len; i++) {
    SalonSaleLineRequest *line = self->lines->pdata[i];

    if (line->ticket_id == gone)
      line->ticket_id = 0;
    else if (line->ticket_id < gone)
      line->ticket_id++;
  }
}

/**
 * salon_sale_request_pay:
 * @amount: %SALON_PAY_REST = all that is left
 *
 * Returns: (transfer none): a new payment, for the rest of its fields until the next is added
 */
SalonPaymentRequest *
salon_sale_request_pay (SalonSaleRequest *self, SalonPayMethod method, SalonMoney amount)
{
  SalonPaymentRequest payment = { .method = method, .amount = amount };

  g_array_append_val (self->payments, payment);
  return &g_array_index (self->payments, SalonPaymentRequest, self->payments->len - 1);
}

/**
 * salon_refund_request_new:
 * @note: why
 *
 * Returns: (transfer full): a request without lines, to be paid back as it was paid
 */
SalonRefundRequest *
salon_refund_request_new (gint64 sale_id, const char *note)
{
  SalonRefundRequest *self = g_new0 (SalonRefundRequest, 1);

  self->sale_id = sale_id;
  self->note = g_strdup (note);
  self->lines = g_array_new (FALSE, TRUE, sizeof (SalonRefundLine));
  self->payments = g_array_new (FALSE, TRUE, sizeof (SalonPaymentRequest));
  return self;
}

/**
 * salon_refund_request_add:
 * @quantity: thousandths; 0 = all that is left of the line
 */
void
salon_refund_request_add (SalonRefundRequest *self, gint64 line_id, gint64 quantity)
{
  SalonRefundLine line = { line_id, quantity };

  g_array_append_val (self->lines, line);
}

/**
 * salon_refund_request_free: frees a request
 */
void
salon_refund_request_free (SalonRefundRequest *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->payments);
  g_free (self->note);
  g_free (self);
}

/**
 * salon_void_request_new:
 * @note: (nullable): why
 *
 * Returns: (transfer full): a request
 */
SalonVoidRequest *
salon_void_request_new (gint64 sale_id, const char *note)
{
  SalonVoidRequest *self = g_new0 (SalonVoidRequest, 1);

  self->sale_id = sale_id;
  self->note = g_strdup (note);
  return self;
}

/**
 * salon_void_request_free: frees a request
 */
void
salon_void_request_free (SalonVoidRequest *self)
{
  g_free (self->note);
  g_free (self);
}
