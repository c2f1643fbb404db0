#pragma once
/* A place in a form: what is asked, the control that answers, a hint or what is wrong below. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FORM_FIELD (salon_form_field_get_type ())
G_DECLARE_FINAL_TYPE (SalonFormField, salon_form_field, SALON, FORM_FIELD, GtkWidget)

GtkWidget *salon_form_field_new (const char *name, const char *label, GtkWidget *control);
void salon_form_field_set_hint (SalonFormField *self, const char *hint);
void salon_form_field_set_error (SalonFormField *self, const char *sentence);
const char *salon_form_field_get_error (SalonFormField *self);
const char *salon_form_field_get_name (SalonFormField *self);
GtkWidget *salon_form_field_get_control (SalonFormField *self);
gboolean salon_form_mark (GtkWidget *form, const GError *error);
void salon_form_clear_errors (GtkWidget *form);

G_END_DECLS
