#pragma once
/* A line of the card whose value is picked from a list. */
#include "gui/parts/client-line.h"
#include "model/entities/custom-field.h"

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_CHOICE_LINE (salon_client_choice_line_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientChoiceLine, salon_client_choice_line, SALON, CLIENT_CHOICE_LINE, SalonClientLine)

GtkWidget *salon_client_gender_line_new (SalonClientModel *model);
GtkWidget *salon_client_importance_line_new (SalonClientModel *model);
GtkWidget *salon_client_language_line_new (SalonClientModel *model);
GtkWidget *salon_client_source_line_new (SalonClientModel *model);
GtkWidget *salon_client_custom_choice_line_new (SalonClientModel *model, SalonCustomField *field);

G_END_DECLS
