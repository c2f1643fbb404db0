/* Shows the parts around a client with a salon of their own, for the eye and for pictures: the demo salon is made in
 * a temporary file where there is none.
 * gallery-card PART DATABASE LANGUAGE WIDTH [PHONE OR NAME], where PART is "card", "new" or "duplicates". */
#include "config.h"
#include "gui/pages/clients/duplicates-view.h"
#include "gui/parts/client-view.h"
#include "gui/parts/new-client-form.h"
#include "gui/widgets/build.h"
#include "model/services/find.h"
#include "model/services/generate.h"
#include <adwaita.h>
#include <glib/gi18n.h>
#include <locale.h>

static char **words;
static SalonSession *session;

static SalonSession *
open_salon (const char *path, const char *language)
{
  g_autoptr (SalonClock) clock = salon_clock_new_at (salon_day_from_ymd (2026, 11, 23), 10 * 60 + 20, "Europe/Riga");
  const SalonGenerateRequest request = { .size = SALON_GENERATE_DEMO, .seed = 1, .language = language };
  SalonActor actor = { .user_id = 1, .role = SALON_ROLE_OWNER };
  g_autoptr (GError) error = NULL;
  SalonSession *opened = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !salon_generate_file (path, clock, &request, NULL, NULL, &error))
    g_error ("%s", error->message);
  opened = salon_session_open (path, clock, SALON_SESSION_WRITE, &error);
  if (opened == NULL)
    g_error ("%s", error->message);
  salon_session_set_actor (opened, &actor);
  return opened;
}

static gint64
find_client (const char *text)
{
  SalonFindRequest request = { .text = (char *) text, .limit = 1 };
  g_autoptr (SalonFound) found = salon_session_query_sync (session, &salon_query_find, &request, NULL);

  return found != NULL && found->clients->len > 0 ? ((SalonClientRow *) found->clients->pdata[0])->id : 0;
}

static void
on_activate (GtkApplication *app, gpointer data)
{
  GtkWidget *window = adw_application_window_new (app);
  gboolean card = g_str_equal (words[1], "card");
  gboolean duplicates = g_str_equal (words[1], "duplicates");
  GtkWidget *view = card         ? salon_client_view_new (session)
                    : duplicates ? salon_duplicates_view_new (session)
                                 : salon_new_client_form_new (session);
  GtkWidget *clamp = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_halign (clamp, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (clamp, atoi (words[4]), -1);
  gtk_widget_set_vexpand (view, TRUE);
  gtk_box_append (GTK_BOX (clamp), view);
  gtk_widget_set_margin_top (clamp, 12);
  gtk_widget_set_margin_bottom (clamp, 12);
  if (card)
    salon_client_view_set_client (SALON_CLIENT_VIEW (view), words[5] != NULL ? find_client (words[5]) : 0);
  else if (duplicates)
    salon_duplicates_view_load (SALON_DUPLICATES_VIEW (view));
  else
    salon_new_client_form_open (SALON_NEW_CLIENT_FORM (view), words[5]);
  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 720);
  gtk_window_maximize (GTK_WINDOW (window));
  gtk_widget_add_css_class (window, "salon");
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), clamp);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("SALON_LOCALEDIR") != NULL ? g_getenv ("SALON_LOCALEDIR") : LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  if (argc < 5)
    return 2;
  words = argv;
  session = open_salon (argv[2], argv[3]);
  app = g_object_new (ADW_TYPE_APPLICATION, "application-id", "org.salondesk.Gallery", "flags", G_APPLICATION_NON_UNIQUE,
                      "resource-base-path", "/org/salondesk/SalonDesk", NULL);
  g_signal_connect (app, "activate", G_CALLBACK (on_activate), NULL);
  status = g_application_run (G_APPLICATION (app), 1, argv);
  salon_session_close (session, NULL);
  return status;
}
