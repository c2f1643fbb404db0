#pragma once
/* Reports: what the owner asks, by settings. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_REPORTS_PAGE (salon_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (SalonReportsPage, salon_reports_page, SALON, REPORTS_PAGE, GtkWidget)

GtkWidget *salon_reports_page_new (SalonSession *session);

G_END_DECLS
