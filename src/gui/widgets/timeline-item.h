#pragma once
/* One thing that happened, or will, in a client's story. */
#include "gui/widgets/tone.h"
#include <glib-object.h>

G_BEGIN_DECLS

#define SALON_TYPE_TIMELINE_ITEM (salon_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (SalonTimelineItem, salon_timeline_item, SALON, TIMELINE_ITEM, GObject)

/**
 * SalonTimelineItem:
 * @id: of what it is about
 * @day: "24 Nov 2026"
 * @time: (nullable): "10:00"
 * @title: what
 * @subtitle: (nullable): with whom, where
 * @amount: (nullable): the money
 * @look: (nullable): its state
 * @upcoming: whether it lies ahead
 * @as_usual: whether it stands as such things do: then its mark says enough, and words would be noise
 *
 * A value, all texts ready to be shown: filled by whoever makes it, before anyone else sees it.
 */
struct _SalonTimelineItem {
  GObject parent_instance;

  gint64 id;
  char *day;
  char *time;
  char *title;
  char *subtitle;
  char *amount;
  const SalonLook *look;
  gboolean upcoming;
  gboolean as_usual;
};

SalonTimelineItem *salon_timeline_item_new (gint64 id);

G_END_DECLS
