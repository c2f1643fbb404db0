/* Gift certificates: postings for what is sold, paid and given back; finding and blocking; what expires. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/text.h"
#include "model/rules/ean13.h"
#include "model/rules/permission.h"
#include "model/services/certificates.h"
#include "model/services/ledger.h"
#include "model/services/merge.h"
#include "model/store/ledger-store.h"
#include "model/store/repo.h"
#include "model/store/ticket-store.h"
#include "model/store/tx.h"

#define MOST_TRIES   100
#define MOST_VALUE   G_GINT64_CONSTANT (100000000000)
#define MOST_DAYS    3660
#define NUMBER_CHARS 40
#define REASON_CHARS 400

/* ---- selling */

static char *
free_barcode (SalonTx *tx, GError **error)
{
  for (int i = 0; i < MOST_TRIES; i++) {
    g_autofree char *barcode = salon_ean13_make (SALON_EAN13_CERTIFICATE, salon_ean13_random_body ());
    gint64 other = 0;

    if (!salon_certificate_store_find (tx, barcode, &other, error))
      return NULL;
    if (other == 0)
      return g_steal_pointer (&barcode);
  }
  salon_set_error (error, SALON_ERROR_INTERNAL, "There is no free barcode for a certificate.");
  return NULL;
}

/* The next; those that were sold elsewhere brought numbers of their own. */
static char *
free_number (SalonTx *tx, GError **error)
{
  gint64 number = 0;

  if (!salon_certificate_store_next (tx, &number, error))
    return NULL;
  for (;; number++) {
    g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
    gint64 other = 0;

    if (!salon_certificate_store_find (tx, text, &other, error))
      return NULL;
    if (other == 0)
      return g_steal_pointer (&text);
  }
}

/**
 * salon_certificate_issue:
 * @certificate_id: (out): for the line of the receipt
 *
 * Makes a certificate.  It is worth nothing until salon_certificate_sell().
 */
gboolean
salon_certificate_issue (SalonTx *tx, const SalonCertificateIssue *issue, gint64 *certificate_id, GError **error)
{
  g_autoptr (SalonCertificate) certificate = salon_certificate_new ();

  if (issue->value <= 0 || issue->value > MOST_VALUE) {
    salon_set_field_error (error, "amount", _("Say how much the certificate is worth."));
    return FALSE;
  }
  if (issue->valid_days < 0 || issue->valid_days > MOST_DAYS) {
    salon_set_field_error (error, "valid_days", _("That many days are possible: 0 to 3660."));
    return FALSE;
  }
  certificate->number = free_number (tx, error);
  if (certificate->number == NULL)
    return FALSE;
  certificate->barcode = issue->barcode != NULL ? g_strdup (issue->barcode) : free_barcode (tx, error);
  certificate->client_id = issue->client_id;
  certificate->value = issue->value;
  certificate->sold_day = salon_clock_today (salon_tx_clock (tx));
  certificate->expires_day = issue->valid_days > 0 ? certificate->sold_day + issue->valid_days : 0;
  if (certificate->barcode == NULL || !salon_repo_insert (tx, certificate, error))
    return FALSE;
  *certificate_id = salon_entity_get_id (certificate);
  return TRUE;
}

static void
post (SalonLedgerEntry *entry, gint64 certificate_id, SalonMoney amount, gint64 client_id, gint64 sale_line_id)
{
  SalonPosting *posting = salon_ledger_entry_add (entry, SALON_ACCOUNT_CERTIFICATE, certificate_id, amount);

  if (posting == NULL)
    return;
  posting->client_id = client_id;
  posting->sale_line_id = sale_line_id;
}

/**
 * salon_certificate_sell:
 *
 * Adds that its value is owed.
 */
gboolean
salon_certificate_sell (SalonTx *tx, SalonLedgerEntry *entry, gint64 certificate_id, gint64 sale_line_id, GError **error)
{
  g_autoptr (SalonCertificate) certificate = salon_repo_get (tx, salon_certificate_get_type (), certificate_id, error);

  if (certificate == NULL)
    return FALSE;
  post (entry, certificate_id, -certificate->value, certificate->client_id, sale_line_id);
  return TRUE;
}

/* ---- paying */

static gboolean
rest_of (SalonTx *tx, gint64 certificate_id, SalonMoney *rest, GError **error)
{
  gint64 balance = 0;

  if (!salon_ledger_store_balance (tx, SALON_ACCOUNT_CERTIFICATE, certificate_id, &balance, error))
    return FALSE;
  *rest = -balance;
  return TRUE;
}

static gboolean
is_over (const SalonCertificate *certificate, SalonDay today)
{
  return certificate->expires_day != 0 && certificate->expires_day < today;
}

/**
 * salon_certificate_check:
 * @rest: (out): what it can still pay
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of field "certificate_id" when it is blocked, expired or used up
 */
gboolean
salon_certificate_check (SalonTx *tx, gint64 certificate_id, SalonMoney *rest, GError **error)
{
  g_autoptr (SalonCertificate) certificate = salon_repo_get (tx, salon_certificate_get_type (), certificate_id, error);
  g_autofree char *day = NULL;

  if (certificate == NULL || !rest_of (tx, certificate_id, rest, error))
    return FALSE;
  if (certificate->blocked_reason != NULL) {
    salon_set_field_error (error, "certificate_id", _("This certificate is blocked: %s"), certificate->blocked_reason);
    return FALSE;
  }
  if (is_over (certificate, salon_clock_today (salon_tx_clock (tx)))) {
    day = salon_day_format ((SalonDay) certificate->expires_day);
    salon_set_field_error (error, "certificate_id", _("This certificate expired: its last day was %s."), day);
    return FALSE;
  }
  if (*rest > 0)
    return TRUE;
  salon_set_field_error (error, "certificate_id", _("Nothing is left on this certificate."));
  return FALSE;
}

/**
 * salon_certificate_pay:
 * @amount: less than 0 gives back what was paid with it, even if it is blocked or expired by now
 * @client_id: who pays; 0 = somebody unknown
 *
 * Adds that a certificate pays.
 *
 * Returns: %FALSE with a %SALON_ERROR_VALIDATION of field "certificate_id" when it cannot, also counting what the entry
 *   takes already
 */
gboolean
salon_certificate_pay (SalonTx *tx, SalonLedgerEntry *entry, gint64 certificate_id, SalonMoney amount, gint64 client_id,
                       GError **error)
{
  g_autoptr (SalonCertificate) certificate = NULL;
  SalonMoney rest = 0;

  if (amount > 0 ? !salon_certificate_check (tx, certificate_id, &rest, error) : !rest_of (tx, certificate_id, &rest, error))
    return FALSE;
  certificate = salon_repo_get (tx, salon_certificate_get_type (), certificate_id, error);
  if (certificate == NULL)
    return FALSE;
  rest -= salon_ledger_entry_sum_of (entry, SALON_ACCOUNT_CERTIFICATE, certificate_id) + amount;
  if (rest < 0 || rest > certificate->value) {
    salon_set_field_error (error, "certificate_id",
                           rest < 0 ? _("So much is not left on this certificate.") : _("So much was never on this certificate."));
    return FALSE;
  }
  post (entry, certificate_id, amount, client_id, 0);
  return TRUE;
}

/**
 * salon_certificate_take_back:
 * @amount: (out): what is left of it, which the client gets back
 *
 * Adds that a sold certificate is given back.
 */
gboolean
salon_certificate_take_back (SalonTx *tx, SalonLedgerEntry *entry, gint64 certificate_id, gint64 sale_line_id, SalonMoney *amount,
                             GError **error)
{
  g_autoptr (SalonCertificate) certificate = salon_repo_get (tx, salon_certificate_get_type (), certificate_id, error);

  if (certificate == NULL || !rest_of (tx, certificate_id, amount, error))
    return FALSE;
  if (*amount <= 0) {
    salon_set_field_error (error, "certificate_id", _("Nothing is left on this certificate, so it cannot be given back."));
    return FALSE;
  }
  post (entry, certificate_id, *amount, certificate->client_id, sale_line_id);
  return TRUE;
}

/**
 * salon_certificates_expire:
 * @n: (inout): grows by the number of certificates that expired
 *
 * What is left of certificates whose last day has passed is owed no more.  Done by upkeep, once a day.
 */
gboolean
salon_certificates_expire (SalonTx *tx, gint64 *n, GError **error)
{
  g_autoptr (GArray) ids = salon_certificate_store_overdue (tx, salon_clock_today (salon_tx_clock (tx)), error);

  for (guint i = 0; ids != NULL && i < ids->len; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_TICKET);
    SalonMoney rest = 0;

    if (!rest_of (tx, id, &rest, error))
      return FALSE;
    salon_ledger_entry_add (entry, SALON_ACCOUNT_CERTIFICATE, id, rest);
    salon_ledger_entry_add (entry, SALON_ACCOUNT_BREAKAGE, id, -rest);
    if (!salon_ledger_write_unlogged (tx, entry, error))
      return FALSE;
    salon_tx_changed (tx, "certificate", id);
    (*n)++;
  }
  return ids != NULL;
}

/* ---- from elsewhere */

/**
 * salon_certificate_opening_new:
 *
 * Returns: (transfer full): a request for one without end
 */
SalonCertificateOpening *
salon_certificate_opening_new (gint64 client_id, SalonMoney worth)
{
  SalonCertificateOpening *self = g_new0 (SalonCertificateOpening, 1);

  self->client_id = client_id;
  self->worth = worth;
  self->last_day = SALON_DAY_NONE;
  return self;
}

/**
 * salon_certificate_opening_free: frees a request
 */
void
salon_certificate_opening_free (SalonCertificateOpening *self)
{
  g_free (self->number);
  g_free (self->reason);
  g_free (self);
}

static SalonCertificate *
opened (SalonTx *tx, const SalonCertificateOpening *opening, GError **error)
{
  g_autoptr (SalonCertificate) certificate = salon_certificate_new ();
  gint64 other = 0;

  certificate->number = salon_text_clean_or_null (opening->number, NUMBER_CHARS);
  if (certificate->number == NULL) {
    certificate->number = free_number (tx, error);
    if (certificate->number == NULL)
      return NULL;
  } else if (!salon_certificate_store_find (tx, certificate->number, &other, error)) {
    return NULL;
  } else if (other != 0) {
    salon_set_field_error (error, "number", _("There is a certificate with this number already."));
    return NULL;
  }
  certificate->barcode = free_barcode (tx, error);
  if (certificate->barcode == NULL
      || (opening->client_id != 0 && !salon_client_survivor (tx, opening->client_id, &certificate->client_id, error)))
    return NULL;
  certificate->value = opening->worth;
  certificate->sold_day = salon_clock_today (salon_tx_clock (tx));
  certificate->expires_day = opening->last_day != SALON_DAY_NONE ? opening->last_day : 0;
  return salon_repo_insert (tx, certificate, error) ? g_steal_pointer (&certificate) : NULL;
}

/**
 * salon_certificate_open_check:
 *
 * Returns: whether such a certificate could be brought in; its number and its client are not looked at
 */
gboolean
salon_certificate_open_check (SalonTx *tx, const SalonCertificateOpening *opening, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));

  if (opening->worth <= 0 || opening->worth > MOST_VALUE) {
    salon_set_field_error (error, "worth", _("Say how much the certificate is worth."));
    return FALSE;
  }
  if (opening->last_day != SALON_DAY_NONE && (opening->last_day < today || opening->last_day - today > MOST_DAYS)) {
    salon_set_field_error (error, "last_day", _("The last day is today or later, at most ten years from now."));
    return FALSE;
  }
  return TRUE;
}

/**
 * salon_certificate_open:
 * @id: (out): the certificate
 *
 * Brings in a certificate that was sold elsewhere, with what is left of it.
 */
gboolean
salon_certificate_open (SalonTx *tx, const SalonCertificateOpening *opening, gint64 *id, GError **error)
{
  g_autoptr (SalonLedgerEntry) entry = salon_ledger_entry_new (SALON_ENTRY_TICKET);
  g_autoptr (SalonCertificate) certificate = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_ACCOUNT_CORRECT, error)
      || !salon_certificate_open_check (tx, opening, error))
    return FALSE;
  certificate = opened (tx, opening, error);
  if (certificate == NULL)
    return FALSE;
  *id = salon_entity_get_id (certificate);
  entry->note = salon_text_clean_or_null (opening->reason, REASON_CHARS);
  salon_ledger_entry_add (entry, SALON_ACCOUNT_OPENING, 0, opening->worth);
  return salon_certificate_sell (tx, entry, *id, 0, error) && salon_ledger_write (tx, entry, error);
}

/* ---- looking */

/**
 * salon_certificates_request_new:
 * @code: (nullable): number or barcode
 *
 * Returns: (transfer full): a request
 */
SalonCertificatesRequest *
salon_certificates_request_new (const char *code)
{
  SalonCertificatesRequest *self = g_new0 (SalonCertificatesRequest, 1);

  self->code = g_strdup (code);
  return self;
}

/**
 * salon_certificates_request_free: frees a request
 */
void
salon_certificates_request_free (SalonCertificatesRequest *self)
{
  g_free (self->code);
  g_free (self);
}

/**
 * salon_certificate_view_free: frees a view
 */
void
salon_certificate_view_free (SalonCertificateView *self)
{
  g_clear_object (&self->certificate);
  g_free (self);
}

static GPtrArray *
candidates (SalonTx *tx, const SalonCertificatesRequest *request, GError **error)
{
  gint64 id = 0;
  gint64 client_id = 0;

  if (request->code != NULL)
    return salon_certificate_store_find (tx, request->code, &id, error)
               ? salon_repo_find (tx, salon_certificate_get_type (), "id", id, error)
               : NULL;
  if (request->client_id == 0)
    return salon_repo_all (tx, salon_certificate_get_type (), error);
  return salon_client_survivor (tx, request->client_id, &client_id, error)
             ? salon_repo_find (tx, salon_certificate_get_type (), "client_id", client_id, error)
             : NULL;
}

/**
 * salon_certificates_load:
 *
 * Returns: (transfer full) (element-type SalonCertificateView): by their ids; with a code one or none
 */
GPtrArray *
salon_certificates_load (SalonTx *tx, const SalonCertificatesRequest *request, GError **error)
{
  g_autoptr (GPtrArray) views = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_certificate_view_free);
  g_autoptr (GPtrArray) certificates = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return NULL;
  certificates = candidates (tx, request, error);
  for (guint i = 0; certificates != NULL && i < certificates->len; i++) {
    SalonCertificateView *view = NULL;
    SalonMoney rest = 0;

    if (!rest_of (tx, salon_entity_get_id (certificates->pdata[i]), &rest, error))
      return NULL;
    if (rest <= 0 && !request->with_old && request->code == NULL)
      continue;
    view = g_new0 (SalonCertificateView, 1);
    view->certificate = g_object_ref (certificates->pdata[i]);
    view->rest = rest;
    view->expired = is_over (view->certificate, salon_clock_today (salon_tx_clock (tx)));
    g_ptr_array_add (views, view);
  }
  return certificates != NULL ? g_steal_pointer (&views) : NULL;
}

/* ---- blocking */

/**
 * salon_certificate_block_new:
 * @reason: (nullable): %NULL takes the block away
 *
 * Returns: (transfer full): a request
 */
SalonCertificateBlock *
salon_certificate_block_new (gint64 certificate_id, const char *reason)
{
  SalonCertificateBlock *self = g_new0 (SalonCertificateBlock, 1);

  self->certificate_id = certificate_id;
  self->reason = g_strdup (reason);
  return self;
}

/**
 * salon_certificate_block_free: frees a request
 */
void
salon_certificate_block_free (SalonCertificateBlock *self)
{
  g_free (self->reason);
  g_free (self);
}

/**
 * salon_certificate_block:
 * @id: (out): the certificate
 *
 * Nothing can be paid with a blocked certificate.  Whoever sells may block one; taking the block away needs the right to
 * correct balances.
 */
gboolean
salon_certificate_block (SalonTx *tx, const SalonCertificateBlock *request, gint64 *id, GError **error)
{
  SalonPermission permission = request->reason != NULL ? SALON_PERMISSION_SELL : SALON_PERMISSION_ACCOUNT_CORRECT;
  g_autoptr (SalonCertificate) certificate = NULL;
  g_autofree char *reason = salon_text_clean_or_null (request->reason, REASON_CHARS);

  if (!salon_permission_check (salon_tx_actor (tx), permission, error))
    return FALSE;
  certificate = salon_repo_get (tx, salon_certificate_get_type (), request->certificate_id, error);
  if (certificate == NULL)
    return FALSE;
  if (request->reason != NULL && reason == NULL) {
    salon_set_field_error (error, "reason", _("Say why it is blocked."));
    return FALSE;
  }
  if ((certificate->blocked_reason != NULL) == (reason != NULL)) {
    salon_set_field_error (error, "certificate_id",
                           reason != NULL ? _("This certificate is blocked already.") : _("This certificate is not blocked."));
    return FALSE;
  }
  g_free (certificate->blocked_reason);
  certificate->blocked_reason = g_steal_pointer (&reason);
  *id = request->certificate_id;
  return salon_repo_update (tx, certificate, error);
}

SALON_DEFINE_QUERY (salon_query_certificates, "certificate.list", salon_certificates_load, SalonCertificatesRequest,
                    salon_certificates_request_free, g_ptr_array_unref)
SALON_DEFINE_COMMAND (salon_command_certificate_block, "certificate.block", SALON_N ("Certificate blocked or freed"),
                      salon_certificate_block, SalonCertificateBlock, salon_certificate_block_free)
SALON_DEFINE_COMMAND (salon_command_certificate_open, "certificate.open", SALON_N ("Certificate brought in"),
                      salon_certificate_open, SalonCertificateOpening, salon_certificate_opening_free)
