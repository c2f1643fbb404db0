#pragma once
/* Which things of a list are ticked: a set of ids that outlives orders, filters and refreshes of the list. */
#include <glib-object.h>

G_BEGIN_DECLS

#define SALON_TYPE_TICKS (salon_ticks_get_type ())
G_DECLARE_FINAL_TYPE (SalonTicks, salon_ticks, SALON, TICKS, GObject)

SalonTicks *salon_ticks_new (void);
gboolean salon_ticks_has (SalonTicks *self, gint64 id);
guint salon_ticks_count (SalonTicks *self);
void salon_ticks_set (SalonTicks *self, gint64 id, gboolean ticked);
void salon_ticks_set_all (SalonTicks *self, const gint64 *ids, guint n_ids, gboolean ticked);
void salon_ticks_clear (SalonTicks *self);
GArray *salon_ticks_get_ids (SalonTicks *self);

G_END_DECLS
