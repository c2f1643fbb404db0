#pragma once
/* Reports that are folded from the facts of a source. */
#include "model/services/report-declare.h"

G_BEGIN_DECLS

gboolean salon_report_facts_have_lines (SalonFactSource source);
SalonReportTable *salon_report_facts_run (SalonTx *tx, SalonReportAsk *ask, GError **error);
SalonReportTable *salon_report_facts_behind (SalonTx *tx, SalonReportAsk *ask, const SalonBehindRequest *request, GError **error);

G_END_DECLS
