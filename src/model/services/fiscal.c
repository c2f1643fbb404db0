/* A receipt is never changed: the number of the cash register is the one thing that is added to it later, once. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/record.h"
#include "base/text.h"
#include "model/rules/permission.h"
#include "model/services/fiscal.h"
#include "model/services/sale-post.h"
#include "model/store/journal.h"
#include "model/store/sale-store.h"
#include "model/store/tx.h"

#define MOST_CHARACTERS 40

/**
 * salon_fiscal_number_new:
 *
 * Returns: (transfer full)
 */
SalonFiscalNumber *
salon_fiscal_number_new (gint64 sale_id, const char *number)
{
  SalonFiscalNumber *self = g_new0 (SalonFiscalNumber, 1);

  self->sale_id = sale_id;
  self->number = g_strdup (number);
  return self;
}

/**
 * salon_fiscal_number_free:
 */
void
salon_fiscal_number_free (SalonFiscalNumber *self)
{
  g_free (self->number);
  g_free (self);
}

static char *
clean_number (const char *number, GError **error)
{
  g_autofree char *clean = salon_text_clean_or_null (number, MOST_CHARACTERS + 1);

  if (clean == NULL)
    salon_set_field_error (error, "number", _("Say the number that stands on the receipt of the cash register."));
  else if (g_utf8_strlen (clean, -1) > MOST_CHARACTERS)
    salon_set_field_error (error, "number", _("The number of a cash register has at most 40 characters."));
  else
    return g_steal_pointer (&clean);
  return NULL;
}

static char *
to_json (const char *number)
{
  g_autoptr (SalonRecord) record = salon_record_new ();

  salon_record_set_text (record, "number", number);
  return salon_record_to_json (record);
}

/**
 * salon_fiscal_say:
 * @id: (out): the sale
 *
 * Errors: %SALON_ERROR_CONFLICT, of the field "number", if another one was said before.  The same again is no error, so that
 * an adaptor may repeat itself.
 */
gboolean
salon_fiscal_say (SalonTx *tx, const SalonFiscalNumber *request, gint64 *id, GError **error)
{
  g_autofree char *number = NULL;
  g_autofree char *json = NULL;
  g_autoptr (SalonSale) sale = NULL;
  gint64 row = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return FALSE;
  number = clean_number (request->number, error);
  if (number == NULL)
    return FALSE;
  sale = salon_sale_store_get (tx, request->sale_id, error);
  if (sale == NULL)
    return FALSE;
  *id = request->sale_id;
  if (g_strcmp0 (sale->fiscal_number, number) == 0)
    return TRUE;
  if (sale->fiscal_number != NULL) {
    salon_set_field_error (error, "number", _("This receipt has the number %s of the cash register already."), sale->fiscal_number);
    return FALSE;
  }
  json = to_json (number);
  salon_tx_changed (tx, SALON_SALE_ROW, request->sale_id);
  return salon_sale_store_set_fiscal_number (tx, request->sale_id, number, error)
         && salon_journal_write (tx, SALON_FISCAL_ROW, request->sale_id, NULL, json, &row, error);
}

SALON_DEFINE_COMMAND (salon_command_sale_fiscal, "sale.fiscal", SALON_N ("Number of the cash register said"), salon_fiscal_say,
                      SalonFiscalNumber, salon_fiscal_number_free)
