#pragma once
/* A place in a form: what is asked, the control that answers, a hint or what is wrong below. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FIELD (salon_field_get_type ())
G_DECLARE_FINAL_TYPE (SalonField, salon_field, SALON, FIELD, GtkWidget)

GtkWidget *salon_field_new (const char *name, const char *label, GtkWidget *control);
void salon_field_set_hint (SalonField *self, const char *hint);
void salon_field_set_error (SalonField *self, const char *sentence);
const char *salon_field_get_error (SalonField *self);
const char *salon_field_get_name (SalonField *self);
GtkWidget *salon_field_get_control (SalonField *self);
gboolean salon_form_mark (GtkWidget *form, const GError *error);
void salon_form_clear_errors (GtkWidget *form);

G_END_DECLS
