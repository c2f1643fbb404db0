/* Invisible until something is asked.  A refusal stands at its field and what was typed stays; why it was done before is
 * offered again. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "gui/pages/sale/pay-info.h"
#include "gui/pages/sale/sale-back.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/wrap-layout.h"
#include "model/rules/sale-totals.h"

#define MOST_WHY 500

struct _SalonSaleBack {
  GtkWidget parent_instance;
  SalonSession *session;
  GtkLabel *title;
  GtkWidget *amount;
  SalonValueEntry *quantity;
  GtkWidget *way;
  GtkWidget *ways;
  GtkWidget *note;
  GtkWidget *reasons;
  GtkWidget *verb;
  GtkWidget *asked_from; /* weak: where the focus goes back to */
  GtkWidget *next;       /* weak: where it goes when it is done */
  SalonSaleKind kind;    /* refund or void */
  gint64 sale_id;        /* 0 = nothing is asked */
  gint64 line_id;
  guint number; /* of the question: an answer to an older one does not close it */
};

G_DEFINE_FINAL_TYPE (SalonSaleBack, salon_sale_back, GTK_TYPE_WIDGET)

/**
 * salon_sale_return_text:
 * @kind: refund or void
 * @note: (nullable): why
 *
 * Returns: (transfer full): of which receipt, and why
 */
char *
salon_sale_return_text (SalonSaleKind kind, gint64 of_number, const char *note)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, of_number);
  g_autofree char *text = g_strdup_printf (kind == SALON_SALE_REFUND ? _("Given back of receipt %s") : _("Takes receipt %s back"),
                                           number);

  return note != NULL ? g_strdup_printf ("%s: %s", text, note) : g_steal_pointer (&text);
}

static void
clear (GtkWidget *box)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (box)) != NULL)
    gtk_widget_unparent (child);
}

/* ---- how it is paid back */

static void
add_way (SalonSaleBack *self, const char *label, SalonPayMethod method)
{
  GtkWidget *first = gtk_widget_get_first_child (self->ways);
  GtkWidget *button = gtk_check_button_new_with_label (label);

  g_object_set_data (G_OBJECT (button), "method", GINT_TO_POINTER (method));
  if (first != NULL)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
  else
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
  gtk_widget_set_parent (button, self->ways);
}

/* 0 = as it was paid */
static SalonPayMethod
chosen_way (SalonSaleBack *self)
{
  if (!gtk_widget_get_visible (self->way))
    return 0;
  for (GtkWidget *child = gtk_widget_get_first_child (self->ways); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (child)))
      return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "method"));
  return 0;
}

static gboolean
was_paid_by (const SalonSale *sale, SalonPayMethod method)
{
  for (guint i = 0; i < sale->payments->len; i++)
    if (salon_sale_payment (sale, i)->method == method)
      return TRUE;
  return FALSE;
}

/* As it was paid stands first; what cannot be is not offered.  What a season ticket paid for goes back to it by itself. */
static void
show_ways (SalonSaleBack *self, const SalonSale *sale, gboolean is_money)
{
  const SalonPayMethod methods[] = { SALON_PAY_CASH, SALON_PAY_CARD, SALON_PAY_TRANSFER };
  gboolean one_way = sale->payments->len == 1;
  gboolean into_account = sale->client_id != 0 && !was_paid_by (sale, SALON_PAY_ACCOUNT);
  gboolean any = FALSE;

  clear (self->ways);
  add_way (self, one_way ? salon_pay_label (salon_sale_payment (sale, 0)->method) : C_ ("give back", "As it was paid"), 0);
  for (guint i = 0; i < G_N_ELEMENTS (methods); i++) {
    if (!was_paid_by (sale, methods[i]))
      continue;
    any = TRUE;
    if (!one_way)
      add_way (self, salon_pay_label (methods[i]), methods[i]);
  }
  if (!one_way && was_paid_by (sale, SALON_PAY_ACCOUNT))
    add_way (self, salon_pay_label (SALON_PAY_ACCOUNT), SALON_PAY_ACCOUNT);
  if (into_account && any)
    add_way (self, C_ ("give back", "Into the client's account"), SALON_PAY_ACCOUNT);
  gtk_widget_set_visible (self->way, is_money);
}

/* ---- why */

static void
on_reason (GtkButton *button, SalonSaleBack *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->note), gtk_button_get_label (button));
  gtk_widget_grab_focus (self->note);
  gtk_editable_set_position (GTK_EDITABLE (self->note), -1);
}

static void
add_reason (SalonSaleBack *self, const char *text)
{
  GtkWidget *button = gtk_button_new_with_label (text);
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  gtk_widget_add_css_class (button, "salon-outlined");
  g_signal_connect (button, "clicked", G_CALLBACK (on_reason), self);
  gtk_widget_set_parent (button, self->reasons);
}

/* What every salon says until something was said. */
static void
add_usual (SalonSaleBack *self)
{
  add_reason (self, self->kind == SALON_SALE_VOID ? C_ ("give back", "By mistake") : C_ ("give back", "Brought back"));
  add_reason (self, self->kind == SALON_SALE_VOID ? C_ ("give back", "Paid in another way") : C_ ("give back", "Not satisfied"));
}

typedef struct {
  SalonSaleBack *self; /* strong */
  guint number;
} Asked;

static Asked *
asked_new (SalonSaleBack *self)
{
  Asked *asked = g_new (Asked, 1);

  *asked = (Asked){ g_object_ref (self), self->number };
  return asked;
}

static void
on_reasons (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonSaleBack) self = asked->self;
  g_autoptr (GPtrArray) reasons = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (self->session == NULL || asked->number != self->number)
    return;
  clear (self->reasons);
  for (guint i = 0; reasons != NULL && i < reasons->len; i++)
    add_reason (self, reasons->pdata[i]);
  if (reasons == NULL || reasons->len == 0)
    add_usual (self);
}

/* ---- doing it */

/* Whatever of the payments is refused concerns the way. */
static gboolean
mark (SalonSaleBack *self, const GError *error)
{
  const char *field = salon_error_get_field (error);
  g_autoptr (GError) named = NULL;

  if (field == NULL)
    return FALSE;
  if (g_str_has_prefix (field, "payments"))
    field = "payments";
  else if (g_str_has_suffix (field, ".quantity"))
    field = "quantity";
  salon_set_field_error (&named, field, "%s", error->message);
  return salon_form_mark (GTK_WIDGET (self), named);
}

/* Money is never undone: the other direction is a sale. */
static const char *
done_text (SalonSaleBack *self)
{
  return self->kind == SALON_SALE_VOID ? _("The receipt is taken back. It stays so: if that was a mistake, sell it again.")
                                       : _("Given back. It stays so: if that was a mistake, sell it again.");
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonSaleBack) self = asked->self;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  gtk_widget_set_sensitive (self->verb, TRUE);
  if (ok && asked->number == self->number) {
    salon_note_final (GTK_WIDGET (self), done_text (self), &done);
    g_set_weak_pointer (&self->asked_from, self->next);
    salon_sale_back_close (self);
  } else if (!ok && (asked->number != self->number || !mark (self, error))) {
    salon_note_error (GTK_WIDGET (self), error);
  }
}

static SalonRefundRequest *
refund_of (SalonSaleBack *self, gint64 quantity)
{
  SalonRefundRequest *request = salon_refund_request_new (self->sale_id, gtk_editable_get_text (GTK_EDITABLE (self->note)));
  SalonPaymentRequest payment = { .method = chosen_way (self), .amount = SALON_PAY_REST };

  salon_refund_request_add (request, self->line_id, quantity);
  if (payment.method != 0)
    g_array_append_val (request->payments, payment);
  return request;
}

static void
action_do (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSaleBack *self = SALON_SALE_BACK (widget);
  gint64 quantity = SALON_VALUE_NONE;

  if (self->sale_id == 0 || !gtk_widget_get_sensitive (self->verb))
    return;
  salon_form_clear_errors (widget);
  if (gtk_widget_get_visible (self->amount) && !salon_value_entry_read (self->quantity, &quantity, NULL))
    return;
  gtk_widget_set_sensitive (self->verb, FALSE);
  if (self->kind == SALON_SALE_VOID)
    salon_session_submit (self->session, &salon_command_sale_void,
                          salon_void_request_new (self->sale_id, gtk_editable_get_text (GTK_EDITABLE (self->note))), NULL, NULL,
                          on_done, asked_new (self));
  else
    salon_session_submit (self->session, &salon_command_sale_refund, refund_of (self, quantity == SALON_VALUE_NONE ? 0 : quantity),
                          NULL, NULL, on_done, asked_new (self));
}

static void
action_cancel (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_sale_back_close (SALON_SALE_BACK (widget));
}

/* ---- building */

static void
salon_sale_back_dispose (GObject *object)
{
  SalonSaleBack *self = SALON_SALE_BACK (object);

  if (self->ways != NULL) {
    clear (self->ways);
    clear (self->reasons);
  }
  self->ways = NULL;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_weak_pointer (&self->asked_from);
  g_clear_weak_pointer (&self->next);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_sale_back_parent_class)->dispose (object);
}

static void
salon_sale_back_class_init (SalonSaleBackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_sale_back_dispose;
  widget_class->focus = salon_focus;
  widget_class->compute_expand = salon_compute_expand;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_FORM);
  gtk_widget_class_set_css_name (widget_class, "saleback");
  gtk_widget_class_install_action (widget_class, "back.do", NULL, action_do);
  gtk_widget_class_install_action (widget_class, "back.cancel", NULL, action_cancel);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "back.cancel", NULL);
}

static void
on_enter (GtkEntry *entry, SalonSaleBack *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "back.do", NULL);
}

static GtkWidget *
words_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (6, 6));
  return box;
}

static GtkWidget *
build_buttons (SalonSaleBack *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *cancel = gtk_button_new_with_label (_("Cancel"));

  self->verb = gtk_button_new ();
  gtk_widget_add_css_class (self->verb, "suggested-action");
  gtk_widget_add_css_class (cancel, "salon-outlined");
  gtk_widget_set_tooltip_text (cancel, C_ ("sale", "Esc"));
  gtk_widget_set_tooltip_text (self->verb, C_ ("sale", "Enter"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "back.cancel");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->verb), "back.do");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), cancel);
  gtk_box_append (GTK_BOX (box), self->verb);
  return box;
}

static void
salon_sale_back_init (SalonSaleBack *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *children[6] = { 0 };

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
  self->title = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-heading"));
  self->quantity = SALON_VALUE_ENTRY (salon_number_entry_new (NULL, 3));
  self->amount = salon_form_field_new ("quantity", C_ ("sale", "How many"), GTK_WIDGET (self->quantity));
  self->ways = words_new ();
  self->way = salon_form_field_new ("payments", C_ ("give back", "How it is paid back"), self->ways);
  self->note = gtk_entry_new ();
  self->reasons = words_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->note), MOST_WHY);
  g_signal_connect (self->note, "activate", G_CALLBACK (on_enter), self);
  g_signal_connect (salon_value_entry_get_entry (self->quantity), "activate", G_CALLBACK (on_enter), self);
  children[0] = GTK_WIDGET (self->title);
  children[1] = self->amount;
  children[2] = self->way;
  children[3] = salon_form_field_new ("note", C_ ("give back", "Why"), self->note);
  children[4] = self->reasons;
  children[5] = build_buttons (self);
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_set_parent (children[i], GTK_WIDGET (self));
}

/**
 * salon_sale_back_new:
 * @next: gets the focus when it is done
 *
 * Returns: (transfer floating): invisible until something is asked
 */
GtkWidget *
salon_sale_back_new (SalonSession *session, GtkWidget *next)
{
  SalonSaleBack *self = g_object_new (SALON_TYPE_SALE_BACK, "visible", FALSE, NULL);

  g_set_weak_pointer (&self->next, next);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/* ---- asking */

static void
open_form (SalonSaleBack *self, const char *title, const char *verb)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->asked_from, focus);
  self->number++;
  salon_form_clear_errors (GTK_WIDGET (self));
  clear (self->reasons);
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  gtk_label_set_text (self->title, title);
  gtk_button_set_label (GTK_BUTTON (self->verb), verb);
  gtk_widget_set_sensitive (self->verb, TRUE);
  salon_set_accessible_label (self, title);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (gtk_widget_get_visible (self->amount) ? GTK_WIDGET (self->quantity) : self->note);
  salon_session_query (self->session, &salon_query_return_reasons, SALON_LANE_INTERACTIVE, salon_id_request_new (self->kind), NULL,
                       on_reasons, asked_new (self));
}

/**
 * salon_sale_back_ask_line:
 * @line: of @sale, of which something is left to be given back
 */
void
salon_sale_back_ask_line (SalonSaleBack *self, const SalonSale *sale, const SalonSaleLine *line)
{
  gint64 left = line->quantity - line->returned_quantity;
  /* Translators: %s is a line of a receipt */
  g_autofree char *title = g_strdup_printf (_("Give back: %s"), line->text);

  self->kind = SALON_SALE_REFUND;
  self->sale_id = sale->id;
  self->line_id = line->id;
  show_ways (self, sale, line->ticket_id == 0);
  gtk_widget_set_visible (self->amount, left > SALON_QUANTITY_ONE);
  salon_value_entry_set_value (self->quantity, left);
  open_form (self, title, C_ ("sale", "Give back"));
}

/**
 * salon_sale_back_ask_all: takes the whole receipt back, each payment the way it came
 */
void
salon_sale_back_ask_all (SalonSaleBack *self, const SalonSale *sale)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, sale->number);
  /* Translators: %s is a number */
  g_autofree char *title = g_strdup_printf (_("Take receipt %s back as a whole"), number);

  self->kind = SALON_SALE_VOID;
  self->sale_id = sale->id;
  gtk_widget_set_visible (self->amount, FALSE);
  gtk_widget_set_visible (self->way, FALSE);
  open_form (self, title, C_ ("give back", "Take back"));
}

/**
 * salon_sale_back_close: asks nothing any more
 */
void
salon_sale_back_close (SalonSaleBack *self)
{
  if (self->sale_id == 0)
    return;
  self->sale_id = 0;
  self->number++;
  if (self->asked_from != NULL && gtk_widget_get_mapped (self->asked_from))
    gtk_widget_grab_focus (self->asked_from);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
