#pragma once
/* The receipt of a sale on paper: looked at first, or to a printer at once. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

void salon_receipt_paper_preview (GtkWidget *from, SalonSession *session, gint64 sale_id);
void salon_receipt_paper_print (GtkWidget *from, SalonSession *session, gint64 sale_id);

G_END_DECLS
