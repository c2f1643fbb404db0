#pragma once
/* The sheet of an employee's day on paper: to a printer, as a picture of the pages, or as a PDF file. */
#include "base/day.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_day_sheet_print (GtkWidget *from, SalonSession *session, SalonDay day, gint64 employee_id);
void salon_day_sheet_preview (GtkWidget *from, SalonSession *session, SalonDay day, gint64 employee_id);
void salon_day_sheet_save (GtkWidget *from, SalonSession *session, SalonDay day, gint64 employee_id);

G_END_DECLS
