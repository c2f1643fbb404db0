#pragma once
/* Runs reports in the background, one at a time: a new one drops the one before. */
#include "gui/pages/reports/report-answer.h"
#include "model/services/session.h"

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_RUNNER (salon_report_runner_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportRunner, salon_report_runner, SALON, REPORT_RUNNER, GObject)

SalonReportRunner *salon_report_runner_new (SalonSession *session);
void salon_report_runner_run (SalonReportRunner *self, SalonReportSpec *spec);
void salon_report_runner_cancel (SalonReportRunner *self);
gboolean salon_report_runner_is_running (SalonReportRunner *self);

G_END_DECLS
