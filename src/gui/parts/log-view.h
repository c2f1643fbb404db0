#pragma once
/* Who changed what of one thing, and when, as a list. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_LOG_VIEW (salon_log_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonLogView, salon_log_view, SALON, LOG_VIEW, GtkWidget)

GtkWidget *salon_log_view_new (SalonSession *session, const SalonQuery *query);
void salon_log_view_load (SalonLogView *self, gint64 id);
void salon_log_view_clear (SalonLogView *self);
void salon_log_fill (GtkListBox *list, const GPtrArray *entries, SalonClock *clock);

G_END_DECLS
