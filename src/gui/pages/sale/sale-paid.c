/* What was sold and how it was paid is read from the file again: it is what the slip says. */
#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "gui/pages/sale/pay-info.h"
#include "gui/pages/sale/sale-back.h"
#include "gui/pages/sale/sale-fiscal.h"
#include "gui/pages/sale/sale-paid.h"
#include "gui/parts/booking-panel.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/parts/receipt-paper.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/columns-layout.h"
#include "gui/widgets/wrap-layout.h"
#include "model/services/sale.h"
#include "model/rules/permission.h"

#define MAX_WIDTH 640 /* a receipt is no table: names and amounts stay near each other */

struct _SalonSalePaid {
  GtkWidget parent_instance;
  SalonSession *session;
  SalonCard *card;
  GtkLabel *total;
  GtkLabel *change;
  GtkLabel *client;
  GtkBox *lines;
  GtkBox *pays;
  GtkLabel *taken_back;
  GtkBox *back_place;
  SalonSaleBack *back;
  GtkBox *below;
  SalonSaleFiscal *fiscal;
  GtkWidget *undo;
  GtkWidget *again;
  GtkWidget *booking_place;
  SalonBookingPanel *booking; /* NULL until somebody can be booked */
  SalonReceipt *receipt;      /* that is shown; NULL before one is */
  gint64 sale_id;
  gint64 operation; /* 0 = a receipt that is only looked at */
};

G_DEFINE_FINAL_TYPE (SalonSalePaid, salon_sale_paid, GTK_TYPE_WIDGET)

enum { SIGNAL_LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static gboolean
may (SalonSalePaid *self, SalonPermission permission)
{
  return salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), permission);
}

static char *
money (const SalonReceipt *receipt, SalonMoney amount)
{
  return salon_money_format (amount, receipt->currency);
}

static void
clear (GtkBox *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static GtkWidget *
add_row (GtkBox *box, const char *text, const char *amount, const char *css_class)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = salon_wrapped_label_new (text, css_class);
  GtkWidget *value = gtk_label_new (amount);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (value, "salon-num");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), value);
  gtk_box_append (box, row);
  return row;
}

/* ---- giving back */

static const SalonSaleLine *
line_of (SalonSalePaid *self, gint64 line_id)
{
  for (guint i = 0; i < self->receipt->sale->lines->len; i++)
    if (salon_sale_line (self->receipt->sale, i)->id == line_id)
      return salon_sale_line (self->receipt->sale, i);
  return NULL;
}

static void
on_give_back (GtkButton *button, SalonSalePaid *self)
{
  const gint64 *id = g_object_get_data (G_OBJECT (button), "line");
  const SalonSaleLine *line = line_of (self, *id);

  if (line != NULL)
    salon_sale_back_ask_line (self->back, self->receipt->sale, line);
}

static void
add_refund (SalonSalePaid *self, GtkWidget *row, const SalonSaleLine *line)
{
  GtkWidget *button = salon_icon_button_new ("salon-undo-symbolic", C_ ("sale", "Give this line back"));

  g_object_set_data_full (G_OBJECT (button), "line", g_memdup2 (&line->id, sizeof line->id), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_give_back), self);
  gtk_box_append (GTK_BOX (row), button);
}

static void
on_take_back (GtkButton *button, SalonSalePaid *self)
{
  if (self->receipt != NULL)
    salon_sale_back_ask_all (self->back, self->receipt->sale);
}

/* ---- showing */

static char *
line_text (const SalonReceipt *receipt, const SalonSaleLine *line)
{
  g_autofree char *price = money (receipt, line->unit_price);
  g_autofree char *back = line->returned_amount != 0 ? money (receipt, line->returned_amount) : NULL;
  GString *text = g_string_new (line->text);

  if (ABS (line->quantity) != SALON_QUANTITY_ONE && line->quantity % SALON_QUANTITY_ONE == 0)
    g_string_append_printf (text, " · %" G_GINT64_FORMAT " × %s", line->quantity / SALON_QUANTITY_ONE, price);
  if (back != NULL) {
    g_string_append (text, "\n");
    /* Translators: a part of a line of a receipt, an amount of money */
    g_string_append_printf (text, _("given back: %s"), back);
  }
  return g_string_free (text, FALSE);
}

static void
show_lines (SalonSalePaid *self, const SalonReceipt *receipt)
{
  gboolean back = receipt->sale->kind == SALON_SALE_SALE && receipt->void_number == 0 && may (self, SALON_PERMISSION_REFUND);

  clear (self->lines);
  for (guint i = 0; i < receipt->sale->lines->len; i++) {
    const SalonSaleLine *line = salon_sale_line (receipt->sale, i);
    g_autofree char *text = line_text (receipt, line);
    g_autofree char *amount = money (receipt, line->amount);
    GtkWidget *row = add_row (self->lines, text, amount, NULL);

    if (back && line->returned_quantity < line->quantity)
      add_refund (self, row, line);
  }
}

static void
show_pays (SalonSalePaid *self, const SalonReceipt *receipt)
{
  clear (self->pays);
  for (guint i = 0; i < receipt->sale->payments->len; i++) {
    const SalonSalePayment *pay = salon_sale_payment (receipt->sale, i);
    g_autofree char *amount = money (receipt, pay->amount);
    const char *with = receipt->payment_texts != NULL && i < receipt->payment_texts->len ? receipt->payment_texts->pdata[i] : "";
    g_autofree char *text = *with != '\0' ? g_strdup_printf ("%s · %s", salon_pay_label (pay->method), with)
                                          : g_strdup (salon_pay_label (pay->method));

    add_row (self->pays, text, amount, "salon-secondary");
  }
  if (receipt->bonus_earned != 0) {
    g_autofree char *earned = money (receipt, receipt->bonus_earned);

    add_row (self->pays, C_ ("sale", "Bonus that it brought"), earned, "salon-secondary");
  }
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
show_head (SalonSalePaid *self, const SalonReceipt *receipt)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, receipt->sale->number);
  g_autofree char *title = g_strdup_printf (_("Receipt %s"), number);
  g_autofree char *total = money (receipt, receipt->sale->total + receipt->sale->rounding);
  g_autofree char *change = receipt->change != 0 ? money (receipt, receipt->change) : NULL;
  g_autofree char *give = change != NULL ? g_strdup_printf (_("Change: %s"), change) : NULL;
  g_autofree char *by = g_strdup_printf ("%" G_GINT64_FORMAT, receipt->void_number);
  g_autofree char *taken = receipt->void_number != 0 ? g_strdup_printf (_("Taken back by receipt %s."), by) : NULL;
  g_autofree char *why = receipt->sale->kind != SALON_SALE_SALE
                            ? salon_sale_return_text (receipt->sale->kind, receipt->of_number, receipt->sale->note) : NULL;

  salon_card_set_title (self->card, title);
  gtk_label_set_text (self->total, total);
  set_text (self->change, give);
  set_text (self->client, receipt->client);
  set_text (self->taken_back, why != NULL ? why : taken);
  gtk_widget_set_visible (self->undo, receipt->void_number == 0 && receipt->sale->kind == SALON_SALE_SALE
                                          && may (self, SALON_PERMISSION_REFUND));
}

/* When she comes again stands beside it: the same as last time, the times that are free at her rhythm. */
static void
show_booking (SalonSalePaid *self, gint64 client_id)
{
  gboolean shown = client_id != 0 && may (self, SALON_PERMISSION_BOOK);

  if (shown && self->booking == NULL) {
    self->booking = SALON_BOOKING_PANEL (salon_booking_panel_new (self->session));
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->booking_place), GTK_WIDGET (self->booking));
  }
  gtk_widget_set_visible (self->booking_place, shown);
  if (shown)
    salon_booking_panel_set_client (self->booking, client_id);
}

static void
on_receipt (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSalePaid) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReceipt) receipt = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (receipt == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  if (receipt->sale->id != self->sale_id)
    return;
  show_head (self, receipt);
  show_lines (self, receipt);
  show_pays (self, receipt);
  salon_sale_fiscal_show (self->fiscal, receipt->sale);
  show_booking (self, receipt->void_number == 0 ? receipt->sale->client_id : 0);
  g_clear_pointer (&self->receipt, salon_receipt_free);
  self->receipt = g_steal_pointer (&receipt);
}

static void
load (SalonSalePaid *self)
{
  salon_session_query (self->session, &salon_query_receipt, SALON_LANE_INTERACTIVE, salon_id_request_new (self->sale_id), NULL,
                       on_receipt, g_object_ref (self));
}

/* Lines were given back, or it was taken back. */
static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonSalePaid *self)
{
  if (self->sale_id != 0 && salon_change_set_touches (changes, "sale"))
    load (self);
}

static void
on_again (GtkButton *button, SalonSalePaid *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
action_slip (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSalePaid *self = SALON_SALE_PAID (widget);

  if (g_str_equal (name, "paid.print"))
    salon_receipt_paper_print (widget, self->session, self->sale_id);
  else
    salon_receipt_paper_preview (widget, self->session, self->sale_id);
}

static void
action_book (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSalePaid *self = SALON_SALE_PAID (widget);

  if (self->booking != NULL)
    salon_booking_panel_focus (self->booking);
}

/* ---- building */

static gboolean
salon_sale_paid_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (SALON_SALE_PAID (widget)->again);
}

static void
salon_sale_paid_dispose (GObject *object)
{
  SalonSalePaid *self = SALON_SALE_PAID (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->receipt, salon_receipt_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_paid_parent_class)->dispose (object);
}

static void
salon_sale_paid_class_init (SalonSalePaidClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_sale_paid_dispose;
  widget_class->grab_focus = salon_sale_paid_grab_focus;

  /**
   * SalonSalePaid::left: the next sale
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", SALON_TYPE_SALE_PAID, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "paid.book", NULL, action_book);
  gtk_widget_class_install_action (widget_class, "paid.print", NULL, action_slip);
  gtk_widget_class_install_action (widget_class, "paid.preview", NULL, action_slip);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_b, GDK_ALT_MASK, "paid.book", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "paid.print", NULL);
}

static GtkBox *
add_box (GtkBox *box, int spacing)
{
  GtkBox *added = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing));

  gtk_box_append (box, GTK_WIDGET (added));
  return added;
}

static GtkLabel *
add_label (GtkBox *box, const char *css_class)
{
  GtkWidget *label = salon_wrapped_label_new (NULL, css_class);

  gtk_box_append (box, label);
  return GTK_LABEL (label);
}

static GtkWidget *
action_button_new (const char *label, const char *tooltip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
build_buttons (SalonSalePaid *self, GtkBox *box)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (row, salon_wrap_layout_new (6, 6));
  gtk_widget_add_css_class (row, "salon-verbs");
  self->again = gtk_button_new_with_label (C_ ("sale", "Next sale"));
  gtk_widget_add_css_class (self->again, "suggested-action");
  gtk_widget_set_tooltip_text (self->again, C_ ("sale", "Enter"));
  self->undo = gtk_button_new_with_label (C_ ("sale", "Take the receipt back"));
  gtk_widget_add_css_class (self->undo, "salon-outlined");
  g_signal_connect (self->again, "clicked", G_CALLBACK (on_again), self);
  g_signal_connect (self->undo, "clicked", G_CALLBACK (on_take_back), self);
  gtk_box_append (GTK_BOX (row), self->again);
  gtk_box_append (GTK_BOX (row), action_button_new (C_ ("sale", "Print the receipt"), _("To a printer (Ctrl+P)"), "paid.print"));
  gtk_box_append (GTK_BOX (row), action_button_new (C_ ("sale", "Look at it …"), _("As it will be printed; it can be saved, too"),
                                                    "paid.preview"));
  gtk_box_append (GTK_BOX (row), self->undo);
  gtk_box_append (box, row);
}

static GtkWidget *
build_card (SalonSalePaid *self)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  GtkBox *sums = add_box (box, 0);

  self->card = SALON_CARD (salon_card_new (NULL));
  self->total = add_label (sums, "salon-display");
  self->change = add_label (sums, "salon-sale-left");
  gtk_widget_add_css_class (GTK_WIDGET (self->change), "change");
  self->client = add_label (sums, "salon-secondary");
  self->taken_back = add_label (sums, "salon-error-text");
  build_buttons (self, box);
  self->back_place = add_box (box, 0);
  self->lines = add_box (box, 6);
  gtk_box_append (box, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->pays = add_box (box, 6);
  self->below = add_box (box, 6);
  salon_card_set_child (self->card, GTK_WIDGET (box));
  return GTK_WIDGET (self->card);
}

static GtkWidget *
scrolled_new (GtkWidget *child)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  if (child != NULL)
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), child);
  return scrolled;
}

/* The receipt takes what the times leave. */
static void
salon_sale_paid_init (SalonSalePaid *self)
{
  const SalonSideColumn booking = { 330, 520, 38 };
  GtkWidget *nothing = gtk_label_new (NULL);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *card = scrolled_new (clamp);

  gtk_widget_set_layout_manager (GTK_WIDGET (self), salon_columns_layout_new (12, (SalonSideColumn){ 0, 0, 0 }, booking));
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), MAX_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), build_card (self));
  gtk_widget_set_valign (GTK_WIDGET (self->card), GTK_ALIGN_START);
  self->booking_place = scrolled_new (NULL);
  gtk_widget_set_visible (nothing, FALSE);
  gtk_widget_set_visible (self->booking_place, FALSE);
  gtk_widget_set_parent (nothing, GTK_WIDGET (self));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  gtk_widget_set_parent (self->booking_place, GTK_WIDGET (self));
}

/**
 * salon_sale_paid_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_sale_paid_new (SalonSession *session)
{
  SalonSalePaid *self = g_object_new (SALON_TYPE_SALE_PAID, NULL);

  self->session = g_object_ref (session);
  self->fiscal = SALON_SALE_FISCAL (salon_sale_fiscal_new (session));
  self->back = SALON_SALE_BACK (salon_sale_back_new (session, self->again));
  gtk_box_append (self->below, GTK_WIDGET (self->fiscal));
  gtk_box_append (self->back_place, GTK_WIDGET (self->back));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_sale_paid_show:
 * @operation: for Undo; 0 = a receipt that is only looked at
 */
void
salon_sale_paid_show (SalonSalePaid *self, gint64 sale_id, gint64 operation)
{
  if (sale_id != self->sale_id)
    salon_sale_back_close (self->back);
  self->sale_id = sale_id;
  self->operation = operation;
  load (self);
}

/**
 * salon_sale_paid_get_sale:
 *
 * Returns: the receipt that is shown; 0 = none
 */
gint64
salon_sale_paid_get_sale (SalonSalePaid *self)
{
  return self->sale_id;
}
