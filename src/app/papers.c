/* From the name of an action to the part that does it. */
#include "app/papers.h"

#include "gui/parts/calendar-export.h"
#include "gui/parts/day-sheet-print.h"

/**
 * salon_papers_run:
 * @action: "win.export-calendar" with an employee, or "win.print-sheet", "win.preview-sheet", "win.save-sheet" with a day and
 *   an employee; 0 = everybody
 */
void
salon_papers_run (GtkWidget *window, SalonSession *session, const char *action, GVariant *target)
{
  gint32 day = 0;
  gint64 employee_id = 0;

  if (g_str_equal (action, "win.export-calendar")) {
    salon_calendar_export (window, session, g_variant_get_int64 (target));
    return;
  }
  g_variant_get (target, "(ix)", &day, &employee_id);
  if (g_str_equal (action, "win.print-sheet"))
    salon_day_sheet_print (window, session, day, employee_id);
  else if (g_str_equal (action, "win.preview-sheet"))
    salon_day_sheet_preview (window, session, day, employee_id);
  else
    salon_day_sheet_save (window, session, day, employee_id);
}
