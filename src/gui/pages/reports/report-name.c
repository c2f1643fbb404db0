/* What was typed stays until it is used. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/reports/report-name.h"
#include "gui/widgets/build.h"

#define NAME_CHARS 26

struct _SalonReportName {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkBox *box;
  GtkEntry *name;
};

enum { NAMED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportName, salon_report_name, GTK_TYPE_WIDGET)

static void
on_apply (GtkWidget *from, SalonReportName *self)
{
  g_autofree char *name = salon_report_name_get (self);

  if (*name == '\0') {
    gtk_widget_error_bell (GTK_WIDGET (self->name));
    gtk_widget_grab_focus (GTK_WIDGET (self->name));
    return;
  }
  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[NAMED], 0, name);
}

static void
on_show (GtkWidget *popover, SalonReportName *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

static void
salon_report_name_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_report_name_parent_class)->dispose (object);
}

static void
salon_report_name_class_init (SalonReportNameClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_report_name_dispose;

  /**
   * SalonReportName::named:
   * @name: what was typed, never empty
   */
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_report_name_init (SalonReportName *self)
{
}

/**
 * salon_report_name_new:
 * @label: of the button
 * @what: what the name is of
 * @verb: of the button beside the name
 */
GtkWidget *
salon_report_name_new (const char *label, const char *what, const char *verb)
{
  SalonReportName *self = g_object_new (SALON_TYPE_REPORT_NAME, NULL);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *apply = gtk_button_new_with_label (verb);

  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  self->name = GTK_ENTRY (gtk_entry_new ());
  gtk_editable_set_width_chars (GTK_EDITABLE (self->name), NAME_CHARS);
  gtk_entry_set_placeholder_text (self->name, what);
  salon_set_accessible_label (self->name, what);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name), TRUE);
  gtk_widget_add_css_class (apply, "suggested-action");
  g_signal_connect (self->name, "activate", G_CALLBACK (on_apply), self);
  g_signal_connect (apply, "clicked", G_CALLBACK (on_apply), self);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->name));
  gtk_box_append (GTK_BOX (line), apply);
  gtk_box_append (self->box, line);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->box));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_END); /* the button stands at the right edge */
  gtk_widget_add_css_class (popover, "salon-report-popover");
  g_signal_connect (popover, "show", G_CALLBACK (on_show), self);
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_label (self->button, label);
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "salon-outlined");
  salon_set_accessible_label (self->button, label);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * salon_report_name_set_usual:
 * @name: what stands in the field
 */
void
salon_report_name_set_usual (SalonReportName *self, const char *name)
{
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
}

/**
 * salon_report_name_add:
 * @below: (transfer floating): something else that the button offers
 */
void
salon_report_name_add (SalonReportName *self, GtkWidget *below)
{
  gtk_box_append (self->box, below);
}

/**
 * salon_report_name_open: asks for the name
 */
void
salon_report_name_open (SalonReportName *self)
{
  gtk_menu_button_popup (self->button);
}

/**
 * salon_report_name_close: asks no more
 */
void
salon_report_name_close (SalonReportName *self)
{
  gtk_menu_button_popdown (self->button);
}

/**
 * salon_report_name_get:
 *
 * Returns: (transfer full): what is typed, without blanks around it
 */
char *
salon_report_name_get (SalonReportName *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name))));
}
