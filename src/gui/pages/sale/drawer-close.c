/* What must be in the drawer is told when it has been counted, never before. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/drawer-close.h"
#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/money-entry.h"
#include "model/services/cash-shift.h"

struct _SalonDrawerClose {
  GtkWidget parent_instance;
  SalonSession *session;
  gint64 shift_id;
  GtkLabel *since;
  GtkWidget *form;
  SalonValueEntry *counted;
  GtkWidget *count_button;
  GtkWidget *after_count; /* what is asked when the difference is known */
  GtkLabel *difference;
  SalonValueEntry *taken_out;
  GtkWidget *explanation;
};

G_DEFINE_FINAL_TYPE (SalonDrawerClose, salon_drawer_close, GTK_TYPE_WIDGET)

enum { SIGNAL_CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const SalonCurrency *
currency_of (SalonDrawerClose *self)
{
  return salon_directory_currency (salon_directory_of (self->session));
}

static void
forget_count (SalonDrawerClose *self)
{
  gtk_widget_set_visible (self->after_count, FALSE);
  gtk_widget_set_visible (self->count_button, TRUE);
}

/* What cannot be read says so below its field. */
static SalonCashCloseRequest *
read_request (SalonDrawerClose *self)
{
  const char *why = gtk_editable_get_text (GTK_EDITABLE (self->explanation));
  gint64 counted = SALON_VALUE_NONE;
  gint64 taken_out = SALON_VALUE_NONE;

  salon_form_clear_errors (self->form);
  if (!salon_value_entry_read (self->counted, &counted, NULL) || !salon_value_entry_read (self->taken_out, &taken_out, NULL))
    return NULL;
  if (counted == SALON_VALUE_NONE) {
    /* nothing is compared with an empty field: an empty drawer is a 0 that was typed */
    salon_value_entry_set_error (self->counted, _("Count the cash and type how much it is."));
    return NULL;
  }
  return salon_cash_close_request_new (self->shift_id, counted, taken_out == SALON_VALUE_NONE ? 0 : taken_out, *why != '\0' ? why : NULL);
}

/* ---- closing */

static void
on_closed (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonDrawerClose) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  if (ok)
    g_signal_emit (self, signals[SIGNAL_CLOSED], 0, done.id);
  else if (!salon_form_mark (self->form, error))
    salon_note_error (GTK_WIDGET (self), error);
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDrawerClose *self = SALON_DRAWER_CLOSE (widget);
  SalonCashCloseRequest *request = read_request (self);

  if (request != NULL)
    salon_session_submit (self->session, &salon_command_cash_close, request, NULL, NULL, on_closed, g_object_ref (self));
}

/* ---- comparing */

static char *
difference_text (SalonDrawerClose *self, const SalonCashCount *count)
{
  g_autofree char *expected = salon_money_format (count->expected, currency_of (self));
  g_autofree char *difference = salon_money_format (ABS (count->difference), currency_of (self));

  if (count->difference == 0)
    return g_strdup_printf (_("It is right: %s."), expected);
  if (count->difference > 0)
    return g_strdup_printf (_("%s too much: there should be %s."), difference, expected);
  return g_strdup_printf (_("%s is missing: there should be %s."), difference, expected);
}

static void
show_difference (SalonDrawerClose *self, const SalonCashCount *count)
{
  g_autofree char *text = difference_text (self, count);

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
  g_autoptr (SalonDrawerClose) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonCashCount) count = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (count != NULL)
    show_difference (self, count);
  else if (!salon_form_mark (self->form, error))
    salon_note_error (GTK_WIDGET (self), error);
}

static void
action_count (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDrawerClose *self = SALON_DRAWER_CLOSE (widget);
  SalonCashCloseRequest *request = read_request (self);

  if (request != NULL)
    salon_session_query (self->session, &salon_query_cash_count, SALON_LANE_INTERACTIVE, request, NULL, on_count, g_object_ref (self));
}

static void
on_counted (SalonValueEntry *entry, GParamSpec *spec, SalonDrawerClose *self)
{
  forget_count (self);
}

/* ---- building */

static gboolean
salon_drawer_close_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_DRAWER_CLOSE (widget)->counted));
}

static void
salon_drawer_close_dispose (GObject *object)
{
  SalonDrawerClose *self = SALON_DRAWER_CLOSE (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_drawer_close_parent_class)->dispose (object);
}

static void
salon_drawer_close_class_init (SalonDrawerCloseClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_drawer_close_dispose;
  widget_class->grab_focus = salon_drawer_close_grab_focus;

  /**
   * SalonDrawerClose::closed:
   * @shift_id: what was closed, and has its report now
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", SALON_TYPE_DRAWER_CLOSE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_INT64);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "drawer.count", NULL, action_count);
  gtk_widget_class_install_action (widget_class, "drawer.close", NULL, action_close);
}

static void
salon_drawer_close_init (SalonDrawerClose *self)
{
}

/* Enter in a field does what the button below it does. */
static void
on_enter (GtkEntry *entry, const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (entry), action, NULL);
}

static SalonValueEntry *
add_money (SalonDrawerClose *self, GtkWidget *box, const char *name, const char *label, const char *action)
{
  GtkWidget *entry = salon_money_entry_new (currency_of (self));

  g_signal_connect (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry)), "activate", G_CALLBACK (on_enter), (gpointer) action);
  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), label);
  gtk_box_append (GTK_BOX (box), salon_form_field_new (name, label, entry));
  return SALON_VALUE_ENTRY (entry);
}

static GtkWidget *
button_new (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  return button;
}

static GtkWidget *
build_after_count (SalonDrawerClose *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  self->difference = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-heading"));
  self->explanation = gtk_entry_new ();
  g_signal_connect (self->explanation, "activate", G_CALLBACK (on_enter), (gpointer) "drawer.close");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->difference));
  gtk_box_append (GTK_BOX (box), salon_form_field_new ("explanation", _("Why it differs"), self->explanation));
  self->taken_out = add_money (self, box, "taken_out", _("Taken to the safe or the bank"), "drawer.close");
  gtk_box_append (GTK_BOX (box), button_new (_("Close the drawer"), "drawer.close"));
  return box;
}

/**
 * salon_drawer_close_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_drawer_close_new (SalonSession *session)
{
  SalonDrawerClose *self = g_object_new (SALON_TYPE_DRAWER_CLOSE, NULL);

  self->session = g_object_ref (session);
  self->form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->since = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  gtk_box_append (GTK_BOX (self->form), GTK_WIDGET (self->since));
  self->counted = add_money (self, self->form, "counted", _("Counted in the drawer"), "drawer.count");
  self->count_button = button_new (_("Compare"), "drawer.count");
  gtk_box_append (GTK_BOX (self->form), self->count_button);
  self->after_count = build_after_count (self);
  gtk_box_append (GTK_BOX (self->form), self->after_count);
  gtk_widget_set_visible (self->after_count, FALSE);
  gtk_widget_set_parent (self->form, GTK_WIDGET (self));
  g_signal_connect (self->counted, "notify::value", G_CALLBACK (on_counted), self);
  return GTK_WIDGET (self);
}

/**
 * salon_drawer_close_set_shift:
 * @shift_id: what is counted; 0 = the drawer is closed
 * @since: (nullable): since when it is open, a sentence
 *
 * What was typed stays, unless it is another shift.
 */
void
salon_drawer_close_set_shift (SalonDrawerClose *self, gint64 shift_id, const char *since)
{
  gtk_label_set_text (self->since, since != NULL ? since : "");
  if (shift_id == self->shift_id)
    return;
  self->shift_id = shift_id;
  salon_value_entry_set_value (self->counted, SALON_VALUE_NONE);
  salon_value_entry_set_value (self->taken_out, SALON_VALUE_NONE);
  gtk_editable_set_text (GTK_EDITABLE (self->explanation), "");
  forget_count (self);
}
