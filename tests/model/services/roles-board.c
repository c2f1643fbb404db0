/* Requests about the board and the inspector of a visit, for the table of who may do what. */
#include "roles-board.h"

#include "model/entities/checklist-step.h"
#include "model/services/board.h"
#include "model/services/checklist.h"
#include "model/services/visit-details.h"

gpointer
roles_resize (SmallSalon *s)
{
  gint64 visit = salon_fixture_add_visit (s->salon, s->irina, TODAY, 11 * 60, SALON_VISIT_BOOKED, s->manicure, s->maria, s->room1);
  g_autoptr (SalonVisitLine) line = small_salon_line (s, visit);

  return salon_resize_request_new (salon_entity_get_id (line), 75);
}

static gpointer
tick_of (SmallSalon *s, gint64 employee)
{
  SalonChecklistStep *step = salon_checklist_step_new ();
  gint64 visit = salon_fixture_add_visit (s->salon, s->irina, TODAY, 11 * 60, SALON_VISIT_BOOKED, s->manicure, employee, s->room1);

  step->name = g_strdup ("coffee");
  step->state = SALON_VISIT_BOOKED;
  return salon_tick_request_new (visit, salon_fixture_insert (s->salon, step), TRUE);
}

gpointer
roles_own_tick (SmallSalon *s)
{
  return tick_of (s, s->maria);
}

gpointer
roles_other_tick (SmallSalon *s)
{
  return tick_of (s, s->jana);
}

gpointer
roles_visit_note (SmallSalon *s)
{
  gint64 visit = salon_fixture_add_visit (s->salon, s->irina, TODAY, 11 * 60, SALON_VISIT_BOOKED, s->manicure, s->maria, s->room1);

  return salon_visit_note_request_new (visit, "red");
}

gpointer
roles_board (SmallSalon *s)
{
  return salon_board_request_new (TODAY, 1, 0, FALSE);
}
