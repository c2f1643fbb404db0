#pragma once
/* Tables of reports that were made by hand, or by chance, to see what becomes of them outside. */
#include "base/report-table.h"

G_BEGIN_DECLS

SalonReportTable *salon_test_report (const char *name);
SalonReportTable *salon_test_report_random (guint32 seed);
const char *const *salon_test_report_names (void);

G_END_DECLS
