#pragma once
/* What the visits say about a client: figures, the next visit, what she prefers, her zones. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_FIGURES (salon_client_figures_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientFigures, salon_client_figures, SALON, CLIENT_FIGURES, GtkWidget)

GtkWidget *salon_client_figures_new (SalonClientModel *model);

G_END_DECLS
