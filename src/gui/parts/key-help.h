#pragma once
/* The keys of the program on one sheet. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_key_help_new (void);
void salon_key_help_present (GtkWidget *from);

G_END_DECLS
