#pragma once
/* A report that was answered, on standard output or in a file. */
#include "ctl/ctl.h"
#include "exchange/report-file.h"
#include "model/entities/report-spec.h"

G_BEGIN_DECLS

/**
 * SalonCtlReportOut:
 * @spec: what was asked
 * @is_dark: of a picture: for a dark ground
 * @path: (nullable): %NULL = standard output, for what is text
 */
typedef struct {
  const SalonReportSpec *spec;
  SalonReportFile kind;
  gboolean is_dark;
  const char *path;
} SalonCtlReportOut;

int salon_ctl_report_out (SalonCtl *ctl, const SalonReportTable *table, const SalonCtlReportOut *out);

G_END_DECLS
