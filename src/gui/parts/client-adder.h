#pragma once
/* The button that adds what the card of a client does not say yet. */
#include "gui/parts/client-details.h"
#include "gui/parts/client-head.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_ADDER (salon_client_adder_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientAdder, salon_client_adder, SALON, CLIENT_ADDER, GtkWidget)

GtkWidget *salon_client_adder_new (void);
void salon_client_adder_set_parts (SalonClientAdder *self, SalonClientHead *head, SalonClientDetails *details);

G_END_DECLS
