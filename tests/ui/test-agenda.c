/* The day as a list: who stands in it and in which order, what is said of a row, which verbs there are, and that rows stay
 * when the board is loaded again. */
#include "gui/parts/agenda-row.h"
#include "gui/parts/agenda.h"
#include "model/rules/verbs.h"
#include "model/services/board.h"
#include "support/salon-fixture.h"
#include "ui-support.h"

#define TODAY SALON_FIXTURE_TODAY

typedef struct {
  SalonFixture *salon;
  GtkWidget *agenda;
  gint64 maria;
  gint64 jana;
  gint64 irina;
  gint64 service;
  gint64 selected;
  gint64 activated;
  gint64 verb_visit;
  guint verb;
  int steps;
} Test;

static void
on_select (SalonAgenda *agenda, gint64 visit_id, gint64 line_id, Test *test)
{
  test->selected = visit_id;
}

static void
on_activate (SalonAgenda *agenda, gint64 visit_id, Test *test)
{
  test->activated = visit_id;
}

static void
on_verb (SalonAgenda *agenda, gint64 visit_id, guint verb, Test *test)
{
  test->verb_visit = visit_id;
  test->verb = verb;
}

static void
on_step (SalonAgenda *agenda, int days, Test *test)
{
  test->steps += days;
}

static void
set_up (Test *test, gconstpointer data)
{
  test->salon = salon_fixture_new ();
  test->maria = salon_fixture_add_employee (test->salon, "Maria");
  test->jana = salon_fixture_add_employee (test->salon, "Jana");
  salon_fixture_add_hours (test->salon, test->maria, 9 * 60, 18 * 60);
  salon_fixture_add_hours (test->salon, test->jana, 9 * 60, 18 * 60);
  test->irina = salon_fixture_add_client (test->salon, "Irina", "29111222");
  test->service = salon_fixture_add_service (test->salon, "Brows", 30, 1500);
  test->agenda = ui_show (salon_agenda_new (test->salon->session));
  g_signal_connect (test->agenda, "select", G_CALLBACK (on_select), test);
  g_signal_connect (test->agenda, "activate", G_CALLBACK (on_activate), test);
  g_signal_connect (test->agenda, "verb", G_CALLBACK (on_verb), test);
  g_signal_connect (test->agenda, "step", G_CALLBACK (on_step), test);
}

static void
tear_down (Test *test, gconstpointer data)
{
  ui_close (test->agenda);
  salon_fixture_free (test->salon);
}

static gint64
add (Test *test, SalonDay day, int minute, SalonVisitState state, gint64 employee)
{
  return salon_fixture_add_visit (test->salon, test->irina, day, minute, state, test->service, employee, 0);
}

static void
show_board (Test *test, int n_days)
{
  SalonBoardRequest request = { TODAY, n_days, 0, TRUE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonBoard) board = salon_session_query_sync (test->salon->session, &salon_query_board, &request, &error);

  g_assert_no_error (error);
  salon_agenda_set_board (SALON_AGENDA (test->agenda), board);
}

static GtkListBox *
list_of (Test *test)
{
  return GTK_LIST_BOX (ui_find_with_class (test->agenda, "salon-plain-list"));
}

static SalonAgendaRow *
row_at (Test *test, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list_of (test), index);

  return row != NULL ? SALON_AGENDA_ROW (row) : NULL;
}

static int
count_rows (Test *test)
{
  int n = 0;

  while (row_at (test, n) != NULL)
    n++;
  return n;
}

/* By time, cancelled ones only when asked for. */
static void
test_order (Test *test, gconstpointer data)
{
  gint64 late = add (test, TODAY, 15 * 60, SALON_VISIT_BOOKED, test->maria);
  gint64 early = add (test, TODAY, 10 * 60, SALON_VISIT_BOOKED, test->jana);
  gint64 gone = add (test, TODAY, 12 * 60, SALON_VISIT_CANCELLED, test->jana);

  show_board (test, 1);
  g_assert_cmpint (count_rows (test), ==, 2);
  g_assert_cmpint (salon_agenda_row_get_visit (row_at (test, 0)), ==, early);
  g_assert_cmpint (salon_agenda_row_get_visit (row_at (test, 1)), ==, late);
  salon_agenda_set_cancelled_shown (SALON_AGENDA (test->agenda), TRUE);
  g_assert_cmpint (count_rows (test), ==, 3);
  g_assert_cmpint (salon_agenda_row_get_visit (row_at (test, 1)), ==, gone);
}

static void
test_spoken (Test *test, gconstpointer data)
{
  add (test, TODAY, 15 * 60, SALON_VISIT_CONFIRMED, test->maria);
  show_board (test, 1);
  gtk_test_accessible_assert_property (row_at (test, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "15:00–15:30, Irina, Brows, Maria, confirmed, new client");
}

/* What stays keeps its row; what is gone loses it; what has another time goes to its place. */
static void
test_rows_stay (Test *test, gconstpointer data)
{
  gint64 first = add (test, TODAY, 10 * 60, SALON_VISIT_BOOKED, test->maria);
  gint64 second = 0;
  SalonAgendaRow *row = NULL;

  show_board (test, 1);
  row = row_at (test, 0);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  second = add (test, TODAY, 9 * 60, SALON_VISIT_BOOKED, test->jana);
  show_board (test, 1);
  g_assert_cmpint (count_rows (test), ==, 2);
  g_assert_true (row_at (test, 1) == row);
  g_assert_cmpint (salon_agenda_row_get_visit (row_at (test, 0)), ==, second);
  g_assert_cmpint (salon_agenda_row_get_visit (row), ==, first);
  salon_agenda_set_hidden (SALON_AGENDA (test->agenda), NULL);
  salon_agenda_set_employee (SALON_AGENDA (test->agenda), test->jana);
  g_assert_cmpint (count_rows (test), ==, 1);
  g_assert_cmpint (salon_agenda_row_get_visit (row_at (test, 0)), ==, second);
}

static void
test_hidden (Test *test, gconstpointer data)
{
  g_autoptr (GArray) hidden = g_array_new (FALSE, FALSE, sizeof (gint64));

  add (test, TODAY, 10 * 60, SALON_VISIT_BOOKED, test->maria);
  add (test, TODAY, 11 * 60, SALON_VISIT_BOOKED, test->jana);
  show_board (test, 1);
  g_array_append_val (hidden, test->maria);
  salon_agenda_set_hidden (SALON_AGENDA (test->agenda), hidden);
  g_assert_cmpint (count_rows (test), ==, 1);
  salon_agenda_set_hidden (SALON_AGENDA (test->agenda), NULL);
  g_assert_cmpint (count_rows (test), ==, 2);
}

/* The verbs are actions of the row, enabled by what can be done now. */
static void
test_verbs (Test *test, gconstpointer data)
{
  gint64 id = add (test, TODAY, 10 * 60, SALON_VISIT_BOOKED, test->maria);
  GtkWidget *row = NULL;

  show_board (test, 1);
  row = GTK_WIDGET (row_at (test, 0));
  g_assert_true (gtk_widget_activate_action (row, "visit.arrive", NULL));
  g_assert_cmpint (test->verb_visit, ==, id);
  g_assert_cmpuint (test->verb, ==, SALON_VISIT_VERB_ARRIVE);
  g_assert_true (gtk_widget_activate_action (row, "visit.cancel", NULL));
  g_assert_cmpuint (test->verb, ==, SALON_VISIT_VERB_CANCEL);
  test->verb = 0;
  gtk_widget_activate_action (row, "visit.reopen", NULL);
  g_assert_cmpuint (test->verb, ==, 0);
  g_assert_true (gtk_widget_activate_action (row, "visit.open", NULL));
  g_assert_cmpint (test->activated, ==, id);
}

/* Choosing from outside tells nobody; choosing in the list does. */
static void
test_select (Test *test, gconstpointer data)
{
  gint64 first = add (test, TODAY, 10 * 60, SALON_VISIT_BOOKED, test->maria);
  gint64 second = add (test, TODAY, 11 * 60, SALON_VISIT_BOOKED, test->maria);

  salon_agenda_select (SALON_AGENDA (test->agenda), second); /* before its row is there */
  show_board (test, 1);
  g_assert_cmpint (salon_agenda_get_selected (SALON_AGENDA (test->agenda)), ==, second);
  g_assert_cmpint (test->selected, ==, 0);
  gtk_list_box_select_row (list_of (test), GTK_LIST_BOX_ROW (row_at (test, 0)));
  g_assert_cmpint (test->selected, ==, first);
  salon_agenda_focus (SALON_AGENDA (test->agenda));
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (row_at (test, 0))));
}

/* A long day comes whole, its rows of one height; nothing is made in one long go. */
static void
test_long_day (Test *test, gconstpointer data)
{
  int height = 0;

  for (int i = 0; i < 9; i++) {
    gint64 master = salon_fixture_add_employee (test->salon, "Anna");

    for (int k = 0; k < 10; k++)
      add (test, TODAY, 9 * 60 + 60 * k, SALON_VISIT_BOOKED, master);
  }
  show_board (test, 1);
  g_assert_cmpint (count_rows (test), <, 90);
  ui_wait_until (count_rows (test) == 90);
  gtk_widget_measure (GTK_WIDGET (row_at (test, 0)), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  for (int i = 1; i < 90; i++) {
    int other = 0;

    g_assert_cmpint (salon_agenda_row_get_start (row_at (test, i - 1)), <=, salon_agenda_row_get_start (row_at (test, i)));
    gtk_widget_measure (GTK_WIDGET (row_at (test, i)), GTK_ORIENTATION_VERTICAL, -1, &other, NULL, NULL, NULL);
    g_assert_cmpint (other, ==, height);
  }
}

/* Of several days each has its date above. */
static void
test_days (Test *test, gconstpointer data)
{
  add (test, TODAY, 10 * 60, SALON_VISIT_BOOKED, test->maria);
  add (test, TODAY, 11 * 60, SALON_VISIT_BOOKED, test->maria);
  add (test, TODAY + 2, 10 * 60, SALON_VISIT_BOOKED, test->maria);
  show_board (test, 7);
  ui_settle ();
  g_assert_nonnull (gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (row_at (test, 0))));
  g_assert_null (gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (row_at (test, 1))));
  g_assert_nonnull (gtk_list_box_row_get_header (GTK_LIST_BOX_ROW (row_at (test, 2))));
  g_assert_nonnull (ui_find_label (test->agenda, "Wednesday, 18 June 2025"));
}

/* A master may say only of her own visits how far they are. */
static void
test_master (Test *test, gconstpointer data)
{
  add (test, TODAY, 10 * 60, SALON_VISIT_BOOKED, test->maria);
  salon_fixture_act_as (test->salon, SALON_ROLE_MASTER, test->maria);
  show_board (test, 1);
  gtk_widget_activate_action (GTK_WIDGET (row_at (test, 0)), "visit.arrive", NULL);
  g_assert_cmpuint (test->verb, ==, SALON_VISIT_VERB_ARRIVE);
  test->verb = 0;
  gtk_widget_activate_action (GTK_WIDGET (row_at (test, 0)), "visit.cancel", NULL);
  g_assert_cmpuint (test->verb, ==, 0);
}

/* Page keys change the day; with Ctrl they are left to the list, which leafs through itself. */
static void
test_page_keys (Test *test, gconstpointer data)
{
  GtkWidget *list = NULL;

  add (test, TODAY, 10 * 60, SALON_VISIT_BOOKED, test->maria);
  show_board (test, 1);
  list = GTK_WIDGET (list_of (test));
  g_assert_true (ui_press (list, GDK_KEY_Page_Down, 0));
  g_assert_true (ui_press (list, GDK_KEY_KP_Page_Down, 0));
  g_assert_cmpint (test->steps, ==, 2);
  g_assert_true (ui_press (list, GDK_KEY_Page_Up, 0));
  g_assert_cmpint (test->steps, ==, 1);
  g_assert_false (ui_press (list, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
  g_assert_false (ui_press (list, GDK_KEY_Page_Up, GDK_SHIFT_MASK));
  g_assert_false (ui_press (list, GDK_KEY_Down, 0));
  g_assert_cmpint (test->steps, ==, 1);
}

#define ADD(path, func) g_test_add (path, Test, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/agenda/page-keys", test_page_keys);
  ADD ("/agenda/order", test_order);
  ADD ("/agenda/spoken", test_spoken);
  ADD ("/agenda/rows-stay", test_rows_stay);
  ADD ("/agenda/hidden", test_hidden);
  ADD ("/agenda/verbs", test_verbs);
  ADD ("/agenda/select", test_select);
  ADD ("/agenda/long-day", test_long_day);
  ADD ("/agenda/days", test_days);
  ADD ("/agenda/master", test_master);
  return g_test_run ();
}
