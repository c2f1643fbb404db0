/* Never a window in front of the board: one goes on looking at it.  A booking that was begun stays as it is while
 * somebody looks at a visit. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/board/board-booking.h"
#include "gui/pages/board/board-side.h"
#include "gui/parts/notes.h"
#include "gui/parts/visit-inspector.h"
#include "gui/parts/visit-questions.h"
#include "gui/widgets/build.h"
#include "gui/widgets/empty-state.h"
#include "model/services/clients.h"

struct _SalonBoardSide {
  GtkWidget parent_instance;

  SalonSession *session;
  GtkWidget *box;
  GtkWidget *hint;
  SalonVisitInspector *visit;
  SalonVisitQuestions *questions;
  SalonBoardBooking *booking; /* NULL until somebody books */
  gint64 cancelled;           /* the visit whose reason is asked for as soon as it is there */
};

enum { BOOKED, LEFT, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonBoardSide, salon_board_side, GTK_TYPE_WIDGET)

/* ---- what is shown ---- */

static void
update_hint (SalonBoardSide *self)
{
  gtk_widget_set_visible (self->hint, salon_board_side_is_empty (self));
}

static void
show_booking (SalonBoardSide *self, gboolean shown)
{
  if (self->booking != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->booking), shown);
  update_hint (self);
}

static void
on_booked (SalonBoardBooking *booking, gint64 visit_id, SalonBoardSide *self)
{
  show_booking (self, FALSE);
  salon_visit_inspector_set_visit (self->visit, visit_id);
  g_signal_emit (self, signals[BOOKED], 0, visit_id);
}

static void
on_closed (SalonBoardBooking *booking, SalonBoardSide *self)
{
  salon_board_side_back (self);
  g_signal_emit (self, signals[LEFT], 0);
}

static SalonBoardBooking *
need_booking (SalonBoardSide *self)
{
  if (self->booking != NULL)
    return self->booking;
  self->booking = SALON_BOARD_BOOKING (salon_board_booking_new (self->session));
  gtk_widget_set_vexpand (GTK_WIDGET (self->booking), TRUE);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->booking));
  g_signal_connect_object (self->booking, "booked", G_CALLBACK (on_booked), self, 0);
  g_signal_connect (self->booking, "closed", G_CALLBACK (on_closed), self);
  return self->booking;
}

/* ---- callbacks ---- */

static void
on_loaded (SalonVisitInspector *inspector, SalonBoardSide *self)
{
  const SalonDeskVisit *visit = salon_visit_inspector_get_visit (inspector);

  if (self->booking != NULL)
    salon_board_booking_keep_moving (self->booking, visit->visit_id);
  update_hint (self);
  if (self->cancelled != visit->visit_id)
    return;
  self->cancelled = 0;
  gtk_widget_activate_action (GTK_WIDGET (inspector), "visit.cancel", NULL);
}

static void
on_visible (SalonVisitInspector *inspector, GParamSpec *spec, SalonBoardSide *self)
{
  update_hint (self);
  if (!gtk_widget_get_visible (GTK_WIDGET (inspector)))
    salon_visit_questions_leave (self->questions);
  if (!gtk_widget_get_visible (GTK_WIDGET (inspector)) && salon_board_side_is_empty (self))
    g_signal_emit (self, signals[LEFT], 0);
}

static void
on_move (SalonVisitInspector *inspector, SalonBoardSide *self)
{
  const SalonDeskVisit *visit = salon_visit_inspector_get_visit (inspector);

  salon_board_booking_move_visit (need_booking (self), visit->visit_id, visit->service_ids, visit->own_employee_id);
  show_booking (self, TRUE);
}

/* ---- building ---- */

static void
salon_board_side_dispose (GObject *object)
{
  salon_dispose_children (GTK_WIDGET (object));
  g_clear_object (&SALON_BOARD_SIDE (object)->session);
  G_OBJECT_CLASS (salon_board_side_parent_class)->dispose (object);
}

static void
salon_board_side_class_init (SalonBoardSideClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_board_side_dispose;

  /**
   * SalonBoardSide::booked:
   * @visit_id: the visit that was made or moved
   */
  signals[BOOKED] = g_signal_new ("booked", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  /**
   * SalonBoardSide::left: there is nothing to be seen in it any more
   */
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
salon_board_side_init (SalonBoardSide *self)
{
  GtkWidget *scroll = gtk_scrolled_window_new ();

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->hint = salon_empty_state_new ("salon-board-symbolic", _("Nothing is chosen."),
                                      _("Click a visit to see it here, or free time to book."));
  gtk_widget_set_vexpand (self->hint, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->hint);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroll), self->box);
  gtk_widget_set_parent (scroll, GTK_WIDGET (self));
}

/**
 * salon_board_side_new:
 */
GtkWidget *
salon_board_side_new (SalonSession *session)
{
  SalonBoardSide *self = g_object_new (SALON_TYPE_BOARD_SIDE, NULL);

  self->session = g_object_ref (session);
  self->visit = SALON_VISIT_INSPECTOR (salon_visit_inspector_new (session));
  salon_visit_inspector_show_client (self->visit);
  self->questions = SALON_VISIT_QUESTIONS (salon_visit_questions_new (session));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->visit));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->questions));
  g_signal_connect (self->visit, "loaded", G_CALLBACK (on_loaded), self);
  g_signal_connect (self->visit, "notify::visible", G_CALLBACK (on_visible), self);
  g_signal_connect (self->visit, "move", G_CALLBACK (on_move), self);
  return GTK_WIDGET (self);
}

/**
 * salon_board_side_show_visit:
 * @visit_id: 0 = none
 */
void
salon_board_side_show_visit (SalonBoardSide *self, gint64 visit_id)
{
  g_return_if_fail (SALON_IS_BOARD_SIDE (self));

  if (visit_id != 0)
    show_booking (self, FALSE);
  salon_visit_questions_leave (self->questions);
  salon_visit_inspector_set_visit (self->visit, visit_id);
}

/**
 * salon_board_side_ask:
 * @what: see salon_visit_questions_ask()
 *
 * Shows the visit, and below it what is asked about it.
 *
 * Returns: whether there is such a question
 */
gboolean
salon_board_side_ask (SalonBoardSide *self, const char *what, gint64 visit_id)
{
  g_return_val_if_fail (SALON_IS_BOARD_SIDE (self), FALSE);

  salon_board_side_show_visit (self, visit_id);
  return salon_visit_questions_ask (self->questions, what, visit_id);
}

/**
 * salon_board_side_check_out:
 *
 * Returns: whether the visit that is shown can be paid for; the sale opens with it then
 */
gboolean
salon_board_side_check_out (SalonBoardSide *self)
{
  return salon_visit_inspector_check_out (self->visit);
}

/**
 * salon_board_side_cancel_visit: asks for the reason beside the board
 */
void
salon_board_side_cancel_visit (SalonBoardSide *self, gint64 visit_id)
{
  g_return_if_fail (SALON_IS_BOARD_SIDE (self));

  self->cancelled = visit_id;
  salon_board_side_show_visit (self, visit_id);
}

/**
 * salon_board_side_focus_visit: it gets the focus as soon as it is there
 */
void
salon_board_side_focus_visit (SalonBoardSide *self)
{
  salon_visit_inspector_focus (self->visit);
}

/**
 * salon_board_side_begin_booking:
 * @kind: what @resource_id is
 * @resource_id: in whose column somebody pointed
 * @start: absolute wall minute
 * @minutes: how long it shall take; 0 = as long as need be
 * @inquiry_id: the request that is answered; 0 = none
 */
void
salon_board_side_begin_booking (SalonBoardSide *self, SalonResourceKind kind, gint64 resource_id, gint64 start, int minutes,
                                gint64 inquiry_id)
{
  g_return_if_fail (SALON_IS_BOARD_SIDE (self));

  salon_visit_inspector_set_visit (self->visit, 0);
  salon_board_booking_begin (need_booking (self), kind, resource_id, start, minutes, inquiry_id);
  show_booking (self, TRUE);
  salon_board_booking_focus (self->booking);
}

/**
 * salon_board_side_book_for:
 * @name: (nullable): as it is shown
 */
void
salon_board_side_book_for (SalonBoardSide *self, gint64 client_id, const char *name)
{
  g_return_if_fail (SALON_IS_BOARD_SIDE (self));

  salon_board_booking_set_client (need_booking (self), client_id, name);
  salon_board_booking_focus (self->booking);
}

static void
on_client (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SalonBoardSide) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (self->session == NULL)
    return;
  if (rows == NULL)
    salon_note_error (GTK_WIDGET (self), error);
  else if (rows->len > 0)
    salon_board_side_book_for (self, ((SalonClientRow *) rows->pdata[0])->id, ((SalonClientRow *) rows->pdata[0])->name);
}

/**
 * salon_board_side_take_client:
 *
 * Returns: whether a booking is being made, which takes her
 */
gboolean
salon_board_side_take_client (SalonBoardSide *self, gint64 client_id)
{
  GArray *ids = NULL;

  g_return_val_if_fail (SALON_IS_BOARD_SIDE (self), FALSE);

  if (!salon_board_side_is_booking (self))
    return FALSE;
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, client_id);
  salon_session_query (self->session, &salon_query_client_rows, SALON_LANE_INTERACTIVE, ids, NULL, on_client, g_object_ref (self));
  return TRUE;
}

/**
 * salon_board_side_book_unknown:
 * @typed: a name or a phone that nobody has yet
 */
void
salon_board_side_book_unknown (SalonBoardSide *self, const char *typed)
{
  g_return_if_fail (SALON_IS_BOARD_SIDE (self));

  salon_board_booking_set_unknown (need_booking (self), typed);
}

/**
 * salon_board_side_is_booking:
 *
 * Returns: whether a booking is being made
 */
gboolean
salon_board_side_is_booking (SalonBoardSide *self)
{
  g_return_val_if_fail (SALON_IS_BOARD_SIDE (self), FALSE);

  return self->booking != NULL && gtk_widget_get_visible (GTK_WIDGET (self->booking));
}

/**
 * salon_board_side_back:
 *
 * Returns: whether something was closed
 */
gboolean
salon_board_side_back (SalonBoardSide *self)
{
  g_return_val_if_fail (SALON_IS_BOARD_SIDE (self), FALSE);

  if (salon_board_side_is_booking (self)) {
    show_booking (self, FALSE);
    return TRUE;
  }
  if (!gtk_widget_get_visible (GTK_WIDGET (self->visit)))
    return FALSE;
  salon_visit_inspector_set_visit (self->visit, 0);
  return TRUE;
}

/**
 * salon_board_side_is_empty:
 *
 * Returns: whether there is neither a visit nor a booking
 */
gboolean
salon_board_side_is_empty (SalonBoardSide *self)
{
  return !gtk_widget_get_visible (GTK_WIDGET (self->visit)) && !salon_board_side_is_booking (self);
}
