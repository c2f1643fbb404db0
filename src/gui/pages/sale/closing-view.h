#pragma once
/* The numbered reports of closed drawers: the list of them, and one as it will come from the printer. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLOSING_VIEW (salon_closing_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonClosingView, salon_closing_view, SALON, CLOSING_VIEW, GtkWidget)

GtkWidget *salon_closing_view_new (SalonSession *session);
void salon_closing_view_show (SalonClosingView *self, gint64 shift_id);

G_END_DECLS
