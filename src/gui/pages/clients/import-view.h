#pragma once
/* Bringing in clients or visits from a file: choose it, look at the columns, see what would happen, do it. */
#include "model/services/session.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_IMPORT_VIEW (salon_import_view_get_type ())
G_DECLARE_FINAL_TYPE (SalonImportView, salon_import_view, SALON, IMPORT_VIEW, GtkWidget)

GtkWidget *salon_import_view_new (SalonSession *session);
void salon_import_view_open (SalonImportView *self, const char *path);
void salon_import_view_choose (SalonImportView *self);

/**
 * SalonImportDropped:
 * @path: of the file that was dropped
 */
typedef void (*SalonImportDropped) (GtkWidget *widget, const char *path);

void salon_import_accept_drops (GtkWidget *widget, SalonImportDropped dropped);

G_END_DECLS
