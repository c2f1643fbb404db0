/* A set of (topic, id), kept by topic. */
#include "model/entities/change-set.h"
#include "base/ids.h"

struct _SalonChangeSet {
  gatomicrefcount refs;
  GHashTable *topics; /* interned topic → set of gint64 */
  guint size;
};

G_DEFINE_BOXED_TYPE (SalonChangeSet, salon_change_set, salon_change_set_ref, salon_change_set_unref)

/**
 * salon_change_set_new:
 *
 * Returns: (transfer full): an empty set
 */
SalonChangeSet *
salon_change_set_new (void)
{
  SalonChangeSet *self = g_new0 (SalonChangeSet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_hash_table_unref);
  return self;
}

/**
 * salon_change_set_ref:
 *
 * Returns: (transfer full): @self
 */
SalonChangeSet *
salon_change_set_ref (SalonChangeSet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * salon_change_set_unref: from any thread
 */
void
salon_change_set_unref (SalonChangeSet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->topics);
  g_free (self);
}

/**
 * salon_change_set_add: only before the set is handed over
 */
void
salon_change_set_add (SalonChangeSet *self, const char *topic, gint64 id)
{
  GHashTable *ids = g_hash_table_lookup (self->topics, topic);
  gint64 *key = NULL;

  if (ids == NULL) {
    ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
    g_hash_table_insert (self->topics, (gpointer) g_intern_string (topic), ids);
  }
  if (g_hash_table_contains (ids, &id))
    return;
  key = g_new (gint64, 1);
  *key = id;
  g_hash_table_add (ids, key);
  self->size++;
}

/**
 * salon_change_set_touches:
 *
 * Returns: whether anything of @topic was changed
 */
gboolean
salon_change_set_touches (const SalonChangeSet *self, const char *topic)
{
  return g_hash_table_contains (self->topics, topic);
}

/**
 * salon_change_set_contains:
 *
 * Returns: whether @id of @topic was changed
 */
gboolean
salon_change_set_contains (const SalonChangeSet *self, const char *topic, gint64 id)
{
  GHashTable *ids = g_hash_table_lookup (self->topics, topic);

  return ids != NULL && g_hash_table_contains (ids, &id);
}

/**
 * salon_change_set_size:
 *
 * Returns: number of changed rows
 */
guint
salon_change_set_size (const SalonChangeSet *self)
{
  return self->size;
}

/**
 * salon_change_set_ids:
 *
 * Returns: (transfer full) (element-type gint64): the changed ids of @topic, ascending
 */
GArray *
salon_change_set_ids (const SalonChangeSet *self, const char *topic)
{
  GArray *result = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTable *ids = g_hash_table_lookup (self->topics, topic);
  GHashTableIter iter;
  gpointer key = NULL;

  if (ids == NULL)
    return result;
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_val (result, *(gint64 *) key);
  g_array_sort (result, salon_ids_compare);
  return result;
}
