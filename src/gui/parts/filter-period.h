#pragma once
/* A period of a filter: this month, the last n days, own dates. */
#include "model/entities/filter.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_PERIOD_EDIT (salon_filter_period_edit_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterPeriodEdit, salon_filter_period_edit, SALON, FILTER_PERIOD_EDIT, GtkWidget)

GtkWidget *salon_filter_period_edit_new (const char *label, const char *none, SalonDay today);
void salon_filter_period_edit_set (SalonFilterPeriodEdit *self, const SalonFilterPeriod *period);
gboolean salon_filter_period_edit_get (SalonFilterPeriodEdit *self, SalonFilterPeriod *period);

G_END_DECLS
