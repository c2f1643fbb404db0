/* An answer stays until there is another one: while a report runs, when it is cancelled, and when it is refused. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-bar.h"
#include "gui/pages/reports/report-content.h"
#include "gui/pages/reports/report-memory.h"
#include "gui/pages/reports/report-runner.h"
#include "gui/pages/reports/report-view.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "model/services/reports.h"

#define GAP 9

struct _SalonReportView {
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
  GtkWidget *newer; /* the button that asks again */
  SalonReportBar *bar;
  GtkWidget *work; /* the progress with its button */
  GtkProgressBar *progress;
  SalonReportContent *content;

  SalonSession *session;
  SalonReportRunner *runner;
  SalonReportSpec *spec; /* that is set; NULL until a report is chosen */
  char *name;            /* of an own report */
  SalonReportAnswer *answer;
  gboolean active;
  gboolean is_stale;
};

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
  salon_report_memory_put (answer->spec);
  gtk_label_set_text (self->subtitle, answer->table->subtitle != NULL ? answer->table->subtitle : salon_report_hint (report_of (self)));
  salon_report_content_show (self->content, answer);
  set_stale (self, self->is_stale);
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

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonReportView *self)
{
  set_stale (self, TRUE);
}

/* What was counted for one user is not shown to the next. */
static void
on_actor_changed (SalonSession *session, SalonReportView *self)
{
  salon_report_runner_cancel (self->runner);
  g_clear_object (&self->answer);
  g_clear_pointer (&self->spec, salon_report_spec_unref);
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
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_REPORT_VIEW (widget)->content));
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
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reportview");
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
salon_report_view_init (SalonReportView *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), GAP);
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

  self->session = g_object_ref (session);
  follow_runner (self);
  self->bar = SALON_REPORT_BAR (salon_report_bar_new (session));
  self->content = SALON_REPORT_CONTENT (salon_report_content_new ());
  g_signal_connect (self->bar, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->content, "chart-kind", G_CALLBACK (on_chart_kind), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->content), TRUE);
  gtk_widget_set_parent (create_head (self), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  gtk_widget_set_parent (create_work (self), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->content), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * salon_report_view_show:
 * @spec: of a report that there is
 * @name: (nullable): of an own report
 *
 * Shows the report and runs it.
 */
void
salon_report_view_show (SalonReportView *self, SalonReportSpec *spec, const char *name)
{
  g_return_if_fail (SALON_IS_REPORT_VIEW (self));

  g_clear_object (&self->answer);
  take_spec (self, spec);
  g_free (self->name);
  self->name = g_strdup (name);
  gtk_label_set_text (self->title, name != NULL ? name : salon_report_title (report_of (self)));
  gtk_label_set_text (self->subtitle, salon_report_hint (report_of (self)));
  salon_report_bar_set (self->bar, spec);
  run (self);
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
 * salon_report_view_set_active: whether the page is in view
 */
void
salon_report_view_set_active (SalonReportView *self, gboolean active)
{
  self->active = active;
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
  return FALSE;
}
