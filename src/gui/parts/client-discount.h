#pragma once
/* The line of a client's own discount. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_client_discount_line_new (SalonClientModel *model);

G_END_DECLS
