/* A popover that closes by itself grabs the keys, and GTK lets none of them out to its window, where the keys of the program
 * are bound: Ctrl+Q, F12 and the keys of the pages would be lost as long as a list is dropped down.  So each popover
 * that gets the focus listens for them: what it has no use for closes it and does what it does anywhere. */
#include "config.h"

#include "app/popover-keys.h"
#include "app/actions.h"
#include "gui/widgets/keys.h"

#define LISTENS "salon-popover-keys"

static gboolean
on_key_pressed (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, GtkPopover *popover)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (popover)));
  GtkApplication *app = gtk_window_get_application (window);
  GtkWidget *targets[] = { GTK_WIDGET (window), NULL };
  g_autofree char *accel = salon_keys_accel (keyval, keycode, state);
  g_auto (GStrv) actions = NULL;

  if (app == NULL || accel == NULL || salon_keys_is_text (keyval, state))
    return FALSE;
  actions = gtk_application_get_actions_for_accel (app, accel);
  if (*actions == NULL)
    return FALSE;
  gtk_popover_popdown (popover);
  return salon_actions_run_key (app, targets, accel);
}

static void
listen (GtkWidget *popover)
{
  GtkEventController *keys = NULL;

  if (g_object_get_data (G_OBJECT (popover), LISTENS) != NULL)
    return;
  keys = gtk_event_controller_key_new ();
  g_object_set_data (G_OBJECT (popover), LISTENS, keys);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), popover);
  gtk_widget_add_controller (popover, keys);
}

static void
on_focus (GtkWindow *window, GParamSpec *pspec, gpointer unused)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover != NULL)
    listen (popover);
}

/**
 * salon_popover_keys_watch:
 * @window: (transfer none): whose popovers are to know the keys of its application, too
 */
void
salon_popover_keys_watch (GtkWindow *window)
{
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (on_focus), NULL);
}
