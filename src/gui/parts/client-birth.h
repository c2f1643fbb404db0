#pragma once
/* The birthday of a client between the card and its widgets. */
#include "gui/parts/client-model.h"
#include "model/rules/birth.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

SalonBirth salon_client_birth (const SalonClient *client);
GtkWidget *salon_client_birth_line_new (SalonClientModel *model);

G_END_DECLS
