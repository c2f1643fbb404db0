/* The list of reports at the left, the chosen one beside it.  What is remembered of a report is how it was left. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-index.h"
#include "gui/pages/reports/report-memory.h"
#include "gui/pages/reports/report-view.h"
#include "gui/pages/reports/reports-page.h"
#include "gui/widgets/build.h"
#include "gui/widgets/page.h"
#include "model/services/reports.h"

#define GAP 12

struct _SalonReportsPage {
  GtkWidget parent_instance;

  SalonReportIndex *index;
  SalonReportView *view;

  SalonSession *session;
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
  salon_report_view_show (self->view, spec, NULL);
}

static void
on_chosen (SalonReportIndex *index, const char *report, gint64 own, SalonReportsPage *self)
{
  if (report != NULL)
    open_report (self, report);
}

static void
on_entered (SalonReportIndex *index, SalonReportsPage *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
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

/* ---- page */

static void
reports_activate (SalonPage *page)
{
  SalonReportsPage *self = SALON_REPORTS_PAGE (page);

  open_last (self);
  salon_report_view_set_active (self->view, TRUE);
}

static void
reports_deactivate (SalonPage *page)
{
  salon_report_view_set_active (SALON_REPORTS_PAGE (page)->view, FALSE);
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

/* ---- object */

static void
salon_reports_page_dispose (GObject *object)
{
  SalonReportsPage *self = SALON_REPORTS_PAGE (object);

  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_reports_page_parent_class)->dispose (object);
}

static void
salon_reports_page_class_init (SalonReportsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_reports_page_dispose;
  gtk_widget_class_install_action (widget_class, "reports.find", NULL, action_find);
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
  gtk_widget_set_hexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->index), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
