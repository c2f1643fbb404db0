#pragma once
/* "employee=Anna,4": a report narrowed to some values of a grouping, by number or by name. */
#include "ctl/ctl.h"
#include "model/entities/report-spec.h"

G_BEGIN_DECLS

SalonReportSpec *salon_ctl_report_only (SalonCtl *ctl, const SalonReportSpec *spec, const char *text, int *status);

G_END_DECLS
