/* What was put in and taken out in this shift stands below the form. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/drawer-moves.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/money-entry.h"
#include "model/entities/closing.h"
#include "model/services/cash-shift.h"

struct _SalonDrawerMoves {
  GtkWidget parent_instance;
  SalonSession *session;
  GtkWidget *form;
  SalonValueEntry *amount;
  GtkWidget *reason;
  GtkBox *moves;
};

G_DEFINE_FINAL_TYPE (SalonDrawerMoves, salon_drawer_moves, GTK_TYPE_WIDGET)

static const SalonCurrency *
currency_of (SalonDrawerMoves *self)
{
  return salon_directory_currency (salon_directory_of (self->session));
}

/**
 * salon_drawer_time_text:
 * @at: absolute wall minute
 *
 * Returns: (transfer full): "today, 10:15"
 */
char *
salon_drawer_time_text (gint64 at, SalonDay today)
{
  g_autofree char *day = salon_day_format_relative ((SalonDay) (at / SALON_MINUTES_A_DAY), today);
  g_autofree char *minute = salon_minute_format ((int) (at % SALON_MINUTES_A_DAY));

  return g_strdup_printf ("%s, %s", day, minute);
}

/* ---- putting in and taking out */

typedef struct {
  SalonDrawerMoves *self;
  const char *text;
} Asked;

static void
on_submitted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonDrawerMoves) self = asked->self;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (ok) {
    salon_note_done (GTK_WIDGET (self), asked->text, &done);
    salon_value_entry_set_value (self->amount, SALON_VALUE_NONE);
    gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
  } else if (!salon_form_mark (self->form, error)) {
    salon_note_error (GTK_WIDGET (self), error);
  }
}

static void
action_move (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDrawerMoves *self = SALON_DRAWER_MOVES (widget);
  gboolean in = g_str_equal (name, "drawer.put-in");
  gint64 value = SALON_VALUE_NONE;
  SalonMoney amount = 0;
  Asked *asked = NULL;

  if (!salon_value_entry_read (self->amount, &value, NULL))
    return;
  amount = value == SALON_VALUE_NONE ? 0 : value;
  asked = g_new0 (Asked, 1);
  asked->self = g_object_ref (self);
  asked->text = in ? _("Put into the drawer.") : _("Taken out of the drawer.");
  salon_form_clear_errors (self->form);
  salon_session_submit (self->session, &salon_command_cash_move,
                        salon_cash_move_request_new (0, in ? amount : -amount, gtk_editable_get_text (GTK_EDITABLE (self->reason))),
                        NULL, NULL, on_submitted, asked);
}

/* ---- building */

static void
salon_drawer_moves_dispose (GObject *object)
{
  SalonDrawerMoves *self = SALON_DRAWER_MOVES (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_drawer_moves_parent_class)->dispose (object);
}

static void
salon_drawer_moves_class_init (SalonDrawerMovesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_drawer_moves_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "drawer.put-in", NULL, action_move);
  gtk_widget_class_install_action (widget_class, "drawer.take-out", NULL, action_move);
}

static void
salon_drawer_moves_init (SalonDrawerMoves *self)
{
}

static GtkWidget *
button_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static void
on_enter (GtkEntry *entry, SalonDrawerMoves *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "drawer.put-in", NULL);
}

/**
 * salon_drawer_moves_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_drawer_moves_new (SalonSession *session)
{
  SalonDrawerMoves *self = g_object_new (SALON_TYPE_DRAWER_MOVES, NULL);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->session = g_object_ref (session);
  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->amount = SALON_VALUE_ENTRY (salon_money_entry_new (currency_of (self)));
  salon_value_entry_set_label (self->amount, C_ ("drawer", "Amount"));
  self->reason = gtk_entry_new ();
  self->moves = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  g_signal_connect (salon_value_entry_get_entry (self->amount), "activate", G_CALLBACK (on_enter), self);
  gtk_box_append (GTK_BOX (self->form), salon_form_field_new ("amount", C_ ("drawer", "Amount"), GTK_WIDGET (self->amount)));
  gtk_box_append (GTK_BOX (self->form), salon_form_field_new ("reason", C_ ("drawer", "What for"), self->reason));
  gtk_box_append (GTK_BOX (buttons), button_new (C_ ("drawer", "Put in"), "drawer.put-in"));
  gtk_box_append (GTK_BOX (buttons), button_new (C_ ("drawer", "Take out"), "drawer.take-out"));
  gtk_box_append (GTK_BOX (self->form), buttons);
  gtk_box_append (GTK_BOX (self->form), GTK_WIDGET (self->moves));
  gtk_widget_set_parent (self->form, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}

/**
 * salon_drawer_moves_show:
 * @moves: (element-type SalonClosingMove): by time
 */
void
salon_drawer_moves_show (SalonDrawerMoves *self, const GPtrArray *moves)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->moves))) != NULL)
    gtk_box_remove (self->moves, child);
  for (guint i = 0; i < moves->len; i++) {
    const SalonClosingMove *move = moves->pdata[i];
    GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
    g_autofree char *when = salon_drawer_time_text (move->at, today);
    g_autofree char *amount = salon_money_format (move->amount, currency_of (self));
    g_autofree char *text = g_strdup_printf ("%s · %s · %s", when, move->reason, move->who != NULL ? move->who : "");
    GtkWidget *label = salon_label_new (text, "salon-secondary");

    gtk_widget_set_hexpand (label, TRUE);
    gtk_box_append (GTK_BOX (row), label);
    gtk_box_append (GTK_BOX (row), salon_label_new (amount, "salon-num"));
    gtk_box_append (self->moves, row);
  }
}
