/* recur, visit late. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "ctl/ctl.h"
#include "model/rules/series.h"
#include "model/services/late.h"
#include "model/services/series.h"

static SalonRecord *
date_row (const SalonSeriesDate *date)
{
  SalonRecord *row = salon_record_new ();
  g_autofree char *wanted = salon_ctl_wall_text (date->wanted);
  g_autofree char *start = date->start != 0 ? salon_ctl_wall_text (date->start) : g_strdup ("");

  salon_record_set_int (row, "number", date->number);
  salon_record_set_text (row, "wanted", wanted);
  salon_record_set_text (row, "start", start);
  salon_record_set_text (row, "problem", date->problem != NULL ? date->problem : "");
  return row;
}

static void
print_plan (SalonCtl *ctl, const GPtrArray *dates)
{
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();

  for (guint i = 0; i < dates->len; i++)
    g_ptr_array_add (rows, date_row (dates->pdata[i]));
  salon_ctl_print (ctl, rows);
}

/* Booked where the plan said; a date without a free time is left out. */
static int
book_plan (SalonCtl *ctl, SalonSeriesRequest *request, const GPtrArray *dates)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  g_autoptr (GArray) visits = NULL;
  SalonIdRequest first = { request->visit_id };

  request->starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 1; i < dates->len; i++) {
    const SalonSeriesDate *date = dates->pdata[i];

    if (date->start != 0)
      g_array_append_val (request->starts, date->start);
  }
  if (!salon_session_submit_sync (ctl->session, &salon_command_series_book, request, NULL, NULL, &error))
    return salon_ctl_fail (error);
  visits = salon_session_query_sync (ctl->session, &salon_query_series_visits, &first, &error);
  if (visits == NULL)
    return salon_ctl_fail (error);
  for (guint i = 0; i < visits->len; i++) {
    const SalonSeriesVisit *visit = &g_array_index (visits, SalonSeriesVisit, i);
    g_autofree char *start = salon_ctl_wall_text (visit->start_min);
    SalonRecord *row = salon_record_new ();

    salon_record_set_int (row, "id", visit->visit_id);
    salon_record_set_text (row, "start", start);
    g_ptr_array_add (rows, row);
  }
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

static int
cmd_recur (SalonCtl *ctl, int argc, char **argv)
{
  g_autofree char *every = NULL;
  gboolean dry_run = FALSE;
  gboolean accept = FALSE;
  SalonRecurrence recurrence = { 0 };
  const GOptionEntry entries[] = {
    { "every", 0, 0, G_OPTION_ARG_STRING, &every, NULL, NULL },
    { "flex", 0, 0, G_OPTION_ARG_INT, &recurrence.flexible_days, NULL, NULL },
    { "times", 0, 0, G_OPTION_ARG_INT, &recurrence.times, NULL, NULL },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, NULL, NULL },
    { "accept", 0, 0, G_OPTION_ARG_NONE, &accept, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSeriesRequest) request = NULL;
  g_autoptr (GPtrArray) dates = NULL;
  gint64 visit_id = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 1 || !salon_ctl_id (argv[0], &visit_id) || every == NULL)
    return salon_ctl_usage ("%s", _("Say which visit and how often: recur VISIT --every 4w --times 6 [--flex DAYS]."));
  if (!salon_series_parse_every (every, &recurrence, &error))
    return salon_ctl_usage ("%s", error->message);
  if (!salon_ctl_open (ctl, !dry_run, &status))
    return status;
  request = salon_series_request_new (visit_id, &recurrence);
  request->accept_warnings = accept;
  dates = salon_session_query_sync (ctl->session, &salon_query_series_plan, request, &error);
  if (dates == NULL)
    return salon_ctl_fail (error);
  if (!dry_run)
    return book_plan (ctl, request, dates);
  print_plan (ctl, dates);
  return SALON_CTL_DONE;
}

static SalonRecord *
plan_row (const SalonLatePlan *plan)
{
  SalonRecord *row = salon_record_new ();
  g_autofree char *start = salon_ctl_wall_text (plan->start_min);

  salon_record_set_int (row, "id", plan->visit_id);
  salon_record_set_text (row, "start", start);
  salon_record_set_int (row, "free", plan->can_shift);
  salon_record_set_text (row, "problem", plan->problem != NULL ? plan->problem : "");
  salon_record_set_text (row, "pushes", plan->pushes != NULL ? plan->pushes : "");
  return row;
}

static int
cmd_late (SalonCtl *ctl, int argc, char **argv)
{
  SalonLateRequest request = { 0 };
  const GOptionEntry entries[] = {
    { "shift", 0, 0, G_OPTION_ARG_NONE, &request.shift, NULL, NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonLatePlan) plan = NULL;
  g_autoptr (GPtrArray) rows = salon_ctl_rows_new ();
  guint64 minutes = 0;
  int status = 0;

  if (!salon_ctl_parse (entries, &argc, &argv, &status))
    return status;
  if (argc != 2 || !salon_ctl_id (argv[0], &request.visit_id)
      || !g_ascii_string_to_unsigned (argv[1], 10, 0, 480, &minutes, NULL))
    return salon_ctl_usage ("%s", _("Say which visit and how late: visit late ID MINUTES [--shift]."));
  request.minutes = (int) minutes;
  if (!salon_ctl_open (ctl, TRUE, &status))
    return status;
  plan = salon_session_query_sync (ctl->session, &salon_query_late_plan, &request, &error);
  if (plan == NULL || !salon_session_submit_sync (ctl->session, &salon_command_late, &request, NULL, NULL, &error))
    return salon_ctl_fail (error);
  g_ptr_array_add (rows, plan_row (plan));
  salon_ctl_print (ctl, rows);
  return SALON_CTL_DONE;
}

const SalonCtlCommand salon_ctl_series_commands[] = {
  { "recur", "VISIT --every 4w|1m --times N [--flex DAYS] [--accept] [--dry-run]", SALON_N ("Repeats a visit"), cmd_recur },
  { "visit late", "ID MINUTES [--shift]", SALON_N ("Notes that a client will be late"), cmd_late },
  { NULL, NULL, NULL, NULL },
};
