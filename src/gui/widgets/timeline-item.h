#pragma once
/* One thing that happened, or will, in a client's story. */
#include "gui/widgets/tone.h"
#include <glib-object.h>

G_BEGIN_DECLS

#define SALON_TYPE_TIMELINE_ITEM (salon_timeline_item_get_type ())
G_DECLARE_FINAL_TYPE (SalonTimelineItem, salon_timeline_item, SALON, TIMELINE_ITEM, GObject)

typedef enum {
  SALON_TIMELINE_VISIT,
  SALON_TIMELINE_CONTACT,
  SALON_TIMELINE_MARK,
} SalonTimelineKind;

/**
 * SalonTimelineItem:
 * @kind: what it is about
 * @id: of what it is about
 * @minute: absolute wall minute, for the order
 * @day: "24 Nov 2026"
 * @time: (nullable): "10:00"
 * @title: what
 * @subtitle: (nullable): with whom, where
 * @amount: (nullable): the money
 * @look: (nullable): its state
 * @upcoming: whether it lies ahead
 * @as_usual: whether it stands as such things do: then its mark says enough, and words would be noise
 * @can_open: whether there is more to it than the row shows
 * @outcome: (nullable): how it ended, in a chip of its own
 * @badge: (nullable): the mark that was given for it: "★ 4"
 * @spoken: (nullable): the mark in words
 *
 * A value, all texts ready to be shown: filled by whoever makes it, before anyone else sees it.
 */
struct _SalonTimelineItem {
  GObject parent_instance;

  SalonTimelineKind kind;
  gint64 id;
  gint64 minute;
  char *day;
  char *time;
  char *title;
  char *subtitle;
  char *amount;
  const SalonLook *look;
  gboolean upcoming;
  gboolean as_usual;
  gboolean can_open;
  const SalonLook *outcome;
  char *badge;
  char *spoken;
};

SalonTimelineItem *salon_timeline_item_new (gint64 id);
gboolean salon_timeline_item_same (const SalonTimelineItem *a, const SalonTimelineItem *b);
int salon_timeline_item_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
