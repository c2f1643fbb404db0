#pragma once
/* What can be done with the ticked clients, or with all that are found. */
#include "gui/widgets/ticks.h"
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_BULK_BAR (salon_bulk_bar_get_type ())
G_DECLARE_FINAL_TYPE (SalonBulkBar, salon_bulk_bar, SALON, BULK_BAR, GtkWidget)

GtkWidget *salon_bulk_bar_new (SalonSession *session, SalonTicks *ticks);
void salon_bulk_bar_set_found (SalonBulkBar *self, GArray *ids);
void salon_bulk_bar_set_in_archive (SalonBulkBar *self, gboolean in_archive);
void salon_bulk_bar_add_verb (SalonBulkBar *self, const char *icon_name, const char *text, guint least, guint most,
                              void (*run) (GtkWidget *from, SalonSession *session, GArray *ids, gpointer data),
                              gpointer data);
GArray *salon_bulk_bar_get_ids (SalonBulkBar *self, gboolean *ticked);
gboolean salon_bulk_bar_back (SalonBulkBar *self);

G_END_DECLS
