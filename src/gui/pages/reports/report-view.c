/* An answer stays until there is another one of the same report: while it runs, when it is cancelled, and when it is refused. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-bar.h"
#include "gui/pages/reports/report-behind.h"
#include "gui/pages/reports/report-content.h"
#include "gui/pages/reports/report-keeper.h"
#include "gui/pages/reports/report-leave-button.h"
#include "gui/pages/reports/report-memory.h"
#include "gui/pages/reports/report-out.h"
#include "gui/pages/reports/report-runner.h"
#include "gui/pages/reports/report-view.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/compat.h"
#include "gui/widgets/shell.h"
#include "model/services/reports.h"

#define GAP 9

struct _SalonReportView {
  GtkWidget parent_instance;

  GtkStack *stack; /* "report" or "behind" */
  SalonBehindView *behind;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *newer; /* the button that asks again */
  SalonReportLeaveButton *leave;
  SalonReportKeeper *keeper;
  SalonReportBar *bar;
  GtkWidget *work; /* the progress with its button */
  GtkProgressBar *progress;
  SalonReportContent *content;

  SalonSession *session;
  SalonReportRunner *runner;
  SalonReportSpec *spec; /* that is set; NULL until a report is chosen */
  gint64 own;            /* an own report; 0 = of the program */
  char *name;            /* of the own report */
  SalonReportAnswer *answer;
  gboolean is_stale;
};

enum { OWN_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportView, salon_report_view, GTK_TYPE_WIDGET)

/* ---- running */

static void
set_stale (SalonReportView *self, gboolean stale)
{
  self->is_stale = stale;
  gtk_widget_set_visible (self->newer, stale && self->answer != NULL);
}

static void
run (SalonReportView *self)
{
  set_stale (self, FALSE);
  salon_report_runner_run (self->runner, self->spec);
}

static const SalonReport *
report_of (SalonReportView *self)
{
  return salon_report_find (salon_report_spec_report (self->spec));
}

static void
take_spec (SalonReportView *self, SalonReportSpec *spec)
{
  salon_report_spec_ref (spec);
  g_clear_pointer (&self->spec, salon_report_spec_unref);
  self->spec = spec;
  salon_report_keeper_set (self->keeper, spec, self->own, self->name);
}

static gboolean
is_behind (SalonReportView *self)
{
  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "behind");
}

static void
close_behind (SalonReportView *self)
{
  salon_behind_view_close (self->behind);
  gtk_stack_set_visible_child_name (self->stack, "report");
}

static void
update_verbs (SalonReportView *self)
{
  gboolean has_answer = self->answer != NULL && self->answer->table->rows->len > 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.print", has_answer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.copy", has_answer);
  gtk_widget_set_sensitive (GTK_WIDGET (self->leave), has_answer);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "report.save-as", has_answer);
}

static void
on_changed (SalonReportBar *bar, SalonReportSpec *spec, SalonReportView *self)
{
  take_spec (self, spec);
  run (self);
}

static void
on_chart_kind (SalonReportContent *content, int kind, SalonReportView *self)
{
  g_autoptr (SalonReportSpec) spec = salon_report_spec_with_chart (self->spec, kind);

  take_spec (self, spec);
  salon_report_bar_set (self->bar, spec);
  run (self);
}

static void
on_answered (SalonReportRunner *runner, SalonReportAnswer *answer, SalonReportView *self)
{
  g_set_object (&self->answer, answer);
  if (self->own == 0)
    salon_report_memory_put (answer->spec);
  gtk_label_set_text (self->subtitle, answer->table->subtitle != NULL ? answer->table->subtitle : salon_report_hint (report_of (self)));
  salon_report_content_show (self->content, answer);
  set_stale (self, self->is_stale);
  update_verbs (self);
}

static void
on_failed (SalonReportRunner *runner, const GError *error, SalonReportView *self)
{
  if (salon_report_bar_mark (self->bar, error))
    return;
  if (self->answer == NULL)
    salon_report_content_refuse (self->content, error->message);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
on_progress (SalonReportRunner *runner, int permille, SalonReportView *self)
{
  if (self->answer == NULL) /* of another report, which is not to be taken for this one */
    salon_report_content_blank (self->content);
  gtk_widget_set_visible (self->work, TRUE);
  if (permille > 0)
    gtk_progress_bar_set_fraction (self->progress, permille / 1000.0);
  else
    gtk_progress_bar_pulse (self->progress);
}

static void
on_ended (SalonReportRunner *runner, SalonReportView *self)
{
  gtk_widget_set_visible (self->work, FALSE);
  gtk_progress_bar_set_fraction (self->progress, 0);
}

/* What is saved by name changes no number, nor does it that a report leaves, but in the log of that. */
static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonReportView *self)
{
  gboolean is_export = salon_change_set_touches (changes, "export");
  gboolean is_log = self->spec != NULL && g_str_equal (salon_report_spec_report (self->spec), "exports");

  if (!salon_change_set_touches (changes, "own-report") && (!is_export || is_log))
    set_stale (self, TRUE);
}

/* ---- actions */

static void
action_refresh (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonReportView *self = SALON_REPORT_VIEW (widget);

  if (self->spec != NULL)
    run (self);
}

static void
action_cancel (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_report_runner_cancel (SALON_REPORT_VIEW (widget)->runner);
}

static void
action_open_cell (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonReportView *self = SALON_REPORT_VIEW (widget);
  guint row = 0;
  guint column = 0;
  const SalonReportRow *line = NULL;

  g_variant_get (target, "(uu)", &row, &column);
  if (self->answer == NULL || row >= self->answer->table->rows->len)
    return;
  line = salon_report_table_row (self->answer->table, row);
  if (salon_behind_view_open_row (widget, line) || !self->answer->table->has_behind)
    return;
  gtk_stack_set_visible_child_name (self->stack, "behind");
  salon_behind_view_open (self->behind, self->answer, row, column);
}

static void
action_back (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_report_view_back (SALON_REPORT_VIEW (widget));
}

static void
action_copy (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonReportView *self = SALON_REPORT_VIEW (widget);
  g_autofree char *text = self->answer != NULL ? salon_report_content_copy (self->content) : NULL;

  if (text == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  salon_shell_toast (widget, _("The table is copied: a spreadsheet takes it."));
}

/* @target: as what; "" = as the last one */
static void
action_export (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonReportView *self = SALON_REPORT_VIEW (widget);
  SalonReportFile kind = salon_report_leave_button_get_kind (self->leave);

  if (self->answer == NULL)
    return;
  salon_report_file_parse (g_variant_get_string (target, NULL), &kind);
  if (self->answer->table->chart == NULL && !salon_report_file_is_table (kind))
    salon_shell_toast (widget, _("This report has no chart."));
  else
    salon_report_out_quick (widget, self->session, self->answer, kind);
}

static void
action_save_as (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonReportView *self = SALON_REPORT_VIEW (widget);

  if (self->answer != NULL)
    salon_report_out_save (widget, self->session, self->answer, salon_report_leave_button_get_kind (self->leave));
}

static void
action_print (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonReportView *self = SALON_REPORT_VIEW (widget);

  if (self->answer != NULL)
    salon_report_out_print (widget, self->session, self->answer);
}

/* As the program has it. */
static void
action_reset (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonReportView *self = SALON_REPORT_VIEW (widget);
  g_autoptr (SalonReportSpec) spec = NULL;

  if (self->spec == NULL)
    return;
  spec = salon_report_spec_new (salon_report_spec_report (self->spec));
  take_spec (self, spec);
  salon_report_bar_set (self->bar, spec);
  run (self);
}

/* ---- object */

static void
salon_report_view_dispose (GObject *object)
{
  SalonReportView *self = SALON_REPORT_VIEW (object);

  if (self->runner != NULL) {
    g_signal_handlers_disconnect_by_data (self->runner, self);
    salon_report_runner_cancel (self->runner);
  }
  g_clear_object (&self->runner);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->answer);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_report_view_parent_class)->dispose (object);
}

static void
salon_report_view_finalize (GObject *object)
{
  SalonReportView *self = SALON_REPORT_VIEW (object);

  g_clear_pointer (&self->spec, salon_report_spec_unref);
  g_free (self->name);
  G_OBJECT_CLASS (salon_report_view_parent_class)->finalize (object);
}

static gboolean
salon_report_view_grab_focus (GtkWidget *widget)
{
  SalonReportView *self = SALON_REPORT_VIEW (widget);

  return gtk_widget_grab_focus (is_behind (self) ? GTK_WIDGET (self->behind) : GTK_WIDGET (self->content));
}

static void
salon_report_view_class_init (SalonReportViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_report_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_report_view_finalize;
  widget_class->grab_focus = salon_report_view_grab_focus;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_install_action (widget_class, "report.refresh", NULL, action_refresh);
  gtk_widget_class_install_action (widget_class, "report.cancel", NULL, action_cancel);
  gtk_widget_class_install_action (widget_class, "report.open-cell", "(uu)", action_open_cell);
  gtk_widget_class_install_action (widget_class, "report.back", NULL, action_back);
  gtk_widget_class_install_action (widget_class, "report.copy", NULL, action_copy);
  gtk_widget_class_install_action (widget_class, "report.export", "s", action_export);
  gtk_widget_class_install_action (widget_class, "report.save-as", NULL, action_save_as);
  gtk_widget_class_install_action (widget_class, "report.print", NULL, action_print);
  gtk_widget_class_install_action (widget_class, "report.reset", NULL, action_reset);

  /**
   * SalonReportView::own-saved:
   * @own: id of the own report that was saved and is to be shown
   */
  signals[OWN_SAVED] = g_signal_new ("own-saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reportview");
}

static GtkWidget *
create_verbs (SalonReportView *self)
{
  GtkWidget *verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *reset = salon_icon_button_new ("salon-repeat-symbolic", _("Settings as at first"));

  self->leave = SALON_REPORT_LEAVE_BUTTON (salon_report_leave_button_new ());
  self->keeper = SALON_REPORT_KEEPER (salon_report_keeper_new (self->session));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (reset), "report.reset");
  gtk_box_append (GTK_BOX (verbs), reset);
  gtk_box_append (GTK_BOX (verbs), GTK_WIDGET (self->leave));
  gtk_box_append (GTK_BOX (verbs), GTK_WIDGET (self->keeper));
  gtk_widget_set_valign (verbs, GTK_ALIGN_CENTER);
  return verbs;
}

static GtkWidget *
create_head (SalonReportView *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = GTK_LABEL (salon_label_new (NULL, "salon-title"));
  self->subtitle = GTK_LABEL (salon_label_new (NULL, "salon-secondary"));
  self->newer = gtk_button_new_with_label (_("Newer data: refresh"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->newer), "report.refresh");
  gtk_widget_add_css_class (self->newer, "salon-outlined");
  salon_set_tooltip (self->newer, _("Something was changed since the report was made (F5)"));
  gtk_widget_set_visible (self->newer, FALSE);
  gtk_widget_set_valign (self->newer, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->subtitle));
  gtk_box_append (GTK_BOX (head), texts);
  gtk_box_append (GTK_BOX (head), self->newer);
  gtk_box_append (GTK_BOX (head), create_verbs (self));
  return head;
}

static GtkWidget *
create_work (SalonReportView *self)
{
  GtkWidget *stop = gtk_button_new_with_label (C_ ("report", "Cancel"));

  self->work = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->progress), TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->progress), GTK_ALIGN_CENTER);
  salon_set_accessible_label (self->progress, _("The report is being made"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (stop), "report.cancel");
  gtk_widget_add_css_class (stop, "salon-outlined");
  salon_set_tooltip (stop, _("Leave the answer as it was (Esc)"));
  gtk_box_append (GTK_BOX (self->work), salon_label_new (_("The report is being made"), "salon-secondary"));
  gtk_box_append (GTK_BOX (self->work), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (self->work), stop);
  gtk_widget_set_visible (self->work, FALSE);
  return self->work;
}

static void
on_own_saved (SalonReportKeeper *keeper, gint64 own, SalonReportView *self)
{
  g_signal_emit (self, signals[OWN_SAVED], 0, own);
}

static void
salon_report_view_init (SalonReportView *self)
{
}

static void
follow_runner (SalonReportView *self)
{
  self->runner = salon_report_runner_new (self->session);
  g_signal_connect (self->runner, "answered", G_CALLBACK (on_answered), self);
  g_signal_connect (self->runner, "failed", G_CALLBACK (on_failed), self);
  g_signal_connect (self->runner, "progress", G_CALLBACK (on_progress), self);
  g_signal_connect (self->runner, "ended", G_CALLBACK (on_ended), self);
}

/**
 * salon_report_view_new:
 */
GtkWidget *
salon_report_view_new (SalonSession *session)
{
  SalonReportView *self = g_object_new (SALON_TYPE_REPORT_VIEW, NULL);
  GtkWidget *report = gtk_box_new (GTK_ORIENTATION_VERTICAL, GAP);

  self->session = g_object_ref (session);
  follow_runner (self);
  self->bar = SALON_REPORT_BAR (salon_report_bar_new (session));
  self->content = SALON_REPORT_CONTENT (salon_report_content_new ());
  salon_report_bar_append (self->bar, salon_report_content_get_kinds (self->content));
  g_signal_connect (self->bar, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->content, "chart-kind", G_CALLBACK (on_chart_kind), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  gtk_box_append (GTK_BOX (report), create_head (self));
  gtk_box_append (GTK_BOX (report), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (report), create_work (self));
  gtk_box_append (GTK_BOX (report), GTK_WIDGET (self->content));
  g_signal_connect (self->keeper, "saved", G_CALLBACK (on_own_saved), self);
  self->behind = SALON_BEHIND_VIEW (salon_behind_view_new (session));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, report, "report");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->behind), "behind");
  salon_compat_hide_unseen_pages (self->stack);
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  update_verbs (self);
  return GTK_WIDGET (self);
}

static gboolean
is_same_report (const SalonReportSpec *a, const SalonReportSpec *b)
{
  return g_str_equal (salon_report_spec_report (a), salon_report_spec_report (b));
}

/**
 * salon_report_view_show:
 * @spec: of a report that there is
 * @own: id of an own report; 0 = none
 * @name: (nullable): of the own report
 *
 * Shows the report and runs it.
 */
void
salon_report_view_show (SalonReportView *self, SalonReportSpec *spec, gint64 own, const char *name)
{
  g_return_if_fail (SALON_IS_REPORT_VIEW (self));

  close_behind (self);
  if (self->answer != NULL && (own != self->own || !is_same_report (self->answer->spec, spec)))
    g_clear_object (&self->answer);
  g_free (self->name);
  self->own = own;
  self->name = g_strdup (name);
  take_spec (self, spec);
  gtk_label_set_text (self->title, name != NULL ? name : salon_report_title (report_of (self)));
  gtk_label_set_text (self->subtitle, salon_report_hint (report_of (self)));
  salon_report_bar_set (self->bar, spec);
  run (self);
}

/**
 * salon_report_view_clear: what was counted for one user is not shown to the next
 */
void
salon_report_view_clear (SalonReportView *self)
{
  g_return_if_fail (SALON_IS_REPORT_VIEW (self));

  salon_report_runner_cancel (self->runner);
  close_behind (self);
  g_clear_object (&self->answer);
  g_clear_pointer (&self->spec, salon_report_spec_unref);
  salon_report_content_blank (self->content);
  update_verbs (self);
}

/**
 * salon_report_view_get_own:
 *
 * Returns: id of the own report that is shown; 0 = none
 */
gint64
salon_report_view_get_own (SalonReportView *self)
{
  return self->own;
}

/**
 * salon_report_view_get_spec:
 *
 * Returns: (transfer none) (nullable): what is set; %NULL = no report is chosen
 */
SalonReportSpec *
salon_report_view_get_spec (SalonReportView *self)
{
  return self->spec;
}

/**
 * salon_report_view_back:
 *
 * Returns: whether there was a step back to take
 */
gboolean
salon_report_view_back (SalonReportView *self)
{
  if (salon_report_runner_is_running (self->runner)) {
    salon_report_runner_cancel (self->runner);
    return TRUE;
  }
  if (!is_behind (self))
    return FALSE;
  close_behind (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->content));
  return TRUE;
}

/**
 * salon_report_view_do:
 * @verb: "period", "before", "after", "year", "group", "chart", "table", "sort", "save" or "export"
 *
 * What keys do that reach the page.
 */
void
salon_report_view_do (SalonReportView *self, const char *verb)
{
  g_return_if_fail (SALON_IS_REPORT_VIEW (self));

  if (self->spec == NULL || is_behind (self))
    return;
  if (g_str_equal (verb, "period"))
    salon_report_bar_open_period (self->bar);
  else if (g_str_equal (verb, "before") || g_str_equal (verb, "after"))
    salon_report_bar_step (self->bar, g_str_equal (verb, "before") ? -1 : 1);
  else if (g_str_equal (verb, "year"))
    salon_report_bar_toggle_year (self->bar);
  else if (g_str_equal (verb, "group"))
    salon_report_bar_add_grouping (self->bar);
  else if (g_str_equal (verb, "chart"))
    salon_report_content_focus_chart (self->content);
  else if (g_str_equal (verb, "table"))
    gtk_widget_grab_focus (GTK_WIDGET (self->content));
  else if (g_str_equal (verb, "sort"))
    salon_report_content_sort (self->content);
  else if (g_str_equal (verb, "save"))
    salon_report_keeper_open (self->keeper);
  else if (g_str_equal (verb, "export") && self->answer != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "report.export", "s", "");
}
