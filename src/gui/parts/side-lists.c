/* What stands first (the queue of the day) gives its place to a list while that is looked at, and what could be offered to
 * somebody stands above it; without it the lists fold away. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/request-list.h"
#include "gui/parts/side-lists.h"
#include "gui/parts/to-pay-list.h"
#include "gui/parts/waiting-list.h"
#include "gui/parts/waiting-offer.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "model/rules/permission.h"

#define LIST_HEIGHT 260 /* pixels, where the lists fold away */

struct _SalonSideLists {
  GtkWidget parent_instance;
  GtkStack *stack;
  GtkWidget *buttons;
  GtkToggleButton *to_pay_button; /* above the others */
  GtkToggleButton *requests_button;
  GtkToggleButton *waiting_button;
  SalonToPayList *to_pay;
  SalonWaitingList *waiting;
  SalonRequestList *requests;
  SalonSession *session;
  gboolean has_first;
};

G_DEFINE_FINAL_TYPE (SalonSideLists, salon_side_lists, GTK_TYPE_WIDGET)

static gboolean
may (SalonSideLists *self, SalonPermission permission)
{
  return salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), permission);
}

static void
set_button_text (GtkToggleButton *button, const char *text, guint count)
{
  g_autofree char *label = count > 0 ? g_strdup_printf ("%s · %u", text, count) : g_strdup (text);

  gtk_button_set_label (GTK_BUTTON (button), label);
  salon_set_css_class (GTK_WIDGET (button), "salon-counted", count > 0);
}

static void
update_buttons (SalonSideLists *self)
{
  set_button_text (self->to_pay_button, _("To pay"), salon_to_pay_list_get_count (self->to_pay));
  set_button_text (self->requests_button, _("Requests"), salon_request_list_get_count (self->requests));
  set_button_text (self->waiting_button, C_ ("list at the side", "Waiting"), salon_waiting_list_get_count (self->waiting));
}

static void
on_counted (GtkWidget *list, SalonSideLists *self)
{
  update_buttons (self);
}

static void
update_stack (SalonSideLists *self)
{
  gboolean to_pay = gtk_toggle_button_get_active (self->to_pay_button);
  gboolean requests = gtk_toggle_button_get_active (self->requests_button);
  gboolean waiting = gtk_toggle_button_get_active (self->waiting_button);

  gtk_stack_set_visible_child_name (self->stack, to_pay ? "to-pay" : requests ? "requests" : waiting ? "waiting" : "first");
  if (!self->has_first)
    gtk_widget_set_visible (GTK_WIDGET (self->stack), to_pay || requests || waiting);
}

static void
on_toggled (GtkToggleButton *button, SalonSideLists *self)
{
  GtkToggleButton *all[] = { self->to_pay_button, self->requests_button, self->waiting_button };

  for (guint i = 0; i < G_N_ELEMENTS (all) && gtk_toggle_button_get_active (button); i++)
    if (all[i] != button)
      gtk_toggle_button_set_active (all[i], FALSE);
  update_stack (self);
}

static void
on_actor_changed (SalonSession *session, SalonSideLists *self)
{
  gboolean book = may (self, SALON_PERMISSION_BOOK);
  gboolean sell = may (self, SALON_PERMISSION_SELL);

  gtk_widget_set_visible (self->buttons, book);
  gtk_widget_set_visible (GTK_WIDGET (self->to_pay_button), sell);
  if (!sell)
    gtk_toggle_button_set_active (self->to_pay_button, FALSE);
  if (book)
    return;
  gtk_toggle_button_set_active (self->requests_button, FALSE);
  gtk_toggle_button_set_active (self->waiting_button, FALSE);
}

/* ---- building */

static void
salon_side_lists_dispose (GObject *object)
{
  SalonSideLists *self = SALON_SIDE_LISTS (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_side_lists_parent_class)->dispose (object);
}

static void
salon_side_lists_class_init (SalonSideListsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_side_lists_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkToggleButton *
button_new (SalonSideLists *self, GtkWidget *buttons)
{
  GtkWidget *button = gtk_toggle_button_new_with_label ("");

  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (buttons), button);
  g_signal_connect (button, "toggled", G_CALLBACK (on_toggled), self);
  return GTK_TOGGLE_BUTTON (button);
}

static GtkWidget *
in_card (const char *title, GtkWidget *list)
{
  GtkWidget *card = salon_card_new (title);

  salon_card_set_child (SALON_CARD (card), list);
  return card;
}

static void
add_list (SalonSideLists *self, const char *name, const char *title, GtkWidget *list)
{
  GtkWidget *child = self->has_first ? in_card (title, list) : list;

  if (!self->has_first)
    gtk_widget_set_size_request (child, -1, LIST_HEIGHT);
  gtk_stack_add_named (self->stack, child, name);
  /* a list that waits for an answer outlives a window that is closed */
  g_signal_connect_object (list, "counted", G_CALLBACK (on_counted), self, 0);
}

static void
build (SalonSideLists *self, GtkWidget *first)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *all = NULL;

  self->has_first = first != NULL;
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), self->has_first);
  gtk_stack_add_named (self->stack, first != NULL ? first : gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "first");
  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  all = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->to_pay_button = button_new (self, all);
  self->requests_button = button_new (self, self->buttons);
  self->waiting_button = button_new (self, self->buttons);
  gtk_box_append (GTK_BOX (all), self->buttons);
  self->to_pay = SALON_TO_PAY_LIST (salon_to_pay_list_new (self->session));
  self->requests = SALON_REQUEST_LIST (salon_request_list_new (self->session));
  self->waiting = SALON_WAITING_LIST (salon_waiting_list_new (self->session));
  add_list (self, "to-pay", _("To pay"), GTK_WIDGET (self->to_pay));
  add_list (self, "requests", _("Requests"), GTK_WIDGET (self->requests));
  add_list (self, "waiting", _("Waiting list"), GTK_WIDGET (self->waiting));
  if (self->has_first)
    gtk_box_append (GTK_BOX (box), salon_waiting_offer_new (self->session));
  if (!self->has_first)
    gtk_box_append (GTK_BOX (box), all);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->stack));
  if (self->has_first)
    gtk_box_append (GTK_BOX (box), all);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  update_buttons (self);
  update_stack (self);
}

static void
salon_side_lists_init (SalonSideLists *self)
{
}

/**
 * salon_side_lists_new:
 * @first: (nullable) (transfer floating): what is shown while no list is
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_side_lists_new (SalonSession *session, GtkWidget *first)
{
  SalonSideLists *self = g_object_new (SALON_TYPE_SIDE_LISTS, NULL);

  self->session = g_object_ref (session);
  build (self, first);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  on_actor_changed (session, self);
  return GTK_WIDGET (self);
}

/**
 * salon_side_lists_set_active: lists that nobody sees are read when they are seen again
 */
void
salon_side_lists_set_active (SalonSideLists *self, gboolean active)
{
  salon_to_pay_list_set_active (self->to_pay, active);
  salon_waiting_list_set_active (self->waiting, active);
  salon_request_list_set_active (self->requests, active);
}

/**
 * salon_side_lists_show:
 * @name: "to-pay", "requests", "waiting", or another name for what stands first
 */
void
salon_side_lists_show (SalonSideLists *self, const char *name)
{
  gtk_toggle_button_set_active (self->to_pay_button, g_str_equal (name, "to-pay"));
  gtk_toggle_button_set_active (self->requests_button, g_str_equal (name, "requests"));
  gtk_toggle_button_set_active (self->waiting_button, g_str_equal (name, "waiting"));
}

/**
 * salon_side_lists_drop:
 * @kind: of the column on which it was dropped
 * @start_min: absolute wall minute
 *
 * Somebody of the waiting list, or a request, was put on the board: she is booked there.
 *
 * Returns: whether it was dealt with here
 */
gboolean
salon_side_lists_drop (SalonSideLists *self, const SalonBoardDrop *drop, SalonResourceKind kind, gint64 resource_id,
                       gint64 start_min)
{
  gint64 employee_id = kind == SALON_RESOURCE_EMPLOYEE ? resource_id : 0;
  gint64 room_id = kind == SALON_RESOURCE_ROOM ? resource_id : 0;

  if (drop->kind == SALON_BOARD_DROP_WAITING
      && salon_waiting_list_book_at (self->waiting, drop->id, employee_id, room_id, start_min)) {
    salon_side_lists_show (self, "waiting");
    return TRUE;
  }
  if (drop->kind == SALON_BOARD_DROP_REQUEST
      && salon_request_list_accept_at (self->requests, drop->id, employee_id, room_id, start_min)) {
    salon_side_lists_show (self, "requests");
    return TRUE;
  }
  return FALSE;
}
