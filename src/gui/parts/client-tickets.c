/* Those in use stand first; the others are paler.  The history of a ticket unfolds below it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/client-purse.h"
#include "gui/parts/client-tickets.h"
#include "gui/parts/deed-form.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/value-entry.h"
#include "model/rules/ticket-text.h"

struct _SalonClientTickets {
  GtkWidget parent_instance;

  SalonClientModel *model;
  SalonClientPurse *purse; /* not owned: hangs on the model */
  SalonCard *card;
  SalonDeedForm *form;
  GtkListBox *list;
  gint64 open; /* the ticket whose history is unfolded; 0 = none */
};

G_DEFINE_FINAL_TYPE (SalonClientTickets, salon_client_tickets, GTK_TYPE_WIDGET)

/* ---- deeds */

static const SalonAsk freeze_asks[] = {
  { "first_day", N_ ("From the day"), NULL, SALON_ASK_DAY, TRUE, NULL, NULL },
  { "days", N_ ("For how long"), NULL, SALON_ASK_NUMBER, TRUE, N_ ("days"), NULL },
  { "reason", N_ ("Why"), NULL, SALON_ASK_TEXT, FALSE, NULL, NULL },
};

static const SalonAsk extend_asks[] = {
  { "days", N_ ("By how much"), NULL, SALON_ASK_NUMBER, TRUE, N_ ("days"), NULL },
  { "reason", N_ ("Why"), NULL, SALON_ASK_TEXT, TRUE, NULL, NULL },
};

static int
days_of (gint64 value)
{
  return value == SALON_VALUE_NONE ? 0 : (int) CLAMP (value, G_MININT16, G_MAXINT16);
}

static gpointer
freeze_request (gint64 ticket_id, const SalonDeedAnswers *answers)
{
  SalonDay first = answers->values[0] != SALON_VALUE_NONE ? (SalonDay) answers->values[0] : SALON_DAY_NONE;

  return salon_ticket_days_new (ticket_id, first, days_of (answers->values[1]), answers->texts[2]);
}

static gpointer
extend_request (gint64 ticket_id, const SalonDeedAnswers *answers)
{
  return salon_ticket_days_new (ticket_id, 0, days_of (answers->values[0]), answers->texts[1]);
}

static const SalonDeed freeze_deed = {
  N_ ("Freeze"), N_ ("Season ticket frozen."), freeze_asks, G_N_ELEMENTS (freeze_asks), &salon_command_ticket_freeze, freeze_request,
};

static const SalonDeed extend_deed = {
  N_ ("Extend"), N_ ("Season ticket extended."), extend_asks, G_N_ELEMENTS (extend_asks), &salon_command_ticket_extend,
  extend_request,
};

static const SalonTicketView *
find (SalonClientTickets *self, gint64 id)
{
  const SalonPurse *purse = salon_client_purse_peek (self->purse);

  for (guint i = 0; purse != NULL && i < purse->tickets->len; i++) {
    const SalonTicketView *view = ((SalonPurseTicket *) purse->tickets->pdata[i])->view;

    if (salon_entity_get_id (view->ticket) == id)
      return view;
  }
  return NULL;
}

static void
action_freeze (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientTickets *self = SALON_CLIENT_TICKETS (widget);
  const SalonTicketView *view = find (self, g_variant_get_int64 (target));
  SalonDeedAnswers first = { .values = { salon_client_model_get_today (self->model), SALON_VALUE_NONE, SALON_VALUE_NONE } };
  g_autofree char *title = NULL;

  if (view == NULL)
    return;
  first.values[1] = view->facts->freeze_days - salon_ticket_days_frozen (view->facts);
  title = g_strdup_printf (_("Freeze “%s”"), view->ticket->name);
  salon_deed_form_open (self->form, &freeze_deed, salon_entity_get_id (view->ticket), title, &first);
}

static void
action_extend (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientTickets *self = SALON_CLIENT_TICKETS (widget);
  const SalonTicketView *view = find (self, g_variant_get_int64 (target));
  g_autofree char *title = NULL;

  if (view == NULL)
    return;
  title = g_strdup_printf (_("Extend “%s”"), view->ticket->name);
  salon_deed_form_open (self->form, &extend_deed, salon_entity_get_id (view->ticket), title, NULL);
}

static void
action_unfreeze (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientTickets *self = SALON_CLIENT_TICKETS (widget);

  salon_client_model_submit (self->model, &salon_command_ticket_unfreeze, salon_id_request_new (g_variant_get_int64 (target)),
                             _("Season ticket in use again."), salon_client_purse_on_done, g_object_ref (self));
}

static void show (SalonClientTickets *self);

static void
action_history (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonClientTickets *self = SALON_CLIENT_TICKETS (widget);
  gint64 id = g_variant_get_int64 (target);

  self->open = self->open == id ? 0 : id;
  show (self);
}

/* ---- a ticket */

static SalonTone
tone_of (SalonTicketState state)
{
  switch (state) {
  case SALON_TICKET_ACTIVE:
    return SALON_TONE_TEAL;
  case SALON_TICKET_NOT_STARTED:
  case SALON_TICKET_FROZEN:
    return SALON_TONE_BLUE;
  case SALON_TICKET_EXPIRED:
    return SALON_TONE_RED;
  case SALON_TICKET_USED_UP:
  case SALON_TICKET_REFUNDED:
  default:
    return SALON_TONE_GREY;
  }
}

static const SalonCurrency *
currency_of (SalonClientTickets *self)
{
  return salon_directory_currency (salon_client_model_get_directory (self->model));
}

static char *
until_text (const SalonTicketView *view)
{
  g_autofree char *day = view->last_day != SALON_DAY_NONE ? salon_day_format (view->last_day) : NULL;

  if (day != NULL)
    return g_strdup_printf (C_ ("season ticket", "until %s"), day);
  if (view->facts->valid_days == 0)
    return g_strdup (C_ ("season ticket", "without end"));
  return g_strdup_printf (ngettext ("%d day from its start", "%d days from its start", (gulong) view->facts->valid_days),
                          view->facts->valid_days);
}

static char *
detail_of (SalonClientTickets *self, const SalonTicketView *view)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *left = salon_ticket_left_text (view->facts->unit, salon_ticket_rest (view->facts), view->facts->units, currency_of (self));
  g_autofree char *until = until_text (view);
  int frozen = salon_ticket_days_frozen (view->facts);

  g_string_append_printf (text, "%s · %s", left, until);
  if (view->facts->freeze_days > 0) {
    g_string_append (text, " · ");
    g_string_append_printf (text, ngettext ("frozen %d of %d day", "frozen %d of %d days", (gulong) view->facts->freeze_days), frozen,
                            view->facts->freeze_days);
  }
  g_string_append_printf (text, " · ");
  g_string_append_printf (text, _("No. %s"), view->ticket->number);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A pause of today or later. */
static gboolean
rests (const SalonTicketFacts *facts, SalonDay today)
{
  for (guint i = 0; i < facts->pauses->len; i++)
    if (g_array_index (facts->pauses, SalonTicketPause, i).last_day >= today)
      return TRUE;
  return FALSE;
}

static GtkWidget *
verbs_of (SalonClientTickets *self, const SalonTicketView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gint64 id = salon_entity_get_id (view->ticket);
  gboolean is_there = view->state <= SALON_TICKET_FROZEN;
  gboolean has_end = view->facts->valid_days > 0;

  if (is_there && has_end && view->facts->freeze_days > salon_ticket_days_frozen (view->facts))
    gtk_box_append (GTK_BOX (box), salon_verb_link_new (_("Freeze …"), "tickets.freeze", id));
  if (is_there && rests (view->facts, salon_client_model_get_today (self->model)))
    gtk_box_append (GTK_BOX (box), salon_verb_link_new (_("Unfreeze"), "tickets.unfreeze", id));
  if (has_end && (is_there || view->state == SALON_TICKET_EXPIRED)
      && salon_client_purse_may (self->purse, SALON_PERMISSION_ACCOUNT_CORRECT))
    gtk_box_append (GTK_BOX (box), salon_verb_link_new (_("Extend …"), "tickets.extend", id));
  gtk_box_append (GTK_BOX (box), salon_verb_link_new (self->open == id ? _("Hide the history") : _("History"), "tickets.history", id));
  return box;
}

/* ---- its history */

static SalonDay
day_of (SalonClientTickets *self, const SalonTicketEvent *event)
{
  SalonClock *clock = salon_session_clock (salon_client_model_get_session (self->model));

  return event->kind == SALON_TICKET_EVENT_EXTENDED || event->kind == SALON_TICKET_EVENT_FROZEN
             ? salon_clock_day_of (clock, event->at, NULL)
             : event->day;
}

static GtkWidget *
history_of (SalonClientTickets *self, const SalonPurseTicket *ticket)
{
  GtkWidget *grid = gtk_grid_new ();
  int line = 0;

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  salon_set_accessible_label (grid, _("History of the season ticket"));
  for (guint i = 0; ticket->events != NULL && i < ticket->events->len; i++) {
    const SalonTicketEvent *event = ticket->events->pdata[i];
    g_autofree char *day = salon_day_format_relative (day_of (self, event), salon_client_model_get_today (self->model));
    g_autofree char *what = salon_ticket_event_text (event, ticket->view->facts->unit, currency_of (self));
    g_autofree char *text = event->text != NULL ? g_strdup_printf ("%s · %s", what, event->text) : g_strdup (what);
    GtkWidget *label = salon_wrapped_label_new (text, NULL);

    gtk_widget_set_hexpand (label, TRUE);
    gtk_grid_attach (GTK_GRID (grid), salon_label_new (day, "salon-secondary"), 0, line, 1, 1);
    gtk_grid_attach (GTK_GRID (grid), label, 1, line++, 1, 1);
  }
  return grid;
}

/* ---- the list */

static GtkWidget *
row_of (SalonClientTickets *self, const SalonPurseTicket *ticket)
{
  const SalonTicketView *view = ticket->view;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *name = salon_wrapped_label_new (view->ticket->name, "salon-heading");
  GtkWidget *chip = salon_chip_new (tone_of (view->state), NULL, salon_ticket_state_label (view->state));
  g_autofree char *detail = detail_of (self, view);
  g_autofree char *label = g_strdup_printf ("%s, %s", view->ticket->name, detail);

  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), chip);
  gtk_box_append (GTK_BOX (box), head);
  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (detail, "salon-secondary"));
  gtk_box_append (GTK_BOX (box), verbs_of (self, view));
  if (self->open == salon_entity_get_id (view->ticket))
    gtk_box_append (GTK_BOX (box), history_of (self, ticket));
  return salon_plain_row_new (box, label);
}

static void
append (SalonClientTickets *self, const SalonPurse *purse, gboolean in_use)
{
  for (guint i = 0; i < purse->tickets->len; i++) {
    const SalonPurseTicket *ticket = purse->tickets->pdata[i];

    if ((ticket->view->state <= SALON_TICKET_FROZEN) == in_use)
      gtk_list_box_append (self->list, row_of (self, ticket));
  }
}

static void
show (SalonClientTickets *self)
{
  const SalonPurse *purse = salon_client_purse_peek (self->purse);
  GtkListBoxRow *row = NULL;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  if (purse == NULL)
    return;
  append (self, purse, TRUE);
  append (self, purse, FALSE);
}

static void
on_changed (SalonClientPurse *purse, SalonClientTickets *self)
{
  show (self);
}

/* ---- object */

static void
salon_client_tickets_dispose (GObject *object)
{
  SalonClientTickets *self = SALON_CLIENT_TICKETS (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->model);
  G_OBJECT_CLASS (salon_client_tickets_parent_class)->dispose (object);
}

static void
salon_client_tickets_class_init (SalonClientTicketsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_client_tickets_dispose;
  widget_class->focus = salon_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "tickets.freeze", "x", action_freeze);
  gtk_widget_class_install_action (widget_class, "tickets.unfreeze", "x", action_unfreeze);
  gtk_widget_class_install_action (widget_class, "tickets.extend", "x", action_extend);
  gtk_widget_class_install_action (widget_class, "tickets.history", "x", action_history);
}

static void
salon_client_tickets_init (SalonClientTickets *self)
{
}

/**
 * salon_client_tickets_new:
 *
 * Returns: (transfer floating): the season tickets of the client of @model
 */
GtkWidget *
salon_client_tickets_new (SalonClientModel *model)
{
  SalonClientTickets *self = g_object_new (SALON_TYPE_CLIENT_TICKETS, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->model = g_object_ref (model);
  self->purse = salon_client_purse_of (model);
  self->card = SALON_CARD (salon_card_new (_("Season tickets")));
  self->form = SALON_DEED_FORM (salon_deed_form_new (model));
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_list_box_set_placeholder (self->list, salon_wrapped_label_new (_("She has no season ticket."), "salon-nothing"));
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-entities");
  salon_set_accessible_label (self->list, _("Season tickets"));
  salon_deed_form_inset (self->form);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->list));
  gtk_widget_add_css_class (GTK_WIDGET (self->card), "flush");
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  salon_client_purse_want_whole (self->purse);
  g_signal_connect_object (self->purse, "changed", G_CALLBACK (on_changed), self, 0);
  return GTK_WIDGET (self);
}
