/* The program.  Its D-Bus name holds a hash of the database's path: starting it again with the same file raises
 * the first window, another file is another process.  The one argument left on the command line is a number that
 * rings; it is handed to the first instance, which alone has the file open. */
#include "config.h"
#include "app/application.h"
#include "app/actions.h"
#include "app/opener.h"
#include "app/window.h"

struct _SalonApplication {
  AdwApplication parent_instance;

  char *database;
  gboolean demo;
  SalonOpener *opener;
};

G_DEFINE_FINAL_TYPE (SalonApplication, salon_application, ADW_TYPE_APPLICATION)

static void
action_quit (GSimpleAction *action, GVariant *target, gpointer app)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (app)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (GTK_WINDOW (l->data));
  g_list_free (windows);
}

/* The target is the path of a list of clients. */
static void
action_import_file (GSimpleAction *action, GVariant *target, gpointer app)
{
  salon_opener_import (SALON_APPLICATION (app)->opener, g_variant_get_string (target, NULL));
}

static void
salon_application_startup (GApplication *app)
{
  const GActionEntry entries[] = {
    { "quit", action_quit, NULL, NULL, NULL, { 0 } },
    { "import-file", action_import_file, "s", NULL, NULL, { 0 } },
  };

  G_APPLICATION_CLASS (salon_application_parent_class)->startup (app);
  g_action_map_add_action_entries (G_ACTION_MAP (app), entries, G_N_ELEMENTS (entries), app);
  salon_actions_set_accels (GTK_APPLICATION (app));
  gtk_window_set_default_icon_name (SALON_APP_ID);
  SALON_APPLICATION (app)->opener = salon_opener_new (GTK_APPLICATION (app), SALON_APPLICATION (app)->database,
                                                      SALON_APPLICATION (app)->demo);
}

static void
salon_application_activate (GApplication *app)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (app));

  if (window != NULL)
    gtk_window_present (window);
  else
    salon_opener_start (SALON_APPLICATION (app)->opener);
}

static int
salon_application_command_line (GApplication *app, GApplicationCommandLine *line)
{
  int argc = 0;
  g_auto (GStrv) argv = g_application_command_line_get_arguments (line, &argc);

  g_application_activate (app);
  if (argc > 1)
    salon_opener_ring (SALON_APPLICATION (app)->opener, argv[1]);
  return 0;
}

/* The last window is gone: the salon is closed before the process ends. */
static void
salon_application_shutdown (GApplication *app)
{
  salon_opener_close (SALON_APPLICATION (app)->opener);
  g_clear_object (&SALON_APPLICATION (app)->opener);
  G_APPLICATION_CLASS (salon_application_parent_class)->shutdown (app);
}

static void
salon_application_finalize (GObject *object)
{
  g_free (SALON_APPLICATION (object)->database);
  G_OBJECT_CLASS (salon_application_parent_class)->finalize (object);
}

static void
salon_application_class_init (SalonApplicationClass *klass)
{
  GApplicationClass *app_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = salon_application_finalize;
  app_class->startup = salon_application_startup;
  app_class->shutdown = salon_application_shutdown;
  app_class->activate = salon_application_activate;
  app_class->command_line = salon_application_command_line;
}

static void
salon_application_init (SalonApplication *self)
{
}

/* The folder of the file is resolved, the file itself need not exist yet. */
static char *
make_application_id (const char *database)
{
  g_autofree char *folder = g_path_get_dirname (database);
  g_autofree char *name = g_path_get_basename (database);
  g_autofree char *real = realpath (folder, NULL);
  g_autofree char *path = g_build_filename (real != NULL ? real : folder, name, NULL);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);

  return g_strdup_printf ("%s.db%.16s", SALON_APP_ID, hash);
}

/**
 * salon_application_new:
 * @database: absolute path of the database file, which may not exist yet
 * @demo: whether an absent file is filled with the demo salon without asking
 */
SalonApplication *
salon_application_new (const char *database, gboolean demo)
{
  g_autofree char *id = make_application_id (database);
  SalonApplication *self = g_object_new (SALON_TYPE_APPLICATION,
                                         "application-id", id,
                                         "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                                         "resource-base-path", "/org/salondesk/SalonDesk",
                                         NULL);

  self->database = g_strdup (database);
  self->demo = demo;
  return self;
}
