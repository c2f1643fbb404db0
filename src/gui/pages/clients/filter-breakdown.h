#pragma once
/* How many of each status: bars that are pressed. */
#include "model/services/filters.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_BREAKDOWN (salon_filter_breakdown_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterBreakdown, salon_filter_breakdown, SALON, FILTER_BREAKDOWN, GtkWidget)

GtkWidget *salon_filter_breakdown_new (void);
void salon_filter_breakdown_set (SalonFilterBreakdown *self, const SalonFilterPreview *preview, guint statuses);

G_END_DECLS
