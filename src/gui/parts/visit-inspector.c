/* Shows one visit; hidden while there is none.  Its verbs are class actions of this widget. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/parts/directory.h"
#include "gui/parts/log-view.h"
#include "gui/parts/notes.h"
#include "gui/parts/quality-edit.h"
#include "gui/parts/visit-checklist.h"
#include "gui/parts/visit-inspector.h"
#include "gui/parts/visit-lines-editor.h"
#include "gui/parts/visit-note.h"
#include "gui/parts/visit-sheet.h"
#include "gui/parts/visit-verbs.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/chip.h"
#include "gui/widgets/fact.h"
#include "gui/widgets/tone.h"
#include "gui/widgets/shell.h"
#include "gui/widgets/wrap-layout.h"
#include "model/rules/permission.h"
#include "model/rules/verbs.h"
#include "model/services/client-panel.h"
#include "model/services/contacts.h"
#include "model/services/sale.h"
#include "model/services/visit-details.h"

struct _SalonVisitInspector {
  GtkWidget parent_instance;

  SalonCard *card;
  SalonChip *state;
  GtkWidget *client; /* opens her card; only where she is not shown anyway */
  GtkWidget *receipt; /* by which it was paid; opens it */
  SalonFact *when;
  GtkBox *services;
  GtkBox *lines_place;
  SalonVisitLinesEditor *lines; /* in the place of the services while they are changed */
  SalonFact *cancelled; /* why */
  GtkBox *note_place;
  SalonVisitNote *note;
  GtkBox *passages;
  GtkBox *checklist_place;
  SalonVisitChecklist *checklist;
  GtkBox *others;
  GtkWidget *close;
  GtkWidget *verbs;
  GtkWidget *move;
  GtkWidget *change;
  GtkWidget *repeat;
  GtkWidget *late;
  GtkWidget *reason;       /* entry for the reason of a cancellation */
  GtkExpander *marks;
  GtkBox *marks_box;
  gint64 marks_visit;
  char *marks_state; /* what is shown of them, as one text */
  GtkExpander *log;
  GtkListBox *log_list;

  SalonSession *session;
  SalonDeskVisit *visit;
  SalonDeskVisit *loading; /* it is shown when all its parts are there */
  gint64 visit_id;
  gboolean wants_focus;
};

G_DEFINE_FINAL_TYPE (SalonVisitInspector, salon_visit_inspector, GTK_TYPE_WIDGET)

enum { SIGNAL_LOADED, SIGNAL_MOVE, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- rendering */

static void
set_fact (SalonFact *fact, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (fact), text != NULL && *text != '\0');
  salon_fact_set_value (fact, text);
}

static char *
span_text (SalonVisitInspector *self)
{
  const SalonDeskVisit *visit = self->visit;
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  g_autofree char *day = salon_day_format_relative ((SalonDay) (visit->start_min / SALON_MINUTES_A_DAY), today);
  g_autofree char *from = salon_minute_format ((int) (visit->start_min % SALON_MINUTES_A_DAY));
  g_autofree char *to = salon_minute_format ((int) (visit->end_min % SALON_MINUTES_A_DAY));

  /* Translators: the time of a visit: a day, from, to */
  return g_strdup_printf (_("%s, %s–%s"), day, from, to);
}

static void
set_key_tooltip (GtkWidget *button, const char *key)
{
  guint keyval = 0;
  GdkModifierType state = 0;
  g_autofree char *label = NULL;

  if (key == NULL || !gtk_accelerator_parse (key, &keyval, &state))
    return;
  label = gtk_accelerator_get_label (keyval, state);
  gtk_widget_set_tooltip_text (button, label);
}

/* What usually comes next, and not what takes back or only announces. */
static gboolean
is_next_step (SalonVisitVerbs verb)
{
  return verb == SALON_VISIT_VERB_CHECK_OUT || (verb != SALON_VISIT_VERB_CONFIRM && verb < SALON_VISIT_VERB_CANCEL);
}

static void
show_verbs (SalonVisitInspector *self)
{
  guint n = 0;
  const SalonVisitVerbInfo *infos = salon_visit_verb_infos (&n);
  SalonVisitVerbs now = salon_visit_verbs_now (self->session, self->visit);
  gboolean suggested = FALSE;
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->verbs)) != self->move)
    gtk_box_remove (GTK_BOX (self->verbs), child);
  for (guint i = 0; i < n; i++) {
    gboolean on = (now & infos[i].verb) != 0;
    GtkWidget *button = NULL;

    gtk_widget_action_set_enabled (GTK_WIDGET (self), infos[i].action, on);
    if (!on)
      continue;
    button = gtk_button_new_with_label (g_dpgettext2 (GETTEXT_PACKAGE, "visit", infos[i].label));
    gtk_actionable_set_action_name (GTK_ACTIONABLE (button), infos[i].action);
    set_key_tooltip (button, infos[i].key);
    if (!suggested && is_next_step (infos[i].verb)) {
      gtk_widget_add_css_class (button, "suggested-action");
      suggested = TRUE;
    } else {
      gtk_widget_add_css_class (button, "salon-outlined");
    }
    gtk_widget_insert_before (button, self->verbs, self->move);
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.move", (now & SALON_VISIT_VERB_MOVE) != 0);
  gtk_widget_set_visible (self->move, (now & SALON_VISIT_VERB_MOVE) != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "visit.change-services", (now & SALON_VISIT_VERB_MOVE) != 0);
  gtk_widget_set_visible (self->change, (now & SALON_VISIT_VERB_MOVE) != 0);
  gtk_widget_set_visible (self->repeat, salon_visit_may_repeat (self->visit, now));
  gtk_widget_set_visible (self->late, salon_visit_verbs_may_be_late (now));
}

/* Whether a line of it is the acting employee's. */
static gboolean
has_own_line (SalonVisitInspector *self, const SalonVisitDetails *details)
{
  gint64 employee = salon_session_actor (self->session)->employee_id;

  for (guint i = 0; i < details->parts->len && employee != 0; i++)
    if (((SalonVisitPart *) details->parts->pdata[i])->employee_id == employee)
      return TRUE;
  return FALSE;
}

static void
show_details (SalonVisitInspector *self, const SalonVisitDetails *details)
{
  const SalonCurrency *currency = salon_directory_currency (salon_directory_of (self->session));

  salon_visit_services_fill (self->services, details, currency);
  salon_visit_passages_fill (self->passages, details, salon_session_clock (self->session));
  salon_visit_checklist_show (self->checklist, details, has_own_line (self, details));
  salon_visit_others_fill (self->others, details);
}

static void
show_visit (SalonVisitInspector *self, const SalonVisitDetails *details)
{
  const SalonDeskVisit *visit = self->visit;
  g_autofree char *span = span_text (self);

  salon_card_set_title (self->card, _("Visit"));
  salon_chip_set_look (self->state, salon_look_of_visit_state ((int) visit->state));
  gtk_button_set_label (GTK_BUTTON (self->client), visit->client);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->client), "x", visit->client_id);
  set_fact (self->when, span);
  set_fact (self->cancelled, visit->cancel_reason);
  salon_visit_note_show (self->note, visit->visit_id, visit->note);
  gtk_widget_set_visible (self->reason, FALSE);
  show_details (self, details);
  show_verbs (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

/* ---- the receipt */

static void
on_receipts (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonVisitInspector) self = data;
  g_autoptr (GPtrArray) receipts = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (self->session == NULL || self->visit == NULL || receipts == NULL)
    return;
  for (guint i = 0; i < receipts->len; i++) {
    const SalonReceiptRow *row = receipts->pdata[i];
    g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, row->number);
    g_autofree char *text = g_strdup_printf (_("Paid: receipt %s"), number);

    if (row->kind != SALON_SALE_SALE || row->void_number != 0 || row->visit_id != self->visit_id)
      continue;
    gtk_button_set_label (GTK_BUTTON (self->receipt), text);
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->receipt), "x", row->id);
    gtk_widget_set_visible (self->receipt, TRUE);
  }
}

static void
load_receipt (SalonVisitInspector *self)
{
  SalonReceiptsRequest *request = NULL;

  gtk_widget_set_visible (self->receipt, FALSE);
  if (!self->visit->settled
      || !salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), SALON_PERMISSION_SELL))
    return;
  request = g_new0 (SalonReceiptsRequest, 1);
  request->visit_id = self->visit_id;
  request->last_day = G_MAXINT32;
  salon_session_query (self->session, &salon_query_receipts, SALON_LANE_INTERACTIVE, request, NULL, on_receipts,
                       g_object_ref (self));
}

/* ---- quality */

static char *
state_of_marks (SalonVisitInspector *self, GPtrArray *marks)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%" G_GINT64_FORMAT, self->visit_id);
  for (guint i = 0; i < marks->len; i++) {
    const SalonToldMark *mark = marks->pdata[i];

    g_string_append_printf (text, "|%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %d %" G_GINT64_FORMAT " %s", mark->id, mark->mark,
                            mark->complaint, mark->resolved_at, mark->text != NULL ? mark->text : "");
  }
  return g_string_free (text, FALSE);
}

static void
add_mark (SalonVisitInspector *self, const SalonToldMark *mark)
{
  SalonQualityTarget target = { .client = self->visit->client_id, .visit = self->visit->visit_id };

  gtk_box_append (self->marks_box, salon_quality_edit_new (self->session, &target, mark));
}

/* What somebody types stays while nothing about the marks changes. */
static void
show_marks (SalonVisitInspector *self, GPtrArray *marks)
{
  gboolean may = salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), SALON_PERMISSION_QUALITY);
  g_autofree char *state = state_of_marks (self, marks);
  g_autofree char *title = NULL;
  GtkWidget *child = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->marks), marks->len > 0 || may);
  if (g_strcmp0 (state, self->marks_state) == 0)
    return;
  g_free (self->marks_state);
  self->marks_state = g_steal_pointer (&state);
  if (salon_has_focus (GTK_WIDGET (self->marks_box)))
    gtk_widget_grab_focus (GTK_WIDGET (self->marks));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->marks_box))) != NULL)
    gtk_box_remove (self->marks_box, child);
  for (guint i = 0; i < marks->len; i++)
    add_mark (self, marks->pdata[i]);
  if (marks->len == 0)
    add_mark (self, NULL);
  if (marks->len > 0 && ((SalonToldMark *) marks->pdata[0])->mark != 0)
    title = g_strdup_printf (C_ ("visit", "Quality: ★ %d"), (int) ((SalonToldMark *) marks->pdata[0])->mark);
  gtk_expander_set_label (self->marks, title != NULL ? title : C_ ("visit", "Quality"));
  salon_set_accessible_label (self->marks, title != NULL ? title : C_ ("visit", "Quality"));
}

static void
on_marks (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonVisitInspector) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) marks = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || self->visit == NULL)
    return;
  if (marks == NULL)
    salon_note_error (GTK_WIDGET (self), error);
  else if (marks->len == 0 || ((SalonToldMark *) marks->pdata[0])->visit_id == self->visit_id)
    show_marks (self, marks);
}

/* There is something to find good or bad only when it was done. */
static void
load_marks (SalonVisitInspector *self)
{
  gboolean counts = salon_visit_state_counts ((SalonVisitState) self->visit->state);

  if (!counts || self->marks_visit != self->visit_id)
    gtk_widget_set_visible (GTK_WIDGET (self->marks), FALSE);
  self->marks_visit = self->visit_id;
  if (counts)
    salon_session_query (self->session, &salon_query_visit_marks, SALON_LANE_INTERACTIVE, salon_id_request_new (self->visit_id),
                         NULL, on_marks, g_object_ref (self));
}

/* ---- the log */

static void
on_log (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonVisitInspector) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (entries == NULL)
    salon_note_error (GTK_WIDGET (self), error);
  else
    salon_log_fill (self->log_list, entries, salon_session_clock (self->session));
}

static void
on_log_expanded (GtkExpander *expander, GParamSpec *spec, SalonVisitInspector *self)
{
  if (gtk_expander_get_expanded (expander) && self->visit_id != 0)
    salon_session_query (self->session, &salon_query_visit_log, SALON_LANE_INTERACTIVE,
                         salon_id_request_new (self->visit_id), NULL, on_log, g_object_ref (self));
}

/* ---- loading */

/* What of the log is open is read again: it has one line more now. */
static void
load_log (SalonVisitInspector *self, gboolean other_visit)
{
  if (other_visit)
    gtk_expander_set_expanded (self->log, FALSE);
  else if (gtk_expander_get_expanded (self->log))
    on_log_expanded (self->log, NULL, self);
}

static void
on_details (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonVisitInspector) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonVisitDetails) details = salon_session_query_finish (SALON_SESSION (source), result, &error);
  gboolean other = FALSE;

  if (self->session == NULL || self->loading == NULL || self->visit_id != self->loading->visit_id
      || (details != NULL && details->visit_id != self->visit_id))
    return;
  if (details == NULL) {
    salon_visit_inspector_set_visit (self, 0); /* undone meanwhile */
    return;
  }
  other = self->visit == NULL || self->visit->visit_id != self->loading->visit_id;
  g_set_object (&self->visit, self->loading);
  show_visit (self, details);
  load_receipt (self);
  load_marks (self);
  load_log (self, other);
  if (self->wants_focus)
    gtk_widget_grab_focus (self->close);
  self->wants_focus = FALSE;
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
on_visit (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonVisitInspector) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonDeskVisit) visit = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || self->visit_id == 0 || (visit != NULL && visit->visit_id != self->visit_id))
    return;
  if (visit == NULL) {
    salon_visit_inspector_set_visit (self, 0); /* undone meanwhile */
    return;
  }
  g_set_object (&self->loading, visit);
  salon_session_query (self->session, &salon_query_visit_details, SALON_LANE_INTERACTIVE, salon_id_request_new (self->visit_id),
                       NULL, on_details, g_object_ref (self));
}

static void
load (SalonVisitInspector *self)
{
  salon_session_query (self->session, &salon_query_desk_visit, SALON_LANE_INTERACTIVE, salon_id_request_new (self->visit_id),
                       NULL, on_visit, g_object_ref (self));
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonVisitInspector *self)
{
  if (self->visit_id != 0 && salon_change_set_contains (changes, "visit", self->visit_id))
    load (self);
}

static void
on_actor_changed (SalonSession *session, SalonVisitInspector *self)
{
  if (self->visit_id != 0)
    load (self);
}

/* ---- actions */

static void
run_verb (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonVisitInspector *self = SALON_VISIT_INSPECTOR (widget);
  guint n = 0;
  const SalonVisitVerbInfo *infos = salon_visit_verb_infos (&n);

  if (self->visit == NULL)
    return;
  if (g_str_equal (name, "visit.cancel") && !gtk_widget_get_visible (self->reason)) {
    gtk_widget_set_visible (self->reason, TRUE);
    gtk_widget_grab_focus (self->reason);
    return;
  }
  for (guint i = 0; i < n; i++)
    if (g_str_equal (infos[i].action, name)) {
      const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));

      salon_visit_verb_run (widget, self->session, self->visit, infos[i].verb, *reason != '\0' ? reason : NULL);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->reason), "");
}

static void
on_reason_activated (GtkEntry *entry, SalonVisitInspector *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "visit.cancel", NULL);
}

static void
action_move (GtkWidget *widget, const char *name, GVariant *target)
{
  if (SALON_VISIT_INSPECTOR (widget)->visit != NULL)
    g_signal_emit (widget, signals[SIGNAL_MOVE], 0);
}

/* ---- services */

static void
action_change_services (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonVisitInspector *self = SALON_VISIT_INSPECTOR (widget);

  if (self->visit != NULL)
    salon_visit_lines_editor_open (self->lines, self->visit->visit_id);
}

static void
on_lines_visible (GtkWidget *lines, GParamSpec *spec, SalonVisitInspector *self)
{
  gboolean changing = gtk_widget_get_visible (lines);

  gtk_widget_set_visible (GTK_WIDGET (self->services), !changing);
  gtk_widget_set_visible (self->verbs, !changing);
  if (!changing && self->visit != NULL)
    gtk_widget_grab_focus (self->change);
}

static void
action_repeat (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.repeat-visit", "x", SALON_VISIT_INSPECTOR (widget)->visit_id);
}

static void
action_late (GtkWidget *widget, const char *name, GVariant *target)
{
  gtk_widget_activate_action (widget, "win.visit-late", "x", SALON_VISIT_INSPECTOR (widget)->visit_id);
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  salon_visit_inspector_set_visit (SALON_VISIT_INSPECTOR (widget), 0);
}

/* Left to itself the focus would jump to the Undo of a note. */
static void
leave (SalonVisitInspector *self)
{
  if (salon_has_focus (GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.search", NULL);
}

/* ---- building */

static void
salon_visit_inspector_dispose (GObject *object)
{
  SalonVisitInspector *self = SALON_VISIT_INSPECTOR (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  g_clear_object (&self->visit);
  g_clear_object (&self->loading);
  g_clear_pointer (&self->marks_state, g_free);
  G_OBJECT_CLASS (salon_visit_inspector_parent_class)->dispose (object);
}

static void
salon_visit_inspector_class_init (SalonVisitInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_visit_inspector_dispose;

  /**
   * SalonVisitInspector::loaded: the visit is there; see salon_visit_inspector_get_visit()
   */
  signals[SIGNAL_LOADED] = g_signal_new ("loaded", SALON_TYPE_VISIT_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);

  /**
   * SalonVisitInspector::move: another time is wanted for the visit
   */
  signals[SIGNAL_MOVE] = g_signal_new ("move", SALON_TYPE_VISIT_INSPECTOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  salon_visit_verbs_install (widget_class, run_verb);
  gtk_widget_class_install_action (widget_class, "visit.move", NULL, action_move);
  gtk_widget_class_install_action (widget_class, "visit.repeat", NULL, action_repeat);
  gtk_widget_class_install_action (widget_class, "visit.late", NULL, action_late);
  gtk_widget_class_install_action (widget_class, "visit.close", NULL, action_close);
  gtk_widget_class_install_action (widget_class, "visit.change-services", NULL, action_change_services);
}

static SalonFact *
add_fact (GtkBox *box, const char *name)
{
  GtkWidget *fact = salon_fact_new (GTK_ORIENTATION_HORIZONTAL, name);

  gtk_box_append (box, fact);
  return SALON_FACT (fact);
}

static GtkBox *
add_box (GtkBox *box, int spacing)
{
  GtkBox *added = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, spacing));

  gtk_box_append (box, GTK_WIDGET (added));
  return added;
}

/* What needs the session waits for salon_visit_inspector_new(). */
static void
build_facts (SalonVisitInspector *self, GtkBox *box)
{
  self->client = gtk_button_new_with_label ("");
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->client))), PANGO_ELLIPSIZE_END);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->client), "x", (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->client), "win.open-client");
  gtk_widget_set_tooltip_text (self->client, _("Open the client"));
  gtk_widget_add_css_class (self->client, "flat");
  gtk_widget_add_css_class (self->client, "salon-visit-client");
  gtk_widget_set_halign (self->client, GTK_ALIGN_START);
  gtk_widget_set_visible (self->client, FALSE);
  gtk_box_append (box, self->client);
  self->when = add_fact (box, C_ ("visit", "When"));
  self->receipt = gtk_button_new_with_label ("");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->receipt), "x", (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->receipt), "win.open-receipt");
  gtk_widget_set_tooltip_text (self->receipt, _("Open the receipt"));
  gtk_widget_add_css_class (self->receipt, "salon-text-link");
  gtk_widget_set_halign (self->receipt, GTK_ALIGN_START);
  gtk_widget_set_visible (self->receipt, FALSE);
  gtk_box_append (box, self->receipt);
  self->services = add_box (box, 6);
  self->lines_place = add_box (box, 0);
  self->cancelled = add_fact (box, C_ ("visit", "Cancelled because"));
  self->note_place = add_box (box, 0);
  self->passages = add_box (box, 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->passages), 3);
}

static void
build_verbs (SalonVisitInspector *self, GtkBox *box)
{
  self->verbs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->verbs, salon_wrap_layout_new (6, 6));
  gtk_widget_add_css_class (self->verbs, "salon-verbs");
  self->reason = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->reason), _("Why is it cancelled? (Enter)"));
  salon_set_accessible_label (self->reason, _("Reason of the cancellation"));
  gtk_widget_set_visible (self->reason, FALSE);
  g_signal_connect (self->reason, "activate", G_CALLBACK (on_reason_activated), self);
  self->move = gtk_button_new_with_label (_("Another time …"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->move), "visit.move");
  gtk_widget_add_css_class (self->move, "salon-outlined");
  self->change = gtk_button_new_with_label (_("Services …"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->change), "visit.change-services");
  gtk_widget_add_css_class (self->change, "salon-outlined");
  gtk_box_append (GTK_BOX (self->verbs), self->move);
  gtk_box_append (GTK_BOX (self->verbs), self->change);
  self->repeat = gtk_button_new_with_label (C_ ("visit", "Repeat …"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->repeat), "visit.repeat");
  gtk_widget_add_css_class (self->repeat, "salon-outlined");
  self->late = gtk_button_new_with_label (C_ ("visit", "Late …"));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->late), "visit.late");
  gtk_widget_add_css_class (self->late, "salon-outlined");
  gtk_box_append (GTK_BOX (self->verbs), self->repeat);
  gtk_box_append (GTK_BOX (self->verbs), self->late);
  gtk_box_append (box, self->verbs);
  gtk_box_append (box, self->reason);
}

static void
build_marks (SalonVisitInspector *self, GtkBox *box)
{
  self->marks = GTK_EXPANDER (gtk_expander_new (C_ ("visit", "Quality")));
  self->marks_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_expander_set_child (self->marks, GTK_WIDGET (self->marks_box));
  gtk_widget_set_margin_top (GTK_WIDGET (self->marks_box), 6);
  gtk_widget_set_visible (GTK_WIDGET (self->marks), FALSE);
  gtk_box_append (box, GTK_WIDGET (self->marks));
}

static void
build_log (SalonVisitInspector *self, GtkBox *box)
{
  self->log = GTK_EXPANDER (gtk_expander_new (_("Changes")));
  salon_set_accessible_label (self->log, _("Changes"));
  self->log_list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->log_list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->log_list), "salon-log");
  gtk_widget_add_css_class (GTK_WIDGET (self->log_list), "narrow");
  salon_set_accessible_label (self->log_list, _("Changes"));
  gtk_expander_set_child (self->log, GTK_WIDGET (self->log_list));
  g_signal_connect (self->log, "notify::expanded", G_CALLBACK (on_log_expanded), self);
  gtk_box_append (box, GTK_WIDGET (self->log));
}

static void
salon_visit_inspector_init (SalonVisitInspector *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->card = SALON_CARD (salon_card_new (_("Visit")));
  self->close = salon_icon_button_new ("salon-close-symbolic", _("Close the visit"));
  self->state = SALON_CHIP (salon_chip_new (SALON_TONE_GREY, NULL, ""));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->close), "visit.close");
  salon_card_add_suffix (self->card, GTK_WIDGET (self->state));
  salon_card_add_suffix (self->card, self->close);
  build_facts (self, GTK_BOX (box));
  build_verbs (self, GTK_BOX (box));
  self->checklist_place = add_box (GTK_BOX (box), 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->checklist_place), 6);
  build_marks (self, GTK_BOX (box));
  self->others = add_box (GTK_BOX (box), 0);
  gtk_widget_set_margin_top (GTK_WIDGET (self->others), 6);
  build_log (self, GTK_BOX (box));
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_visit_inspector_new:
 *
 * Returns: (transfer floating): hidden until it has a visit
 */
GtkWidget *
salon_visit_inspector_new (SalonSession *session)
{
  SalonVisitInspector *self = g_object_new (SALON_TYPE_VISIT_INSPECTOR, NULL);

  self->session = g_object_ref (session);
  self->note = SALON_VISIT_NOTE (salon_visit_note_new (session));
  self->checklist = SALON_VISIT_CHECKLIST (salon_visit_checklist_new (session));
  self->lines = SALON_VISIT_LINES_EDITOR (salon_visit_lines_editor_new (session));
  gtk_box_append (self->lines_place, GTK_WIDGET (self->lines));
  g_signal_connect (self->lines, "notify::visible", G_CALLBACK (on_lines_visible), self);
  gtk_box_append (self->note_place, GTK_WIDGET (self->note));
  gtk_box_append (self->checklist_place, GTK_WIDGET (self->checklist));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_visit_inspector_show_client:
 *
 * Whose visit it is stands above it, for places where her card is not beside it.
 */
void
salon_visit_inspector_show_client (SalonVisitInspector *self)
{
  gtk_widget_set_visible (self->client, TRUE);
}

/**
 * salon_visit_inspector_set_visit:
 * @visit_id: 0 hides the inspector
 */
void
salon_visit_inspector_set_visit (SalonVisitInspector *self, gint64 visit_id)
{
  if (visit_id != salon_visit_lines_editor_get_visit (self->lines))
    salon_visit_lines_editor_close (self->lines);
  self->visit_id = visit_id;
  self->wants_focus = FALSE;
  if (visit_id != 0) {
    load (self);
    return;
  }
  g_clear_object (&self->visit);
  g_clear_object (&self->loading);
  leave (self);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * salon_visit_inspector_check_out:
 *
 * Returns: whether the visit that is shown can be paid for; the sale opens with it then
 */
gboolean
salon_visit_inspector_check_out (SalonVisitInspector *self)
{
  if (self->visit == NULL || !gtk_widget_get_visible (GTK_WIDGET (self))
      || (salon_visit_verbs_now (self->session, self->visit) & SALON_VISIT_VERB_CHECK_OUT) == 0)
    return FALSE;
  salon_shell_check_out (GTK_WIDGET (self), self->visit->visit_id);
  return TRUE;
}

/**
 * salon_visit_inspector_focus:
 *
 * As soon as the visit is there, the button that closes it gets the focus: Enter pressed once too often does no harm.
 */
void
salon_visit_inspector_focus (SalonVisitInspector *self)
{
  self->wants_focus = TRUE;
}

/**
 * salon_visit_inspector_get_visit:
 *
 * Returns: (transfer none) (nullable): the visit that is shown
 */
SalonDeskVisit *
salon_visit_inspector_get_visit (SalonVisitInspector *self)
{
  return self->visit;
}
