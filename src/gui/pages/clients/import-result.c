/* The rows that were rejected are written aside, into a file that the user names. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "exchange/create-writer.h"
#include "gui/pages/clients/import-result.h"
#include "gui/pages/clients/import-trial.h"
#include "gui/parts/directory.h"
#include "gui/parts/import-back.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/wrap-layout.h"

struct _SalonImportResult {
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *text;
  GtkWidget *save;
  GtkWidget *undo;
  GtkWidget *show;
  SalonImportTrial *rows;

  SalonSession *session;
  SalonImportRun *run;
  SalonImportLayout *layout;
  gint64 operation;
};

enum { CLOSED, SHOW_CLIENTS, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonImportResult, salon_import_result, GTK_TYPE_WIDGET)

/* ---- rejected rows */

typedef struct {
  SalonImportRun *run;
  SalonImportLayout *layout;
  char *path;
  char *title;
  const SalonCurrency *currency;
} Saving;

static void
saving_free (gpointer data)
{
  Saving *saving = data;

  salon_import_run_unref (saving->run);
  salon_import_layout_free (saving->layout);
  g_free (saving->path);
  g_free (saving->title);
  g_free (saving);
}

static gboolean
save (const Saving *saving, GError **error)
{
  SalonExchangeFormat format = SALON_EXCHANGE_XLSX;
  g_autoptr (SalonRowWriter) writer = NULL;

  if (!salon_exchange_format_by_name (saving->path, &format) || format == SALON_EXCHANGE_VCARD)
    format = SALON_EXCHANGE_XLSX;
  writer = salon_exchange_create (saving->path, format, saving->currency, saving->title, error);
  return writer != NULL
         && salon_import_report_write_rejected (salon_import_run_report (saving->run), saving->layout, writer, error);
}

static void
run_save (GTask *task, gpointer source, gpointer saving, GCancellable *cancellable)
{
  GError *error = NULL;

  if (save (saving, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_saved (GObject *source, GAsyncResult *result, gpointer data)
{
  GtkWidget *self = GTK_WIDGET (source);
  const Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (saving->path);
  g_autofree char *text = NULL;

  if (gtk_widget_get_root (self) == NULL)
    return;
  if (!g_task_propagate_boolean (G_TASK (result), &error)) {
    salon_note_error (self, error);
    return;
  }
  text = g_strdup_printf (_("The rejected rows are in “%s”."), name);
  salon_shell_toast (self, text);
}

static char *
with_suffix (char *path)
{
  SalonExchangeFormat format = SALON_EXCHANGE_XLSX;
  g_autofree char *taken = path;

  if (salon_exchange_format_by_name (taken, &format))
    return g_steal_pointer (&taken);
  return g_strconcat (taken, ".xlsx", NULL);
}

static void
on_save_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonImportResult) self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);
  g_autoptr (GTask) task = NULL;
  Saving *saving = NULL;

  if (file == NULL || self->run == NULL)
    return;
  saving = g_new0 (Saving, 1);
  saving->run = salon_import_run_ref (self->run);
  saving->layout = salon_import_layout_copy (self->layout);
  saving->path = with_suffix (g_file_get_path (file));
  saving->title = g_strdup (_("Rejected rows"));
  saving->currency = salon_directory_currency (salon_directory_of (self->session));
  task = g_task_new (self, NULL, on_saved, NULL);
  g_task_set_task_data (task, saving, saving_free);
  salon_run_aside (task, run_save);
}

static void
on_save (GtkButton *button, SalonImportResult *self)
{
  g_autofree char *name = g_strconcat (_("Rejected rows"), ".xlsx", NULL);

  salon_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_SAVE,
                            _("Save the rejected rows"), name, NULL, on_save_chosen, g_object_ref (self));
}

/* ---- other buttons */

static void
on_undone (const SalonJobResult *result, const GPtrArray *kept, const GError *error, gpointer data)
{
  SalonImportResult *self = data;
  g_autofree char *text = NULL;

  gtk_widget_set_sensitive (self->undo, error != NULL);
  if (error != NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  text = salon_import_kept_text (kept);
  gtk_label_set_text (self->title, _("The import was taken back"));
  gtk_label_set_text (self->text, text);
  gtk_widget_set_visible (self->undo, FALSE);
  gtk_widget_set_visible (self->show, FALSE);
}

static void
on_undo (GtkButton *button, SalonImportResult *self)
{
  gtk_widget_set_sensitive (self->undo, FALSE);
  salon_import_take_back (GTK_WIDGET (self), self->session, self->operation, on_undone, g_object_ref (self), g_object_unref);
}

static void
on_show (GtkButton *button, SalonImportResult *self)
{
  g_signal_emit (self, signals[SHOW_CLIENTS], 0, self->operation);
}

static void
on_done (GtkButton *button, SalonImportResult *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

/* ---- building */

static void
salon_import_result_dispose (GObject *object)
{
  SalonImportResult *self = SALON_IMPORT_RESULT (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->run, salon_import_run_unref);
  g_clear_pointer (&self->layout, salon_import_layout_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_import_result_parent_class)->dispose (object);
}

static void
salon_import_result_class_init (SalonImportResultClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_import_result_dispose;

  /**
   * SalonImportResult::closed: the user has seen it
   */
  signals[CLOSED] = g_signal_new ("closed", SALON_TYPE_IMPORT_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonImportResult::show-clients:
   * @operation: the import whose clients are to be seen
   */
  signals[SHOW_CLIENTS] = g_signal_new ("show-clients", SALON_TYPE_IMPORT_RESULT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "importresult");
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *css_class, GCallback clicked, SalonImportResult *self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, css_class);
  g_signal_connect (button, "clicked", clicked, self);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
build_buttons (SalonImportResult *self)
{
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "layout-manager", salon_wrap_layout_new (9, 9), NULL);

  gtk_widget_add_css_class (box, "salon-verbs");
  self->show = add_button (box, _("Show them"), "suggested-action", G_CALLBACK (on_show), self);
  self->save = add_button (box, _("Save rejected rows as a sheet …"), "salon-outlined", G_CALLBACK (on_save), self);
  self->undo = add_button (box, _("Take the import back"), "salon-outlined", G_CALLBACK (on_undo), self);
  add_button (box, C_ ("import", "Done"), "salon-outlined", G_CALLBACK (on_done), self);
  return box;
}

static void
salon_import_result_init (SalonImportResult *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->title = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-display"));
  self->text = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  self->rows = SALON_IMPORT_TRIAL (salon_import_trial_new (_("Rows of the file")));
  gtk_widget_set_vexpand (GTK_WIDGET (self->rows), TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), build_buttons (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * salon_import_result_new:
 *
 * Returns: (transfer floating): nothing done yet
 */
GtkWidget *
salon_import_result_new (SalonSession *session)
{
  SalonImportResult *self = g_object_new (SALON_TYPE_IMPORT_RESULT, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

static char *
title_of (const SalonImportReport *report, SalonImportSubject subject)
{
  gint64 n = report->counts[SALON_IMPORT_NEW] + report->counts[SALON_IMPORT_UPDATED];

  if (subject == SALON_IMPORT_VISITS)
    return g_strdup_printf (ngettext ("%'ld visit was brought in", "%'ld visits were brought in", (gulong) n), (long) n);
  return g_strdup_printf (ngettext ("%'ld client was brought in", "%'ld clients were brought in", (gulong) n), (long) n);
}

/**
 * salon_import_result_show:
 * @run: which has come to its end
 * @layout: the columns that it was done with
 */
void
salon_import_result_show (SalonImportResult *self, SalonImportRun *run, const SalonImportLayout *layout,
                          const SalonJobResult *result)
{
  const SalonImportReport *report = salon_import_run_report (run);
  g_autofree char *title = title_of (report, layout->subject);
  gint64 n = report->counts[SALON_IMPORT_NEW] + report->counts[SALON_IMPORT_UPDATED];

  salon_import_run_ref (run);
  g_clear_pointer (&self->run, salon_import_run_unref);
  self->run = run;
  g_clear_pointer (&self->layout, salon_import_layout_free);
  self->layout = salon_import_layout_copy (layout);
  self->operation = result->done.operation;
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, result->stopped
                                    ? _("It was stopped before the end: the rest of the file was not looked at.")
                                    : _("It can be taken back at any time, here or in Settings, Imports."));
  gtk_widget_set_visible (self->save, report->counts[SALON_IMPORT_REJECTED] > 0);
  gtk_widget_set_visible (self->undo, self->operation != 0);
  gtk_widget_set_sensitive (self->undo, TRUE);
  gtk_widget_set_visible (self->show, self->operation != 0 && n > 0);
  salon_import_trial_set_report (self->rows, report, layout, TRUE);
}
