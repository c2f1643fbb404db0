#pragma once
/* Groups of clients that overlap: segments, categories and tags, as reports group by them and are narrowed to them. */
#include "model/rules/report-dimension.h"
#include "model/services/report-declare.h"

G_BEGIN_DECLS

gboolean salon_report_groups_load (SalonTx *tx, const SalonReportAsk *ask, const SalonReportDimension *dimension, SalonReportMaps *maps,
                                   GError **error);
void salon_report_groups_note (SalonReportTable *table);

G_END_DECLS
