/* The proposals stand at once; every click on another place keeps the rest free of it.  One button applies all. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/directory.h"
#include "gui/parts/notes.h"
#include "gui/parts/sick-day-row.h"
#include "gui/parts/sick-day-view.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/date-entry.h"
#include "gui/widgets/empty-state.h"
#include "gui/widgets/form-field.h"
#include "gui/widgets/wrap-layout.h"
#include "model/entities/change-set.h"
#include "model/entities/employee.h"

#define DATE_CHARS 21

struct _SalonSickDayView {
  GtkWidget parent_instance;

  SalonCard *card;
  GtkDropDown *employee;
  GtkDropDown *kind;
  SalonValueEntry *first;
  SalonValueEntry *last;
  GtkEntry *note;
  GtkStack *stack; /* "list" or "nothing" */
  GtkWidget *list;
  GtkLabel *told;
  GtkWidget *apply;

  SalonSession *session;
  GArray *ids;       /* gint64, of the employees in their order */
  SalonSickDay *day; /* what is shown */
  gint64 employee_id;
  guint generation;
  gboolean filling;
  gboolean busy;
};

enum { SIGNAL_CLOSED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonSickDayView, salon_sick_day_view, GTK_TYPE_WIDGET)

/* ---- rows */

static SalonSickDayRow *
row_at (SalonSickDayView *self, guint n)
{
  GtkWidget *child = gtk_widget_get_first_child (self->list);

  while (child != NULL && n-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return SALON_SICK_DAY_ROW (child);
}

static SalonSickVisit *
visit_at (SalonSickDayView *self, guint n)
{
  return &g_array_index (self->day->plan->visits, SalonSickVisit, n);
}

static void
tell (SalonSickDayView *self)
{
  guint counts[3] = { 0 }; /* moved, left, cancelled */
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < self->day->items->len; i++) {
    int choice = salon_sick_day_row_get_choice (row_at (self, i));

    counts[choice >= 0 ? 0 : choice == SALON_SICK_CALL_FIRST ? 1 : 2]++;
  }
  if (counts[0] > 0)
    g_string_append_printf (text, ngettext ("%u visit is moved", "%u visits are moved", counts[0]), counts[0]);
  if (counts[1] > 0) {
    g_string_append (text, text->len > 0 ? " · " : "");
    g_string_append_printf (text, ngettext ("%u stays until the client is called", "%u stay until the clients are called", counts[1]),
                            counts[1]);
  }
  if (counts[2] > 0) {
    g_string_append (text, text->len > 0 ? " · " : "");
    g_string_append_printf (text, ngettext ("%u is cancelled", "%u are cancelled", counts[2]), counts[2]);
  }
  gtk_label_set_text (self->told, text->str);
}

/* Marks the places that what was chosen by hand has taken. */
static void
show_free (SalonSickDayView *self)
{
  guint n = self->day->items->len;
  g_autofree int *fixed = g_new0 (int, n + 1);

  for (guint i = 0; i < n; i++)
    fixed[i] = visit_at (self, i)->wanted >= 0 ? visit_at (self, i)->wanted : -1;
  for (guint i = 0; i < n; i++) {
    guint n_options = visit_at (self, i)->options->len;
    g_autofree gboolean *fits = g_new0 (gboolean, n_options + 1);

    for (guint k = 0; k < n_options; k++)
      fits[k] = salon_sick_plan_fits (self->day->plan, fixed, i, k);
    salon_sick_day_row_set_free (row_at (self, i), fits);
  }
}

static void
plan_again (SalonSickDayView *self)
{
  guint n = self->day->items->len;
  g_autofree int *chosen = g_new0 (int, n + 1);

  salon_sick_plan_solve (self->day->plan, chosen);
  for (guint i = 0; i < n; i++)
    if (visit_at (self, i)->wanted == SALON_SICK_PROPOSE)
      salon_sick_day_row_choose (row_at (self, i), chosen[i] >= 0 ? chosen[i] : SALON_SICK_CALL_FIRST);
  show_free (self);
  tell (self);
}

static void
on_chosen (SalonSickDayRow *row, int choice, SalonSickDayView *self)
{
  for (guint i = 0; i < self->day->items->len; i++)
    if (row_at (self, i) == row)
      visit_at (self, i)->wanted = choice >= 0 ? choice : SALON_SICK_NONE;
  plan_again (self);
}

static void
empty_list (SalonSickDayView *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
}

static void
show_day (SalonSickDayView *self, SalonSickDay *day)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));

  empty_list (self);
  g_clear_pointer (&self->day, salon_sick_day_free);
  self->day = day;
  for (guint i = 0; i < day->items->len; i++) {
    GtkWidget *row = salon_sick_day_row_new (day->items->pdata[i], today, day->first_day != day->last_day);

    g_signal_connect (row, "chosen", G_CALLBACK (on_chosen), self);
    gtk_box_append (GTK_BOX (self->list), row);
  }
  gtk_stack_set_visible_child_name (self->stack, day->items->len > 0 ? "list" : "nothing");
  gtk_widget_set_sensitive (self->apply, day->items->len > 0 || !day->is_away);
  show_free (self);
  tell (self);
}

/* ---- loading */

typedef struct {
  SalonSickDayView *view; /* strong */
  guint generation;
} Asked;

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Asked *asked = data;
  g_autoptr (SalonSickDayView) self = asked->view;
  g_autoptr (GError) error = NULL;
  SalonSickDay *day = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || asked->generation != self->generation) {
    g_clear_pointer (&day, salon_sick_day_free);
    return;
  }
  if (day != NULL) {
    show_day (self, day);
    return;
  }
  gtk_widget_set_sensitive (self->apply, FALSE);
  if (!salon_form_mark (GTK_WIDGET (self), error))
    salon_note_error (GTK_WIDGET (self), error);
}

static void
load (SalonSickDayView *self)
{
  gint64 first = salon_value_entry_get_value (self->first);
  gint64 last = salon_value_entry_get_value (self->last);
  Asked *asked = NULL;

  salon_form_clear_errors (GTK_WIDGET (self));
  if (self->employee_id == 0 || first == SALON_VALUE_NONE || last == SALON_VALUE_NONE) {
    gtk_widget_set_sensitive (self->apply, FALSE);
    return;
  }
  asked = g_new (Asked, 1);
  *asked = (Asked){ g_object_ref (self), ++self->generation };
  salon_session_query (self->session, &salon_query_sick_day, SALON_LANE_INTERACTIVE,
                       salon_sick_request_new (self->employee_id, (SalonDay) first, (SalonDay) last), NULL, on_loaded, asked);
}

/* ---- applying */

static void
on_applied (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonSickDayView) self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  SalonDone done = { 0 };
  gboolean applied = salon_session_submit_finish (SALON_SESSION (source), result, &done, &error);

  if (self->session == NULL)
    return;
  self->busy = FALSE;
  gtk_widget_set_sensitive (self->apply, TRUE);
  if (!applied) {
    if (!salon_form_mark (GTK_WIDGET (self), error))
      salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  text = done.id == 0 ? g_strdup_printf (_("%s is away."), self->day->employee)
                      : g_strdup_printf (ngettext ("%1$s is away, %2$d visit rearranged.", "%1$s is away, %2$d visits rearranged.",
                                                   (gulong) done.id), self->day->employee, (int) done.id);
  salon_note_done (GTK_WIDGET (self), text, &done);
  g_signal_emit (self, signals[SIGNAL_CLOSED], 0);
}

static void
add_step (SalonSickDayView *self, SalonSickApply *apply, guint n)
{
  const SalonSickItem *item = self->day->items->pdata[n];
  SalonSickDayRow *row = row_at (self, n);
  int choice = salon_sick_day_row_get_choice (row);

  if (choice >= 0)
    salon_sick_apply_add (apply, item->visit_id, SALON_SICK_MOVE, item->choices->pdata[choice], NULL);
  else if (choice == SALON_SICK_GIVE_UP)
    salon_sick_apply_add (apply, item->visit_id, SALON_SICK_CANCEL, NULL, salon_sick_day_row_get_reason (row));
  else
    salon_sick_apply_add (apply, item->visit_id, SALON_SICK_LEAVE, NULL, NULL);
}

static void
action_apply (GtkWidget *widget, const char *name, GVariant *target)
{
  SalonSickDayView *self = SALON_SICK_DAY_VIEW (widget);
  SalonSickApply *apply = NULL;

  if (self->busy || self->day == NULL || !gtk_widget_get_sensitive (self->apply))
    return;
  apply = salon_sick_apply_new (self->day->employee_id, self->day->first_day, self->day->last_day,
                                (SalonAbsenceKind) (gtk_drop_down_get_selected (self->kind) + SALON_ABSENCE_HOLIDAY));
  apply->note = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note)));
  for (guint i = 0; i < self->day->items->len; i++)
    add_step (self, apply, i);
  self->busy = TRUE;
  gtk_widget_set_sensitive (self->apply, FALSE);
  salon_session_submit (self->session, &salon_command_sick_day, apply, NULL, NULL, on_applied, g_object_ref (self));
}

static void
action_close (GtkWidget *widget, const char *name, GVariant *target)
{
  g_signal_emit (widget, signals[SIGNAL_CLOSED], 0);
}

/* ---- callbacks */

static void
on_days (GObject *object, GParamSpec *pspec, SalonSickDayView *self)
{
  gint64 first = salon_value_entry_get_value (self->first);
  gint64 last = salon_value_entry_get_value (self->last);

  if (self->filling)
    return;
  if (first != SALON_VALUE_NONE && last != SALON_VALUE_NONE && last < first) {
    self->filling = TRUE;
    salon_value_entry_set_value (self->last, first);
    self->filling = FALSE;
  }
  load (self);
}

static void
on_employee (GObject *object, GParamSpec *pspec, SalonSickDayView *self)
{
  guint chosen = gtk_drop_down_get_selected (self->employee);

  if (self->filling || chosen >= self->ids->len)
    return;
  self->employee_id = g_array_index (self->ids, gint64, chosen);
  load (self);
}

/* Somebody else moved something: the places may be taken. */
static void
on_changed (SalonSession *session, SalonChangeSet *changes, SalonSickDayView *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)) && !self->busy
      && (salon_change_set_touches (changes, "visit") || salon_change_set_touches (changes, "absence")
          || salon_change_set_touches (changes, "shift")))
    load (self);
}

/* ---- building */

static void
salon_sick_day_view_dispose (GObject *object)
{
  SalonSickDayView *self = SALON_SICK_DAY_VIEW (object);

  self->filling = TRUE;
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&self->session);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->day, salon_sick_day_free);
  G_OBJECT_CLASS (salon_sick_day_view_parent_class)->dispose (object);
}

static void
salon_sick_day_view_class_init (SalonSickDayViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_sick_day_view_dispose;

  /**
   * SalonSickDayView::closed: all was applied, or nothing is wanted
   */
  signals[SIGNAL_CLOSED] = g_signal_new ("closed", SALON_TYPE_SICK_DAY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "sick-day.apply", NULL, action_apply);
  gtk_widget_class_install_action (widget_class, "sick-day.close", NULL, action_close);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "sick-day.apply", NULL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
salon_sick_day_view_init (SalonSickDayView *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
}

static void
add (GtkWidget *line, const char *field, const char *label, GtkWidget *control)
{
  gtk_box_append (GTK_BOX (line), salon_form_field_new (field, label, control));
}

/* Wide enough for "2026. gada 22. novembris". */
static GtkWidget *
date_new (SalonDay today)
{
  GtkWidget *entry = salon_date_entry_new (today);

  gtk_editable_set_width_chars (GTK_EDITABLE (salon_value_entry_get_entry (SALON_VALUE_ENTRY (entry))), DATE_CHARS);
  return entry;
}

static GtkWidget *
build_fields (SalonSickDayView *self)
{
  const char *const kinds[] = { C_ ("absence", "Holiday"), C_ ("absence", "Sick"), C_ ("absence", "Training"),
                                C_ ("absence", "Other"), NULL };
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->employee = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->kind = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (kinds));
  self->first = SALON_VALUE_ENTRY (date_new (today));
  self->last = SALON_VALUE_ENTRY (date_new (today));
  self->note = GTK_ENTRY (gtk_entry_new ());
  gtk_drop_down_set_selected (self->kind, SALON_ABSENCE_SICK - SALON_ABSENCE_HOLIDAY);
  gtk_widget_set_layout_manager (line, salon_wrap_layout_new (12, 9));
  add (line, "employee_id", _("Employee"), GTK_WIDGET (self->employee));
  add (line, "kind", _("Kind"), GTK_WIDGET (self->kind));
  add (line, "first_day", _("First day"), GTK_WIDGET (self->first));
  add (line, "last_day", _("Last day"), GTK_WIDGET (self->last));
  add (line, "note", _("Note"), GTK_WIDGET (self->note));
  g_signal_connect (self->employee, "notify::selected", G_CALLBACK (on_employee), self);
  g_signal_connect (self->first, "notify::value", G_CALLBACK (on_days), self);
  g_signal_connect (self->last, "notify::value", G_CALLBACK (on_days), self);
  return line;
}

static GtkWidget *
build_stack (SalonSickDayView *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_stack_add_named (self->stack, scroller, "list");
  gtk_stack_add_named (self->stack, salon_empty_state_new ("salon-check-symbolic", _("No visits on these days"),
                                                           _("Only the absence is noted.")), "nothing");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static GtkWidget *
build_foot (SalonSickDayView *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *close = gtk_button_new_with_label (_("Cancel"));

  self->told = GTK_LABEL (salon_wrapped_label_new (NULL, "salon-secondary"));
  self->apply = gtk_button_new_with_label (_("Apply all"));
  gtk_widget_set_hexpand (GTK_WIDGET (self->told), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "sick-day.close");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->apply), "sick-day.apply");
  gtk_widget_add_css_class (self->apply, "suggested-action");
  gtk_widget_set_tooltip_text (self->apply, _("Ctrl+Enter"));
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->told));
  gtk_box_append (GTK_BOX (line), close);
  gtk_box_append (GTK_BOX (line), self->apply);
  return line;
}

static void
fill_employees (SalonSickDayView *self)
{
  GPtrArray *all = salon_directory_list (salon_directory_of (self->session), SALON_DIRECTORY_EMPLOYEES);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint chosen = GTK_INVALID_LIST_POSITION;

  g_array_set_size (self->ids, 0);
  for (guint i = 0; all != NULL && i < all->len; i++) {
    const SalonEmployee *employee = all->pdata[i];
    gint64 id = salon_entity_get_id (employee);
    g_autofree char *name = employee->surname != NULL ? g_strdup_printf ("%s %s", employee->first_name, employee->surname)
                                                      : g_strdup (employee->first_name);

    if (employee->archived != 0)
      continue;
    if (id == self->employee_id)
      chosen = self->ids->len;
    gtk_string_list_append (names, name);
    g_array_append_val (self->ids, id);
  }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->employee, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->employee, chosen);
  self->filling = FALSE;
}

/**
 * salon_sick_day_view_new:
 *
 * Returns: (transfer floating): about nobody yet
 */
GtkWidget *
salon_sick_day_view_new (SalonSession *session)
{
  SalonSickDayView *self = g_object_new (SALON_TYPE_SICK_DAY_VIEW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->session = g_object_ref (session);
  self->card = SALON_CARD (salon_card_new (_("Sick day")));
  salon_card_set_note (self->card, NULL);
  gtk_box_append (GTK_BOX (box), build_fields (self));
  gtk_box_append (GTK_BOX (box), build_stack (self));
  gtk_box_append (GTK_BOX (box), build_foot (self));
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
  g_signal_connect_object (session, "changed", G_CALLBACK (on_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_sick_day_view_open:
 * @employee_id: 0 = it is to be chosen
 * @first_day: 0 = today
 * @last_day: not before @first_day
 */
void
salon_sick_day_view_open (SalonSickDayView *self, gint64 employee_id, gint64 first_day, gint64 last_day)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));

  self->employee_id = employee_id;
  fill_employees (self);
  self->filling = TRUE;
  salon_value_entry_set_value (self->first, MAX (first_day, today));
  salon_value_entry_set_value (self->last, MAX (last_day, MAX (first_day, today)));
  gtk_editable_set_text (GTK_EDITABLE (self->note), "");
  self->filling = FALSE;
  load (self);
  gtk_widget_grab_focus (employee_id != 0 ? self->apply : GTK_WIDGET (self->employee));
}
