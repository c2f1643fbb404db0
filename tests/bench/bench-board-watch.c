/* The loop's own poll function tells when it begins to work and when it sleeps again; what lies between is one blocking.  The
 * processor time of the thread is counted, since others use this machine, too.
 *
 * What of it is painting: a widget that holds all that the window shows tells when the last node is made; from there to
 * the end of the frame GTK renders nodes with cairo, and hands the picture to the server.  Where there is no graphics card that is
 * most of a frame in which everything moves, whatever it shows. */
#include "bench-board-watch.h"

#include <time.h>

/* Read and written by the poll function, which has no room for data of its own. */
typedef struct {
  BenchBusy *into; /* NULL = nothing is counted now */
  gint64 since;
  gint64 since_wall;
  gint64 rendered_from; /* 0 = nothing was drawn in this frame */
  gint64 painting;      /* in this turn */
} Watch;

static Watch watch;

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

static void
count_turn (void)
{
  gint64 turn = thread_cpu_us () - watch.since;

  add (watch.into->walls, g_get_monotonic_time () - watch.since_wall);
  add (watch.into->turns, turn);
  add (watch.into->ours, turn - watch.painting);
  if (watch.painting > 0)
    add (watch.into->paints, watch.painting);
}

static int
on_poll (GPollFD *descriptors, guint n, int timeout)
{
  int found = 0;

  if (watch.into != NULL && watch.since != 0)
    count_turn ();
  found = g_poll (descriptors, n, timeout);
  watch.since_wall = g_get_monotonic_time ();
  watch.since = thread_cpu_us ();
  watch.painting = 0;
  return found;
}

void
bench_watch_begin (BenchBusy *busy)
{
  *busy = (BenchBusy){ bench_samples_new (), bench_samples_new (), bench_samples_new (), bench_samples_new () };
  g_main_context_set_poll_func (NULL, on_poll);
  watch = (Watch){ .into = busy };
}

void
bench_watch_end (void)
{
  watch.into = NULL;
}

void
bench_busy_clear (BenchBusy *busy)
{
  g_array_unref (busy->turns);
  g_array_unref (busy->ours);
  g_array_unref (busy->paints);
  g_array_unref (busy->walls);
}

/* ---- the widget */

#define BENCH_TYPE_SPY (bench_spy_get_type ())
G_DECLARE_FINAL_TYPE (BenchSpy, bench_spy, BENCH, SPY, GtkWidget)

struct _BenchSpy {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (BenchSpy, bench_spy, GTK_TYPE_WIDGET)

static void
bench_spy_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (bench_spy_parent_class)->snapshot (widget, snapshot);
  watch.rendered_from = thread_cpu_us ();
}

static void
bench_spy_dispose (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);
  G_OBJECT_CLASS (bench_spy_parent_class)->dispose (object);
}

static void
bench_spy_class_init (BenchSpyClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = bench_spy_dispose;
  GTK_WIDGET_CLASS (klass)->snapshot = bench_spy_snapshot;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
bench_spy_init (BenchSpy *self)
{
}

GtkWidget *
bench_spy_new (GtkWidget *child)
{
  GtkWidget *self = g_object_new (BENCH_TYPE_SPY, NULL);

  gtk_widget_set_parent (child, self);
  return self;
}

static void
on_painted (GdkFrameClock *clock, gpointer data)
{
  if (watch.rendered_from != 0)
    watch.painting += thread_cpu_us () - watch.rendered_from;
  watch.rendered_from = 0;
}

/* To be called when it is realized. */
void
bench_spy_follow (GtkWidget *spy)
{
  g_signal_connect (gtk_widget_get_frame_clock (spy), "after-paint", G_CALLBACK (on_painted), NULL);
}
