#pragma once
/* The dates of visits that are going to repeat, each of which can be left out or put elsewhere. */
#include "base/day.h"
#include "gui/widgets/tone.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SERIES_DATES (salon_series_dates_get_type ())
G_DECLARE_FINAL_TYPE (SalonSeriesDates, salon_series_dates, SALON, SERIES_DATES, GtkWidget)

GtkWidget *salon_series_dates_new (void);
void salon_series_dates_show (SalonSeriesDates *self, GPtrArray *plan, SalonDay today);
void salon_series_dates_refuse (SalonSeriesDates *self, const char *sentence);
void salon_series_dates_clear (SalonSeriesDates *self);
gboolean salon_series_dates_is_planned (SalonSeriesDates *self);
guint salon_series_dates_count (SalonSeriesDates *self);
GArray *salon_series_dates_get_starts (SalonSeriesDates *self);

GtkWidget *salon_series_dates_row_new (const char *text, gboolean chosen, const char *problem, SalonTone tone, GtkWidget **check);

G_END_DECLS
