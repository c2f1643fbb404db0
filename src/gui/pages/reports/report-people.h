#pragma once
/* Of which clients a report tells: the form of filters in a drop-down. */
#include "model/entities/filter.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_PEOPLE (salon_report_people_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportPeople, salon_report_people, SALON, REPORT_PEOPLE, GtkWidget)

GtkWidget *salon_report_people_new (SalonSession *session);
void salon_report_people_set (SalonReportPeople *self, SalonFilter *filter);
SalonFilter *salon_report_people_get (SalonReportPeople *self);

G_END_DECLS
