/* Three columns whose widths are shared 3 : 5 : 4.  Nothing here opens a window in front of the work:
 * a new client, a visit and the free times all stand beside each other.  What the desk does not show at
 * the start is made afterwards, or when it is first needed: a start waits for the queue alone. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "gui/pages/desk/desk-page.h"
#include "gui/parts/booking-panel.h"
#include "gui/parts/client-view.h"
#include "gui/parts/day-queue.h"
#include "gui/parts/new-client-form.h"
#include "gui/parts/side-lists.h"
#include "gui/parts/visit-inspector.h"
#include "gui/parts/visit-questions.h"
#include "gui/widgets/build.h"
#include "gui/widgets/columns-layout.h"
#include "gui/widgets/page.h"
#include "model/rules/permission.h"

#define PREPARE_MS 250 /* after the desk was shown: by then it is painted and filled */

struct _SalonDeskPage {
  GtkWidget parent_instance;

  SalonDayQueue *queue;
  SalonSideLists *lists; /* the queue, the waiting list, the requests */
  GtkStack *middle; /* "client" or "new" */
  SalonClientView *client;
  SalonNewClientForm *form;   /* NULL until a client is to be added */
  SalonVisitInspector *visit; /* NULL until a visit is opened */
  SalonBookingPanel *booking; /* NULL until somebody can be booked */
  SalonVisitQuestions *questions; /* NULL until something is asked about a visit */
  GtkWidget *right;
  GtkWidget *right_scroll; /* a visit and the times for another are more than 720 pixels */

  SalonSession *session;
  gint64 booking_client; /* for whom free times were looked for; 0 = nobody */
  guint prepare_source;
};

static void salon_desk_page_iface_init (SalonPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SalonDeskPage, salon_desk_page, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SALON_TYPE_PAGE, salon_desk_page_iface_init))

static void on_created (SalonNewClientForm *form, gint64 client_id, SalonDeskPage *self);
static void on_left (SalonNewClientForm *form, SalonDeskPage *self);
static void on_visit_loaded (SalonVisitInspector *inspector, SalonDeskPage *self);
static void on_visit_visible (SalonVisitInspector *inspector, GParamSpec *spec, SalonDeskPage *self);
static void on_visit_move (SalonVisitInspector *inspector, SalonDeskPage *self);
static void on_booked (SalonBookingPanel *panel, gint64 visit_id, SalonDeskPage *self);

/* ---- parts that are made when they are needed */

static SalonNewClientForm *
need_form (SalonDeskPage *self)
{
  if (self->form != NULL)
    return self->form;
  self->form = SALON_NEW_CLIENT_FORM (salon_new_client_form_new (self->session));
  gtk_stack_add_named (self->middle, GTK_WIDGET (self->form), "new");
  g_signal_connect (self->form, "created", G_CALLBACK (on_created), self);
  g_signal_connect (self->form, "left", G_CALLBACK (on_left), self);
  return self->form;
}

static SalonVisitInspector *
need_visit (SalonDeskPage *self)
{
  if (self->visit != NULL)
    return self->visit;
  self->visit = SALON_VISIT_INSPECTOR (salon_visit_inspector_new (self->session));
  gtk_box_prepend (GTK_BOX (self->right), GTK_WIDGET (self->visit));
  g_signal_connect (self->visit, "loaded", G_CALLBACK (on_visit_loaded), self);
  g_signal_connect (self->visit, "notify::visible", G_CALLBACK (on_visit_visible), self);
  g_signal_connect (self->visit, "move", G_CALLBACK (on_visit_move), self);
  return self->visit;
}

/* Below the visit that they are about. */
static SalonVisitQuestions *
need_questions (SalonDeskPage *self)
{
  if (self->questions == NULL) {
    self->questions = SALON_VISIT_QUESTIONS (salon_visit_questions_new (self->session));
    gtk_box_insert_child_after (GTK_BOX (self->right), GTK_WIDGET (self->questions), GTK_WIDGET (need_visit (self)));
  }
  return self->questions;
}

static SalonBookingPanel *
need_booking (SalonDeskPage *self)
{
  if (self->booking != NULL)
    return self->booking;
  self->booking = SALON_BOOKING_PANEL (salon_booking_panel_new (self->session));
  gtk_widget_set_vexpand (GTK_WIDGET (self->booking), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->booking), FALSE);
  gtk_box_append (GTK_BOX (self->right), GTK_WIDGET (self->booking));
  g_signal_connect_object (self->booking, "booked", G_CALLBACK (on_booked), self, 0);
  return self->booking;
}

/* The card and the booking for the first client, piece by piece: whatever else there is to do comes first. */
static gboolean
prepare_next (gpointer data)
{
  SalonDeskPage *self = data;

  if (salon_client_view_prepare (self->client))
    return G_SOURCE_CONTINUE;
  need_booking (self);
  self->prepare_source = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
begin_preparing (gpointer data)
{
  SalonDeskPage *self = data;

  self->prepare_source = g_idle_add_full (G_PRIORITY_LOW, prepare_next, self, NULL);
  return G_SOURCE_REMOVE;
}

static void
leave_visit (SalonDeskPage *self)
{
  if (self->visit != NULL)
    salon_visit_inspector_set_visit (self->visit, 0);
}

static gboolean
may_book (SalonDeskPage *self)
{
  return salon_permissions_have (salon_actor_permissions (salon_session_actor (self->session)), SALON_PERMISSION_BOOK);
}

/* Who may book has the column from the start, so that nothing moves when somebody is chosen. */
static void
update_right (SalonDeskPage *self)
{
  gboolean visit = self->visit != NULL && gtk_widget_get_visible (GTK_WIDGET (self->visit));

  gtk_widget_set_visible (self->right_scroll, visit || may_book (self));
}

/* The free times stand there for whoever may book the client on the screen. */
static void
update_booking (SalonDeskPage *self, gint64 client_id)
{
  gboolean shown = client_id != 0 && g_strcmp0 (gtk_stack_get_visible_child_name (self->middle), "client") == 0
                   && may_book (self);

  if (client_id == 0)
    self->booking_client = 0;
  if (shown && self->booking_client != client_id) {
    self->booking_client = client_id;
    salon_booking_panel_set_client (need_booking (self), client_id);
  }
  if (self->booking != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->booking), shown);
  update_right (self);
}

static void
show_client (SalonDeskPage *self, gint64 client_id)
{
  gtk_stack_set_visible_child_name (self->middle, "client");
  /* asked first: the free times are looked for while the card is filled, and all is there at the same time */
  update_booking (self, client_id);
  if (salon_client_view_get_client (self->client) != client_id)
    salon_client_view_set_client (self->client, client_id);
}

/* ---- page */

static void
desk_activate (SalonPage *page)
{
  salon_day_queue_set_active (SALON_DESK_PAGE (page)->queue, TRUE);
  salon_side_lists_set_active (SALON_DESK_PAGE (page)->lists, TRUE);
}

static void
desk_deactivate (SalonPage *page)
{
  salon_day_queue_set_active (SALON_DESK_PAGE (page)->queue, FALSE);
  salon_side_lists_set_active (SALON_DESK_PAGE (page)->lists, FALSE);
}

static gboolean
desk_open (SalonPage *page, const char *what, gint64 id)
{
  SalonDeskPage *self = SALON_DESK_PAGE (page);

  if (g_str_equal (what, "client")) {
    leave_visit (self);
    show_client (self, id);
    salon_booking_panel_focus (need_booking (self));
    return TRUE;
  }
  if (g_str_equal (what, "visit")) {
    salon_visit_inspector_set_visit (need_visit (self), id);
    return TRUE;
  }
  if (g_str_equal (what, "check-out-selected"))
    return self->visit != NULL && salon_visit_inspector_check_out (self->visit);
  if (g_str_equal (what, "repeat") || g_str_equal (what, "late")) {
    salon_visit_inspector_set_visit (need_visit (self), id);
    return salon_visit_questions_ask (need_questions (self), what, id);
  }
  return FALSE;
}

/* After the list of the search has closed, which gives the focus back to its field. */
static gboolean
focus_form (gpointer data)
{
  g_autoptr (SalonDeskPage) self = data;

  if (self->session != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->form), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static gboolean
desk_open_text (SalonPage *page, const char *what, const char *text)
{
  SalonDeskPage *self = SALON_DESK_PAGE (page);

  if (g_str_equal (what, "ring")) {
    salon_client_view_ring (self->client, text);
    return TRUE;
  }
  if (g_str_equal (what, "issue-card")) {
    gtk_stack_set_visible_child_name (self->middle, "client");
    update_booking (self, salon_client_view_get_client (self->client));
    salon_client_view_issue_card (self->client, text);
    return TRUE;
  }
  if (!g_str_equal (what, "new-client"))
    return FALSE;
  leave_visit (self);
  salon_new_client_form_open (need_form (self), text);
  gtk_stack_set_visible_child_name (self->middle, "new");
  update_booking (self, salon_client_view_get_client (self->client));
  g_idle_add (focus_form, g_object_ref (self));
  return TRUE;
}

/* Esc: from the new client back to the client, from what is noted and from the visit to the client, from the client to
 * nobody. */
static gboolean
desk_back (SalonPage *page)
{
  SalonDeskPage *self = SALON_DESK_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->middle), "new") == 0) {
    gtk_stack_set_visible_child_name (self->middle, "client");
    update_booking (self, salon_client_view_get_client (self->client));
    return TRUE;
  }
  if (salon_client_view_back (self->client))
    return TRUE;
  if (self->visit != NULL && gtk_widget_get_visible (GTK_WIDGET (self->visit))) {
    leave_visit (self);
    return TRUE;
  }
  if (salon_client_view_get_client (self->client) == 0)
    return FALSE;
  show_client (self, 0);
  return FALSE;
}

static void
salon_desk_page_iface_init (SalonPageInterface *iface)
{
  iface->activate = desk_activate;
  iface->deactivate = desk_deactivate;
  iface->open = desk_open;
  iface->open_text = desk_open_text;
  iface->back = desk_back;
}

/* ---- callbacks */

static void
on_created (SalonNewClientForm *form, gint64 client_id, SalonDeskPage *self)
{
  show_client (self, client_id);
  salon_booking_panel_focus (need_booking (self));
}

static void
on_left (SalonNewClientForm *form, SalonDeskPage *self)
{
  desk_back (SALON_PAGE (self));
}

static void
on_visit_loaded (SalonVisitInspector *inspector, SalonDeskPage *self)
{
  show_client (self, salon_visit_inspector_get_visit (inspector)->client_id);
  salon_booking_panel_keep_moving (need_booking (self), salon_visit_inspector_get_visit (inspector)->visit_id);
}

static void
on_visit_visible (SalonVisitInspector *inspector, GParamSpec *spec, SalonDeskPage *self)
{
  if (self->questions != NULL && !gtk_widget_get_visible (GTK_WIDGET (inspector)))
    salon_visit_questions_leave (self->questions);
  if (self->booking != NULL && !gtk_widget_get_visible (GTK_WIDGET (inspector)))
    salon_booking_panel_keep_moving (self->booking, 0);
  update_right (self);
}

static void
on_visit_move (SalonVisitInspector *inspector, SalonDeskPage *self)
{
  const SalonDeskVisit *visit = salon_visit_inspector_get_visit (inspector);

  salon_booking_panel_move_visit (need_booking (self), visit->visit_id, visit->service_ids, visit->own_employee_id);
}

static void
on_booked (SalonBookingPanel *panel, gint64 visit_id, SalonDeskPage *self)
{
  salon_visit_inspector_set_visit (need_visit (self), visit_id);
  salon_visit_inspector_focus (self->visit);
}

static void
on_actor_changed (SalonSession *session, SalonDeskPage *self)
{
  update_booking (self, salon_client_view_get_client (self->client));
}

static void
on_book (SalonClientView *view, SalonDeskPage *self)
{
  salon_booking_panel_focus (need_booking (self));
}

/* ---- building */

static void
salon_desk_page_dispose (GObject *object)
{
  SalonDeskPage *self = SALON_DESK_PAGE (object);

  g_clear_handle_id (&self->prepare_source, g_source_remove);
  salon_dispose_children (GTK_WIDGET (self));
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_desk_page_parent_class)->dispose (object);
}

static void
salon_desk_page_class_init (SalonDeskPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = salon_desk_page_dispose;
}

static void
salon_desk_page_init (SalonDeskPage *self)
{
  const SalonSideColumn queue = { 280, 400, 22 };
  const SalonSideColumn booking = { 314, 450, 29 };

  gtk_widget_set_layout_manager (GTK_WIDGET (self), salon_columns_layout_new (12, queue, booking));
  gtk_widget_add_css_class (GTK_WIDGET (self), "salon-page");
}

static void
build (SalonDeskPage *self)
{
  self->queue = SALON_DAY_QUEUE (salon_day_queue_new (self->session));
  self->lists = SALON_SIDE_LISTS (salon_side_lists_new (self->session, GTK_WIDGET (self->queue)));
  self->client = SALON_CLIENT_VIEW (salon_client_view_new (self->session));
  self->middle = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->middle, FALSE);
  gtk_stack_add_named (self->middle, GTK_WIDGET (self->client), "client");
  self->right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->right_scroll = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->right_scroll), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->right_scroll), self->right);
  gtk_widget_set_parent (GTK_WIDGET (self->lists), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->middle), GTK_WIDGET (self));
  gtk_widget_set_parent (self->right_scroll, GTK_WIDGET (self));
}

/**
 * salon_desk_page_new:
 *
 * Returns: (transfer floating): the desk of @session
 */
GtkWidget *
salon_desk_page_new (SalonSession *session)
{
  SalonDeskPage *self = g_object_new (SALON_TYPE_DESK_PAGE, NULL);

  self->session = g_object_ref (session);
  build (self);
  g_signal_connect (self->client, "book", G_CALLBACK (on_book), self);
  g_signal_connect_object (session, "actor-changed", G_CALLBACK (on_actor_changed), self, 0);
  self->prepare_source = g_timeout_add (PREPARE_MS, begin_preparing, self);
  return GTK_WIDGET (self);
}
