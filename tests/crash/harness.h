#pragma once
/* Kills a program at random moments and asks what is left of its work. */
#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CrashWorkflow:
 * @argv: the program and its arguments; a number to be random by is added.  It works until it is killed, and writes
 *   to its standard output, a line at a time: what it is about to do, and "ACK …" when it is done for good
 * @prepare: called before each round; @fresh: begin with nothing
 * @check: called after each kill with all whole lines (element-type utf8) of the round; says what is wrong
 * @data: for both
 */
typedef struct {
  const char *const *argv;
  gboolean (*prepare) (gboolean fresh, gpointer data, GError **error);
  gboolean (*check) (GPtrArray *lines, gpointer data, GError **error);
  gpointer data;
} CrashWorkflow;

/**
 * CrashRun:
 * @seed: decides everything but the exact moments
 * @kills: how many in all
 * @done: how many are behind us
 * @acked: how much was acknowledged in them
 * @progress: (nullable): a file that keeps where we are, so that a long run can be broken off and resumed
 */
typedef struct {
  guint32 seed;
  guint kills;
  guint done;
  guint64 acked;
  const char *progress;
} CrashRun;

gboolean crash_run (const CrashWorkflow *workflow, CrashRun *run, GError **error);

G_END_DECLS
