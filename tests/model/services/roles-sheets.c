/* Sheets and calendars for the test of roles; Maria is the master who works with the program. */
#include "roles-sheets.h"

#include "model/services/day-sheets.h"
#include "model/services/employee-calendar.h"

gpointer
roles_all_sheets (SmallSalon *s)
{
  return salon_day_sheet_request_new (TODAY, 0);
}

gpointer
roles_own_sheet (SmallSalon *s)
{
  return salon_day_sheet_request_new (TODAY, s->maria);
}

gpointer
roles_other_sheet (SmallSalon *s)
{
  return salon_day_sheet_request_new (TODAY, s->jana);
}

gpointer
roles_own_calendar (SmallSalon *s)
{
  return salon_calendar_request_new (s->maria, TODAY, TODAY + 7, TRUE);
}

gpointer
roles_other_calendar (SmallSalon *s)
{
  return salon_calendar_request_new (s->jana, TODAY, TODAY + 7, TRUE);
}
