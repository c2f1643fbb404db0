#pragma once
/* What a report is narrowed to, in words. */
#include "model/rules/report-dimension.h"
#include "model/services/report-declare.h"

G_BEGIN_DECLS

void salon_report_narrow_tell (SalonTx *tx, const SalonReportSpec *spec, const GPtrArray *dimensions, SalonReportMaps *maps,
                               SalonReportTable *table);
void salon_report_narrow_note (const SalonReportSpec *spec, const GPtrArray *dimensions, const SalonReportMaps *maps,
                               SalonReportTable *table);

G_END_DECLS
