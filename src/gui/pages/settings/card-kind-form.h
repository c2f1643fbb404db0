#pragma once
/* A kind of plastic card: what it is for, what carries its number and where numbers come from, how long it is valid. */
#include "gui/pages/settings/ask-form.h"
#include "model/entities/card-kind.h"

G_BEGIN_DECLS

#define SALON_TYPE_CARD_KIND_FORM (salon_card_kind_form_get_type ())
G_DECLARE_FINAL_TYPE (SalonCardKindForm, salon_card_kind_form, SALON, CARD_KIND_FORM, SalonAskForm)

GtkWidget *salon_card_kind_form_new (SalonSession *session);
void salon_card_kind_form_set_designs (SalonCardKindForm *self, GPtrArray *designs);
void salon_card_kind_form_show (SalonCardKindForm *self, SalonCardKind *kind);

G_END_DECLS
