/* What is asked of reports, own reports, filters, segments and lists of people: made anew for each attempt. */
#include "roles-reports.h"

#include "model/services/filters.h"
#include "model/services/people-lists.h"
#include "model/services/segments.h"
#include "roles-filters.h"

static gpointer
list_of_irina (SmallSalon *s)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, s->irina);
  return salon_people_list_run_new (salon_people_list_draft_new ("Lost in June", "Inflow and outflow, June 2025", ids));
}

const RolesCommand roles_report_commands[] = {
  { &salon_command_segment_save, "segment", roles_new_segment, DESK },
  { &salon_command_segment_archive, "archive-segment", roles_old_segment, DESK },
  { &salon_command_segment_unarchive, "unarchive-segment", roles_old_segment, DESK },
  { &salon_job_people_list.command, "people-list", list_of_irina, DESK },
  { NULL, NULL, NULL, 0 },
};

const RolesQuery roles_report_queries[] = {
  { &salon_query_filter_preview, "filter-preview", roles_some_filter, ALL },
  { &salon_query_filter_tell, "filter-tell", roles_some_filter, ALL },
  { &salon_query_filter_phrase, "filter-phrase", roles_some_filter, ALL },
  { &salon_query_segments, "segments", roles_all_segments, ALL },
  { &salon_query_segment_moves, "segment-moves", roles_old_segment, ALL },
  { &salon_query_people_lists, "people-lists", NULL, ALL },
  { NULL, NULL, NULL, 0 },
};
