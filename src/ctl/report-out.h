#pragma once
/* A report that was answered, on standard output or in a file. */
#include "ctl/ctl.h"
#include "exchange/report-file.h"

G_BEGIN_DECLS

int salon_ctl_report_out (SalonCtl *ctl, const SalonReportTable *table, SalonReportFile kind, const char *path);

G_END_DECLS
