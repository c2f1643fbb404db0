/* The file is read aside; what it holds is told before anything is written, and Undo takes all of it back. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "exchange/open-source.h"
#include "gui/pages/settings/goods-import.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/widgets/compat.h"
#include "model/services/item-import.h"

#define MOST_NAMES 5 /* that are told beforehand */

/* One file on its way. */
typedef struct {
  SalonSession *session;
  const SalonCurrency *currency;
  char *path;
  SalonItemImport *import;
} Taking;

static void
taking_free (gpointer data)
{
  Taking *self = data;

  g_object_unref (self->session);
  g_clear_pointer (&self->import, salon_item_import_free);
  g_free (self->path);
  g_free (self);
}

static void
read_file (GTask *task, gpointer button, gpointer data, GCancellable *cancellable)
{
  Taking *taking = data;
  GError *error = NULL;
  g_autoptr (SalonRowSource) source = salon_exchange_open (taking->path, &error);
  SalonItemImport *import = source != NULL ? salon_item_import_read (source, taking->currency, FALSE, &error) : NULL;

  if (import == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, import, (GDestroyNotify) salon_item_import_free);
}

/* "Goods: 12 · Services: 3", and the first names. */
static char *
told (const SalonItemImport *import)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_services = 0;

  for (guint i = 0; i < import->rows->len; i++) {
    const SalonItemImportRow *row = import->rows->pdata[i];

    n_services += row->is_service ? 1 : 0;
    if (i < MOST_NAMES && row->name != NULL)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", row->name);
  }
  if (import->rows->len > MOST_NAMES)
    g_string_append (names, " …");
  if (import->rows->len > n_services)
    g_string_append_printf (text, _("Goods: %u"), import->rows->len - n_services);
  if (import->rows->len > n_services && n_services > 0)
    g_string_append (text, " · ");
  if (n_services > 0)
    g_string_append_printf (text, _("Services: %u"), n_services);
  g_string_append_printf (text, "\n\n%s\n\n%s", names->str,
                          _("What is known by its barcode, number or name gets the price of the file."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
on_imported (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);
  g_autofree char *text = NULL;

  if (gtk_widget_get_root (button) == NULL)
    return;
  if (!ok) {
    salon_note_error (button, error);
    return;
  }
  text = g_strdup_printf (ngettext ("%d line of the price list is new or changed.", "%d lines of the price list are new or changed.",
                                    (gulong) done.id),
                          (int) done.id);
  salon_note_done (button, text, &done);
}

static void
on_confirmed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  Taking *taking = g_object_get_data (G_OBJECT (button), "taking");

  if (taking != NULL && taking->import != NULL && salon_compat_confirm_finish (result))
    salon_session_submit (taking->session, &salon_command_item_import, g_steal_pointer (&taking->import), NULL, NULL, on_imported,
                          g_object_ref (button));
  g_object_set_data (G_OBJECT (button), "taking", NULL);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *button = GTK_WIDGET (source);
  Taking *taking = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  SalonItemImport *import = g_task_propagate_pointer (G_TASK (result), &error);
  g_autofree char *name = g_filename_display_basename (taking->path);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  Taking *waiting = NULL;

  gtk_widget_set_sensitive (button, TRUE);
  if (gtk_widget_get_root (button) == NULL) {
    g_clear_pointer (&import, salon_item_import_free);
    return;
  }
  if (import == NULL) {
    salon_note_error (button, error);
    return;
  }
  waiting = g_new0 (Taking, 1);
  waiting->session = g_object_ref (taking->session);
  waiting->import = import;
  g_object_set_data_full (G_OBJECT (button), "taking", waiting, taking_free);
  /* Translators: %s is a file */
  heading = g_strdup_printf (_("Take over the price list “%s”?"), name);
  body = told (import);
  salon_compat_confirm (GTK_WINDOW (gtk_widget_get_root (button)), heading, body, _("Import"), FALSE, on_confirmed,
                        g_object_ref (button));
}

/**
 * salon_goods_import_open:
 * @button: of salon_goods_import_button_new()
 *
 * Reads a price list and asks whether it is meant.
 */
void
salon_goods_import_open (GtkWidget *button, GFile *file)
{
  SalonSession *session = g_object_get_data (G_OBJECT (button), "session");
  g_autoptr (GTask) task = g_task_new (button, NULL, on_read, NULL);
  Taking *taking = g_new0 (Taking, 1);

  taking->session = g_object_ref (session);
  taking->currency = salon_directory_currency (salon_directory_of (session));
  taking->path = g_file_get_path (file);
  g_task_set_task_data (task, taking, taking_free);
  if (taking->path == NULL)
    return;
  gtk_widget_set_sensitive (button, FALSE);
  salon_run_aside (task, read_file);
}

static void
on_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);

  if (file != NULL && gtk_widget_get_root (button) != NULL)
    salon_goods_import_open (button, file);
}

static void
on_clicked (GtkButton *button, gpointer data)
{
  salon_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))), GTK_FILE_CHOOSER_ACTION_OPEN,
                            _("Import goods and services"), NULL, NULL, on_chosen, g_object_ref (button));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkWidget *button)
{
  if (!gtk_widget_is_sensitive (button) || !gtk_widget_get_visible (button))
    return FALSE;
  salon_goods_import_open (button, g_value_get_object (value));
  return TRUE;
}

/**
 * salon_goods_import_accept_drops:
 * @widget: on which a file may be dropped
 */
void
salon_goods_import_accept_drops (GtkWidget *button, GtkWidget *widget)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), button, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}

/**
 * salon_goods_import_button_new:
 *
 * Returns: (transfer floating): it asks for the file
 */
GtkWidget *
salon_goods_import_button_new (SalonSession *session)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Import…"));

  gtk_widget_set_halign (button, GTK_ALIGN_START);
  g_object_set_data_full (G_OBJECT (button), "session", g_object_ref (session), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), NULL);
  return button;
}
