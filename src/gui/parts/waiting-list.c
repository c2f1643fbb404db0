/* Who waits, chosen by a menu; booked where she fits, or where she was put on the board. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/parts/live-list.h"
#include "gui/parts/place-slot.h"
#include "gui/parts/waiting-book.h"
#include "gui/parts/waiting-list.h"
#include "gui/parts/waiting-row.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"
#include "model/services/waiting.h"

struct _SalonWaitingList {
  GtkWidget parent_instance;
  GtkDropDown *show;
  SalonLiveList *list;
  SalonQuickBook *quick;
  SalonSession *session;
  guint count;
};

G_DEFINE_FINAL_TYPE (SalonWaitingList, salon_waiting_list, GTK_TYPE_WIDGET)

enum { SIGNAL_COUNTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- booking */

static void
on_book (SalonWaitingListRow *list_row, SalonWaitingList *self)
{
  salon_waiting_book_run (self->quick, self->session, salon_waiting_list_row_get_waiting (list_row));
}

/* ---- the list */

static gpointer
make_request (gpointer owner)
{
  SalonWaitingList *self = owner;

  return salon_waiting_request_new ((SalonWaitingShow) gtk_drop_down_get_selected (self->show), 0);
}

static GtkWidget *
make_row (gpointer owner, gpointer item)
{
  SalonWaitingList *self = owner;
  GtkWidget *row = salon_waiting_list_row_new (self->session, item);

  g_signal_connect (row, "book", G_CALLBACK (on_book), self);
  return row;
}
static gint64
id_of (gconstpointer item)
{
  return salon_entity_get_id (((const SalonWaitingRow *) item)->waiting);
}

static void
on_shown (gpointer owner, GPtrArray *items)
{
  SalonWaitingList *self = owner;

  if (gtk_drop_down_get_selected (self->show) != SALON_WAITING_SHOW_OPEN)
    return;
  self->count = items->len;
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

static const char *const topics[] = { "waiting", "visit", "client", "absence", "shift", "work-hours", "holiday", "service", NULL };

static const SalonLiveListKind kind = {
  .query = &salon_query_waiting_list,
  .topics = topics,
  .permission = SALON_PERMISSION_BOOK,
  .make_request = make_request,
  .make_row = make_row,
  .id_of = id_of,
  .shown = on_shown,
};

static void
on_show (GtkDropDown *show, GParamSpec *spec, SalonWaitingList *self)
{
  if (self->session != NULL)
    salon_live_list_read (self->list);
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
  GtkWidget *empty = salon_empty_state_new ("salon-clock-symbolic", _("Nobody waits."),
                                            _("Who finds no time to come is put down while booking."));

  self->list = SALON_LIVE_LIST (salon_live_list_new (self->session, &kind, self, _("Waiting list"), empty));
  g_signal_connect (salon_live_list_get_box (self->list), "row-activated", G_CALLBACK (on_row_activated), self);
  return GTK_WIDGET (self->list);
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
  return GTK_WIDGET (self);
}

/**
 * salon_waiting_list_set_active: a list that nobody sees is read when it is seen again
 */
void
salon_waiting_list_set_active (SalonWaitingList *self, gboolean active)
{
  salon_live_list_set_active (self->list, active);
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
  GtkListBoxRow *list_row = salon_live_list_find (self->list, waiting_id);
  SalonWaitingRow *old = list_row != NULL ? salon_waiting_list_row_get_waiting (SALON_WAITING_LIST_ROW (list_row)) : NULL;
  g_autoptr (SalonWaitingRow) row = NULL;
  SalonFreeSlot *slot = NULL;

  if (old == NULL)
    return FALSE;
  slot = salon_place_slot (self->session, old->wishes, employee_id != 0 ? employee_id : old->waiting->employee_id, room_id, start_min);
  if (slot == NULL)
    return FALSE;
  row = g_object_new (SALON_TYPE_WAITING_ROW, NULL);
  row->waiting = g_object_ref (old->waiting);
  row->client = g_strdup (old->client);
  row->slot = slot;
  salon_waiting_book_run (self->quick, self->session, row);
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
  GtkListBoxRow *row = salon_live_list_find (self->list, waiting_id);

  if (row != NULL)
    gtk_list_box_select_row (salon_live_list_get_box (self->list), row);
  return row != NULL;
}
