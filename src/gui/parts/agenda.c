/* Rows are kept by their visits: what is loaded again keeps its row, its focus and its place.
 *
 * Of a long day rows are made a few at a time, so that nobody waits for the last one. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/agenda-row.h"
#include "gui/parts/agenda.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"

#define ROWS_AT_ONCE 12

struct _SalonAgenda {
  GtkWidget parent_instance;

  SalonSession *session;
  GtkStack *stack; /* "list" or "empty" */
  GtkListBox *list;
  GHashTable *rows; /* gint64 id of the visit → SalonAgendaRow, in the list */

  SalonBoard *board;
  gint64 employee_id; /* 0 = everybody */
  GArray *hidden;     /* gint64, employees; NULL = none */
  gboolean cancelled_shown;
  gint64 now;
  gint64 wanted; /* to be chosen as soon as it has a row */
  gboolean wants_focus;
  gboolean filling;
  GPtrArray *waiting; /* SalonBoardVisit of the board that have no row yet, the last first */
  guint source;
};

enum { SELECT, ACTIVATE, VERB, STEP, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonAgenda, salon_agenda, GTK_TYPE_WIDGET)

/* ---- which visits */

static gboolean
is_hidden (SalonAgenda *self, gint64 employee_id)
{
  for (guint i = 0; self->hidden != NULL && i < self->hidden->len; i++)
    if (g_array_index (self->hidden, gint64, i) == employee_id)
      return TRUE;
  return FALSE;
}

static GArray *
columns_of (SalonAgenda *self)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (SalonBoardColumn));

  for (guint i = 0; i < self->board->employees->len; i++) {
    const SalonBoardEmployee *employee = self->board->employees->pdata[i];

    if (is_hidden (self, employee->id) || (self->employee_id != 0 && self->employee_id != employee->id))
      continue;
    for (int day = 0; day < self->board->n_days; day++) {
      SalonBoardColumn column = { SALON_RESOURCE_EMPLOYEE, employee->id, self->board->first_day + day };

      g_array_append_val (columns, column);
    }
  }
  return columns;
}

/* What has a block on the board has a row here. */
static GHashTable *
find_visits (SalonAgenda *self)
{
  GHashTable *visits = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GArray) columns = NULL;
  g_autoptr (GArray) blocks = NULL;

  if (self->board == NULL)
    return visits;
  columns = columns_of (self);
  blocks = salon_board_blocks (self->board, columns, self->cancelled_shown);
  for (guint i = 0; i < blocks->len; i++) {
    SalonBoardVisit *visit = g_hash_table_lookup (self->board->by_id, &g_array_index (blocks, SalonBoardBlock, i).visit_id);

    if (visit != NULL)
      g_hash_table_insert (visits, &visit->visit_id, visit);
  }
  return visits;
}

/* ---- rows */

static int
compare_rows (GtkListBoxRow *a, GtkListBoxRow *b, gpointer data)
{
  SalonAgendaRow *one = SALON_AGENDA_ROW (a);
  SalonAgendaRow *other = SALON_AGENDA_ROW (b);
  gint64 by_start = salon_agenda_row_get_start (one) - salon_agenda_row_get_start (other);
  gint64 by_id = salon_agenda_row_get_visit (one) - salon_agenda_row_get_visit (other);
  gint64 order = by_start != 0 ? by_start : by_id;

  return (order > 0) - (order < 0);
}

static GtkWidget *
day_header (SalonDay day)
{
  g_autofree char *text = salon_day_format_weekday (day);
  GtkWidget *label = salon_label_new (text, "salon-heading");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "salon-agenda-day");
  return label;
}

static GtkWidget *
now_header (void)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_add_css_class (line, "salon-now-line");
  salon_set_tooltip (line, _("Now"));
  return line;
}

/* Of several days the day; of one the line of now. */
static void
header_of_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SalonAgenda *self = data;
  gint64 start = salon_agenda_row_get_start (SALON_AGENDA_ROW (row));
  SalonDay day = salon_agenda_row_get_day (SALON_AGENDA_ROW (row));
  GtkWidget *header = NULL;

  if (self->board != NULL && self->board->n_days > 1) {
    if (before == NULL || salon_agenda_row_get_day (SALON_AGENDA_ROW (before)) != day)
      header = day_header (day);
  } else if (before != NULL && start >= self->now && salon_agenda_row_get_start (SALON_AGENDA_ROW (before)) < self->now) {
    header = now_header ();
  }
  gtk_list_box_row_set_header (row, header);
}

static void
on_row_verb (SalonAgendaRow *row, guint verb, SalonAgenda *self)
{
  g_signal_emit (self, signals[VERB], 0, salon_agenda_row_get_visit (row), verb);
}

static void
on_row_open (SalonAgendaRow *row, SalonAgenda *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0, salon_agenda_row_get_visit (row));
}

static void
select_row (SalonAgenda *self, GtkListBoxRow *row)
{
  self->filling = TRUE;
  gtk_list_box_select_row (self->list, row);
  self->filling = FALSE;
}

static void
add_row (SalonAgenda *self, const SalonBoardVisit *visit)
{
  GtkWidget *row = salon_agenda_row_new (self->session, self->board, visit);

  g_signal_connect (row, "verb", G_CALLBACK (on_row_verb), self);
  g_signal_connect (row, "open", G_CALLBACK (on_row_open), self);
  gtk_list_box_append (self->list, row);
  g_hash_table_insert (self->rows, g_memdup2 (&visit->visit_id, sizeof visit->visit_id), row);
  if (visit->visit_id == self->wanted) {
    select_row (self, GTK_LIST_BOX_ROW (row));
    self->wanted = 0;
    if (self->wants_focus)
      salon_agenda_focus (self);
  }
}

static gboolean
add_rows (gpointer data)
{
  SalonAgenda *self = data;

  for (guint i = 0; i < ROWS_AT_ONCE && self->waiting->len > 0; i++)
    add_row (self, g_ptr_array_steal_index (self->waiting, self->waiting->len - 1));
  if (self->waiting->len > 0)
    return G_SOURCE_CONTINUE;
  self->source = 0;
  if (self->wants_focus)
    salon_agenda_focus (self);
  return G_SOURCE_REMOVE;
}

/* Those that went are taken out; of the others some have another time. */
static void
settle_rows (SalonAgenda *self, GHashTable *visits)
{
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &key, &row)) {
    const SalonBoardVisit *visit = g_hash_table_lookup (visits, key);

    if (visit != NULL) {
      salon_agenda_row_set (row, self->board, visit);
      gtk_list_box_row_changed (row);
      continue;
    }
    gtk_list_box_remove (self->list, row);
    g_hash_table_iter_remove (&iter);
  }
}

static int
compare_waiting (gconstpointer a, gconstpointer b)
{
  const SalonBoardVisit *one = *(const SalonBoardVisit *const *) a;
  const SalonBoardVisit *other = *(const SalonBoardVisit *const *) b;
  gint64 start_one = ((const SalonBoardLine *) one->lines->pdata[0])->start;
  gint64 start_other = ((const SalonBoardLine *) other->lines->pdata[0])->start;

  return (start_one < start_other) - (start_one > start_other);
}

static void
render (SalonAgenda *self)
{
  g_autoptr (GHashTable) visits = NULL;
  GHashTableIter iter;
  gpointer visit = NULL;

  g_clear_handle_id (&self->source, g_source_remove);
  g_ptr_array_set_size (self->waiting, 0);
  visits = find_visits (self);
  settle_rows (self, visits);
  g_hash_table_iter_init (&iter, visits);
  while (g_hash_table_iter_next (&iter, NULL, &visit))
    if (!g_hash_table_contains (self->rows, &((const SalonBoardVisit *) visit)->visit_id))
      g_ptr_array_add (self->waiting, visit);
  g_ptr_array_sort (self->waiting, compare_waiting);
  gtk_stack_set_visible_child_name (self->stack, g_hash_table_size (visits) > 0 ? "list" : "empty");
  if (add_rows (self))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, add_rows, self, NULL);
}

/* ---- callbacks */

static void
on_row_selected (GtkListBox *list, GtkListBoxRow *row, SalonAgenda *self)
{
  SalonAgendaRow *chosen = row != NULL ? SALON_AGENDA_ROW (row) : NULL;

  if (!self->filling)
    g_signal_emit (self, signals[SELECT], 0, chosen != NULL ? salon_agenda_row_get_visit (chosen) : (gint64) 0,
                   chosen != NULL ? salon_agenda_row_get_line (chosen) : (gint64) 0);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonAgenda *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0, salon_agenda_row_get_visit (SALON_AGENDA_ROW (row)));
}

/* The list itself would take these keys to scroll; with Ctrl it does. */
static gboolean
on_key (GtkEventControllerKey *keys, guint keyval, guint keycode, GdkModifierType state, SalonAgenda *self)
{
  gboolean back = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || (!back && keyval != GDK_KEY_Page_Down && keyval != GDK_KEY_KP_Page_Down))
    return FALSE;
  g_signal_emit (self, signals[STEP], 0, back ? -1 : 1);
  return TRUE;
}

/* What the next user may do is another matter. */
static void
on_actor_changed (SalonSession *session, SalonAgenda *self)
{
  render (self);
}

/* ---- overrides */

static void
salon_agenda_dispose (GObject *object)
{
  SalonAgenda *self = SALON_AGENDA (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  self->list = NULL;
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->hidden, g_array_unref);
  g_clear_pointer (&self->board, salon_board_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_agenda_parent_class)->dispose (object);
}

static void
salon_agenda_class_init (SalonAgendaClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_agenda_dispose;

  /**
   * SalonAgenda::select: a visit was chosen; 0 = none any more
   */
  signals[SELECT] = g_signal_new ("select", SALON_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                  G_TYPE_INT64, G_TYPE_INT64);

  /**
   * SalonAgenda::activate: a visit shall be opened
   */
  signals[ACTIVATE] = g_signal_new ("activate", SALON_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_INT64);

  /**
   * SalonAgenda::verb: a change of state is wanted
   */
  signals[VERB] = g_signal_new ("verb", SALON_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                G_TYPE_INT64, G_TYPE_UINT);

  /**
   * SalonAgenda::step: other days are wanted, so many later
   */
  signals[STEP] = g_signal_new ("step", SALON_TYPE_AGENDA, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "agenda");
}

static void
salon_agenda_init (SalonAgenda *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *empty = salon_empty_state_new ("salon-desk-symbolic", _("Nobody is booked for this day."),
                                            _("Type a name or a phone to book somebody."));

  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->waiting = g_ptr_array_new ();
  self->now = G_MININT64;
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-plain-list");
  salon_set_accessible_label (self->list, _("Visits of the day"));
  gtk_list_box_set_sort_func (self->list, compare_rows, self, NULL);
  gtk_list_box_set_header_func (self->list, header_of_row, self, NULL);
  gtk_list_box_set_activate_on_single_click (self->list, FALSE);
  g_signal_connect (self->list, "row-selected", G_CALLBACK (on_row_selected), self);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, scroll, "list");
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

/* ---- public functions */

/**
 * salon_agenda_new:
 *
 * Returns: (transfer floating): a list without visits
 */
GtkWidget *
salon_agenda_new (SalonSession *session)
{
  SalonAgenda *self = g_object_new (SALON_TYPE_AGENDA, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_agenda_set_board:
 * @board: (nullable) (transfer none): one day, or several, each with its date above
 */
void
salon_agenda_set_board (SalonAgenda *self, SalonBoard *board)
{
  SalonBoard *before = self->board;

  self->board = board != NULL ? salon_board_ref (board) : NULL;
  render (self);
  g_clear_pointer (&before, salon_board_unref);
}

/**
 * salon_agenda_set_employee:
 * @employee_id: only visits with a line of hers; 0 = of everybody
 */
void
salon_agenda_set_employee (SalonAgenda *self, gint64 employee_id)
{
  if (self->employee_id == employee_id)
    return;
  self->employee_id = employee_id;
  render (self);
}

/**
 * salon_agenda_set_hidden:
 * @employee_ids: (nullable) (element-type gint64): whose visits are left out
 */
void
salon_agenda_set_hidden (SalonAgenda *self, const GArray *employee_ids)
{
  g_clear_pointer (&self->hidden, g_array_unref);
  self->hidden = employee_ids != NULL ? g_array_copy ((GArray *) employee_ids) : NULL;
  render (self);
}

/**
 * salon_agenda_set_cancelled_shown: whether cancelled visits are in the list, if they are on the board
 */
void
salon_agenda_set_cancelled_shown (SalonAgenda *self, gboolean shown)
{
  if (self->cancelled_shown == shown)
    return;
  self->cancelled_shown = shown;
  render (self);
}

/**
 * salon_agenda_set_now:
 * @minute: absolute wall minute: a line stands above what comes next
 */
void
salon_agenda_set_now (SalonAgenda *self, gint64 minute)
{
  self->now = minute;
  gtk_list_box_invalidate_headers (self->list);
}

/**
 * salon_agenda_select:
 * @visit_id: 0 = none; one whose row is not there yet is chosen when it comes
 */
void
salon_agenda_select (SalonAgenda *self, gint64 visit_id)
{
  GtkListBoxRow *row = g_hash_table_lookup (self->rows, &visit_id);

  self->wanted = row == NULL ? visit_id : 0;
  select_row (self, row);
}

/**
 * salon_agenda_get_selected:
 *
 * Returns: id of the chosen visit; 0 = none
 */
gint64
salon_agenda_get_selected (SalonAgenda *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? salon_agenda_row_get_visit (SALON_AGENDA_ROW (row)) : self->wanted;
}

/**
 * salon_agenda_focus:
 *
 * The focus goes to the chosen row, else to the first; when rows are still to come, as soon as they are there.
 */
void
salon_agenda_focus (SalonAgenda *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->wants_focus = row == NULL && self->waiting->len > 0;
  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL && !self->wants_focus)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
