#pragma once
/* The filter of the list told back in words, above the table. */
#include "model/entities/filter.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_LINE (salon_filter_line_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterLine, salon_filter_line, SALON, FILTER_LINE, GtkWidget)

GtkWidget *salon_filter_line_new (SalonSession *session);
void salon_filter_line_set_filter (SalonFilterLine *self, SalonFilter *filter);

G_END_DECLS
