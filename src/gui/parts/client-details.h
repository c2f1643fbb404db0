#pragma once
/* The rest of the card: notes, and whatever else is known; what is not known yet can be added. */
#include "gui/parts/client-line.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_DETAILS (salon_client_details_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientDetails, salon_client_details, SALON, CLIENT_DETAILS, GtkWidget)

GtkWidget *salon_client_details_new (SalonClientModel *model);
void salon_client_details_append_lines (SalonClientDetails *self, GPtrArray *lines);

G_END_DECLS
