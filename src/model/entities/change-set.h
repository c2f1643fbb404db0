#pragma once
/* What one transaction changed: topics (names of entities) and ids.  Immutable once handed over. */
#include <glib-object.h>

G_BEGIN_DECLS

#define SALON_TYPE_CHANGE_SET (salon_change_set_get_type ())
typedef struct _SalonChangeSet SalonChangeSet;

GType salon_change_set_get_type (void);
SalonChangeSet *salon_change_set_new (void);
SalonChangeSet *salon_change_set_ref (SalonChangeSet *self);
void salon_change_set_unref (SalonChangeSet *self);
void salon_change_set_add (SalonChangeSet *self, const char *topic, gint64 id);
gboolean salon_change_set_touches (const SalonChangeSet *self, const char *topic);
gboolean salon_change_set_contains (const SalonChangeSet *self, const char *topic, gint64 id);
guint salon_change_set_size (const SalonChangeSet *self);
GArray *salon_change_set_ids (const SalonChangeSet *self, const char *topic);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SalonChangeSet, salon_change_set_unref)

G_END_DECLS
