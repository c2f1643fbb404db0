/* A button for each way to pay; each way that was chosen has a field with what it pays.  An empty field pays the rest. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/sale/sale-code.h"
#include "gui/pages/sale/sale-till.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/money-entry.h"
#include "model/rules/permission.h"

static const SalonPayInfo infos[] = {
  { SALON_PAY_CASH, NC_ ("pay", "Cash"), "<Alt>1" },
  { SALON_PAY_CARD, NC_ ("pay", "Card"), "<Alt>2" },
  { SALON_PAY_ACCOUNT, NC_ ("pay", "Account"), "<Alt>3" },
  { SALON_PAY_BONUS, NC_ ("pay", "Bonus"), "<Alt>4" },
  { SALON_PAY_TICKET, NC_ ("pay", "Season ticket"), "<Alt>5" },
  { SALON_PAY_CERTIFICATE, NC_ ("pay", "Certificate"), "<Alt>6" },
  { SALON_PAY_TRANSFER, NC_ ("pay", "Transfer"), "<Alt>7" },
};

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
  GtkBox *sums; /* list, discount, tax */
  GtkLabel *total;
  GtkWidget *discount_box;
  SalonValueEntry *discount;
  GtkEntry *code;
  GtkLabel *code_problem;
  GtkWidget *less; /* shows what follows */
  GtkRevealer *lesser;
  SalonSaleCode *by_number;
  GtkWidget *methods;
  GtkWidget *buttons[G_N_ELEMENTS (infos)];
  GtkBox *pays;
  GArray *shown; /* Shown */
  GtkLabel *left;
  GtkLabel *problem;
  GtkWidget *complete;
  GtkWidget *end; /* stands below, whatever is scrolled */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SalonSaleTill, salon_sale_till, GTK_TYPE_WIDGET)

/**
 * salon_pay_infos:
 * @n: (out): how many there are
 *
 * Returns: (transfer none) (array length=n): the ways to pay, in the order of buttons
 */
const SalonPayInfo *
salon_pay_infos (guint *n)
{
  *n = G_N_ELEMENTS (infos);
  return infos;
}

/**
 * salon_pay_label:
 *
 * Returns: (transfer none): a way to pay, translated
 */
const char *
salon_pay_label (SalonPayMethod method)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (infos[i].method == method)
      return g_dpgettext2 (GETTEXT_PACKAGE, "pay", infos[i].label);
  g_return_val_if_reached ("");
}

static char *
money (SalonSaleTill *self, SalonMoney amount)
{
  return salon_money_format (amount, salon_directory_currency (salon_directory_of (self->session)));
}

/* ---- what it comes to */

static void
add_sum (SalonSaleTill *self, const char *name, SalonMoney amount, const char *css_class)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = salon_wrapped_label_new (name, css_class);
  g_autofree char *text = money (self, amount);
  GtkWidget *value = gtk_label_new (text);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (value, "salon-num");
  gtk_widget_add_css_class (value, css_class);
  gtk_widget_set_valign (value, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), value);
  gtk_box_append (self->sums, row);
}

/* The reasons of the lines, each once. */
static char *
discount_text (const SalonSaleQuote *quote)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < quote->lines->len; i++) {
    const char *text = salon_sale_quote_line (quote, i)->line->discount_text;

    if (text != NULL && !g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
      g_ptr_array_add (texts, (gpointer) text);
  }
  if (texts->len == 0)
    return g_strdup (C_ ("sale", "Discount"));
  g_ptr_array_add (texts, NULL);
  {
    g_autofree char *joined = g_strjoinv (", ", (char **) texts->pdata);

    /* Translators: why it costs less */
    return g_strdup_printf (_("Discount: %s"), joined);
  }
}

static void
show_sums (SalonSaleTill *self, const SalonSaleQuote *quote)
{
  GtkWidget *child = NULL;
  g_autofree char *total = money (self, quote->totals.total - quote->by_ticket + quote->settlement.rounding);

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sums))) != NULL)
    gtk_box_remove (self->sums, child);
  if (quote->totals.discount != 0) {
    g_autofree char *why = discount_text (quote);

    add_sum (self, C_ ("sale", "Without discount"), quote->totals.list, "salon-secondary");
    add_sum (self, why, -quote->totals.discount, "salon-sale-why");
  }
  for (guint i = 0; i < quote->rates->len; i++) {
    const SalonTaxRate *rate = &g_array_index (quote->rates, SalonTaxRate, i);
    g_autofree char *percent = salon_percent_format (rate->vat_bp);
    g_autofree char *name = g_strdup_printf (C_ ("sale", "of it tax %s"), percent);

    if (rate->vat_bp > 0)
      add_sum (self, name, rate->vat, "salon-secondary");
  }
  if (quote->settlement.rounding != 0)
    add_sum (self, C_ ("sale", "Rounding of cash"), quote->settlement.rounding, "salon-secondary");
  if (quote->by_ticket != 0)
    add_sum (self, C_ ("sale", "By season ticket"), -quote->by_ticket, "salon-sale-why");
  if (quote->bonus_earned != 0)
    add_sum (self, C_ ("sale", "Brings bonus"), quote->bonus_earned, "salon-secondary");
  gtk_label_set_text (self->total, total);
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

static gboolean
uses_ticket (SalonSaleTill *self)
{
  const GPtrArray *lines = salon_sale_draft_get_request (self->draft)->lines;

  for (guint i = 0; i < lines->len; i++)
    if (((const SalonSaleLineRequest *) lines->pdata[i])->ticket_id != 0)
      return TRUE;
  return FALSE;
}

/* Why a way cannot be gone now; NULL = it can. */
static const char *
reason_against (SalonSaleTill *self, SalonPayMethod method)
{
  const SalonSaleQuote *quote = salon_sale_draft_get_quote (self->draft);
  gboolean nobody = salon_sale_draft_get_request (self->draft)->client_id == 0;

  if (salon_sale_draft_is_empty (self->draft))
    return _("Nothing is sold yet.");
  if (method == SALON_PAY_CASH || method == SALON_PAY_CARD || method == SALON_PAY_TRANSFER || method == SALON_PAY_CERTIFICATE)
    return NULL;
  if (nobody)
    return _("Say who the client is.");
  if (quote == NULL)
    return NULL;
  if (method == SALON_PAY_BONUS && quote->bonus <= 0)
    return _("The client has no bonus.");
  if (method == SALON_PAY_BONUS && quote->bonus_limit <= 0)
    return _("Nothing of this can be paid by bonus.");
  if (method == SALON_PAY_TICKET && uses_ticket (self))
    return _("A season ticket pays already. Which one stands at the service.");
  if (method == SALON_PAY_TICKET && quote->offers->len == 0)
    return _("The client has no season ticket for what is sold.");
  return NULL;
}

static void
show_methods (SalonSaleTill *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++) {
    const char *reason = reason_against (self, infos[i].method);

    gtk_widget_set_sensitive (self->buttons[i], reason == NULL);
    gtk_widget_set_tooltip_text (self->buttons[i], reason);
  }
}

static void
show_code (SalonSaleTill *self)
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
show (SalonSaleTill *self)
{
  static const SalonSaleQuote nothing = { 0 };
  const SalonSaleQuote *quote = salon_sale_draft_get_quote (self->draft);
  gboolean empty = salon_sale_draft_is_empty (self->draft);

  show_methods (self);
  gtk_widget_set_sensitive (self->complete, !empty);
  gtk_widget_set_sensitive (self->discount_box, !empty);
  if (quote == NULL || empty) {
    g_autofree char *zero = money (self, nothing.totals.total);
    GtkWidget *child = NULL;

    while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sums))) != NULL)
      gtk_box_remove (self->sums, child);
    gtk_label_set_text (self->total, zero);
    gtk_widget_set_visible (GTK_WIDGET (self->left), FALSE);
    if (empty)
      salon_value_entry_set_value (self->discount, SALON_VALUE_NONE);
  } else {
    show_sums (self, quote);
    show_left (self, quote);
    salon_value_entry_set_error (self->discount, salon_sale_draft_find_problem (self->draft, "whole_discount"));
  }
  show_code (self);
  show_pays (self);
  set_problem (self, empty ? NULL : other_problem (self));
}

static void
on_quoted (SalonSaleDraft *draft, SalonSaleTill *self)
{
  show (self);
}

static void
on_discount (SalonValueEntry *entry, GParamSpec *spec, SalonSaleTill *self)
{
  gint64 value = salon_value_entry_get_value (entry);

  salon_sale_draft_set_discount (self->draft, value == SALON_VALUE_NONE ? 0 : value);
}

static void
on_code (GtkEntry *entry, SalonSaleTill *self)
{
  g_autofree char *code = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));

  salon_sale_draft_set_code (self->draft, code);
}

static void
on_code_left (GtkEventControllerFocus *focus, SalonSaleTill *self)
{
  on_code (self->code, self);
}

/* ---- actions */

static void
on_method (GtkButton *button, SalonSaleTill *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (infos); i++)
    if (GTK_WIDGET (button) == self->buttons[i])
      salon_sale_till_pay (self, infos[i].method);
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
  GtkWidget *label = salon_label_new (name, NULL);
  guint key = 0;
  GdkModifierType state = 0;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (gtk_accelerator_parse (info->key, &key, &state)) {
    g_autofree char *caps = gtk_accelerator_get_label (key, state);

    gtk_box_append (GTK_BOX (box), salon_label_new (caps, "salon-key-hint"));
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
  for (int i = 0; i < (int) G_N_ELEMENTS (infos); i++) {
    self->buttons[i] = method_button_new (self, &infos[i]);
    gtk_grid_attach (grid, self->buttons[i], i % 2, i / 2, 1, 1);
  }
  self->methods = GTK_WIDGET (grid);
}

static void
build_total (SalonSaleTill *self, GtkBox *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = salon_label_new (C_ ("sale", "To pay"), "salon-title");

  self->sums = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  self->total = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "salon-display");
  gtk_widget_add_css_class (GTK_WIDGET (self->total), "salon-num");
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (name, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (GTK_WIDGET (self->total), GTK_ALIGN_BASELINE);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), GTK_WIDGET (self->total));
  gtk_box_append (box, GTK_WIDGET (self->sums));
  gtk_box_append (box, row);
}

static void
build_discount (SalonSaleTill *self, GtkBox *box)
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
build_code (SalonSaleTill *self, GtkBox *box)
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
  gtk_box_append (box, GTK_WIDGET (self->pays));
  gtk_box_append (box, GTK_WIDGET (self->left));
  gtk_box_append (box, GTK_WIDGET (self->problem));
  gtk_box_append (box, self->complete);
}

/* Seldom needed: it unfolds, and stays open while there is something in it. */
static void
build_less (SalonSaleTill *self, GtkBox *box)
{
  GtkWidget *inner = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->less = gtk_toggle_button_new_with_label (_("Discount, promo code …"));
  self->lesser = GTK_REVEALER (gtk_revealer_new ());
  gtk_widget_add_css_class (self->less, "flat");
  gtk_widget_set_halign (self->less, GTK_ALIGN_START);
  build_discount (self, GTK_BOX (inner));
  build_code (self, GTK_BOX (inner));
  gtk_revealer_set_child (self->lesser, inner);
  g_object_bind_property (self->less, "active", self->lesser, "reveal-child", G_BINDING_SYNC_CREATE);
  gtk_box_append (box, self->less);
  gtk_box_append (box, GTK_WIDGET (self->lesser));
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
  build_total (self, GTK_BOX (box));
  build_less (self, GTK_BOX (box));
  build_methods (self);
  self->pays = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->by_number = SALON_SALE_CODE (salon_sale_code_new (session, draft));
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
  const char *reason = reason_against (self, method);

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
  if (g_strcmp0 (field, "whole_discount") == 0)
    salon_value_entry_set_error (self->discount, error->message);
  else
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
