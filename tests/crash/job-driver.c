/* job-driver FILE SEED: gives everybody a new tag, takes every other one back, until it is killed.
 *
 * Lines: "TAG" and "UNDO" before a job, "ACK n" after a chunk that had come to n, "ACK done" when the job is done. */
#include "model/services/undo.h"
#include "tests/crash/job-work.h"
#include "tests/support/workload.h"

#include <string.h>
#include <unistd.h>

static void G_GNUC_PRINTF (1, 2)
say (const char *format, ...)
{
  g_autofree char *line = NULL;
  va_list args;
  gsize length = 0;

  va_start (args, format);
  line = g_strdup_vprintf (format, args);
  va_end (args);
  length = strlen (line);
  if (write (STDOUT_FILENO, line, length) != (gssize) length)
    _exit (1);
}

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  say ("ACK %" G_GINT64_FORMAT "\n", done);
}

static gint64
run (SalonSession *session, const char *what, SalonJobRun *job)
{
  g_autoptr (GError) error = NULL;
  SalonJobResult result = { 0 };

  say ("%s\n", what);
  if (job == NULL || !salon_job_run_sync (session, job, NULL, NULL, on_progress, NULL, &result, &error))
    g_error ("%s: %s", what, error != NULL ? error->message : "no job");
  say ("ACK done\n");
  return result.done.operation;
}

int
main (int argc, char **argv)
{
  g_autoptr (SalonSession) session = NULL;
  g_autoptr (GRand) rand = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    return 2;
  rand = g_rand_new_with_seed ((guint32) g_ascii_strtoull (argv[2], NULL, 10));
  session = work_open (argv[1], &error);
  if (session == NULL)
    g_error ("open: %s", error->message);
  for (;;) {
    g_autofree char *name = salon_session_new_uuid ();
    gint64 operation = run (session, "TAG", job_work_tag (session, name, NULL));

    if (g_rand_boolean (rand))
      run (session, "UNDO", salon_job_run_new (&salon_job_undo, salon_id_request_new (operation)));
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
}
