#pragma once
/* Words in an order: chips that can be taken out, moved and added. */
#include "model/services/reports.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORT_CHIPS (salon_report_chips_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportChips, salon_report_chips, SALON, REPORT_CHIPS, GtkWidget)

GtkWidget *salon_report_chips_new (const char *label, const char *add);
void salon_report_chips_set (SalonReportChips *self, GArray *words, const char *const *chosen);
void salon_report_chips_open (SalonReportChips *self);
const char *const *salon_report_chips_get (SalonReportChips *self);

G_END_DECLS
