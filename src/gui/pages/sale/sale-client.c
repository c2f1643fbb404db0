/* Balances come with the quote. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/sale-client.h"
#include "gui/parts/client-picker.h"
#include "gui/parts/directory.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/fact.h"

struct _SalonSaleClient {
  GtkWidget parent_instance;
  SalonSession *session;
  SalonSaleDraft *draft;
  SalonClientPicker *picker;
  SalonFact *account;
  SalonFact *limit;
  SalonFact *bonus;
  SalonFact *payer;
  GtkLabel *visit;
  GtkWidget *alert;
  GtkLabel *alert_text;
  GtkWidget *alert_read;
  gboolean completes; /* once it is read */
};

G_DEFINE_FINAL_TYPE (SalonSaleClient, salon_sale_client, GTK_TYPE_WIDGET)

static void
set_money (SalonSaleClient *self, SalonFact *fact, SalonMoney amount, gboolean shown)
{
  g_autofree char *text = salon_money_format (amount, salon_directory_currency (salon_directory_of (self->session)));

  gtk_widget_set_visible (GTK_WIDGET (fact), shown);
  salon_fact_set_value (fact, text);
}

/* What must not be forgotten of her; before her visit is checked out somebody says that it was read. */
static void
show_alert (SalonSaleClient *self, const char *alert)
{
  const SalonSaleRequest *request = salon_sale_draft_get_request (self->draft);
  gboolean asks = alert != NULL && request->visit_id != 0 && !request->accept_alert;

  gtk_label_set_text (self->alert_text, alert != NULL ? alert : "");
  gtk_widget_set_visible (self->alert, alert != NULL);
  gtk_widget_set_visible (self->alert_read, asks);
  if (!asks)
    self->completes = FALSE;
}

static void
on_read (GtkButton *button, SalonSaleClient *self)
{
  gboolean completes = self->completes;

  gtk_widget_activate_action (GTK_WIDGET (self), "sale.find", NULL);
  salon_sale_draft_accept_alert (self->draft);
  if (completes)
    salon_sale_draft_complete (self->draft);
}

static void
show (SalonSaleClient *self)
{
  const SalonSaleRequest *request = salon_sale_draft_get_request (self->draft);
  const SalonSaleQuote *quote = salon_sale_draft_get_quote (self->draft);
  gboolean known = quote != NULL && request->client_id != 0 && quote->client_name != NULL;

  if (request->client_id == 0)
    salon_client_picker_set_client (self->picker, 0, NULL);
  else if (known)
    salon_client_picker_set_client (self->picker, request->client_id, quote->client_name);
  set_money (self, self->account, known ? quote->account : 0, known && quote->payer_id != 0);
  set_money (self, self->limit, known ? quote->credit_limit : 0, known && quote->credit_limit > 0);
  set_money (self, self->bonus, known ? quote->bonus : 0, known && quote->bonus > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->payer), known && quote->payer_id != 0 && quote->payer_id != request->client_id);
  if (known)
    salon_fact_set_value (self->payer, quote->payer_name);
  gtk_widget_set_visible (GTK_WIDGET (self->visit), request->visit_id != 0);
  show_alert (self, known ? quote->client_alert : NULL);
}

static void
on_picked (SalonClientPicker *picker, gint64 id, SalonSaleClient *self)
{
  salon_sale_draft_set_client (self->draft, id);
  gtk_widget_activate_action (GTK_WIDGET (self), "sale.find", NULL);
}

static void
on_draft (SalonSaleDraft *draft, SalonSaleClient *self)
{
  show (self);
}

static void
salon_sale_client_dispose (GObject *object)
{
  SalonSaleClient *self = SALON_SALE_CLIENT (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_client_parent_class)->dispose (object);
}

static void
salon_sale_client_class_init (SalonSaleClientClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_sale_client_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sale_client_init (SalonSaleClient *self)
{
}

static SalonFact *
add_fact (GtkBox *box, const char *name)
{
  GtkWidget *fact = salon_fact_new (GTK_ORIENTATION_HORIZONTAL, name);

  gtk_widget_set_visible (fact, FALSE);
  gtk_box_append (box, fact);
  return SALON_FACT (fact);
}

static GtkWidget *
build_alert (SalonSaleClient *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *icon = gtk_image_new_from_icon_name ("salon-alert-symbolic");

  self->alert = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->alert_text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  self->alert_read = gtk_button_new_with_label (C_ ("sale", "I have read it"));
  gtk_widget_add_css_class (self->alert, "salon-sale-alert");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_set_halign (self->alert_read, GTK_ALIGN_START);
  g_signal_connect (self->alert_read, "clicked", G_CALLBACK (on_read), self);
  gtk_box_append (GTK_BOX (line), icon);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->alert_text));
  gtk_box_append (GTK_BOX (self->alert), line);
  gtk_box_append (GTK_BOX (self->alert), self->alert_read);
  return self->alert;
}

/**
 * salon_sale_client_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_sale_client_new (SalonSession *session, SalonSaleDraft *draft)
{
  SalonSaleClient *self = g_object_new (SALON_TYPE_SALE_CLIENT, NULL);
  GtkWidget *card = salon_card_new (C_ ("sale", "Client"));
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  self->session = g_object_ref (session);
  self->draft = g_object_ref (draft);
  self->picker = SALON_CLIENT_PICKER (salon_client_picker_new (session, C_ ("sale", "Client"), C_ ("sale", "nobody chosen")));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->picker), _("Whose purchase it is (Alt+K)"));
  gtk_box_append (box, GTK_WIDGET (self->picker));
  gtk_box_append (box, build_alert (self));
  self->visit = GTK_LABEL (salon_wrapped_label_new (_("Her visit is checked out with it."), "salon-secondary"));
  gtk_box_append (box, GTK_WIDGET (self->visit));
  self->account = add_fact (box, C_ ("sale", "Account"));
  self->limit = add_fact (box, C_ ("sale", "May owe up to"));
  self->payer = add_fact (box, C_ ("sale", "Pays for her"));
  self->bonus = add_fact (box, C_ ("sale", "Bonus"));
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (box));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_signal_connect (self->picker, "picked", G_CALLBACK (on_picked), self);
  g_signal_connect_object (draft, "quoted", G_CALLBACK (on_draft), self, 0);
  g_signal_connect_object (draft, "changed", G_CALLBACK (on_draft), self, 0);
  show (self);
  return GTK_WIDGET (self);
}

/**
 * salon_sale_client_popup: drops the search of clients down
 */
void
salon_sale_client_popup (SalonSaleClient *self)
{
  salon_client_picker_popup (self->picker);
}

/**
 * salon_sale_client_ask_alert: it has to be read first; who says so completes the sale
 */
void
salon_sale_client_ask_alert (SalonSaleClient *self)
{
  self->completes = TRUE;
  gtk_widget_grab_focus (self->alert_read);
}
