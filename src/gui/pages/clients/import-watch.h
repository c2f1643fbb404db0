#pragma once
/* A row source that says on the way how far it is. */
#include "base/row-source.h"

G_BEGIN_DECLS

#define SALON_TYPE_IMPORT_WATCH (salon_import_watch_get_type ())
G_DECLARE_FINAL_TYPE (SalonImportWatch, salon_import_watch, SALON, IMPORT_WATCH, GObject)

typedef void (*SalonImportWatched) (gpointer data, int permille);

SalonRowSource *salon_import_watch_new (SalonRowSource *source, SalonImportWatched watched, gpointer data,
                                        GDestroyNotify free_data);

G_END_DECLS
