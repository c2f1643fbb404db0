/* sheet: the day of an employee as a PDF file; ics: her visits for a calendar. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/durable.h"
#include "ctl/ctl.h"
#include "exchange/ics-write.h"
#include "model/entities/employee.h"
#include "model/services/day-sheets.h"
#include "model/services/employee-calendar.h"
#include "report/day-sheet.h"

/* By number or by name; a name left out is 0. */
static gboolean
find_employee (SalonCtl *ctl, const char *text, gint64 *id, int *status)
{
  *id = 0;
  if (text == NULL || salon_ctl_id (text, id))
    return TRUE;
  *id = salon_ctl_find_named (ctl, salon_employee_get_type (), text, status);
  return *id != 0;
}

static void
print_file (SalonCtl *ctl, const char *what, guint n, GBytes *file)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonRecord *row = salon_record_new ();

  salon_record_set_int (row, what, n);
  salon_record_set_int (row, "size", (gint64) g_bytes_get_size (file));
  g_ptr_array_add (rows, row);
  salon_ctl_print (ctl, rows);
}

static int
write_sheet (SalonCtl *ctl, const SalonDaySheetRequest *request, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sheets = salon_session_query_sync (ctl->session, &salon_query_day_sheets, request, &error);
  g_autoptr (SalonPages) pages =
      sheets != NULL ? salon_report_day_sheets (sheets, salon_clock_wall_minute (ctl->clock)) : NULL;
  g_autoptr (GBytes) pdf = pages != NULL ? salon_pages_to_pdf (pages, &error) : NULL;

  if (pdf == NULL || !salon_durable_write (path, pdf, &error))
    return salon_ctl_fail (error);
  print_file (ctl, "pages", salon_pages_count (pages), pdf);
  return SALON_CTL_DONE;
}

static int
cmd_sheet (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *day_text = NULL;
  g_autofree char *employee = NULL;
  g_autofree char *path = NULL;
  const GOptionEntry entries[] = {
    { "day", 0, 0, G_OPTION_ARG_STRING, &day_text, NULL, NULL },
    { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, NULL, NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &path, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  SalonDaySheetRequest request = { 0 };
  SalonDay day = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, day_text, &day, &status))
    return status;
  if (argc > 0 || path == NULL)
    return salon_ctl_usage ("%s", _("Say where to: sheet [--day DATE] [--employee NAME] -o FILE.pdf."));
  request.day = day;
  if (!salon_ctl_open (ctl, FALSE, &status) || !find_employee (ctl, employee, &request.employee_id, &status))
    return status;
  return write_sheet (ctl, &request, path);
}

static int
write_calendar (SalonCtl *ctl, const SalonCalendarRequest *request, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCalendar) calendar =
      salon_session_query_sync (ctl->session, &salon_query_employee_calendar, request, &error);
  g_autoptr (GBytes) file = calendar != NULL ? salon_ics_write (calendar) : NULL;

  if (file == NULL || !salon_durable_write (path, file, &error))
    return salon_ctl_fail (error);
  print_file (ctl, "visits", calendar->events->len, file);
  return SALON_CTL_DONE;
}

static int
cmd_ics (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean phones = FALSE;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, NULL, NULL },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, NULL, NULL },
    { "phones", 0, 0, G_OPTION_ARG_NONE, &phones, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  SalonCalendarRequest request = { 0, SALON_DAY_NONE, SALON_DAY_NONE, FALSE };
  SalonDay first = 0, last = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status) || !salon_ctl_day (ctl, from, &first, &status)
      || !salon_ctl_day (ctl, to, &last, &status))
    return status;
  if (argc != 2)
    return salon_ctl_usage ("%s", _("Say whose calendar, and where to: ics EMPLOYEE FILE [--from DATE] [--to DATE]."));
  request.from = from != NULL ? first : SALON_DAY_NONE;
  request.to = to != NULL ? last : SALON_DAY_NONE;
  request.with_phones = phones;
  if (!salon_ctl_open (ctl, FALSE, &status) || !find_employee (ctl, argv[0], &request.employee_id, &status))
    return status;
  return write_calendar (ctl, &request, argv[1]);
}

const SalonCtlCommand salon_ctl_sheet_commands[] = {
  { "sheet", "[--day DATE] [--employee NAME] -o FILE.pdf", SALON_N ("Writes the sheet of a day, for one employee or for all"), cmd_sheet },
  { "ics", "EMPLOYEE FILE [--from DATE] [--to DATE] [--phones]", SALON_N ("Writes an employee's visits for the calendar of a phone"),
    cmd_ics },
  { NULL, NULL, NULL, NULL },
};
