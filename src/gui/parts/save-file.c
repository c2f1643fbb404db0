/* The file is written beside the main thread; a file of that name is replaced only after the dialog has asked. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/durable.h"
#include "base/executor.h"
#include "gui/parts/notes.h"
#include "gui/parts/save-file.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/compat.h"

typedef struct {
  GWeakRef from;
  GBytes *contents;
  char *suffix; /* ".pdf" */
  char *path;
  SalonSaved saved;
} Save;

static void
save_free (Save *self)
{
  g_weak_ref_clear (&self->from);
  g_bytes_unref (self->contents);
  g_free (self->suffix);
  g_free (self->path);
  if (self->saved.free_data != NULL)
    self->saved.free_data (self->saved.data);
  g_free (self);
}

static void
write_aside (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Save *self = data;
  GError *error = NULL;

  if (salon_durable_write (self->path, self->contents, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  const Save *self = g_task_get_task_data (G_TASK (result));
  g_autoptr (GtkWidget) from = g_weak_ref_get ((GWeakRef *) &self->from);
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (self->path);
  /* Translators: the name of a file */
  g_autofree char *text = g_strdup_printf (_("“%s” was saved."), name);
  gboolean saved = g_task_propagate_boolean (G_TASK (result), &error);

  if (saved && self->saved.func != NULL)
    self->saved.func (self->saved.data);
  if (from == NULL)
    return;
  if (saved)
    salon_save_file_tell (from, text, self->path);
  else
    salon_note_error (from, error);
}

/* The name gets its end where somebody left it out. */
static char *
whole_path (const char *path, const char *suffix)
{
  g_autofree char *name = g_path_get_basename (path);

  return strchr (name, '.') != NULL ? g_strdup (path) : g_strconcat (path, suffix, NULL);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  Save *self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);
  g_autoptr (GtkWidget) from = g_weak_ref_get (&self->from);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  GTask *task = NULL;

  if (path == NULL) {
    if (file != NULL && from != NULL) {
      salon_set_error (&error, SALON_ERROR_IO, _("Choose a folder of this computer."));
      salon_note_error (from, error);
    }
    save_free (self);
    return;
  }
  self->path = whole_path (path, self->suffix);
  task = g_task_new (NULL, NULL, on_written, NULL);
  g_task_set_task_data (task, self, (GDestroyNotify) save_free);
  salon_run_aside (task, write_aside);
  g_object_unref (task);
}

/**
 * salon_save_file_tell:
 * @from: (nullable): any widget of the window; who is gone is told nothing
 * @text: a whole translated sentence
 * @path: of the file
 *
 * Shows a note with buttons that open the file and its folder.
 */
void
salon_save_file_tell (GtkWidget *from, const char *text, const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *folder_uri = g_filename_to_uri (folder, NULL, NULL);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (from == NULL)
    return;
  salon_shell_toast (from, text);
  if (uri == NULL || folder_uri == NULL)
    return;
  salon_shell_offer (from, NULL, C_ ("file", "Open"), "win.open-uri", g_variant_new_string (uri));
  salon_shell_offer (from, NULL, _("Show in folder"), "win.open-uri", g_variant_new_string (folder_uri));
}

/**
 * salon_save_file:
 * @from: any widget of the window
 * @title: of the dialog
 * @name: suggested, with its end
 * @contents: of the file
 */
void
salon_save_file (GtkWidget *from, const char *title, const char *name, GBytes *contents)
{
  salon_save_file_then (from, title, name, contents, (SalonSaved){ NULL, NULL, NULL });
}

/**
 * salon_save_file_then:
 * @saved: told when the file is there; its data is taken over
 *
 * As salon_save_file().
 */
void
salon_save_file_then (GtkWidget *from, const char *title, const char *name, GBytes *contents, SalonSaved saved)
{
  Save *self = g_new0 (Save, 1);
  const char *end = strrchr (name, '.');
  GtkRoot *root = gtk_widget_get_root (from);

  g_weak_ref_init (&self->from, from);
  self->contents = g_bytes_ref (contents);
  self->suffix = g_strdup (end != NULL ? end : "");
  self->saved = saved;
  salon_compat_choose_file (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, GTK_FILE_CHOOSER_ACTION_SAVE, title, name, NULL,
                            on_chosen, self);
}

/**
 * salon_save_file_name:
 * @begin: "sheet"
 * @middle: a name, or whatever people typed
 * @end: ".pdf"
 *
 * Returns: (transfer full): a name that any file system takes
 */
char *
salon_save_file_name (const char *begin, const char *middle, const char *end)
{
  g_autoptr (GString) name = g_string_new (begin);

  g_string_append_c (name, '-');
  for (const char *p = middle; *p != '\0' && name->len < 120; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    g_string_append_unichar (name, g_unichar_isalnum (c) || c == '-' ? c : '-');
  }
  g_string_append (name, end);
  return g_string_free (g_steal_pointer (&name), FALSE);
}
