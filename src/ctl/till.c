/* What the commands that sell share: amounts and payments as they are typed, receipts as they are answered. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"
#include "ctl/till.h"
#include "model/services/certificates.h"
#include "model/services/settings.h"

#define CERTIFICATE "certificate:"

static const char *const method_words[] = { "", "cash", "card", "transfer", "account", "bonus", "ticket", "certificate" };
static const char *const line_words[] = { "", "service", "item", "ticket", "certificate", "top-up", "tip" };

/**
 * salon_till_open:
 *
 * The salon is open: its currency is known from here on.
 */
void
salon_till_open (SalonTill *till, SalonCtl *ctl)
{
  g_autoptr (SalonSettings) settings = salon_session_query_sync (ctl->session, &salon_query_settings, NULL, NULL);

  till->ctl = ctl;
  till->error = NULL;
  till->currency = settings != NULL ? salon_settings_currency (settings) : salon_currency_by_code ("EUR");
}

/**
 * salon_till_fail:
 *
 * Returns: the exit status for the error of @till, which is said and forgotten
 */
int
salon_till_fail (SalonTill *till)
{
  int status = salon_ctl_fail (till->error);

  g_clear_error (&till->error);
  return status;
}

/**
 * salon_till_set_money:
 *
 * Sets a field of an answer to an amount.
 */
void
salon_till_set_money (SalonTill *till, SalonRecord *row, const char *key, SalonMoney amount)
{
  g_autofree char *text = salon_money_format_plain (amount, till->currency);

  salon_record_set_text (row, key, text);
}

/**
 * salon_till_rows:
 *
 * Returns: (transfer full) (element-type SalonRecord): an answer without rows
 */
GPtrArray *
salon_till_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) salon_record_free);
}

/**
 * salon_till_split:
 * @value: (out) (transfer full) (nullable): what stands behind the last "="; %NULL without one
 *
 * Returns: (transfer full): what stands before it
 */
char *
salon_till_split (const char *text, char **value)
{
  const char *sign = strrchr (text, '=');

  *value = sign != NULL ? g_strdup (sign + 1) : NULL;
  return sign != NULL ? g_strndup (text, (gsize) (sign - text)) : g_strdup (text);
}

/**
 * salon_till_quantity:
 * @text: (nullable): a number of pieces; %NULL leaves @quantity
 * @quantity: (inout): thousandths
 */
gboolean
salon_till_quantity (SalonTill *till, const char *text, gint64 *quantity)
{
  guint64 number = 0;

  if (text == NULL)
    return TRUE;
  if (!g_ascii_string_to_unsigned (text, 10, 1, 100000, &number, NULL)) {
    salon_set_field_error (&till->error, "quantity", _("“%s” is no number of pieces."), text);
    return FALSE;
  }
  *quantity = (gint64) number * SALON_QUANTITY_ONE;
  return TRUE;
}

/**
 * salon_till_money:
 * @text: (nullable): an amount as it was typed; it must be there
 */
gboolean
salon_till_money (SalonTill *till, const char *text, SalonMoney *amount)
{
  if (text != NULL && *text != '\0')
    return salon_money_parse (text, till->currency, amount, &till->error);
  salon_set_field_error (&till->error, "amount", _("Say how much."));
  return FALSE;
}

static gboolean
find_certificate (SalonTill *till, const char *code, gint64 *id)
{
  g_autoptr (SalonCertificatesRequest) request = salon_certificates_request_new (code);
  g_autoptr (GPtrArray) found =
      salon_session_query_sync (till->ctl->session, &salon_query_certificates, request, &till->error);

  if (found == NULL)
    return FALSE;
  if (found->len == 0) {
    salon_set_field_error (&till->error, "payments", _("There is no certificate with the number “%s”."), code);
    return FALSE;
  }
  *id = salon_entity_get_id (((const SalonCertificateView *) found->pdata[0])->certificate);
  return TRUE;
}

/* "cash", "card=10", "certificate:17=10": all that is left, or an amount. */
static gboolean
parse_payment (SalonTill *till, const char *text, SalonPaymentRequest *payment)
{
  g_autofree char *amount = NULL;
  g_autofree char *word = salon_till_split (text, &amount);

  *payment = (SalonPaymentRequest){ .amount = SALON_PAY_REST };
  if (g_str_has_prefix (word, CERTIFICATE)) {
    payment->method = SALON_PAY_CERTIFICATE;
    return find_certificate (till, word + strlen (CERTIFICATE), &payment->subject_id)
           && (amount == NULL || salon_till_money (till, amount, &payment->amount));
  }
  for (guint i = 1; i < G_N_ELEMENTS (method_words); i++)
    if (g_str_equal (word, method_words[i]))
      payment->method = (SalonPayMethod) i;
  if (payment->method == 0) {
    salon_set_field_error (&till->error, "payments", _("“%s” is no way to pay."), word);
    return FALSE;
  }
  return amount == NULL || salon_till_money (till, amount, &payment->amount);
}

/**
 * salon_till_payments:
 * @texts: (nullable): "cash", "card=10", "certificate:17", "bonus=2.50"
 * @payments: (element-type SalonPaymentRequest): get them
 */
gboolean
salon_till_payments (SalonTill *till, char **texts, GArray *payments)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++) {
    SalonPaymentRequest payment;

    if (!parse_payment (till, texts[i], &payment))
      return FALSE;
    g_array_append_val (payments, payment);
  }
  return TRUE;
}

/**
 * salon_till_add_line:
 * @why: (nullable): why it costs what it costs
 *
 * Adds a line of a receipt to an answer.
 */
void
salon_till_add_line (SalonTill *till, GPtrArray *rows, const SalonSaleLine *line, const char *why)
{
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, "id", line->id);
  salon_record_set_text (row, "kind", line_words[line->kind]);
  salon_record_set_text (row, "text", line->text);
  salon_record_set_int (row, "quantity", line->quantity);
  salon_till_set_money (till, row, "price", line->unit_price);
  salon_till_set_money (till, row, "discount", line->discount);
  salon_record_set_text (row, "why", why != NULL ? why : "");
  salon_till_set_money (till, row, "amount", line->amount);
  salon_record_set_int (row, "vat_bp", line->vat_bp);
  salon_till_set_money (till, row, "vat", line->vat);
  g_ptr_array_add (rows, row);
}

static int
answer_receipt (SalonTill *till, gint64 id)
{
  SalonIdRequest request = { id };
  g_autoptr (SalonReceipt) receipt = salon_session_query_sync (till->ctl->session, &salon_query_receipt, &request, &till->error);
  g_autoptr (GPtrArray) rows = salon_till_rows ();
  SalonRecord *row = NULL;

  if (receipt == NULL)
    return salon_till_fail (till);
  row = salon_record_new ();
  salon_record_set_int (row, "id", id);
  salon_record_set_int (row, "number", receipt->sale->number);
  salon_till_set_money (till, row, "total", receipt->sale->total);
  salon_till_set_money (till, row, "discount", receipt->sale->discount);
  salon_till_set_money (till, row, "vat", receipt->sale->vat);
  salon_till_set_money (till, row, "rounding", receipt->sale->rounding);
  salon_till_set_money (till, row, "change", receipt->change);
  g_ptr_array_add (rows, row);
  salon_ctl_print (till->ctl, rows);
  return SALON_CTL_DONE;
}

/**
 * salon_till_run:
 * @uuid: (nullable): by which a form that is sent twice is known
 *
 * Returns: the exit status of a command that makes a receipt, which is answered
 */
int
salon_till_run (SalonTill *till, const SalonCommand *command, gconstpointer request, const char *uuid)
{
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (till->ctl->session, command, request, uuid, &done, &till->error))
    return salon_till_fail (till);
  return answer_receipt (till, done.id);
}

/**
 * salon_till_check_uuid:
 *
 * Returns: %FALSE with the exit status when it is no mark by which a form that is sent twice is known
 */
gboolean
salon_till_check_uuid (const char *uuid, int *status)
{
  if (uuid == NULL || (strlen (uuid) >= 8 && strlen (uuid) <= 64))
    return TRUE;
  *status = salon_ctl_usage ("%s", _("A mark of a form has 8 to 64 letters: --uuid MARK."));
  return FALSE;
}

/**
 * salon_till_id:
 * @text: (nullable): %NULL is 0
 *
 * Returns: %FALSE when it is no id
 */
gboolean
salon_till_id (const char *text, gint64 *id)
{
  *id = 0;
  return text == NULL || salon_ctl_id (text, id);
}
