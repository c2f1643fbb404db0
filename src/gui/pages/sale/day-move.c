/* The next day at the same time stands there already.  What is refused is said below, and what was typed stays. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/day-move.h"
#include "gui/parts/notes.h"
#include "gui/widgets/build.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/time-entry.h"
#include "model/services/booking.h"

struct _SalonDayMove {
  GtkWidget parent_instance;
  SalonSession *session;
  SalonDeskVisit *visit;
  SalonValueEntry *day;
  SalonValueEntry *time;
  GtkLabel *problem;
};

G_DEFINE_FINAL_TYPE (SalonDayMove, salon_day_move, GTK_TYPE_WIDGET)

typedef struct {
  SalonDayMove *self;
  GtkWidget *window; /* the row may be gone when the answer comes */
} Asked;

static void
say (SalonDayMove *self, const char *problem)
{
  gtk_label_set_text (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
}

static void
on_moved (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonDayMove) self = asked->self;
  g_autoptr (GtkWidget) window = asked->window;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };
  gboolean ok = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (ok)
    /* Translators: a visit */
    salon_note_done (window, _("Moved to another day."), &done);
  else if (self->session != NULL)
    say (self, error->message);
}

static void
action_move (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDayMove *self = SALON_DAY_MOVE (widget);
  gint64 day = SALON_VALUE_NONE;
  gint64 minute = SALON_VALUE_NONE;
  Asked *asked = NULL;

  say (self, NULL);
  if (!salon_value_entry_read (self->day, &day, NULL) || !salon_value_entry_read (self->time, &minute, NULL))
    return;
  if (day == SALON_VALUE_NONE || minute == SALON_VALUE_NONE) {
    say (self, _("Say on which day and when."));
    return;
  }
  asked = g_new0 (Asked, 1);
  asked->self = g_object_ref (self);
  asked->window = g_object_ref (salon_shell_of (widget));
  salon_session_submit (self->session, &salon_command_move,
                        salon_move_request_new (self->visit->visit_id, day * SALON_MINUTES_A_DAY + minute), NULL, NULL, on_moved, asked);
}

static void
on_enter (GtkEntry *entry, SalonDayMove *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "day.move", NULL);
}

static gboolean
salon_day_move_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (SALON_DAY_MOVE (widget)->day));
}

static void
salon_day_move_dispose (GObject *object)
{
  SalonDayMove *self = SALON_DAY_MOVE (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_object (&self->visit);
  G_OBJECT_CLASS (salon_day_move_parent_class)->dispose (object);
}

static void
salon_day_move_class_init (SalonDayMoveClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_day_move_dispose;
  widget_class->grab_focus = salon_day_move_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "day.move", NULL, action_move);
}

static void
salon_day_move_init (SalonDayMove *self)
{
}

static void
add_entry (SalonDayMove *self, GtkWidget *box, SalonValueEntry **place, const char *name, const char *label, GtkWidget *entry)
{
  *place = SALON_VALUE_ENTRY (entry);
  g_signal_connect (salon_value_entry_get_entry (*place), "activate", G_CALLBACK (on_enter), self);
  salon_value_entry_set_label (*place, label);
  gtk_box_append (GTK_BOX (box), salon_form_field_new (name, label, entry));
}

/**
 * salon_day_move_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_day_move_new (SalonSession *session, SalonDeskVisit *visit)
{
  SalonDayMove *self = g_object_new (SALON_TYPE_DAY_MOVE, NULL);
  SalonDay today = salon_clock_today (salon_session_clock (session));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *button = gtk_button_new_with_label (C_ ("visit", "Move"));

  self->session = g_object_ref (session);
  self->visit = g_object_ref (visit);
  add_entry (self, line, &self->day, "day", C_ ("visit", "Day"), salon_date_entry_new (today));
  add_entry (self, line, &self->time, "start_min", C_ ("visit", "Time"), salon_time_entry_new ());
  salon_value_entry_set_value (self->day, today + 1);
  salon_value_entry_set_value (self->time, visit->start_min % SALON_MINUTES_A_DAY);
  self->problem = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-error-text"));
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "day.move");
  gtk_widget_set_valign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (line), button);
  gtk_widget_set_halign (line, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), line);
  gtk_widget_set_halign (GTK_WIDGET (self->problem), GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
