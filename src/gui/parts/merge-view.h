#pragma once
/* Two cards side by side: what the merged card will say is chosen field by field. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_MERGE_VIEW (salon_merge_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonMergeView, salon_merge_view, SALON, MERGE_VIEW, GtkWidget)

GtkWidget *salon_merge_view_new (SalonSession *session);
void salon_merge_view_open (SalonMergeView *self, gint64 one, gint64 other);

G_END_DECLS
