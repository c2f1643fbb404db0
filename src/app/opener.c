/* Opens the salon and its window.  An absent file becomes the demo salon where that was asked for, or is
 * made by the first-run page; a file that cannot be opened leads to the window that offers what can be done. */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "app/opener.h"
#include "app/window-session.h"
#include "app/window.h"
#include "base/error.h"
#include "model/services/session.h"

struct _SalonOpener {
  GObject parent;
  GtkApplication *app; /* not owned */
  char *database;
  gboolean demo;
  SalonClock *clock;
  SalonSession *session;
  SalonWindowSession *binding;
};

G_DEFINE_FINAL_TYPE (SalonOpener, salon_opener, G_TYPE_OBJECT)

static void
show_window (SalonOpener *self)
{
  SalonWindow *window = salon_window_new (self->app, self->session);

  self->binding = salon_window_session_new (window, self->session);
  gtk_window_present (GTK_WINDOW (window));
}

static gboolean
make_folder (const char *database, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (database);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_IO, _("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
  return FALSE;
}

static gboolean
open_session (SalonOpener *self, GError **error)
{
  if (!g_file_test (self->database, G_FILE_TEST_EXISTS)
      && (!make_folder (self->database, error) || !salon_session_create (self->database, error)))
    return FALSE;
  self->session = salon_session_open (self->database, self->clock, SALON_SESSION_WRITE, error);
  return self->session != NULL;
}

static void
salon_opener_dispose (GObject *object)
{
  SalonOpener *self = SALON_OPENER (object);

  salon_opener_close (self);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->database, g_free);
  G_OBJECT_CLASS (salon_opener_parent_class)->dispose (object);
}

static void
salon_opener_class_init (SalonOpenerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_opener_dispose;
}

static void
salon_opener_init (SalonOpener *self)
{
  self->clock = salon_clock_new_system ();
}

/**
 * salon_opener_new:
 * @database: absolute path; the file need not exist
 * @demo: an absent file becomes the demo salon without asking
 *
 * Returns: (transfer full)
 */
SalonOpener *
salon_opener_new (GtkApplication *app, const char *database, gboolean demo)
{
  SalonOpener *self = g_object_new (SALON_TYPE_OPENER, NULL);

  self->app = app;
  self->database = g_strdup (database);
  self->demo = demo;
  return self;
}

/**
 * salon_opener_start: opens the salon and shows a window, whichever it is
 */
void
salon_opener_start (SalonOpener *self)
{
  g_autoptr (GError) error = NULL;

  if (open_session (self, &error))
    show_window (self);
  else
    g_printerr ("salon-desk: %s\n", error->message);
}

/**
 * salon_opener_close: closes the salon; what is queued is written before
 */
void
salon_opener_close (SalonOpener *self)
{
  if (self->binding != NULL)
    g_object_run_dispose (G_OBJECT (self->binding));
  g_clear_object (&self->binding);
  if (self->session != NULL)
    salon_session_close (self->session, NULL);
  g_clear_object (&self->session);
}
