/* A set of ids that tells when it changes; a change of a hundred thousand is told once. */
#include "gui/widgets/ticks.h"

struct _SalonTicks {
  GObject parent_instance;

  GHashTable *ids; /* gint64 * */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonTicks, salon_ticks, G_TYPE_OBJECT)

static gboolean
put (SalonTicks *self, gint64 id, gboolean ticked)
{
  if (g_hash_table_contains (self->ids, &id) == ticked)
    return FALSE;
  if (ticked)
    g_hash_table_add (self->ids, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->ids, &id);
  return TRUE;
}

static int
by_id (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *) a;
  gint64 y = *(const gint64 *) b;

  return x < y ? -1 : x > y;
}

static void
salon_ticks_finalize (GObject *object)
{
  g_hash_table_unref (SALON_TICKS (object)->ids);
  G_OBJECT_CLASS (salon_ticks_parent_class)->finalize (object);
}

static void
salon_ticks_class_init (SalonTicksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_ticks_finalize;

  /**
   * SalonTicks::changed:
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
salon_ticks_init (SalonTicks *self)
{
  self->ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

/**
 * salon_ticks_new:
 *
 * Returns: (transfer full): nothing ticked yet
 */
SalonTicks *
salon_ticks_new (void)
{
  return g_object_new (SALON_TYPE_TICKS, NULL);
}

/**
 * salon_ticks_has:
 */
gboolean
salon_ticks_has (SalonTicks *self, gint64 id)
{
  return g_hash_table_contains (self->ids, &id);
}

/**
 * salon_ticks_count:
 */
guint
salon_ticks_count (SalonTicks *self)
{
  return g_hash_table_size (self->ids);
}

/**
 * salon_ticks_set:
 * @ticked: whether @id is in the set from now on
 */
void
salon_ticks_set (SalonTicks *self, gint64 id, gboolean ticked)
{
  salon_ticks_set_all (self, &id, 1, ticked);
}

/**
 * salon_ticks_set_all:
 * @ids: (array length=n_ids): those that are ticked, or not any more; the others stay as they are
 */
void
salon_ticks_set_all (SalonTicks *self, const gint64 *ids, guint n_ids, gboolean ticked)
{
  gboolean changed = FALSE;

  g_return_if_fail (SALON_IS_TICKS (self));

  for (guint i = 0; i < n_ids; i++)
    changed = put (self, ids[i], ticked) || changed;
  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * salon_ticks_clear:
 */
void
salon_ticks_clear (SalonTicks *self)
{
  g_return_if_fail (SALON_IS_TICKS (self));

  if (g_hash_table_size (self->ids) == 0)
    return;
  g_hash_table_remove_all (self->ids);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * salon_ticks_get_ids:
 *
 * Returns: (transfer full) (element-type gint64): the ticked ones, smallest id first
 */
GArray *
salon_ticks_get_ids (SalonTicks *self)
{
  GArray *ids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), g_hash_table_size (self->ids));
  GHashTableIter iter;
  gpointer id = NULL;

  g_hash_table_iter_init (&iter, self->ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, by_id);
  return ids;
}
