/* Every button is an action of the view. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/shifts-head.h"
#include "gui/widgets/build.h"

static GtkWidget *
step_button (const char *icon, const char *label, int months)
{
  GtkWidget *button = salon_icon_button_new (icon, label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "shifts.month");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", months);
  return button;
}

static GtkWidget *
tool_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "salon-outlined");
  return button;
}

static GtkWidget *
copy_button (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("This month as the last"), "shifts.copy-month");
  g_menu_append (menu, _("The week of the chosen day as the week before"), "shifts.copy-week");
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("shifts", "Copy"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "salon-outlined");
  return button;
}

static GtkWidget *
tools_new (void)
{
  GtkWidget *tools = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (tools), tool_button (_("Pattern…"), "shifts.pattern"));
  gtk_box_append (GTK_BOX (tools), copy_button ());
  gtk_box_append (GTK_BOX (tools), tool_button (_("Absence…"), "shifts.absence"));
  gtk_box_append (GTK_BOX (tools), tool_button (_("Sick day…"), "shifts.sick"));
  gtk_box_append (GTK_BOX (tools), tool_button (_("Salon closed…"), "shifts.closed"));
  gtk_widget_set_hexpand (tools, TRUE);
  gtk_widget_set_halign (tools, GTK_ALIGN_END);
  return tools;
}

/**
 * salon_shifts_head_new:
 * @month: (out) (transfer none): where the month is named
 * @tools: (out) (transfer none): what only those see who may change shifts
 *
 * Returns: (transfer floating): the line
 */
GtkWidget *
salon_shifts_head_new (GtkLabel **month, GtkWidget **tools)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  *month = GTK_LABEL (salon_label_new (NULL, "salon-roster-month"));
  *tools = tools_new ();
  gtk_box_append (GTK_BOX (line), step_button ("salon-chevron-left-symbolic", _("The month before (Page Up)"), -1));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (*month));
  gtk_box_append (GTK_BOX (line), step_button ("salon-chevron-right-symbolic", _("The next month (Page Down)"), 1));
  gtk_box_append (GTK_BOX (line), tool_button (C_ ("month", "Today"), "shifts.today"));
  gtk_box_append (GTK_BOX (line), *tools);
  return line;
}
