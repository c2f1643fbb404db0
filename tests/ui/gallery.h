#pragma once
#include <gtk/gtk.h>

GtkWidget *gallery_desk_new (void);
