/* Maria's shifts, breaks and absences. */
#include "roles-staff.h"

#include "model/entities/absence.h"
#include "model/entities/shift-template.h"
#include "model/entities/weekly-break.h"
#include "model/services/catalogue.h"
#include "model/services/roster.h"
#include "model/services/shifts.h"
#include "model/services/sick-day.h"

#define LATER (TODAY + 30)

gpointer
roles_day_off (SmallSalon *s)
{
  SalonShiftsRequest *request = salon_shifts_request_new ();

  salon_shifts_request_add (request, s->maria, LATER, SALON_SHIFT_OFF, NULL, 0);
  return request;
}

gpointer
roles_copied_week (SmallSalon *s)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, s->maria);
  return salon_shifts_copy_new (ids, LATER, LATER + 6, 7);
}

gpointer
roles_sick_day (SmallSalon *s)
{
  return salon_sick_apply_new (s->maria, LATER, LATER, SALON_ABSENCE_SICK);
}

gpointer
roles_new_absence (SmallSalon *s)
{
  g_autoptr (SalonAbsence) absence = salon_absence_new ();

  absence->employee_id = s->maria;
  absence->kind = SALON_ABSENCE_TRAINING;
  absence->first_day = absence->last_day = LATER;
  return salon_entity_draft_new (NULL, absence);
}

gpointer
roles_new_weekly_break (SmallSalon *s)
{
  g_autoptr (SalonWeeklyBreak) weekly = salon_weekly_break_new ();
  SalonEntityDraft *draft = NULL;

  weekly->employee_id = s->maria;
  weekly->from_min = 13 * 60;
  weekly->to_min = 14 * 60;
  draft = salon_entity_draft_new (NULL, weekly);
  draft->keep_visits = TRUE;
  return draft;
}

gpointer
roles_new_kind_of_shift (SmallSalon *s)
{
  g_autoptr (SalonShiftTemplate) kind = salon_shift_template_new ();

  kind->name = g_strdup ("Early");
  kind->from_min = 9 * 60;
  kind->to_min = 15 * 60;
  return salon_entity_draft_new (NULL, kind);
}

gpointer
roles_week (SmallSalon *s)
{
  return salon_roster_request_new (TODAY, TODAY + 6);
}

gpointer
roles_sick_request (SmallSalon *s)
{
  return salon_sick_request_new (s->maria, LATER, LATER);
}
