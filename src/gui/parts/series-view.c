/* Hidden while there is no visit.  A visit that repeats already shows its dates instead of those that could be, and what can
 * be done with this one and all later ones. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
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
  GtkBox *visits; /* of one that repeats already */
  GtkWidget *save;
  GtkWidget *cancel_later;
  SalonQuickBook *quick;
  SalonSession *session;
  gint64 visit_id;
  guint generation;
};

G_DEFINE_FINAL_TYPE (SalonSeriesView, salon_series_view, GTK_TYPE_WIDGET)

typedef struct {
  SalonSeriesView *view; /* strong */
  guint generation;
} Asked;

static Asked *
asked_new (SalonSeriesView *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->view = g_object_ref (self);
  asked->generation = self->generation;
  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->view);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

static SalonDay
today_of (SalonSeriesView *self)
{
  return salon_clock_today (salon_session_clock (self->session));
}

/* ---- the dates */

static void
update_save (SalonSeriesView *self)
{
  guint n = salon_series_dates_count (self->dates);
  g_autofree char *label = g_strdup_printf (ngettext ("Book %u more visit", "Book %u more visits", n), n);

  gtk_button_set_label (GTK_BUTTON (self->save), label);
  gtk_widget_set_sensitive (self->save, n > 0);
}

static void
on_dates (SalonSeriesDates *dates, SalonSeriesView *self)
{
  update_save (self);
}

static void
on_plan (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  SalonSeriesView *self = asked->view;
  g_autoptr (GError) error = NULL;
  GPtrArray *plan = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || asked->generation != self->generation) {
    g_clear_pointer (&plan, g_ptr_array_unref);
    return;
  }
  if (plan != NULL)
    salon_series_dates_show (self->dates, plan, today_of (self));
  else
    salon_series_dates_refuse (self->dates, error->message);
}

static void
ask (SalonSeriesView *self)
{
  SalonRecurrence recurrence = salon_recurrence_form_get (self->form);

  self->generation++;
  salon_session_query (self->session, &salon_query_series_plan, SALON_LANE_INTERACTIVE,
                       salon_series_request_new (self->visit_id, &recurrence), NULL, on_plan, asked_new (self));
}

/* ---- a visit that repeats */

static void
append_visit (SalonSeriesView *self, const SalonSeriesVisit *visit, guint number, guint n)
{
  const SalonLook *look = salon_look_of_visit_state ((SalonVisitState) visit->state);
  g_autofree char *when = salon_start_text (visit->start_min, today_of (self));
  /* Translators: the number of a visit of those that repeat, when it is, and its state */
  g_autofree char *text = g_strdup_printf (_("%1$u of %2$u · %3$s · %4$s"), number, n, when, salon_look_label (look));
  GtkWidget *label = salon_wrapped_label_new (text, visit->visit_id == self->visit_id ? "salon-heading" : NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->visits, label);
}

static void
clear_visits (SalonSeriesView *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->visits))) != NULL)
    gtk_box_remove (self->visits, child);
}

static void
on_visits (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  SalonSeriesView *self = asked->view;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) visits = salon_session_query_finish (SALON_SESSION (source), result, &error);
  gboolean repeats = visits != NULL && visits->len > 0;

  if (self->session == NULL || asked->generation != self->generation || self->visit_id == 0)
    return;
  if (visits == NULL) {
    salon_series_view_set_visit (self, 0);
    return;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->form), !repeats);
  gtk_widget_set_visible (self->save, !repeats);
  gtk_widget_set_visible (self->cancel_later, repeats);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  salon_series_dates_clear (self->dates);
  clear_visits (self);
  for (guint i = 0; repeats && i < visits->len; i++)
    append_visit (self, &g_array_index (visits, SalonSeriesVisit, i), i + 1, visits->len);
  if (!repeats)
    ask (self);
}

static void
load (SalonSeriesView *self)
{
  self->generation++;
  salon_session_query (self->session, &salon_query_series_visits, SALON_LANE_INTERACTIVE, salon_id_request_new (self->visit_id),
                       NULL, on_visits, asked_new (self));
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

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonSeriesView *self)
{
  if (self->visit_id != 0 && salon_change_set_contains (changes, "visit", self->visit_id))
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

  salon_dispose_children (GTK_WIDGET (self));
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
  self->visits = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  self->quick = SALON_QUICK_BOOK (salon_quick_book_new (self->session));
  self->save = gtk_button_new ();
  self->cancel_later = gtk_button_new_with_label (_("Cancel this and all later ones"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "series.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->save), "series.save");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->cancel_later), "series.cancel-later");
  gtk_widget_add_css_class (self->save, "suggested-action");
  gtk_widget_add_css_class (self->cancel_later, "salon-outlined");
  salon_card_add_suffix (self->card, close);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->form));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dates));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->visits));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quick));
  gtk_box_append (GTK_BOX (box), self->save);
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
  self->generation++;
  salon_quick_book_hide (self->quick);
  if (visit_id != 0)
    load (self);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
