/* One thing to pick from a list. */
#include "gui/widgets/picker-item.h"
#include "base/text.h"

G_DEFINE_FINAL_TYPE (SalonPickerItem, salon_picker_item, G_TYPE_OBJECT)

static void
salon_picker_item_finalize (GObject *object)
{
  SalonPickerItem *self = SALON_PICKER_ITEM (object);

  g_free (self->text);
  g_free (self->aside);
  g_free (self->key);
  G_OBJECT_CLASS (salon_picker_item_parent_class)->finalize (object);
}

static void
salon_picker_item_class_init (SalonPickerItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_picker_item_finalize;
}

static void
salon_picker_item_init (SalonPickerItem *self)
{
}

/**
 * salon_picker_item_new:
 * @aside: (nullable): quiet text at the right
 * @rgb: 0xRRGGBB or %SALON_PICK_NO_COLOR
 *
 * Returns: (transfer full): the item
 */
SalonPickerItem *
salon_picker_item_new (gint64 id, const char *text, const char *aside, guint32 rgb)
{
  SalonPickerItem *self = g_object_new (SALON_TYPE_PICKER_ITEM, NULL);

  self->id = id;
  self->text = g_strdup (text);
  self->aside = g_strdup (aside);
  self->rgb = rgb;
  self->key = salon_text_fold (text);
  return self;
}

/**
 * salon_picker_item_matches:
 * @folded: words as salon_text_fold() gives them
 *
 * Returns: whether every word stands somewhere in the name
 */
gboolean
salon_picker_item_matches (SalonPickerItem *self, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->key, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/**
 * salon_picker_items_find:
 * @items: (nullable): a list of items that keeps them
 *
 * Returns: (transfer none) (nullable): the one with this id
 */
SalonPickerItem *
salon_picker_items_find (GListModel *items, gint64 id)
{
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (SalonPickerItem) item = g_list_model_get_item (items, i);

    if (item->id == id)
      return item; /* the list keeps it */
  }
  return NULL;
}
