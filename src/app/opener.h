#pragma once
/* From a path to an open window: makes, opens, repairs or refuses the database. */
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SALON_TYPE_OPENER (salon_opener_get_type ())
G_DECLARE_FINAL_TYPE (SalonOpener, salon_opener, SALON, OPENER, GObject)

SalonOpener *salon_opener_new (GtkApplication *app, const char *database, gboolean demo);
void salon_opener_start (SalonOpener *self);
void salon_opener_restore (SalonOpener *self);
void salon_opener_import (SalonOpener *self, const char *path);
void salon_opener_ring (SalonOpener *self, const char *number);
void salon_opener_close (SalonOpener *self);

G_END_DECLS
