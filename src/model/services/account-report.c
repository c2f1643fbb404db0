/* What moved an account, and what all accounts have come to. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/permission.h"
#include "model/services/account.h"
#include "model/services/merge-name.h"
#include "model/services/merge.h"
#include "model/store/ledger-store.h"
#include "model/store/ticket-store.h"
#include "model/store/tx.h"

static gboolean
check_period (const SalonAccountPeriod *period, GError **error)
{
  if (period->from <= period->to)
    return TRUE;
  salon_set_field_error (error, "to", _("The period ends before it begins."));
  return FALSE;
}

/* ---- of one client */

static void
line_free (SalonAccountLine *self)
{
  g_free (self->note);
  g_free (self);
}

/**
 * salon_account_statement_free: frees a statement
 */
void
salon_account_statement_free (SalonAccountStatement *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
add_line (SalonAccountStatement *self, const SalonAccountRow *row)
{
  SalonAccountLine *line = g_new0 (SalonAccountLine, 1);

  self->closing -= row->amount;
  self->in += MAX (-row->amount, 0);
  self->out += MAX (row->amount, 0);
  line->entry_id = row->entry_id;
  line->kind = row->kind;
  line->day = row->day;
  line->at = row->at;
  line->sale_id = row->sale_id;
  line->amount = -row->amount;
  line->balance = self->closing;
  line->note = g_strdup (row->note);
  g_ptr_array_add (self->lines, line);
}

/**
 * salon_account_statement_load:
 *
 * Returns: (transfer full): what moved a client's own account in a period, also on cards that were merged into hers
 */
SalonAccountStatement *
salon_account_statement_load (SalonTx *tx, const SalonAccountPeriod *period, GError **error)
{
  g_autoptr (SalonAccountStatement) self = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 present = 0;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_SELL, error) || !check_period (period, error)
      || !salon_client_survivor (tx, period->client_id, &present, error))
    return NULL;
  rows = salon_account_store_rows (tx, present, period->to, error);
  if (rows == NULL)
    return NULL;
  self = g_new0 (SalonAccountStatement, 1);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
  for (guint i = 0; i < rows->len; i++) {
    const SalonAccountRow *row = rows->pdata[i];

    if (row->day >= period->from) {
      add_line (self, row);
      continue;
    }
    self->opening -= row->amount;
    self->closing = self->opening;
  }
  return g_steal_pointer (&self);
}

/* ---- of all */

static void
report_line_free (SalonAccountReportLine *self)
{
  g_free (self->name);
  g_free (self);
}

/**
 * salon_account_report_free: frees a report
 */
void
salon_account_report_free (SalonAccountReport *self)
{
  g_ptr_array_unref (self->lines);
  g_free (self);
}

static void
add_to (SalonAccountReportLine *line, const SalonAccountSums *sums)
{
  line->opening -= sums->before;
  line->in += sums->credit;
  line->out += sums->debit;
  line->closing += sums->credit - sums->debit - sums->before;
}

/* The line of the card on which she is now. */
static SalonAccountReportLine *
line_of (SalonTx *tx, SalonAccountReport *self, GHashTable *by_client, gint64 client_id, GError **error)
{
  gint64 present = 0;
  SalonAccountReportLine *line = NULL;

  if (!salon_ledger_store_present_card (tx, client_id, &present, error))
    return NULL;
  line = g_hash_table_lookup (by_client, &present);
  if (line != NULL)
    return line;
  line = g_new0 (SalonAccountReportLine, 1);
  line->client_id = present;
  line->name = salon_merge_name (tx, present);
  g_hash_table_insert (by_client, &line->client_id, line);
  g_ptr_array_add (self->lines, line);
  return line;
}

/**
 * salon_account_report_load:
 * @period: without a client
 *
 * Returns: (transfer full): opening, in, out and closing of every account, and what the ledger says that the salon owes
 *   for all of them at the end
 */
SalonAccountReport *
salon_account_report_load (SalonTx *tx, const SalonAccountPeriod *period, GError **error)
{
  g_autoptr (SalonAccountReport) self = NULL;
  g_autoptr (GHashTable) by_client = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) all = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_REPORT, error) || !check_period (period, error))
    return NULL;
  all = salon_account_store_sums (tx, period->from, period->to, error);
  if (all == NULL)
    return NULL;
  self = g_new0 (SalonAccountReport, 1);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) report_line_free);
  for (guint i = 0; i < all->len; i++) {
    const SalonAccountSums *sums = &g_array_index (all, SalonAccountSums, i);
    SalonAccountReportLine *line = line_of (tx, self, by_client, sums->client_id, error);

    if (line == NULL)
      return NULL;
    add_to (line, sums);
    add_to (&self->total, sums);
  }
  if (!salon_account_store_owed (tx, period->to, &self->ledger, error))
    return NULL;
  return g_steal_pointer (&self);
}

SALON_DEFINE_QUERY (salon_query_account_statement, "account.statement", salon_account_statement_load, SalonAccountPeriod, g_free,
                    salon_account_statement_free)
SALON_DEFINE_QUERY (salon_query_account_report, "account.report", salon_account_report_load, SalonAccountPeriod, g_free,
                    salon_account_report_free)
