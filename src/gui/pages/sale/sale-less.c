/* Seldom needed, so it is folded; it stays open while something of it is refused. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/sale/sale-less.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/money-entry.h"
#include "model/rules/permission.h"

struct _SalonSaleLess {
  GtkWidget parent_instance;
  SalonSession *session;
  SalonSaleDraft *draft;
  GtkWidget *less; /* shows what follows */
  GtkRevealer *lesser;
  GtkWidget *discount_box;
  SalonValueEntry *discount;
  GtkEntry *code;
  GtkLabel *code_problem;
};

G_DEFINE_FINAL_TYPE (SalonSaleLess, salon_sale_less, GTK_TYPE_WIDGET)

static void
show_code (SalonSaleLess *self)
{
  const char *code = salon_sale_draft_get_request (self->draft)->code;
  const char *problem = salon_sale_draft_find_problem (self->draft, "code");

  if (!salon_has_focus (GTK_WIDGET (self->code)))
    salon_editable_set_text (GTK_EDITABLE (self->code), code != NULL ? code : "");
  if (problem != NULL || salon_sale_draft_find_problem (self->draft, "whole_discount") != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->less), TRUE);
  gtk_label_set_text (self->code_problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->code_problem), problem != NULL);
  salon_set_css_class (GTK_WIDGET (self->code), "error", problem != NULL);
}

static void
show (SalonSaleLess *self)
{
  gboolean empty = salon_sale_draft_is_empty (self->draft);

  gtk_widget_set_sensitive (self->discount_box, !empty);
  if (empty)
    salon_value_entry_set_value (self->discount, SALON_VALUE_NONE);
  else if (salon_sale_draft_get_quote (self->draft) != NULL)
    salon_value_entry_set_error (self->discount, salon_sale_draft_find_problem (self->draft, "whole_discount"));
  show_code (self);
}

static void
on_quoted (SalonSaleDraft *draft, SalonSaleLess *self)
{
  show (self);
}

static void
on_discount (SalonValueEntry *entry, GParamSpec *spec, SalonSaleLess *self)
{
  gint64 value = salon_value_entry_get_value (entry);

  salon_sale_draft_set_discount (self->draft, value == SALON_VALUE_NONE ? 0 : value);
}

static void
on_code (GtkEntry *entry, SalonSaleLess *self)
{
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  salon_sale_draft_set_code (self->draft, code);
}

static void
on_code_left (GtkEventControllerFocus *focus, SalonSaleLess *self)
{
  on_code (self->code, self);
}

/* ---- building */

static void
salon_sale_less_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&SALON_SALE_LESS (object)->draft);
  g_clear_object (&SALON_SALE_LESS (object)->session);
  G_OBJECT_CLASS (salon_sale_less_parent_class)->dispose (object);
}

static void
salon_sale_less_class_init (SalonSaleLessClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_sale_less_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sale_less_init (SalonSaleLess *self)
{
}

static void
build_discount (SalonSaleLess *self, GtkBox *box)
{
  SalonPermissions permissions = salon_actor_permissions (salon_session_actor (self->session));
  GtkWidget *label = salon_wrapped_label_new (_("Discount on the whole"), "salon-secondary");

  self->discount_box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  self->discount = SALON_VALUE_ENTRY (salon_money_entry_new (salon_directory_currency (salon_directory_of (self->session))));
  salon_value_entry_set_label (self->discount, _("Discount on the whole"));
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (self->discount)), 7);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (self->discount)), 7);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (self->discount_box), label);
  gtk_box_append (GTK_BOX (self->discount_box), GTK_WIDGET (self->discount));
  gtk_widget_set_visible (self->discount_box, salon_permissions_have (permissions, SALON_PERMISSION_SELL_DISCOUNT));
  g_signal_connect (self->discount, "notify::value", G_CALLBACK (on_discount), self);
  gtk_box_append (box, self->discount_box);
}

static void
build_code (SalonSaleLess *self, GtkBox *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = salon_wrapped_label_new (C_ ("sale", "Promo code"), "salon-secondary");
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->code = GTK_ENTRY (gtk_entry_new ());
  self->code_problem = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-error-text"));
  salon_set_accessible_label (self->code, C_ ("sale", "Promo code"));
  gtk_editable_set_width_chars (GTK_EDITABLE (self->code), 12);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->code), 12);
  gtk_widget_set_hexpand (label, TRUE);
  g_signal_connect (self->code, "activate", G_CALLBACK (on_code), self);
  g_signal_connect (focus, "leave", G_CALLBACK (on_code_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self->code), focus);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->code));
  gtk_box_append (box, row);
  gtk_box_append (box, GTK_WIDGET (self->code_problem));
}

/* Seldom needed: it unfolds, and stays open while there is something in it. */
static void
build (SalonSaleLess *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->less = gtk_toggle_button_new_with_label (_("Discount, promo code …"));
  self->lesser = GTK_REVEALER (gtk_revealer_new ());
  gtk_widget_add_css_class (self->less, "salon-text-link");
  gtk_widget_set_halign (self->less, GTK_ALIGN_START);
  build_discount (self, GTK_BOX (inner));
  build_code (self, GTK_BOX (inner));
  gtk_revealer_set_child (self->lesser, inner);
  g_object_bind_property (self->less, "active", self->lesser, "reveal-child", G_BINDING_SYNC_CREATE);
  gtk_box_append (box, self->less);
  gtk_box_append (box, GTK_WIDGET (self->lesser));
  gtk_widget_set_parent (GTK_WIDGET (box), GTK_WIDGET (self));
}

/**
 * salon_sale_less_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_sale_less_new (SalonSession *session, SalonSaleDraft *draft)
{
  SalonSaleLess *self = g_object_new (SALON_TYPE_SALE_LESS, NULL);

  self->session = g_object_ref (session);
  self->draft = g_object_ref (draft);
  build (self);
  g_signal_connect_object (draft, "quoted", G_CALLBACK (on_quoted), self, 0);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_quoted), self, 0);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * salon_sale_less_mark:
 *
 * Returns: whether @error is about the discount on the whole; it stands at its field then
 */
gboolean
salon_sale_less_mark (SalonSaleLess *self, const GError *error)
{
  if (g_strcmp0 (salon_error_get_field (error), "whole_discount") != 0)
    return FALSE;
  salon_value_entry_set_error (self->discount, error->message);
  return TRUE;
}
