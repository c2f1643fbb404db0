/* Checks by another path than the code that keeps the figures: everything derived is made again from
 * the visits and compared. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/entities/entity.h"
#include "model/rules/status.h"
#include "model/services/health-derived.h"
#include "model/services/health.h"
#include "model/services/settings.h"
#include "model/store/health-store.h"
#include "model/store/ledger-store.h"
#include "model/store/journal.h"
#include "model/store/search-store.h"
#include "model/store/stat-store.h"
#include "model/store/visit-store.h"

#define CHUNK 500

/**
 * salon_health_quick:
 *
 * Returns: (transfer full) (element-type utf8): what is wrong with the file's structure; empty = sound
 */
GPtrArray *
salon_health_quick (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) failure = NULL;

  if (salon_db_quick_check (salon_tx_db (tx), &failure))
    return g_steal_pointer (&findings);
  if (!g_error_matches (failure, SALON_ERROR, SALON_ERROR_CORRUPT)) {
    g_propagate_error (error, g_steal_pointer (&failure));
    return NULL;
  }
  g_ptr_array_add (findings, g_strdup (failure->message));
  return g_steal_pointer (&findings);
}

static void
compare (GPtrArray *findings, gint64 client, const char *what, gint64 kept, gint64 made)
{
  if (kept != made)
    g_ptr_array_add (findings, g_strdup_printf ("client %" G_GINT64_FORMAT ": %s is %" G_GINT64_FORMAT
                                                " and ought to be %" G_GINT64_FORMAT, client, what, kept, made));
}

/* The twelve months up to the day before the figures were last rolled. */
static void
check_rolling (const SalonClientStat *stat, const GArray *days, GPtrArray *findings)
{
  SalonDay from = stat->rolling_day != SALON_DAY_NONE ? salon_day_add_months (stat->rolling_day, -12) : SALON_DAY_NONE;
  gint64 n = 0;

  if (from == SALON_DAY_NONE)
    return;
  for (guint i = 0; i < days->len; i++)
    n += g_array_index (days, SalonDay, i) >= from && g_array_index (days, SalonDay, i) < stat->rolling_day;
  compare (findings, stat->client_id, "visits_12m", stat->visits_12m, n);
}

static gboolean
check_client (SalonTx *tx, gint64 id, const SalonStatusParams *params, GPtrArray *findings, GError **error)
{
  g_autoptr (GArray) days = salon_visit_store_counted_days (tx, id, error);
  SalonStatusDerived derived;
  SalonClientStat stat;
  SalonClientStat made;
  gint64 masters = 0;
  gint64 services = 0;
  gint64 has = 0;

  if (days == NULL || !salon_stat_store_get (tx, id, &stat, error))
    return FALSE;
  made = stat;
  if (!salon_stat_store_sum_money (tx, &made, error)
      || !salon_visit_store_marks (tx, id, &masters, &services, error) || !salon_stat_store_look (tx, id, &has, error))
    return FALSE;
  salon_status_derive ((const SalonDay *) (gpointer) days->data, days->len, params, &derived);
  compare (findings, id, "visit_days", stat.visit_days, derived.n_days);
  compare (findings, id, "last_day", stat.last_day, derived.last_day);
  compare (findings, id, "sold", stat.sold, made.sold);
  compare (findings, id, "sold_12m", stat.sold_12m, made.sold_12m);
  compare (findings, id, "paid", stat.paid, made.paid);
  compare (findings, id, "masters_seen", stat.masters_seen, masters);
  compare (findings, id, "services_had", stat.services_had, services);
  compare (findings, id, "has", stat.has, has);
  check_rolling (&stat, days, findings);
  if (days->len == 0)
    return TRUE;
  compare (findings, id, "lost_on", stat.lost_on, derived.lost_on);
  compare (findings, id, "permanent_until", stat.permanent_until, derived.permanent_until);
  return TRUE;
}

static gboolean
check_clients (SalonTx *tx, GPtrArray *findings, GError **error)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, error);
  gint64 after = 0;

  if (settings == NULL)
    return FALSE;
  for (;;) {
    g_autoptr (GArray) ids = salon_stat_store_clients (tx, after, CHUNK, error);

    if (ids == NULL)
      return FALSE;
    for (guint i = 0; i < ids->len; i++) {
      after = g_array_index (ids, gint64, i);
      if (!check_client (tx, after, &settings->status, findings, error))
        return FALSE;
    }
    if (ids->len < CHUNK)
      return TRUE;
  }
}

/**
 * salon_health_full:
 *
 * The whole integrity check, every reference, the journal's chain, occupancy against lines and
 * overlaps, the ledger with its receipts, every client's figures, and what is counted once a day.  The search index is checked by salon_health_check_search().
 *
 * Returns: (transfer full) (element-type utf8): one line a finding; empty = sound
 */
GPtrArray *
salon_health_full (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!salon_db_full_check (salon_tx_db (tx), findings, error) || !salon_journal_check (tx, findings, error)
      || !salon_health_store_check (tx, findings, error) || !salon_ledger_store_check (tx, findings, error)
      || !check_clients (tx, findings, error) || !salon_health_derived_check (tx, findings, error))
    return NULL;
  return g_steal_pointer (&findings);
}

/**
 * salon_health_check_search:
 * @damaged: (out): 1 if the search index differs from its texts
 *
 * SQLite's check of a full-text index is an INSERT, so that only the writer can run it.
 */
gboolean
salon_health_check_search (SalonTx *tx, gconstpointer nothing, gint64 *damaged, GError **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);

  if (!salon_search_store_check (tx, findings, error))
    return FALSE;
  *damaged = findings->len > 0;
  return TRUE;
}

const SalonCommand salon_command_check_search = { "health.search", SALON_N ("Search checked"), salon_health_check_search, NULL,
                                                  TRUE };

SALON_DEFINE_QUERY (salon_query_quick_health, "health.quick", salon_health_quick, void, NULL, g_ptr_array_unref)
SALON_DEFINE_QUERY (salon_query_full_health, "health.full", salon_health_full, void, NULL, g_ptr_array_unref)
