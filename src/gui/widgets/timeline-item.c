/* One thing that happened, or will, in a client's story. */
#include "gui/widgets/timeline-item.h"

G_DEFINE_FINAL_TYPE (SalonTimelineItem, salon_timeline_item, G_TYPE_OBJECT)

static void
salon_timeline_item_finalize (GObject *object)
{
  SalonTimelineItem *self = SALON_TIMELINE_ITEM (object);

  g_free (self->day);
  g_free (self->time);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->amount);
  g_free (self->badge);
  g_free (self->spoken);
  G_OBJECT_CLASS (salon_timeline_item_parent_class)->finalize (object);
}

static void
salon_timeline_item_class_init (SalonTimelineItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_timeline_item_finalize;
}

static void
salon_timeline_item_init (SalonTimelineItem *self)
{
}

/**
 * salon_timeline_item_new:
 *
 * Returns: (transfer full): an item to be filled
 */
SalonTimelineItem *
salon_timeline_item_new (gint64 id)
{
  SalonTimelineItem *self = g_object_new (SALON_TYPE_TIMELINE_ITEM, NULL);

  self->id = id;
  return self;
}

/**
 * salon_timeline_item_same:
 *
 * Returns: whether both are about the same and show the same
 */
gboolean
salon_timeline_item_same (const SalonTimelineItem *a, const SalonTimelineItem *b)
{
  return a->kind == b->kind && a->id == b->id && a->look == b->look && a->upcoming == b->upcoming
         && a->outcome == b->outcome && a->as_usual == b->as_usual && g_strcmp0 (a->day, b->day) == 0
         && g_strcmp0 (a->time, b->time) == 0 && g_strcmp0 (a->title, b->title) == 0
         && g_strcmp0 (a->subtitle, b->subtitle) == 0 && g_strcmp0 (a->amount, b->amount) == 0
         && g_strcmp0 (a->badge, b->badge) == 0;
}

/**
 * salon_timeline_item_compare:
 * @a: (type SalonTimelineItem): points to a pointer to one
 *
 * For g_ptr_array_sort(): the newest first; of the same minute, visits before what was said of them, the later made
 * first.
 */
int
salon_timeline_item_compare (gconstpointer a, gconstpointer b)
{
  const SalonTimelineItem *x = *(SalonTimelineItem *const *) a;
  const SalonTimelineItem *y = *(SalonTimelineItem *const *) b;

  if (x->minute != y->minute)
    return x->minute > y->minute ? -1 : 1;
  if (x->kind != y->kind)
    return (int) x->kind - (int) y->kind;
  return (x->id < y->id) - (x->id > y->id);
}
