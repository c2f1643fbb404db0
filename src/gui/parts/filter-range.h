#pragma once
/* From … to of numbers, money or percent. */
#include "base/money.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_RANGE (salon_filter_range_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterRange, salon_filter_range, SALON, FILTER_RANGE, GtkWidget)

GtkWidget *salon_filter_range_new (const char *label, int decimals);
GtkWidget *salon_filter_range_new_money (const char *label, const SalonCurrency *currency);
void salon_filter_range_set (SalonFilterRange *self, gint64 from, gint64 to);
gboolean salon_filter_range_get (SalonFilterRange *self, gint64 *from, gint64 *to);

G_END_DECLS
