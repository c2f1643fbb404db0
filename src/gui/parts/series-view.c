/* Hidden while there is no visit.  A visit that repeats already shows its dates instead of those that could be, and what can
 * be done with this one and all later ones: if it was moved or cancelled itself, they can follow. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "gui/parts/quick-book.h"
#include "gui/parts/recurrence-form.h"
#include "gui/parts/series-dates.h"
#include "gui/parts/series-view.h"
#include "gui/parts/waiting-text.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/tone.h"
#include "model/rules/series.h"
#include "model/services/series.h"

struct _SalonSeriesView {
  GtkWidget parent_instance;
  SalonCard *card;
  SalonRecurrenceForm *form;
  SalonSeriesDates *dates;
  GtkBox *rows; /* the visits of one that repeats already */
  GtkWidget *save;
  GtkWidget *cancel_later;
  GtkWidget *follow_later;
  SalonQuickBook *quick;
  SalonSession *session;
  GArray *visits; /* SalonSeriesVisit of a visit that repeats */
  SalonSeriesFollow *follow;
  GPtrArray *checks; /* GtkCheckButton of each later visit that can follow */
  gint64 visit_id;
  SalonQuestion question;
  gboolean opened; /* just now */
};

G_DEFINE_FINAL_TYPE (SalonSeriesView, salon_series_view, GTK_TYPE_WIDGET)

static SalonDay
today_of (SalonSeriesView *self)
{
  return salon_clock_today (salon_session_clock (self->session));
}

/* ---- the dates */

static guint
count_followers (SalonSeriesView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]);
  return n;
}

static void
update_follow (SalonSeriesView *self)
{
  guint n = count_followers (self);
  g_autofree char *label =
      self->follow->cancelled
          ? g_strdup_printf (ngettext ("Cancel %u later visit, too", "Cancel %u later visits, too", n), n)
          : g_strdup_printf (ngettext ("Move %u later visit, too", "Move %u later visits, too", n), n);

  gtk_button_set_label (GTK_BUTTON (self->follow_later), label);
  gtk_widget_set_sensitive (self->follow_later, n > 0);
}

static void
on_check (GtkCheckButton *check, SalonSeriesView *self)
{
  update_follow (self);
}

static void
on_dates (SalonSeriesDates *dates, SalonSeriesView *self)
{
  guint n = salon_series_dates_count (dates);
  g_autofree char *label = g_strdup_printf (ngettext ("Book %u more visit", "Book %u more visits", n), n);

  gtk_button_set_label (GTK_BUTTON (self->save), label);
  gtk_widget_set_sensitive (self->save, n > 0);
}

static void
on_plan (gpointer owner, gpointer answer, const GError *error)
{
  SalonSeriesView *self = owner;

  if (answer != NULL)
    salon_series_dates_show (self->dates, answer, today_of (self));
  else
    salon_series_dates_refuse (self->dates, error->message);
}

static void
ask (SalonSeriesView *self)
{
  SalonRecurrence recurrence = salon_recurrence_form_get (self->form);

  salon_question_ask (&self->question, self, self->session, &salon_query_series_plan, SALON_LANE_INTERACTIVE,
                      salon_series_request_new (self->visit_id, &recurrence), on_plan);
}

/* ---- a visit that repeats */

static char *
visit_text (SalonSeriesView *self, const SalonSeriesVisit *visit, guint number)
{
  const SalonLook *look = salon_look_of_visit_state ((SalonVisitState) visit->state);
  g_autofree char *when = salon_start_text (visit->start_min, today_of (self));

  /* Translators: the number of a visit of those that repeat, when it is, and its state */
  return g_strdup_printf (_("%1$u of %2$u · %3$s · %4$s"), number, self->visits->len, when, salon_look_label (look));
}

static void
append_visit (SalonSeriesView *self, const SalonSeriesVisit *visit, guint number)
{
  g_autofree char *text = visit_text (self, visit, number);
  GtkWidget *label = salon_wrapped_label_new (text, visit->visit_id == self->visit_id ? "salon-heading" : NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->rows, label);
}

static void
clear_visits (SalonSeriesView *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  g_ptr_array_set_size (self->checks, 0);
  g_clear_pointer (&self->follow, salon_series_follow_free);
}

static const SalonSeriesFollower *
follower_of (SalonSeriesView *self, gint64 visit_id)
{
  for (guint i = 0; self->follow != NULL && i < self->follow->followers->len; i++) {
    const SalonSeriesFollower *follower = self->follow->followers->pdata[i];

    if (follower->visit_id == visit_id)
      return follower;
  }
  return NULL;
}

static void
append_follower (SalonSeriesView *self, const SalonSeriesVisit *visit, const SalonSeriesFollower *follower, guint number)
{
  g_autofree char *text = visit_text (self, visit, number);
  g_autofree char *wanted = follower->wanted != follower->start_min ? salon_start_text (follower->wanted, today_of (self)) : NULL;
  g_autofree char *moved = wanted != NULL ? g_strdup_printf ("%s → %s", text, wanted) : NULL;

  GtkWidget *check = NULL;
  GtkWidget *row = salon_series_dates_row_new (moved != NULL ? moved : text, follower->problem == NULL, follower->problem,
                                               SALON_TONE_RED, &check);

  g_signal_connect (check, "toggled", G_CALLBACK (on_check), self);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (self->rows, row);
}

static gboolean
is_open (SalonSeriesView *self)
{
  for (guint i = 0; i < self->visits->len; i++) {
    const SalonSeriesVisit *visit = &g_array_index (self->visits, SalonSeriesVisit, i);

    if (visit->visit_id == self->visit_id)
      return visit->state == SALON_VISIT_BOOKED || visit->state == SALON_VISIT_CONFIRMED;
  }
  return FALSE;
}

static void
on_follow (gpointer owner, gpointer answer, const GError *error)
{
  SalonSeriesView *self = owner;
  g_autoptr (SalonSeriesFollow) follow = answer;
  gboolean any = follow != NULL && follow->followers->len > 0;

  clear_visits (self);
  self->follow = any ? g_steal_pointer (&follow) : NULL;
  for (guint i = 0; i < self->visits->len; i++) {
    const SalonSeriesVisit *visit = &g_array_index (self->visits, SalonSeriesVisit, i);
    const SalonSeriesFollower *follower = follower_of (self, visit->visit_id);

    if (follower != NULL)
      append_follower (self, visit, follower, i + 1);
    else
      append_visit (self, visit, i + 1);
  }
  gtk_widget_set_visible (self->follow_later, any);
  gtk_widget_set_visible (self->cancel_later, is_open (self));
  if (any)
    update_follow (self);
  if (any && self->opened)
    gtk_widget_grab_focus (self->follow_later);
  self->opened = FALSE;
}

static void
on_visits (gpointer owner, gpointer answer, const GError *error)
{
  SalonSeriesView *self = owner;
  gboolean repeats = FALSE;

  g_clear_pointer (&self->visits, g_array_unref);
  self->visits = answer;
  if (self->visits == NULL) {
    salon_series_view_set_visit (self, 0);
    return;
  }
  repeats = self->visits->len > 0;
  gtk_widget_set_visible (GTK_WIDGET (self->form), !repeats);
  gtk_widget_set_visible (self->save, !repeats);
  gtk_widget_set_visible (self->follow_later, FALSE);
  gtk_widget_set_visible (self->cancel_later, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  salon_series_dates_clear (self->dates);
  clear_visits (self);
  if (repeats)
    salon_question_ask (&self->question, self, self->session, &salon_query_series_follow, SALON_LANE_INTERACTIVE,
                        salon_id_request_new (self->visit_id), on_follow);
  else
    ask (self);
}

static void
load (SalonSeriesView *self)
{
  salon_question_ask (&self->question, self, self->session, &salon_query_series_visits, SALON_LANE_INTERACTIVE,
                      salon_id_request_new (self->visit_id), on_visits);
}

/* ---- saving */

static gpointer
make_request (gconstpointer plan, gboolean warnings, gboolean alert)
{
  SalonSeriesRequest *request = salon_series_request_copy (plan);

  request->accept_warnings = warnings;
  return request;
}

static void
action_save (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSeriesView *self = SALON_SERIES_VIEW (widget);
  SalonRecurrence recurrence = salon_recurrence_form_get (self->form);
  SalonSeriesRequest *request = NULL;
  g_autofree char *text = NULL;
  guint n = salon_series_dates_count (self->dates);

  if (n == 0)
    return;
  request = salon_series_request_new (self->visit_id, &recurrence);
  request->starts = salon_series_dates_get_starts (self->dates);
  text = g_strdup_printf (ngettext ("%u more visit is booked.", "%u more visits are booked.", n), n);
  salon_quick_book_run (self->quick, &salon_command_series_book, make_request, request,
                        (GDestroyNotify) salon_series_request_free, text);
}

static gpointer
make_follow (gconstpointer plan, gboolean warnings, gboolean alert)
{
  const SalonSeriesFollowRequest *chosen = plan;
  SalonSeriesFollowRequest *request = salon_series_follow_request_new (chosen->visit_id, g_array_copy (chosen->visit_ids));

  request->accept_warnings = warnings;
  return request;
}

static void
action_follow (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSeriesView *self = SALON_SERIES_VIEW (widget);
  g_autofree char *text = NULL;
  guint n = self->follow != NULL ? count_followers (self) : 0;
  GArray *ids = NULL;

  if (n == 0)
    return;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_array_append_val (ids, ((const SalonSeriesFollower *) self->follow->followers->pdata[i])->visit_id);
  text = self->follow->cancelled
             ? g_strdup_printf (ngettext ("%u later visit is cancelled.", "%u later visits are cancelled.", n), n)
             : g_strdup_printf (ngettext ("%u later visit is moved.", "%u later visits are moved.", n), n);
  salon_quick_book_run (self->quick, &salon_command_series_follow, make_follow, salon_series_follow_request_new (self->visit_id, ids),
                        (GDestroyNotify) salon_series_follow_request_free, text);
}

static gpointer
make_cancel (gconstpointer plan, gboolean warnings, gboolean alert)
{
  return salon_state_request_new (*(const gint64 *) plan, SALON_VISIT_CANCELLED, NULL);
}

static void
action_cancel_later (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSeriesView *self = SALON_SERIES_VIEW (widget);

  salon_quick_book_run (self->quick, &salon_command_series_cancel, make_cancel, g_memdup2 (&self->visit_id, sizeof self->visit_id),
                        g_free, _("This visit and all later ones are cancelled."));
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_series_view_set_visit (SALON_SERIES_VIEW (widget), 0);
}

/* ---- callbacks */

static void
on_changed (SalonRecurrenceForm *form, SalonSeriesView *self)
{
  if (self->session != NULL && self->visit_id != 0 && gtk_widget_get_visible (GTK_WIDGET (form)))
    ask (self);
}

/* Dates that are being chosen are not disturbed by other people's visits. */
static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonSeriesView *self)
{
  gboolean repeats = self->visits != NULL && self->visits->len > 0;

  if (self->visit_id != 0
      && (repeats ? salon_change_set_touches (changes, "visit") : salon_change_set_contains (changes, "visit", self->visit_id)))
    load (self);
}

static void
on_actor_changed (SalonSession *session, SalonSeriesView *self)
{
  salon_series_view_set_visit (self, 0);
}

/* ---- building */

static void
salon_series_view_dispose (GObject *object)
{
  SalonSeriesView *self = SALON_SERIES_VIEW (object);

  salon_question_drop (&self->question);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->follow, salon_series_follow_free);
  g_clear_pointer (&self->visits, g_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_series_view_parent_class)->dispose (object);
}

static void
salon_series_view_class_init (SalonSeriesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_series_view_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "series.save", NULL, action_save);
  gtk_widget_class_install_action (widget_class, "series.follow", NULL, action_follow);
  gtk_widget_class_install_action (widget_class, "series.cancel-later", NULL, action_cancel_later);
  gtk_widget_class_install_action (widget_class, "series.close", NULL, action_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "series.save", NULL);
}

static void
build (SalonSeriesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *close = salon_icon_button_new ("salon-close-symbolic", _("Close"));

  self->card = SALON_CARD (salon_card_new (_("Repeat the visit")));
  self->form = SALON_RECURRENCE_FORM (salon_recurrence_form_new ());
  self->dates = SALON_SERIES_DATES (salon_series_dates_new ());
  self->rows = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->quick = SALON_QUICK_BOOK (salon_quick_book_new (self->session));
  self->save = gtk_button_new ();
  self->cancel_later = gtk_button_new_with_label (_("Cancel this and all later ones"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "series.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "series.save");
  self->follow_later = gtk_button_new ();
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel_later), "series.cancel-later");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->follow_later), "series.follow");
  gtk_widget_add_css_class (self->follow_later, "suggested-action");
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_add_css_class (self->cancel_later, "salon-outlined");
  salon_card_add_suffix (self->card, close);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dates));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quick));
  gtk_box_append (GTK_BOX (box), self->save);
  gtk_box_append (GTK_BOX (box), self->follow_later);
  gtk_box_append (GTK_BOX (box), self->cancel_later);
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_signal_connect (self->form, "changed", G_CALLBACK (on_changed), self);
  g_signal_connect (self->dates, "changed", G_CALLBACK (on_dates), self);
}

static void
salon_series_view_init (SalonSeriesView *self)
{
  self->checks = g_ptr_array_new ();
}

/**
 * salon_series_view_new:
 *
 * Returns: (transfer floating): hidden until it has a visit
 */
GtkWidget *
salon_series_view_new (SalonSession *session)
{
  SalonSeriesView *self = g_object_new (SALON_TYPE_SERIES_VIEW, NULL);

  self->session = g_object_ref (session);
  build (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_series_view_set_visit:
 * @visit_id: 0 hides the view
 */
void
salon_series_view_set_visit (SalonSeriesView *self, gint64 visit_id)
{
  self->visit_id = visit_id;
  self->opened = visit_id != 0;
  salon_question_drop (&self->question);
  salon_quick_book_hide (self->quick);
  if (visit_id != 0)
    load (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
