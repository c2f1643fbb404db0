/* How long the main loop is busy while a full board is used: bench-board [JSON [ACTION]]
 *
 * 12 masters, 160 visits, a window of the whole screen.  Each action is one figure for all that the loop does at a stretch, and one
 * without the painting of pixels ("own"; see bench-board-watch.c), each with its p99 and its worst:
 *   drag, edge   a second thread moves the real pointer as a hand would, inside of what is seen, and to where the board scrolls
 *   scroll       up and down the day, as fast as the edge does, so that every frame moves
 *   day, toggle, week  another day with none of the visits of the one before; employees or rooms (F6); a week of one employee
 * The floor of dragging and scrolling is the same board without visits; that of the painting is a window of the same size
 * in which one plain widget is scrolled.
 * To be run in tests/support/with-display --wm. */
#include "bench-board-day.h"
#include "bench-board-hand.h"
#include "bench-board-watch.h"
#include "gui/widgets/schedule-view.h"

#include <adwaita.h>

#define GOAL_US     8000
#define SCROLL_STEP 14  /* pixels a frame: as fast as it gets at the edge */
#define SCROLLS     240 /* frames */
#define CHANGES     16
#define BETWEEN_US  (G_USEC_PER_SEC / 4)

typedef struct {
  GtkWidget *window;
  GtkWidget *view;
  GtkAdjustment *down;
  BenchReport *report;
  const char *only; /* NULL = all actions */
} Bench;

/* ---- waiting */

static gboolean
on_time (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
iterate_for (gint64 us)
{
  gboolean over = FALSE;

  g_timeout_add ((guint) (us / 1000), on_time, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

static void
show (Bench *bench, SalonBoard *board, SalonBoardView view)
{
  salon_schedule_view_set_board (SALON_SCHEDULE_VIEW (bench->view), board, view, 1);
}

/* ---- telling */

static void
tell_one (Bench *bench, const char *action, const char *what, BenchSamples *samples, BenchSamples *floor)
{
  g_autofree char *p99 = g_strdup_printf ("board.%s.%s.p99", action, what);
  g_autofree char *worst = g_strdup_printf ("board.%s.%s.worst", action, what);

  if (samples->len == 0)
    return;
  bench_report_add (bench->report, p99, bench_percentile (samples, 99), "us", floor != NULL ? bench_percentile (floor, 99) : 0);
  bench_report_add (bench->report, worst, bench_percentile (samples, 100), "us", floor != NULL ? bench_percentile (floor, 100) : 0);
}

/* @floor: (nullable): what the same took without visits */
static void
tell (Bench *bench, const char *action, BenchBusy *full, BenchBusy *floor)
{
  g_autofree char *goal = g_strdup_printf ("%s: the program never keeps the main loop for more than 8 ms", action);

  tell_one (bench, action, "own", full->ours, floor != NULL ? floor->ours : NULL);
  tell_one (bench, action, "paint", full->paints, floor != NULL ? floor->paints : NULL);
  tell_one (bench, action, "all", full->turns, floor != NULL ? floor->turns : NULL);
  tell_one (bench, action, "wall", full->walls, floor != NULL ? floor->walls : NULL);
  bench_report_goal (bench->report, goal, bench_percentile (full->ours, 100) <= GOAL_US);
  bench_busy_clear (full);
  if (floor != NULL)
    bench_busy_clear (floor);
}

/* ---- dragging */

static void
drag (Bench *bench, int n_visits, gboolean edges, BenchBusy *busy)
{
  g_autoptr (SalonBoard) board = bench_board_day (BENCH_DAY, n_visits);
  BenchHand *hand = NULL;

  show (bench, board, SALON_BOARD_EMPLOYEES);
  iterate_for (G_USEC_PER_SEC);
  bench_watch_begin (busy);
  hand = bench_hand_begin (edges);
  while (!bench_hand_is_done (hand))
    g_main_context_iteration (NULL, TRUE);
  bench_watch_end ();
  g_print ("# %u moves of the pointer, %u turns of the loop\n", bench_hand_end (hand), busy->turns->len);
}

static void
measure_drag (Bench *bench, gboolean edges)
{
  BenchBusy floor;
  BenchBusy full;

  drag (bench, 0, edges, &floor);
  drag (bench, BENCH_VISITS, edges, &full);
  tell (bench, edges ? "edge" : "drag", &full, &floor);
}

/* ---- scrolling */

typedef struct {
  GtkAdjustment *down;
  guint frames;
  double step;
} Scroll;

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Scroll *scroll = data;
  double before = gtk_adjustment_get_value (scroll->down);

  gtk_adjustment_set_value (scroll->down, before + scroll->step);
  if (ABS (gtk_adjustment_get_value (scroll->down) - before) < 1)
    scroll->step = -scroll->step;
  return ++scroll->frames < SCROLLS;
}

static void
scroll (GtkWidget *widget, GtkAdjustment *down, BenchBusy *busy)
{
  Scroll scroll = { down, 0, SCROLL_STEP };

  iterate_for (G_USEC_PER_SEC);
  bench_watch_begin (busy);
  gtk_widget_add_tick_callback (widget, on_tick, &scroll, NULL);
  while (scroll.frames < SCROLLS)
    g_main_context_iteration (NULL, TRUE);
  bench_watch_end ();
}

static void
scroll_board (Bench *bench, int n_visits, BenchBusy *busy)
{
  g_autoptr (SalonBoard) board = bench_board_day (BENCH_DAY, n_visits);

  show (bench, board, SALON_BOARD_EMPLOYEES);
  scroll (bench->view, bench->down, busy);
}

static void
measure_scroll (Bench *bench)
{
  BenchBusy floor;
  BenchBusy full;

  scroll_board (bench, 0, &floor);
  scroll_board (bench, BENCH_VISITS, &full);
  tell (bench, "scroll", &full, &floor);
}

static GtkWidget *
maximized_window (GtkWidget *child)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *spy = bench_spy_new (child);

  gtk_widget_add_css_class (window, "salon");
  gtk_window_set_child (GTK_WINDOW (window), spy);
  gtk_window_maximize (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
  iterate_for (G_USEC_PER_SEC);
  bench_spy_follow (spy);
  return window;
}

/* One label with a ground of its own, which moves as a whole: the least that scrolling can cost here. */
static void
measure_plain (Bench *bench)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *label = gtk_label_new ("plain");
  GtkWidget *window = NULL;
  BenchBusy busy;

  gtk_widget_set_size_request (label, -1, 4000);
  gtk_widget_add_css_class (label, "view");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), label);
  window = maximized_window (scrolled);
  scroll (scrolled, gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled)), &busy);
  tell (bench, "plain", &busy, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- other columns */

typedef SalonBoard *(*BoardOf) (int turn);

static SalonBoard *
other_day (int turn)
{
  return bench_board_day (BENCH_DAY + turn, BENCH_VISITS - turn % 4 * 10);
}

static SalonBoard *
same_day (int turn)
{
  return bench_board_day (BENCH_DAY, BENCH_VISITS);
}

static SalonBoard *
day_or_week (int turn)
{
  return turn % 2 == 0 ? bench_board_week (BENCH_DAY) : bench_board_day (BENCH_DAY, BENCH_VISITS);
}

/* A turn of the loop of its own, as the answer of the salon would be. */
typedef struct {
  Bench *bench;
  SalonBoard *board;
  SalonBoardView view;
} Change;

static gboolean
on_change (gpointer data)
{
  Change *change = data;

  show (change->bench, change->board, change->view);
  return G_SOURCE_REMOVE;
}

/* The boards are made before: in the program that is done on another thread. */
static void
measure_changes (Bench *bench, const char *action, BoardOf board_of, SalonBoardView odd)
{
  g_autoptr (GPtrArray) boards = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_board_unref);
  BenchBusy busy;

  for (int i = 0; i <= CHANGES; i++)
    g_ptr_array_add (boards, board_of (i));
  show (bench, boards->pdata[0], odd);
  iterate_for (G_USEC_PER_SEC);
  bench_watch_begin (&busy);
  for (int i = 1; i <= CHANGES; i++) {
    Change change = { bench, boards->pdata[i], i % 2 == 0 ? odd : SALON_BOARD_EMPLOYEES };

    g_idle_add (on_change, &change);
    iterate_for (BETWEEN_US);
  }
  bench_watch_end ();
  tell (bench, action, &busy, NULL);
}

/* ---- all of it */

static gboolean
wanted (Bench *bench, const char *action)
{
  return bench->only == NULL || g_str_equal (bench->only, action);
}

static void
run (Bench *bench)
{
  if (wanted (bench, "plain"))
    measure_plain (bench);
  if (wanted (bench, "scroll"))
    measure_scroll (bench);
  if (wanted (bench, "day"))
    measure_changes (bench, "day", other_day, SALON_BOARD_EMPLOYEES);
  if (wanted (bench, "toggle"))
    measure_changes (bench, "toggle", same_day, SALON_BOARD_ROOMS);
  if (wanted (bench, "week"))
    measure_changes (bench, "week", day_or_week, SALON_BOARD_DAYS);
  if (wanted (bench, "drag"))
    measure_drag (bench, FALSE);
  if (wanted (bench, "edge"))
    measure_drag (bench, TRUE);
}

static GtkAdjustment *
adjustment_of (GtkWidget *widget)
{
  GtkAdjustment *found = NULL;

  if (GTK_IS_SCROLLED_WINDOW (widget))
    return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = adjustment_of (child);
  return found;
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app = NULL;
  Bench bench = { .only = argc > 2 ? argv[2] : NULL };

  gtk_init ();
  app = g_object_new (ADW_TYPE_APPLICATION, "application-id", "org.salondesk.BenchBoard", "flags", G_APPLICATION_NON_UNIQUE,
                      "resource-base-path", "/org/salondesk/SalonDesk", NULL);
  g_application_register (G_APPLICATION (app), NULL, NULL);
  bench.report = bench_report_new ("12 columns, 160 visits");
  bench.view = salon_schedule_view_new ();
  bench.down = adjustment_of (bench.view);
  salon_schedule_view_set_actor (SALON_SCHEDULE_VIEW (bench.view), salon_role_permissions (SALON_ROLE_OWNER), 0);
  salon_schedule_view_set_now (SALON_SCHEDULE_VIEW (bench.view), (gint64) BENCH_DAY * SALON_MINUTES_A_DAY + 12 * 60);
  bench.window = maximized_window (bench.view);
  run (&bench);
  bench_report_finish (bench.report, argc > 1 ? argv[1] : NULL);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  return 0;
}
