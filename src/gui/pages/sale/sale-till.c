/* A button for each way to pay; each way that was chosen has a field with what it pays.  An empty field pays the rest. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/sale/pay-info.h"
#include "gui/pages/sale/sale-code.h"
#include "gui/pages/sale/sale-less.h"
#include "gui/pages/sale/sale-ready.h"
#include "gui/pages/sale/sale-sums.h"
#include "gui/pages/sale/sale-till.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/money-entry.h"

#define KEY                 "salon-pay-key"
#define MOST_TEXT_WITH_KEYS 125 /* percent */

/* A payment that is shown. */
typedef struct {
  SalonPayMethod method;
  GtkWidget *row;
  SalonValueEntry *entry;
  GtkLabel *text; /* what it pays with */
} Shown;

struct _SalonSaleTill {
  GtkWidget parent_instance;
  SalonSession *session;
  SalonSaleDraft *draft;
  SalonSaleSums *sums;
  SalonSaleLess *less;
  SalonSaleCode *by_number;
  GtkWidget *methods;
  GtkWidget *buttons[SALON_N_PAY_INFOS];
  GtkBox *pays;
  GArray *shown; /* Shown */
  GtkLabel *left;
  GtkLabel *problem;
  GtkWidget *complete;
  GtkWidget *end; /* stands below, whatever is scrolled */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonSaleTill, salon_sale_till, GTK_TYPE_WIDGET)

static const SalonPayInfo *
info_at (guint index)
{
  guint n = 0;

  return &salon_pay_infos (&n)[index];
}

static char *
money (SalonSaleTill *self, SalonMoney amount)
{
  return salon_money_format (amount, salon_directory_currency (salon_directory_of (self->session)));
}

/* ---- payments */

static guint
index_of_row (SalonSaleTill *self, GtkWidget *inside)
{
  for (guint i = 0; i < self->shown->len; i++) {
    Shown *shown = &g_array_index (self->shown, Shown, i);

    if (inside == shown->row || gtk_widget_is_ancestor (inside, shown->row))
      return i;
  }
  return G_MAXUINT;
}

static void
on_amount (SalonValueEntry *entry, GParamSpec *spec, SalonSaleTill *self)
{
  guint index = index_of_row (self, GTK_WIDGET (entry));
  gint64 value = salon_value_entry_get_value (entry);

  if (!self->filling && index != G_MAXUINT)
    salon_sale_draft_set_pay (self->draft, index, value == SALON_VALUE_NONE ? -1 : value);
}

static void
on_unpay (GtkButton *button, SalonSaleTill *self)
{
  guint index = index_of_row (self, GTK_WIDGET (button));

  gtk_widget_grab_focus (self->complete);
  if (index != G_MAXUINT)
    salon_sale_draft_unpay (self->draft, index);
}

/* What cannot be read as an amount pays nothing. */
static void
on_enter (GtkEntry *entry, SalonSaleTill *self)
{
  for (guint i = 0; i < self->shown->len; i++) {
    SalonValueEntry *amount = g_array_index (self->shown, Shown, i).entry;
    gint64 value = 0;

    if (!salon_value_entry_read (amount, &value, NULL))
      return;
  }
  salon_sale_draft_complete (self->draft);
}

static void
add_row (SalonSaleTill *self, const SalonSalePay *pay)
{
  const char *name = salon_pay_label (pay->method);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = salon_label_new (name, "salon-heading");
  GtkWidget *text = salon_wrapped_label_new (NULL, "salon-secondary");
  GtkWidget *entry = salon_money_entry_new (salon_directory_currency (salon_directory_of (self->session)));
  GtkWidget *remove = salon_icon_button_new ("salon-close-symbolic", C_ ("sale", "Not in this way"));
  Shown shown = { pay->method, box, SALON_VALUE_ENTRY (entry), GTK_LABEL (text) };

  gtk_widget_set_hexpand (label, TRUE);
  salon_value_entry_set_label (shown.entry, name);
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (shown.entry)), 10);
  g_signal_connect (entry, "notify::value", G_CALLBACK (on_amount), self);
  g_signal_connect (salon_value_entry_get_entry (shown.entry), "activate", G_CALLBACK (on_enter), self);
  g_signal_connect (remove, "clicked", G_CALLBACK (on_unpay), self);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), remove);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (self->pays, box);
  g_array_append_val (self->shown, shown);
}

/* Which certificate, and what is left of it. */
static void
show_text (SalonSaleTill *self, guint index)
{
  GtkLabel *label = g_array_index (self->shown, Shown, index).text;
  const SalonQuotePayment *quoted = salon_sale_draft_quoted_pay (self->draft, index);

  if (quoted != NULL)
    gtk_label_set_text (label, quoted->text != NULL ? quoted->text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), *gtk_label_get_text (label) != '\0');
}

static gboolean
rows_fit (SalonSaleTill *self)
{
  if (self->shown->len != salon_sale_draft_n_pays (self->draft))
    return FALSE;
  for (guint i = 0; i < self->shown->len; i++)
    if (g_array_index (self->shown, Shown, i).method != salon_sale_draft_get_pay (self->draft, i)->method)
      return FALSE;
  return TRUE;
}

static void
build_rows (SalonSaleTill *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pays))) != NULL)
    gtk_box_remove (self->pays, child);
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < salon_sale_draft_n_pays (self->draft); i++)
    add_row (self, salon_sale_draft_get_pay (self->draft, i));
}

/* An empty field says what it pays in grey; above it stands what was typed. */
static void
show_pays (SalonSaleTill *self)
{
  const SalonCurrency *currency = salon_directory_currency (salon_directory_of (self->session));

  self->filling = TRUE;
  if (!rows_fit (self))
    build_rows (self);
  for (guint i = 0; i < self->shown->len; i++) {
    Shown *shown = &g_array_index (self->shown, Shown, i);
    const SalonSalePay *pay = salon_sale_draft_get_pay (self->draft, i);
    g_autofree char *due = salon_money_format_typed (salon_sale_draft_get_due (self->draft, i), currency);
    g_autofree char *field = g_strdup_printf ("payments.%u", i);

    gtk_entry_set_placeholder_text (salon_value_entry_get_entry (shown->entry), due);
    if (!salon_has_focus (GTK_WIDGET (shown->entry)) && salon_value_entry_get_value (shown->entry) != (pay->amount < 0 ? SALON_VALUE_NONE : pay->amount))
      salon_value_entry_set_value (shown->entry, pay->amount < 0 ? SALON_VALUE_NONE : pay->amount);
    salon_value_entry_set_error (shown->entry, salon_sale_draft_find_problem (self->draft, field));
    show_text (self, i);
  }
  self->filling = FALSE;
}

/* ---- what is left */

static void
show_left (SalonSaleTill *self, const SalonSaleQuote *quote)
{
  g_autofree char *left = money (self, quote->settlement.left);
  g_autofree char *change = money (self, quote->settlement.change);
  g_autofree char *text = NULL;

  if (salon_sale_draft_is_empty (self->draft))
    text = NULL;
  else if (quote->settlement.left > 0)
    text = g_strdup_printf (_("Left to pay: %s"), left);
  else if (quote->settlement.change > 0)
    text = g_strdup_printf (_("Change: %s"), change);
  gtk_label_set_text (self->left, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->left), text != NULL);
  salon_set_css_class (GTK_WIDGET (self->left), "change", quote->settlement.left <= 0);
}

static void
set_problem (SalonSaleTill *self, const char *text)
{
  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), text != NULL);
}

/* What has no field of its own on the page stands above the button. */
static const char *
other_problem (SalonSaleTill *self)
{
  const char *const fields[] = { "client_id", "payer_id", "visit_id", "drawer_id", "expected_total", "payments", NULL };
  const char *text = NULL;

  for (guint i = 0; fields[i] != NULL && text == NULL; i++)
    if (!g_str_equal (fields[i], "payments") || salon_sale_draft_n_pays (self->draft) == 0)
      text = salon_sale_draft_find_problem (self->draft, fields[i]);
  return text;
}

/* ---- which ways there are */

static void
show_methods (SalonSaleTill *self)
{
  for (guint i = 0; i < SALON_N_PAY_INFOS; i++) {
    const char *reason = salon_pay_reason_against (self->draft, info_at (i)->method);

    gtk_widget_set_sensitive (self->buttons[i], reason == NULL);
    gtk_widget_set_tooltip_text (self->buttons[i], reason != NULL ? reason : g_object_get_data (G_OBJECT (self->buttons[i]), KEY));
  }
}

static void
show (SalonSaleTill *self)
{
  gboolean empty = salon_sale_draft_is_empty (self->draft);
  const SalonSaleQuote *quote = empty ? NULL : salon_sale_draft_get_quote (self->draft);

  show_methods (self);
  gtk_widget_set_sensitive (self->complete, !empty);
  salon_sale_sums_show (self->sums, quote);
  if (quote != NULL)
    show_left (self, quote);
  else
    gtk_widget_set_visible (GTK_WIDGET (self->left), FALSE);
  show_pays (self);
  set_problem (self, empty ? NULL : other_problem (self));
}

static void
on_quoted (SalonSaleDraft *draft, SalonSaleTill *self)
{
  show (self);
}

/* ---- actions */

static void
on_method (GtkButton *button, SalonSaleTill *self)
{
  for (guint i = 0; i < SALON_N_PAY_INFOS; i++)
    if (GTK_WIDGET (button) == self->buttons[i])
      salon_sale_till_pay (self, info_at (i)->method);
}

static void
on_complete (GtkButton *button, SalonSaleTill *self)
{
  salon_sale_draft_complete (self->draft);
}

/* ---- building */

static void
salon_sale_till_dispose (GObject *object)
{
  SalonSaleTill *self = SALON_SALE_TILL (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->end);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_till_parent_class)->dispose (object);
}

static void
salon_sale_till_finalize (GObject *object)
{
  g_array_unref (SALON_SALE_TILL (object)->shown);
  G_OBJECT_CLASS (salon_sale_till_parent_class)->finalize (object);
}

static void
salon_sale_till_class_init (SalonSaleTillClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_sale_till_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_sale_till_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sale_till_init (SalonSaleTill *self)
{
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
}

static GtkWidget *
method_button_new (SalonSaleTill *self, const SalonPayInfo *info)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *name = g_dpgettext2 (GETTEXT_PACKAGE, "pay", info->label);
  GtkWidget *label = salon_wrapped_label_new (name, NULL);
  guint key = 0;
  GdkModifierType state = 0;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (gtk_accelerator_parse (info->key, &key, &state)) {
    g_autofree char *caps = gtk_accelerator_get_label (key, state);
    GtkWidget *hint = salon_label_new (caps, "salon-key-hint");

    /* two columns of larger letters have room for the names only */
    gtk_widget_set_visible (hint, salon_scale_to_text (GTK_WIDGET (self), 100) < MOST_TEXT_WITH_KEYS);
    gtk_box_append (GTK_BOX (box), hint);
    g_object_set_data_full (G_OBJECT (button), KEY, g_steal_pointer (&caps), g_free);
  }
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "salon-outlined");
  salon_set_accessible_label (button, name);
  g_signal_connect (button, "clicked", G_CALLBACK (on_method), self);
  return button;
}

/* Two columns of one width: each way stands at its place, whatever the language. */
static void
build_methods (SalonSaleTill *self)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_homogeneous (grid, TRUE);
  gtk_grid_set_column_spacing (grid, 6);
  gtk_grid_set_row_spacing (grid, 6);
  for (int i = 0; i < (int) SALON_N_PAY_INFOS; i++) {
    self->buttons[i] = method_button_new (self, info_at ((guint) i));
    gtk_grid_attach (grid, self->buttons[i], i % 2, i / 2, 1, 1);
  }
  self->methods = GTK_WIDGET (grid);
}

static void
build_end (SalonSaleTill *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  self->end = GTK_WIDGET (g_object_ref_sink (box));
  self->left = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-sale-left"));
  self->problem = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-error-text"));
  self->complete = gtk_button_new_with_label (C_ ("sale", "Complete"));
  gtk_widget_add_css_class (self->complete, "suggested-action");
  gtk_widget_add_css_class (self->complete, "salon-sale-complete");
  gtk_widget_set_tooltip_text (self->complete, C_ ("sale", "Enter in the empty field does the same"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  g_signal_connect (self->complete, "clicked", G_CALLBACK (on_complete), self);
  gtk_box_append (box, GTK_WIDGET (self->by_number));
  gtk_box_append (box, salon_sale_ready_new (self->session, self->draft));
  gtk_box_append (box, GTK_WIDGET (self->pays));
  gtk_box_append (box, GTK_WIDGET (self->left));
  gtk_box_append (box, GTK_WIDGET (self->problem));
  gtk_box_append (box, self->complete);
}

/**
 * salon_sale_till_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_sale_till_new (SalonSession *session, SalonSaleDraft *draft)
{
  SalonSaleTill *self = g_object_new (SALON_TYPE_SALE_TILL, NULL);
  GtkWidget *card = salon_card_new (C_ ("sale", "Payment"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->session = g_object_ref (session);
  self->draft = g_object_ref (draft);
  self->sums = SALON_SALE_SUMS (salon_sale_sums_new (session));
  self->less = SALON_SALE_LESS (salon_sale_less_new (session, draft));
  build_methods (self);
  self->pays = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->by_number = SALON_SALE_CODE (salon_sale_code_new (session, draft));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sums));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->less));
  gtk_box_append (GTK_BOX (box), self->methods);
  build_end (self);
  salon_card_set_child (SALON_CARD (card), box);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_signal_connect_object (draft, "quoted", G_CALLBACK (on_quoted), self, 0);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_quoted), self, 0);
  show (self);
  return GTK_WIDGET (self);
}

static void
pay_by (SalonSaleTill *self, SalonPayMethod method)
{
  int index = salon_sale_draft_pay (self->draft, method);

  if (index >= 0 && (guint) index < self->shown->len)
    gtk_widget_grab_focus (GTK_WIDGET (g_array_index (self->shown, Shown, (guint) index).entry));
}

/**
 * salon_sale_till_pay: chooses a way to pay what is left; its amount, or which certificate it is, can be typed at once
 */
void
salon_sale_till_pay (SalonSaleTill *self, SalonPayMethod method)
{
  const char *reason = salon_pay_reason_against (self->draft, method);

  if (reason != NULL)
    set_problem (self, reason);
  else if (method == SALON_PAY_CERTIFICATE)
    salon_sale_code_ask (self->by_number);
  else if (method == SALON_PAY_TICKET)
    salon_sale_draft_use_tickets (self->draft);
  else
    pay_by (self, method);
}

/**
 * salon_sale_till_take_number:
 * @text: the number of a certificate or season ticket perhaps: it pays then
 */
void
salon_sale_till_take_number (SalonSaleTill *self, const char *text)
{
  salon_sale_code_try (self->by_number, text);
}

/**
 * salon_sale_till_mark: why it was not completed, at the payment that it is about or above the button
 */
void
salon_sale_till_mark (SalonSaleTill *self, const GError *error)
{
  const char *field = salon_error_get_field (error);

  for (guint i = 0; field != NULL && i < self->shown->len; i++) {
    g_autofree char *name = g_strdup_printf ("payments.%u", i);

    if (g_str_has_prefix (field, name)) {
      salon_value_entry_set_error (g_array_index (self->shown, Shown, i).entry, error->message);
      return;
    }
  }
  if (!salon_sale_less_mark (self->less, error))
    set_problem (self, error->message);
}

/**
 * salon_sale_till_get_end:
 *
 * Returns: (transfer none): what is left to pay and the button that completes, to stand where it is always seen
 */
GtkWidget *
salon_sale_till_get_end (SalonSaleTill *self)
{
  return self->end;
}
