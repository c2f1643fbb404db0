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
