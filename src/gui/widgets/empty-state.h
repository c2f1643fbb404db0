#pragma once
/* What stands where nothing is yet: a picture, what is missing and what to do next. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_EMPTY_STATE (salon_empty_state_get_type ())
G_DECLARE_FINAL_TYPE (SalonEmptyState, salon_empty_state, SALON, EMPTY_STATE, GtkWidget)

GtkWidget *salon_empty_state_new (const char *icon_name, const char *title, const char *text);
void salon_empty_state_set_text (SalonEmptyState *self, const char *title, const char *text);
void salon_empty_state_set_action (SalonEmptyState *self, const char *label, const char *detailed_action);

G_END_DECLS
