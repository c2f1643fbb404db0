#pragma once
/* Some of the salon's own things: tags, masters, services, clients. */
#include "model/entities/filter.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_THINGS (salon_filter_things_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterThings, salon_filter_things, SALON, FILTER_THINGS, GtkWidget)

GtkWidget *salon_filter_things_new (SalonSession *session, SalonFilterRef ref, const char *label);
void salon_filter_things_set_ids (SalonFilterThings *self, const gint64 *ids, guint n_ids);
GArray *salon_filter_things_get_ids (SalonFilterThings *self);

G_END_DECLS
