#pragma once
/* A line of the card for an own field of the salon that is written as text. */
#include "gui/parts/client-model.h"
#include "model/entities/custom-field.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_client_custom_line_new (SalonClientModel *model, SalonCustomField *field);

G_END_DECLS
