#pragma once
/* What stands in the place of the list of clients for a while: bringing a list in, and pairs that are one person. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_CLIENT_VIEWS (salon_client_views_get_type ())
G_DECLARE_FINAL_TYPE (SalonClientViews, salon_client_views, SALON, CLIENT_VIEWS, GtkWidget)

GtkWidget *salon_client_views_new (SalonSession *session, GtkWidget *list);
void salon_client_views_open_import (SalonClientViews *self, const char *path);
void salon_client_views_open_duplicates (SalonClientViews *self, gint64 one, gint64 other);
void salon_client_views_open_merge (SalonClientViews *self, GArray *ids);
void salon_client_views_open_card (SalonClientViews *self, gint64 client_id);
gboolean salon_client_views_is_list (SalonClientViews *self);
gboolean salon_client_views_back (SalonClientViews *self);

G_END_DECLS
