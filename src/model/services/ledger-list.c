/* Reads the whole ledger. */
#include "config.h"

#include "base/clock.h"
#include "model/rules/permission.h"
#include "model/services/ledger-list.h"
#include "model/store/ledger-store.h"
#include "model/store/tx.h"

/**
 * salon_ledger_span_new:
 *
 * Returns: (transfer full): freed by g_free()
 */
SalonLedgerSpan *
salon_ledger_span_new (SalonDay first, SalonDay last)
{
  SalonLedgerSpan *self = g_new0 (SalonLedgerSpan, 1);

  self->first = first;
  self->last = last;
  return self;
}

static void
clear_line (gpointer data)
{
  g_free (((SalonLedgerLine *) data)->note);
}

typedef struct {
  SalonClock *clock;
  GArray *lines;
} List;

static gboolean
take_row (const SalonLedgerRow *row, gpointer data, GError **error)
{
  List *list = data;
  int minute = 0;
  SalonDay day = salon_clock_day_of (list->clock, row->at, &minute);
  SalonLedgerLine line = {
    .entry_id = row->entry_id,
    .position = row->position,
    .kind = row->kind,
    .day = row->day,
    .at = (gint64) day * SALON_MINUTES_A_DAY + minute,
    .user_id = row->user_id,
    .sale_id = row->sale_id,
    .shift_id = row->shift_id,
    .reverses_id = row->reverses_id,
    .note = g_strdup (row->note),
    .posting = row->posting,
  };

  g_array_append_val (list->lines, line);
  return TRUE;
}

/**
 * salon_ledger_list:
 *
 * Returns: (transfer full) (element-type SalonLedgerLine): every posting of the days, as they were written
 */
GArray *
salon_ledger_list (SalonTx *tx, const SalonLedgerSpan *span, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (SalonLedgerLine));
  List list = { salon_tx_clock (tx), lines };

  g_array_set_clear_func (lines, clear_line);
  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_REPORT, error)
      || !salon_ledger_store_each (tx, span->first, span->last, take_row, &list, error))
    return NULL;
  return g_steal_pointer (&lines);
}

/**
 * salon_ledger_check:
 *
 * Returns: (transfer full) (element-type utf8): a sentence for each entry, receipt or number that is not as it must be
 */
GPtrArray *
salon_ledger_check (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CASH_REPORT, error)
      || !salon_ledger_store_check (tx, findings, error))
    return NULL;
  return g_steal_pointer (&findings);
}

SALON_DEFINE_QUERY (salon_query_ledger_list, "ledger.list", salon_ledger_list, SalonLedgerSpan, g_free, g_array_unref)
SALON_DEFINE_QUERY (salon_query_ledger_check, "ledger.check", salon_ledger_check, void, NULL, g_ptr_array_unref)
