/* Books a visit that repeats, in one transaction, all of it or nothing. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit-series.h"
#include "model/rules/permission.h"
#include "model/rules/series.h"
#include "model/services/booking-check.h"
#include "model/services/booking-lines.h"
#include "model/services/series-draft.h"
#include "model/services/series.h"
#include "model/services/wall-time.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

/**
 * salon_series_request_new:
 * @visit_id: 0 = set booking
 *
 * Returns: (transfer full): a request for all dates where they fit best
 */
SalonSeriesRequest *
salon_series_request_new (gint64 visit_id, const SalonRecurrence *recurrence)
{
  SalonSeriesRequest *self = g_new0 (SalonSeriesRequest, 1);

  self->visit_id = visit_id;
  self->recurrence = *recurrence;
  return self;
}

/**
 * salon_series_request_copy:
 *
 * Returns: (transfer full): an independent copy
 */
SalonSeriesRequest *
salon_series_request_copy (const SalonSeriesRequest *self)
{
  SalonSeriesRequest *copy = g_memdup2 (self, sizeof *self);

  if (self->booking != NULL)
    copy->booking = salon_booking_request_copy (self->booking);
  if (self->starts != NULL)
    copy->starts = g_array_copy (self->starts);
  return copy;
}

/**
 * salon_series_request_free: frees one
 */
void
salon_series_request_free (SalonSeriesRequest *self)
{
  g_clear_pointer (&self->booking, salon_booking_request_free);
  g_clear_pointer (&self->starts, g_array_unref);
  g_free (self);
}

/* ---- the dates */

static GArray *
planned_starts (SalonTx *tx, const SalonSeriesRequest *request, GError **error)
{
  g_autoptr (GPtrArray) dates = salon_series_plan (tx, request, error);
  GArray *starts = NULL;

  if (dates == NULL)
    return NULL;
  starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 1; i < dates->len; i++) {
    const SalonSeriesDate *date = dates->pdata[i];

    if (date->start != 0)
      g_array_append_val (starts, date->start);
  }
  return starts;
}

/* No date is further from its own day than was said, and none comes twice. */
static gboolean
check_starts (const SalonRecurrence *recurrence, SalonDay first, const GArray *starts, GError **error)
{
  gboolean seen[SALON_RECURRENCE_MAX_TIMES] = { FALSE };

  for (guint i = 0; i < starts->len; i++) {
    SalonDay day = (SalonDay) (g_array_index (starts, gint64, i) / SALON_MINUTES_A_DAY);
    int n = salon_series_number_of (recurrence, first, day);

    if (n == 0 || seen[n]) {
      g_autofree char *text = salon_day_format (day);

      salon_set_field_error (error, "starts", _("%s is none of the days on which the visit repeats."), text);
      return FALSE;
    }
    seen[n] = TRUE;
  }
  if (starts->len > 0)
    return TRUE;
  salon_set_field_error (error, "starts", _("There is no other day left: the visit does not repeat."));
  return FALSE;
}

/* ---- writing */

static gboolean
insert_series (SalonTx *tx, const SalonRecurrence *recurrence, const SalonVisit *first, gint64 *series_id, GError **error)
{
  g_autoptr (SalonVisitSeries) series = salon_visit_series_new ();

  series->client_id = first->client_id;
  series->unit = recurrence->unit == SALON_RECURRENCE_MONTHS ? SALON_SERIES_MONTHS : SALON_SERIES_WEEKS;
  series->every = recurrence->every;
  series->flexible_days = recurrence->flexible_days;
  series->times = recurrence->times;
  series->first_day = first->day;
  series->created_at = salon_clock_now_us (salon_tx_clock (tx));
  series->created_by_id = salon_tx_actor (tx)->user_id;
  if (!salon_repo_insert (tx, series, error))
    return FALSE;
  *series_id = salon_entity_get_id (series);
  return TRUE;
}

/* Which of the visits it was stands before the sentence. */
static void
name_day (gint64 start_min, SalonTx *tx, GError **error)
{
  g_autofree char *day = salon_day_format_relative ((SalonDay) (start_min / SALON_MINUTES_A_DAY),
                                                    salon_clock_today (salon_tx_clock (tx)));
  g_autofree char *time = salon_minute_format ((int) (start_min % SALON_MINUTES_A_DAY));

  g_prefix_error (error, "%s %s: ", day, time);
}

static gboolean
book_copy (SalonTx *tx, const SalonSeriesDraft *draft, gint64 start_min, gint64 series_id, gboolean accept, GError **error)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (SalonVisit) visit = salon_series_draft_copy (tx, draft, start_min, &lines);
  g_autoptr (GArray) parents = salon_series_draft_parents (draft);
  SalonBookingPlan plan = { visit, lines, draft->facts, NULL, accept };

  visit->series_id = series_id;
  if (salon_wall_time_check (tx, start_min, error) && salon_booking_lines_leave_taken_rooms (tx, lines, draft->facts, error)
      && salon_booking_lines_choose_rooms (tx, lines, draft->facts, error) && salon_booking_check (tx, &plan, error)
      && salon_booking_lines_insert (tx, visit, parents, lines, error))
    return TRUE;
  name_day (start_min, tx, error);
  return FALSE;
}

static gboolean
write_series (SalonTx *tx, const SalonSeriesRequest *request, const SalonSeriesDraft *draft, const GArray *starts, GError **error)
{
  g_autoptr (SalonVisit) first = salon_visit_copy (draft->visit);
  gint64 series_id = 0;

  if (!insert_series (tx, &request->recurrence, first, &series_id, error))
    return FALSE;
  first->series_id = series_id;
  if (!salon_repo_update (tx, first, error))
    return FALSE;
  for (guint i = 0; i < starts->len; i++)
    if (!book_copy (tx, draft, g_array_index (starts, gint64, i), series_id, request->accept_warnings, error))
      return FALSE;
  return TRUE;
}

/* The first visit, which is booked now if it does not exist yet. */
static gboolean
need_visit (SalonTx *tx, const SalonSeriesRequest *request, SalonSeriesRequest *of_visit, GError **error)
{
  *of_visit = *request;
  return request->visit_id != 0 || salon_booking_book (tx, request->booking, &of_visit->visit_id, error);
}

/**
 * salon_series_book:
 * @visit_id: (out): the first visit
 * @error: as for salon_booking_book(), with the day before the sentence; %SALON_ERROR_VALIDATION of "starts" for a day
 *   that is none of the series
 *
 * All visits or none, with one Undo.
 */
gboolean
salon_series_book (SalonTx *tx, const SalonSeriesRequest *request, gint64 *visit_id, GError **error)
{
  SalonSeriesRequest of_visit;
  g_autoptr (GArray) starts = request->starts != NULL ? g_array_ref (request->starts) : NULL;
  g_autoptr (SalonSeriesDraft) draft = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_BOOK, error)
      || !salon_series_validate (&request->recurrence, error))
    return FALSE;
  if (starts == NULL)
    starts = planned_starts (tx, request, error);
  if (starts == NULL || !need_visit (tx, request, &of_visit, error))
    return FALSE;
  draft = salon_series_draft_load (tx, of_visit.visit_id, NULL, error);
  if (draft == NULL || !check_starts (&request->recurrence, (SalonDay) draft->visit->day, starts, error)
      || !write_series (tx, request, draft, starts, error))
    return FALSE;
  *visit_id = of_visit.visit_id;
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_series_book, "series.book", SALON_N ("Visit repeated"), salon_series_book,
                      SalonSeriesRequest, salon_series_request_free)
