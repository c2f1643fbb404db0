/* Two cards side by side, the list of pairs, and separating again on the card: by keys, as a person works. */
#include "card-support.h"

#include "gui/pages/clients/duplicates-view.h"
#include "gui/parts/merge-row.h"
#include "gui/parts/merge-view.h"
#include "gui/parts/merged-cards.h"
#include "model/entities/client-merge.h"
#include "model/entities/client-not-same.h"
#include "model/entities/client.h"
#include "model/services/merge.h"

typedef struct {
  CardTest card;
  gint64 one;
  gint64 other;
  gint64 merged;
  guint n_closed;
  guint n_counted;
} MergeTest;

static void
on_merged (GtkWidget *widget, gint64 client, MergeTest *test)
{
  test->merged = client;
}

static void
on_closed (GtkWidget *widget, MergeTest *test)
{
  test->n_closed++;
}

static void
on_counted (GtkWidget *widget, guint n, MergeTest *test)
{
  test->n_counted = n;
}

static void
set_up (MergeTest *test, gconstpointer data)
{
  test->card.fixture = salon_fixture_new ();
  test->one = salon_fixture_add_client (test->card.fixture, "Irina Kalniņa", "29123456");
  test->other = salon_fixture_add_client (test->card.fixture, "Ira Kalnina", "29123456");
}

static void
tear_down (MergeTest *test, gconstpointer data)
{
  ui_close (test->card.view);
  g_clear_pointer (&test->card.note, g_free);
  salon_fixture_free (test->card.fixture);
}

static void
show (MergeTest *test, GtkWidget *widget)
{
  test->card.view = ui_show (widget);
  card_listen (&test->card, widget);
  g_signal_connect (widget, "merged", G_CALLBACK (on_merged), test);
  g_signal_connect (widget, "closed", G_CALLBACK (on_closed), test);
}

static GtkWidget *
open_two (MergeTest *test)
{
  GtkWidget *view = salon_merge_view_new (test->card.fixture->session);

  show (test, view);
  salon_merge_view_open (SALON_MERGE_VIEW (view), test->one, test->other);
  ui_wait_until (ui_find (view, SALON_TYPE_MERGE_ROW) != NULL);
  ui_settle ();
  return view;
}

static SalonClient *
survivor (MergeTest *test)
{
  return salon_fixture_get (test->card.fixture, salon_client_get_type (), test->one);
}

/* Right takes the other's first name, Enter merges. */
static void
test_keys (MergeTest *test, gconstpointer data)
{
  GtkWidget *view = open_two (test);
  g_autoptr (SalonClient) client = NULL;

  gtk_widget_child_focus (ui_find (view, SALON_TYPE_MERGE_ROW), GTK_DIR_TAB_FORWARD);
  g_assert_true (ui_press (view, GDK_KEY_Right, 0));
  g_assert_nonnull (ui_find_label (view, "Kalniņa Ira")); /* what comes out is told at once */
  g_assert_true (ui_press (view, GDK_KEY_Return, 0));
  ui_wait_until (test->merged != 0);
  g_assert_cmpint (test->merged, ==, test->one);
  client = survivor (test);
  g_assert_cmpstr (client->first_name, ==, "Ira");
  g_assert_cmpstr (client->surname, ==, "Kalniņa");
  g_assert_cmpstr (test->card.note, ==, "Now one card: Kalniņa Ira");
  g_assert_cmpint (test->card.operation, >, 0);
}

/* With the focus on the people, Right lets the right card stay: its values are chosen with it. */
static void
test_other_stays (MergeTest *test, gconstpointer data)
{
  GtkWidget *view = open_two (test);
  g_autoptr (SalonClient) client = NULL;

  g_assert_true (ui_press (view, GDK_KEY_Right, 0));
  g_assert_true (ui_press (view, GDK_KEY_Return, 0));
  ui_wait_until (test->merged != 0);
  g_assert_cmpint (test->merged, ==, test->other);
  client = salon_fixture_get (test->card.fixture, salon_client_get_type (), test->other);
  g_assert_cmpstr (client->first_name, ==, "Ira");
  g_assert_cmpint (client->archived_at, ==, 0);
}

static void
test_escape (MergeTest *test, gconstpointer data)
{
  GtkWidget *view = open_two (test);

  g_assert_true (ui_press (view, GDK_KEY_Escape, 0));
  g_assert_cmpuint (test->n_closed, ==, 1);
  g_assert_cmpuint (salon_fixture_count (test->card.fixture, salon_client_merge_get_type ()), ==, 0);
}

static void
test_not_the_same (MergeTest *test, gconstpointer data)
{
  GtkWidget *view = open_two (test);

  g_assert_true (gtk_widget_activate_action (view, "merge.not-same", NULL));
  ui_wait_until (test->n_closed == 1);
  g_assert_cmpuint (salon_fixture_count (test->card.fixture, salon_client_not_same_get_type ()), ==, 1);
}

/* From the list by Enter to the two cards, by Enter merged, and back in an empty list. */
static void
test_list (MergeTest *test, gconstpointer data)
{
  GtkWidget *view = salon_duplicates_view_new (test->card.fixture->session);
  GtkWidget *row = NULL;

  show (test, view);
  g_signal_connect (view, "counted", G_CALLBACK (on_counted), test);
  salon_duplicates_view_load (SALON_DUPLICATES_VIEW (view));
  ui_wait_until (test->n_counted == 1);
  ui_settle ();
  row = ui_find (view, GTK_TYPE_LIST_BOX_ROW);
  g_assert_nonnull (row);
  g_assert_nonnull (ui_find_label (view, "Same phone"));
  g_signal_emit_by_name (row, "activate");
  ui_wait_until (ui_find (view, SALON_TYPE_MERGE_ROW) != NULL);
  ui_settle ();
  g_assert_true (ui_press (ui_find (view, SALON_TYPE_MERGE_VIEW), GDK_KEY_Return, 0));
  ui_wait_until (test->merged != 0);
  g_assert_cmpuint (salon_duplicates_view_get_n (SALON_DUPLICATES_VIEW (view)), ==, 0);
  g_assert_cmpuint (test->n_counted, ==, 0);
}

/* Back goes one step: from two cards to the list; without a list behind them, to the page. */
static void
test_back (MergeTest *test, gconstpointer data)
{
  GtkWidget *view = salon_duplicates_view_new (test->card.fixture->session);

  show (test, view);
  g_signal_connect (view, "counted", G_CALLBACK (on_counted), test);
  salon_duplicates_view_load (SALON_DUPLICATES_VIEW (view));
  ui_wait_until (test->n_counted == 1);
  g_signal_emit_by_name (ui_find (view, GTK_TYPE_LIST_BOX_ROW), "activate");
  ui_wait_until (ui_find (view, SALON_TYPE_MERGE_ROW) != NULL);
  g_assert_true (gtk_widget_activate_action (view, "duplicates.close", NULL));
  g_assert_cmpuint (test->n_closed, ==, 0);
  g_assert_true (gtk_widget_activate_action (view, "duplicates.close", NULL));
  g_assert_cmpuint (test->n_closed, ==, 1);
  salon_duplicates_view_compare (SALON_DUPLICATES_VIEW (view), test->one, test->other);
  g_assert_true (gtk_widget_activate_action (view, "duplicates.close", NULL));
  g_assert_cmpuint (test->n_closed, ==, 2);
}

static void
merge_by_hand (MergeTest *test)
{
  SalonMergeRequest request = { test->one, test->other, NULL };

  g_assert_true (salon_fixture_submit (test->card.fixture, &salon_command_client_merge, &request, NULL, NULL));
}

/* The old card leads to the one she is on now, which says so and can be separated again. */
static void
test_separate (MergeTest *test, gconstpointer data)
{
  GtkWidget *view = salon_client_view_new (test->card.fixture->session);
  GtkWidget *button = NULL;
  g_autoptr (SalonClient) other = NULL;

  merge_by_hand (test);
  test->card.view = ui_show (view);
  card_listen (&test->card, view);
  salon_client_view_set_client (SALON_CLIENT_VIEW (view), test->other);
  ui_wait_until (salon_client_view_get_client (SALON_CLIENT_VIEW (view)) == test->one);
  ui_wait_until (ui_find_label (view, "Merged with Ira Kalnina") != NULL);
  button = gtk_widget_get_ancestor (ui_find_label (view, "Separate again"), GTK_TYPE_BUTTON);
  g_signal_emit_by_name (button, "clicked");
  ui_wait_until (test->card.note != NULL);
  g_assert_cmpstr (test->card.note, ==, "The card of Ira Kalnina comes back.");
  g_assert_cmpint (test->card.operation, >, 0);
  other = salon_fixture_get (test->card.fixture, salon_client_get_type (), test->other);
  g_assert_cmpint (other->archived_at, ==, 0);
}

#define ADD(path, func) g_test_add (path, MergeTest, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  ui_init (&argc, &argv);
  ADD ("/merge-view/keys", test_keys);
  ADD ("/merge-view/other-stays", test_other_stays);
  ADD ("/merge-view/escape", test_escape);
  ADD ("/merge-view/not-the-same", test_not_the_same);
  ADD ("/merge-view/list", test_list);
  ADD ("/merge-view/back", test_back);
  ADD ("/merge-view/separate", test_separate);
  return g_test_run ();
}
