#pragma once
/* Who stands behind a card: photo, name, phone, visits. */
#include "model/services/clients.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_person_line_new (const SalonClientRow *client);

G_END_DECLS
