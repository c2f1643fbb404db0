/* shift, absence, holiday, sick: who works when. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ctl/ctl.h"
#include "model/entities/absence.h"
#include "model/entities/employee.h"
#include "model/entities/enums.h"
#include "model/entities/holiday.h"
#include "model/services/catalogue.h"
#include "model/services/roster.h"
#include "model/services/shifts.h"
#include "model/services/sick-day.h"

static const char *const absence_words[] = { "", "vacation", "sick", "training", "other" };
static const char *const source_words[] = { "weekly", "shift", "off" };

/* ---- arguments */

static void
set_day (SalonRecord *row, const char *key, gint64 day)
{
  g_autofree char *text = salon_day_format_iso ((SalonDay) day);

  salon_record_set_text (row, key, text);
}

/* "2026-11-24" or "2026-11-01..2026-11-30". */
static gboolean
read_span (SalonCtl *ctl, const char *text, SalonDay *first, SalonDay *last, int *status)
{
  const char *dots = text != NULL ? strstr (text, "..") : NULL;
  g_autofree char *head = dots != NULL ? g_strndup (text, (gsize) (dots - text)) : g_strdup (text);

  if (!salon_ctl_day (ctl, head, first, status))
    return FALSE;
  *last = *first;
  return dots == NULL || salon_ctl_day (ctl, dots + 2, last, status);
}

static gboolean
find_employee (SalonCtl *ctl, const char *name, gint64 *id, int *status)
{
  *id = salon_ctl_find_named (ctl, salon_employee_get_type (), name, status);
  return *id != 0;
}

static int
run_command (SalonCtl *ctl, const SalonCommand *command, gconstpointer request, const char *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  SalonDone done = { 0 };

  if (!salon_session_submit_sync (ctl->session, command, request, NULL, &done, &error))
    return salon_ctl_fail (error);
  salon_record_set_int (salon_ctl_add_row (rows), key, done.id);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* ---- shifts */

static gboolean
read_hours (const char *text, SalonShiftWhat *what, SalonHours *parts, guint *n, int *status)
{
  g_autoptr (GError) error = NULL;

  *n = 0;
  *what = g_str_equal (text, "off") ? SALON_SHIFT_OFF : g_str_equal (text, "weekly") ? SALON_SHIFT_WEEKLY : SALON_SHIFT_HOURS;
  if (*what != SALON_SHIFT_HOURS || salon_hours_parse (text, parts, n, &error))
    return TRUE;
  *status = salon_ctl_fail (error);
  return FALSE;
}

static int
cmd_shift_set (SalonCtl *ctl, int argc, char **argv)
{
  gboolean keep = FALSE;
  const GOptionEntry entries[] = { { "keep-visits", 0, 0, G_OPTION_ARG_NONE, &keep, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonShiftsRequest) request = salon_shifts_request_new ();
  SalonHours parts[SALON_HOURS_MOST_PARTS];
  SalonShiftWhat what = SALON_SHIFT_HOURS;
  SalonDay first = 0, last = 0;
  gint64 employee = 0;
  guint n = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 3)
    return salon_ctl_usage ("%s", _("Say whose, when and which hours: shift set EMPLOYEE DAY|FROM..TO HOURS|off|weekly."));
  if (!read_span (ctl, argv[1], &first, &last, &status) || !read_hours (argv[2], &what, parts, &n, &status)
      || !salon_ctl_open (ctl, TRUE, &status) || !find_employee (ctl, argv[0], &employee, &status))
    return status;
  for (SalonDay day = first; day <= last && day - first < SALON_SHIFTS_MOST_CELLS; day++)
    salon_shifts_request_add (request, employee, day, what, parts, n);
  request->keep_visits = keep;
  return run_command (ctl, &salon_command_shifts_set, request, "days");
}

static int
cmd_shift_pattern (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *from_day = NULL;
  gboolean keep = FALSE;
  const GOptionEntry entries[] = { { "from-day", 0, 0, G_OPTION_ARG_STRING, &from_day, NULL, NULL },
                                   { "keep-visits", 0, 0, G_OPTION_ARG_NONE, &keep, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonShiftsRequest) request = salon_shifts_request_new ();
  g_autoptr (GError) error = NULL;
  SalonShiftPattern pattern = { .weekend = salon_weekend () };
  SalonHours parts[SALON_HOURS_MOST_PARTS];
  SalonDay first = 0, last = 0;
  gint64 employee = 0;
  guint n = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 4)
    return salon_ctl_usage ("%s", _("Say whose, when, which pattern and hours: shift pattern EMPLOYEE FROM..TO 2/2 HOURS."));
  if (!read_span (ctl, argv[1], &first, &last, &status))
    return status;
  if (!salon_shift_pattern_parse (argv[2], &pattern, &error) || !salon_hours_parse (argv[3], parts, &n, &error))
    return salon_ctl_fail (error);
  pattern.start = first;
  if ((from_day != NULL && !salon_ctl_day (ctl, from_day, &pattern.start, &status)) || !salon_ctl_open (ctl, TRUE, &status)
      || !find_employee (ctl, argv[0], &employee, &status))
    return status;
  salon_shifts_request_add_pattern (request, employee, first, last, &pattern, parts, n);
  request->keep_visits = keep;
  return run_command (ctl, &salon_command_shifts_set, request, "days");
}

static void
list_day (GPtrArray *rows, const SalonRoster *roster, const SalonRosterRow *of, guint at)
{
  const SalonRosterDay *day = &of->days[at];
  SalonRecord *row = salon_ctl_add_row (rows);
  g_autofree char *hours = salon_hours_format (day->parts, day->n_parts);

  salon_record_set_int (row, "employee_id", of->employee_id);
  salon_record_set_text (row, "employee", of->name);
  set_day (row, "day", (gint64) roster->first_day + at);
  salon_record_set_text (row, "source", source_words[day->what]);
  salon_record_set_text (row, "hours", hours);
  salon_record_set_int (row, "minutes", day->minutes);
  salon_record_set_text (row, "absence", absence_words[CLAMP (day->absence, 0, SALON_ABSENCE_OTHER)]);
  salon_record_set_text (row, "holiday", roster->holidays[at] != NULL ? roster->holidays[at]->name : "");
  salon_record_set_int (row, "visits", day->n_visits);
}

static int
cmd_shift_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *employee = NULL;
  const GOptionEntry entries[] = { { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  SalonRosterRequest request = { 0 };
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (SalonRoster) roster = NULL;
  g_autoptr (GError) error = NULL;
  gint64 only = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 1)
    return salon_ctl_usage ("%s", _("Say which days: shift list [DAY|FROM..TO] [--employee NAME]."));
  if (!read_span (ctl, argc == 1 ? argv[0] : NULL, &request.first_day, &request.last_day, &status)
      || !salon_ctl_open (ctl, FALSE, &status) || (employee != NULL && !find_employee (ctl, employee, &only, &status)))
    return status;
  roster = salon_session_query_sync (ctl->session, &salon_query_roster, &request, &error);
  if (roster == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < roster->rows->len; i++) {
    const SalonRosterRow *row = roster->rows->pdata[i];

    for (guint d = 0; d < roster->n_days && (only == 0 || only == row->employee_id); d++)
      list_day (rows, roster, row, d);
  }
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

/* ---- absences and holidays */

static gint64
kind_of (const char *word)
{
  for (gint64 i = SALON_ABSENCE_HOLIDAY; i <= SALON_ABSENCE_OTHER; i++)
    if (g_str_equal (absence_words[i], word))
      return i;
  return 0;
}

static int
cmd_absence_add (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *note = NULL;
  gboolean keep = FALSE;
  const GOptionEntry entries[] = { { "note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL },
                                   { "keep-visits", 0, 0, G_OPTION_ARG_NONE, &keep, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonAbsence) absence = salon_absence_new ();
  SalonEntityDraft draft = { NULL, SALON_ENTITY (absence), FALSE, FALSE };
  SalonDay first = 0, last = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc == 3)
    absence->kind = kind_of (argv[2]);
  if (absence->kind == 0)
    return salon_ctl_usage ("%s", _("Say who, when and why: absence add EMPLOYEE FROM..TO vacation|sick|training|other."));
  if (!read_span (ctl, argv[1], &first, &last, &status) || !salon_ctl_open (ctl, TRUE, &status)
      || !find_employee (ctl, argv[0], &absence->employee_id, &status))
    return status;
  absence->first_day = first;
  absence->last_day = last;
  absence->note = g_steal_pointer (&note);
  draft.keep_visits = keep;
  return run_command (ctl, &salon_command_catalogue_save, &draft, "id");
}

static GPtrArray *
load_all (SalonCtl *ctl, GType type, int *status)
{
  SalonEntityListRequest request = { type, TRUE };
  g_autoptr (GError) error = NULL;
  GPtrArray *all = salon_session_query_sync (ctl->session, &salon_query_catalogue_list, &request, &error);

  if (all == NULL)
    *status = salon_ctl_fail (error);
  return all;
}

static int
cmd_absence_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *employee = NULL;
  const GOptionEntry entries[] = { { "employee", 0, 0, G_OPTION_ARG_STRING, &employee, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GPtrArray) all = NULL;
  gint64 only = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc > 0)
    return salon_ctl_usage ("%s", _("Say whose: absence list [--employee NAME]."));
  if (!salon_ctl_open (ctl, FALSE, &status) || (employee != NULL && !find_employee (ctl, employee, &only, &status)))
    return status;
  all = load_all (ctl, salon_absence_get_type (), &status);
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const SalonAbsence *absence = all->pdata[i];
    SalonRecord *row = NULL;

    if (only != 0 && absence->employee_id != only)
      continue;
    row = salon_ctl_add_row (rows);
    salon_record_set_int (row, "id", salon_entity_get_id (absence));
    salon_record_set_int (row, "employee_id", absence->employee_id);
    salon_record_set_text (row, "kind", absence_words[CLAMP (absence->kind, 0, SALON_ABSENCE_OTHER)]);
    set_day (row, "first_day", absence->first_day);
    set_day (row, "last_day", absence->last_day);
    salon_record_set_text (row, "note", absence->note != NULL ? absence->note : "");
  }
  if (all != NULL)
    salon_ctl_print (ctl, rows);
  return all != NULL ? SALON_CTL_DONE : status;
}

static int
remove_entity (SalonCtl *ctl, GType type, const char *id_text)
{
  g_autoptr (SalonEntity) entity = g_object_new (type, NULL);
  SalonEntityDraft draft = { NULL, entity, FALSE, FALSE };
  gint64 id = 0;
  int status = 0;

  if (!salon_ctl_id (id_text, &id))
    return salon_ctl_usage (_("“%s” is not a number of an entry; see the list."), id_text);
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  salon_entity_set_id (entity, id);
  return run_command (ctl, &salon_command_catalogue_archive, &draft, "id");
}

static int
cmd_absence_remove (SalonCtl *ctl, int argc, char **argv)
{
  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which: absence remove ID."));
  return remove_entity (ctl, salon_absence_get_type (), argv[0]);
}

static int
cmd_holiday_add (SalonCtl *ctl, int argc, char **argv)
{
  gboolean keep = FALSE;
  const GOptionEntry entries[] = { { "keep-visits", 0, 0, G_OPTION_ARG_NONE, &keep, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  g_autoptr (SalonHoliday) holiday = salon_holiday_new ();
  SalonEntityDraft draft = { NULL, SALON_ENTITY (holiday), FALSE, FALSE };
  SalonDay first = 0, last = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 2)
    return salon_ctl_usage ("%s", _("Say when and its name: holiday add DAY|FROM..TO NAME."));
  if (!read_span (ctl, argv[0], &first, &last, &status) || !salon_ctl_open (ctl, TRUE, &status))
    return status;
  holiday->name = g_strdup (argv[1]);
  holiday->first_day = first;
  holiday->last_day = last;
  draft.keep_visits = keep;
  return run_command (ctl, &salon_command_catalogue_save, &draft, "id");
}

static int
cmd_holiday_list (SalonCtl *ctl, int argc, char **argv)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GPtrArray) all = NULL;
  int status = 0;

  if (argc > 0)
    return salon_ctl_usage ("%s", _("Nothing can follow “holiday list”."));
  if (!salon_ctl_open (ctl, FALSE, &status))
    return status;
  all = load_all (ctl, salon_holiday_get_type (), &status);
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const SalonHoliday *holiday = all->pdata[i];
    SalonRecord *row = salon_ctl_add_row (rows);

    salon_record_set_int (row, "id", salon_entity_get_id (holiday));
    salon_record_set_text (row, "name", holiday->name);
    set_day (row, "first_day", holiday->first_day);
    set_day (row, "last_day", holiday->last_day);
  }
  if (all != NULL)
    salon_ctl_print (ctl, rows);
  return all != NULL ? SALON_CTL_DONE : status;
}

static int
cmd_holiday_remove (SalonCtl *ctl, int argc, char **argv)
{
  if (argc != 1)
    return salon_ctl_usage ("%s", _("Say which: holiday remove ID."));
  return remove_entity (ctl, salon_holiday_get_type (), argv[0]);
}

/* ---- the sick day */

static void
list_item (GPtrArray *rows, const SalonSickItem *item)
{
  SalonRecord *row = salon_ctl_add_row (rows);
  g_autofree char *start = salon_ctl_wall_text (item->start_min);
  const SalonSickChoice *choice = item->proposed >= 0 ? item->choices->pdata[item->proposed] : NULL;
  g_autofree char *to = choice != NULL ? salon_ctl_wall_text (choice->start_min) : g_strdup ("");

  salon_record_set_int (row, "visit_id", item->visit_id);
  salon_record_set_text (row, "start", start);
  salon_record_set_int (row, "client_id", item->client_id);
  salon_record_set_text (row, "client", item->client);
  salon_record_set_text (row, "phone", item->phone != NULL ? item->phone : "");
  salon_record_set_text (row, "services", item->services);
  salon_record_set_text (row, "new_start", to);
  salon_record_set_int (row, "new_employee_id", choice != NULL ? choice->employee_id : 0);
  salon_record_set_text (row, "new_employee", choice != NULL ? choice->employee : "");
  salon_record_set_text (row, "new_room", choice != NULL && choice->room != NULL ? choice->room : "");
  salon_record_set_int (row, "choices", item->choices->len);
}

static gboolean
apply_proposals (SalonCtl *ctl, const SalonSickDay *day, const char *note, int *status)
{
  g_autoptr (SalonSickApply) apply = salon_sick_apply_new (day->employee_id, day->first_day, day->last_day, SALON_ABSENCE_SICK);
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  apply->note = g_strdup (note);
  for (guint i = 0; i < day->items->len; i++) {
    const SalonSickItem *item = day->items->pdata[i];

    salon_sick_apply_add (apply, item->visit_id, item->proposed >= 0 ? SALON_SICK_MOVE : SALON_SICK_LEAVE,
                          item->proposed >= 0 ? item->choices->pdata[item->proposed] : NULL, NULL);
  }
  if (salon_session_submit_sync (ctl->session, &salon_command_sick_day, apply, NULL, &done, &error))
    return TRUE;
  *status = salon_ctl_fail (error);
  return FALSE;
}

static int
cmd_sick (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *note = NULL;
  gboolean apply = FALSE;
  const GOptionEntry entries[] = { { "apply", 0, 0, G_OPTION_ARG_NONE, &apply, NULL, NULL },
                                   { "note", 0, 0, G_OPTION_ARG_STRING, &note, NULL, NULL },
                                   { NULL, 0, 0, 0, NULL, NULL, NULL } };
  SalonSickRequest request = { 0 };
  g_autoptr (SalonSickDay) day = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GError) error = NULL;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc < 1 || argc > 2)
    return salon_ctl_usage ("%s", _("Say who and when: sick EMPLOYEE [DAY|FROM..TO] [--apply]."));
  if (!read_span (ctl, argc == 2 ? argv[1] : NULL, &request.first_day, &request.last_day, &status)
      || !salon_ctl_open (ctl, apply, &status) || !find_employee (ctl, argv[0], &request.employee_id, &status))
    return status;
  day = salon_session_query_sync (ctl->session, &salon_query_sick_day, &request, &error);
  if (day == NULL)
    return salon_ctl_fail (error);
  if (apply && !apply_proposals (ctl, day, note, &status))
    return status;
  for (guint i = 0; i < day->items->len; i++)
    list_item (rows, day->items->pdata[i]);
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_staff_commands[] = {
  { "shift set", "EMPLOYEE DAY|FROM..TO HOURS|off|weekly [--keep-visits]", SALON_N ("Sets the hours of days"), cmd_shift_set },
  { "shift pattern", "EMPLOYEE FROM..TO weekdays|odd|even|2/2|every-3 HOURS [--from-day DATE] [--keep-visits]",
    SALON_N ("Sets the hours of days by a pattern"), cmd_shift_pattern },
  { "shift list", "[DAY|FROM..TO] [--employee NAME]", SALON_N ("Lists who works when"), cmd_shift_list },
  { "absence add", "EMPLOYEE DAY|FROM..TO vacation|sick|training|other [--note TEXT] [--keep-visits]",
    SALON_N ("Says when somebody is away"), cmd_absence_add },
  { "absence list", "[--employee NAME]", SALON_N ("Lists absences"), cmd_absence_list },
  { "absence remove", "ID", SALON_N ("Removes an absence"), cmd_absence_remove },
  { "holiday add", "DAY|FROM..TO NAME [--keep-visits]", SALON_N ("Says when the salon is closed"), cmd_holiday_add },
  { "holiday list", "", SALON_N ("Lists the holidays of the salon"), cmd_holiday_list },
  { "holiday remove", "ID", SALON_N ("Removes a holiday"), cmd_holiday_remove },
  { "sick", "EMPLOYEE [DAY|FROM..TO] [--apply] [--note TEXT]", SALON_N ("Finds new places for the visits of an employee who is ill"),
    cmd_sick },
  { NULL, NULL, NULL, NULL },
};
