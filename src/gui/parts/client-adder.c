/* The list is made anew whenever it drops down: lines that show something are not in it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-adder.h"
#include "gui/parts/client-phones.h"
#include "gui/widgets/build.h"
#include "gui/widgets/icon-label.h"

#define HEIGHT 460

struct _SalonClientAdder {
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkBox *rows;
  SalonClientHead *head; /* not owned: parts of the same card */
  SalonClientDetails *details;
};

G_DEFINE_FINAL_TYPE (SalonClientAdder, salon_client_adder, GTK_TYPE_WIDGET)

static GQuark
line_quark (void)
{
  return g_quark_from_static_string ("salon-client-line");
}

static void
on_add (GtkButton *button, SalonClientAdder *self)
{
  SalonClientLine *line = g_object_get_qdata (G_OBJECT (button), line_quark ());

  gtk_menu_button_popdown (self->button);
  if (line != NULL)
    salon_client_line_start (line);
  else
    salon_client_phones_add (SALON_CLIENT_PHONES (salon_client_head_get_phones (self->head)));
}

static void
append_row (SalonClientAdder *self, const char *label, SalonClientLine *line)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "salon-choice");
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (button)), GTK_ALIGN_START);
  g_object_set_qdata (G_OBJECT (button), line_quark (), line);
  g_signal_connect (button, "clicked", G_CALLBACK (on_add), self);
  gtk_box_append (self->rows, button);
}

static void
on_show (GtkPopover *popover, SalonClientAdder *self)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  if (self->head == NULL)
    return;
  if (salon_client_phones_can_add (SALON_CLIENT_PHONES (salon_client_head_get_phones (self->head))))
    append_row (self, _("Phone"), NULL);
  g_ptr_array_add (lines, salon_client_head_get_email (self->head));
  g_ptr_array_add (lines, salon_client_head_get_alert (self->head));
  salon_client_details_append_lines (self->details, lines);
  for (guint i = 0; i < lines->len; i++)
    if (salon_client_line_can_add (lines->pdata[i]))
      append_row (self, salon_client_line_get_label (lines->pdata[i]), lines->pdata[i]);
}

static void
salon_client_adder_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  G_OBJECT_CLASS (salon_client_adder_parent_class)->dispose (object);
}

static void
salon_client_adder_class_init (SalonClientAdderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_adder_dispose;
  widget_class->focus = salon_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
build_popover (SalonClientAdder *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->rows));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_add_css_class (popover, "salon-picker");
  g_signal_connect (popover, "show", G_CALLBACK (on_show), self);
  return popover;
}

static void
salon_client_adder_init (SalonClientAdder *self)
{
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, salon_icon_label_new ("salon-plus-symbolic", C_ ("verb", "Add")));
  salon_set_accessible_label (self->button, C_ ("verb", "Add"));
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "salon-outlined");
  gtk_menu_button_set_popover (self->button, build_popover (self));
  salon_set_tooltip (GTK_WIDGET (self->button), _("Add what the card does not say yet: phone, birthday, note …"));
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}

/**
 * salon_client_adder_new:
 *
 * Returns: (transfer floating): a button for the parts that salon_client_adder_set_parts() names
 */
GtkWidget *
salon_client_adder_new (void)
{
  return g_object_new (SALON_TYPE_CLIENT_ADDER, NULL);
}

/**
 * salon_client_adder_set_parts:
 * @head: (transfer none): lives as long as the button
 * @details: (transfer none): the same
 */
void
salon_client_adder_set_parts (SalonClientAdder *self, SalonClientHead *head, SalonClientDetails *details)
{
  g_return_if_fail (SALON_IS_CLIENT_ADDER (self));

  self->head = head;
  self->details = details;
}
