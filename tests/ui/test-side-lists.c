/* Lists beside the board: who waits, who asks.  Filled and empty, by keys, what is typed stays, nothing is lost on the way. */
#include "gui/parts/directory.h"
#include "gui/parts/request-list.h"
#include "gui/parts/request-row.h"
#include "gui/parts/waiting-list.h"
#include "gui/parts/waiting-row.h"
#include "gui/widgets/banner.h"
#include "model/entities/inquiry.h"
#include "model/entities/waiting.h"
#include "model/services/requests.h"
#include "model/services/waiting.h"
#include "pages-support.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

typedef struct {
  SalonFixture *fixture;
  GtkWidget *list;
  gint64 irina;
  gint64 olga;
  gint64 maria;
  gint64 manicure;
  GString *notes; /* what the window was told, a line each */
} Test;

static void
on_toast (GSimpleAction *action, GVariant *target, gpointer data)
{
  const char *text = NULL;

  g_variant_get (target, "(&s&s)", &text, NULL);
  g_string_append_printf (((Test *) data)->notes, "%s\n", text);
}

/* What the window around the lists does. */
static void
add_window_actions (Test *test)
{
  static const GActionEntry entries[] = { { "toast", on_toast, "(ss)", NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), test);
  gtk_widget_insert_action_group (GTK_WIDGET (gtk_widget_get_root (test->list)), "win", G_ACTION_GROUP (group));
}

static void
set_up (Test *test)
{
  test->fixture = salon_fixture_new ();
  test->notes = g_string_new (NULL);
  test->irina = salon_fixture_add_client (test->fixture, "Irina Kalniņa", "29000001");
  test->olga = salon_fixture_add_client (test->fixture, "Olga Petrova", "29000002");
  test->maria = salon_fixture_add_employee (test->fixture, "Maria");
  test->manicure = salon_fixture_add_service (test->fixture, "Manicure", 60, 3000);
  salon_fixture_add_skill (test->fixture, test->maria, test->manicure);
  salon_fixture_add_hours (test->fixture, test->maria, 9 * 60, 18 * 60);
}

static void
set_up_waiting (Test *test, gconstpointer data)
{
  set_up (test);
  test->list = ui_show (salon_waiting_list_new (test->fixture->session));
  add_window_actions (test);
}

static void
set_up_requests (Test *test, gconstpointer data)
{
  set_up (test);
  test->list = ui_show (salon_request_list_new (test->fixture->session));
  add_window_actions (test);
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->list);
  g_string_free (test->notes, TRUE);
  salon_fixture_free (test->fixture);
}

static gboolean
shows (Test *test, const char *text)
{
  GtkWidget *label = ui_find_label (test->list, text);

  return label != NULL && gtk_widget_get_mapped (label);
}

static GtkListBox *
box_of (Test *test)
{
  return GTK_LIST_BOX (ui_find_with_class (test->list, "salon-plain-list"));
}

static GtkWidget *
row_at (Test *test, int index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (box_of (test), index));
}

static int
n_rows (Test *test)
{
  int n = 0;

  while (row_at (test, n) != NULL)
    n++;
  return n;
}

/* ---- who waits */

static gint64
wait_for (Test *test, gint64 client)
{
  SalonWaiting *waiting = salon_waiting_new ();
  SalonWaitingDraft *draft = NULL;
  g_autoptr (GArray) services = g_array_new (FALSE, FALSE, sizeof (SalonServiceWish));
  SalonServiceWish wish = { test->manicure, 0 };
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  waiting->client_id = client;
  waiting->from_day = SALON_FIXTURE_TODAY;
  waiting->to_day = SALON_FIXTURE_TODAY + 30;
  waiting->to_min = SALON_MINUTES_A_DAY;
  waiting->weekdays = 127;
  g_array_append_val (services, wish);
  draft = salon_waiting_draft_new (NULL, waiting, services);
  salon_fixture_submit (test->fixture, &salon_command_waiting_save, draft, &done, &error);
  g_assert_no_error (error);
  salon_waiting_draft_free (draft);
  return done.id;
}

static SalonWaitingRow *
waiting_at (Test *test, int index)
{
  return salon_waiting_list_row_get_waiting (SALON_WAITING_LIST_ROW (row_at (test, index)));
}

static gint64
state_of (Test *test, gint64 id)
{
  g_autoptr (SalonWaiting) waiting = salon_fixture_get (test->fixture, salon_waiting_get_type (), id);

  return waiting->state;
}

/* Nothing is read before the list is seen; then it follows whatever happens. */
static void
test_waiting_filled (Test *test, gconstpointer data)
{
  SalonWaitingList *list = SALON_WAITING_LIST (test->list);

  wait_for (test, test->irina);
  ui_settle ();
  g_assert_cmpint (n_rows (test), ==, 0);
  g_assert_true (shows (test, "Nobody waits."));
  salon_waiting_list_set_active (list, TRUE);
  ui_wait_until (n_rows (test) == 1);
  g_assert_true (shows (test, "Irina Kalniņa"));
  g_assert_true (shows (test, "Manicure"));
  g_assert_nonnull (waiting_at (test, 0)->slot);
  wait_for (test, test->olga);
  ui_wait_until (n_rows (test) == 2);
  g_assert_cmpuint (salon_waiting_list_get_count (list), ==, 2);
  salon_waiting_list_set_active (list, FALSE);
  wait_for (test, test->olga);
  ui_settle ();
  g_assert_cmpint (n_rows (test), ==, 2);
  salon_waiting_list_set_active (list, TRUE);
  ui_wait_until (n_rows (test) == 3);
}

/* Delete takes her off; the focus goes to who comes in her place, then nobody waits. */
static void
test_waiting_removed (Test *test, gconstpointer data)
{
  gint64 irina = wait_for (test, test->irina);
  gint64 olga = wait_for (test, test->olga);
  gint64 first = 0;

  salon_waiting_list_set_active (SALON_WAITING_LIST (test->list), TRUE);
  ui_wait_until (n_rows (test) == 2);
  first = salon_entity_get_id (waiting_at (test, 0)->waiting);
  gtk_widget_grab_focus (row_at (test, 0));
  g_assert_true (gtk_widget_activate_action (row_at (test, 0), "waiting.remove", NULL));
  ui_wait_until (n_rows (test) == 1);
  g_assert_cmpint (state_of (test, first), ==, SALON_WAITING_WITHDRAWN);
  g_assert_true (gtk_widget_has_focus (row_at (test, 0)));
  g_assert_true (gtk_widget_activate_action (row_at (test, 0), "waiting.remove", NULL));
  ui_wait_until (shows (test, "Nobody waits."));
  g_assert_cmpint (state_of (test, irina), ==, SALON_WAITING_WITHDRAWN);
  g_assert_cmpint (state_of (test, olga), ==, SALON_WAITING_WITHDRAWN);
  ui_wait_until (strstr (test->notes->str, "Irina Kalniņa does not wait any more.\n") != NULL);
}

/* Who is chosen stays chosen, and the focus with her, though the list was made anew. */
static void
test_waiting_keeps_place (Test *test, gconstpointer data)
{
  gint64 irina = wait_for (test, test->irina);
  gint64 olga = wait_for (test, test->olga);
  GtkWidget *old = NULL;

  salon_waiting_list_set_active (SALON_WAITING_LIST (test->list), TRUE);
  ui_wait_until (n_rows (test) == 2);
  g_assert_false (salon_waiting_list_select (SALON_WAITING_LIST (test->list), irina + olga + 1000));
  g_assert_true (salon_waiting_list_select (SALON_WAITING_LIST (test->list), olga));
  old = GTK_WIDGET (gtk_list_box_get_selected_row (box_of (test)));
  gtk_widget_grab_focus (old);
  wait_for (test, test->irina);
  ui_wait_until (n_rows (test) == 3);
  g_assert_true (GTK_WIDGET (gtk_list_box_get_selected_row (box_of (test))) != old);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (gtk_list_box_get_selected_row (box_of (test)))));
  g_assert_cmpint (salon_entity_get_id (
                       salon_waiting_list_row_get_waiting (SALON_WAITING_LIST_ROW (gtk_list_box_get_selected_row (box_of (test))))
                           ->waiting),
                   ==, olga);
}

/* She is booked where she fits; what is refused stays in the list and is said there. */
static void
test_waiting_booked (Test *test, gconstpointer data)
{
  gint64 irina = wait_for (test, test->irina);
  const SalonFreeSlot *slot = NULL;

  salon_waiting_list_set_active (SALON_WAITING_LIST (test->list), TRUE);
  ui_wait_until (n_rows (test) == 1);
  ui_wait_until (salon_directory_find (salon_directory_of (test->fixture->session), SALON_DIRECTORY_EMPLOYEES, test->maria) != NULL);
  slot = waiting_at (test, 0)->slot;
  g_assert_false (salon_waiting_list_book_at (SALON_WAITING_LIST (test->list), irina + 1000, test->maria, 0, slot->start_min));
  g_assert_true (salon_waiting_list_book_at (SALON_WAITING_LIST (test->list), irina, test->maria, 0,
                                             (gint64) (SALON_FIXTURE_TODAY + 1) * SALON_MINUTES_A_DAY + 20 * 60));
  ui_wait_until (ui_find_button (test->list, "Book anyway") != NULL); /* after Maria's hours */
  g_assert_cmpint (state_of (test, irina), ==, SALON_WAITING_OPEN);
  g_assert_true (gtk_widget_activate_action (row_at (test, 0), "waiting.book", NULL));
  ui_wait_until (n_rows (test) == 0);
  g_assert_cmpint (state_of (test, irina), ==, SALON_WAITING_BOOKED);
  g_assert_false (salon_banner_is_shown (SALON_BANNER (ui_find (test->list, SALON_TYPE_BANNER))));
  ui_wait_until (strstr (test->notes->str, "Irina Kalniņa is booked: ") != NULL);
}

/* Who may not book sees no list. */
static void
test_waiting_of_a_master (Test *test, gconstpointer data)
{
  wait_for (test, test->irina);
  salon_waiting_list_set_active (SALON_WAITING_LIST (test->list), TRUE);
  ui_wait_until (n_rows (test) == 1);
  salon_fixture_act_as (test->fixture, SALON_ROLE_MASTER, test->maria);
  ui_wait_until (n_rows (test) == 0);
  salon_fixture_act_as (test->fixture, SALON_ROLE_ADMINISTRATOR, 0);
  ui_wait_until (n_rows (test) == 1);
}

/* ---- who asks */

static gint64
ask (Test *test, const char *name, const char *phone, const char *service)
{
  SalonInquiry *inquiry = salon_inquiry_new ();
  g_autoptr (SalonInquiryBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  inquiry->source = g_strdup ("bot");
  inquiry->external_id = g_strdup (name);
  inquiry->name = g_strdup (name);
  inquiry->phone = g_strdup (phone);
  inquiry->service_words = g_strdup (service);
  inquiry->start_min = (gint64) (SALON_FIXTURE_TODAY + 1) * SALON_MINUTES_A_DAY + 12 * 60;
  batch = salon_inquiry_batch_new_one (inquiry);
  salon_fixture_submit (test->fixture, &salon_command_inquiry_take, batch, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

static SalonInquiry *
inquiry_of (Test *test, gint64 id)
{
  return salon_fixture_get (test->fixture, salon_inquiry_get_type (), id);
}

static GtkWidget *
reason_at (Test *test, int index)
{
  return ui_find (row_at (test, index), GTK_TYPE_ENTRY);
}

static void
show_requests (Test *test, int n)
{
  salon_request_list_set_active (SALON_REQUEST_LIST (test->list), TRUE);
  ui_wait_until (n_rows (test) == n);
}

static void
test_requests_filled (Test *test, gconstpointer data)
{
  g_assert_true (shows (test, "No requests."));
  ask (test, "Zelma Jauna", "+37129777123", "Manicure");
  ask (test, "Irina", "+37129000001", "Massage");
  show_requests (test, 2);
  g_assert_cmpuint (salon_request_list_get_count (SALON_REQUEST_LIST (test->list)), ==, 2);
  g_assert_true (shows (test, "Zelma Jauna"));
  g_assert_true (shows (test, "new client"));
  g_assert_true (shows (test, "Not one of the services: open the client to book."));
}

/* The first press asks why, the second refuses; what was typed stays, and the cursor, though another request comes. */
static void
test_request_declined (Test *test, gconstpointer data)
{
  gint64 id = ask (test, "Zelma Jauna", "+37129777123", "Manicure");
  g_autoptr (SalonInquiry) kept = NULL;
  g_autoptr (SalonInquiry) declined = NULL;
  int at = 0;

  show_requests (test, 1);
  g_assert_true (gtk_widget_activate_action (row_at (test, 0), "request.decline", NULL));
  g_assert_true (gtk_widget_get_mapped (reason_at (test, 0)));
  gtk_editable_set_text (GTK_EDITABLE (reason_at (test, 0)), "No ti");
  gtk_editable_set_position (GTK_EDITABLE (reason_at (test, 0)), 5);
  ask (test, "Anna", "+37129777124", "Manicure");
  ui_wait_until (n_rows (test) == 2);
  kept = inquiry_of (test, id);
  g_assert_cmpint (kept->state, ==, SALON_INQUIRY_NEW);
  at = salon_entity_get_id (salon_request_row_get_inquiry (SALON_REQUEST_ROW (row_at (test, 0)))->inquiry) == id ? 0 : 1;
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (reason_at (test, at))), ==, "No ti");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (reason_at (test, at))), ==, 5);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (gtk_widget_get_root (test->list)), reason_at (test, at)));
  gtk_editable_set_text (GTK_EDITABLE (reason_at (test, at)), "No time");
  g_signal_emit_by_name (reason_at (test, at), "activate");
  ui_wait_until (n_rows (test) == 1);
  declined = inquiry_of (test, id);
  g_assert_cmpint (declined->state, ==, SALON_INQUIRY_DECLINED);
  g_assert_cmpstr (declined->reason, ==, "No time");
  ui_wait_until (strstr (test->notes->str, "The request of Zelma Jauna is declined.\n") != NULL);
}

/* Accepted where it is free: the client is made, the request is answered; "answered ones, too" shows it again. */
static void
test_request_accepted (Test *test, gconstpointer data)
{
  gint64 id = ask (test, "Zelma Jauna", "+37129777123", "Manicure");
  g_autoptr (SalonInquiry) accepted = NULL;

  show_requests (test, 1);
  g_assert_true (gtk_widget_activate_action (row_at (test, 0), "request.accept", "i", 0));
  ui_wait_until (n_rows (test) == 0);
  accepted = inquiry_of (test, id);
  g_assert_cmpint (accepted->state, ==, SALON_INQUIRY_ACCEPTED);
  g_assert_cmpint (accepted->client_id, >, test->olga);
  g_assert_cmpint (accepted->visit_id, >, 0);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_find (test->list, GTK_TYPE_CHECK_BUTTON)), TRUE);
  ui_wait_until (shows (test, "accepted"));
  g_assert_cmpuint (salon_request_list_get_count (SALON_REQUEST_LIST (test->list)), ==, 0);
}

/* The time went to somebody else just now: it is said, and the request waits as before. */
static void
test_request_refused (Test *test, gconstpointer data)
{
  gint64 id = ask (test, "Zelma Jauna", "+37129777123", "Manicure");
  g_autoptr (SalonInquiry) kept = NULL;

  show_requests (test, 1);
  salon_request_list_set_active (SALON_REQUEST_LIST (test->list), FALSE);
  salon_fixture_add_visit (test->fixture, test->olga, SALON_FIXTURE_TODAY + 1, 12 * 60, SALON_VISIT_BOOKED, test->manicure,
                           test->maria, 0);
  g_assert_true (gtk_widget_activate_action (row_at (test, 0), "request.accept", "i", 0));
  ui_wait_until (salon_banner_is_shown (SALON_BANNER (ui_find (test->list, SALON_TYPE_BANNER))));
  kept = inquiry_of (test, id);
  g_assert_cmpint (kept->state, ==, SALON_INQUIRY_NEW);
  g_assert_cmpint (n_rows (test), ==, 1);
}

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
#define ADD(path, up, func) g_test_add (path, Test, NULL, up, func, tear_down)
  ADD ("/side-lists/waiting-filled", set_up_waiting, test_waiting_filled);
  ADD ("/side-lists/waiting-removed", set_up_waiting, test_waiting_removed);
  ADD ("/side-lists/waiting-keeps-place", set_up_waiting, test_waiting_keeps_place);
  ADD ("/side-lists/waiting-booked", set_up_waiting, test_waiting_booked);
  ADD ("/side-lists/waiting-of-a-master", set_up_waiting, test_waiting_of_a_master);
  ADD ("/side-lists/requests-filled", set_up_requests, test_requests_filled);
  ADD ("/side-lists/request-declined", set_up_requests, test_request_declined);
  ADD ("/side-lists/request-accepted", set_up_requests, test_request_accepted);
  ADD ("/side-lists/request-refused", set_up_requests, test_request_refused);
  return g_test_run ();
}
