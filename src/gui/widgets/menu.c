/* A menu hangs below the widget whose actions it runs, so that it finds them, and those of the page and the window.  It is
 * made anew each time: what can be done may have changed. */
#include "gui/widgets/menu.h"

/**
 * salon_menu_append:
 * @action: name of an action
 * @target: (nullable): floating: what it is told
 *
 * Adds a line that is not there while its action cannot be run.
 */
void
salon_menu_append (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static GtkWidget *
find_menu (GtkWidget *at)
{
  GtkWidget *child = gtk_widget_get_first_child (at);

  while (child != NULL && !GTK_IS_POPOVER_MENU (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/**
 * salon_menu_remove: for widgets that do not free all of their children by themselves
 */
void
salon_menu_remove (GtkWidget *at)
{
  GtkWidget *menu = find_menu (at);

  g_clear_pointer (&menu, gtk_widget_unparent);
}

/* GTK moves the focus from the window downwards, and a widget that walks by arrows itself keeps them from its menu. */
static gboolean
on_key (GtkEventControllerKey *keys, guint key, guint keycode, GdkModifierType state, GtkWidget *menu)
{
  if (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
    return gtk_widget_child_focus (menu, GTK_DIR_DOWN);
  if (key == GDK_KEY_Up || key == GDK_KEY_KP_Up)
    return gtk_widget_child_focus (menu, GTK_DIR_UP);
  return FALSE;
}

static GtkWidget *
menu_new (GMenuModel *model)
{
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), menu);
  gtk_widget_add_controller (menu, keys);
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  return menu;
}

/**
 * salon_menu_popup:
 * @at: has the actions, or its parents have them; its children go with it, and it calls salon_menu_present()
 * @model: what can be done; nothing is shown if there is nothing
 *
 * Shows a menu at a place of @at.
 */
void
salon_menu_popup (GtkWidget *at, GMenuModel *model, double x, double y)
{
  GdkRectangle place = { (int) x, (int) y, 1, 1 };
  GtkWidget *menu = NULL;

  salon_menu_remove (at);
  if (g_menu_model_get_n_items (model) == 0)
    return;
  menu = menu_new (model);
  gtk_widget_set_parent (menu, at);
  gtk_popover_set_pointing_to (GTK_POPOVER (menu), &place);
  gtk_popover_popup (GTK_POPOVER (menu));
}

/**
 * salon_menu_present: at the end of size_allocate of a widget without a layout manager: its menu stays beside it
 */
void
salon_menu_present (GtkWidget *at)
{
  GtkWidget *menu = find_menu (at);

  if (menu != NULL && gtk_widget_get_mapped (menu))
    gtk_popover_present (GTK_POPOVER (menu));
}

/**
 * salon_menu_add_keys:
 * @action: class action that shows the menu
 */
void
salon_menu_add_keys (GtkWidgetClass *widget_class, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, action, NULL);
}
