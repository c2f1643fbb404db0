/* A salon without a cash register sees one quiet link; with one, the number is typed from its paper and stays. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/sale-fiscal.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "model/services/fiscal.h"

struct _SalonSaleFiscal {
  GtkWidget parent_instance;
  SalonSession *session;
  GtkLabel *told;
  GtkWidget *link;
  GtkWidget *form;
  GtkWidget *entry;
  gint64 sale_id;
};

G_DEFINE_FINAL_TYPE (SalonSaleFiscal, salon_sale_fiscal, GTK_TYPE_WIDGET)

static void
open_form (SalonSaleFiscal *self, gboolean open)
{
  gtk_widget_set_visible (self->form, open);
  gtk_widget_set_visible (self->link, !open);
}

static void
on_said (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSaleFiscal) self = data;
  g_autoptr (GError) error = NULL;

  if (salon_session_submit_finish (SALON_SESSION (source), result, NULL, &error) || self->session == NULL)
    return;
  if (!salon_form_mark (self->form, error))
    salon_note_error (GTK_WIDGET (self), error);
}

static void
action_say (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSaleFiscal *self = SALON_SALE_FISCAL (widget);

  salon_form_clear_errors (self->form);
  salon_session_submit (self->session, &salon_command_sale_fiscal,
                        salon_fiscal_number_new (self->sale_id, gtk_editable_get_text (GTK_EDITABLE (self->entry))), NULL, NULL,
                        on_said, g_object_ref (self));
}

static void
action_open (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSaleFiscal *self = SALON_SALE_FISCAL (widget);

  open_form (self, TRUE);
  gtk_widget_grab_focus (self->entry);
}

/* ---- building */

static void
salon_sale_fiscal_dispose (GObject *object)
{
  SalonSaleFiscal *self = SALON_SALE_FISCAL (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_fiscal_parent_class)->dispose (object);
}

static void
salon_sale_fiscal_class_init (SalonSaleFiscalClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_sale_fiscal_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "fiscal.open", NULL, action_open);
  gtk_widget_class_install_action (widget_class, "fiscal.say", NULL, action_say);
}

static GtkWidget *
build_form (SalonSaleFiscal *self)
{
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *button = gtk_button_new_with_label (C_ ("fiscal", "Write down"));
  GtkWidget *field = NULL;

  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), 60);
  gtk_widget_set_hexpand (self->entry, TRUE);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (salon_form_clear_errors), form);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (gtk_widget_activate), button);
  field = salon_form_field_new ("number", _("Number on the receipt of the cash register"), self->entry);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "fiscal.say");
  gtk_box_append (GTK_BOX (form), field);
  gtk_box_append (GTK_BOX (form), button);
  return form;
}

static void
salon_sale_fiscal_init (SalonSaleFiscal *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->told = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  self->link = gtk_button_new_with_label (_("Number of the cash register …"));
  gtk_widget_add_css_class (self->link, "salon-text-link");
  gtk_widget_set_halign (self->link, GTK_ALIGN_START);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->link), "fiscal.open");
  self->form = build_form (self);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->told));
  gtk_box_append (GTK_BOX (box), self->link);
  gtk_box_append (GTK_BOX (box), self->form);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

/**
 * salon_sale_fiscal_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_sale_fiscal_new (SalonSession *session)
{
  SalonSaleFiscal *self = g_object_new (SALON_TYPE_SALE_FISCAL, NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * salon_sale_fiscal_show:
 * @sale: what is typed for it stays when it is shown again
 */
void
salon_sale_fiscal_show (SalonSaleFiscal *self, const SalonSale *sale)
{
  g_autofree char *told = sale->fiscal_number != NULL ? g_strdup_printf (_("Cash register receipt: %s"), sale->fiscal_number) : NULL;

  gtk_label_set_text (self->told, told != NULL ? told : "");
  gtk_widget_set_visible (GTK_WIDGET (self->told), told != NULL);
  if (sale->id != self->sale_id || told != NULL) {
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
    open_form (self, FALSE);
  }
  if (told != NULL)
    gtk_widget_set_visible (self->link, FALSE);
  self->sale_id = sale->id;
}
