#pragma once
/* Pairs of cards that are likely one person, and what to do with each. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_DUPLICATES_VIEW (salon_duplicates_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonDuplicatesView, salon_duplicates_view, SALON, DUPLICATES_VIEW, GtkWidget)

GtkWidget *salon_duplicates_view_new (SalonSession *session);
void salon_duplicates_view_load (SalonDuplicatesView *self);
void salon_duplicates_view_compare (SalonDuplicatesView *self, gint64 one, gint64 other);
guint salon_duplicates_view_get_n (SalonDuplicatesView *self);

G_END_DECLS
