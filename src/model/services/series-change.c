/* The visits of a series, and cancelling this one and all later ones that are still to come. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/entities/visit.h"
#include "model/rules/permission.h"
#include "model/services/series.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

static int
by_start (gconstpointer a, gconstpointer b)
{
  const SalonSeriesVisit *one = a;
  const SalonSeriesVisit *other = b;

  if (one->start_min != other->start_min)
    return one->start_min < other->start_min ? -1 : 1;
  return (one->visit_id > other->visit_id) - (one->visit_id < other->visit_id);
}

static GArray *
visits_of_series (SalonTx *tx, gint64 series_id, GError **error)
{
  g_autoptr (GPtrArray) visits = salon_repo_find (tx, salon_visit_get_type (), "series_id", series_id, error);
  GArray *answer = NULL;

  if (visits == NULL)
    return NULL;
  answer = g_array_new (FALSE, FALSE, sizeof (SalonSeriesVisit));
  for (guint i = 0; i < visits->len; i++) {
    const SalonVisit *visit = visits->pdata[i];
    SalonSeriesVisit one = { salon_entity_get_id (visit), visit->start_min, visit->state };

    g_array_append_val (answer, one);
  }
  g_array_sort (answer, by_start);
  return answer;
}

/**
 * salon_series_visits:
 * @request: a visit
 *
 * Returns: (transfer full) (nullable) (element-type SalonSeriesVisit): all visits of its series by start, cancelled ones,
 *   too; empty if it does not repeat
 */
GArray *
salon_series_visits (SalonTx *tx, const SalonIdRequest *request, GError **error)
{
  g_autoptr (SalonVisit) visit = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return NULL;
  visit = salon_repo_get (tx, salon_visit_get_type (), request->id, error);
  if (visit == NULL)
    return NULL;
  return visit->series_id != 0 ? visits_of_series (tx, visit->series_id, error)
                               : g_array_new (FALSE, FALSE, sizeof (SalonSeriesVisit));
}

/* This one and the later ones that nobody has come to yet. */
static GArray *
later_visits (SalonTx *tx, gint64 visit_id, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), visit_id, error);
  g_autoptr (GArray) all = NULL;
  GArray *later = NULL;

  if (visit == NULL)
    return NULL;
  if (visit->series_id == 0) {
    salon_set_field_error (error, "visit_id", _("The visit does not repeat."));
    return NULL;
  }
  all = visits_of_series (tx, visit->series_id, error);
  if (all == NULL)
    return NULL;
  later = g_array_new (FALSE, FALSE, sizeof (SalonSeriesVisit));
  for (guint i = 0; i < all->len; i++) {
    const SalonSeriesVisit *one = &g_array_index (all, SalonSeriesVisit, i);

    if (one->visit_id == visit_id
        || (one->start_min > visit->start_min && (one->state == SALON_VISIT_BOOKED || one->state == SALON_VISIT_CONFIRMED)))
      g_array_append_val (later, *one);
  }
  return later;
}

/**
 * salon_series_cancel:
 * @request: a visit of a series; its state must be %SALON_VISIT_CANCELLED
 *
 * Cancels it and all later ones that are booked or confirmed.
 */
gboolean
salon_series_cancel (SalonTx *tx, const SalonStateRequest *request, gint64 *visit_id, GError **error)
{
  g_autoptr (GArray) later = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error))
    return FALSE;
  later = later_visits (tx, request->visit_id, error);
  if (later == NULL)
    return FALSE;
  for (guint i = 0; i < later->len; i++) {
    SalonStateRequest one = { g_array_index (later, SalonSeriesVisit, i).visit_id, SALON_VISIT_CANCELLED, request->reason };

    if (!salon_booking_set_state (tx, &one, visit_id, error))
      return FALSE;
  }
  *visit_id = request->visit_id;
  return TRUE;
}

SALON_DEFINE_QUERY (salon_query_series_visits, "series.visits", salon_series_visits, SalonIdRequest, g_free, g_array_unref)
SALON_DEFINE_COMMAND (salon_command_series_cancel, "series.cancel", SALON_N ("Visits cancelled"), salon_series_cancel,
                      SalonStateRequest, salon_state_request_free)
