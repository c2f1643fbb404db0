/* Only what she has is named; a client without anything takes no room. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-balances.h"
#include "gui/parts/client-purse.h"
#include "gui/widgets/build.h"
#include "gui/widgets/fact.h"
#include "gui/widgets/wrap-layout.h"
#include "model/rules/ticket-text.h"

struct _SalonClientBalances {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonClientPurse *purse; /* not owned: hangs on the model */
  SalonFact *account;
  SalonFact *owes;
  SalonFact *payer;
  SalonFact *tickets;
  SalonFact *bonus;
  SalonFact *certificates;
};

G_DEFINE_FINAL_TYPE (SalonClientBalances, salon_client_balances, GTK_TYPE_WIDGET)

static const SalonCurrency *
currency_of (SalonClientBalances *self)
{
  return salon_directory_currency (salon_client_model_get_directory (self->model));
}

static gboolean
show_money (SalonClientBalances *self, SalonFact *fact, SalonMoney amount)
{
  g_autofree char *text = salon_money_format (amount, currency_of (self));

  salon_fact_set_value (fact, text);
  gtk_widget_set_visible (GTK_WIDGET (fact), amount > 0);
  return amount > 0;
}

/* The one to use first by its rest, and how many more there are. */
static gboolean
show_tickets (SalonClientBalances *self, const SalonPurse *purse)
{
  const SalonTicketView *first = NULL;
  g_autoptr (GString) tooltip = g_string_new (NULL);
  g_autofree char *rest = NULL;
  g_autofree char *text = NULL;
  guint n = 0;

  for (guint i = 0; i < purse->tickets->len; i++) {
    const SalonTicketView *view = ((SalonPurseTicket *) purse->tickets->pdata[i])->view;

    if (view->state > SALON_TICKET_FROZEN)
      continue;
    first = n++ == 0 ? view : first;
    g_string_append_printf (tooltip, "%s%s", n > 1 ? "\n" : "", view->text);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->tickets), n > 0);
  if (n == 0)
    return FALSE;
  rest = salon_ticket_units_text (first->facts->unit, MAX (salon_ticket_rest (first->facts), 0), currency_of (self));
  /* Translators: what is left of a season ticket, and how many others she has: "3 visits (+2)" */
  text = n > 1 ? g_strdup_printf (_("%s (+%u)"), rest, n - 1) : g_strdup (rest);
  salon_fact_set_value (self->tickets, text);
  salon_set_tooltip (GTK_WIDGET (self->tickets), tooltip->str);
  return TRUE;
}

static SalonMoney
certificates_left (const SalonPurse *purse)
{
  SalonMoney left = 0;

  for (guint i = 0; i < purse->certificates->len; i++) {
    const SalonCertificateView *view = purse->certificates->pdata[i];

    if (!view->expired && view->certificate->blocked_reason == NULL)
      left += view->rest;
  }
  return left;
}

static gboolean
show_account (SalonClientBalances *self, const SalonPurse *purse)
{
  gboolean has = show_money (self, self->account, purse->balance);
  gboolean owes = show_money (self, self->owes, -purse->balance);

  gtk_widget_set_visible (GTK_WIDGET (self->payer), purse->payer != NULL);
  if (purse->payer != NULL)
    salon_fact_set_value (self->payer, purse->payer);
  return has || owes || purse->payer != NULL;
}

static void
on_changed (SalonClientPurse *source, SalonClientBalances *self)
{
  const SalonPurse *purse = salon_client_purse_peek (source);
  gboolean any = FALSE;

  if (purse != NULL) {
    any = show_account (self, purse);
    any = show_tickets (self, purse) || any;
    any = show_money (self, self->bonus, purse->bonus.available) || any;
    any = show_money (self, self->certificates, certificates_left (purse)) || any;
  }
  gtk_widget_set_visible (GTK_WIDGET (self), any);
}

static void
salon_client_balances_dispose (GObject *object)
{
  SalonClientBalances *self = SALON_CLIENT_BALANCES (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_balances_parent_class)->dispose (object);
}

static void
salon_client_balances_class_init (SalonClientBalancesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_client_balances_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static SalonFact *
add (SalonClientBalances *self, const char *name)
{
  GtkWidget *fact = salon_fact_new (GTK_ORIENTATION_VERTICAL, name);

  gtk_widget_set_visible (fact, FALSE);
  gtk_widget_set_parent (fact, GTK_WIDGET (self));
  return SALON_FACT (fact);
}

static void
salon_client_balances_init (SalonClientBalances *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), salon_wrap_layout_new (18, 12));
  self->account = add (self, C_ ("client", "Account"));
  self->owes = add (self, C_ ("client", "Owes"));
  self->payer = add (self, C_ ("client", "Pays for her"));
  self->tickets = add (self, C_ ("client", "Season ticket"));
  self->bonus = add (self, C_ ("client", "Bonus"));
  self->certificates = add (self, C_ ("client", "Certificates"));
  gtk_widget_add_css_class (GTK_WIDGET (self->owes), "warning");
  salon_set_accessible_label (self, _("Account and season tickets"));
}

/**
 * salon_client_balances_new:
 *
 * Returns: (transfer floating): of the client of @model
 */
GtkWidget *
salon_client_balances_new (SalonClientModel *model)
{
  SalonClientBalances *self = g_object_new (SALON_TYPE_CLIENT_BALANCES, "visible", FALSE, NULL);

  self->model = g_object_ref (model);
  self->purse = salon_client_purse_of (model);
  g_signal_connect_object (self->purse, "changed", G_CALLBACK (on_changed), self, 0);
  on_changed (self->purse, self);
  return GTK_WIDGET (self);
}
