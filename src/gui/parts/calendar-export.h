#pragma once
/* The visits of an employee as a file for the calendar of her phone. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_calendar_export (GtkWidget *from, SalonSession *session, gint64 employee_id);

G_END_DECLS
