/* Remembered in the journal: it says who printed what when, and nobody can take it back. */
#include "config.h"

#include "model/rules/permission.h"
#include "model/services/sale-post.h"
#include "model/services/slips.h"
#include "model/store/journal.h"
#include "model/store/sale-store.h"
#include "model/store/tx.h"

/**
 * salon_slip_remember:
 * @request: the sale whose receipt was printed or saved as a file
 * @id: (out): the sale
 *
 * From now on each further one is a copy.
 */
gboolean
salon_slip_remember (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonSale) sale = NULL;
  g_autofree char *json = NULL;
  gint64 row = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error))
    return FALSE;
  sale = salon_sale_store_get (tx, request->id, error);
  if (sale == NULL)
    return FALSE;
  json = g_strdup_printf ("{\"number\":%" G_GINT64_FORMAT "}", sale->number);
  *id = request->id;
  salon_tx_changed (tx, SALON_SALE_ROW, request->id);
  return salon_journal_write (tx, SALON_SLIP_ROW, request->id, NULL, json, &row, error);
}

/**
 * salon_slip_was_printed:
 * @printed: (out): whether somebody has it on paper or as a file
 */
gboolean
salon_slip_was_printed (SalonTx *tx, gint64 sale_id, gboolean *printed, GError **error)
{
  g_autoptr (GPtrArray) rows = salon_journal_of_entity (tx, SALON_SLIP_ROW, sale_id, 1, error);

  *printed = rows != NULL && rows->len > 0;
  return rows != NULL;
}

SALON_DEFINE_COMMAND (salon_command_slip_printed, "sale.print", SALON_N ("Receipt printed"), salon_slip_remember, SalonIdRequest, g_free)
