#pragma once
/* The note at the bottom of the window: what was done, with Undo, or why it was refused. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_TOAST (salon_toast_get_type ())
G_DECLARE_FINAL_TYPE (SalonToast, salon_toast, SALON, TOAST, GtkWidget)

GtkWidget *salon_toast_new (void);
void salon_toast_show (SalonToast *self, const char *text, const char *operation);
void salon_toast_offer (SalonToast *self, const char *operation, const char *label, const char *action, GVariant *target);
void salon_toast_hide (SalonToast *self);

G_END_DECLS
