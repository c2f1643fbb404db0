/* Hidden until a visit or an absence sets time free that somebody waits for.  "Offer" opens her card and shows her phone;
 * then she is booked, or the next one is asked. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "gui/parts/waiting-book.h"
#include "gui/parts/waiting-offer.h"
#include "gui/parts/waiting-text.h"
#include "gui/widgets/build.h"
#include "model/rules/permission.h"
#include "model/services/waiting.h"

struct _SalonWaitingOffer {
  GtkWidget parent_instance;
  GtkWidget *box;
  GtkLabel *title;
  GtkLabel *text;
  GtkWidget *offer;
  GtkLabel *offer_text;
  GtkWidget *book;
  GtkWidget *next;
  SalonQuickBook *quick;
  SalonSession *session;
  GPtrArray *rows; /* SalonWaitingRow */
  guint at;
  SalonQuestion question;
  gboolean offered;
};

G_DEFINE_FINAL_TYPE (SalonWaitingOffer, salon_waiting_offer, GTK_TYPE_WIDGET)

/* ---- showing */

static SalonWaitingRow *
row_of (SalonWaitingOffer *self)
{
  return self->rows != NULL && self->at < self->rows->len ? self->rows->pdata[self->at] : NULL;
}

static void
forget (SalonWaitingOffer *self)
{
  gboolean focused = salon_has_focus (GTK_WIDGET (self));

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->offered = FALSE;
  salon_quick_book_hide (self->quick);
  if (focused)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
show_row (SalonWaitingOffer *self)
{
  SalonWaitingRow *row = row_of (self);
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  g_autofree char *when = NULL;
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  g_autofree char *offer = NULL;
  g_autofree char *wish = NULL;

  if (row == NULL) {
    forget (self);
    return;
  }
  when = salon_free_slot_text (row->slot, today);
  wish = salon_waiting_wish_text (row, today);
  /* Translators: a day, a time and the employee */
  title = g_strdup_printf (_("Free: %s"), when);
  text = self->offered && row->phone != NULL ? g_strjoin (" · ", row->client, row->phone, row->services, NULL)
                                             : g_strjoin (" · ", row->services, wish, NULL);
  /* Translators: a client who is on the waiting list */
  offer = g_strdup_printf (_("Offer to %s"), row->client);
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->text, text);
  gtk_label_set_text (self->offer_text, offer);
  salon_set_accessible_label (self->offer, offer);
  salon_set_accessible_label (self, title);
  gtk_widget_set_visible (self->offer, !self->offered);
  gtk_widget_set_visible (self->book, self->offered);
  gtk_widget_set_visible (self->next, self->at + 1 < self->rows->len);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* ---- asking */

static void
on_matches (gpointer owner, gpointer answer, const GError *error)
{
  SalonWaitingOffer *self = owner;
  g_autoptr (GPtrArray) rows = answer;

  if (rows == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  if (rows->len == 0)
    return;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_steal_pointer (&rows);
  self->at = 0;
  self->offered = FALSE;
  show_row (self);
}

static gboolean
may (SalonWaitingOffer *self)
{
  return salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), SALON_PERMISSION_BOOK);
}

/* What was offered may be taken meanwhile, by this change or another. */
static gboolean
is_over (SalonWaitingOffer *self, SalonChangeSet *changes)
{
  SalonWaitingRow *row = row_of (self);

  return row != NULL && salon_change_set_contains (changes, "waiting", salon_entity_get_id (row->waiting));
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonWaitingOffer *self)
{
  g_autoptr (GArray) visits = NULL;
  g_autoptr (GArray) absences = NULL;

  if (is_over (self, changes))
    forget (self);
  if (!may (self) || (!salon_change_set_touches (changes, "visit") && !salon_change_set_touches (changes, "absence")))
    return;
  visits = salon_change_set_ids (changes, "visit");
  absences = salon_change_set_ids (changes, "absence");
  if (visits != NULL && visits->len > 20) /* a whole salon was taken over or generated */
    return;
  salon_question_ask (&self->question, self, session, &salon_query_waiting_matches, SALON_LANE_BACKGROUND,
                      salon_waiting_freed_new (visits, absences), on_matches);
}

static void
on_actor_changed (SalonSession *session, SalonWaitingOffer *self)
{
  salon_question_drop (&self->question);
  forget (self);
}

/* ---- actions */

static void
action_offer (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWaitingOffer *self = SALON_WAITING_OFFER (widget);
  SalonWaitingRow *row = row_of (self);

  if (row == NULL)
    return;
  self->offered = TRUE;
  gtk_widget_activate_action (widget, "win.open-client", "x", row->waiting->client_id);
  show_row (self);
  gtk_widget_grab_focus (self->book);
}

static void
action_book (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWaitingOffer *self = SALON_WAITING_OFFER (widget);

  if (row_of (self) != NULL)
    salon_waiting_book_run (self->quick, self->session, row_of (self));
}

static void
action_next (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonWaitingOffer *self = SALON_WAITING_OFFER (widget);

  self->at++;
  self->offered = FALSE;
  salon_quick_book_hide (self->quick);
  show_row (self);
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  forget (SALON_WAITING_OFFER (widget));
}

static void
on_booked (SalonQuickBook *quick, gint64 visit_id, SalonWaitingOffer *self)
{
  forget (self);
}

/* ---- building */

static void
salon_waiting_offer_dispose (GObject *object)
{
  SalonWaitingOffer *self = SALON_WAITING_OFFER (object);

  salon_question_drop (&self->question);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_waiting_offer_parent_class)->dispose (object);
}

static void
salon_waiting_offer_class_init (SalonWaitingOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_waiting_offer_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "offer.offer", NULL, action_offer);
  gtk_widget_class_install_action (widget_class, "offer.book", NULL, action_book);
  gtk_widget_class_install_action (widget_class, "offer.next", NULL, action_next);
  gtk_widget_class_install_action (widget_class, "offer.close", NULL, action_close);
}

static GtkWidget *
button_new (const char *label, const char *action, const char *css_class)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, css_class);
  return button;
}

/* Names are long: the button may take two lines. */
static GtkWidget *
build_buttons (SalonWaitingOffer *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->offer = gtk_button_new ();
  self->offer_text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  gtk_label_set_justify (self->offer_text, GTK_JUSTIFY_CENTER);
  gtk_label_set_xalign (self->offer_text, 0.5f);
  gtk_button_set_child (GTK_BUTTON (self->offer), GTK_WIDGET (self->offer_text));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->offer), "offer.offer");
  gtk_widget_add_css_class (self->offer, "suggested-action");
  gtk_widget_set_hexpand (self->offer, TRUE);
  self->book = button_new (C_ ("verb", "Book"), "offer.book", "suggested-action");
  gtk_widget_set_hexpand (self->book, TRUE);
  self->next = button_new (C_ ("waiting list", "Next one"), "offer.next", "salon-outlined");
  gtk_box_append (GTK_BOX (box), self->offer);
  gtk_box_append (GTK_BOX (box), self->book);
  gtk_box_append (GTK_BOX (box), self->next);
  return box;
}

static void
build (SalonWaitingOffer *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = salon_icon_button_new ("salon-close-symbolic", _("Not now"));

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->title = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-heading"));
  gtk_label_set_xalign (self->title, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->title), TRUE);
  self->text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  gtk_label_set_xalign (self->text, 0);
  self->quick = SALON_QUICK_BOOK (salon_quick_book_new (self->session));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "offer.close");
  gtk_box_append (GTK_BOX (head), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (head), close);
  gtk_box_append (GTK_BOX (self->box), head);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->quick));
  gtk_box_append (GTK_BOX (self->box), build_buttons (self));
  gtk_widget_add_css_class (self->box, "salon-offer");
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->quick, "booked", G_CALLBACK (on_booked), self, 0);
}

static void
salon_waiting_offer_init (SalonWaitingOffer *self)
{
}

/**
 * salon_waiting_offer_new:
 *
 * Returns: (transfer floating): hidden until there is something to offer
 */
GtkWidget *
salon_waiting_offer_new (SalonSession *session)
{
  SalonWaitingOffer *self = g_object_new (SALON_TYPE_WAITING_OFFER, NULL);

  self->session = g_object_ref (session);
  build (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return GTK_WIDGET (self);
}
