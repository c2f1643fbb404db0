#pragma once
/* The cash drawer: opened with a float, cash put in and taken out, closed by a blind count, with its reports; and closing
 * the day, which looks at the visits first. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DRAWER_VIEW (salon_drawer_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonDrawerView, salon_drawer_view, SALON, DRAWER_VIEW, GtkWidget)

GtkWidget *salon_drawer_view_new (SalonSession *session);
void salon_drawer_view_load (SalonDrawerView *self);
gboolean salon_drawer_view_is_known (SalonDrawerView *self);
gboolean salon_drawer_view_is_open (SalonDrawerView *self);
void salon_drawer_view_close_day (SalonDrawerView *self);
void salon_drawer_view_ask_to_open (SalonDrawerView *self);
gboolean salon_drawer_view_closes_day (SalonDrawerView *self);
void salon_drawer_view_back (SalonDrawerView *self);

G_END_DECLS
