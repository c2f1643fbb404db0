/* What GArray lacks for ids. */
#include "base/ids.h"

/**
 * salon_ids_contain:
 * @ids: (element-type gint64): a few
 *
 * Returns: whether @id is among them
 */
gboolean
salon_ids_contain (const GArray *ids, gint64 id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;
  return FALSE;
}

/**
 * salon_ids_add_new:
 * @ids: (element-type gint64): a few
 *
 * Adds @id unless it is among them.
 */
void
salon_ids_add_new (GArray *ids, gint64 id)
{
  if (!salon_ids_contain (ids, id))
    g_array_append_val (ids, id);
}

/**
 * salon_ids_compare:
 * @a: a gint64
 * @b: a gint64
 *
 * Returns: their order, the smallest first
 */
int
salon_ids_compare (gconstpointer a, gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}
