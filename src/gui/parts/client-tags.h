#pragma once
/* Tags and categories of a client in one line, added and taken off in place. */
#include "gui/parts/client-model.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_TAGS (salon_client_tags_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientTags, salon_client_tags, SALON, CLIENT_TAGS, GtkWidget)

GtkWidget *salon_client_tags_new (SalonClientModel *model);

G_END_DECLS
