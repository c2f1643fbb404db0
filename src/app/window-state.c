/* The size and the style of the window in GSettings.  Where the schema is not installed (a build tree) it is not remembered. */
#include "config.h"
#include "app/window-state.h"
#include "gui/widgets/memory.h"
#include <adwaita.h>

struct _SalonWindowState {
  GtkWindow *window; /* not owned: the window owns this */
  GSettings *settings;
};

static void
apply_color_scheme (GSettings *settings)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };
  guint choice = (guint) g_settings_get_enum (settings, "color-scheme"); /* in the order of the schema */

  if (choice < G_N_ELEMENTS (schemes))
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[choice]);
}

/**
 * salon_window_state_new:
 * @window: its owner, which gets its former size
 */
SalonWindowState *
salon_window_state_new (GtkWindow *window)
{
  SalonWindowState *self = g_new0 (SalonWindowState, 1);
  int width = 1280;
  int height = 720;

  self->window = window;
  self->settings = salon_memory_open ();
  if (self->settings != NULL) {
    g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
    if (g_settings_get_boolean (self->settings, "window-maximized"))
      gtk_window_maximize (window);
    g_signal_connect (self->settings, "changed::color-scheme", G_CALLBACK (apply_color_scheme), NULL);
    apply_color_scheme (self->settings);
  }
  gtk_window_set_default_size (window, width, height);
  return self;
}

/**
 * salon_window_state_save:
 *
 * Remembers the size; called when the window is about to close.
 */
void
salon_window_state_save (SalonWindowState *self)
{
  int width;
  int height;

  if (self->settings == NULL)
    return;
  gtk_window_get_default_size (self->window, &width, &height);
  g_settings_set (self->settings, "window-size", "(ii)", width, height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (self->window));
}

/**
 * salon_window_state_free:
 */
void
salon_window_state_free (SalonWindowState *self)
{
  g_clear_object (&self->settings);
  g_free (self);
}
