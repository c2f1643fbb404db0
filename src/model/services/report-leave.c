/* Sums may be taken away by whoever may see them; a file with names of clients is an export of clients. */
#include "model/services/report-leave.h"

#include "model/rules/permission.h"
#include "model/store/tx.h"

/**
 * salon_report_names_people:
 *
 * Returns: whether single clients stand in its rows, with or without what they did
 */
gboolean
salon_report_names_people (const SalonReportTable *table)
{
  if (salon_report_table_find_column (table, "client") >= 0)
    return TRUE;
  for (guint i = 0; i < table->rows->len; i++)
    if (salon_report_table_row (table, i)->opens == SALON_REPORT_OPENS_CLIENT)
      return TRUE;
  return FALSE;
}

/**
 * salon_report_chart_names_people:
 *
 * Returns: whether single clients stand in its chart: those of a grouping do
 */
gboolean
salon_report_chart_names_people (const SalonReportTable *table)
{
  int client = salon_report_table_find_column (table, "client");

  return client >= 0 && (guint) client < table->n_groupings;
}

/**
 * salon_report_leave_new:
 * @names_people: see salon_report_names_people(); of a picture, salon_report_chart_names_people()
 *
 * Returns: (transfer full): asks whether a file may be written
 */
SalonReportLeave *
salon_report_leave_new (gboolean names_people)
{
  SalonReportLeave *self = g_new0 (SalonReportLeave, 1);

  self->names_people = names_people;
  return self;
}

/**
 * salon_report_leave:
 * @error: %SALON_ERROR_PERMISSION
 *
 * Returns: (transfer full): of the salon, whose name stands on paper
 */
SalonSettings *
salon_report_leave (SalonTx *tx, const SalonReportLeave *request, GError **error)
{
  const SalonActor *actor = salon_tx_actor (tx);

  if (!salon_permission_check (actor, SALON_PERMISSION_REPORTS, error)
      || (request->names_people && !salon_permission_check (actor, SALON_PERMISSION_CLIENTS_EXPORT, error)))
    return NULL;
  return salon_settings_load (tx, NULL, error);
}

SALON_DEFINE_QUERY (salon_query_report_leave, "report.leave", salon_report_leave, SalonReportLeave, g_free, salon_settings_free)
