/* One export from the choice to the note, and the way of a kept file back to a folder.
 *
 * The window is reached by its actions only: "win.toast" tells, "win.offer" offers the folder. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/exporter.h"
#include "base/executor.h"
#include "exchange/create-writer.h"
#include "exchange/draft.h"
#include "gui/parts/export-choice.h"
#include "gui/parts/save-file.h"
#include "gui/widgets/compat.h"
#include "model/services/clients.h"
#include "model/services/export-run.h"
#include "model/services/settings.h"

typedef struct {
  GtkWindow *window; /* weak: NULL when it is gone */
  SalonSession *session;
  SalonExportScope *scope;
  SalonExportChoice *choice; /* strong: its callbacks may come when it is closed */
  gboolean is_closed;
  SalonExportFormat format;
  char **columns;
  char *path;
  GCancellable *cancellable;
  int holds; /* what will still answer, and the window of the choice */
} Export;

static Export *
hold (Export *self)
{
  self->holds++;
  return self;
}

static void
release (Export *self)
{
  if (--self->holds > 0)
    return;
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->session);
  g_clear_pointer (&self->scope, salon_export_scope_free);
  if (self->choice != NULL) /* it tells of its end twice: when it closes, and when it is gone */
    g_signal_handlers_disconnect_by_data (self->choice, self);
  g_clear_object (&self->choice);
  g_clear_object (&self->cancellable);
  g_strfreev (self->columns);
  g_free (self->path);
  g_free (self);
}

static void
show_error (Export *self, const char *sentence)
{
  if (!self->is_closed)
    salon_export_choice_show_error (self->choice, sentence);
}

/* ---- it runs */

static void
on_exported (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *text = NULL;
  SalonExportDone done = { 0 };

  if (!salon_export_finish (SALON_SESSION (source), result, &done, &error)) {
    if (error->domain != G_IO_ERROR) /* neither cancelled nor closed */
      show_error (self, error->message);
    release (self);
    return;
  }
  /* Translators: how many clients, then the name of a file */
  text = g_strdup_printf (ngettext ("%'d client exported to “%s”.", "%'d clients exported to “%s”.", (gulong) done.n_rows),
                          (int) done.n_rows, name);
  if (!self->is_closed)
    gtk_window_close (GTK_WINDOW (self->choice));
  salon_save_file_tell ((GtkWidget *) self->window, text, self->path);
  release (self);
}

static void
on_progress (gint64 n_done, gint64 total, gpointer data)
{
  Export *self = data;

  if (!self->is_closed)
    salon_export_choice_show_progress (self->choice, n_done, total);
}

static void
on_settings (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSettings) settings = salon_session_query_finish (SALON_SESSION (source), result, &error);
  SalonRowWriter *writer = NULL;
  SalonExportOrder *order = NULL;

  if (settings != NULL && !self->is_closed)
    writer = salon_exchange_create (self->path, salon_exchange_format_of_export (self->format), salon_settings_currency (settings), _("Clients"),
                                    &error);
  if (writer == NULL) {
    if (error != NULL)
      show_error (self, error->message);
    release (self);
    return;
  }
  order = salon_export_order_new (self->scope->ids, (const char *const *) self->columns, self->format, self->path);
  salon_export_order_set_filter (order, self->scope->filter, self->scope->told, self->scope->ticked);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  salon_export_choice_show_progress (self->choice, 0, self->scope->ids->len);
  salon_export_start (self->session, order, writer, self->cancellable, on_progress, self, on_exported, self);
}

/* ---- where to */

static char *
path_of (GFile *file, GError **error)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    salon_set_error (error, SALON_ERROR_IO, _("Choose a folder of this computer."));
  return path;
}

/* The name of the file gets its end where somebody left it out; who is asked nothing must lose nothing. */
static gboolean
take_path (GFile *file, SalonExportFormat format, char **path, GError **error)
{
  const char *suffix = salon_exchange_format_get_suffix (salon_exchange_format_of_export (format));
  g_autofree char *chosen = path_of (file, error);
  g_autofree char *name = chosen != NULL ? g_path_get_basename (chosen) : NULL;

  if (chosen == NULL)
    return FALSE;
  g_free (*path);
  *path = strchr (name, '.') != NULL ? g_steal_pointer (&chosen) : g_strconcat (chosen, suffix, NULL);
  if (chosen == NULL || !g_file_test (*path, G_FILE_TEST_EXISTS))
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT, _("There is a file “%s%s” already; choose another name."), name, suffix);
  return FALSE;
}

static void
on_file (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);

  if (file == NULL || self->is_closed) {
    release (self);
    return;
  }
  if (!take_path (file, self->format, &self->path, &error)) {
    show_error (self, error->message);
    release (self);
    return;
  }
  salon_session_query (self->session, &salon_query_settings, SALON_LANE_INTERACTIVE, NULL, NULL, on_settings, self);
}

static void
on_chosen (SalonExportChoice *choice, int format, char **columns, Export *self)
{
  SalonClock *clock = salon_session_clock (self->session);
  g_autofree char *day = salon_day_format_iso (salon_clock_today (clock));
  g_autofree char *name = NULL;

  self->format = format;
  g_strfreev (self->columns);
  self->columns = g_strdupv (columns);
  /* Translators: how the file of an export is called: clients-2026-11-22.xlsx */
  name = g_strdup_printf ("%s-%s%s", C_ ("file name", "clients"), day, salon_exchange_format_get_suffix (salon_exchange_format_of_export (format)));
  salon_compat_choose_file (GTK_WINDOW (choice), GTK_FILE_CHOOSER_ACTION_SAVE, _("Export clients"), name, NULL, on_file,
                            hold (self));
}

static void
on_stopped (SalonExportChoice *choice, Export *self)
{
  if (self->is_closed)
    return;
  self->is_closed = TRUE;
  g_cancellable_cancel (self->cancellable);
  release (self);
}

/* ---- who */

static void
show_choice (Export *self)
{
  self->choice = g_object_ref (SALON_EXPORT_CHOICE (salon_export_choice_new (self->window, self->session, self->scope)));
  g_signal_connect (self->choice, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect (self->choice, "stopped", G_CALLBACK (on_stopped), self);
  g_signal_connect (self->choice, "destroy", G_CALLBACK (on_stopped), self);
  gtk_window_present (GTK_WINDOW (self->choice));
}

static void
on_everybody (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (ids == NULL || self->window == NULL) {
    if (self->window != NULL && error->domain != G_IO_ERROR)
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "(ss)", error->message, "");
    release (self);
    return;
  }
  self->scope = salon_export_scope_new (ids, FALSE, NULL, NULL);
  show_choice (self);
}

/**
 * salon_exporter_run:
 * @window: the window of the program
 * @scope: (transfer full) (nullable): who; %NULL = everybody, by name
 *
 * Lets somebody export clients.
 */
void
salon_exporter_run (GtkWindow *window, SalonSession *session, SalonExportScope *scope)
{
  Export *self = hold (g_new0 (Export, 1));

  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (session);
  self->scope = scope;
  self->cancellable = g_cancellable_new ();
  if (scope != NULL)
    show_choice (self);
  else
    salon_session_query (session, &salon_query_client_ids, SALON_LANE_INTERACTIVE,
                         salon_client_list_request_new (SALON_CLIENT_SORT_NAME, FALSE, NULL), NULL, on_everybody, self);
}

/* ---- once more */

typedef struct {
  GtkWindow *window; /* weak */
  SalonSession *session;
  gint64 id;
  char *path;
  SalonDraft *draft;
} Again;

static void
again_free (Again *self)
{
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->session);
  g_clear_pointer (&self->draft, salon_draft_free);
  g_free (self->path);
  g_free (self);
}

static gboolean
pour (const char *data, gsize size, gpointer draft, GError **error)
{
  return size > 0 ? salon_draft_write (draft, data, size, error) : salon_draft_finish (draft, error);
}

static void
on_fetched (GObject *source, GAsyncResult *result, gpointer data)
{
  Again *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonExportEntry) entry = salon_session_query_finish (SALON_SESSION (source), result, &error);
  g_autofree char *name = g_filename_display_basename (self->path);
  g_autofree char *text = entry != NULL ? g_strdup_printf (_("“%s” was saved again."), name) : NULL;

  if (entry != NULL)
    salon_save_file_tell ((GtkWidget *) self->window, text, self->path);
  else if (self->window != NULL && error->domain != G_IO_ERROR)
    gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "(ss)", error->message, "");
  again_free (self);
}

static void
on_again_file (GObject *source, GAsyncResult *result, gpointer data)
{
  Again *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);

  self->path = file != NULL ? path_of (file, &error) : NULL;
  if (self->path != NULL)
    self->draft = salon_draft_new (self->path, &error);
  if (self->draft == NULL) {
    if (error != NULL && self->window != NULL)
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.toast", "(ss)", error->message, "");
    again_free (self);
    return;
  }
  salon_session_query (self->session, &salon_query_export_fetch, SALON_LANE_BACKGROUND,
                       salon_export_fetch_new (self->id, pour, self->draft), NULL, on_fetched, self);
}

/**
 * salon_exporter_save_again:
 * @id: of an export in the log
 * @file_name: how its file was called
 *
 * Lets somebody save a kept file once more.
 */
void
salon_exporter_save_again (GtkWindow *window, SalonSession *session, gint64 id, const char *file_name)
{
  Again *self = g_new0 (Again, 1);

  g_set_weak_pointer (&self->window, window);
  self->session = g_object_ref (session);
  self->id = id;
  salon_compat_choose_file (window, GTK_FILE_CHOOSER_ACTION_SAVE, _("Save again"), file_name, NULL, on_again_file, self);
}
