#pragma once
/* What is asked of a report while it runs: made by reports.c, read by the reports. */
#include "model/rules/report-dimension.h"
#include "model/services/report-declare.h"

G_BEGIN_DECLS

SalonReportAsk *salon_report_ask_new (SalonTx *tx, const SalonReport *report, SalonReportSpec *spec, GError **error);
SalonReportAsk *salon_report_ask_before (const SalonReportAsk *self);
void salon_report_ask_free (SalonReportAsk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonReportAsk, salon_report_ask_free)

gboolean salon_report_ask_attributes (SalonTx *tx, SalonReportAsk *ask, SalonFactNeeds needs, GError **error);
SalonReportMaps *salon_report_ask_maps (SalonTx *tx, GError **error);
void salon_report_ask_add_compared_note (const SalonReportAsk *ask, SalonReportTable *table);

G_END_DECLS
