#pragma once
/* The filters beside the list of clients. */
#include "model/entities/filter.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_PANEL (salon_filter_panel_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterPanel, salon_filter_panel, SALON, FILTER_PANEL, GtkWidget)

GtkWidget *salon_filter_panel_new (SalonSession *session);
void salon_filter_panel_set_filter (SalonFilterPanel *self, SalonFilter *filter);
void salon_filter_panel_set_text (SalonFilterPanel *self, const char *text);
void salon_filter_panel_renew (SalonFilterPanel *self);

G_END_DECLS
