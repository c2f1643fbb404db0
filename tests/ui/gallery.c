/* Shows every widget with data as a salon has it.  Not installed: it serves the eye.
 * gallery PAGE, where PAGE is "desk" (default), "forms" or "table". */
#include "config.h"
#include "gallery.h"
#include "gui/widgets/search-dropdown.h"
#include <adwaita.h>
#include <glib/gi18n.h>
#include <locale.h>

GtkWidget *
gallery_box (GtkOrientation orientation, int spacing, ...)
{
  GtkWidget *box = gtk_box_new (orientation, spacing);
  GtkWidget *child;
  va_list args;

  va_start (args, spacing);
  while ((child = va_arg (args, GtkWidget *)) != NULL)
    gtk_box_append (GTK_BOX (box), child);
  va_end (args);
  return box;
}

/* Large text, as a user of weak sight sets it: GALLERY_TEXT=150. */
static void
scale_text (void)
{
  const char *percent = g_getenv ("GALLERY_TEXT");

  if (percent != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (96 * 1024 * g_ascii_strtoll (percent, NULL, 10) / 100), NULL);
}

static void
on_activate (GtkApplication *app, const char *page)
{
  GtkWidget *(*create) (void) = gallery_desk_new;
  GtkWidget *window = adw_application_window_new (app);

  scale_text ();
  if (g_strcmp0 (page, "forms") == 0)
    create = gallery_forms_new;
  else if (g_strcmp0 (page, "table") == 0)
    create = gallery_table_new;
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_maximize (GTK_WINDOW (window));
  gtk_widget_add_css_class (window, "salon");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), create ());
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SALON_LOCALEDIR") != NULL ? g_getenv ("SALON_LOCALEDIR") : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  app = g_object_new (ADW_TYPE_APPLICATION,
                      "application-id", "org.salondesk.Gallery",
                      "flags", G_APPLICATION_NON_UNIQUE,
                      "resource-base-path", "/org/salondesk/SalonDesk",
                      NULL);
  g_signal_connect (app, "activate", G_CALLBACK (on_activate), argc > 1 ? argv[1] : NULL);
  return g_application_run (G_APPLICATION (app), 1, argv);
}
