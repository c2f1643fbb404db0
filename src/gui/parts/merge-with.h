#pragma once
/* Chooses the other card to merge one with, and shows the two. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_MERGE_WITH (salon_merge_with_get_type ())
G_DECLARE_FINAL_TYPE (SalonMergeWith, salon_merge_with, SALON, MERGE_WITH, GtkWidget)

GtkWidget *salon_merge_with_new (SalonSession *session);
void salon_merge_with_open (SalonMergeWith *self, gint64 client, const char *name);

G_END_DECLS
