#pragma once
/* One condition of a tree: which field, and its editor. */
#include "model/entities/filter.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_FILTER_LEAF (salon_filter_leaf_get_type ())
G_DECLARE_FINAL_TYPE (SalonFilterLeaf, salon_filter_leaf, SALON, FILTER_LEAF, GtkWidget)

GtkWidget *salon_filter_leaf_new (SalonSession *session);
void salon_filter_leaf_set_filter (SalonFilterLeaf *self, const SalonFilter *filter);
SalonFilter *salon_filter_leaf_get_filter (SalonFilterLeaf *self);

G_END_DECLS
