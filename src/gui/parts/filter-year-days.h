#pragma once
/* A range of days of any year, as birthdays have it: 15 December to 6 January. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_YEAR_DAYS (salon_filter_year_days_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterYearDays, salon_filter_year_days, SALON, FILTER_YEAR_DAYS, GtkWidget)

GtkWidget *salon_filter_year_days_new (const char *label);
void salon_filter_year_days_set (SalonFilterYearDays *self, gint64 from, gint64 to);
gboolean salon_filter_year_days_get (SalonFilterYearDays *self, gint64 *from, gint64 *to);

G_END_DECLS
