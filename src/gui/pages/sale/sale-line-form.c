/* The fields follow the draft; one that is being typed in keeps what is typed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/sale-line-form.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/money-entry.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/picker.h"
#include "model/rules/permission.h"

struct _SalonSaleLineForm {
  GtkWidget parent_instance;
  SalonSession *session;
  SalonSaleDraft *draft;
  guint index;
  SalonSaleLineKind kind;
  SalonValueEntry *quantity; /* NULL: there is one of it */
  SalonValueEntry *price;
  SalonValueEntry *percent;
  SalonValueEntry *off;
  SalonPicker *employee;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonSaleLineForm, salon_sale_line_form, GTK_TYPE_WIDGET)

static SalonSaleLineRequest *
line_of (SalonSaleLineForm *self)
{
  return salon_sale_draft_get_line (self->draft, self->index);
}

static const SalonQuoteLine *
quoted (SalonSaleLineForm *self)
{
  const SalonSaleQuote *quote = salon_sale_draft_get_quote (self->draft);

  return quote != NULL && self->index < quote->lines->len ? salon_sale_quote_line (quote, self->index) : NULL;
}

static const SalonCurrency *
currency_of (SalonSaleLineForm *self)
{
  return salon_directory_currency (salon_directory_of (self->session));
}

/* Its amount is typed, there is one of it, and nothing is taken off. */
static gboolean
is_owed (const SalonSaleLineRequest *line)
{
  return line->kind >= SALON_SALE_LINE_CERTIFICATE;
}

static gint64
value_or (SalonValueEntry *entry, gint64 none)
{
  gint64 value = salon_value_entry_get_value (entry);

  return value != SALON_VALUE_NONE ? value : none;
}

static void
on_value (SalonValueEntry *entry, GParamSpec *spec, SalonSaleLineForm *self)
{
  SalonSaleLineRequest *line = line_of (self);
  const SalonQuoteLine *quote = quoted (self);

  if (self->filling)
    return;
  if (entry == self->quantity)
    line->quantity = value_or (entry, SALON_QUANTITY_ONE);
  else if (entry == self->price && is_owed (line))
    line->unit_price = value_or (entry, -1);
  else if (entry == self->price)
    line->unit_price = quote != NULL && value_or (entry, quote->today_price) == quote->today_price ? -1 : value_or (entry, -1);
  else if (entry == self->percent)
    line->manual_bp = (int) MIN (value_or (entry, 0), 1000000);
  else
    line->manual_discount = value_or (entry, 0);
  salon_sale_draft_changed (self->draft);
}

static void
on_employee (SalonPicker *picker, GParamSpec *spec, SalonSaleLineForm *self)
{
  if (self->filling)
    return;
  line_of (self)->employee_id = salon_picker_get_selected (picker);
  salon_sale_draft_changed (self->draft);
}

static GtkWidget *
add_field (SalonSaleLineForm *self, GtkWidget *row, const char *name, const char *label, GtkWidget *control)
{
  GtkWidget *field = salon_form_field_new (name, label, control);

  gtk_widget_set_hexpand (field, TRUE);
  gtk_box_append (GTK_BOX (row), field);
  return control;
}

/* Enter goes on with the sale. */
static void
leave (SalonSaleLineForm *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "sale.find", NULL);
}

static SalonValueEntry *
add_entry (SalonSaleLineForm *self, GtkWidget *row, const char *name, const char *label, GtkWidget *entry)
{
  add_field (self, row, name, label, entry);
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), 6);
  g_signal_connect (entry, "notify::value", G_CALLBACK (on_value), self);
  g_signal_connect_swapped (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry)), "activate", G_CALLBACK (leave), self);
  return SALON_VALUE_ENTRY (entry);
}

static void
build_employee (SalonSaleLineForm *self, GtkWidget *box)
{
  GPtrArray *employees = salon_directory_list (salon_directory_of (self->session), SALON_DIRECTORY_EMPLOYEES);

  self->employee = SALON_PICKER (salon_picker_new (_("Who did it or sold it"), C_ ("sale", "nobody")));
  add_field (self, box, "employee_id", C_ ("sale", "Who"), GTK_WIDGET (self->employee));
  if (employees != NULL) {
    g_autoptr (GListModel) items = salon_items_of_employees (employees);

    salon_picker_set_items (self->employee, items);
  }
  g_signal_connect (self->employee, "notify::selected", G_CALLBACK (on_employee), self);
}

static void
build_discount (SalonSaleLineForm *self, GtkWidget *box)
{
  SalonPermissions permissions = salon_actor_permissions (salon_session_actor (self->session));
  gboolean may = salon_permissions_have (permissions, SALON_PERMISSION_SELL_DISCOUNT);

  self->percent = add_entry (self, box, "manual_bp", C_ ("sale", "Discount, %"), salon_number_entry_new (NULL, 2));
  self->off = add_entry (self, box, "manual_discount", C_ ("sale", "Discount"), salon_money_entry_new (currency_of (self)));
  gtk_widget_set_sensitive (GTK_WIDGET (self->price), may);
  gtk_widget_set_sensitive (GTK_WIDGET (self->percent), may);
  gtk_widget_set_sensitive (GTK_WIDGET (self->off), may);
}

static void
build (SalonSaleLineForm *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  const SalonSaleLineRequest *line = line_of (self);

  self->kind = line->kind;
  gtk_widget_add_css_class (box, "salon-sale-more");
  if (line->kind <= SALON_SALE_LINE_ITEM)
    self->quantity = add_entry (self, box, "quantity", C_ ("sale", "Quantity"), salon_number_entry_new (NULL, 3));
  self->price = add_entry (self, box, "unit_price", is_owed (line) ? C_ ("sale", "How much") : C_ ("sale", "Price"),
                           salon_money_entry_new (currency_of (self)));
  if (!is_owed (line))
    build_discount (self, box);
  if (line->kind != SALON_SALE_LINE_TIP)
    build_employee (self, box);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
salon_sale_line_form_dispose (GObject *object)
{
  SalonSaleLineForm *self = SALON_SALE_LINE_FORM (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_line_form_parent_class)->dispose (object);
}

static gboolean
salon_sale_line_form_grab_focus (GtkWidget *widget)
{
  SalonSaleLineForm *self = SALON_SALE_LINE_FORM (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->quantity != NULL ? self->quantity : self->price));
}

static void
salon_sale_line_form_class_init (SalonSaleLineFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_sale_line_form_dispose;
  widget_class->focus = salon_focus;
  widget_class->grab_focus = salon_sale_line_form_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sale_line_form_init (SalonSaleLineForm *self)
{
}

/**
 * salon_sale_line_form_new:
 * @index: of the line; it stays for as long as no line is removed
 *
 * Returns: (transfer floating): what can be changed of a line of that kind
 */
GtkWidget *
salon_sale_line_form_new (SalonSession *session, SalonSaleDraft *draft, guint index)
{
  SalonSaleLineForm *self = g_object_new (SALON_TYPE_SALE_LINE_FORM, NULL);

  self->session = g_object_ref (session);
  self->draft = g_object_ref (draft);
  self->index = index;
  build (self);
  return GTK_WIDGET (self);
}

/**
 * salon_sale_line_form_fits:
 *
 * Returns: whether the line is still of the kind that the form was made for
 */
gboolean
salon_sale_line_form_fits (SalonSaleLineForm *self)
{
  return self->kind == line_of (self)->kind;
}

static void
set_value (SalonValueEntry *entry, gint64 value)
{
  if (entry != NULL && !salon_has_focus (GTK_WIDGET (entry)) && salon_value_entry_get_value (entry) != value)
    salon_value_entry_set_value (entry, value);
}

/**
 * salon_sale_line_form_fill: as the draft is now
 */
void
salon_sale_line_form_fill (SalonSaleLineForm *self)
{
  const SalonSaleLineRequest *line = line_of (self);
  const SalonQuoteLine *quote = quoted (self);

  self->filling = TRUE;
  set_value (self->quantity, line->quantity);
  if (is_owed (line))
    set_value (self->price, line->unit_price >= 0 ? line->unit_price : SALON_VALUE_NONE);
  else if (quote != NULL)
    set_value (self->price, quote->line->unit_price);
  set_value (self->percent, line->manual_bp > 0 ? line->manual_bp : SALON_VALUE_NONE);
  set_value (self->off, line->manual_discount > 0 ? line->manual_discount : SALON_VALUE_NONE);
  if (self->employee != NULL)
    salon_picker_set_selected (self->employee, line->employee_id);
  self->filling = FALSE;
}
