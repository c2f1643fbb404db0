/* What repeats is what was agreed: services, masters, lengths and prices of the first visit, not those of today. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/clock.h"
#include "base/error.h"
#include "model/entities/visit-line.h"
#include "model/rules/validate-visit.h"
#include "model/rules/verbs.h"
#include "model/services/booking-lines.h"
#include "model/services/series-draft.h"
#include "model/store/repo.h"
#include "model/store/tx.h"

/* Who is booked as a new client has no visits yet: a number that nobody has stands for her. */
#define NOBODY_YET G_MAXINT64

static gboolean
load_visit (SalonTx *tx, gint64 visit_id, SalonSeriesDraft *self, GError **error)
{
  self->visit = salon_repo_get (tx, salon_visit_get_type (), visit_id, error);
  if (self->visit == NULL)
    return FALSE;
  if (self->visit->series_id != 0) {
    salon_set_field_error (error, "visit_id", _("The visit repeats already."));
    return FALSE;
  }
  if (!salon_visit_state_holds_time ((SalonVisitState) self->visit->state)) {
    salon_set_field_error (error, "state", _("A visit that was cancelled or missed cannot repeat."));
    return FALSE;
  }
  self->lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", visit_id, error);
  return self->lines != NULL;
}

static gboolean
draft_visit (SalonTx *tx, const SalonBookingRequest *booking, SalonSeriesDraft *self, GError **error)
{
  self->lines = salon_booking_lines_make (tx, booking->lines, self->facts, error);
  if (self->lines == NULL || !salon_booking_lines_choose_rooms (tx, self->lines, self->facts, error))
    return FALSE;
  self->visit = salon_visit_new ();
  self->visit->client_id = booking->client_id != 0 ? booking->client_id : NOBODY_YET;
  self->visit->state = SALON_VISIT_BOOKED;
  self->visit->source = booking->source;
  salon_visit_set_span (self->visit, self->lines);
  return TRUE;
}

/**
 * salon_series_draft_load:
 * @visit_id: the visit; 0 = the one of @booking
 *
 * Returns: (transfer full) (nullable): the visit that is to repeat; %SALON_ERROR_VALIDATION if it cannot
 */
SalonSeriesDraft *
salon_series_draft_load (SalonTx *tx, gint64 visit_id, const SalonBookingRequest *booking, GError **error)
{
  g_autoptr (SalonSeriesDraft) self = g_new0 (SalonSeriesDraft, 1);

  self->facts = salon_booking_facts_new (tx, error);
  if (self->facts == NULL
      || !(visit_id != 0 ? load_visit (tx, visit_id, self, error) : draft_visit (tx, booking, self, error)))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * salon_series_draft_free: frees one
 */
void
salon_series_draft_free (SalonSeriesDraft *self)
{
  g_clear_pointer (&self->facts, salon_booking_facts_free);
  g_clear_object (&self->visit);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_free (self);
}

/**
 * salon_series_draft_copy:
 * @lines: (out) (transfer full) (element-type SalonVisitLine): its lines, with the same distances
 *
 * Returns: (transfer full): a visit that is not written yet
 */
SalonVisit *
salon_series_draft_copy (SalonTx *tx, const SalonSeriesDraft *self, gint64 start_min, GPtrArray **lines)
{
  SalonVisit *visit = salon_visit_new ();

  *lines = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->lines->len; i++) {
    SalonVisitLine *line = salon_visit_line_copy (self->lines->pdata[i]);

    salon_entity_set_id (line, 0);
    line->visit_id = 0;
    line->parent_line_id = 0;
    line->start_min += start_min - self->visit->start_min;
    g_ptr_array_add (*lines, line);
  }
  visit->client_id = self->visit->client_id;
  visit->state = SALON_VISIT_BOOKED;
  visit->source = self->visit->source;
  visit->created_at = salon_clock_now_us (salon_tx_clock (tx));
  visit->created_by_id = salon_tx_actor (tx)->user_id;
  salon_visit_set_span (visit, *lines);
  return visit;
}

/* An add-on comes after its service. */
static guint
place_of (const SalonSeriesDraft *self, gint64 line_id)
{
  for (guint i = 0; line_id != 0 && i < self->lines->len; i++)
    if (salon_entity_get_id (self->lines->pdata[i]) == line_id)
      return i + 1;
  return 0;
}

/**
 * salon_series_draft_parents:
 *
 * Returns: (transfer full) (element-type SalonBookingLine): which line is an add-on of which, for salon_booking_lines_insert()
 */
GArray *
salon_series_draft_parents (const SalonSeriesDraft *self)
{
  GArray *parents = g_array_new (FALSE, FALSE, sizeof (SalonBookingLine));

  for (guint i = 0; i < self->lines->len; i++) {
    SalonBookingLine line = { .addon_of = place_of (self, ((SalonVisitLine *) self->lines->pdata[i])->parent_line_id) };

    g_array_append_val (parents, line);
  }
  return parents;
}
