#pragma once
/* The salon itself and how it books: each field is saved when it is answered. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_SALON_FORM (salon_salon_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonSalonForm, salon_salon_form, SALON, SALON_FORM, GtkWidget)

GtkWidget *salon_salon_form_new (SalonSession *session);

G_END_DECLS
