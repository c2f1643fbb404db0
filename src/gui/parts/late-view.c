/* Hidden while there is no visit.  A press on the minutes tells what they mean; nothing is written before the answer. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/parts/late-view.h"
#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/wrap-layout.h"
#include "model/services/late.h"

static const int steps[] = { 5, 10, 15, 20, 30, 45 };

struct _SalonLateView {
  GtkWidget parent_instance;
  GtkLabel *text;
  GtkWidget *shift;
  GtkWidget *keep;
  GtkToggleButton *buttons[G_N_ELEMENTS (steps)];
  SalonSession *session;
  gint64 visit_id;
  int minutes;
  SalonQuestion question;
};

G_DEFINE_FINAL_TYPE (SalonLateView, salon_late_view, GTK_TYPE_WIDGET)

static void
show_answers (SalonLateView *self, const SalonLatePlan *plan)
{
  gint64 old_start = plan->start_min - plan->minutes;
  g_autofree char *new_time = salon_minute_format ((int) (plan->start_min % SALON_MINUTES_A_DAY));
  g_autofree char *old_time = salon_minute_format ((int) (old_start % SALON_MINUTES_A_DAY));
  /* Translators: a time */
  g_autofree char *shift = g_strdup_printf (_("Move to %s"), new_time);
  /* Translators: a time */
  g_autofree char *keep = g_strdup_printf (_("Keep %s, note it"), old_time);
  g_autofree char *free_text = g_strdup_printf (_("Nobody is in the way at %s."), new_time);
  g_autofree char *taken = g_strjoin (" ", plan->problem != NULL ? plan->problem : "", plan->pushes, NULL);

  gtk_label_set_text (self->text, plan->can_shift ? free_text : taken);
  gtk_button_set_label (GTK_BUTTON (self->shift), shift);
  gtk_button_set_label (GTK_BUTTON (self->keep), keep);
  gtk_widget_set_visible (GTK_WIDGET (self->text), TRUE);
  gtk_widget_set_visible (self->shift, plan->can_shift);
  gtk_widget_set_visible (self->keep, TRUE);
}

static void
hide_answers (SalonLateView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->text), FALSE);
  gtk_widget_set_visible (self->shift, FALSE);
  gtk_widget_set_visible (self->keep, FALSE);
}

static void
on_plan (gpointer owner, gpointer answer, const GError *error)
{
  SalonLateView *self = owner;
  g_autoptr (SalonLatePlan) plan = answer;

  if (plan != NULL) {
    show_answers (self, plan);
    return;
  }
  hide_answers (self);
  gtk_label_set_text (self->text, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->text), TRUE);
}

/* Who has come meanwhile, or was cancelled, is not late any more. */
static void
on_plan_again (gpointer owner, gpointer answer, const GError *error)
{
  SalonLateView *self = owner;
  g_autoptr (SalonLatePlan) plan = answer;

  if (plan == NULL)
    salon_late_view_set_visit (self, 0);
  else if (self->minutes != 0)
    show_answers (self, plan);
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonLateView *self)
{
  if (self->visit_id != 0 && salon_change_set_contains (changes, "visit", self->visit_id))
    salon_question_ask (&self->question, self, session, &salon_query_late_plan, SALON_LANE_INTERACTIVE,
                        salon_late_request_new (self->visit_id, self->minutes != 0 ? self->minutes : steps[0], FALSE),
                        on_plan_again);
}

static void
on_minutes (GtkToggleButton *button, SalonLateView *self)
{
  if (!gtk_toggle_button_get_active (button) || self->visit_id == 0)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (self->buttons[i] == button)
      self->minutes = steps[i];
  salon_question_ask (&self->question, self, self->session, &salon_query_late_plan, SALON_LANE_INTERACTIVE,
                      salon_late_request_new (self->visit_id, self->minutes, FALSE), on_plan);
}

/* ---- answers */

static void
on_noted (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonLateView) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (self->session == NULL)
    return;
  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  salon_note_done (GTK_WIDGET (self), _("It is noted that the client will be late."), &done);
  salon_late_view_set_visit (self, 0);
}

static void
answer (SalonLateView *self, gboolean shift)
{
  if (self->visit_id != 0 && self->minutes != 0)
    salon_session_submit (self->session, &salon_command_late, salon_late_request_new (self->visit_id, self->minutes, shift), NULL,
                          NULL, on_noted, g_object_ref (self));
}

static void
action_shift (GtkWidget *widget, const char *name, GVariant *target)
{
  answer (SALON_LATE_VIEW (widget), TRUE);
}

static void
action_keep (GtkWidget *widget, const char *name, GVariant *target)
{
  answer (SALON_LATE_VIEW (widget), FALSE);
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_late_view_set_visit (SALON_LATE_VIEW (widget), 0);
}

static void
on_actor_changed (SalonSession *session, SalonLateView *self)
{
  salon_late_view_set_visit (self, 0);
}

/* ---- building */

static void
salon_late_view_dispose (GObject *object)
{
  SalonLateView *self = SALON_LATE_VIEW (object);

  salon_question_drop (&self->question);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_late_view_parent_class)->dispose (object);
}

static void
salon_late_view_class_init (SalonLateViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_late_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "late.shift", NULL, action_shift);
  gtk_widget_class_install_action (widget_class, "late.keep", NULL, action_keep);
  gtk_widget_class_install_action (widget_class, "late.close", NULL, action_close);
}

static GtkWidget *
build_steps (SalonLateView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, salon_wrap_layout_new (6, 6));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autofree char *label = g_strdup_printf (ngettext ("%d min", "%d min", (gulong) steps[i]), steps[i]);

    self->buttons[i] = GTK_TOGGLE_BUTTON (gtk_toggle_button_new_with_label (label));
    gtk_widget_add_css_class (GTK_WIDGET (self->buttons[i]), "salon-outlined");
    if (i > 0)
      gtk_toggle_button_set_group (self->buttons[i], self->buttons[0]);
    g_signal_connect (self->buttons[i], "toggled", G_CALLBACK (on_minutes), self);
    gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->buttons[i]));
  }
  return box;
}

static void
salon_late_view_init (SalonLateView *self)
{
  GtkWidget *card = salon_card_new (_("How late?"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *close = salon_icon_button_new ("salon-close-symbolic", _("Close"));

  self->text = GTK_LABEL (salon_wrapped_label_new (NULL, NULL));
  gtk_label_set_xalign (self->text, 0);
  self->shift = gtk_button_new ();
  self->keep = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "late.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->shift), "late.shift");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->keep), "late.keep");
  gtk_widget_add_css_class (self->shift, "suggested-action");
  gtk_widget_add_css_class (self->keep, "salon-outlined");
  salon_card_add_suffix (SALON_CARD (card), close);
  gtk_box_append (GTK_BOX (box), build_steps (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->text));
  gtk_box_append (GTK_BOX (box), self->shift);
  gtk_box_append (GTK_BOX (box), self->keep);
  salon_card_set_child (SALON_CARD (card), box);
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  hide_answers (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_late_view_new:
 *
 * Returns: (transfer floating): hidden until it has a visit
 */
GtkWidget *
salon_late_view_new (SalonSession *session)
{
  SalonLateView *self = g_object_new (SALON_TYPE_LATE_VIEW, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_late_view_set_visit:
 * @visit_id: 0 hides the view
 */
void
salon_late_view_set_visit (SalonLateView *self, gint64 visit_id)
{
  self->visit_id = 0; /* nothing is asked while the buttons come up */
  self->minutes = 0;
  salon_question_drop (&self->question);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_toggle_button_set_active (self->buttons[i], FALSE);
  hide_answers (self);
  self->visit_id = visit_id;
  gtk_widget_set_visible (GTK_WIDGET (self), visit_id != 0);
  if (visit_id != 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->buttons[2]));
}
