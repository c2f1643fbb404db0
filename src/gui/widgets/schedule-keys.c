/* Which key runs which action of a visit; the same under every keyboard layout, so not by bindings of the class. */
#include "gui/widgets/schedule-keys.h"

typedef struct {
  guint key;
  GdkModifierType state;
  const char *action;
} BlockKey;

static const BlockKey block_keys[] = {
  { GDK_KEY_Return, 0, "visit.open" },
  { GDK_KEY_KP_Enter, 0, "visit.open" },
  { GDK_KEY_Delete, 0, "visit.cancel" },
  { GDK_KEY_a, GDK_ALT_MASK, "visit.arrive" },
  { GDK_KEY_k, GDK_ALT_MASK, "visit.confirm" },
  { GDK_KEY_s, GDK_ALT_MASK, "visit.start" },
  { GDK_KEY_d, GDK_ALT_MASK, "visit.finish" },
  { GDK_KEY_p, GDK_ALT_MASK, "visit.check-out" },
  { GDK_KEY_Down, GDK_ALT_MASK, "visit.move-later" },
  { GDK_KEY_Up, GDK_ALT_MASK, "visit.move-earlier" },
  { GDK_KEY_Right, GDK_ALT_MASK, "visit.to-next" },
  { GDK_KEY_Left, GDK_ALT_MASK, "visit.to-previous" },
  { GDK_KEY_Down, GDK_ALT_MASK | GDK_SHIFT_MASK, "visit.longer" },
  { GDK_KEY_Up, GDK_ALT_MASK | GDK_SHIFT_MASK, "visit.shorter" },
};

/**
 * salon_schedule_keys_run:
 * @block: a #SalonVisitBlock that has the focus
 * @key: lower case, of the Latin layout
 *
 * Returns: whether the key is one of its verbs
 */
gboolean
salon_schedule_keys_run (GtkWidget *block, guint key, GdkModifierType state)
{
  for (guint i = 0; i < G_N_ELEMENTS (block_keys); i++)
    if (block_keys[i].key == key && block_keys[i].state == state) {
      gtk_widget_activate_action (block, block_keys[i].action, NULL);
      return TRUE;
    }
  return FALSE;
}
