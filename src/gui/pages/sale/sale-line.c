/* The amounts are those of the last quote. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/sale-line-form.h"
#include "gui/pages/sale/sale-line.h"
#include "gui/parts/catalogue-items.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/picker-item.h"

#define MOST_OFFERS 3

struct _SalonSaleLineRow {
  GtkListBoxRow parent_instance;
  SalonSession *session;
  SalonSaleDraft *draft;
  guint index;
  GtkLabel *text;
  GtkLabel *who;
  GtkLabel *why;
  GtkLabel *problem;
  GtkLabel *count;
  GtkLabel *list; /* before discount, when there is one */
  GtkLabel *amount;
  GtkWidget *less;
  GtkWidget *counter;
  GtkBox *tickets; /* offers, or the one that pays */
  GtkMenuButton *reason;
  GtkLabel *reason_text;
  GtkWidget *form; /* below; NULL until it is unfolded */
  GtkBox *place;
};

G_DEFINE_FINAL_TYPE (SalonSaleLineRow, salon_sale_line_row, GTK_TYPE_LIST_BOX_ROW)

static SalonSaleLineRequest *
line_of (SalonSaleLineRow *self)
{
  return salon_sale_draft_get_line (self->draft, self->index);
}

static const SalonQuoteLine *
quoted (SalonSaleLineRow *self)
{
  const SalonSaleQuote *quote = salon_sale_draft_get_quote (self->draft);

  return quote != NULL && self->index < quote->lines->len ? salon_sale_quote_line (quote, self->index) : NULL;
}

static const SalonCurrency *
currency_of (SalonSaleLineRow *self)
{
  return salon_directory_currency (salon_directory_of (self->session));
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

/* Its amount is typed, there is one of it, and nothing is taken off. */
static gboolean
is_owed (const SalonSaleLineRequest *line)
{
  return line->kind >= SALON_SALE_LINE_CERTIFICATE;
}

static gboolean
is_counted (const SalonSaleLineRequest *line)
{
  return line->kind <= SALON_SALE_LINE_ITEM;
}

/* ---- showing */

static char *
employee_name (SalonSaleLineRow *self, gint64 id)
{
  g_autoptr (GListModel) items = NULL;
  GPtrArray *employees = salon_directory_list (salon_directory_of (self->session), SALON_DIRECTORY_EMPLOYEES);
  SalonPickerItem *item = NULL;

  if (id == 0 || employees == NULL)
    return NULL;
  items = salon_items_of_employees (employees);
  item = salon_picker_items_find (items, id);
  return item != NULL ? g_strdup (item->text) : NULL;
}

static char *
why_text (SalonSaleLineRow *self, const SalonSaleLine *line)
{
  g_autofree char *off = NULL;

  if (line->discount == 0)
    return NULL;
  off = salon_money_format (-line->discount, currency_of (self));
  return line->discount_text != NULL ? g_strdup_printf ("%s · %s", off, line->discount_text) : g_strdup (off);
}

static void
show_amounts (SalonSaleLineRow *self, const SalonSaleLine *line)
{
  g_autofree char *amount = salon_money_format (line->amount, currency_of (self));
  g_autofree char *list = line->discount != 0 ? salon_money_format (line->list_amount, currency_of (self)) : NULL;
  g_autofree char *why = why_text (self, line);
  g_autofree char *spoken = g_strdup_printf ("%s, %s", line->text, amount);

  gtk_label_set_text (self->text, line->text);
  gtk_label_set_text (self->amount, amount);
  set_text (self->list, list);
  set_text (self->why, why);
  salon_set_accessible_label (self, spoken);
}

/* Another sale has something else in its place. */
static void
fill_form (SalonSaleLineRow *self)
{
  if (self->form != NULL && !salon_sale_line_form_fits (SALON_SALE_LINE_FORM (self->form))) {
    gtk_box_remove (self->place, self->form);
    self->form = NULL;
  }
  if (self->form != NULL)
    salon_sale_line_form_fill (SALON_SALE_LINE_FORM (self->form));
}

/* ---- season tickets */

static void
on_ticket (GtkButton *button, SalonSaleLineRow *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "ticket");

  line_of (self)->ticket_id = id != NULL ? *id : 0;
  salon_sale_draft_changed (self->draft);
}

static void
add_ticket (SalonSaleLineRow *self, const char *text, gint64 id)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = salon_wrapped_label_new (text, NULL);

  if (id != 0)
    g_object_set_data_full (G_OBJECT (button), "ticket", g_memdup2 (&id, sizeof id), g_free);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, text);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_widget_add_css_class (button, "salon-sale-ticket");
  salon_set_accessible_label (button, text);
  g_signal_connect (button, "clicked", G_CALLBACK (on_ticket), self);
  gtk_box_append (self->tickets, button);
}

static const SalonQuotePayment *
payment_of (const SalonSaleQuote *quote, gint64 ticket_id)
{
  for (guint i = 0; i < quote->payments->len; i++) {
    const SalonQuotePayment *payment = quote->payments->pdata[i];

    if (payment->method == SALON_PAY_TICKET && payment->subject_id == ticket_id)
      return payment;
  }
  return NULL;
}

/* The one that pays can be put away; those that could pay are offered, the one to use first at the head. */
static void
show_tickets (SalonSaleLineRow *self)
{
  const SalonSaleLineRequest *line = line_of (self);
  const SalonSaleQuote *quote = salon_sale_draft_get_quote (self->draft);
  const SalonQuotePayment *payment = quote != NULL && line->ticket_id != 0 ? payment_of (quote, line->ticket_id) : NULL;
  const SalonTicketOffer *offer = NULL;
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->tickets))) != NULL)
    gtk_box_remove (self->tickets, child);
  if (line->ticket_id != 0) {
    g_autofree char *put_away = payment != NULL && payment->text != NULL
                                    ? g_strdup_printf (_("Not by season ticket: %s"), payment->text)
                                    : g_strdup (_("Not by season ticket"));

    add_ticket (self, put_away, 0);
  }
  for (guint i = 0; line->ticket_id == 0 && i < MOST_OFFERS
                    && (offer = salon_sale_draft_find_offer (self->draft, self->index, i)) != NULL; i++) {
    /* Translators: "Five manicures: 3 visits left until 24 Dec" */
    g_autofree char *text = g_strdup_printf (_("By season ticket: %s"), offer->text);

    add_ticket (self, text, offer->ticket_id);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->tickets), gtk_widget_get_first_child (GTK_WIDGET (self->tickets)) != NULL);
}

static void
show_reason (SalonSaleLineRow *self, const SalonQuoteLine *quote)
{
  gtk_widget_set_visible (GTK_WIDGET (self->reason), quote->why != NULL);
  gtk_label_set_text (self->reason_text, quote->why != NULL ? quote->why : "");
}

/* Nobody had the time to say how much. */
static gboolean
is_untouched (SalonSaleLineRow *self)
{
  const SalonSaleLineRequest *line = line_of (self);

  return is_owed (line) && line->unit_price < 0;
}

/**
 * salon_sale_line_row_show: as the draft is now
 */
void
salon_sale_line_row_show (SalonSaleLineRow *self)
{
  const SalonSaleLineRequest *line = line_of (self);
  const SalonQuoteLine *quote = quoted (self);
  g_autofree char *count = salon_decimal_format (line->quantity, 3, 0);
  g_autofree char *who = employee_name (self, line->employee_id);
  g_autofree char *field = g_strdup_printf ("lines.%u.", self->index);

  gtk_label_set_text (self->count, count);
  gtk_widget_set_sensitive (self->less, line->quantity > SALON_QUANTITY_ONE);
  set_text (self->who, who);
  if (quote != NULL && quote->line->kind == line->kind) {
    show_amounts (self, quote->line);
    show_reason (self, quote);
  }
  gtk_widget_set_visible (self->counter, is_counted (line));
  set_text (self->problem, is_untouched (self) ? NULL : salon_sale_draft_find_problem (self->draft, field));
  show_tickets (self);
  fill_form (self);
}

/* ---- changing */

static void
change_quantity (SalonSaleLineRow *self, gint64 by)
{
  SalonSaleLineRequest *line = line_of (self);

  if (line->quantity + by < 1 || line->quantity > G_MAXINT32)
    return;
  line->quantity += by;
  salon_sale_draft_changed (self->draft);
}

static void
action_change (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSaleLineRow *self = SALON_SALE_LINE_ROW (widget);

  if (g_str_equal (name, "line.more"))
    change_quantity (self, SALON_QUANTITY_ONE);
  else if (g_str_equal (name, "line.less"))
    change_quantity (self, -SALON_QUANTITY_ONE);
  else if (g_str_equal (name, "line.remove"))
    salon_sale_draft_remove (self->draft, self->index);
  else
    salon_sale_line_row_unfold (self);
}

/**
 * salon_sale_line_row_unfold: shows or hides what can be changed of it
 */
void
salon_sale_line_row_unfold (SalonSaleLineRow *self)
{
  gboolean open = self->form == NULL || !gtk_widget_get_visible (self->form);

  if (self->form == NULL) {
    self->form = salon_sale_line_form_new (self->session, self->draft, self->index);
    gtk_box_append (self->place, self->form);
  }
  fill_form (self);
  gtk_widget_set_visible (self->form, open);
  if (open)
    gtk_widget_grab_focus (self->form);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * salon_sale_line_row_ask:
 *
 * Returns: whether it waits for its amount, which can be typed at once
 */
gboolean
salon_sale_line_row_ask (SalonSaleLineRow *self)
{
  if (!is_untouched (self))
    return FALSE;
  if (self->form == NULL || !gtk_widget_get_visible (self->form))
    salon_sale_line_row_unfold (self);
  else
    gtk_widget_grab_focus (self->form);
  return TRUE;
}

/**
 * salon_sale_line_row_mark:
 *
 * Returns: whether @error is about this line; it stands at its field then
 */
gboolean
salon_sale_line_row_mark (SalonSaleLineRow *self, const GError *error)
{
  g_autofree char *field = g_strdup_printf ("lines.%u.", self->index);
  const char *of = salon_error_get_field (error);

  if (of == NULL || !g_str_has_prefix (of, field))
    return FALSE;
  set_text (self->problem, error->message);
  return TRUE;
}

/* ---- building */

static void
salon_sale_line_row_dispose (GObject *object)
{
  SalonSaleLineRow *self = SALON_SALE_LINE_ROW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_line_row_parent_class)->dispose (object);
}

static void
add_key (GtkWidgetClass *widget_class, guint key, const char *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, 0, action, NULL);
}

static void
salon_sale_line_row_class_init (SalonSaleLineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_sale_line_row_dispose;
  gtk_widget_class_install_action (widget_class, "line.more", NULL, action_change);
  gtk_widget_class_install_action (widget_class, "line.less", NULL, action_change);
  gtk_widget_class_install_action (widget_class, "line.remove", NULL, action_change);
  gtk_widget_class_install_action (widget_class, "line.change", NULL, action_change);
  add_key (widget_class, GDK_KEY_plus, "line.more");
  add_key (widget_class, GDK_KEY_KP_Add, "line.more");
  add_key (widget_class, GDK_KEY_minus, "line.less");
  add_key (widget_class, GDK_KEY_KP_Subtract, "line.less");
  add_key (widget_class, GDK_KEY_Delete, "line.remove");
}

static GtkWidget *
button_new (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = salon_icon_button_new (icon, label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkLabel *
add_label (GtkWidget *box, const char *css_class, gboolean number)
{
  GtkWidget *label = salon_label_new (NULL, css_class);

  if (number) {
    gtk_widget_add_css_class (label, "salon-num");
    gtk_label_set_xalign (GTK_LABEL (label), 1);
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  }
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static GtkWidget *
build_reason (SalonSaleLineRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *button = gtk_menu_button_new ();

  self->reason = GTK_MENU_BUTTON (button);
  self->reason_text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  gtk_label_set_max_width_chars (self->reason_text, 40);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->reason_text));
  gtk_menu_button_set_icon_name (self->reason, "salon-info-symbolic");
  gtk_menu_button_set_popover (self->reason, popover);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, C_ ("sale", "Why this price"));
  salon_set_accessible_label (button, C_ ("sale", "Why this price"));
  gtk_widget_set_visible (button, FALSE);
  return button;
}

static GtkWidget *
build_count (SalonSaleLineRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (box, "salon-sale-count");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  self->less = gtk_button_new_with_label ("−");
  gtk_widget_add_css_class (self->less, "flat");
  salon_set_accessible_label (self->less, C_ ("sale", "One less"));
  gtk_widget_set_tooltip_text (self->less, C_ ("sale", "One less (−)"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->less), "line.less");
  gtk_box_append (GTK_BOX (box), self->less);
  self->count = add_label (box, NULL, TRUE);
  gtk_label_set_xalign (self->count, 0.5f);
  gtk_label_set_width_chars (self->count, 3);
  gtk_box_append (GTK_BOX (box), button_new ("salon-plus-symbolic", C_ ("sale", "One more (+)"), "line.more"));
  return box;
}

static void
salon_sale_line_row_init (SalonSaleLineRow *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sums = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->place = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (names, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (sums, GTK_ALIGN_CENTER);
  self->text = add_label (names, "salon-heading", FALSE);
  self->who = add_label (names, "salon-secondary", FALSE);
  self->why = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-sale-why"));
  gtk_box_append (GTK_BOX (names), GTK_WIDGET (self->why));
  self->problem = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-error-text"));
  gtk_box_append (GTK_BOX (names), GTK_WIDGET (self->problem));
  self->tickets = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_set_visible (GTK_WIDGET (self->tickets), FALSE);
  self->amount = add_label (sums, "salon-heading", TRUE);
  self->list = add_label (sums, "salon-sale-was", TRUE);
  gtk_widget_set_size_request (sums, 96, -1);
  gtk_box_append (GTK_BOX (line), names);
  self->counter = build_count (self);
  gtk_box_append (GTK_BOX (line), self->counter);
  gtk_box_append (GTK_BOX (line), sums);
  gtk_box_append (GTK_BOX (line), build_reason (self));
  gtk_box_append (GTK_BOX (line), button_new ("salon-pencil-symbolic", C_ ("sale", "Change (Enter)"), "line.change"));
  gtk_box_append (GTK_BOX (line), button_new ("salon-trash-symbolic", C_ ("sale", "Take out (Delete)"), "line.remove"));
  gtk_box_append (self->place, line);
  gtk_box_append (self->place, GTK_WIDGET (self->tickets));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->place));
}

/**
 * salon_sale_line_row_new:
 * @index: of the line; it stays for as long as no line is removed
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_sale_line_row_new (SalonSession *session, SalonSaleDraft *draft, guint index)
{
  SalonSaleLineRow *self = g_object_new (SALON_TYPE_SALE_LINE_ROW, NULL);

  self->session = g_object_ref (session);
  self->draft = g_object_ref (draft);
  self->index = index;
  salon_sale_line_row_show (self);
  return GTK_WIDGET (self);
}
