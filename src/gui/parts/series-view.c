/* Hidden while there is no visit.  A date that is free stands as it is; for one that is not the reason is told, the best
 * free time is chosen and others can be; each can be left out.  A visit that repeats already shows its dates instead, and
 * what can be done with this one and all later ones: if it was moved or cancelled itself, they can follow. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/question.h"
#include "gui/parts/quick-book.h"
#include "gui/parts/series-view.h"
#include "gui/parts/waiting-text.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/number-entry.h"
#include "gui/widgets/tone.h"
#include "model/rules/series.h"
#include "model/services/series.h"

#define USUAL_EVERY 4
#define USUAL_FLEX  3
#define USUAL_TIMES 6

struct _SalonSeriesView {
  GtkWidget parent_instance;
  SalonCard *card;
  SalonValueEntry *every;
  GtkDropDown *unit;
  SalonValueEntry *flexible;
  SalonValueEntry *times;
  GtkLabel *problem;
  GtkWidget *form;
  GtkBox *dates;
  GtkWidget *save;
  GtkWidget *cancel_later;
  GtkWidget *follow_later;
  SalonQuickBook *quick;
  SalonSession *session;
  GPtrArray *plan;    /* SalonSeriesDate */
  GArray *visits;     /* SalonSeriesVisit of a visit that repeats */
  SalonSeriesFollow *follow;
  GPtrArray *checks;  /* GtkCheckButton of each date after the first, or of each later visit that can follow */
  GPtrArray *choices; /* GtkDropDown or NULL of the same */
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

static void
clear_dates (SalonSeriesView *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->dates))) != NULL)
    gtk_box_remove (self->dates, child);
  g_ptr_array_set_size (self->checks, 0);
  g_ptr_array_set_size (self->choices, 0);
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_clear_pointer (&self->follow, salon_series_follow_free);
}

static guint
count_chosen (SalonSeriesView *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]);
  return n;
}

static char *
follow_text (SalonSeriesView *self, guint n)
{
  if (self->follow->cancelled)
    return g_strdup_printf (ngettext ("Cancel %u later visit, too", "Cancel %u later visits, too", n), n);
  return g_strdup_printf (ngettext ("Move %u later visit, too", "Move %u later visits, too", n), n);
}

static void
update_save (SalonSeriesView *self)
{
  guint n = count_chosen (self);
  GtkWidget *button = self->follow != NULL ? self->follow_later : self->save;
  g_autofree char *label = self->follow != NULL ? follow_text (self, n)
                                                : g_strdup_printf (ngettext ("Book %u more visit", "Book %u more visits", n), n);

  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_widget_set_sensitive (button, n > 0);
}

static void
on_check (GtkCheckButton *check, SalonSeriesView *self)
{
  update_save (self);
}

static char *
label_of (SalonSeriesView *self, gint64 start)
{
  return salon_start_text (start, today_of (self));
}

static GtkWidget *
build_choices (SalonSeriesView *self, const SalonSeriesDate *date)
{
  GtkStringList *list = gtk_string_list_new (NULL);
  GtkWidget *choices = NULL;

  for (guint i = 0; i < date->choices->len; i++) {
    g_autofree char *label = label_of (self, g_array_index (date->choices, gint64, i));

    gtk_string_list_append (list, label);
  }
  choices = gtk_drop_down_new (G_LIST_MODEL (list), NULL);
  salon_set_accessible_label (choices, _("Other free times"));
  return choices;
}

static void
append_note (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = salon_wrapped_label_new (text, css_class);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 28);
  gtk_box_append (GTK_BOX (box), label);
}

/* One that can be left out, with what is in its way. */
static GtkWidget *
append_check (SalonSeriesView *self, const char *text, gboolean chosen, const char *problem, SalonTone tone)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = salon_wrapped_label_new (text, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  salon_set_accessible_label (check, text);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_box_append (GTK_BOX (box), check);
  if (problem != NULL)
    append_note (box, problem, salon_tone_css_class (tone));
  g_signal_connect (check, "toggled", G_CALLBACK (on_check), self);
  g_ptr_array_add (self->checks, check);
  gtk_box_append (self->dates, box);
  return box;
}

static void
append_date (SalonSeriesView *self, const SalonSeriesDate *date)
{
  g_autofree char *wanted = label_of (self, date->wanted);
  gboolean free_time = date->start != 0;
  GtkWidget *box = append_check (self, wanted, free_time, date->problem, free_time ? SALON_TONE_AMBER : SALON_TONE_RED);
  GtkWidget *choices = NULL;

  gtk_widget_set_sensitive (gtk_widget_get_first_child (box), free_time);
  if (!free_time)
    append_note (box, _("No free time on the days around it: left out."), "salon-secondary");
  if (free_time && date->problem != NULL) {
    choices = build_choices (self, date);
    gtk_widget_set_margin_start (choices, 28);
    gtk_box_append (GTK_BOX (box), choices);
  }
  g_ptr_array_add (self->choices, choices);
}

static void
show_plan (SalonSeriesView *self, GPtrArray *plan)
{
  clear_dates (self);
  self->plan = plan;
  for (guint i = 1; i < plan->len; i++)
    append_date (self, plan->pdata[i]);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  update_save (self);
}

static void
on_plan (gpointer owner, gpointer answer, const GError *error)
{
  SalonSeriesView *self = owner;

  if (answer != NULL) {
    show_plan (self, answer);
    return;
  }
  clear_dates (self);
  gtk_label_set_text (self->problem, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), TRUE);
  update_save (self);
}

static SalonRecurrence
recurrence_of (SalonSeriesView *self)
{
  return (SalonRecurrence){
    .unit = gtk_drop_down_get_selected (self->unit) == 1 ? SALON_RECURRENCE_MONTHS : SALON_RECURRENCE_WEEKS,
    .every = (int) CLAMP (salon_value_entry_get_value (self->every), 0, G_MAXINT16),
    .flexible_days = (int) CLAMP (salon_value_entry_get_value (self->flexible), 0, G_MAXINT16),
    .times = (int) CLAMP (salon_value_entry_get_value (self->times), 0, G_MAXINT16),
  };
}

static void
ask (SalonSeriesView *self)
{
  SalonRecurrence recurrence = recurrence_of (self);

  salon_question_ask (&self->question, self, self->session, &salon_query_series_plan, SALON_LANE_INTERACTIVE,
                      salon_series_request_new (self->visit_id, &recurrence), on_plan);
}

/* ---- a visit that repeats */

static char *
visit_text (SalonSeriesView *self, const SalonSeriesVisit *visit, guint number)
{
  const SalonLook *look = salon_look_of_visit_state ((SalonVisitState) visit->state);
  g_autofree char *when = label_of (self, visit->start_min);

  /* Translators: the number of a visit of those that repeat, when it is, and its state */
  return g_strdup_printf (_("%1$u of %2$u · %3$s · %4$s"), number, self->visits->len, when, salon_look_label (look));
}

static void
append_visit (SalonSeriesView *self, const SalonSeriesVisit *visit, guint number)
{
  g_autofree char *text = visit_text (self, visit, number);
  GtkWidget *label = salon_wrapped_label_new (text, visit->visit_id == self->visit_id ? "salon-heading" : NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (self->dates, label);
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
  g_autofree char *wanted = follower->wanted != follower->start_min ? label_of (self, follower->wanted) : NULL;
  g_autofree char *moved = wanted != NULL ? g_strdup_printf ("%s → %s", text, wanted) : NULL;

  append_check (self, moved != NULL ? moved : text, follower->problem == NULL, follower->problem, SALON_TONE_RED);
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

  clear_dates (self);
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
  update_save (self);
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
  gtk_widget_set_visible (self->form, !repeats);
  gtk_widget_set_visible (self->save, !repeats);
  gtk_widget_set_visible (self->follow_later, FALSE);
  gtk_widget_set_visible (self->cancel_later, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  clear_dates (self);
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

static gint64
chosen_start (SalonSeriesView *self, guint index)
{
  const SalonSeriesDate *date = self->plan->pdata[index + 1];
  GtkDropDown *choices = self->choices->pdata[index];
  guint at = choices != NULL ? gtk_drop_down_get_selected (choices) : GTK_INVALID_LIST_POSITION;

  return at < date->choices->len ? g_array_index (date->choices, gint64, at) : date->start;
}

static void
action_save (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSeriesView *self = SALON_SERIES_VIEW (widget);
  SalonRecurrence recurrence = recurrence_of (self);
  SalonSeriesRequest *request = NULL;
  g_autofree char *text = NULL;
  guint n = count_chosen (self);

  if (self->plan == NULL || n == 0)
    return;
  request = salon_series_request_new (self->visit_id, &recurrence);
  request->starts = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->checks->len; i++) {
    gint64 start = chosen_start (self, i);

    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_array_append_val (request->starts, start);
  }
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
  guint n = self->follow != NULL ? count_chosen (self) : 0;
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
on_changed (GObject *entry, GParamSpec *spec, SalonSeriesView *self)
{
  if (self->session != NULL && self->visit_id != 0 && gtk_widget_get_visible (self->form))
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
  g_clear_pointer (&self->plan, g_ptr_array_unref);
  g_clear_pointer (&self->follow, salon_series_follow_free);
  g_clear_pointer (&self->visits, g_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
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

static SalonValueEntry *
add_number (SalonSeriesView *self, GtkBox *box, const char *label, const char *unit, gint64 value)
{
  GtkWidget *entry = salon_number_entry_new (unit, 0);

  salon_value_entry_set_label (SALON_VALUE_ENTRY (entry), label);
  salon_value_entry_set_value (SALON_VALUE_ENTRY (entry), value);
  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), 3);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), 4);
  gtk_box_append (box, entry);
  g_signal_connect (entry, "notify::value", G_CALLBACK (on_changed), self);
  return SALON_VALUE_ENTRY (entry);
}

static GtkBox *
add_line (GtkBox *form, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = salon_label_new (text, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_size_request (label, 90, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (form, line);
  return GTK_BOX (line);
}

static GtkWidget *
build_form (SalonSeriesView *self)
{
  const char *const units[] = { C_ ("repeats every", "weeks"), C_ ("repeats every", "months"), NULL };
  GtkWidget *form = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkBox *line = add_line (GTK_BOX (form), C_ ("repeats", "Every"));

  self->every = add_number (self, line, C_ ("repeats", "Every"), NULL, USUAL_EVERY);
  self->unit = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (units));
  salon_set_accessible_label (self->unit, _("Weeks or months"));
  g_signal_connect (self->unit, "notify::selected", G_CALLBACK (on_changed), self);
  gtk_box_append (line, GTK_WIDGET (self->unit));
  line = add_line (GTK_BOX (form), C_ ("repeats", "Give or take"));
  self->flexible = add_number (self, line, C_ ("repeats", "Give or take"), C_ ("repeats", "days"), USUAL_FLEX);
  line = add_line (GTK_BOX (form), C_ ("repeats", "In all"));
  self->times = add_number (self, line, C_ ("repeats", "In all"), C_ ("repeats", "times"), USUAL_TIMES);
  self->form = form;
  return form;
}

static void
build (SalonSeriesView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *close = salon_icon_button_new ("salon-close-symbolic", _("Close"));

  self->card = SALON_CARD (salon_card_new (_("Repeat the visit")));
  self->problem = GTK_LABEL (salon_wrapped_label_new (NULL, salon_tone_css_class (SALON_TONE_RED)));
  gtk_label_set_xalign (self->problem, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  self->dates = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
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
  gtk_box_append (GTK_BOX (box), build_form (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->dates));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quick));
  gtk_box_append (GTK_BOX (box), self->save);
  gtk_box_append (GTK_BOX (box), self->follow_later);
  gtk_box_append (GTK_BOX (box), self->cancel_later);
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
salon_series_view_init (SalonSeriesView *self)
{
  self->checks = g_ptr_array_new ();
  self->choices = g_ptr_array_new ();
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
