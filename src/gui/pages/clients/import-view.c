/* Everything on one screen.  Looking at the file, guessing its columns and trying it run on other threads; each change
 * ends what it makes stale, and a stale answer is not looked at. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/executor.h"
#include "gui/pages/clients/import-head.h"
#include "gui/pages/clients/import-mapping.h"
#include "gui/pages/clients/import-options.h"
#include "gui/pages/clients/import-result.h"
#include "gui/pages/clients/import-trial.h"
#include "gui/pages/clients/import-view.h"
#include "gui/parts/directory.h"
#include "gui/parts/job-runner.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/empty-state.h"
#include "model/entities/custom-field.h"

#define POLL_MS 250

struct _SalonImportView {
  GtkWidget parent_instance;

  SalonImportHead *head;
  GtkStack *stack; /* "empty", "busy", "failed", "work", "done" */
  SalonEmptyState *failed;
  GtkLabel *busy;
  SalonImportMapping *mapping;
  SalonImportTrial *trial;
  SalonImportOptions *options;
  SalonImportResult *result;
  GtkWidget *go;

  SalonSession *session;
  char *path;
  SalonImportFile *file;
  SalonImportSubject subject; /* 0 = to be guessed */
  SalonImportHeadings headings;
  SalonImportLayout *layout;
  gint64 n_rows; /* that were tried; 0 = not yet */
  GCancellable *reading; /* the look and the preview */
  GCancellable *trying;
  guint poll; /* shows how far the trial is */
  gboolean running;
};

enum { CLOSED, SHOW_CLIENTS, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonImportView, salon_import_view, GTK_TYPE_WIDGET)

/* Answers of a step that was given up are known by its cancellable. */
typedef struct {
  SalonImportView *view;
  GCancellable *cancellable;
} Asked;

static Asked *
asked_new (SalonImportView *self, GCancellable *cancellable)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ g_object_ref (self), g_object_ref (cancellable) };
  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->view);
  g_object_unref (asked->cancellable);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static gboolean
is_stale (const Asked *asked)
{
  return asked->view->session == NULL || g_cancellable_is_cancelled (asked->cancellable);
}

static void
renew (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
  *cancellable = g_cancellable_new ();
}

static void
give_up (SalonImportView *self)
{
  g_clear_handle_id (&self->poll, g_source_remove);
  g_cancellable_cancel (self->reading);
  g_cancellable_cancel (self->trying);
}

static SalonImportRequest *
make_request (SalonImportView *self)
{
  g_autofree char *name = salon_import_file_name (self->file);
  SalonImportRequest *request = salon_import_request_new (self->subject, name, salon_import_file_open,
                                                          salon_import_file_ref (self->file),
                                                          (GDestroyNotify) salon_import_file_unref);

  request->headings = self->headings;
  if (self->layout != NULL) {
    salon_import_layout_free (request->layout);
    request->layout = salon_import_layout_copy (self->layout);
  }
  request->n_expected = self->n_rows;
  salon_import_options_write (self->options, request);
  return request;
}

/* Whoever is just typing elsewhere is not interrupted. */
static gboolean
may_take_focus (SalonImportView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (root == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;
  return !GTK_IS_TEXT (focus) || gtk_entry_buffer_get_length (gtk_text_get_buffer (GTK_TEXT (focus))) == 0;
}

/* The keys go on where the work does. */
static void
show_page (SalonImportView *self, const char *name)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->stack, name);
  gboolean is_new = g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) != 0;

  gtk_stack_set_visible_child_name (self->stack, name);
  if (is_new && may_take_focus (self) && !gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD))
    gtk_widget_child_focus (GTK_WIDGET (self->head), GTK_DIR_TAB_FORWARD);
}

static void
show_failed (SalonImportView *self, const GError *error)
{
  salon_empty_state_set_text (self->failed, _("This file cannot be read"), error->message);
  show_page (self, "failed");
}

static void
show_busy (SalonImportView *self, const char *text)
{
  gtk_label_set_text (self->busy, text);
  show_page (self, "busy");
}

/* ---- trying */

static void
show_sum (SalonImportView *self, const SalonImportReport *report)
{
  gint64 n = report != NULL ? report->counts[SALON_IMPORT_NEW] + report->counts[SALON_IMPORT_UPDATED] : 0;
  g_autofree char *text = NULL;

  if (self->layout != NULL && self->layout->subject == SALON_IMPORT_VISITS)
    text = g_strdup_printf (ngettext ("Import %'ld visit", "Import %'ld visits", (gulong) n), (long) n);
  else
    text = g_strdup_printf (ngettext ("Import %'ld client", "Import %'ld clients", (gulong) n), (long) n);
  gtk_button_set_label (GTK_BUTTON (self->go), report != NULL ? text : C_ ("verb", "Import"));
  gtk_widget_set_sensitive (self->go, n > 0);
}

/* Only what takes its time shows how far it is. */
static gboolean
on_poll (gpointer data)
{
  SalonImportView *self = data;

  salon_import_trial_set_share (self->trial, g_atomic_int_get (&self->file->permille));
  return G_SOURCE_CONTINUE;
}

static void
set_trying (SalonImportView *self, gboolean trying)
{
  g_clear_handle_id (&self->poll, g_source_remove);
  salon_import_trial_set_busy (self->trial, trying);
  if (trying)
    self->poll = g_timeout_add (POLL_MS, on_poll, self);
}

static void
on_tried (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImportReport) report = salon_session_query_finish (SALON_SESSION (source), result, &error);
  SalonImportView *self = asked->view;

  if (is_stale (asked))
    return;
  set_trying (self, FALSE);
  self->n_rows = report != NULL ? report->n_rows : 0;
  if (report != NULL)
    salon_import_trial_set_report (self->trial, report, self->layout, FALSE);
  else
    salon_import_trial_set_error (self->trial, error->message);
  show_sum (self, report);
}

static void
try_it (SalonImportView *self)
{
  g_autoptr (GError) error = NULL;
  SalonImportRequest *request = NULL;

  renew (&self->trying);
  gtk_widget_set_sensitive (self->go, FALSE);
  if (!salon_import_layout_check (self->layout, &error)) {
    set_trying (self, FALSE);
    salon_import_trial_set_error (self->trial, error->message);
    show_sum (self, NULL);
    return;
  }
  set_trying (self, TRUE);
  request = make_request (self);
  request->cancellable = g_object_ref (self->trying);
  salon_session_query (self->session, &salon_query_import_plan, SALON_LANE_BACKGROUND, request, self->trying, on_tried,
                       asked_new (self, self->trying));
}

/* ---- the sheet */

static GPtrArray *
custom_names (SalonImportView *self)
{
  GPtrArray *fields = salon_directory_list (salon_directory_of (self->session), SALON_DIRECTORY_CUSTOM_FIELDS);
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; fields != NULL && i < fields->len; i++)
    g_ptr_array_add (names, ((SalonCustomField *) fields->pdata[i])->name);
  return names;
}

static void
on_preview (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImportPreview) preview = salon_session_query_finish (SALON_SESSION (source), result, &error);
  SalonImportView *self = asked->view;
  g_autoptr (GPtrArray) names = NULL;

  if (is_stale (asked))
    return;
  if (preview == NULL) {
    show_failed (self, error);
    return;
  }
  names = custom_names (self);
  self->layout = salon_import_layout_copy (preview->layout);
  self->subject = self->layout->subject;
  salon_import_mapping_set (self->mapping, self->layout, preview->rows, names, preview->is_remembered);
  salon_import_options_set_subject (self->options, self->subject);
  show_page (self, "work");
  try_it (self);
}

static void
read_sheet (SalonImportView *self)
{
  SalonImportRequest *request = NULL;

  give_up (self);
  renew (&self->reading);
  g_clear_pointer (&self->layout, salon_import_layout_free);
  request = make_request (self);
  request->cancellable = g_object_ref (self->reading);
  salon_session_query (self->session, &salon_query_import_preview, SALON_LANE_BACKGROUND, request, self->reading, on_preview,
                       asked_new (self, self->reading));
}

/* ---- the file */

static void
on_look (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonExchangeLook) look = salon_import_file_look_finish (result, &error);
  SalonImportView *self = asked->view;

  if (is_stale (asked))
    return;
  if (look == NULL) {
    show_failed (self, error);
    return;
  }
  salon_import_head_set_file (self->head, self->path, look);
  g_clear_pointer (&self->file, salon_import_file_unref);
  self->file = salon_import_head_read (self->head);
  read_sheet (self);
}

static void
on_file_chosen (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonImportView) self = data;
  g_autoptr (GFile) file = salon_compat_choose_file_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL && self->session != NULL)
    salon_import_view_open (self, path);
}

/* ---- callbacks */

static void
on_head_changed (SalonImportHead *head, SalonImportView *self)
{
  g_clear_pointer (&self->file, salon_import_file_unref);
  self->file = salon_import_head_read (head);
  self->subject = 0;
  self->headings = SALON_IMPORT_HEADINGS_GUESS;
  read_sheet (self);
}

static void
on_column_changed (SalonImportMapping *mapping, guint index, int field, const char *custom, SalonImportView *self)
{
  salon_import_layout_set (self->layout, index, (SalonImportField) field, custom);
  salon_import_mapping_update (mapping, self->layout);
  try_it (self);
}

static void
on_subject_changed (SalonImportMapping *mapping, int subject, SalonImportView *self)
{
  self->subject = (SalonImportSubject) subject;
  read_sheet (self);
}

static void
on_headings_changed (SalonImportMapping *mapping, gboolean has_headings, SalonImportView *self)
{
  self->headings = has_headings ? SALON_IMPORT_HEADINGS_FIRST : SALON_IMPORT_HEADINGS_NONE;
  read_sheet (self);
}

static void
on_options_changed (SalonImportOptions *options, SalonImportView *self)
{
  if (self->layout != NULL)
    try_it (self);
}

static void
on_choose (SalonImportView *self)
{
  salon_import_view_choose (self);
}

static void
on_closed (SalonImportView *self)
{
  if (!self->running)
    give_up (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
on_show_clients (SalonImportResult *result, gint64 operation, SalonImportView *self)
{
  g_signal_emit (self, signals[SHOW_CLIENTS], 0, operation);
}

static void
action_choose (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_import_view_choose (SALON_IMPORT_VIEW (widget));
}

static void
action_go (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonImportView *self = SALON_IMPORT_VIEW (widget);

  if (gtk_widget_get_mapped (self->go) && gtk_widget_is_sensitive (self->go))
    g_signal_emit_by_name (self->go, "clicked");
}

static void
on_dropped (GtkWidget *widget, const char *path)
{
  salon_import_view_open (SALON_IMPORT_VIEW (widget), path);
}

/* Rows and counts that one user may see are not left to the next: the file is read anew, which she must be allowed to. */
static void
on_actor_changed (SalonSession *session, SalonImportView *self)
{
  g_autofree char *path = g_strdup (self->path);

  if (path != NULL)
    salon_import_view_open (self, path);
}

/* ---- importing */

typedef struct {
  SalonImportView *view;
  SalonImportRun *run;
  SalonImportLayout *layout;
} Import;

static void
import_free (gpointer data)
{
  Import *import = data;

  g_object_unref (import->view);
  salon_import_run_unref (import->run);
  salon_import_layout_free (import->layout);
  g_free (import);
}

static void
on_imported (const SalonJobResult *result, const GError *error, gpointer data)
{
  Import *import = data;
  SalonImportView *self = import->view;

  self->running = FALSE;
  if (self->session == NULL)
    return;
  salon_import_head_set_locked (self->head, FALSE);
  if (result == NULL) {
    show_page (self, "work");
    salon_note_error (GTK_WIDGET (self), error);
    try_it (self);
    return;
  }
  salon_import_result_show (self->result, import->run, import->layout, result);
  show_page (self, "done");
}

static void
run_open (GTask *task, gpointer source, gpointer import, GCancellable *cancellable)
{
  GError *error = NULL;

  if (salon_import_run_open (((Import *) import)->run, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_run_open (GObject *source, GAsyncResult *result, gpointer data)
{
  SalonImportView *self = SALON_IMPORT_VIEW (source);
  Import *import = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (self->session == NULL || !g_task_propagate_boolean (G_TASK (result), &error)) {
    on_imported (NULL, error, import);
    import_free (import);
    return;
  }
  name = salon_import_file_name (self->file);
  text = g_strdup_printf (_("Bringing in “%s”"), name);
  salon_run_job (GTK_WIDGET (self), self->session, salon_job_run_new (&salon_job_import, salon_import_run_ref (import->run)),
                 text, on_imported, import, import_free);
}

/* A large workbook takes its time to open: that is done before anything is written. */
static void
on_go (GtkButton *button, SalonImportView *self)
{
  Import *import = g_new0 (Import, 1);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_run_open, import);

  give_up (self);
  import->view = g_object_ref (self);
  import->run = salon_import_run_new (make_request (self));
  import->layout = salon_import_layout_copy (self->layout);
  self->running = TRUE;
  salon_import_head_set_locked (self->head, TRUE);
  show_busy (self, _("The rows are being written. You can go on working meanwhile; how far it has come stands at the foot of the window."));
  g_task_set_task_data (task, import, NULL);
  salon_run_aside (task, run_open);
}

/* ---- building */

static void
salon_import_view_dispose (GObject *object)
{
  SalonImportView *self = SALON_IMPORT_VIEW (object);

  give_up (self);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->reading);
  g_clear_object (&self->trying);
  g_clear_pointer (&self->file, salon_import_file_unref);
  g_clear_pointer (&self->layout, salon_import_layout_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_import_view_parent_class)->dispose (object);
}

static void
salon_import_view_class_init (SalonImportViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_import_view_dispose;

  /**
   * SalonImportView::closed: the user wants to go back to the clients
   */
  signals[CLOSED] = g_signal_new ("closed", SALON_TYPE_IMPORT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonImportView::show-clients:
   * @operation: the import whose clients are to be seen
   */
  signals[SHOW_CLIENTS] = g_signal_new ("show-clients", SALON_TYPE_IMPORT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_INT64);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "import.choose", NULL, action_choose);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "import.go", NULL, action_go);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Return, GDK_CONTROL_MASK, "import.go", NULL);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "import.go", NULL);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "importview");
}

static GtkWidget *
build_empty (void)
{
  GtkWidget *zone = salon_empty_state_new ("salon-clients-symbolic", _("Drop a list of clients here"),
                                           _("Excel (XLSX or XLS), CSV or vCard: with any columns, in any order. Nothing is "
                                             "written before you have seen what would happen."));

  salon_empty_state_set_action (SALON_EMPTY_STATE (zone), _("Choose a file …"), "import.choose");
  gtk_widget_add_css_class (zone, "salon-drop-zone");
  gtk_widget_set_vexpand (zone, TRUE);
  gtk_widget_set_hexpand (zone, TRUE);
  return zone;
}

static GtkWidget *
build_failed (SalonImportView *self)
{
  self->failed = SALON_EMPTY_STATE (salon_empty_state_new ("salon-error-symbolic", "", ""));
  salon_empty_state_set_action (self->failed, _("Choose another file …"), "import.choose");
  gtk_widget_add_css_class (GTK_WIDGET (self->failed), "salon-drop-zone");
  return GTK_WIDGET (self->failed);
}

static GtkWidget *
build_busy (SalonImportView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *spinner = gtk_spinner_new ();

  self->busy = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  gtk_label_set_justify (self->busy, GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (self->busy, 46);
  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->busy));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
build_foot (SalonImportView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->go = gtk_button_new_with_label (C_ ("verb", "Import"));
  gtk_widget_add_css_class (self->go, "suggested-action");
  salon_set_tooltip (self->go, _("Ctrl+Enter"));
  gtk_widget_add_css_class (box, "salon-verbs");
  gtk_widget_set_hexpand (GTK_WIDGET (self->options), TRUE);
  gtk_widget_set_valign (self->go, GTK_ALIGN_CENTER);
  g_signal_connect (self->go, "clicked", G_CALLBACK (on_go), self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->options));
  gtk_box_append (GTK_BOX (box), self->go);
  return box;
}

static GtkWidget *
build_work (SalonImportView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->mapping = SALON_IMPORT_MAPPING (salon_import_mapping_new ());
  self->trial = SALON_IMPORT_TRIAL (salon_import_trial_new (_("What would happen")));
  self->options = SALON_IMPORT_OPTIONS (salon_import_options_new ());
  g_signal_connect (self->mapping, "column-changed", G_CALLBACK (on_column_changed), self);
  g_signal_connect (self->mapping, "subject-changed", G_CALLBACK (on_subject_changed), self);
  g_signal_connect (self->mapping, "headings-changed", G_CALLBACK (on_headings_changed), self);
  g_signal_connect (self->options, "changed", G_CALLBACK (on_options_changed), self);
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (columns), GTK_WIDGET (self->mapping));
  gtk_box_append (GTK_BOX (columns), GTK_WIDGET (self->trial));
  gtk_widget_set_vexpand (columns, TRUE);
  gtk_box_append (GTK_BOX (box), columns);
  gtk_box_append (GTK_BOX (box), build_foot (self));
  return box;
}

static void
build (SalonImportView *self)
{
  GtkWidget *empty = build_empty ();

  self->head = SALON_IMPORT_HEAD (salon_import_head_new ());
  self->result = SALON_IMPORT_RESULT (salon_import_result_new (self->session));
  self->stack = GTK_STACK (gtk_stack_new ());
  g_signal_connect_swapped (self->head, "closed", G_CALLBACK (on_closed), self);
  g_signal_connect_swapped (self->head, "choose", G_CALLBACK (on_choose), self);
  g_signal_connect (self->head, "changed", G_CALLBACK (on_head_changed), self);
  g_signal_connect_swapped (self->result, "closed", G_CALLBACK (on_closed), self);
  g_signal_connect (self->result, "show-clients", G_CALLBACK (on_show_clients), self);
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, build_busy (self), "busy");
  gtk_stack_add_named (self->stack, build_failed (self), "failed");
  gtk_stack_add_named (self->stack, build_work (self), "work");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->result), "done");
  salon_compat_hide_unseen_pages (self->stack);
  gtk_stack_set_hhomogeneous (self->stack, FALSE); /* else a page that comes is measured with all that nobody sees */
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->head), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  salon_import_accept_drops (GTK_WIDGET (self), on_dropped);
}

static void
salon_import_view_init (SalonImportView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  self->reading = g_cancellable_new ();
  self->trying = g_cancellable_new ();
}

/**
 * salon_import_view_new:
 *
 * Returns: (transfer floating): the view with no file yet; it asks by "closed" to be left
 */
GtkWidget *
salon_import_view_new (SalonSession *session)
{
  SalonImportView *self = g_object_new (SALON_TYPE_IMPORT_VIEW, NULL);

  self->session = g_object_ref (session);
  build (self);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_import_view_open:
 * @path: of the list; not while an import runs
 *
 * Looks at the file and shows what is in it.
 */
void
salon_import_view_open (SalonImportView *self, const char *path)
{
  g_autoptr (SalonImportFile) file = NULL;

  g_return_if_fail (SALON_IS_IMPORT_VIEW (self) && path != NULL);

  if (self->running)
    return;
  give_up (self);
  renew (&self->reading);
  g_free (self->path);
  self->path = g_strdup (path);
  self->subject = 0;
  self->headings = SALON_IMPORT_HEADINGS_GUESS;
  g_clear_pointer (&self->layout, salon_import_layout_free);
  salon_import_head_set_file (self->head, path, NULL);
  show_busy (self, _("Reading …"));
  file = salon_import_file_new (path, NULL, NULL, 0);
  salon_import_file_look (file, self->reading, on_look, asked_new (self, self->reading));
}

static GListModel *
make_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) lists = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  const char *const suffixes[] = { "xlsx", "xlsm", "xls", "csv", "tsv", "txt", "vcf" };

  gtk_file_filter_set_name (lists, _("Lists (Excel, CSV, vCard)"));
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    gtk_file_filter_add_suffix (lists, suffixes[i]);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, lists);
  g_list_store_append (filters, all);
  return G_LIST_MODEL (filters);
}

/**
 * salon_import_view_choose: asks the user for a file
 */
void
salon_import_view_choose (SalonImportView *self)
{
  g_autoptr (GListModel) filters = make_filters ();

  g_return_if_fail (SALON_IS_IMPORT_VIEW (self));

  salon_compat_choose_file (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), GTK_FILE_CHOOSER_ACTION_OPEN,
                            _("Choose a list of clients"), NULL, filters, on_file_chosen, g_object_ref (self));
}

/* ---- files that are dropped */

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SalonImportDropped dropped)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;
  dropped (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target)), path);
  return TRUE;
}

/**
 * salon_import_accept_drops: calls @dropped with the first file that is dropped anywhere on @widget
 */
void
salon_import_accept_drops (GtkWidget *widget, SalonImportDropped dropped)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (on_drop), dropped);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
