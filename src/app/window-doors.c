/* A page is opened and told what is wanted of it; it answers where it is shown.  The parts of the window are found by their names
 * in its template, so that the window may know these doors, and they not it. */
#include "app/window-doors.h"
#include "app/sidebar.h"

static GtkStack *
pages_of (GtkWidget *window)
{
  return GTK_STACK (gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), "pages"));
}

/**
 * salon_doors_get_page:
 *
 * Returns: (transfer none) (nullable): the page in view
 */
SalonPage *
salon_doors_get_page (GtkWidget *window)
{
  GtkWidget *child = gtk_stack_get_visible_child (pages_of (window));

  return SALON_IS_PAGE (child) ? SALON_PAGE (child) : NULL;
}

/**
 * salon_doors_is_at:
 *
 * Returns: whether @page is in view
 */
gboolean
salon_doors_is_at (GtkWidget *window, const char *page)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (pages_of (window)), page) == 0;
}

/**
 * salon_doors_show:
 * @page: the id of a page; an unknown one is ignored, and one that the user may not see
 *
 * Returns: (transfer none) (nullable): the page, if it is in view now
 */
SalonPage *
salon_doors_show (GtkWidget *window, const char *page)
{
  GtkListBox *sidebar = GTK_LIST_BOX (gtk_widget_get_template_child (window, G_OBJECT_TYPE (window), "sidebar"));
  SalonSidebarRow *row = salon_sidebar_find (sidebar, page);

  if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)))
    gtk_list_box_select_row (sidebar, GTK_LIST_BOX_ROW (row));
  return salon_doors_is_at (window, page) ? salon_doors_get_page (window) : NULL;
}

/**
 * salon_doors_open:
 * @what: as the page knows it
 * @id: of a thing; 0 = none
 *
 * Shows a page and what is wanted of it.
 */
void
salon_doors_open (GtkWidget *window, const char *page, const char *what, gint64 id)
{
  SalonPage *shown = salon_doors_show (window, page);

  if (shown != NULL)
    salon_page_open (shown, what, id);
}

static void
open_text (GtkWidget *window, const char *page, const char *what, const char *text)
{
  SalonPage *shown = salon_doors_show (window, page);

  if (shown != NULL)
    salon_page_open_text (shown, what, text);
}

/* ---- actions */

static void
action_show_client (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_doors_open (widget, "desk", "client", g_variant_get_int64 (target));
}

static void
action_sale (GtkWidget *widget, const char *name, GVariant *target)
{
  static const struct {
    const char *name;
    const char *what;
  } all[] = { { "win.check-out", "check-out" }, { "win.open-receipt", "receipt" }, { "win.sell-to", "client" }, { "win.top-up", "top-up" } };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (g_str_equal (all[i].name, name))
      salon_doors_open (widget, "sale", all[i].what, g_variant_get_int64 (target));
}

/* What was scanned comes into the sale: goods, or who buys. */
static void
action_sell (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *what = NULL;
  gint64 id = 0;

  g_variant_get (target, "(&sx)", &what, &id);
  salon_doors_open (widget, "sale", what, id);
}

/* The number of a season ticket or certificate. */
static void
action_pay_with (GtkWidget *widget, const char *name, GVariant *target)
{
  open_text (widget, "sale", "number", g_variant_get_string (target, NULL));
}

/* Where a client is shown, she gets the card; from anywhere else it is given out at the desk. */
static void
action_issue_card (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *number = g_variant_get_string (target, NULL);
  SalonPage *page = salon_doors_get_page (widget);

  if (page == NULL || !salon_page_open_text (page, "issue-card", number))
    open_text (widget, "desk", "issue-card", number);
}

static void
action_close_day (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_doors_open (widget, "sale", "close-day", 0);
}

/* The target is the path of a list; empty = the user is to choose. */
static void
action_import_file (GtkWidget *widget, const char *name, GVariant *target)
{
  open_text (widget, "clients", "import", g_variant_get_string (target, NULL));
}

/* The client who is calling, and her number as it is written. */
static void
action_ring (GtkWidget *widget, const char *name, GVariant *target)
{
  const char *number = NULL;
  gint64 client = 0;

  g_variant_get (target, "(x&s)", &client, &number);
  salon_doors_open (widget, "desk", "client", client);
  open_text (widget, "desk", "ring", number);
}

static void
action_open_settings (GtkWidget *widget, const char *name, GVariant *target)
{
  open_text (widget, "settings", "section", g_variant_get_string (target, NULL));
}

static void
action_open_report (GtkWidget *widget, const char *name, GVariant *target)
{
  open_text (widget, "reports", "report", g_variant_get_string (target, NULL));
}

/* An employee (0 = to be chosen) and a day (0 = today). */
static void
action_staff_day (GtkWidget *widget, const char *name, GVariant *target)
{
  gboolean shift = g_str_equal (name, "win.open-shift");
  gint64 employee = 0;
  gint64 day = 0;
  g_autofree char *text = NULL;

  g_variant_get (target, "(xx)", &employee, &day);
  text = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, employee, day, day);
  open_text (widget, "staff", shift ? "shift" : "sick-day", text);
}

static void
action_sick_days (GtkWidget *widget, const char *name, GVariant *target)
{
  gint64 employee = 0;
  gint64 first = 0;
  gint64 last = 0;
  g_autofree char *text = NULL;

  g_variant_get (target, "(xxx)", &employee, &first, &last);
  text = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, employee, first, last);
  open_text (widget, "staff", "sick-day", text);
}

static void
action_open_staff (GtkWidget *widget, const char *name, GVariant *target)
{
  open_text (widget, "staff", "view", g_variant_get_string (target, NULL));
}

/**
 * salon_doors_install: gives the window the actions that lead to its pages
 */
void
salon_doors_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.show-client", "x", action_show_client);
  gtk_widget_class_install_action (widget_class, "win.check-out", "x", action_sale);
  gtk_widget_class_install_action (widget_class, "win.open-receipt", "x", action_sale);
  gtk_widget_class_install_action (widget_class, "win.sell-to", "x", action_sale);
  gtk_widget_class_install_action (widget_class, "win.top-up", "x", action_sale);
  gtk_widget_class_install_action (widget_class, "win.sell", "(sx)", action_sell);
  gtk_widget_class_install_action (widget_class, "win.pay-with", "s", action_pay_with);
  gtk_widget_class_install_action (widget_class, "win.issue-card", "s", action_issue_card);
  gtk_widget_class_install_action (widget_class, "win.close-day", NULL, action_close_day);
  gtk_widget_class_install_action (widget_class, "win.import-file", "s", action_import_file);
  gtk_widget_class_install_action (widget_class, "win.ring", "(xs)", action_ring);
  gtk_widget_class_install_action (widget_class, "win.open-settings", "s", action_open_settings);
  gtk_widget_class_install_action (widget_class, "win.open-report", "s", action_open_report);
  gtk_widget_class_install_action (widget_class, "win.sick-day", "(xx)", action_staff_day);
  gtk_widget_class_install_action (widget_class, "win.open-shift", "(xx)", action_staff_day);
  gtk_widget_class_install_action (widget_class, "win.sick-days", "(xxx)", action_sick_days);
  gtk_widget_class_install_action (widget_class, "win.open-staff", "s", action_open_staff);
}
