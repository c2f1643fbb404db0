#pragma once
/* Whether a report may leave the program, and what it says of the salon then. */
#include "base/report-table.h"
#include "model/services/settings.h"

G_BEGIN_DECLS

/**
 * SalonReportLeave:
 * @names_people: rows of the file are about single clients
 */
typedef struct {
  gboolean names_people;
} SalonReportLeave;

gboolean salon_report_names_people (const SalonReportTable *table);
gboolean salon_report_chart_names_people (const SalonReportTable *table);
SalonReportLeave *salon_report_leave_new (gboolean names_people);
SalonSettings *salon_report_leave (SalonTx *tx, const SalonReportLeave *request, GError **error);

extern const SalonQuery salon_query_report_leave;

G_END_DECLS
