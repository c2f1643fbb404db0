#pragma once
/* A kind of season ticket: for what, how many, how long, at what price. */
#include "gui/pages/settings/ask-form.h"
#include "model/services/session.h"
#include "model/services/tickets.h"

G_BEGIN_DECLS

#define SALON_TYPE_TICKET_FORM (salon_ticket_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonTicketForm, salon_ticket_form, SALON, TICKET_FORM, SalonAskForm)

GtkWidget *salon_ticket_form_new (SalonSession *session);
void salon_ticket_form_show (SalonTicketForm *self, const SalonTicketKindRow *kind);

G_END_DECLS
