/* crash-driver FILE SEED: works at the desk until it is killed.
 *
 * It makes FILE if there is none.  A line "TRY step" stands before each operation, "ACK operation id client" or "REF" (it
 * was refused) after it; "ACK created" when there is a file. */
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

static SalonSession *
open_salon (const char *path)
{
  g_autoptr (GError) error = NULL;
  SalonSession *session = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !salon_session_create (path, &error))
    g_error ("create: %s", error->message);
  say ("ACK created\n");
  session = work_open (path, &error);
  if (session == NULL)
    g_error ("open: %s", error->message);
  return session;
}

static void
one_operation (SalonSession *session, WorkModel *model, GRand *rand)
{
  g_autofree char *uuid = salon_session_new_uuid ();
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  WorkStep step;
  SalonDone done = { 0 };

  work_model_plan (model, rand, uuid, &step);
  text = work_step_print (&step);
  say ("TRY %s\n", text);
  if (work_step_run (&step, session, &done, &error)) {
    say ("ACK %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", done.operation, done.id, step.client);
    work_model_apply (model, &step, &done);
  } else if (work_is_refusal (error)) {
    say ("REF\n");
  } else {
    g_error ("%s: %s", text, error->message);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (SalonSession) session = NULL;
  g_autoptr (WorkModel) model = NULL;
  g_autoptr (GRand) rand = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    return 2;
  rand = g_rand_new_with_seed ((guint32) g_ascii_strtoull (argv[2], NULL, 10));
  session = open_salon (argv[1]);
  model = work_model_load (session, &error);
  if (model == NULL)
    g_error ("load: %s", error->message);
  for (;;) {
    one_operation (session, model, rand);
    while (g_main_context_iteration (NULL, FALSE))
      ;
  }
}
