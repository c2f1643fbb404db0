#pragma once
/* A button that takes over a price list from a file. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *salon_goods_import_button_new (SalonSession *session);
void salon_goods_import_open (GtkWidget *button, GFile *file);
void salon_goods_import_accept_drops (GtkWidget *button, GtkWidget *widget);

G_END_DECLS
