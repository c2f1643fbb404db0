#pragma once
/* Saves a report by name, and what else can be done with one that is saved. */
#include "model/entities/report-spec.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_KEEPER (salon_report_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportKeeper, salon_report_keeper, SALON, REPORT_KEEPER, GtkWidget)

GtkWidget *salon_report_keeper_new (SalonSession *session);
void salon_report_keeper_set (SalonReportKeeper *self, SalonReportSpec *spec, gint64 own, const char *name);
void salon_report_keeper_open (SalonReportKeeper *self);

G_END_DECLS
