/* Looking at receipts: one with all that a slip says, and lists of them. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/entities/cash-drawer.h"
#include "model/entities/client.h"
#include "model/entities/employee.h"
#include "model/entities/user.h"
#include "model/rules/permission.h"
#include "model/services/bonus.h"
#include "model/services/booking-facts.h"
#include "model/services/certificates.h"
#include "model/services/sale-bill.h"
#include "model/services/sale-return.h"
#include "model/services/sale.h"
#include "model/services/salon-logo.h"
#include "model/services/slips.h"
#include "model/services/tickets.h"
#include "model/store/repo.h"
#include "model/store/sale-store.h"
#include "model/store/tx.h"

#define MOST_REASONS 4

/**
 * salon_receipt_free: frees a receipt
 */
void
salon_receipt_free (SalonReceipt *self)
{
  g_clear_pointer (&self->sale, salon_sale_free);
  g_clear_pointer (&self->rates, g_array_unref);
  g_clear_pointer (&self->employees, g_ptr_array_unref);
  g_clear_pointer (&self->payment_texts, g_ptr_array_unref);
  g_free (self->salon);
  g_free (self->salon_phone);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->drawer);
  g_free (self->client);
  g_free (self->seller);
  g_free (self);
}

static gboolean
load_salon (SalonTx *tx, SalonReceipt *self, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);

  if (settings == NULL)
    return FALSE;
  self->salon = g_strdup (settings->name);
  self->salon_phone = *settings->phone != '\0' ? g_strdup (settings->phone) : NULL;
  self->currency = salon_settings_currency (settings);
  return salon_logo_load (tx, settings, &self->logo, error);
}

static gboolean
load_drawer (SalonTx *tx, SalonReceipt *self, GError **error)
{
  g_autoptr (SalonCashDrawer) drawer = NULL;

  if (!salon_sale_store_drawer_of (tx, self->sale->shift_id, &self->drawer_id, error))
    return FALSE;
  drawer = salon_repo_get (tx, salon_cash_drawer_get_type (), self->drawer_id, error);
  if (drawer == NULL)
    return FALSE;
  self->drawer = g_strdup (drawer->name);
  return TRUE;
}

static gboolean
load_people (SalonTx *tx, SalonReceipt *self, GError **error)
{
  g_autoptr (SalonClient) client = NULL;
  g_autoptr (SalonUser) user = NULL;

  if (self->sale->client_id != 0) {
    client = salon_repo_get (tx, salon_client_get_type (), self->sale->client_id, error);
    if (client == NULL)
      return FALSE;
    self->client = salon_bill_client_name (client);
  }
  user = self->sale->user_id != 0 ? salon_repo_find_one (tx, salon_user_get_type (), "id", self->sale->user_id, NULL) : NULL;
  self->seller = user != NULL ? g_strdup (user->name) : NULL;
  return TRUE;
}

static gboolean
load_employees (SalonTx *tx, SalonReceipt *self, GError **error)
{
  self->employees = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->sale->lines->len; i++) {
    gint64 id = salon_sale_line (self->sale, i)->employee_id;
    g_autoptr (SalonEmployee) employee = NULL;

    if (id != 0) {
      employee = salon_repo_get (tx, salon_employee_get_type (), id, error);
      if (employee == NULL)
        return FALSE;
    }
    g_ptr_array_add (self->employees, employee != NULL ? salon_booking_facts_employee_name (employee) : g_strdup (""));
  }
  return TRUE;
}

static gboolean
load_numbers (SalonTx *tx, SalonReceipt *self, GError **error)
{
  gint64 number = 0;
  gint64 void_of = 0;

  if (self->sale->of_sale_id != 0 && !salon_sale_store_number (tx, self->sale->of_sale_id, &self->of_number, &void_of, error))
    return FALSE;
  return salon_sale_store_number (tx, self->sale->id, &number, &self->void_number, error);
}

/* With what a payment was paid: a certificate or season ticket has a number. */
static char *
payment_text (SalonTx *tx, const SalonSalePayment *payment, GError **error)
{
  g_autoptr (SalonCertificate) certificate = NULL;
  g_autoptr (SalonTicket) ticket = NULL;

  if (payment->method == SALON_PAY_CERTIFICATE) {
    certificate = salon_repo_get (tx, salon_certificate_get_type (), payment->subject_id, error);
    return certificate != NULL ? g_strdup_printf (_("%1$s, No. %2$s"), C_ ("receipt", "Gift certificate"), certificate->number) : NULL;
  }
  if (payment->method == SALON_PAY_TICKET) {
    ticket = salon_repo_get (tx, salon_ticket_get_type (), payment->subject_id, error);
    return ticket != NULL ? g_strdup_printf (_("%1$s, No. %2$s"), ticket->name, ticket->number) : NULL;
  }
  return g_strdup ("");
}

static gboolean
load_payments (SalonTx *tx, SalonReceipt *self, GError **error)
{
  self->payment_texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->sale->payments->len; i++) {
    char *text = payment_text (tx, salon_sale_payment (self->sale, i), error);

    if (text == NULL)
      return FALSE;
    g_ptr_array_add (self->payment_texts, text);
  }
  return salon_bonus_of_sale (tx, self->sale->id, &self->bonus_earned, error);
}

static void
count_change (SalonReceipt *self)
{
  for (guint i = 0; i < self->sale->payments->len; i++) {
    const SalonSalePayment *payment = salon_sale_payment (self->sale, i);

    if (payment->given > 0)
      self->change += payment->given - payment->amount;
  }
}

/**
 * salon_receipt_load:
 * @request: the receipt
 *
 * Returns: (transfer full): all that a slip says
 */
SalonReceipt *
salon_receipt_load (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  g_autoptr (SalonReceipt) self = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return NULL;
  self = g_new0 (SalonReceipt, 1);
  self->sale = salon_sale_store_get (tx, request->id, error);
  if (self->sale == NULL || !load_salon (tx, self, error) || !load_drawer (tx, self, error) || !load_people (tx, self, error)
      || !load_employees (tx, self, error) || !load_payments (tx, self, error) || !load_numbers (tx, self, error)
      || !salon_slip_was_printed (tx, request->id, &self->printed, error))
    return NULL;
  self->rates = salon_sale_lines_rates (self->sale->lines);
  count_change (self);
  return g_steal_pointer (&self);
}

/**
 * salon_receipts_list:
 *
 * Returns: (transfer full) (element-type SalonReceiptRow): receipts of days, of a client, of a visit or of a shift, newest
 *   first
 */
GPtrArray *
salon_receipts_list (SalonTx *tx, const SalonReceiptsRequest *request, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return NULL;
  return salon_sale_store_list (tx, request, error);
}

/**
 * salon_return_reasons:
 * @request: %SALON_SALE_REFUND or %SALON_SALE_VOID
 *
 * Returns: (transfer full) (element-type utf8): why it was done before, what was said most often first; what was undone at
 *   once is none
 */
GPtrArray *
salon_return_reasons (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  g_autoptr (GPtrArray) reasons = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_REFUND, error))
    return NULL;
  reasons = salon_sale_store_reasons (tx, (SalonSaleKind) request->id, MOST_REASONS + 1, error);
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    if (g_str_equal (reasons->pdata[i], salon_undone_note ()))
      g_ptr_array_remove_index (reasons, i--);
  if (reasons != NULL && reasons->len > MOST_REASONS)
    g_ptr_array_set_size (reasons, MOST_REASONS);
  return g_steal_pointer (&reasons);
}

SALON_DEFINE_QUERY (salon_query_return_reasons, "sale.return-reasons", salon_return_reasons, SalonIdRequest, g_free, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_receipt, "sale.receipt", salon_receipt_load, SalonIdRequest, g_free, salon_receipt_free)
SALON_DEFINE_QUERY (salon_query_receipts, "sale.receipts", salon_receipts_list, SalonReceiptsRequest, g_free, g_ptr_array_unref)
