/* A small cache of thumbnails by content: rows of lists come and go, pictures stay.
 *
 * The bytes come from our own database and were written by our own decoder. */
#include "gui/widgets/textures.h"

#define CACHE_SIZE 256

typedef struct {
  GHashTable *textures; /* GBytes → GdkTexture */
  GQueue order;         /* GBytes, the oldest first */
} Cache;

static Cache *
cache (void)
{
  static gsize ready = 0;

  if (g_once_init_enter (&ready)) {
    Cache *fresh = g_new0 (Cache, 1);

    fresh->textures = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, g_object_unref);
    g_once_init_leave (&ready, (gsize) fresh);
  }
  return (Cache *) ready;
}

static void
remember (Cache *self, GBytes *jpeg, GdkTexture *texture)
{
  if (self->order.length >= CACHE_SIZE)
    g_hash_table_remove (self->textures, g_queue_pop_head (&self->order));
  g_hash_table_insert (self->textures, g_bytes_ref (jpeg), g_object_ref (texture));
  g_queue_push_tail (&self->order, jpeg);
}

/**
 * salon_texture_of_bytes:
 * @jpeg: (nullable): a thumbnail of the database
 *
 * On the main thread only.
 *
 * Returns: (transfer full) (nullable): the picture; %NULL if there is none or it cannot be read
 */
GdkTexture *
salon_texture_of_bytes (GBytes *jpeg)
{
  Cache *self = cache ();
  GdkTexture *texture = NULL;

  if (jpeg == NULL)
    return NULL;
  texture = g_hash_table_lookup (self->textures, jpeg);
  if (texture != NULL)
    return g_object_ref (texture);
  texture = gdk_texture_new_from_bytes (jpeg, NULL);
  if (texture != NULL)
    remember (self, jpeg, texture);
  return texture;
}
