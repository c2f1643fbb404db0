/* The day is closed in three steps: the visits that are still open, the count, the report. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/closing-paper.h"
#include "gui/pages/sale/closing-view.h"
#include "gui/pages/sale/day-close.h"
#include "gui/pages/sale/drawer-close.h"
#include "gui/pages/sale/drawer-moves.h"
#include "gui/pages/sale/drawer-view.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/money-entry.h"
#include "gui/widgets/shell.h"
#include "model/rules/permission.h"
#include "model/services/cash-shift.h"
#include "model/services/ledger.h"

#define WIDTH 460

struct _SalonDrawerView {
  GtkWidget parent_instance;
  SalonSession *session;
  GtkStack *stack; /* "visits", "closed", "open" or "report" */
  SalonClosing *closing; /* NULL until it is known */
  /* closed */
  GtkWidget *open_form;
  SalonValueEntry *opening;
  GtkLabel *may_not;
  /* open */
  SalonDrawerClose *close;
  SalonDrawerMoves *moves;
  /* closing the day */
  SalonDayClose *visits;
  SalonClosingView *report;
  gboolean closes_day; /* it was begun and is not done */
  gboolean visits_seen;
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

/* ---- showing */

static const char *
step (SalonDrawerView *self)
{
  return gtk_stack_get_visible_child_name (self->stack);
}

static void
go_to (SalonDrawerView *self, const char *name)
{
  if (g_str_equal (step (self), name))
    return;
  gtk_stack_set_visible_child_name (self->stack, name);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_drawer (SalonDrawerView *self)
{
  go_to (self, salon_drawer_view_is_open (self) ? "open" : "closed");
}

static void
show (SalonDrawerView *self)
{
  gboolean open = self->closing->shift_id != 0;
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->open_form, may (self));
  gtk_widget_set_visible (GTK_WIDGET (self->may_not), !may (self));
  if (open) {
    g_autofree char *when = salon_drawer_time_text (self->closing->opened_at, today);
    g_autofree char *opening = salon_money_format (self->closing->opening, currency_of (self));

    text = g_strdup_printf (_("Open since %s with %s."), when, opening);
    salon_drawer_moves_show (self->moves, self->closing->moves);
  } else {
    salon_value_entry_set_value (self->opening, self->closing->opening);
  }
  salon_drawer_close_set_shift (self->close, self->closing->shift_id, text);
  if (!g_str_equal (step (self), "visits") && !g_str_equal (step (self), "report"))
    show_drawer (self);
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
  if (salon_change_set_touches (changes, "cash_shift") || salon_change_set_touches (changes, SALON_LEDGER_ENTRY))
    salon_drawer_view_load (self);
}

/* ---- commands */

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonDrawerView) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (ok) {
    salon_note_done (GTK_WIDGET (self), _("The drawer is open."), &done);
    salon_drawer_view_load (self);
  } else if (!salon_form_mark (self->open_form, error)) {
    salon_note_error (GTK_WIDGET (self), error);
  }
}

static void
action_open (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDrawerView *self = SALON_DRAWER_VIEW (widget);
  gint64 opening = SALON_VALUE_NONE;

  if (!salon_value_entry_read (self->opening, &opening, NULL))
    return;
  salon_form_clear_errors (self->open_form);
  salon_session_submit (self->session, &salon_command_cash_open, salon_cash_open_request_new (0, opening == SALON_VALUE_NONE ? 0 : opening),
                        NULL, NULL, on_opened, g_object_ref (self));
}

/* From a report back to the drawer, from there to the sale. */
static void
action_leave (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_drawer_view_back (SALON_DRAWER_VIEW (widget));
}

/* ---- closing the day */

static void
count (SalonDrawerView *self)
{
  self->visits_seen = TRUE;
  salon_day_close_end (self->visits);
  show_drawer (self);
}

/* When the last of them is answered, the drawer is next. */
static void
on_visits (SalonDayClose *visits, SalonDrawerView *self)
{
  if (!self->closes_day || self->visits_seen)
    return;
  if (salon_day_close_get_count (visits) == 0)
    count (self);
  else
    go_to (self, "visits");
}

static void
action_go_on (GtkWidget *widget, const char *name, GVariant *target)
{
  count (SALON_DRAWER_VIEW (widget));
}

static void
on_closed (SalonDrawerClose *close, gint64 shift_id, SalonDrawerView *self)
{
  self->closes_day = FALSE;
  salon_closing_view_show (self->report, shift_id);
  go_to (self, "report");
  salon_shell_toast (GTK_WIDGET (self), _("The drawer is closed."));
  salon_drawer_view_load (self);
}

static void
action_reports (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDrawerView *self = SALON_DRAWER_VIEW (widget);

  salon_closing_view_show (self->report, 0);
  go_to (self, "report");
}

static void
action_report (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDrawerView *self = SALON_DRAWER_VIEW (widget);

  if (salon_drawer_view_is_open (self))
    salon_closing_paper_preview (widget, self->session, self->closing->shift_id);
}

/* ---- building */

static gboolean
salon_drawer_view_grab_focus (GtkWidget *widget)
{
  SalonDrawerView *self = SALON_DRAWER_VIEW (widget);

  if (g_str_equal (step (self), "visits"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->visits));
  if (g_str_equal (step (self), "report"))
    return gtk_widget_grab_focus (GTK_WIDGET (self->report));
  return gtk_widget_grab_focus (salon_drawer_view_is_open (self) ? GTK_WIDGET (self->close) : GTK_WIDGET (self->opening));
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
  gtk_widget_class_install_action (widget_class, "drawer.go-on", NULL, action_go_on);
  gtk_widget_class_install_action (widget_class, "drawer.reports", NULL, action_reports);
  gtk_widget_class_install_action (widget_class, "drawer.report", NULL, action_report);
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

static void
on_enter (GtkEntry *entry, SalonDrawerView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "drawer.open", NULL);
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
  self->open_form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->opening = SALON_VALUE_ENTRY (salon_money_entry_new (currency_of (self)));
  g_signal_connect (salon_value_entry_get_entry (self->opening), "activate", G_CALLBACK (on_enter), self);
  salon_value_entry_set_label (self->opening, _("Cash in the drawer"));
  gtk_box_append (GTK_BOX (self->open_form), salon_form_field_new ("opening", _("Cash in the drawer"), GTK_WIDGET (self->opening)));
  gtk_box_append (GTK_BOX (self->open_form), button_new (_("Open the drawer"), "drawer.open", TRUE));
  gtk_box_append (GTK_BOX (self->open_form), button_new (C_ ("drawer", "Earlier reports"), "drawer.reports", FALSE));
  self->may_not = GTK_LABEL (salon_wrapped_label_new (_("You are not allowed to open it: ask somebody who is."), NULL));
  gtk_box_append (GTK_BOX (box), self->open_form);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->may_not));
  card = in_card (_("No drawer is open"), box);
  gtk_widget_set_halign (card, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (card, GTK_ALIGN_CENTER);
  return card;
}

/* What leads away from a step stands above it. */
static GtkWidget *
build_step (GtkWidget *child, gboolean with_report)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (row), button_new (C_ ("drawer", "Back"), "drawer.leave", FALSE));
  if (with_report) {
    gtk_box_append (GTK_BOX (row), button_new (C_ ("drawer", "Report so far …"), "drawer.report", FALSE));
    gtk_box_append (GTK_BOX (row), button_new (C_ ("drawer", "Earlier reports"), "drawer.reports", FALSE));
  }
  gtk_widget_set_vexpand (child, TRUE);
  gtk_box_append (GTK_BOX (box), row);
  gtk_box_append (GTK_BOX (box), child);
  return box;
}

static GtkWidget *
build_open (SalonDrawerView *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *close = NULL;
  GtkWidget *move = NULL;
  GtkWidget *box = NULL;

  self->close = SALON_DRAWER_CLOSE (salon_drawer_close_new (self->session));
  g_signal_connect (self->close, "closed", G_CALLBACK (on_closed), self);
  self->moves = SALON_DRAWER_MOVES (salon_drawer_moves_new (self->session));
  close = in_card (_("Close the drawer"), GTK_WIDGET (self->close));
  move = in_card (_("Cash in and out"), GTK_WIDGET (self->moves));
  gtk_widget_set_valign (close, GTK_ALIGN_START);
  gtk_widget_set_valign (move, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (row), close);
  gtk_box_append (GTK_BOX (row), move);
  box = build_step (row, TRUE);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  return box;
}

static GtkWidget *
build_visits (SalonDrawerView *self)
{
  self->visits = SALON_DAY_CLOSE (salon_day_close_new (self->session));
  g_signal_connect (self->visits, "counted", G_CALLBACK (on_visits), self);
  return build_step (GTK_WIDGET (self->visits), FALSE);
}

static GtkWidget *
build_report (SalonDrawerView *self)
{
  self->report = SALON_CLOSING_VIEW (salon_closing_view_new (self->session));
  return build_step (GTK_WIDGET (self->report), FALSE);
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
  gtk_stack_add_named (self->stack, build_visits (self), "visits");
  gtk_stack_add_named (self->stack, build_report (self), "report");
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
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

/**
 * salon_drawer_view_close_day:
 *
 * Begins to close the day, or goes on with it: first the visits that are still open, if there are any, then the count.
 */
void
salon_drawer_view_close_day (SalonDrawerView *self)
{
  if (!may (self)) {
    salon_shell_toast (GTK_WIDGET (self), _("You are not allowed to close the drawer."));
    return;
  }
  if (self->closes_day && g_str_equal (step (self), "visits")) {
    count (self);
    return;
  }
  self->closes_day = TRUE;
  self->visits_seen = FALSE;
  salon_day_close_begin (self->visits);
}

/**
 * salon_drawer_view_ask_to_open: somebody wants to pay, and no drawer is open
 */
void
salon_drawer_view_ask_to_open (SalonDrawerView *self)
{
  if (self->closing != NULL)
    show_drawer (self);
}

/**
 * salon_drawer_view_closes_day:
 *
 * Returns: whether somebody looks through the visits before the drawer is counted
 */
gboolean
salon_drawer_view_closes_day (SalonDrawerView *self)
{
  return self->closes_day && !self->visits_seen;
}

/**
 * salon_drawer_view_back: one step back; from the first it is left
 */
void
salon_drawer_view_back (SalonDrawerView *self)
{
  if (g_str_equal (step (self), "report")) {
    show_drawer (self);
    return;
  }
  self->closes_day = FALSE;
  salon_day_close_end (self->visits);
  show_drawer (self);
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}
