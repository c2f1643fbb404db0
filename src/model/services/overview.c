/* How the base splits by status: today by the kept figures, otherwise by the rule over every client's visit days. */
#include "config.h"

#include "model/rules/permission.h"
#include "model/services/overview.h"
#include "model/services/settings.h"
#include "model/store/client-store.h"
#include "model/store/stat-store.h"

typedef struct {
  SalonSplit *split;
  const SalonStatusParams *params;
  SalonDay day;
} Counter;

/**
 * salon_split_request_new:
 * @as_of: SalonDay; %SALON_DAY_NONE = today
 * @params: (nullable): other parameters than the salon's, copied
 *
 * Returns: (transfer full): a request
 */
SalonSplitRequest *
salon_split_request_new (gint64 as_of, const SalonStatusParams *params)
{
  SalonSplitRequest *self = g_new0 (SalonSplitRequest, 1);

  self->as_of = as_of;
  self->params = params != NULL ? g_memdup2 (params, sizeof *params) : NULL;
  return self;
}

/**
 * salon_split_request_free: frees a request
 */
void
salon_split_request_free (SalonSplitRequest *self)
{
  g_free (self->params);
  g_free (self);
}

static void
count (gint64 client_id, const SalonDay *days, guint n_days, gpointer data)
{
  Counter *self = data;

  self->split->counts[salon_status_on (days, n_days, self->params, self->day)]++;
}

static gboolean
fill (SalonTx *tx, const SalonSplitRequest *request, const SalonStatusParams *own, SalonSplit *split, GError **error)
{
  SalonDay today = salon_clock_today (salon_tx_clock (tx));
  SalonDay day = request->as_of == SALON_DAY_NONE ? today : (SalonDay) request->as_of;
  const SalonStatusParams *params = request->params != NULL ? request->params : own;
  Counter counter = { split, params, day };

  if (day == today && salon_status_params_equal (params, own))
    return salon_stat_store_split (tx, today, split->counts, error);
  return salon_status_params_validate (params, error) && salon_client_store_each_days (tx, count, &counter, error);
}

/**
 * salon_split_load:
 *
 * Counts the clients that are not archived now.  Another day or other parameters take a pass over all visits, which can
 * be cancelled: give it to the background lane.
 *
 * Returns: (transfer full) (nullable): free with g_free()
 */
SalonSplit *
salon_split_load (SalonTx *tx, const SalonSplitRequest *request, GError **error)
{
  g_autofree SalonSplit *split = g_new0 (SalonSplit, 1);
  g_autoptr (SalonSettings) settings = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_CLIENTS_VIEW, error))
    return NULL;
  settings = salon_settings_load (tx, NULL, error);
  if (settings == NULL || !fill (tx, request, &settings->status, split, error))
    return NULL;
  return g_steal_pointer (&split);
}

SALON_DEFINE_QUERY (salon_query_split, "overview.split", salon_split_load, SalonSplitRequest, salon_split_request_free,
                    g_free)
