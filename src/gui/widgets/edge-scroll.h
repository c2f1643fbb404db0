#pragma once
/* What is dragged to the edge of a view scrolls it, the faster the nearer. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

double salon_edge_scroll_speed (double at, double size);
gboolean salon_edge_scroll (GtkAdjustment *adjustment, double at);

G_END_DECLS
