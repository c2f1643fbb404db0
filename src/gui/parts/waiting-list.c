/* A salon has some tens of people on its list: they are read as a whole, and again when something that concerns them has
 * changed. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/notes.h"
#include "gui/parts/place-slot.h"
#include "gui/parts/quick-book.h"
#include "gui/parts/waiting-list.h"
#include "gui/parts/waiting-row.h"
#include "gui/parts/waiting-text.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"
#include "model/rules/permission.h"
#include "model/services/waiting.h"

struct _SalonWaitingList {
  GtkWidget parent_instance;
  GtkDropDown *show;
  GtkListBox *list;
  GtkStack *stack;
  SalonQuickBook *quick;
  SalonSession *session;
  guint count;
  guint generation;
  gboolean active;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (SalonWaitingList, salon_waiting_list, GTK_TYPE_WIDGET)

enum { SIGNAL_COUNTED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct {
  SalonWaitingList *list; /* strong */
  guint generation;
} Asked;

static void
asked_free (Asked *asked)
{
  g_object_unref (asked->list);
  g_free (asked);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asked, asked_free)

/* ---- booking */

static gpointer
make_booking (gconstpointer plan, gboolean warnings, gboolean alert)
{
  const SalonWaitingRow *row = plan;
  SalonBookingRequest *booking = salon_booking_request_new (row->waiting->client_id, SALON_VISIT_SOURCE_PHONE);

  g_array_append_vals (booking->lines, row->slot->lines->data, row->slot->lines->len);
  booking->accept_warnings = warnings;
  booking->accept_alert = alert;
  return salon_waiting_booking_new (salon_entity_get_id (row->waiting), booking);
}

static void
on_book (SalonWaitingListRow *list_row, SalonWaitingList *self)
{
  SalonWaitingRow *row = salon_waiting_list_row_get_waiting (list_row);
  g_autofree char *text = salon_waiting_booked_text (row->client, row->slot,
                                                     salon_clock_today (salon_session_clock (self->session)));

  salon_quick_book_run (self->quick, &salon_command_waiting_book, make_booking, g_object_ref (row), g_object_unref, text);
}

/* ---- loading */

static gint64
selected_id (SalonWaitingList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? salon_entity_get_id (salon_waiting_list_row_get_waiting (SALON_WAITING_LIST_ROW (row))->waiting) : 0;
}

static void
clear (SalonWaitingList *self)
{
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

static void
show_rows (SalonWaitingList *self, GPtrArray *rows)
{
  gint64 selected = selected_id (self);
  gboolean focused = salon_has_focus (GTK_WIDGET (self->list));

  clear (self);
  for (guint i = 0; i < rows->len; i++) {
    GtkWidget *row = salon_waiting_list_row_new (self->session, rows->pdata[i]);

    g_signal_connect (row, "book", G_CALLBACK (on_book), self);
    gtk_list_box_append (self->list, row);
  }
  gtk_stack_set_visible_child_name (self->stack, rows->len > 0 ? "list" : "empty");
  if (selected != 0 && salon_waiting_list_select (self, selected) && focused)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_selected_row (self->list)));
}

static void
on_rows (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asked) asked = data;
  SalonWaitingList *self = asked->list;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL || asked->generation != self->generation)
    return;
  if (rows == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  show_rows (self, rows);
  if (gtk_drop_down_get_selected (self->show) == SALON_WAITING_SHOW_OPEN) {
    self->count = rows->len;
    g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
  }
}

static gboolean
may (SalonWaitingList *self)
{
  return salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), SALON_PERMISSION_BOOK);
}

static void
load (SalonWaitingList *self)
{
  Asked *asked = NULL;

  self->generation++;
  self->stale = !may (self);
  if (self->stale) {
    clear (self);
    return;
  }
  asked = g_new0 (Asked, 1);
  asked->list = g_object_ref (self);
  asked->generation = self->generation;
  salon_session_query (self->session, &salon_query_waiting_list, SALON_LANE_BACKGROUND,
                       salon_waiting_request_new ((SalonWaitingShow) gtk_drop_down_get_selected (self->show), 0), NULL, on_rows,
                       asked);
}

static void
reload (SalonWaitingList *self)
{
  if (self->active)
    load (self);
  else
    self->stale = TRUE;
}

static void
on_session_changed (SalonSession *session, SalonChangeSet *changes, SalonWaitingList *self)
{
  static const char *const topics[] = { "waiting", "visit", "client", "absence", "shift", "work-hours", "holiday", "service" };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    if (salon_change_set_touches (changes, topics[i])) {
      reload (self);
      return;
    }
}

static void
on_actor_changed (SalonSession *session, SalonWaitingList *self)
{
  clear (self);
  reload (self);
}

static void
on_show (GtkDropDown *show, GParamSpec *spec, SalonWaitingList *self)
{
  if (self->session != NULL)
    load (self);
}

static void
on_row_activated (GtkListBox *list, GtkListBoxRow *row, SalonWaitingList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (row), "waiting.open", NULL);
}

/* ---- building */

static void
salon_waiting_list_dispose (GObject *object)
{
  SalonWaitingList *self = SALON_WAITING_LIST (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_waiting_list_parent_class)->dispose (object);
}

static void
salon_waiting_list_class_init (SalonWaitingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_waiting_list_dispose;

  /**
   * SalonWaitingList::counted: see salon_waiting_list_get_count()
   */
  signals[SIGNAL_COUNTED] = g_signal_new ("counted", SALON_TYPE_WAITING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
build_list (SalonWaitingList *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();
  GtkWidget *empty = salon_empty_state_new ("salon-clock-symbolic", _("Nobody waits."),
                                            _("Who finds no time to come is put down while booking."));

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "salon-plain-list");
  salon_set_accessible_label (self->list, _("Waiting list"));
  g_signal_connect (self->list, "row-activated", G_CALLBACK (on_row_activated), self);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), GTK_WIDGET (self->list));
  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->stack, empty, "empty");
  gtk_stack_add_named (self->stack, scroll, "list");
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  return GTK_WIDGET (self->stack);
}

static void
build (SalonWaitingList *self)
{
  const char *const shows[] = { C_ ("waiting list", "All who wait"), C_ ("waiting list", "Who fits now"),
                                C_ ("waiting list", "Earlier ones, too"), NULL };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->show = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (shows));
  salon_set_accessible_label (self->show, _("Who is shown"));
  self->quick = SALON_QUICK_BOOK (salon_quick_book_new (self->session));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->show));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quick));
  gtk_box_append (GTK_BOX (box), build_list (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect (self->show, "notify::selected", G_CALLBACK (on_show), self);
}

static void
salon_waiting_list_init (SalonWaitingList *self)
{
  self->stale = TRUE;
}

/**
 * salon_waiting_list_new:
 *
 * Returns: (transfer floating): reads nothing until it is active
 */
GtkWidget *
salon_waiting_list_new (SalonSession *session)
{
  SalonWaitingList *self = g_object_new (SALON_TYPE_WAITING_LIST, NULL);

  self->session = g_object_ref (session);
  build (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (on_session_changed), self, 0);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  return GTK_WIDGET (self);
}

/**
 * salon_waiting_list_set_active: a list that nobody sees is read when it is seen again
 */
void
salon_waiting_list_set_active (SalonWaitingList *self, gboolean active)
{
  self->active = active;
  if (active && self->stale)
    load (self);
}

/**
 * salon_waiting_list_get_count:
 *
 * Returns: how many wait
 */
guint
salon_waiting_list_get_count (SalonWaitingList *self)
{
  return self->count;
}

static SalonWaitingListRow *
row_of (SalonWaitingList *self, gint64 waiting_id)
{
  GtkListBoxRow *row = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (salon_entity_get_id (salon_waiting_list_row_get_waiting (SALON_WAITING_LIST_ROW (row))->waiting) == waiting_id)
      return SALON_WAITING_LIST_ROW (row);
  return NULL;
}

/**
 * salon_waiting_list_book_at:
 * @employee_id: 0 = the one that she wishes
 * @room_id: 0 = the first free one of the right kind
 *
 * Books somebody where she was put by hand, and takes her off the list; what speaks against it is asked back.
 *
 * Returns: whether it could be tried: she is in the list, and it is known who does it
 */
gboolean
salon_waiting_list_book_at (SalonWaitingList *self, gint64 waiting_id, gint64 employee_id, gint64 room_id, gint64 start_min)
{
  SalonWaitingListRow *list_row = row_of (self, waiting_id);
  SalonWaitingRow *old = list_row != NULL ? salon_waiting_list_row_get_waiting (list_row) : NULL;
  SalonWaitingRow *row = NULL;
  SalonFreeSlot *slot = NULL;
  g_autofree char *text = NULL;

  if (old == NULL)
    return FALSE;
  slot = salon_place_slot (self->session, old->service_ids, employee_id != 0 ? employee_id : old->waiting->employee_id, room_id, start_min);
  if (slot == NULL)
    return FALSE;
  row = g_object_new (SALON_TYPE_WAITING_ROW, NULL);
  row->waiting = g_object_ref (old->waiting);
  row->slot = slot;
  text = salon_waiting_booked_text (old->client, slot, salon_clock_today (salon_session_clock (self->session)));
  salon_quick_book_run (self->quick, &salon_command_waiting_book, make_booking, row, g_object_unref, text);
  return TRUE;
}

/**
 * salon_waiting_list_select:
 *
 * Returns: whether the entry is in the list; it is selected then
 */
gboolean
salon_waiting_list_select (SalonWaitingList *self, gint64 waiting_id)
{
  SalonWaitingListRow *row = row_of (self, waiting_id);

  if (row != NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  return row != NULL;
}
