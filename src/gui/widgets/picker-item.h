#pragma once
/* One thing to pick from a list. */
#include <gdk/gdk.h>

G_BEGIN_DECLS

#define SALON_PICK_NONE 0
#define SALON_PICK_NO_COLOR G_MAXUINT32

#define SALON_TYPE_PICKER_ITEM (salon_picker_item_get_type ())
G_DECLARE_FINAL_TYPE (SalonPickerItem, salon_picker_item, SALON, PICKER_ITEM, GObject)

/**
 * SalonPickerItem:
 * @id: comes back when it is picked
 * @text: its name
 * @aside: (nullable): quiet text at the right: price, length
 * @rgb: 0xRRGGBB of a dot before it, or %SALON_PICK_NO_COLOR
 * @key: the name folded, for the search
 */
struct _SalonPickerItem {
  GObject parent_instance;

  gint64 id;
  char *text;
  char *aside;
  guint32 rgb;
  char *key;
};

SalonPickerItem *salon_picker_item_new (gint64 id, const char *text, const char *aside, guint32 rgb);
SalonPickerItem *salon_picker_items_find (GListModel *items, gint64 id);
gboolean salon_picker_item_matches (SalonPickerItem *self, const char *folded);

G_END_DECLS
