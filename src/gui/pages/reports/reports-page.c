/* The list of reports at the left, the chosen one beside it.  What is remembered of a report is how it was left. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gui/pages/reports/report-index.h"
#include "gui/pages/reports/report-memory.h"
#include "gui/pages/reports/report-view.h"
#include "gui/pages/reports/reports-page.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "gui/widgets/page.h"
#include "gui/widgets/shell.h"
#include "model/rules/permission.h"
#include "model/services/own-reports.h"

#define GAP 12

struct _SalonReportsPage {
  GtkWidget parent_instance;

  SalonReportIndex *index;
  SalonReportView *view;

  SalonSession *session;
  SalonQuestion question;
  GPtrArray *own;  /* SalonOwnReportInfo; NULL until they are there */
  gint64 awaited;  /* an own report to show when it is there; 0 = none */
  gboolean active;
};

static void salon_reports_page_iface_init (SalonPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonReportsPage, salon_reports_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_PAGE, salon_reports_page_iface_init))

/* ---- which report */

static void
open_report (SalonReportsPage *self, const char *key)
{
  const SalonReport *report = salon_report_find (key);
  g_autoptr (SalonReportSpec) spec = NULL;

  if (report == NULL)
    return;
  spec = salon_report_memory_get (key);
  salon_report_index_choose (self->index, key, 0);
  salon_report_view_show (self->view, spec, 0, NULL);
}

static const SalonOwnReportInfo *
find_own (SalonReportsPage *self, gint64 id)
{
  for (guint i = 0; self->own != NULL && i < self->own->len; i++) {
    const SalonOwnReportInfo *own = self->own->pdata[i];

    if (own->id == id)
      return own;
  }
  return NULL;
}

static void
open_own (SalonReportsPage *self, gint64 id)
{
  const SalonOwnReportInfo *own = find_own (self, id);

  if (own == NULL)
    return;
  if (own->state != SALON_OWN_REPORT_GOOD) {
    salon_shell_toast (GTK_WIDGET (self), salon_own_report_trouble (own->state));
    return;
  }
  salon_report_index_choose (self->index, NULL, id);
  salon_report_view_show (self->view, own->spec, id, own->name);
}

static void
on_chosen (SalonReportIndex *index, const char *report, gint64 own, SalonReportsPage *self)
{
  if (report != NULL)
    open_report (self, report);
  else
    open_own (self, own);
}

/* The last one, else the first of the list. */
static void
open_last (SalonReportsPage *self)
{
  g_autofree char *last = salon_report_memory_last ();
  guint n = 0;
  const SalonReport *const *all = salon_reports (&n);

  if (salon_report_view_get_spec (self->view) != NULL || n == 0)
    return;
  open_report (self, salon_report_find (last) != NULL ? last : salon_report_key (all[0]));
}

/* ---- own reports */

/* The one that was shown and is gone gives way to what it was made from. */
static void
follow_own (SalonReportsPage *self)
{
  gint64 shown = salon_report_view_get_own (self->view);
  SalonReportSpec *spec = salon_report_view_get_spec (self->view);

  if (self->awaited != 0 && find_own (self, self->awaited) != NULL) {
    gint64 id = self->awaited;

    self->awaited = 0;
    open_own (self, id);
  } else if (shown != 0 && spec != NULL && find_own (self, shown) == NULL) {
    g_autofree char *key = g_strdup (salon_report_spec_report (spec));

    open_report (self, key);
  } else if (spec != NULL) {
    salon_report_index_choose (self->index, salon_report_spec_report (spec), shown);
  }
}

static void
on_own (gpointer owner, gpointer answer, const GError *error)
{
  SalonReportsPage *self = owner;

  if (answer == NULL)
    return;
  g_clear_pointer (&self->own, g_ptr_array_unref);
  self->own = answer;
  salon_report_index_clear_own (self->index);
  for (guint i = 0; i < self->own->len; i++) {
    const SalonOwnReportInfo *own = self->own->pdata[i];

    salon_report_index_add_own (self->index, own->id, own->name);
  }
  follow_own (self);
}

static void
load_own (SalonReportsPage *self)
{
  salon_question_ask (&self->question, self, self->session, &salon_query_own_reports, SALON_LANE_INTERACTIVE, NULL, on_own);
}

static void
on_own_saved (SalonReportView *view, gint64 own, SalonReportsPage *self)
{
  self->awaited = own;
  load_own (self);
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonReportsPage *self)
{
  if (self->own != NULL && salon_change_set_touches (changes, "own-report"))
    load_own (self);
}

static void
on_actor_changed (SalonSession *session, SalonReportsPage *self)
{
  salon_report_view_clear (self->view);
  if (self->active && salon_permission_check (salon_session_actor (session), SALON_PERMISSION_REPORTS, NULL))
    open_last (self);
}

static void
on_entered (SalonReportIndex *index, SalonReportsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* ---- page */

static void
reports_activate (SalonPage *page)
{
  SalonReportsPage *self = SALON_REPORTS_PAGE (page);

  self->active = TRUE;
  open_last (self);
  if (self->own == NULL)
    load_own (self);
}

static void
reports_deactivate (SalonPage *page)
{
  SALON_REPORTS_PAGE (page)->active = FALSE;
}

static gboolean
reports_open_text (SalonPage *page, const char *what, const char *text)
{
  if (!g_str_equal (what, "report"))
    return FALSE;
  open_report (SALON_REPORTS_PAGE (page), text);
  gtk_widget_grab_focus (GTK_WIDGET (SALON_REPORTS_PAGE (page)->view));
  return TRUE;
}

static gboolean
reports_back (SalonPage *page)
{
  return salon_report_view_back (SALON_REPORTS_PAGE (page)->view);
}

static void
salon_reports_page_iface_init (SalonPageInterface *iface)
{
  iface->activate = reports_activate;
  iface->deactivate = reports_deactivate;
  iface->open_text = reports_open_text;
  iface->back = reports_back;
}

/* ---- actions */

static void
action_find (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_grab_focus (GTK_WIDGET (SALON_REPORTS_PAGE (widget)->index));
}

static void
action_verb (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_report_view_do (SALON_REPORTS_PAGE (widget)->view, strchr (name, '.') + 1);
}

/* What the view does itself, wherever the focus is. */
static void
action_view (GtkWidget *widget, const char *name, GVariant *target)
{
  g_autofree char *action = g_strconcat ("report.", strchr (name, '.') + 1, NULL);

  gtk_widget_activate_action_variant (GTK_WIDGET (SALON_REPORTS_PAGE (widget)->view), action, NULL);
}

/* ---- object */

static void
salon_reports_page_dispose (GObject *object)
{
  SalonReportsPage *self = SALON_REPORTS_PAGE (object);

  salon_question_drop (&self->question);
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_reports_page_parent_class)->dispose (object);
}

static void
salon_reports_page_class_init (SalonReportsPageClass *klass)
{
  static const struct {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } verbs[] = {
    { "reports.period", action_verb }, { "reports.before", action_verb }, { "reports.after", action_verb },
    { "reports.group", action_verb },  { "reports.sort", action_verb },
    { "reports.chart", action_verb },  { "reports.table", action_verb },    { "reports.save", action_verb },
    { "reports.year", action_verb },   { "reports.export", action_verb }, { "reports.save-as", action_view }, { "reports.refresh", action_view }, { "reports.print", action_view },
    { "reports.copy", action_view },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_reports_page_dispose;
  gtk_widget_class_install_action (widget_class, "reports.find", NULL, action_find);
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    gtk_widget_class_install_action (widget_class, verbs[i].name, NULL, verbs[i].activate);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "reportspage");
}

static void
salon_reports_page_init (SalonReportsPage *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GAP);
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-page");
}

/**
 * salon_reports_page_new:
 */
GtkWidget *
salon_reports_page_new (SalonSession *session)
{
  SalonReportsPage *self = g_object_new (SALON_TYPE_REPORTS_PAGE, NULL);

  self->session = g_object_ref (session);
  self->index = SALON_REPORT_INDEX (salon_report_index_new ());
  self->view = SALON_REPORT_VIEW (salon_report_view_new (session));
  g_signal_connect (self->index, "chosen", G_CALLBACK (on_chosen), self);
  g_signal_connect (self->index, "entered", G_CALLBACK (on_entered), self);
  g_signal_connect (self->view, "own-saved", G_CALLBACK (on_own_saved), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->index), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
