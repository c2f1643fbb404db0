/* What is sold, left; who buys and how it is paid, right.  A sale that somebody else needs the page for is put aside and comes
 * back when the page is free again. */
#include "config.h"
#include "gui/pages/sale/sale-view.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/sale/sale-client.h"
#include "gui/pages/sale/sale-find.h"
#include "gui/pages/sale/sale-lines.h"
#include "gui/pages/sale/sale-till.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/columns-layout.h"

struct _SalonSaleView {
  GtkWidget parent_instance;

  SalonSession *session;
  SalonSaleDraft *draft;
  GQueue *waiting; /* SalonSaleRequest that were put aside */
  SalonSaleFind *find;
  SalonSaleTill *till;
  SalonSaleClient *client;
  SalonSaleLines *lines;
};

G_DEFINE_FINAL_TYPE (SalonSaleView, salon_sale_view, GTK_TYPE_WIDGET)

/* ---- lines */

static void
on_found (SalonSaleFind *find, int kind, gint64 id, SalonSaleView *self)
{
  salon_sale_view_add (self, (SalonSaleLineKind) kind, id);
}

static void
on_code (SalonSaleFind *find, const char *text, SalonSaleView *self)
{
  salon_sale_find_back (find);
  salon_sale_till_take_number (self->till, text);
}

static void
on_find_done (SalonSaleFind *find, SalonSaleView *self)
{
  salon_sale_draft_complete (self->draft);
}

/* ---- completing */

static void
on_refused (SalonSaleDraft *draft, const GError *error, SalonSaleView *self)
{
  if (g_strcmp0 (salon_error_get_field (error), "accept_alert") == 0) {
    salon_sale_client_ask_alert (self->client);
    return;
  }
  if (!salon_sale_lines_mark (self->lines, error))
    salon_sale_till_mark (self->till, error);
}

/* ---- object */

/* Where an amount is missing, else where the next thing is typed. */
static gboolean
salon_sale_view_grab_focus (GtkWidget *widget)
{
  SalonSaleView *self = SALON_SALE_VIEW (widget);

  return salon_sale_lines_ask (self->lines) || gtk_widget_grab_focus (GTK_WIDGET (self->find));
}

static void
salon_sale_view_dispose (GObject *object)
{
  SalonSaleView *self = SALON_SALE_VIEW (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->draft);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_view_parent_class)->dispose (object);
}

static void
salon_sale_view_finalize (GObject *object)
{
  g_queue_free_full (SALON_SALE_VIEW (object)->waiting, (GDestroyNotify) salon_sale_request_free);
  G_OBJECT_CLASS (salon_sale_view_parent_class)->finalize (object);
}

static void
salon_sale_view_class_init (SalonSaleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_sale_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = salon_sale_view_finalize;
  widget_class->grab_focus = salon_sale_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sale_view_init (SalonSaleView *self)
{
  self->waiting = g_queue_new ();
}

static GtkWidget *
verb_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
build_more (SalonSaleView *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), C_ ("sale", "More"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), salon_sale_find_get_menu (self->find));
  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_widget_set_tooltip_text (button, _("Season tickets, gift certificates, the account, tips"));
  return button;
}

static GtkWidget *
build_left (SalonSaleView *self)
{
  GtkWidget *card = salon_card_new (C_ ("page", "Sale"));

  self->lines = SALON_SALE_LINES (salon_sale_lines_new (self->session, self->draft));
  self->find = SALON_SALE_FIND (salon_sale_find_new (self->session, GTK_WIDGET (self->lines)));
  salon_card_add_suffix (SALON_CARD (card), build_more (self));
  salon_card_add_suffix (SALON_CARD (card), verb_new (C_ ("sale", "Receipts …"), "sale.receipts"));
  salon_card_add_suffix (SALON_CARD (card), verb_new (C_ ("sale", "Cash drawer …"), "sale.drawer"));
  gtk_widget_set_vexpand (GTK_WIDGET (self->find), TRUE);
  salon_card_set_child (SALON_CARD (card), GTK_WIDGET (self->find));
  g_signal_connect (self->find, "found", G_CALLBACK (on_found), self);
  g_signal_connect (self->find, "code", G_CALLBACK (on_code), self);
  g_signal_connect (self->find, "done", G_CALLBACK (on_find_done), self);
  return card;
}

static GtkWidget *
build_right (SalonSaleView *self)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->client = SALON_SALE_CLIENT (salon_sale_client_new (self->session, self->draft));
  self->till = SALON_SALE_TILL (salon_sale_till_new (self->session, self->draft));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->client));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->till));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (column), scrolled);
  gtk_box_append (GTK_BOX (column), salon_sale_till_get_end (self->till));
  return column;
}

static GtkWidget *
build_sale (SalonSaleView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *nothing = gtk_label_new (NULL);

  gtk_widget_set_layout_manager (box, salon_columns_layout_new (12, (SalonSideColumn){ 0, 0, 0 }, (SalonSideColumn){ 360, 480, 34 }));
  gtk_widget_set_visible (nothing, FALSE);
  gtk_box_append (GTK_BOX (box), nothing);
  gtk_box_append (GTK_BOX (box), build_left (self));
  gtk_box_append (GTK_BOX (box), build_right (self));
  return box;
}

/**
 * salon_sale_view_new:
 *
 * Returns: (transfer floating): an empty sale of @session
 */
GtkWidget *
salon_sale_view_new (SalonSession *session)
{
  SalonSaleView *self = g_object_new (SALON_TYPE_SALE_VIEW, NULL);

  self->session = g_object_ref (session);
  self->draft = salon_sale_draft_new (session);
  gtk_widget_set_parent (build_sale (self), GTK_WIDGET (self));
  g_signal_connect_object (self->draft, "refused", G_CALLBACK (on_refused), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_sale_view_get_draft:
 *
 * Returns: (transfer none): what is being sold
 */
SalonSaleDraft *
salon_sale_view_get_draft (SalonSaleView *self)
{
  g_return_val_if_fail (SALON_IS_SALE_VIEW (self), NULL);

  return self->draft;
}

/**
 * salon_sale_view_add:
 * @id: of the service or the goods; 0 for what has none
 *
 * Adds a line.  What has no price asks for it at once.
 */
void
salon_sale_view_add (SalonSaleView *self, SalonSaleLineKind kind, gint64 id)
{
  g_return_if_fail (SALON_IS_SALE_VIEW (self));

  salon_sale_draft_add (self->draft, kind, id);
  if (kind >= SALON_SALE_LINE_CERTIFICATE)
    salon_sale_lines_ask_last (self->lines);
}

/**
 * salon_sale_view_take_number: the number of a season ticket or certificate, which pays
 */
void
salon_sale_view_take_number (SalonSaleView *self, const char *number)
{
  g_return_if_fail (SALON_IS_SALE_VIEW (self));

  salon_sale_till_take_number (self->till, number);
}

/**
 * salon_sale_view_take:
 * @request: (transfer full): goes on from here; what stood here is put aside
 */
void
salon_sale_view_take (SalonSaleView *self, SalonSaleRequest *request)
{
  g_return_if_fail (SALON_IS_SALE_VIEW (self));

  if (!salon_sale_draft_is_empty (self->draft))
    g_queue_push_tail (self->waiting, salon_sale_request_copy (salon_sale_draft_get_request (self->draft)));
  salon_sale_draft_take (self->draft, request);
}

/**
 * salon_sale_view_take_back: what was put aside comes back, if nothing is being sold
 */
void
salon_sale_view_take_back (SalonSaleView *self)
{
  g_return_if_fail (SALON_IS_SALE_VIEW (self));

  if (salon_sale_draft_is_empty (self->draft) && !g_queue_is_empty (self->waiting))
    salon_sale_draft_take (self->draft, g_queue_pop_tail (self->waiting));
}

/**
 * salon_sale_view_pay: a way to pay is chosen
 */
void
salon_sale_view_pay (SalonSaleView *self, SalonPayMethod method)
{
  g_return_if_fail (SALON_IS_SALE_VIEW (self));

  salon_sale_till_pay (self->till, method);
}

/**
 * salon_sale_view_ask_client: who buys is asked
 */
void
salon_sale_view_ask_client (SalonSaleView *self)
{
  g_return_if_fail (SALON_IS_SALE_VIEW (self));

  salon_sale_client_popup (self->client);
}

/**
 * salon_sale_view_find: the focus goes to where the next thing is typed
 */
void
salon_sale_view_find (SalonSaleView *self)
{
  g_return_if_fail (SALON_IS_SALE_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->find));
}

/**
 * salon_sale_view_forward_key:
 *
 * Returns: whether the key was typed into the field
 */
gboolean
salon_sale_view_forward_key (SalonSaleView *self, GtkEventControllerKey *keys)
{
  g_return_val_if_fail (SALON_IS_SALE_VIEW (self), FALSE);

  return salon_sale_find_forward_key (self->find, keys);
}

/**
 * salon_sale_view_back:
 *
 * Returns: whether there was a step back to make
 */
gboolean
salon_sale_view_back (SalonSaleView *self)
{
  g_return_val_if_fail (SALON_IS_SALE_VIEW (self), FALSE);

  if (!salon_sale_find_back (self->find) && salon_has_focus (GTK_WIDGET (self->find)))
    return FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self->find));
  return TRUE;
}
