/* How long the main loop is busy while a full board is dragged about: bench-board [JSON]
 *
 * 12 masters, 160 visits, a window of the whole screen.  A second thread moves the real pointer (XTest) on a connection of
 * its own, as a hand would: presses a visit or free time, carries it across columns and down the day, lets it go.  Once
 * inside of what is seen, once to the edges, where the board scrolls: then all of the window is painted again, which no
 * program can spare itself here; so that is told apart.  The loop's own poll function tells when it begins to work and when it
 * sleeps again; what lies between is one blocking, by the clock and by the processor time of the main thread (others use
 * this machine, too).  The floor is the same for a board without visits.
 * To be run in tests/support/with-display --wm. */
#include "bench.h"
#include "gui/widgets/schedule-view.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <adwaita.h>
#include <time.h>

#define DAY       20255
#define MASTERS   12
#define VISITS    160
#define GOAL_US   8000
#define STEP_MS   4    /* a mouse tells 250 times a second where it is */
#define MOVES     90   /* a drag */
#define DRAGS     24

typedef struct {
  BenchSamples *wall;
  BenchSamples *cpu;
  BenchSamples *frames;
} Busy;

/* Read and written by the poll function, which has no room for data of its own. */
typedef struct {
  Busy *into; /* NULL = nothing is counted now */
  gint64 since;
  gint64 since_cpu;
} Watch;

typedef struct {
  GtkWidget *window;
  GtkWidget *view;
  GMainLoop *loop;
  GThread *hand;
  Busy busy;
  gboolean done;
  gboolean edges; /* the hand goes to where the board scrolls */
  guint moves;
} Bench;

static Watch watch;

/* ---- the loop */

static gint64
thread_cpu_us (void)
{
  struct timespec used;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &used);
  return used.tv_sec * G_USEC_PER_SEC + used.tv_nsec / 1000;
}

static void
add (BenchSamples *samples, gint64 value)
{
  g_array_append_val (samples, value);
}

static int
on_poll (GPollFD *descriptors, guint n, int timeout)
{
  int found = 0;

  if (watch.into != NULL && watch.since != 0) {
    add (watch.into->wall, g_get_monotonic_time () - watch.since);
    add (watch.into->cpu, thread_cpu_us () - watch.since_cpu);
  }
  found = g_poll (descriptors, n, timeout);
  watch.since = g_get_monotonic_time ();
  watch.since_cpu = thread_cpu_us ();
  return found;
}

static void
on_frame (GdkFrameClock *clock, Bench *bench)
{
  static gint64 before;
  gint64 now = gdk_frame_clock_get_frame_time (clock);

  if (watch.into != NULL && before != 0 && now - before < G_USEC_PER_SEC / 4)
    add (bench->busy.frames, now - before);
  before = now;
}

/* ---- the board */

static void
fill_hours (SalonBoardEmployee *employee)
{
  gint64 midnight = (gint64) DAY * SALON_MINUTES_A_DAY;

  salon_intervals_add (employee->times->working, midnight + 9 * 60, midnight + 14 * 60);
  salon_intervals_add (employee->times->working, midnight + 14 * 60 + 30, midnight + 21 * 60);
}

static void
add_visit (SalonBoard *board, int i)
{
  g_autofree char *name = g_strdup_printf ("Client %d Kalniņa", i);
  SalonBoardVisit *visit = salon_board_add_visit (board, i + 1, 1000 + i, name);
  SalonBoardLine *line = salon_board_add_line (visit, i + 1, 1, i % 3 == 0 ? "Root colouring" : i % 3 == 1 ? "Classic manicure" : "Haircut");

  visit->state = (SalonVisitState) (SALON_VISIT_STATE_FIRST + i % 5);
  if (i % 4 == 0)
    visit->state = SALON_VISIT_BOOKED;
  visit->flags = (guint) i % 7 == 0 ? SALON_BOARD_FLAG_ALERT | SALON_BOARD_FLAG_NEW_CLIENT : 0;
  line->employee_id = 1 + i % MASTERS;
  line->room_id = 1 + i % MASTERS;
  line->start = (gint64) DAY * SALON_MINUTES_A_DAY + 9 * 60 + (i / MASTERS) * 50;
  line->shape.work1 = 40;
  line->color = 0x7a2e62 + i * 4000;
}

static SalonBoard *
new_board (int n_visits)
{
  SalonBoard *board = salon_board_new (DAY, 1);
  gint64 midnight = (gint64) DAY * SALON_MINUTES_A_DAY;
  SalonBoardService *service = salon_board_add_service (board, 1, "Haircut");
  gint64 id = 1;

  service->shape.work1 = 40;
  board->today = DAY;
  board->step = 5;
  salon_intervals_add (board->opening, midnight + 9 * 60, midnight + 21 * 60);
  for (int i = 1; i <= MASTERS; i++) {
    g_autofree char *name = g_strdup_printf ("Maria Ozola %d", i);
    g_autofree char *room = g_strdup_printf ("Room %d", i);
    SalonBoardEmployee *employee = salon_board_add_employee (board, i, name);

    salon_board_add_room (board, i, room);
    g_array_append_val (employee->services, id);
    fill_hours (employee);
  }
  for (int i = 0; i < n_visits; i++)
    add_visit (board, i);
  salon_board_finish (board);
  return board;
}

/* ---- the hand */

typedef struct {
  Display *display;
  int left;
  int top;
  int width;
  int height;
  guint moves;
} Hand;

static void
put (Hand *hand, double x, double y)
{
  XTestFakeMotionEvent (hand->display, -1, hand->left + (int) (x * hand->width), hand->top + (int) (y * hand->height),
                        STEP_MS);
  XSync (hand->display, False); /* comes back when the server has waited so long and moved it */
  hand->moves++;
}

static void
press (Hand *hand, gboolean down)
{
  XTestFakeButtonEvent (hand->display, 1, down ? True : False, STEP_MS * 5);
  XSync (hand->display, False);
}

static double
between (double from, double to, int i, int n)
{
  return from + (to - from) * i / n;
}

/* From one place of the field to another and back to a third. */
static void
drag (Hand *hand, GRand *dice, gboolean edges)
{
  double x = g_rand_double_range (dice, 0.1, 0.95);
  double y = g_rand_double_range (dice, 0.2, 0.85);
  double to_x = g_rand_double_range (dice, 0.1, 0.95);
  double to_y = g_rand_boolean (dice) ? (edges ? 0.985 : 0.9) : edges ? 0.09 : 0.15;

  put (hand, x, y);
  press (hand, TRUE);
  for (int i = 1; i <= MOVES; i++)
    put (hand, between (x, to_x, i, MOVES), between (y, to_y, i, MOVES));
  for (int i = 1; i <= MOVES; i++)
    put (hand, between (to_x, x, i, MOVES), between (to_y, 1 - y, i, MOVES));
  press (hand, FALSE);
}

static gpointer
move_hand (gpointer data)
{
  Bench *bench = data;
  Hand hand = { .display = XOpenDisplay (NULL) };
  g_autoptr (GRand) dice = g_rand_new_with_seed (4);

  hand.width = DisplayWidth (hand.display, DefaultScreen (hand.display));
  hand.height = DisplayHeight (hand.display, DefaultScreen (hand.display));
  for (int i = 0; i < DRAGS; i++)
    drag (&hand, dice, bench->edges);
  XCloseDisplay (hand.display);
  bench->moves = hand.moves;
  g_atomic_int_set (&bench->done, TRUE);
  g_main_context_wakeup (NULL);
  return NULL;
}

/* ---- measuring */

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
measure (Bench *bench, int n_visits, gboolean edges)
{
  g_autoptr (SalonBoard) board = new_board (n_visits);

  bench->edges = edges;
  salon_schedule_view_set_board (SALON_SCHEDULE_VIEW (bench->view), board, SALON_BOARD_EMPLOYEES, 0);
  iterate_for (G_USEC_PER_SEC);
  bench->busy = (Busy){ bench_samples_new (), bench_samples_new (), bench_samples_new () };
  bench->done = FALSE;
  watch = (Watch){ &bench->busy, 0, 0 };
  bench->hand = g_thread_new ("hand", move_hand, bench);
  while (!g_atomic_int_get (&bench->done))
    g_main_context_iteration (NULL, TRUE);
  watch.into = NULL;
  g_thread_join (bench->hand);
}

static gboolean
report_loop (BenchReport *report, const char *what, BenchSamples *full, BenchSamples *floor)
{
  g_autofree char *p99 = g_strdup_printf ("board.%s.p99", what);
  g_autofree char *worst = g_strdup_printf ("board.%s.worst", what);

  bench_report_add (report, p99, bench_percentile (full, 99), "us", bench_percentile (floor, 99));
  bench_report_add (report, worst, bench_percentile (full, 100), "us", bench_percentile (floor, 100));
  return bench_percentile (full, 100) <= GOAL_US;
}

static void
clear_busy (Busy *busy)
{
  g_array_unref (busy->wall);
  g_array_unref (busy->cpu);
  g_array_unref (busy->frames);
}

/* Toggling what the columns are and going to the next day, frame by frame as a key would. */
static void
measure_changes (Bench *bench, BenchReport *report)
{
  g_autoptr (SalonBoard) one = new_board (VISITS);
  g_autoptr (SalonBoard) other = new_board (VISITS - 20);

  bench->busy = (Busy){ bench_samples_new (), bench_samples_new (), bench_samples_new () };
  watch = (Watch){ &bench->busy, 0, 0 };
  for (int i = 0; i < 20; i++) {
    salon_schedule_view_set_board (SALON_SCHEDULE_VIEW (bench->view), i % 2 == 0 ? one : other,
                                   i % 4 < 2 ? SALON_BOARD_EMPLOYEES : SALON_BOARD_ROOMS, 0);
    iterate_for (G_USEC_PER_SEC / 4);
  }
  watch.into = NULL;
  bench_report_add (report, "board.change.cpu.p99", bench_percentile (bench->busy.cpu, 99), "us", 0);
  bench_report_add (report, "board.change.cpu.worst", bench_percentile (bench->busy.cpu, 100), "us", 0);
  clear_busy (&bench->busy);
}

/* Returns: whether the loop was never busy for longer than it may be, by the processor time of its thread. */
static gboolean
measure_drags (Bench *bench, BenchReport *report, gboolean edges)
{
  const char *names[2][3] = { { "drag.wall", "drag.cpu", "drag.frame" }, { "scroll.wall", "scroll.cpu", "scroll.frame" } };
  Busy floor;
  gboolean met = FALSE;

  measure (bench, 0, edges);
  floor = bench->busy;
  measure (bench, VISITS, edges);
  g_print ("# %u moves of the pointer, %u turns of the loop\n", bench->moves, bench->busy.wall->len);
  report_loop (report, names[edges][0], bench->busy.wall, floor.wall);
  met = report_loop (report, names[edges][1], bench->busy.cpu, floor.cpu);
  report_loop (report, names[edges][2], bench->busy.frames, floor.frames);
  clear_busy (&bench->busy);
  clear_busy (&floor);
  return met;
}

static void
run (Bench *bench, const char *json)
{
  BenchReport *report = bench_report_new ("12 columns, 160 visits");
  gboolean met = measure_drags (bench, report, FALSE);

  bench_report_goal (report, "main loop never busy for more than 8 ms while a full board is dragged about", met);
  met = measure_drags (bench, report, TRUE);
  bench_report_goal (report, "nor where the board scrolls at its edges", met);
  measure_changes (bench, report);
  bench_report_finish (report, json);
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) app = NULL;
  Bench bench = { 0 };
  GdkFrameClock *clock = NULL;

  gtk_init ();
  app = g_object_new (ADW_TYPE_APPLICATION, "application-id", "org.salondesk.BenchBoard", "flags", G_APPLICATION_NON_UNIQUE,
                      "resource-base-path", "/org/salondesk/SalonDesk", NULL);
  g_application_register (G_APPLICATION (app), NULL, NULL);
  g_main_context_set_poll_func (NULL, on_poll);
  bench.window = gtk_window_new ();
  bench.view = salon_schedule_view_new ();
  gtk_widget_add_css_class (bench.window, "salon");
  gtk_window_set_child (GTK_WINDOW (bench.window), bench.view);
  salon_schedule_view_set_actor (SALON_SCHEDULE_VIEW (bench.view), salon_role_permissions (SALON_ROLE_OWNER), 0);
  salon_schedule_view_set_now (SALON_SCHEDULE_VIEW (bench.view), (gint64) DAY * SALON_MINUTES_A_DAY + 12 * 60);
  gtk_window_maximize (GTK_WINDOW (bench.window));
  gtk_window_present (GTK_WINDOW (bench.window));
  iterate_for (G_USEC_PER_SEC);
  clock = gtk_widget_get_frame_clock (bench.view);
  g_signal_connect (clock, "before-paint", G_CALLBACK (on_frame), &bench);
  run (&bench, argc > 1 ? argv[1] : NULL);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  return 0;
}
