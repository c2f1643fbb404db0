/* A name and below it the sum of hours; who cannot be booked for want of hours is told. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/staff/roster-names.h"
#include "gui/widgets/build.h"
#include "gui/widgets/time-entry.h"

#define WIDTH 184

static guint
count_days (const SalonRoster *roster, const SalonRosterRow *row)
{
  guint n = 0;

  for (guint i = 0; i < roster->n_days; i++)
    n += row->days[i].minutes > 0;
  return n;
}

static char *
sum_of (const SalonRoster *roster, const SalonRosterRow *row)
{
  guint n_days = count_days (roster, row);
  g_autofree char *hours = salon_duration_format ((int) row->minutes);
  g_autofree char *days = g_strdup_printf (ngettext ("%u day", "%u days", n_days), n_days);

  return g_strdup_printf ("%s · %s", hours, days);
}

static GtkWidget *
name_new (const SalonRoster *roster, const SalonRosterRow *row, int row_height)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = salon_label_new (row->name, "salon-heading");
  g_autofree char *sum = sum_of (roster, row);
  gboolean warn = row->without_hours && row->bookable;
  GtkWidget *detail = salon_label_new (warn ? _("has no hours: cannot be booked") : sum, warn ? "salon-roster-warning" : "salon-secondary");

  gtk_widget_add_css_class (detail, "salon-small");
  gtk_widget_set_tooltip_text (detail, gtk_label_get_text (GTK_LABEL (detail)));
  gtk_widget_set_tooltip_text (name, row->name);
  gtk_widget_add_css_class (box, "salon-roster-name");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_widget_set_valign (name, GTK_ALIGN_END);
  gtk_widget_set_vexpand (name, TRUE);
  gtk_widget_set_vexpand (detail, TRUE);
  gtk_widget_set_valign (detail, GTK_ALIGN_START);
  gtk_widget_set_size_request (box, salon_scale_to_text (box, WIDTH), row_height);
  gtk_widget_set_vexpand (box, FALSE);
  return box;
}

/**
 * salon_roster_names_show:
 * @box: a vertical box; what was in it goes
 * @row_height: of a row at the usual size of the text
 */
void
salon_roster_names_show (GtkWidget *box, const SalonRoster *roster, int row_height)
{
  GtkWidget *child = NULL;
  int height = salon_scale_to_text (box, row_height);

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_box_remove (GTK_BOX (box), child);
  for (guint i = 0; i < roster->rows->len; i++)
    gtk_box_append (GTK_BOX (box), name_new (roster, roster->rows->pdata[i], height));
}
