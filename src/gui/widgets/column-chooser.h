#pragma once
/* The button at the end of the heads of a table: which columns it has, and by which it is sorted. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_COLUMN_CHOOSER (salon_column_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SalonColumnChooser, salon_column_chooser, SALON, COLUMN_CHOOSER, GtkWidget)

GtkWidget *salon_column_chooser_new (void);
void salon_column_chooser_clear (SalonColumnChooser *self);
void salon_column_chooser_append (SalonColumnChooser *self, const char *id, const char *title, gboolean shown,
                                  gboolean fixed, gboolean sortable);

G_END_DECLS
