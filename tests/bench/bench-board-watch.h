#pragma once
/* How long the main loop is busy at a stretch, and what of it is the toolkit putting pixels into the window. */
#include "bench.h"

#include <gtk/gtk.h>

/* Processor time of the thread, one sample a turn of the loop; frames by the clock. */
typedef struct {
  BenchSamples *turns;  /* all of a turn */
  BenchSamples *ours;   /* of it without the painting */
  BenchSamples *paints; /* only of turns that painted: rendering nodes to pixels, and pixels to the server */
  BenchSamples *walls;  /* all of a turn by the clock */
} BenchBusy;

void bench_watch_begin (BenchBusy *busy);
void bench_watch_end (void);
void bench_busy_clear (BenchBusy *busy);

GtkWidget *bench_spy_new (GtkWidget *child);
void bench_spy_follow (GtkWidget *spy);
