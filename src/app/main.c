/* The window program: reads the command line, sets the language, runs the application. */
#include "config.h"
#include "app/application.h"
#include "base/phone.h"
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

typedef struct {
  char *database;
  char *language;
  char *import;
  char *phone;
  gboolean demo;
  gboolean version;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->database);
  g_free (options->language);
  g_free (options->import);
  g_free (options->phone);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The language of the option must be known before the options' own texts are translated: it is looked for first. */
static void
set_language (int argc, char **argv)
{
  const char *catalogs = g_getenv ("SALON_LOCALEDIR");

  for (int i = 1; i < argc; i++) {
    if (g_str_has_prefix (argv[i], "--language="))
      g_setenv ("LANGUAGE", argv[i] + strlen ("--language="), TRUE);
    else if (g_str_equal (argv[i], "--language") && i + 1 < argc)
      g_setenv ("LANGUAGE", argv[i + 1], TRUE);
  }
  setlocale (LC_ALL, "");
  /* gettext translates nothing at all in the locale "C" */
  if (g_strcmp0 (setlocale (LC_MESSAGES, NULL), "C") == 0)
    setlocale (LC_ALL, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, catalogs != NULL ? catalogs : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static gboolean
read_options (Options *options, int *argc, char ***argv, GError **error)
{
  const GOptionEntry entries[] = {
    { "database", 'd', 0, G_OPTION_ARG_FILENAME, &options->database, N_ ("Work with this database file"), N_ ("FILE") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &options->demo, N_ ("Make the demo salon if the file does not exist yet"), NULL },
    { "language", 0, 0, G_OPTION_ARG_STRING, &options->language, N_ ("Use this language: en, ru or lv"), N_ ("LANGUAGE") },
    { "import", 0, 0, G_OPTION_ARG_FILENAME, &options->import, N_ ("Bring in clients from this list"), N_ ("FILE") },
    { "phone", 0, 0, G_OPTION_ARG_STRING, &options->phone, N_ ("Show who is calling: opens the card of the client with this number"),
      N_ ("NUMBER") },
    { "version", 0, 0, G_OPTION_ARG_NONE, &options->version, N_ ("Print the version and end"), NULL },
    { NULL, 0, 0, 0, NULL, NULL, NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_set_summary (context, _("Runs the day of a beauty salon."));
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return g_option_context_parse (context, argc, argv, error);
}

static char *
get_database (const Options *options)
{
  if (options->database != NULL)
    return g_canonicalize_filename (options->database, NULL);
  return g_build_filename (g_get_user_data_dir (), "salon-desk", options->demo ? "demo.salon" : "salon.salon", NULL);
}

/* The action goes to the program that has the salon open already, if there is one. */
static gboolean
import_file (GApplication *app, const char *file, GError **error)
{
  g_autofree char *path = NULL;

  if (file == NULL)
    return TRUE;
  if (!g_application_register (app, NULL, error))
    return FALSE;
  path = g_canonicalize_filename (file, NULL);
  g_action_group_activate_action (G_ACTION_GROUP (app), "import-file", g_variant_new_string (path));
  return TRUE;
}

/* The number that rings: of the option, or the address "tel:…" that a desktop hands over.  What is no number at all is
 * refused here, where it can be said to who started the program. */
static gboolean
take_phone (Options *options, int argc, char **argv, GError **error)
{
  g_autofree char *number = NULL;

  if (argc > 2 || (argc == 2 && options->phone != NULL)) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” is too much."), argv[argc - 1]);
    return FALSE;
  }
  if (argc == 2 && g_ascii_strncasecmp (argv[1], "tel:", strlen ("tel:")) != 0) {
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED, _("“%s” is not the address of a phone number (tel:…)."), argv[1]);
    return FALSE;
  }
  if (argc == 2)
    options->phone = g_strdup (argv[1]);
  if (options->phone == NULL)
    return TRUE;
  number = salon_phone_of_uri (options->phone, error);
  if (number == NULL)
    return FALSE;
  g_free (options->phone);
  options->phone = g_strconcat ("tel:", number, NULL); /* can be taken for no option */
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  char *arguments[3] = { NULL };
  g_autoptr (SalonApplication) app = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *database = NULL;

  set_language (argc, argv);
  if (!read_options (&options, &argc, &argv, &error) || !take_phone (&options, argc, argv, &error)) {
    g_printerr ("salon-desk: %s\n", error->message);
    return 2;
  }
  if (options.version) {
    g_print ("Salon Desk %s\n", SALON_VERSION);
    return 0;
  }
  g_set_application_name (_("Salon Desk"));
  database = get_database (&options);
  app = salon_application_new (database, options.demo);
  if (!import_file (G_APPLICATION (app), options.import, &error)) {
    g_printerr ("salon-desk: %s\n", error->message);
    return 1;
  }
  arguments[0] = argv[0];
  arguments[1] = options.phone;
  return g_application_run (G_APPLICATION (app), options.phone != NULL ? 2 : 1, arguments);
}
