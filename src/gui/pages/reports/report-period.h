#pragma once
/* Of which days a report tells: a period that moves with today, or own dates. */
#include "model/entities/filter.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_PERIOD (salon_report_period_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportPeriod, salon_report_period, SALON, REPORT_PERIOD, GtkWidget)

GtkWidget *salon_report_period_new (SalonDay today);
void salon_report_period_set (SalonReportPeriod *self, const SalonFilterPeriod *period, SalonDay today);
const SalonFilterPeriod *salon_report_period_get (SalonReportPeriod *self);
void salon_report_period_step (SalonReportPeriod *self, int by);
void salon_report_period_open (SalonReportPeriod *self);
gboolean salon_report_period_mark (SalonReportPeriod *self, const GError *error);
char *salon_report_period_text (const SalonFilterPeriod *period, SalonDay today);
SalonFilterPeriod salon_report_period_stepped (const SalonFilterPeriod *period, SalonDay today, int by);

G_END_DECLS
