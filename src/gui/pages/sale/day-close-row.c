/* Each answer is one press, and each but paying has its Undo. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/sale/day-close-row.h"
#include "gui/pages/sale/day-move.h"
#include "gui/parts/directory.h"
#include "gui/parts/visit-verbs.h"
#include "gui/widgets/build.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/tone.h"

struct _SalonDayCloseRow {
  GtkListBoxRow parent_instance;
  SalonSession *session;
  SalonDeskVisit *visit;
  GtkBox *box;
  GtkWidget *move; /* NULL until it is asked for */
};

G_DEFINE_FINAL_TYPE (SalonDayCloseRow, salon_day_close_row, GTK_TYPE_LIST_BOX_ROW)

/* The others are for the day itself. */
#define ANSWERS (SALON_VISIT_VERB_CHECK_OUT | SALON_VISIT_VERB_NO_SHOW | SALON_VISIT_VERB_CANCEL)

static void
run_verb (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDayCloseRow *self = SALON_DAY_CLOSE_ROW (widget);
  guint n = 0;
  const SalonVisitVerbInfo *infos = salon_visit_verb_infos (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (infos[i].action, name))
      salon_visit_verb_run (salon_shell_of (widget), self->session, self->visit, infos[i].verb, NULL);
}

/* Paying says by itself that she was there. */
static SalonVisitVerbs
verbs_now (SalonDayCloseRow *self)
{
  SalonVisitVerbs now = salon_visit_verbs_now (self->session, self->visit);

  if ((now & SALON_VISIT_VERB_FINISH) != 0
      && salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), SALON_PERMISSION_SELL))
    now |= SALON_VISIT_VERB_CHECK_OUT;
  return now;
}

/* ---- building */

/* The day and the time are asked for below the visit. */
static void
action_another_day (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonDayCloseRow *self = SALON_DAY_CLOSE_ROW (widget);

  if (self->move == NULL) {
    self->move = salon_day_move_new (self->session, self->visit);
    gtk_box_append (self->box, self->move);
  } else {
    gtk_widget_set_visible (self->move, !gtk_widget_get_visible (self->move));
  }
  if (gtk_widget_get_visible (self->move))
    gtk_widget_grab_focus (self->move);
}

static void
salon_day_close_row_dispose (GObject *object)
{
  SalonDayCloseRow *self = SALON_DAY_CLOSE_ROW (object);

  self->move = NULL;
  g_clear_object (&self->session);
  g_clear_object (&self->visit);
  G_OBJECT_CLASS (salon_day_close_row_parent_class)->dispose (object);
}

static void
salon_day_close_row_class_init (SalonDayCloseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_day_close_row_dispose;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "day.another", NULL, action_another_day);
  salon_visit_verbs_install (GTK_WIDGET_CLASS (klass), run_verb);
}

static void
salon_day_close_row_init (SalonDayCloseRow *self)
{
}

static char *
when_text (SalonDayCloseRow *self)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  SalonDay day = (SalonDay) (self->visit->start_min / SALON_MINUTES_A_DAY);
  g_autofree char *minute = salon_minute_format ((int) (self->visit->start_min % SALON_MINUTES_A_DAY));
  g_autofree char *date = salon_day_format_relative (day, today);

  return day == today ? g_steal_pointer (&minute) : g_strdup_printf ("%s, %s", date, minute);
}

static GtkWidget *
build_words (SalonDayCloseRow *self)
{
  const SalonDeskVisit *visit = self->visit;
  const SalonLook *look = salon_look_of_visit_state ((int) visit->state);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *first = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name (look->icon_name);
  g_autofree char *when = when_text (self);
  g_autofree char *price = salon_money_format (visit->price, salon_directory_currency (salon_directory_of (self->session)));
  g_autofree char *state = g_strdup_printf ("%s · %s", when, salon_look_label (look));
  g_autofree char *what = g_strjoin (" · ", visit->services != NULL ? visit->services : "",
                                     visit->employees != NULL ? visit->employees : "", price, NULL);

  gtk_widget_add_css_class (icon, salon_tone_css_class (look->tone));
  gtk_box_append (GTK_BOX (first), icon);
  gtk_box_append (GTK_BOX (first), salon_label_new (visit->client, "salon-heading"));
  gtk_box_append (GTK_BOX (first), salon_label_new (state, "salon-secondary"));
  gtk_box_append (GTK_BOX (words), first);
  gtk_box_append (GTK_BOX (words), salon_wrapped_label_new (what, "salon-secondary"));
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  return words;
}

static void
add_answer (GtkWidget *box, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_add_css_class (button, "salon-outlined");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (box), button);
}

static GtkWidget *
build_answers (SalonDayCloseRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  SalonVisitVerbs now = verbs_now (self);
  guint n = 0;
  const SalonVisitVerbInfo *infos = salon_visit_verb_infos (&n);

  for (guint i = 0; i < n; i++) {
    gboolean on = (now & ANSWERS & infos[i].verb) != 0;

    gtk_widget_action_set_enabled (GTK_WIDGET (self), infos[i].action, on);
    if (on)
      add_answer (box, g_dpgettext2 (GETTEXT_PACKAGE, "visit", infos[i].label), infos[i].action);
  }
  if ((now & SALON_VISIT_VERB_MOVE) != 0)
    add_answer (box, C_ ("visit", "Another day …"), "day.another");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  return box;
}

/**
 * salon_day_close_row_new:
 *
 * Returns: (transfer floating)
 */
GtkWidget *
salon_day_close_row_new (SalonSession *session, SalonDeskVisit *visit)
{
  SalonDayCloseRow *self = g_object_new (SALON_TYPE_DAY_CLOSE_ROW, NULL);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *when = NULL;
  g_autofree char *label = NULL;

  self->session = g_object_ref (session);
  self->visit = g_object_ref (visit);
  when = when_text (self);
  label = g_strjoin (", ", when, visit->client, salon_look_label (salon_look_of_visit_state ((int) visit->state)), NULL);
  salon_set_accessible_label (self, label);
  gtk_box_append (GTK_BOX (line), build_words (self));
  gtk_box_append (GTK_BOX (line), build_answers (self));
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 9));
  gtk_box_append (self->box, line);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->box));
  return GTK_WIDGET (self);
}

/**
 * salon_day_close_row_get_visit:
 *
 * Returns: (transfer none)
 */
SalonDeskVisit *
salon_day_close_row_get_visit (SalonDayCloseRow *self)
{
  return self->visit;
}

/**
 * salon_day_close_row_take_over:
 * @old: the row of the same visit before
 *
 * What was typed goes on in the new row.
 *
 * Returns: whether it has the focus
 */
gboolean
salon_day_close_row_take_over (SalonDayCloseRow *self, SalonDayCloseRow *old)
{
  GtkWidget *move = old->move;
  gboolean focused = move != NULL && salon_has_focus (move);

  if (move == NULL)
    return FALSE;
  old->move = NULL;
  g_object_ref (move);
  gtk_box_remove (old->box, move);
  gtk_box_append (self->box, move);
  g_object_unref (move);
  self->move = move;
  if (focused)
    gtk_widget_grab_focus (move);
  return focused;
}
