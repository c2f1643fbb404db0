#pragma once
#include <gtk/gtk.h>

GtkWidget *gallery_desk_new (void);
GtkWidget *gallery_forms_new (void);
GtkWidget *gallery_table_new (void);
GtkWidget *gallery_box (GtkOrientation orientation, int spacing, ...) G_GNUC_NULL_TERMINATED;
