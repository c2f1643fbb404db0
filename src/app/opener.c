/* Opens the salon and its window.  An absent file becomes the demo salon where that was asked for, or is
 * made by the first-run page; a file that cannot be opened leads to the window that offers what can be done. */
#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/executor.h"
#include "app/closing-window.h"
#include "app/first-run-window.h"
#include "app/opener.h"
#include "app/problem-window.h"
#include "app/restore-window.h"
#include "app/ring.h"
#include "app/scan-desk.h"
#include "app/scanner.h"
#include "app/window-session.h"
#include "app/window.h"
#include "base/error.h"
#include "gui/widgets/compat.h"
#include "model/services/backups.h"
#include "model/services/generate.h"
#include "model/services/session.h"
#include "model/services/setup.h"

struct _SalonOpener {
  GObject parent;
  GtkApplication *app; /* not owned */
  char *database;
  gboolean demo;
  SalonClock *clock;
  SalonSession *session;
  SalonWindowSession *binding;
  SalonScanner *scanner;
  SalonScanDesk *scan_desk; /* NULL = no salon is open */
  GtkWindow *window; /* the one that is shown; not owned */
  char *import;      /* a list that is brought in once there is a window */
  char *ring;        /* a number that rings while there is no window yet */
  gboolean closing;  /* the last backup was made, or is not wanted */
};

/* From this size on (bytes) the last backup takes so long that a window says what goes on. */
#define LARGE_FILE (16 << 20)

G_DEFINE_FINAL_TYPE (SalonOpener, salon_opener, G_TYPE_OBJECT)

static void show_problem (SalonOpener *self, const GError *error);
static void open_or_explain (SalonOpener *self);

/* ---- windows */

/* The new window comes before the old one goes: an application without a window ends. */
static void
replace_window (SalonOpener *self, GtkWindow *window)
{
  GtkWindow *old = self->window;

  g_set_weak_pointer (&self->window, window);
  gtk_window_present (window);
  if (old != NULL)
    gtk_window_destroy (old);
}

static void
on_restore_chosen (SalonRestoreWindow *restore, const char *path, SalonOpener *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;

  g_application_hold (G_APPLICATION (self->app));
  salon_opener_close (self);
  if (salon_backup_restore (path, self->database, self->clock, &kept, &error))
    open_or_explain (self);
  else
    show_problem (self, error);
  g_application_release (G_APPLICATION (self->app));
}

/**
 * salon_opener_restore: offers the backups of the database; the chosen one takes its place
 */
void
salon_opener_restore (SalonOpener *self)
{
  GtkWidget *window = salon_restore_window_new (self->window, self->database, self->clock);

  g_signal_connect_object (window, "chosen", G_CALLBACK (on_restore_chosen), self, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static void
on_restore_action (SalonWindow *window, SalonOpener *self)
{
  salon_opener_restore (self);
}

static void
on_backup_action (SalonWindow *window, SalonOpener *self)
{
  salon_window_session_back_up (self->binding);
}

/* Waits for the last bookings, so that they are in the backup. */
static gboolean
needs_backup (SalonOpener *self)
{
  if (self->session == NULL || self->binding == NULL || self->closing)
    return FALSE;
  salon_session_settle (self->session);
  return salon_window_session_needs_backup (self->binding);
}

static gboolean
is_large (SalonOpener *self)
{
  GStatBuf st;

  return g_stat (self->database, &st) == 0 && st.st_size >= LARGE_FILE;
}

/* The end of the work: the window is gone.  The program ends when the one that takes its place is gone, too. */
static void
on_window_removed (GtkApplication *app, GtkWindow *window, SalonOpener *self)
{
  if (!SALON_IS_WINDOW (window) || window != self->window || !needs_backup (self) || !is_large (self))
    return;
  self->closing = TRUE;
  g_object_run_dispose (G_OBJECT (self->binding));
  gtk_window_present (GTK_WINDOW (salon_closing_window_new (self->app, self->session)));
}

/* The list waits for a window with a salon in it. */
static void
import_waiting (SalonOpener *self)
{
  if (self->import == NULL || !SALON_IS_WINDOW (self->window))
    return;
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.import-file", "s", self->import);
  g_clear_pointer (&self->import, g_free);
}

static void
show_window (SalonOpener *self)
{
  SalonWindow *window = salon_window_new (self->app, self->session);

  self->binding = salon_window_session_new (window, self->session);
  g_clear_object (&self->scan_desk);
  self->scan_desk = salon_scan_desk_new (window, self->session);
  g_signal_connect_object (window, "restore", G_CALLBACK (on_restore_action), self, 0);
  g_signal_connect_object (window, "back-up", G_CALLBACK (on_backup_action), self, 0);
  replace_window (self, GTK_WINDOW (window));
  import_waiting (self);
  if (self->ring != NULL)
    salon_ring (window, self->ring);
  g_clear_pointer (&self->ring, g_free);
}

/* ---- making a salon */

static gboolean
make_folder (const char *database, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (database);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  salon_set_error (error, SALON_ERROR_IO, _("The folder “%s” cannot be made: %s."), folder, g_strerror (errno));
  return FALSE;
}

static const char *
demo_language (void)
{
  const char *const *names = g_get_language_names ();

  for (; *names != NULL; names++)
    if (g_str_has_prefix (*names, "ru"))
      return "ru";
    else if (g_str_has_prefix (*names, "lv"))
      return "lv";
  return "en";
}

static void
generate (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SalonOpener *self = source;
  SalonGenerateRequest request = { .size = SALON_GENERATE_DEMO, .seed = 1, .language = demo_language () };
  GError *error = NULL;

  if (make_folder (self->database, &error)
      && salon_generate_file (self->database, self->clock, &request, NULL, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_generated (GObject *source, GAsyncResult *result, gpointer data)
{
  SalonOpener *self = SALON_OPENER (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    open_or_explain (self);
  else
    show_problem (self, error);
  g_application_release (G_APPLICATION (self->app));
}

static void
make_demo (SalonOpener *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_generated, NULL);

  g_application_hold (G_APPLICATION (self->app));
  salon_run_aside (task, generate);
}

static void
on_demo (SalonFirstRunWindow *window, SalonOpener *self)
{
  salon_first_run_window_set_busy (window, TRUE);
  make_demo (self);
}

/* The file gets its name only when the setup succeeded: a refusal leaves nothing behind. */
static gboolean
set_up (SalonOpener *self, SalonSetupRequest *request, GError **error)
{
  g_autofree char *draft = g_strconcat (self->database, ".setup", NULL);
  SalonSession *session = NULL;
  gboolean ok = FALSE;

  g_unlink (draft);
  if (!make_folder (self->database, error) || !salon_session_create (draft, error))
    return FALSE;
  session = salon_session_open (draft, self->clock, SALON_SESSION_WRITE, error);
  ok = session != NULL && salon_session_submit_sync (session, &salon_command_setup, request, NULL, NULL, error);
  if (session != NULL)
    ok = salon_session_close (session, ok ? error : NULL) && ok;
  g_clear_object (&session);
  if (ok && g_rename (draft, self->database) != 0) {
    salon_set_error (error, SALON_ERROR_IO, _("“%s” cannot be made: %s."), self->database, g_strerror (errno));
    ok = FALSE;
  }
  salon_session_remove_traces (draft);
  return ok;
}

static void
on_create (SalonFirstRunWindow *window, SalonOpener *self)
{
  SalonSetupRequest *request = salon_first_run_window_read (window);
  g_autoptr (GError) error = NULL;

  if (set_up (self, request, &error)) {
    if (salon_first_run_window_get_list (window) != NULL)
      salon_opener_import (self, salon_first_run_window_get_list (window));
    open_or_explain (self);
  } else {
    salon_first_run_window_set_error (window, error);
  }
  salon_setup_request_free (request);
}

static void
show_first_run (SalonOpener *self)
{
  GtkWidget *window = salon_first_run_window_new (self->app);

  g_signal_connect_object (window, "create", G_CALLBACK (on_create), self, 0);
  g_signal_connect_object (window, "demo", G_CALLBACK (on_demo), self, 0);
  replace_window (self, GTK_WINDOW (window));
}

/* ---- problems */

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonOpener) self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);

  if (file == NULL)
    return;
  g_free (self->database);
  self->database = g_file_get_path (file);
  open_or_explain (self);
}

static void
on_problem_choice (SalonProblemWindow *window, const char *what, SalonOpener *self)
{
  if (g_str_equal (what, "restore"))
    salon_opener_restore (self);
  else if (g_str_equal (what, "retry"))
    open_or_explain (self);
  else if (g_str_equal (what, "open"))
    salon_compat_choose_file (GTK_WINDOW (window), GTK_FILE_CHOOSER_ACTION_OPEN, _("Open a salon"), NULL, NULL, on_file_chosen,
                              g_object_ref (self));
  else
    gtk_window_close (GTK_WINDOW (window));
}

static void
show_problem (SalonOpener *self, const GError *error)
{
  GtkWidget *window = salon_problem_window_new (self->app, error);

  g_signal_connect_object (window, "choice", G_CALLBACK (on_problem_choice), self, 0);
  replace_window (self, GTK_WINDOW (window));
}

static void
open_or_explain (SalonOpener *self)
{
  g_autoptr (GError) error = NULL;

  if (salon_backup_before_migration (self->database, self->clock, &error))
    self->session = salon_session_open (self->database, self->clock, SALON_SESSION_WRITE, &error);
  if (self->session == NULL) {
    show_problem (self, error);
    return;
  }
  self->closing = FALSE;
  show_window (self);
}

/* ---- object */

static void
on_scanned (SalonScanner *scanner, const char *code, GtkWindow *window, SalonOpener *self)
{
  if (self->scan_desk != NULL)
    salon_scan_desk_take (self->scan_desk, code, window);
}

static void
salon_opener_dispose (GObject *object)
{
  SalonOpener *self = SALON_OPENER (object);

  salon_opener_close (self);
  g_clear_object (&self->scanner);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->database, g_free);
  g_clear_pointer (&self->import, g_free);
  g_clear_pointer (&self->ring, g_free);
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
  self->scanner = salon_scanner_new ();
  g_signal_connect_object (self->scanner, "scanned", G_CALLBACK (on_scanned), self, 0);
  g_signal_connect_object (app, "window-removed", G_CALLBACK (on_window_removed), self, 0);
  return self;
}

/**
 * salon_opener_start: opens the salon and shows a window, whichever it is
 */
void
salon_opener_start (SalonOpener *self)
{
  if (g_file_test (self->database, G_FILE_TEST_EXISTS))
    open_or_explain (self);
  else if (self->demo)
    make_demo (self);
  else
    show_first_run (self);
}

/**
 * salon_opener_import:
 * @path: of a list of clients
 *
 * Opens the list in the window, now or as soon as there is one with a salon in it.
 */
void
salon_opener_import (SalonOpener *self, const char *path)
{
  g_free (self->import);
  self->import = g_strdup (path);
  import_waiting (self);
}

/**
 * salon_opener_ring:
 * @number: as the telephone says it
 *
 * Shows who is calling, as soon as there is a window of the salon.
 */
void
salon_opener_ring (SalonOpener *self, const char *number)
{
  if (SALON_IS_WINDOW (self->window) && !self->closing) {
    salon_ring (SALON_WINDOW (self->window), number);
    return;
  }
  g_free (self->ring);
  self->ring = g_strdup (number);
}

/* At the end of the work, if no backup has all of it.  A failure is told at the next start by the missing backup. */
static void
back_up_at_exit (SalonOpener *self)
{
  SalonBackupRequest *request = salon_backup_request_new (self->database, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonBackup) backup = salon_session_query_sync (self->session, &salon_query_backup, request, &error);

  if (backup == NULL)
    g_printerr ("salon-desk: %s\n", error->message);
  salon_backup_request_free (request);
}

/**
 * salon_opener_close: closes the salon; what is queued is written before, and backed up
 */
void
salon_opener_close (SalonOpener *self)
{
  gboolean unkept = needs_backup (self);

  if (self->scan_desk != NULL)
    g_object_run_dispose (G_OBJECT (self->scan_desk));
  g_clear_object (&self->scan_desk);
  if (self->binding != NULL)
    g_object_run_dispose (G_OBJECT (self->binding));
  g_clear_object (&self->binding);
  if (unkept)
    back_up_at_exit (self);
  if (self->session != NULL)
    salon_session_close (self->session, NULL);
  g_clear_object (&self->session);
}
