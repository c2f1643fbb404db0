#pragma once
/* The rule for the status of clients, with a preview of how it would split them. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_STATUS_FORM (salon_status_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonStatusForm, salon_status_form, SALON, STATUS_FORM, GtkWidget)

GtkWidget *salon_status_form_new (SalonSession *session);

G_END_DECLS
