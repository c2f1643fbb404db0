/* The newest movement stands first.  Topping up is a sale and is done where one sells. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-account.h"
#include "gui/parts/client-purse.h"
#include "gui/parts/deed-form.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/fact.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/value-entry.h"
#include "gui/widgets/wrap-layout.h"

#define FIRST_LINES 12
#define SALE_KEY    "salon-sale"

struct _SalonClientAccount {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonClientPurse *purse; /* not owned: hangs on the model */
  SalonFact *balance;
  SalonFact *limit;
  SalonFact *payer;
  SalonFact *pays_for;
  GtkWidget *corrections[3]; /* what needs the right to correct */
  SalonDeedForm *form;
  GtkGrid *lines;
  GtkWidget *nothing;
  GtkWidget *more;
  gboolean all; /* lines, not only the first ones */
};

G_DEFINE_FINAL_TYPE (SalonClientAccount, salon_client_account, GTK_TYPE_WIDGET)

/* ---- deeds */

static const SalonAsk transfer_asks[] = {
  { "amount", N_ ("Amount"), NULL, SALON_ASK_MONEY, TRUE, NULL, NULL },
  { "to_client_id", N_ ("To whose account"), NULL, SALON_ASK_PICK, TRUE, NULL, NULL },
  { "reason", N_ ("Why"), NULL, SALON_ASK_TEXT, FALSE, NULL, NULL },
};

static const SalonAsk correct_asks[] = {
  { "amount", N_ ("Amount"), N_ ("Less than 0 takes away."), SALON_ASK_MONEY, TRUE, NULL, NULL },
  { "reason", N_ ("Why"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
};

static const SalonAsk terms_asks[] = {
  { "credit_limit", N_ ("She may owe up to"), N_ ("0 = nothing."), SALON_ASK_MONEY, TRUE, NULL, NULL },
  { "payer_id", N_ ("Who pays for her"), NULL, SALON_ASK_PICK, TRUE, NULL, NULL },
};

static gint64
or_nothing (gint64 value)
{
  return value == SALON_VALUE_NONE ? 0 : value;
}

static gpointer
transfer_request (gint64 client_id, const SalonDeedAnswers *answers)
{
  return salon_account_move_new (client_id, answers->values[1], or_nothing (answers->values[0]), answers->texts[2]);
}

static gpointer
correct_request (gint64 client_id, const SalonDeedAnswers *answers)
{
  return salon_account_move_new (client_id, 0, or_nothing (answers->values[0]), answers->texts[1]);
}

static gpointer
terms_request (gint64 client_id, const SalonDeedAnswers *answers)
{
  return salon_account_terms_new (client_id, answers->values[1], or_nothing (answers->values[0]));
}

static const SalonDeed transfer_deed = {
  N_ ("Transfer"), N_ ("Moved to the other account."), transfer_asks, G_N_ELEMENTS (transfer_asks),
  &salon_command_account_transfer, transfer_request,
};

static const SalonDeed correct_deed = {
  N_ ("Correct"), N_ ("Account corrected."), correct_asks, G_N_ELEMENTS (correct_asks), &salon_command_account_correct,
  correct_request,
};

static const SalonDeed terms_deed = {
  N_ ("Save"), N_ ("Limit and payer saved."), terms_asks, G_N_ELEMENTS (terms_asks), &salon_command_account_terms, terms_request,
};

static void
open_form (SalonClientAccount *self, const SalonDeed *deed, const char *title, const SalonDeedAnswers *first)
{
  const SalonPurse *purse = salon_client_purse_peek (self->purse);

  if (purse != NULL)
    salon_deed_form_open (self->form, deed, purse->client_id, title, first);
}

static void
action_transfer (GtkWidget *widget, const char *name, GVariant *target)
{
  open_form (SALON_CLIENT_ACCOUNT (widget), &transfer_deed, _("Transfer to another account"), NULL);
}

static void
action_correct (GtkWidget *widget, const char *name, GVariant *target)
{
  open_form (SALON_CLIENT_ACCOUNT (widget), &correct_deed, _("Correct the account, without money"), NULL);
}

static void
action_terms (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientAccount *self = SALON_CLIENT_ACCOUNT (widget);
  const SalonPurse *purse = salon_client_purse_peek (self->purse);
  SalonDeedAnswers first = { 0 };

  if (purse == NULL)
    return;
  first.values[0] = purse->credit_limit;
  first.values[1] = purse->payer != NULL ? purse->account.payer_id : 0;
  first.texts[1] = purse->payer;
  open_form (self, &terms_deed, _("Limit and payer"), &first);
}

static void
action_top_up (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_shell_top_up (widget, salon_client_model_get_client (SALON_CLIENT_ACCOUNT (widget)->model));
}

static void
action_more (GtkWidget *widget, const char *name, GVariant *target);

/* ---- the statement */

static const char *
kind_text (const SalonAccountLine *line)
{
  switch (line->kind) {
  case SALON_ENTRY_SALE:
    return line->amount > 0 ? C_ ("account", "Topped up") : C_ ("account", "Paid");
  case SALON_ENTRY_REFUND:
    return C_ ("account", "Refund");
  case SALON_ENTRY_VOID:
    return C_ ("account", "Receipt taken back");
  case SALON_ENTRY_REVERSAL:
    return C_ ("account", "Taken back");
  case SALON_ENTRY_ACCOUNT:
    return line->amount > 0 ? C_ ("account", "Added") : C_ ("account", "Taken off");
  case SALON_ENTRY_HISTORY:
  case SALON_ENTRY_DRAWER:
  case SALON_ENTRY_TICKET:
  case SALON_ENTRY_BONUS:
  case SALON_ENTRY_TIPS:
  default:
    return C_ ("account", "Carried over");
  }
}

static void
on_receipt (GtkButton *button, SalonClientAccount *self)
{
  salon_shell_open_receipt (GTK_WIDGET (self), *(gint64 *) g_object_get_data (G_OBJECT (button), SALE_KEY));
}

static GtkWidget *
what_of (SalonClientAccount *self, const SalonAccountLine *line)
{
  g_autofree char *text = line->note != NULL ? g_strdup_printf ("%s: %s", kind_text (line), line->note) : g_strdup (kind_text (line));
  GtkWidget *label = salon_wrapped_label_new (text, NULL);
  GtkWidget *button = NULL;

  gtk_widget_set_hexpand (label, TRUE);
  if (line->sale_id == 0)
    return label;
  button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "salon-text-link");
  salon_set_tooltip (button, _("Show the receipt"));
  salon_set_accessible_label (button, text);
  g_object_set_data_full (G_OBJECT (button), SALE_KEY, g_memdup2 (&line->sale_id, sizeof line->sale_id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_receipt), self);
  return button;
}

static GtkWidget *
money_of (SalonClientAccount *self, SalonMoney amount, const char *css_class)
{
  g_autofree char *text = salon_money_format (amount, salon_directory_currency (salon_client_model_get_directory (self->model)));
  GtkWidget *label = salon_label_new (text, "salon-num");

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_halign (label, GTK_ALIGN_END);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  return label;
}

static void
add_line (SalonClientAccount *self, const SalonAccountLine *line, int row)
{
  g_autofree char *day = salon_day_format_relative (line->day, salon_client_model_get_today (self->model));
  GtkWidget *when = salon_label_new (day, "salon-secondary");

  gtk_label_set_ellipsize (GTK_LABEL (when), PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_valign (when, GTK_ALIGN_START);
  gtk_grid_attach (self->lines, when, 0, row, 1, 1);
  gtk_grid_attach (self->lines, what_of (self, line), 1, row, 1, 1);
  gtk_grid_attach (self->lines, money_of (self, line->amount, NULL), 2, row, 1, 1);
  gtk_grid_attach (self->lines, money_of (self, line->balance, "salon-secondary"), 3, row, 1, 1);
}

static void
add_heads (SalonClientAccount *self)
{
  const char *const heads[] = { C_ ("account", "When"), C_ ("account", "What"), C_ ("account", "Amount"), C_ ("account", "Balance") };

  for (int i = 0; i < (int) G_N_ELEMENTS (heads); i++) {
    GtkWidget *label = salon_label_new (heads[i], "salon-secondary");

    gtk_widget_set_halign (label, i < 2 ? GTK_ALIGN_START : GTK_ALIGN_END);
    gtk_grid_attach (self->lines, label, i, 0, 1, 1);
  }
}

static void
show_lines (SalonClientAccount *self, const SalonAccountStatement *statement)
{
  guint n = statement != NULL ? statement->lines->len : 0;
  guint shown = self->all ? n : MIN (n, FIRST_LINES);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->lines))) != NULL)
    gtk_grid_remove (self->lines, child);
  if (n > 0)
    add_heads (self);
  for (guint i = 0; i < shown; i++)
    add_line (self, statement->lines->pdata[n - 1 - i], (int) i + 1);
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->lines), n > 0);
  gtk_widget_set_visible (self->more, shown < n);
}

/* ---- showing */

static void
show_fact (SalonFact *fact, const char *value)
{
  gtk_widget_set_visible (GTK_WIDGET (fact), value != NULL);
  if (value != NULL)
    salon_fact_set_value (fact, value);
}

static void
on_changed (SalonClientPurse *source, SalonClientAccount *self)
{
  const SalonPurse *purse = salon_client_purse_peek (source);
  const SalonCurrency *currency = salon_directory_currency (salon_client_model_get_directory (self->model));
  g_autofree char *balance = NULL;
  g_autofree char *limit = NULL;

  if (purse == NULL)
    return;
  balance = salon_money_format (purse->balance, currency);
  limit = purse->credit_limit > 0 ? salon_money_format (purse->credit_limit, currency) : NULL;
  salon_fact_set_value (self->balance, balance);
  salon_set_css_class (GTK_WIDGET (self->balance), "warning", purse->balance < 0);
  show_fact (self->limit, limit);
  show_fact (self->payer, purse->payer);
  show_fact (self->pays_for, purse->pays_for);
  for (guint i = 0; i < G_N_ELEMENTS (self->corrections); i++)
    gtk_widget_set_visible (self->corrections[i], salon_client_purse_may (source, SALON_PERMISSION_ACCOUNT_CORRECT));
  show_lines (self, purse->statement);
}

static void
action_more (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientAccount *self = SALON_CLIENT_ACCOUNT (widget);

  self->all = TRUE;
  on_changed (self->purse, self);
}

static void
on_loaded (SalonClientModel *model, SalonClientAccount *self)
{
  self->all = FALSE;
}

/* ---- object */

static void
salon_client_account_dispose (GObject *object)
{
  SalonClientAccount *self = SALON_CLIENT_ACCOUNT (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_account_parent_class)->dispose (object);
}

static void
salon_client_account_class_init (SalonClientAccountClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_account_dispose;
  widget_class->focus = salon_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "account.top-up", NULL, action_top_up);
  gtk_widget_class_install_action (widget_class, "account.transfer", NULL, action_transfer);
  gtk_widget_class_install_action (widget_class, "account.correct", NULL, action_correct);
  gtk_widget_class_install_action (widget_class, "account.terms", NULL, action_terms);
  gtk_widget_class_install_action (widget_class, "account.more", NULL, action_more);
}

static SalonFact *
add_fact (GtkWidget *box, const char *name)
{
  GtkWidget *fact = salon_fact_new (GTK_ORIENTATION_VERTICAL, name);

  gtk_box_append (GTK_BOX (box), fact);
  return SALON_FACT (fact);
}

static GtkWidget *
build_facts (SalonClientAccount *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (18, 12));
  self->balance = add_fact (box, C_ ("account", "Balance"));
  self->limit = add_fact (box, C_ ("account", "May owe up to"));
  self->payer = add_fact (box, C_ ("client", "Pays for her"));
  self->pays_for = add_fact (box, C_ ("account", "Pays for"));
  return box;
}

static GtkWidget *
verb_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "salon-outlined");
  return button;
}

static GtkWidget *
build_verbs (SalonClientAccount *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (6, 6));
  self->corrections[0] = verb_new (_("Transfer …"), "account.transfer");
  self->corrections[1] = verb_new (_("Correct …"), "account.correct");
  self->corrections[2] = verb_new (_("Limit and payer …"), "account.terms");
  gtk_box_append (GTK_BOX (box), verb_new (_("Top up"), "account.top-up"));
  for (guint i = 0; i < G_N_ELEMENTS (self->corrections); i++)
    gtk_box_append (GTK_BOX (box), self->corrections[i]);
  return box;
}

static GtkWidget *
build_content (SalonClientAccount *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->form = SALON_DEED_FORM (salon_deed_form_new (self->model));
  self->lines = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->lines, 18);
  gtk_grid_set_row_spacing (self->lines, 6);
  salon_set_accessible_label (self->lines, _("What moved the account"));
  self->nothing = salon_wrapped_label_new (_("Nothing has moved this account yet."), "salon-secondary");
  self->more = verb_new (_("Show all"), "account.more");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), build_facts (self));
  gtk_box_append (GTK_BOX (box), build_verbs (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->lines));
  gtk_box_append (GTK_BOX (box), self->nothing);
  gtk_box_append (GTK_BOX (box), self->more);
  return box;
}

static void
salon_client_account_init (SalonClientAccount *self)
{
}

/**
 * salon_client_account_new:
 *
 * Returns: (transfer floating): the account of the client of @model
 */
GtkWidget *
salon_client_account_new (SalonClientModel *model)
{
  SalonClientAccount *self = g_object_new (SALON_TYPE_CLIENT_ACCOUNT, NULL);
  GtkWidget *card = salon_card_new (C_ ("client", "Account"));

  self->model = g_object_ref (model);
  self->purse = salon_client_purse_of (model);
  salon_client_purse_want_whole (self->purse);
  salon_card_set_child (SALON_CARD (card), build_content (self));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_signal_connect_object (model, "loaded", G_CALLBACK (on_loaded), self, 0);
  g_signal_connect_object (self->purse, "changed", G_CALLBACK (on_changed), self, 0);
  return GTK_WIDGET (self);
}
