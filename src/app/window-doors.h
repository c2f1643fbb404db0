#pragma once
/* Ways to the pages of the window: each shows a page and what is wanted of it. */
#include "gui/widgets/page.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

SalonPage *salon_doors_get_page (GtkWidget *window);
gboolean salon_doors_is_at (GtkWidget *window, const char *page);
SalonPage *salon_doors_show (GtkWidget *window, const char *page);
void salon_doors_open (GtkWidget *window, const char *page, const char *what, gint64 id);
void salon_doors_install (GtkWidgetClass *widget_class);

G_END_DECLS
