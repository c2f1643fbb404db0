/* XTest, on a connection of its own: presses a visit or free time, carries it across columns and down the day, lets it go. */
#include "bench-board-hand.h"

#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>

#define STEP_MS 4  /* a mouse tells 250 times a second where it is */
#define MOVES   90 /* half a drag */
#define DRAGS   12

struct _BenchHand {
  GThread *thread;
  Display *display;
  int width;
  int height;
  guint moves;
  gboolean edges; /* it goes to where the board scrolls */
  int done;
};

static void
put (BenchHand *hand, double x, double y)
{
  XTestFakeMotionEvent (hand->display, -1, (int) (x * hand->width), (int) (y * hand->height), STEP_MS);
  XSync (hand->display, False); /* comes back when the server has waited so long and moved it */
  hand->moves++;
}

static void
press (BenchHand *hand, gboolean down)
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
drag (BenchHand *hand, GRand *dice)
{
  double x = g_rand_double_range (dice, 0.1, 0.95);
  double y = g_rand_double_range (dice, 0.2, 0.85);
  double to_x = g_rand_double_range (dice, 0.1, 0.95);
  double to_y = g_rand_boolean (dice) ? (hand->edges ? 0.985 : 0.9) : hand->edges ? 0.09 : 0.15;

  put (hand, x, y);
  press (hand, TRUE);
  for (int i = 1; i <= MOVES; i++)
    put (hand, between (x, to_x, i, MOVES), between (y, to_y, i, MOVES));
  for (int i = 1; i <= MOVES; i++)
    put (hand, between (to_x, x, i, MOVES), between (to_y, 1 - y, i, MOVES));
  press (hand, FALSE);
}

static gpointer
run (gpointer data)
{
  BenchHand *hand = data;
  g_autoptr (GRand) dice = g_rand_new_with_seed (4);

  hand->display = XOpenDisplay (NULL);
  hand->width = DisplayWidth (hand->display, DefaultScreen (hand->display));
  hand->height = DisplayHeight (hand->display, DefaultScreen (hand->display));
  for (int i = 0; i < DRAGS; i++)
    drag (hand, dice);
  XCloseDisplay (hand->display);
  g_atomic_int_set (&hand->done, TRUE);
  g_main_context_wakeup (NULL);
  return NULL;
}

/* Begins to drag things about; @edges: to where the board scrolls. */
BenchHand *
bench_hand_begin (gboolean edges)
{
  BenchHand *self = g_new0 (BenchHand, 1);

  self->edges = edges;
  self->thread = g_thread_new ("hand", run, self);
  return self;
}

gboolean
bench_hand_is_done (BenchHand *self)
{
  return g_atomic_int_get (&self->done);
}

/* Waits for its end.  Returns: how often the pointer was moved. */
guint
bench_hand_end (BenchHand *self)
{
  guint moves = 0;

  g_thread_join (self->thread);
  moves = self->moves;
  g_free (self);
  return moves;
}
