/* What is asked of reports, own reports, filters, segments and lists of people: made anew for each attempt. */
#include "roles-reports.h"

#include "model/entities/own-report.h"
#include "model/services/filters.h"
#include "model/services/own-reports.h"
#include "model/services/people-lists.h"
#include "model/services/report-leave.h"
#include "model/services/segments.h"
#include "roles-filters.h"

static gpointer
list_of_irina (SmallSalon *s)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, s->irina);
  return salon_people_list_run_new (salon_people_list_draft_new ("Lost in June", "Inflow and outflow, June 2025", ids));
}

static gpointer
new_own_report (SmallSalon *s)
{
  g_autoptr (SalonReportSpec) spec = salon_report_spec_new ("sales");

  return salon_own_report_draft_new (0, "My sales", spec);
}

static gpointer
old_own_report (SmallSalon *s)
{
  SalonOwnReport *report = salon_own_report_new ();

  report->name = g_strdup ("Old");
  report->spec = g_strdup ("sales");
  return salon_id_request_new (salon_fixture_insert (s->salon, report));
}

static gpointer
some_report (SmallSalon *s)
{
  g_autoptr (SalonReportSpec) spec = salon_report_spec_new ("sales");

  return salon_report_request_new (spec);
}

static gpointer
behind_report (SmallSalon *s)
{
  g_autoptr (SalonReportSpec) spec = salon_report_spec_new ("sales");
  SalonReportRow total = { 0 };

  return salon_behind_request_new (spec, &total, NULL, TRUE);
}

static gpointer
file_of_sums (SmallSalon *s)
{
  return salon_report_leave_new (FALSE);
}

static gpointer
file_of_people (SmallSalon *s)
{
  return salon_report_leave_new (TRUE);
}

const RolesCommand roles_report_commands[] = {
  { &salon_command_segment_save, "segment", roles_new_segment, DESK },
  { &salon_command_segment_archive, "archive-segment", roles_old_segment, DESK },
  { &salon_command_segment_unarchive, "unarchive-segment", roles_old_segment, DESK },
  { &salon_command_own_report_save, "own-report", new_own_report, DESK },
  { &salon_command_own_report_archive, "own-report-remove", old_own_report, DESK },
  { &salon_job_people_list.command, "people-list", list_of_irina, DESK },
  { NULL, NULL, NULL, 0 },
};

const RolesQuery roles_report_queries[] = {
  { &salon_query_filter_preview, "filter-preview", roles_some_filter, ALL },
  { &salon_query_filter_tell, "filter-tell", roles_some_filter, ALL },
  { &salon_query_filter_phrase, "filter-phrase", roles_some_filter, ALL },
  { &salon_query_segments, "segments", roles_all_segments, ALL },
  { &salon_query_segment_moves, "segment-moves", roles_old_segment, ALL },
  { &salon_query_report, "report", some_report, DESK },
  { &salon_query_report_behind, "report-behind", behind_report, DESK },
  { &salon_query_report_leave, "report-leave", file_of_sums, DESK },
  { &salon_query_report_leave, "report-leave-of-people", file_of_people, DESK },
  { &salon_query_own_reports, "own-reports", NULL, DESK },
  { &salon_query_people_lists, "people-lists", NULL, ALL },
  { NULL, NULL, NULL, 0 },
};
