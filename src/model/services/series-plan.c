/* The days of a series before anything is booked: each with the time that is free nearest to the one that is wanted, and
 * what stands in the way of that. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "model/rules/permission.h"
#include "model/rules/series.h"
#include "model/rules/slots.h"
#include "model/services/booking-check.h"
#include "model/services/nearest-slots.h"
#include "model/services/series-draft.h"
#include "model/services/series.h"
#include "model/services/wall-time.h"
#include "model/store/tx.h"

/**
 * salon_series_date_free: frees one
 */
void
salon_series_date_free (SalonSeriesDate *self)
{
  g_free (self->problem);
  g_clear_pointer (&self->choices, g_array_unref);
  g_free (self);
}

static GArray *
starts_of (const GArray *slots)
{
  GArray *starts = g_array_sized_new (FALSE, FALSE, sizeof (gint64), slots->len);

  for (guint i = 0; i < slots->len; i++)
    g_array_append_val (starts, g_array_index (slots, SalonSlot, i).start);
  return starts;
}

/* Why it cannot be just then; the nearest times are shown beside it and left out of the sentence. */
static char *
problem_at (SalonTx *tx, const SalonSeriesDraft *draft, gint64 start_min)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (SalonVisit) visit = salon_series_draft_copy (tx, draft, start_min, &lines);
  SalonBookingPlan plan = { visit, lines, draft->facts, NULL, FALSE };
  g_autoptr (GError) error = NULL;

  if (!salon_wall_time_check (tx, start_min, &error))
    return g_strdup (error->message);
  if (salon_booking_check_quietly (tx, &plan, &error))
    return g_strdup (_("The time is not free."));
  return g_strdup (error->message);
}

static gboolean
find_choices (SalonTx *tx, const SalonSeriesDraft *draft, int flexible_days, SalonSeriesDate *date, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (SalonVisit) visit = salon_series_draft_copy (tx, draft, date->wanted, &lines);
  g_autoptr (GArray) slots = salon_nearest_slots_of_days (tx, visit, lines, draft->facts, flexible_days, error);
  int best = -1;

  if (slots == NULL)
    return FALSE;
  date->choices = starts_of (slots);
  best = salon_series_choose (date->choices, date->wanted, flexible_days);
  date->start = best >= 0 ? g_array_index (date->choices, gint64, best) : 0;
  salon_series_sort (date->choices, date->wanted);
  if (date->choices->len > SALON_SERIES_CHOICES)
    g_array_set_size (date->choices, SALON_SERIES_CHOICES);
  if (date->start != date->wanted)
    date->problem = problem_at (tx, draft, date->wanted);
  return TRUE;
}

static SalonSeriesDate *
date_of (SalonTx *tx, const SalonSeriesDraft *draft, const SalonRecurrence *recurrence, int n, GError **error)
{
  g_autoptr (SalonSeriesDate) date = g_new0 (SalonSeriesDate, 1);

  date->number = n + 1;
  date->wanted = salon_series_wanted (recurrence, draft->visit->start_min, n);
  date->length = draft->visit->end_min - draft->visit->start_min;
  if (n > 0)
    return find_choices (tx, draft, recurrence->flexible_days, date, error) ? g_steal_pointer (&date) : NULL;
  date->start = date->wanted;
  date->choices = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (date->choices, date->wanted);
  return g_steal_pointer (&date);
}

/**
 * salon_series_plan:
 * @request: its starts are not looked at
 * @error: %SALON_ERROR_VALIDATION of "every", "flexible_days" or "times", or of the visit
 *
 * The first date is the visit itself, at its own time.
 *
 * Returns: (transfer full) (nullable) (element-type SalonSeriesDate): as many as there are times
 */
GPtrArray *
salon_series_plan (SalonTx *tx, const SalonSeriesRequest *request, GError **error)
{
  g_autoptr (GPtrArray) dates = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_series_date_free);
  g_autoptr (SalonSeriesDraft) draft = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error)
      || !salon_series_validate (&request->recurrence, error))
    return NULL;
  draft = salon_series_draft_load (tx, request->visit_id, request->booking, error);
  if (draft == NULL)
    return NULL;
  for (int n = 0; n < request->recurrence.times; n++) {
    SalonSeriesDate *date = date_of (tx, draft, &request->recurrence, n, error);

    if (date == NULL)
      return NULL;
    g_ptr_array_add (dates, date);
  }
  return g_steal_pointer (&dates);
}

SALON_DEFINE_QUERY (salon_query_series_plan, "series.plan", salon_series_plan, SalonSeriesRequest, salon_series_request_free,
                    g_ptr_array_unref)
