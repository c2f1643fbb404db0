/* What the salon owes for season tickets and gift certificates. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/permission.h"
#include "model/services/liability.h"
#include "model/services/merge-name.h"
#include "model/store/ledger-store.h"
#include "model/store/liability-store.h"
#include "model/store/tx.h"

static void
line_free (gpointer data)
{
  SalonLiabilityLine *self = data;

  g_free (self->number);
  g_free (self->name);
  g_free (self->client);
  g_free (self);
}

/**
 * salon_liability_report_free: frees a report
 */
void
salon_liability_report_free (SalonLiabilityReport *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
add_to (SalonLiabilityLine *line, const SalonLiabilityRow *row)
{
  line->opening += row->before;
  line->in += row->credit;
  line->out += row->debit;
  line->expired += row->expired;
  line->closing += row->before + row->credit - row->debit - row->expired;
  line->units += row->units;
}

static gboolean
add_line (SalonTx *tx, SalonLiabilityReport *self, const SalonLiabilityRow *row, GError **error)
{
  SalonLiabilityLine *line = g_new0 (SalonLiabilityLine, 1);

  g_ptr_array_add (self->lines, line);
  line->id = row->id;
  line->number = g_strdup (row->number);
  line->name = g_strdup (row->name);
  add_to (line, row);
  add_to (&self->total, row);
  if (row->client_id == 0)
    return TRUE;
  if (!salon_ledger_store_present_card (tx, row->client_id, &line->client_id, error))
    return FALSE;
  line->client = salon_merge_name (tx, line->client_id);
  return TRUE;
}

static gboolean
check (SalonTx *tx, const SalonLiabilityPeriod *period, GError **error)
{
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_REPORT, error))
    return FALSE;
  if (period->from <= period->to)
    return TRUE;
  salon_set_field_error (error, "to", _("The period ends before it begins."));
  return FALSE;
}

/**
 * salon_liability_report_load:
 *
 * Returns: (transfer full): opening, in, out, expired and closing of every season ticket or certificate, and what the
 *   ledger says that the salon owes for all of them at the end
 */
SalonLiabilityReport *
salon_liability_report_load (SalonTx *tx, const SalonLiabilityPeriod *period, GError **error)
{
  g_autoptr (SalonLiabilityReport) self = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (!check (tx, period, error))
    return NULL;
  rows = salon_liability_store_rows (tx, period->account, period->from, period->to, error);
  if (rows == NULL)
    return NULL;
  self = g_new0 (SalonLiabilityReport, 1);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  for (guint i = 0; i < rows->len; i++)
    if (!add_line (tx, self, rows->pdata[i], error))
      return NULL;
  if (!salon_liability_store_owed (tx, period->account, period->to, &self->ledger, error))
    return NULL;
  return g_steal_pointer (&self);
}

SALON_DEFINE_QUERY (salon_query_liability_report, "liability.report", salon_liability_report_load, SalonLiabilityPeriod, g_free,
                    salon_liability_report_free)
