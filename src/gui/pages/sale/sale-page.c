/* The draft outlives every look at another page.  What is not finished when another visit is checked out waits and comes
 * back after it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/sale/pay-info.h"
#include "gui/pages/sale/drawer-view.h"
#include "gui/pages/sale/sale-draft.h"
#include "gui/pages/sale/sale-page.h"
#include "gui/pages/sale/sale-paid.h"
#include "gui/pages/sale/sale-receipts.h"
#include "gui/pages/sale/sale-view.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/keys.h"
#include "gui/widgets/page.h"
#include "gui/widgets/shell.h"

struct _SalonSalePage {
  GtkWidget parent_instance;
  SalonSession *session;
  SalonSaleDraft *draft; /* not owned: of @sale */
  GtkStack *stack; /* "none" until it is known, "drawer", "sale", "paid", "receipts" */
  SalonDrawerView *drawer;
  SalonSalePaid *paid;
  SalonSaleReceipts *receipts;
  SalonSaleView *sale;
  gboolean at_drawer;     /* the user went there herself */
  gboolean from_receipts; /* the receipt was chosen from the list, which Esc shows again */
};

static void salon_sale_page_iface_init (SalonPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonSalePage, salon_sale_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_PAGE, salon_sale_page_iface_init))

/* ---- what stands on the page */

static const char *
shown (SalonSalePage *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

static void
focus_shown (SalonSalePage *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (g_str_equal (shown (self), "sale"))
    gtk_widget_grab_focus (GTK_WIDGET (self->sale));
  else if (g_str_equal (shown (self), "drawer"))
    gtk_widget_grab_focus (GTK_WIDGET (self->drawer));
  else if (g_str_equal (shown (self), "paid"))
    gtk_widget_grab_focus (GTK_WIDGET (self->paid));
  else if (g_str_equal (shown (self), "receipts"))
    gtk_widget_grab_focus (GTK_WIDGET (self->receipts));
}

static void
show (SalonSalePage *self, const char *name)
{
  if (g_strcmp0 (shown (self), name) == 0)
    return;
  gtk_stack_set_visible_child_name (self->stack, name);
  salon_sale_receipts_set_active (self->receipts, g_strcmp0 (name, "receipts") == 0);
  focus_shown (self);
}

/* A receipt can be looked at whatever the drawer is. */
static gboolean
is_receipt (SalonSalePage *self)
{
  return g_str_equal (shown (self), "paid") || g_str_equal (shown (self), "receipts");
}

/* A drawer that was closed meanwhile stops a sale; nothing of it is lost. */
static void
on_drawer (SalonDrawerView *drawer, SalonSalePage *self)
{
  gboolean open = salon_drawer_view_is_open (drawer);

  if (self->session == NULL)
    return;
  if (!open)
    self->at_drawer = FALSE;
  if (is_receipt (self))
    return;
  if (!open)
    show (self, "drawer");
  else if (!self->at_drawer)
    show (self, "sale");
}

static void
on_drawer_left (SalonDrawerView *drawer, SalonSalePage *self)
{
  self->at_drawer = FALSE;
  if (salon_drawer_view_is_open (drawer))
    show (self, "sale");
}

/* ---- completing */

static void
on_completed (SalonSaleDraft *draft, gint64 operation, gint64 sale_id, SalonSalePage *self)
{
  salon_sale_paid_show (self->paid, sale_id, operation);
  self->from_receipts = FALSE;
  show (self, "paid");
}

/* To the sale, or back to the closing of the day that asked for it. */
static void
leave_receipts (SalonSalePage *self)
{
  self->at_drawer = salon_drawer_view_closes_day (self->drawer);
  show (self, salon_drawer_view_is_open (self->drawer) && !self->at_drawer ? "sale" : "drawer");
}

/* What was put aside comes back. */
static void
on_paid_left (SalonSalePaid *paid, SalonSalePage *self)
{
  salon_sale_view_take_back (self->sale);
  leave_receipts (self);
}

static void
on_chosen (SalonSaleReceipts *receipts, gint64 sale_id, SalonSalePage *self)
{
  salon_sale_paid_show (self->paid, sale_id, 0);
  self->from_receipts = TRUE;
  show (self, "paid");
}

static void
on_receipts_left (SalonSaleReceipts *receipts, SalonSalePage *self)
{
  leave_receipts (self);
}

/* ---- checking out */

/* Nothing is paid while no drawer is open. */
static void
show_sale_or_opening (SalonSalePage *self)
{
  if (salon_drawer_view_is_open (self->drawer))
    show (self, "sale");
  else
    salon_drawer_view_ask_to_open (self->drawer);
}

static void
on_checkout (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSalePage) self = data;
  g_autoptr (GError) error = NULL;
  SalonSaleRequest *request = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL) {
    g_clear_pointer (&request, salon_sale_request_free);
    return;
  }
  if (request == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  salon_sale_view_take (self->sale, request);
  show_sale_or_opening (self);
}

static void
check_out (SalonSalePage *self, gint64 visit_id)
{
  if (salon_sale_draft_get_request (self->draft)->visit_id == visit_id) {
    show_sale_or_opening (self);
    return;
  }
  salon_session_query (self->session, &salon_query_checkout, SALON_LANE_INTERACTIVE, salon_id_request_new (visit_id), NULL,
                       on_checkout, g_object_ref (self));
}

/* ---- page */

static void
sale_activate (SalonPage *page)
{
  SalonSalePage *self = SALON_SALE_PAGE (page);

  salon_drawer_view_load (self->drawer);
  focus_shown (self);
}

/* What was scanned belongs to the sale, not to the receipt that is looked at. */
static void
go_on_selling (SalonSalePage *self)
{
  if (is_receipt (self))
    on_paid_left (self->paid, self);
  show_sale_or_opening (self);
}

/* What a scanner brings: the same as what is typed into the field brings. */
static gboolean
open_scanned (SalonSalePage *self, const char *what, gint64 id)
{
  gboolean item = g_str_equal (what, "item");

  if (!item && !g_str_equal (what, "buyer"))
    return FALSE;
  go_on_selling (self);
  if (item)
    salon_sale_view_add (self->sale, SALON_SALE_LINE_ITEM, id);
  else
    salon_sale_draft_set_client (self->draft, id);
  return TRUE;
}

static gboolean
awaits_buyer (SalonSalePage *self)
{
  return g_strcmp0 (shown (self), "sale") == 0 && !salon_sale_draft_is_empty (self->draft)
         && salon_sale_draft_get_request (self->draft)->client_id == 0;
}

static gboolean
sale_open (SalonPage *page, const char *what, gint64 id)
{
  SalonSalePage *self = SALON_SALE_PAGE (page);

  if (g_str_equal (what, "awaits-buyer"))
    return awaits_buyer (self);
  if (open_scanned (self, what, id))
    return TRUE;
  if (g_str_equal (what, "check-out")) {
    check_out (self, id);
    return TRUE;
  }
  if (g_str_equal (what, "close-day")) {
    self->at_drawer = TRUE;
    show (self, "drawer");
    salon_drawer_view_close_day (self->drawer);
    return TRUE;
  }
  if (g_str_equal (what, "receipt")) {
    salon_sale_paid_show (self->paid, id, 0);
    self->from_receipts = FALSE;
    show (self, "paid");
    return TRUE;
  }
  if (g_str_equal (what, "client") || g_str_equal (what, "top-up")) {
    salon_sale_view_take (self->sale, salon_sale_request_new (id));
    if (g_str_equal (what, "top-up"))
      salon_sale_view_add (self->sale, SALON_SALE_LINE_TOP_UP, 0);
    return TRUE;
  }
  return FALSE;
}

/* The number of a season ticket or certificate. */
static gboolean
sale_open_text (SalonPage *page, const char *what, const char *text)
{
  SalonSalePage *self = SALON_SALE_PAGE (page);

  if (!g_str_equal (what, "number"))
    return FALSE;
  go_on_selling (self);
  salon_sale_view_take_number (self->sale, text);
  return TRUE;
}

static gboolean
sale_back (SalonPage *page)
{
  SalonSalePage *self = SALON_SALE_PAGE (page);

  if (g_str_equal (shown (self), "paid") && self->from_receipts) {
    show (self, "receipts");
    return TRUE;
  }
  if (g_str_equal (shown (self), "paid")) {
    on_paid_left (self->paid, self);
    return TRUE;
  }
  if (g_str_equal (shown (self), "receipts")) {
    leave_receipts (self);
    return TRUE;
  }
  if (g_str_equal (shown (self), "drawer")) {
    salon_drawer_view_back (self->drawer);
    return TRUE;
  }
  return g_str_equal (shown (self), "sale") && salon_sale_view_back (self->sale);
}

static void
salon_sale_page_iface_init (SalonPageInterface *iface)
{
  iface->activate = sale_activate;
  iface->open = sale_open;
  iface->open_text = sale_open_text;
  iface->back = sale_back;
}

/* ---- actions */

static void
action_pay (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSalePage *self = SALON_SALE_PAGE (widget);

  if (g_str_equal (shown (self), "sale"))
    salon_sale_view_pay (self->sale, (SalonPayMethod) g_variant_get_int32 (target));
}

static void
action_add (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSalePage *self = SALON_SALE_PAGE (widget);
  gint64 id = 0;
  int kind = 0;

  g_variant_get (target, "(ix)", &kind, &id);
  salon_sale_view_add (self->sale, (SalonSaleLineKind) kind, id);
}

static void
action_find (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_sale_view_find (SALON_SALE_PAGE (widget)->sale);
}

static void
action_client (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSalePage *self = SALON_SALE_PAGE (widget);

  if (g_str_equal (shown (self), "sale"))
    salon_sale_view_ask_client (self->sale);
}

static void
action_drawer (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSalePage *self = SALON_SALE_PAGE (widget);

  self->at_drawer = TRUE;
  show (self, "drawer");
}

static void
action_receipts (GtkWidget *widget, const char *name, GVariant *target)
{
  show (SALON_SALE_PAGE (widget), "receipts");
}

/* What is typed outside of a field is what is sold. */
static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonSalePage *self)
{
  if (!salon_keys_is_text (keyval, state) || keyval == GDK_KEY_space)
    return FALSE;
  if (is_receipt (self))
    on_paid_left (self->paid, self);
  return g_str_equal (shown (self), "sale") && salon_sale_view_forward_key (self->sale, keys);
}

/* ---- building */

static void
salon_sale_page_dispose (GObject *object)
{
  SalonSalePage *self = SALON_SALE_PAGE (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_page_parent_class)->dispose (object);
}

static void
salon_sale_page_class_init (SalonSalePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  guint n = 0;
  const SalonPayInfo *infos = salon_pay_infos (&n);

  G_OBJECT_CLASS (klass)->dispose = salon_sale_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "sale.pay", "i", action_pay);
  gtk_widget_class_install_action (widget_class, "sale.add", "(ix)", action_add);
  gtk_widget_class_install_action (widget_class, "sale.find", NULL, action_find);
  gtk_widget_class_install_action (widget_class, "sale.client", NULL, action_client);
  gtk_widget_class_install_action (widget_class, "sale.drawer", NULL, action_drawer);
  gtk_widget_class_install_action (widget_class, "sale.receipts", NULL, action_receipts);
  for (guint i = 0; i < n; i++) {
    guint key = 0;
    GdkModifierType state = 0;

    if (gtk_accelerator_parse (infos[i].key, &key, &state))
      gtk_widget_class_add_binding_action (widget_class, key, state, "sale.pay", "i", (int) infos[i].method);
  }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_ALT_MASK, "sale.client", NULL);
}

static void
salon_sale_page_init (SalonSalePage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-page");
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
build (SalonSalePage *self)
{
  self->sale = SALON_SALE_VIEW (salon_sale_view_new (self->session));
  self->draft = salon_sale_view_get_draft (self->sale);
  self->drawer = SALON_DRAWER_VIEW (salon_drawer_view_new (self->session));
  self->paid = SALON_SALE_PAID (salon_sale_paid_new (self->session));
  self->receipts = SALON_SALE_RECEIPTS (salon_sale_receipts_new (self->session));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_stack_add_named (self->stack, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "none");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->sale), "sale");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->drawer), "drawer");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->paid), "paid");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->receipts), "receipts");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/**
 * salon_sale_page_new:
 *
 * Returns: (transfer floating): the sale of @session
 */
GtkWidget *
salon_sale_page_new (SalonSession *session)
{
  SalonSalePage *self = g_object_new (SALON_TYPE_SALE_PAGE, NULL);

  self->session = g_object_ref (session);
  build (self);
  g_signal_connect_object (self->drawer, "changed", G_CALLBACK (on_drawer), self, 0);
  g_signal_connect_object (self->drawer, "left", G_CALLBACK (on_drawer_left), self, 0);
  g_signal_connect_object (self->paid, "left", G_CALLBACK (on_paid_left), self, 0);
  g_signal_connect_object (self->receipts, "chosen", G_CALLBACK (on_chosen), self, 0);
  g_signal_connect_object (self->receipts, "left", G_CALLBACK (on_receipts_left), self, 0);
  g_signal_connect_object (self->draft, "completed", G_CALLBACK (on_completed), self, 0);
  return GTK_WIDGET (self);
}
