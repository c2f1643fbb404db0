/* The day's visits by time, with a line where "now" is, and below what waits.
 *
 * A day has at most a few hundred visits: a list box keeps each as a row with its own actions.  What is seen
 * of a row is made at once for those in view, and for the others a few at a time when nothing else is to do; of a
 * very long day the rest is made when somebody scrolls to it. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/day.h"
#include "gui/parts/day-queue.h"
#include "gui/parts/notes.h"
#include "gui/parts/visit-row.h"
#include "gui/widgets/build.h"
#include "gui/widgets/card.h"
#include "gui/widgets/empty-state.h"
#include "model/rules/verbs.h"
#include "model/services/clients.h"
#include "model/services/desk.h"

#define ROWS_AT_FIRST 24 /* before it is known how many are in view */
#define ROWS_A_SLICE  16
#define ROWS_BY_SLICE 120
#define TICK_SECONDS  20 /* who is late is marked as time goes on */
#define FILL_MS       300 /* after the day is shown: each slice has the window laid out and painted */

struct _SalonDayQueue {
  GtkWidget parent_instance;

  SalonCard *card;
  GtkListBox *list;
  GtkStack *stack;
  GtkWidget *previous;
  GtkWidget *next;
  GtkWidget *cancelled;
  GtkWidget *birthdays;
  GtkLabel *birthdays_label;
  GtkListBox *birthday_list;
  GPtrArray *birthday_clients; /* SalonClientRow; NULL once they have rows */

  guint tick_source;
  guint fill_source;
  int filled; /* rows from the first that the slices have filled */

  SalonSession *session;
  gint64 day; /* SALON_DAY_NONE = today, whichever that is */
  guint generation;
  gboolean active;
  gboolean stale;
  gboolean scrolled;
};

G_DEFINE_FINAL_TYPE (SalonDayQueue, salon_day_queue, GTK_TYPE_WIDGET)

static void load (SalonDayQueue *self);

typedef struct {
  SalonDayQueue *queue; /* strong */
  guint generation;
} Asked;

static Asked *
asked_new (SalonDayQueue *self)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->queue = g_object_ref (self);
  asked->generation = self->generation;
  return asked;
}

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->queue);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

/* ---- rendering */

static SalonDay
shown_day (SalonDayQueue *self)
{
  return self->day == SALON_DAY_NONE ? salon_clock_today (salon_session_clock (self->session)) : (SalonDay) self->day;
}

static void
remove_rows (GtkListBox *list)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (list))) != NULL)
    gtk_list_box_remove (list, row);
}

static gint64
selected_visit (SalonDayQueue *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? salon_visit_row_get_visit (SALON_VISIT_ROW (row))->visit_id : 0;
}

/* The line of now: above the first visit that has not begun. */
static void
header_of_row (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  SalonDayQueue *self = data;
  gint64 now = salon_clock_wall_minute (salon_session_clock (self->session));
  SalonDeskVisit *visit = salon_visit_row_get_visit (SALON_VISIT_ROW (row));
  SalonDeskVisit *earlier = before != NULL ? salon_visit_row_get_visit (SALON_VISIT_ROW (before)) : NULL;
  gboolean here = visit->start_min >= now && earlier != NULL && earlier->start_min < now;
  GtkWidget *line = NULL;

  gtk_list_box_row_set_header (row, NULL);
  if (!here || shown_day (self) != salon_clock_today (salon_session_clock (self->session)))
    return;
  line = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_add_css_class (line, "salon-now-line");
  salon_set_tooltip (line, _("Now"));
  gtk_list_box_row_set_header (row, line);
}

static void
update_title (SalonDayQueue *self, guint n)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  g_autofree char *day = salon_day_format_relative (shown_day (self), today);
  g_autofree char *note = g_strdup_printf (ngettext ("%u visit", "%u visits", n), n);

  salon_card_set_title (self->card, shown_day (self) == today ? _("Now") : day);
  salon_card_set_note (self->card, note);
}

static int
first_open_row (SalonDayQueue *self)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (salon_visit_state_is_open ((SalonVisitState) salon_visit_row_get_visit (SALON_VISIT_ROW (row))->state))
      return i;
  return -1;
}

/* ---- filling rows */

static gboolean
fill_row (SalonDayQueue *self, int index)
{
  GtkListBoxRow *row = index >= 0 ? gtk_list_box_get_row_at_index (self->list, index) : NULL;

  if (row != NULL)
    salon_visit_row_fill (SALON_VISIT_ROW (row));
  return row != NULL;
}

static gboolean
fill_slice (gpointer data)
{
  SalonDayQueue *self = data;

  for (int i = 0; i < ROWS_A_SLICE; i++)
    if (self->filled == ROWS_BY_SLICE || !fill_row (self, self->filled++)) {
      self->fill_source = 0;
      return G_SOURCE_REMOVE;
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
begin_slices (gpointer data)
{
  SalonDayQueue *self = data;

  self->fill_source = g_idle_add_full (G_PRIORITY_LOW, fill_slice, self, NULL);
  return G_SOURCE_REMOVE;
}

/* All rows are as high as the first; the line of now is thin. */
static int
row_height (SalonDayQueue *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);
  int height = 0;

  if (row != NULL)
    gtk_widget_measure (GTK_WIDGET (row), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

static void
fill_in_view (SalonDayQueue *self)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  int height = row_height (self);
  int first = 0;
  int last = 0;

  if (height == 0 || adjustment == NULL)
    return;
  first = (int) gtk_adjustment_get_value (adjustment) / height - 1;
  last = first + MAX (ROWS_AT_FIRST, (int) gtk_adjustment_get_page_size (adjustment) / height + 3);
  for (int i = first; i <= last; i++)
    fill_row (self, i);
}

/* Rows that wait take the place that they will need. */
static void
begin_filling (SalonDayQueue *self)
{
  GtkListBoxRow *row = NULL;
  int height = 0;

  fill_row (self, 0);
  height = row_height (self);
  for (int i = 1; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    gtk_widget_set_size_request (GTK_WIDGET (row), -1, height);
  self->filled = 0;
  if (self->fill_source == 0)
    self->fill_source = g_timeout_add (FILL_MS, begin_slices, self);
  fill_in_view (self);
}

static int
header_height (GtkListBoxRow *row)
{
  GtkWidget *header = gtk_list_box_row_get_header (row);
  int height = 0;

  if (header != NULL)
    gtk_widget_measure (header, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  return height;
}

/* Before the day is painted: nothing moves when somebody has seen it.  The place of a row is not known yet, but follows
 * from its number; the list then tells the true end of its range by itself. */
static void
scroll_to_now (SalonDayQueue *self, guint n_rows)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  int open = first_open_row (self);
  int height = row_height (self);
  int y = (open - 2) * height;

  if (open < 0 || adjustment == NULL)
    return;
  for (int i = 0; i <= open; i++)
    y += header_height (gtk_list_box_get_row_at_index (self->list, i));
  gtk_adjustment_set_upper (adjustment, MAX (gtk_adjustment_get_upper (adjustment), (double) n_rows * height + height));
  gtk_adjustment_set_value (adjustment, y);
}

static void
on_scrolled (GtkAdjustment *adjustment, SalonDayQueue *self)
{
  fill_in_view (self);
}

static void
show_day (SalonDayQueue *self, const SalonDeskDay *day)
{
  gint64 selected = selected_visit (self);

  remove_rows (self->list);
  for (guint i = 0; i < day->visits->len; i++) {
    SalonDeskVisit *visit = day->visits->pdata[i];
    GtkWidget *row = salon_visit_row_new (self->session, visit);

    gtk_list_box_append (self->list, row);
    if (visit->visit_id == selected)
      gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  }
  begin_filling (self);
  update_title (self, day->visits->len);
  gtk_stack_set_visible_child_name (self->stack, day->visits->len > 0 ? "list" : "empty");
  if (!self->scrolled)
    scroll_to_now (self, day->visits->len);
  self->scrolled = TRUE;
}

static GtkWidget *
birthday_row (SalonClientRow *client)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), salon_label_new (client->name, NULL));
  salon_set_accessible_label (row, client->name);
  g_object_set_data_full (G_OBJECT (row), "client", g_object_ref (client), g_object_unref);
  return row;
}

/* Their rows are made when somebody looks. */
static void
fill_birthdays (SalonDayQueue *self)
{
  if (self->birthday_clients == NULL || !gtk_expander_get_expanded (GTK_EXPANDER (self->birthdays)))
    return;
  remove_rows (self->birthday_list);
  for (guint i = 0; i < self->birthday_clients->len; i++)
    gtk_list_box_append (self->birthday_list, birthday_row (self->birthday_clients->pdata[i]));
  g_clear_pointer (&self->birthday_clients, g_ptr_array_unref);
}

static void
on_expanded (GtkExpander *expander, GParamSpec *spec, SalonDayQueue *self)
{
  fill_birthdays (self);
}

static void
show_birthdays (SalonDayQueue *self, GPtrArray *clients)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u birthday", "%u birthdays", clients->len), clients->len);

  gtk_label_set_text (self->birthdays_label, text);
  salon_set_accessible_label (self->birthdays, text);
  gtk_widget_set_visible (self->birthdays, clients->len > 0);
  g_clear_pointer (&self->birthday_clients, g_ptr_array_unref);
  self->birthday_clients = g_ptr_array_ref (clients);
  fill_birthdays (self);
}

/* ---- loading */

static void
on_day (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  SalonDayQueue *self = asked->queue;
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonDeskDay) day = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || asked->generation != self->generation)
    return;
  if (day != NULL)
    show_day (self, day);
  else
    salon_note_error (GTK_WIDGET (self), error);
}

static void
on_birthdays (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  g_autoptr (GPtrArray) clients = salon_session_query_finish (SALON_SESSION (source), result, NULL);

  if (clients != NULL && asked->queue->session != NULL && asked->generation == asked->queue->generation)
    show_birthdays (asked->queue, clients);
}

static void
load (SalonDayQueue *self)
{
  gboolean with_cancelled = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->cancelled));

  self->generation++;
  self->stale = FALSE;
  salon_session_query (self->session, &salon_query_desk_day, SALON_LANE_INTERACTIVE,
                       salon_desk_request_new (self->day, with_cancelled), NULL, on_day, asked_new (self));
  salon_session_query (self->session, &salon_query_desk_birthdays, SALON_LANE_INTERACTIVE,
                       salon_desk_request_new (self->day, FALSE), NULL, on_birthdays, asked_new (self));
}

/* ---- callbacks */

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonDayQueue *self)
{
  if (!salon_change_set_touches (changes, "visit") && !salon_change_set_touches (changes, "client"))
    return;
  if (self->active)
    load (self);
  else
    self->stale = TRUE;
}

/* What the next user may not see goes at once. */
static void
on_actor_changed (SalonSession *session, SalonDayQueue *self)
{
  remove_rows (self->list);
  remove_rows (self->birthday_list);
  self->generation++;
  self->stale = TRUE;
  if (self->active)
    load (self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonDayQueue *self)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "visit.open", NULL);
}

static void
on_birthday_activated (GtkListBox *list, GtkListBoxRow *row, SalonDayQueue *self)
{
  SalonClientRow *client = g_object_get_data (G_OBJECT (row), "client");

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-client", "x", client->id);
}

static void
go (SalonDayQueue *self, int days)
{
  SalonDay today = salon_clock_today (salon_session_clock (self->session));
  SalonDay day = days == 0 ? today : shown_day (self) + days;

  self->day = day == today ? SALON_DAY_NONE : day;
  self->scrolled = FALSE;
  load (self);
}

static void
on_previous (GtkButton *button, SalonDayQueue *self)
{
  go (self, -1);
}

static void
on_next (GtkButton *button, SalonDayQueue *self)
{
  go (self, 1);
}

static void
on_cancelled_toggled (GtkToggleButton *button, SalonDayQueue *self)
{
  load (self);
}

/* ---- building */

static void
salon_day_queue_dispose (GObject *object)
{
  SalonDayQueue *self = SALON_DAY_QUEUE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_handle_id (&self->tick_source, g_source_remove);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_pointer (&self->birthday_clients, g_ptr_array_unref);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_day_queue_parent_class)->dispose (object);
}

/* In each frame GTK draws all rows of a list, those out of view, too: of a day with 300 visits that took longer than all the
 * rest of the window.  Whatever moves a row has this drawn, too, so that none comes into view without being seen here. */
static void
salon_day_queue_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SalonDayQueue *self = SALON_DAY_QUEUE (widget);
  GtkAdjustment *view = gtk_list_box_get_adjustment (self->list);
  double top = gtk_adjustment_get_value (view);
  double bottom = top + gtk_adjustment_get_page_size (view);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL; row = gtk_widget_get_next_sibling (row)) {
    graphene_rect_t at;

    if (SALON_IS_VISIT_ROW (row) && gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &at))
      salon_visit_row_set_in_view (SALON_VISIT_ROW (row), at.origin.y + at.size.height >= top && at.origin.y <= bottom);
  }
  GTK_WIDGET_CLASS (salon_day_queue_parent_class)->snapshot (widget, snapshot);
}

static void
salon_day_queue_class_init (SalonDayQueueClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_day_queue_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = salon_day_queue_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
build_list (SalonDayQueue *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *empty = salon_empty_state_new ("salon-desk-symbolic", _("Nobody is booked for this day."),
                                            _("Type a name or a phone to book somebody."));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-plain-list");
  salon_set_accessible_label (self->list, _("Visits of the day"));
  gtk_list_box_set_header_func (self->list, header_of_row, self, NULL);
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  g_signal_connect_object (gtk_list_box_get_adjustment (self->list), "value-changed", G_CALLBACK (on_scrolled), self, 0);
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, scroll, "list");
  gtk_stack_set_visible_child_name (self->stack, "list");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static GtkWidget *
build_birthdays (SalonDayQueue *self)
{
  self->birthdays = gtk_expander_new (NULL);
  self->birthdays_label = GTK_LABEL (salon_label_new ("", NULL));
  self->birthday_list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->birthday_list), "salon-plain-list");
  salon_set_accessible_label (self->birthday_list, _("Birthdays"));
  g_signal_connect (self->birthday_list, "row-activated", G_CALLBACK (on_birthday_activated), self);
  gtk_expander_set_label_widget (GTK_EXPANDER (self->birthdays), GTK_WIDGET (self->birthdays_label));
  gtk_expander_set_child (GTK_EXPANDER (self->birthdays), GTK_WIDGET (self->birthday_list));
  gtk_widget_set_visible (self->birthdays, FALSE);
  g_signal_connect (self->birthdays, "notify::expanded", G_CALLBACK (on_expanded), self);
  return self->birthdays;
}

static void
build_head (SalonDayQueue *self)
{
  self->previous = salon_icon_button_new ("salon-chevron-left-symbolic", _("The day before"));
  self->next = salon_icon_button_new ("salon-chevron-right-symbolic", _("The next day"));
  self->cancelled = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->cancelled), "salon-state-cancelled-symbolic");
  gtk_widget_add_css_class (self->cancelled, "flat");
  salon_set_tooltip (self->cancelled, _("Show cancelled visits, too"));
  salon_set_accessible_label (self->cancelled, _("Show cancelled visits, too"));
  g_signal_connect (self->previous, "clicked", G_CALLBACK (on_previous), self);
  g_signal_connect (self->next, "clicked", G_CALLBACK (on_next), self);
  g_signal_connect (self->cancelled, "toggled", G_CALLBACK (on_cancelled_toggled), self);
  salon_card_add_suffix (self->card, self->cancelled);
  salon_card_add_suffix (self->card, self->previous);
  salon_card_add_suffix (self->card, self->next);
}

static void
salon_day_queue_init (SalonDayQueue *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->day = SALON_DAY_NONE;
  self->card = SALON_CARD (salon_card_new (_("Now")));
  build_head (self);
  gtk_box_append (GTK_BOX (box), build_list (self));
  gtk_box_append (GTK_BOX (box), build_birthdays (self));
  salon_card_set_child (self->card, box);
  gtk_widget_set_parent (GTK_WIDGET (self->card), GTK_WIDGET (self));
}

/**
 * salon_day_queue_new:
 *
 * Returns: (transfer floating): the queue of today
 */
GtkWidget *
salon_day_queue_new (SalonSession *session)
{
  SalonDayQueue *self = g_object_new (SALON_TYPE_DAY_QUEUE, NULL);

  self->session = g_object_ref (session);
  self->stale = TRUE;
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return GTK_WIDGET (self);
}

static gboolean
on_tick (gpointer data)
{
  SalonDayQueue *self = data;
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    salon_visit_row_update_late (SALON_VISIT_ROW (row));
  gtk_list_box_invalidate_headers (self->list);
  return G_SOURCE_CONTINUE;
}

/**
 * salon_day_queue_set_active: whether the page is in view; a hidden queue refreshes when it is seen again
 */
void
salon_day_queue_set_active (SalonDayQueue *self, gboolean active)
{
  self->active = active;
  g_clear_handle_id (&self->tick_source, g_source_remove);
  if (active)
    self->tick_source = g_timeout_add_seconds (TICK_SECONDS, on_tick, self);
  if (active && self->stale)
    load (self);
}
