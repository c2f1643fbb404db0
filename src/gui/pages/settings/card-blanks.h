#pragma once
/* What came, was spoiled or counted of the plastic of a kind. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CARD_BLANKS_FORM (salon_card_blanks_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardBlanksForm, salon_card_blanks_form, SALON, CARD_BLANKS_FORM, GtkWidget)

GtkWidget *salon_card_blanks_form_new (SalonSession *session);
void salon_card_blanks_form_set_kinds (SalonCardBlanksForm *self, GPtrArray *kinds);

G_END_DECLS
