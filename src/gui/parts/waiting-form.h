#pragma once
/* Putting a client on the waiting list: what, with whom, on which days, at which time of the day. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_WAITING_FORM (salon_waiting_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonWaitingForm, salon_waiting_form, SALON, WAITING_FORM, GtkWidget)

GtkWidget *salon_waiting_form_new (SalonSession *session);
void salon_waiting_form_open (SalonWaitingForm *self, gint64 client_id, const GArray *wishes, gint64 employee_id);
void salon_waiting_form_close (SalonWaitingForm *self);

G_END_DECLS
