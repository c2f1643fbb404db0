#pragma once
/* One of a few, as buttons beside each other of which one is down. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TOGGLE_CHOICE (salon_toggle_choice_get_type ())
G_DECLARE_FINAL_TYPE (SalonToggleChoice, salon_toggle_choice, SALON, TOGGLE_CHOICE, GtkWidget)

GtkWidget *salon_toggle_choice_new (const char *label);
void salon_toggle_choice_append (SalonToggleChoice *self, gint64 value, const char *icon_name, const char *text);
void salon_toggle_choice_set_offered (SalonToggleChoice *self, gint64 value, gboolean offered);
void salon_toggle_choice_set_selected (SalonToggleChoice *self, gint64 value);
gint64 salon_toggle_choice_get_selected (SalonToggleChoice *self);

G_END_DECLS
