#pragma once
/* A few values of which any number can be chosen, as words that are pressed. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CHECK_CHIPS (salon_check_chips_get_type ())
G_DECLARE_FINAL_TYPE (SalonCheckChips, salon_check_chips, SALON, CHECK_CHIPS, GtkWidget)

GtkWidget *salon_check_chips_new (const char *label);
void salon_check_chips_append (SalonCheckChips *self, gint64 value, const char *text);
void salon_check_chips_set_values (SalonCheckChips *self, const gint64 *values, guint n_values);
GArray *salon_check_chips_get_values (SalonCheckChips *self);

G_END_DECLS
