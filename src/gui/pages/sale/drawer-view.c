/* What must be in the drawer is shown to nobody before she has counted. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/drawer-view.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/money-entry.h"
#include "model/rules/permission.h"
#include "model/services/cash-shift.h"

#define WIDTH 460

struct _SalonDrawerView {
  GtkWidget parent_instance;
  SalonSession *session;
  GtkStack *stack; /* "closed" or "open" */
  SalonClosing *closing; /* NULL until it is known */
  /* closed */
  GtkWidget *open_form;
  SalonValueEntry *opening;
  GtkLabel *may_not;
  /* open */
  GtkLabel *since;
  GtkWidget *move_form;
  SalonValueEntry *amount;
  GtkWidget *reason;
  GtkWidget *close_form;
  SalonValueEntry *counted;
  GtkLabel *difference;
  GtkWidget *after_count; /* what is asked when the difference is known */
  SalonValueEntry *taken_out;
  GtkWidget *explanation;
  GtkWidget *count_button;
  GtkWidget *close_button;
  GtkBox *moves;
};

G_DEFINE_FINAL_TYPE (SalonDrawerView, salon_drawer_view, GTK_TYPE_WIDGET)

enum { SIGNAL_CHANGED, SIGNAL_LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

static const SalonCurrency *
currency_of (SalonDrawerView *self)
{
  return salon_directory_currency (salon_directory_of (self->session));
}

static gboolean
may (SalonDrawerView *self)
{
  return salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), SALON_PERMISSION_CASH_SHIFT);
}

static char *
time_text (gint64 at, SalonDay today)
{
  g_autofree char *day = salon_day_format_relative ((SalonDay) (at / SALON_MINUTES_A_DAY), today);
  g_autofree char *minute = salon_minute_format ((int) (at % SALON_MINUTES_A_DAY));

  return g_strdup_printf ("%s, %s", day, minute);
}

/* ---- showing */

static void
show_moves (SalonDrawerView *self)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->moves))) != NULL)
    gtk_box_remove (self->moves, child);
  for (guint i = 0; i < self->closing->moves->len; i++) {
    const SalonClosingMove *move = self->closing->moves->pdata[i];
    GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    g_autofree char *when = time_text (move->at, today);
    g_autofree char *amount = salon_money_format (move->amount, currency_of (self));
    g_autofree char *text = g_strdup_printf ("%s · %s · %s", when, move->reason, move->who != NULL ? move->who : "");
    GtkWidget *label = salon_label_new (text, "salon-secondary");

    gtk_widget_set_hexpand (label, TRUE);
    gtk_box_append (GTK_BOX (row), label);
    gtk_box_append (GTK_BOX (row), salon_label_new (amount, "salon-num"));
    gtk_box_append (self->moves, row);
  }
}

static void
forget_count (SalonDrawerView *self)
{
  gtk_widget_set_visible (self->after_count, FALSE);
  gtk_widget_set_visible (self->count_button, TRUE);
}

static void
show (SalonDrawerView *self)
{
  gboolean open = self->closing->shift_id != 0;
  SalonDay today = salon_clock_today (salon_session_clock (self->session));

  gtk_stack_set_visible_child_name (self->stack, open ? "open" : "closed");
  gtk_widget_set_visible (self->open_form, may (self));
  gtk_widget_set_visible (GTK_WIDGET (self->may_not), !may (self));
  if (open) {
    g_autofree char *when = time_text (self->closing->opened_at, today);
    g_autofree char *opening = salon_money_format (self->closing->opening, currency_of (self));
    g_autofree char *text = g_strdup_printf (_("Open since %s with %s."), when, opening);

    gtk_label_set_text (self->since, text);
    show_moves (self);
  } else {
    salon_value_entry_set_value (self->opening, self->closing->opening);
    salon_value_entry_set_value (self->counted, SALON_VALUE_NONE);
    forget_count (self);
  }
}

static void
on_shift (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonDrawerView) self = data;
  g_autoptr (GError) error = NULL;
  SalonClosing *closing = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL) {
    g_clear_pointer (&closing, salon_closing_free);
    return;
  }
  if (closing == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  g_clear_pointer (&self->closing, salon_closing_free);
  self->closing = closing;
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonDrawerView *self)
{
  if (salon_change_set_touches (changes, "cash_shift") || salon_change_set_touches (changes, "ledger_entry"))
    salon_drawer_view_load (self);
}

/* ---- commands */

typedef struct {
  SalonDrawerView *self;
  GtkWidget *form;
  char *text;
} Asked;

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonDrawerView) self = asked->self;
  g_autofree char *text = asked->text;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (ok) {
    salon_note_done (GTK_WIDGET (self), text, &done);
    salon_value_entry_set_value (self->amount, SALON_VALUE_NONE);
    gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
    salon_drawer_view_load (self);
  } else if (!salon_form_mark (asked->form, error)) {
    salon_note_error (GTK_WIDGET (self), error);
  }
}

static void
submit (SalonDrawerView *self, const SalonCommand *command, gpointer request, GtkWidget *form, const char *text)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->self = g_object_ref (self);
  asked->form = form;
  asked->text = g_strdup (text);
  salon_form_clear_errors (form);
  salon_session_submit (self->session, command, request, NULL, NULL, on_submitted, asked);
}

static gint64
value_or (SalonValueEntry *entry, gint64 none)
{
  gint64 value = salon_value_entry_get_value (entry);

  return value == SALON_VALUE_NONE ? none : value;
}

static void
action_open (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDrawerView *self = SALON_DRAWER_VIEW (widget);

  submit (self, &salon_command_cash_open, salon_cash_open_request_new (0, value_or (self->opening, 0)), self->open_form,
          _("The drawer is open."));
}

static void
action_move (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDrawerView *self = SALON_DRAWER_VIEW (widget);
  gboolean in = g_str_equal (name, "drawer.put-in");
  SalonMoney amount = value_or (self->amount, 0);

  submit (self, &salon_command_cash_move,
          salon_cash_move_request_new (0, in ? amount : -amount, gtk_editable_get_text (GTK_EDITABLE (self->reason))), self->move_form,
          in ? _("Put into the drawer.") : _("Taken out of the drawer."));
}

static SalonCashCloseRequest *
close_request (SalonDrawerView *self)
{
  const char *why = gtk_editable_get_text (GTK_EDITABLE (self->explanation));

  return salon_cash_close_request_new (self->closing->shift_id, value_or (self->counted, 0), value_or (self->taken_out, 0),
                                       *why != '\0' ? why : NULL);
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDrawerView *self = SALON_DRAWER_VIEW (widget);

  submit (self, &salon_command_cash_close, close_request (self), self->close_form, _("The drawer is closed."));
}

static void
show_difference (SalonDrawerView *self, const SalonCashCount *count)
{
  g_autofree char *expected = salon_money_format (count->expected, currency_of (self));
  g_autofree char *difference = salon_money_format (ABS (count->difference), currency_of (self));
  g_autofree char *text = NULL;

  if (count->difference == 0)
    text = g_strdup_printf (_("It is right: %s."), expected);
  else if (count->difference > 0)
    text = g_strdup_printf (_("%s too much: there should be %s."), difference, expected);
  else
    text = g_strdup_printf (_("%s is missing: there should be %s."), difference, expected);
  gtk_label_set_text (self->difference, text);
  salon_set_css_class (GTK_WIDGET (self->difference), "salon-error-text", count->difference != 0);
  gtk_widget_set_visible (gtk_widget_get_parent (self->explanation), count->difference != 0);
  gtk_widget_set_visible (self->after_count, TRUE);
  gtk_widget_set_visible (self->count_button, FALSE);
  gtk_widget_grab_focus (count->difference != 0 ? self->explanation : GTK_WIDGET (self->taken_out));
}

static void
on_count (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonDrawerView) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCashCount) count = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (count != NULL)
    show_difference (self, count);
  else if (!salon_form_mark (self->close_form, error))
    salon_note_error (GTK_WIDGET (self), error);
}

static void
action_count (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDrawerView *self = SALON_DRAWER_VIEW (widget);

  salon_form_clear_errors (self->close_form);
  salon_session_query (self->session, &salon_query_cash_count, SALON_LANE_INTERACTIVE, close_request (self), NULL, on_count,
                       g_object_ref (self));
}

static void
action_leave (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_LEFT], 0);
}

/* ---- building */

static gboolean
salon_drawer_view_grab_focus (GtkWidget *widget)
{
  SalonDrawerView *self = SALON_DRAWER_VIEW (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (salon_drawer_view_is_open (self) ? self->counted : self->opening));
}

static void
salon_drawer_view_dispose (GObject *object)
{
  SalonDrawerView *self = SALON_DRAWER_VIEW (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->closing, salon_closing_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_drawer_view_parent_class)->dispose (object);
}

static void
salon_drawer_view_class_init (SalonDrawerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_drawer_view_dispose;
  widget_class->grab_focus = salon_drawer_view_grab_focus;

  /**
   * SalonDrawerView::changed: the drawer was read; see salon_drawer_view_is_open()
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_DRAWER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * SalonDrawerView::left: back to selling
   */
  signals[SIGNAL_LEFT] = g_signal_new ("left", SALON_TYPE_DRAWER_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "drawer.open", NULL, action_open);
  gtk_widget_class_install_action (widget_class, "drawer.put-in", NULL, action_move);
  gtk_widget_class_install_action (widget_class, "drawer.take-out", NULL, action_move);
  gtk_widget_class_install_action (widget_class, "drawer.count", NULL, action_count);
  gtk_widget_class_install_action (widget_class, "drawer.close", NULL, action_close);
  gtk_widget_class_install_action (widget_class, "drawer.leave", NULL, action_leave);
}

static void
salon_drawer_view_init (SalonDrawerView *self)
{
}

static GtkWidget *
button_new (const char *label, const char *action, gboolean suggested)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, suggested ? "suggested-action" : "salon-outlined");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

/* Enter in a field does what the button of its form does. */
static void
on_enter (GtkEntry *entry, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (entry), action, NULL);
}

static SalonValueEntry *
add_money (SalonDrawerView *self, GtkWidget *form, const char *name, const char *label, const char *action)
{
  GtkWidget *entry = salon_money_entry_new (currency_of (self));

  g_signal_connect (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry)), "activate", G_CALLBACK (on_enter), (gpointer) action);
  gtk_box_append (GTK_BOX (form), salon_form_field_new (name, label, entry));
  return SALON_VALUE_ENTRY (entry);
}

static GtkWidget *
add_text (GtkWidget *form, const char *name, const char *label, const char *action)
{
  GtkWidget *entry = gtk_entry_new ();

  if (action != NULL)
    g_signal_connect (entry, "activate", G_CALLBACK (on_enter), (gpointer) action);
  gtk_box_append (GTK_BOX (form), salon_form_field_new (name, label, entry));
  return entry;
}

static GtkWidget *
form_new (void)
{
  return gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
}

static GtkWidget *
in_card (const char *title, GtkWidget *child)
{
  GtkWidget *card = salon_card_new (title);

  salon_card_set_child (SALON_CARD (card), child);
  gtk_widget_set_size_request (card, WIDTH, -1);
  return card;
}

static GtkWidget *
build_closed (SalonDrawerView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *card = NULL;

  gtk_box_append (GTK_BOX (box), salon_wrapped_label_new (_("Whatever is sold belongs to an open drawer. Count what is in it to begin."), "salon-secondary"));
  self->open_form = form_new ();
  self->opening = add_money (self, self->open_form, "opening", _("Cash in the drawer"), "drawer.open");
  gtk_box_append (GTK_BOX (self->open_form), button_new (_("Open the drawer"), "drawer.open", TRUE));
  self->may_not = GTK_LABEL (salon_wrapped_label_new (_("You are not allowed to open it: ask somebody who is."), NULL));
  gtk_box_append (GTK_BOX (box), self->open_form);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->may_not));
  card = in_card (_("No drawer is open"), box);
  gtk_widget_set_halign (card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (card, GTK_ALIGN_CENTER);
  return card;
}

static GtkWidget *
build_move (SalonDrawerView *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->move_form = form_new ();
  self->amount = add_money (self, self->move_form, "amount", C_ ("drawer", "Amount"), "drawer.put-in");
  self->reason = add_text (self->move_form, "reason", C_ ("drawer", "What for"), NULL);
  gtk_box_append (GTK_BOX (buttons), button_new (C_ ("drawer", "Put in"), "drawer.put-in", FALSE));
  gtk_box_append (GTK_BOX (buttons), button_new (C_ ("drawer", "Take out"), "drawer.take-out", FALSE));
  gtk_box_append (GTK_BOX (self->move_form), buttons);
  self->moves = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  gtk_box_append (GTK_BOX (self->move_form), GTK_WIDGET (self->moves));
  return in_card (_("Cash in and out"), self->move_form);
}

static void
on_counted (SalonValueEntry *entry, GParamSpec *spec, SalonDrawerView *self)
{
  forget_count (self);
}

static GtkWidget *
build_close (SalonDrawerView *self)
{
  self->close_form = form_new ();
  self->since = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  gtk_box_append (GTK_BOX (self->close_form), GTK_WIDGET (self->since));
  self->counted = add_money (self, self->close_form, "counted", _("Counted in the drawer"), "drawer.count");
  self->count_button = button_new (_("Compare"), "drawer.count", TRUE);
  gtk_box_append (GTK_BOX (self->close_form), self->count_button);
  self->after_count = form_new ();
  self->difference = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-heading"));
  gtk_box_append (GTK_BOX (self->after_count), GTK_WIDGET (self->difference));
  self->explanation = add_text (self->after_count, "explanation", _("Why it differs"), "drawer.close");
  self->taken_out = add_money (self, self->after_count, "taken_out", _("Taken to the safe or the bank"), "drawer.close");
  self->close_button = button_new (_("Close the drawer"), "drawer.close", TRUE);
  gtk_box_append (GTK_BOX (self->after_count), self->close_button);
  gtk_widget_set_visible (self->after_count, FALSE);
  gtk_box_append (GTK_BOX (self->close_form), self->after_count);
  g_signal_connect (self->counted, "notify::value", G_CALLBACK (on_counted), self);
  return in_card (_("Close the drawer"), self->close_form);
}

static GtkWidget *
build_open (SalonDrawerView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *close = build_close (self);
  GtkWidget *move = build_move (self);

  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_widget_set_valign (move, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), close);
  gtk_box_append (GTK_BOX (row), move);
  gtk_box_append (GTK_BOX (box), button_new (_("Back to the sale"), "drawer.leave", FALSE));
  gtk_box_append (GTK_BOX (box), row);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  return box;
}

/**
 * salon_drawer_view_new:
 *
 * Returns: (transfer floating): reads nothing until salon_drawer_view_load()
 */
GtkWidget *
salon_drawer_view_new (SalonSession *session)
{
  SalonDrawerView *self = g_object_new (SALON_TYPE_DRAWER_VIEW, NULL);

  self->session = g_object_ref (session);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, build_closed (self), "closed");
  gtk_stack_add_named (self->stack, build_open (self), "open");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_drawer_view_load: reads how the drawer stands
 */
void
salon_drawer_view_load (SalonDrawerView *self)
{
  salon_session_query (self->session, &salon_query_cash_shift, SALON_LANE_INTERACTIVE, salon_id_request_new (0), NULL, on_shift,
                       g_object_ref (self));
}

/**
 * salon_drawer_view_is_known:
 *
 * Returns: whether it was read already
 */
gboolean
salon_drawer_view_is_known (SalonDrawerView *self)
{
  return self->closing != NULL;
}

/**
 * salon_drawer_view_is_open:
 *
 * Returns: whether something can be sold
 */
gboolean
salon_drawer_view_is_open (SalonDrawerView *self)
{
  return self->closing != NULL && self->closing->shift_id != 0;
}
