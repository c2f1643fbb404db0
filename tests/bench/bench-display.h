#pragma once
/* What a person would see: the screen is watched while a program paints on it. */
#include <glib.h>

typedef struct _BenchDisplay BenchDisplay;

/**
 * BenchPainted: times from the beginning of the watch, in microseconds
 */
typedef struct {
  double first; /* something of the window was there */
  double whole; /* the screen looked as it does now that it stands still */
  double cpu;   /* processor time that the program had taken by then, of all its threads */
  double part;  /* of the screen that changed, 0 to 1 */
} BenchPainted;

BenchDisplay *bench_display_open (void);
void bench_display_close (BenchDisplay *self);
void bench_display_begin (BenchDisplay *self);
void bench_display_follow (BenchDisplay *self, GPid pid);
BenchPainted bench_display_settle (BenchDisplay *self, int quiet_ms);
void bench_display_key (BenchDisplay *self, const char *name);
void bench_display_close_window (BenchDisplay *self);
