/* Receipts: values that are made, written once and read. */
#include "config.h"

#include "model/entities/sale.h"

/**
 * salon_sale_new:
 *
 * Returns: (transfer full): a receipt without lines and payments
 */
SalonSale *
salon_sale_new (SalonSaleKind kind)
{
  SalonSale *self = g_new0 (SalonSale, 1);

  self->kind = kind;
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_sale_line_free);
  self->payments = g_array_new (FALSE, TRUE, sizeof (SalonSalePayment));
  return self;
}

/**
 * salon_sale_free: frees a receipt
 */
void
salon_sale_free (SalonSale *self)
{
  g_ptr_array_unref (self->lines);
  g_array_unref (self->payments);
  g_free (self->note);
  g_free (self->fiscal_number);
  g_free (self);
}

/**
 * salon_sale_line_new:
 *
 * Returns: (transfer full): a line of one of @subject_id that costs nothing yet
 */
SalonSaleLine *
salon_sale_line_new (SalonSaleLineKind kind, gint64 subject_id)
{
  SalonSaleLine *self = g_new0 (SalonSaleLine, 1);

  self->kind = kind;
  self->subject_id = subject_id;
  self->quantity = SALON_QUANTITY_ONE;
  return self;
}

/**
 * salon_sale_line_copy:
 *
 * Returns: (transfer full): an independent copy
 */
SalonSaleLine *
salon_sale_line_copy (const SalonSaleLine *self)
{
  SalonSaleLine *copy = g_memdup2 (self, sizeof *self);

  copy->text = g_strdup (self->text);
  copy->discount_text = g_strdup (self->discount_text);
  return copy;
}

/**
 * salon_sale_line_free: frees a line
 */
void
salon_sale_line_free (SalonSaleLine *self)
{
  g_free (self->text);
  g_free (self->discount_text);
  g_free (self);
}

/**
 * salon_sale_line:
 *
 * Returns: (transfer none): the line at @index
 */
SalonSaleLine *
salon_sale_line (const SalonSale *self, guint index)
{
  g_return_val_if_fail (index < self->lines->len, NULL);
  return self->lines->pdata[index];
}

/**
 * salon_sale_payment:
 *
 * Returns: (transfer none): the payment at @index
 */
SalonSalePayment *
salon_sale_payment (const SalonSale *self, guint index)
{
  g_return_val_if_fail (index < self->payments->len, NULL);
  return &g_array_index (self->payments, SalonSalePayment, index);
}

/**
 * salon_receipt_row_free: frees a row of a list
 */
void
salon_receipt_row_free (SalonReceiptRow *self)
{
  g_free (self->client);
  g_free (self->lines);
  g_free (self->note);
  g_free (self);
}
