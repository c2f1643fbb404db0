/* Requests, new ones or all; a calendar file that is dropped here gives some. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/ics-read.h"
#include "gui/parts/live-list.h"
#include "gui/parts/notes.h"
#include "gui/parts/place-slot.h"
#include "gui/parts/quick-book.h"
#include "gui/parts/request-list.h"
#include "gui/parts/request-row.h"
#include "gui/parts/waiting-text.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"
#include "model/services/requests.h"

struct _SalonRequestList {
  GtkWidget parent_instance;
  GtkWidget *all;
  SalonLiveList *list;
  SalonQuickBook *quick;
  SalonSession *session;
  guint count;
};

G_DEFINE_FINAL_TYPE (SalonRequestList, salon_request_list, GTK_TYPE_WIDGET)

enum { SIGNAL_COUNTED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* ---- accepting */

typedef struct {
  SalonInquiryRow *row;
  GArray *lines; /* SalonBookingLine */
} Plan;

static void
plan_free (gpointer data)
{
  Plan *plan = data;

  g_array_unref (plan->lines);
  g_object_unref (plan->row);
  g_free (plan);
}

static gpointer
make_answer (gconstpointer data, gboolean warnings, gboolean alert)
{
  const Plan *plan = data;
  SalonInquiryAnswer *answer = salon_inquiry_answer_new (salon_entity_get_id (plan->row->inquiry));

  answer->booking = salon_booking_request_new (0, SALON_VISIT_SOURCE_ONLINE);
  g_array_append_vals (answer->booking->lines, plan->lines->data, plan->lines->len);
  answer->booking->accept_warnings = warnings;
  answer->booking->accept_alert = alert;
  return answer;
}

static void
accept_slot (SalonRequestList *self, SalonInquiryRow *row, const SalonFreeSlot *slot)
{
  const char *name = row->n_clients == 1 ? row->client : row->inquiry->name != NULL ? row->inquiry->name : row->phone;
  g_autofree char *text = salon_waiting_booked_text (name != NULL ? name : row->inquiry->email, slot,
                                                     salon_clock_today (salon_session_clock (self->session)));
  Plan *plan = g_new0 (Plan, 1);

  plan->row = g_object_ref (row);
  plan->lines = g_array_copy (slot->lines);
  salon_quick_book_run (self->quick, &salon_command_inquiry_accept, make_answer, plan, plan_free, text);
}

static void
on_accept (SalonRequestRow *request_row, guint slot, SalonRequestList *self)
{
  SalonInquiryRow *row = salon_request_row_get_inquiry (request_row);

  if (slot < row->slots->len)
    accept_slot (self, row, row->slots->pdata[slot]);
}

static void
on_booked (SalonQuickBook *quick, gint64 visit_id, SalonRequestList *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-visit", "x", visit_id);
}

/* ---- a calendar file */

static void
on_taken (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonRequestList) self = data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  if (self->session == NULL)
    return;
  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error))
    salon_note_error (GTK_WIDGET (self), error);
  else
    salon_note_done (GTK_WIDGET (self), done.operation != 0 ? _("The requests of the file are in the list.")
                                                            : _("These requests were here already."), &done);
}

static void
take_file (SalonRequestList *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonInput) input = salon_input_open (path, &error);
  GPtrArray *inquiries = input != NULL ? salon_ics_read_requests (input, salon_session_clock (self->session), &error) : NULL;

  if (inquiries == NULL) {
    salon_note_error (GTK_WIDGET (self), error);
    return;
  }
  salon_session_submit (self->session, &salon_command_inquiry_take, salon_inquiry_batch_new (inquiries), NULL, NULL, on_taken,
                        g_object_ref (self));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, SalonRequestList *self)
{
  GSList *files = g_value_get_boxed (value);
  g_autofree char *path = files != NULL ? g_file_get_path (files->data) : NULL;

  if (path == NULL)
    return FALSE;
  take_file (self, path);
  return TRUE;
}

/* ---- the list */

static gpointer
make_request (gpointer owner)
{
  SalonRequestList *self = owner;
  SalonInquiryListRequest *request = g_new0 (SalonInquiryListRequest, 1);

  request->all = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->all));
  return request;
}

static GtkWidget *
make_row (gpointer owner, gpointer item)
{
  SalonRequestList *self = owner;
  GtkWidget *row = salon_request_row_new (self->session, item);

  g_signal_connect (row, "accept", G_CALLBACK (on_accept), self);
  return row;
}

static gint64
id_of (gconstpointer item)
{
  return salon_entity_get_id (((const SalonInquiryRow *) item)->inquiry);
}

/* Whoever writes why she declines is not disturbed by what other people do. */
static gboolean
take_over (GtkWidget *row, GtkWidget *old)
{
  return salon_request_row_take_over (SALON_REQUEST_ROW (row), SALON_REQUEST_ROW (old));
}

static void
on_shown (gpointer owner, GPtrArray *items)
{
  SalonRequestList *self = owner;

  self->count = 0;
  for (guint i = 0; i < items->len; i++)
    self->count += ((SalonInquiryRow *) items->pdata[i])->inquiry->state == SALON_INQUIRY_NEW;
  g_signal_emit (self, signals[SIGNAL_COUNTED], 0);
}

static const char *const topics[] = { "booking-request", "visit", "client", "absence", "shift", NULL };

static const SalonLiveListKind kind = {
  .query = &salon_query_inquiry_list,
  .topics = topics,
  .permission = SALON_PERMISSION_BOOK,
  .make_request = make_request,
  .make_row = make_row,
  .id_of = id_of,
  .take_over = take_over,
  .shown = on_shown,
};

static void
on_all (GtkCheckButton *all, SalonRequestList *self)
{
  salon_live_list_read (self->list);
}

/* ---- building */

static void
salon_request_list_dispose (GObject *object)
{
  SalonRequestList *self = SALON_REQUEST_LIST (object);

  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_request_list_parent_class)->dispose (object);
}

static void
salon_request_list_class_init (SalonRequestListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_request_list_dispose;

  /**
   * SalonRequestList::counted: see salon_request_list_get_count()
   */
  signals[SIGNAL_COUNTED] = g_signal_new ("counted", SALON_TYPE_REQUEST_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
build_list (SalonRequestList *self)
{
  GtkWidget *empty = salon_empty_state_new ("salon-mail-symbolic", _("No requests."), _("Drop a calendar file here to take its visits."));

  self->list = SALON_LIVE_LIST (salon_live_list_new (self->session, &kind, self, _("Requests"), empty));
  gtk_list_box_set_selection_mode (salon_live_list_get_box (self->list), GTK_SELECTION_NONE);
  return GTK_WIDGET (self->list);
}

static void
build (SalonRequestList *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->all = gtk_check_button_new_with_label (_("Answered ones, too"));
  self->quick = SALON_QUICK_BOOK (salon_quick_book_new (self->session));
  gtk_box_append (GTK_BOX (box), self->all);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->quick));
  gtk_box_append (GTK_BOX (box), build_list (self));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect (self->all, "toggled", G_CALLBACK (on_all), self);
  g_signal_connect_object (self->quick, "booked", G_CALLBACK (on_booked), self, 0);
  g_signal_connect (target, "drop", G_CALLBACK (on_drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
salon_request_list_init (SalonRequestList *self)
{
}

/**
 * salon_request_list_new:
 *
 * Returns: (transfer floating): reads nothing until it is active
 */
GtkWidget *
salon_request_list_new (SalonSession *session)
{
  SalonRequestList *self = g_object_new (SALON_TYPE_REQUEST_LIST, NULL);

  self->session = g_object_ref (session);
  build (self);
  return GTK_WIDGET (self);
}

/**
 * salon_request_list_set_active: a list that nobody sees is read when it is seen again
 */
void
salon_request_list_set_active (SalonRequestList *self, gboolean active)
{
  salon_live_list_set_active (self->list, active);
}

/**
 * salon_request_list_get_count:
 *
 * Returns: how many wait for an answer
 */
guint
salon_request_list_get_count (SalonRequestList *self)
{
  return self->count;
}

/**
 * salon_request_list_accept_at:
 * @employee_id: 0 = the one who was asked for
 * @room_id: 0 = the first free one of the right kind
 *
 * Accepts a request where it was put by hand; what speaks against it is asked back.
 *
 * Returns: whether it could be tried: the request is in the list, and it is known who it is, what is wanted and by whom
 */
gboolean
salon_request_list_accept_at (SalonRequestList *self, gint64 inquiry_id, gint64 employee_id, gint64 room_id, gint64 start_min)
{
  GtkListBoxRow *list_row = salon_live_list_find (self->list, inquiry_id);
  SalonInquiryRow *row = list_row != NULL ? salon_request_row_get_inquiry (SALON_REQUEST_ROW (list_row)) : NULL;
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (SalonServiceWish));
  SalonServiceWish wish = { 0 };
  SalonFreeSlot *slot = NULL;

  if (row == NULL || row->inquiry->service_id == 0 || row->n_clients > 1)
    return FALSE;
  wish = (SalonServiceWish){ row->inquiry->service_id, row->inquiry->variant_id };
  g_array_append_val (wishes, wish);
  slot = salon_place_slot (self->session, wishes, employee_id != 0 ? employee_id : row->inquiry->employee_id, room_id, start_min);
  if (slot == NULL)
    return FALSE;
  accept_slot (self, row, slot);
  salon_free_slot_free (slot);
  return TRUE;
}
