#pragma once
/* Lists of ids: arrays of gint64. */
#include <glib.h>

G_BEGIN_DECLS

gboolean salon_ids_contain (const GArray *ids, gint64 id);
void salon_ids_add_new (GArray *ids, gint64 id);
int salon_ids_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
