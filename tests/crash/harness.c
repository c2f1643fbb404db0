/* The parent of a program that is killed again and again.
 *
 * A round starts the program, waits for a random number of acknowledgements, then for a random moment more, and
 * kills it with the signal that cannot be caught.  What it wrote until then is still in the pipe: an
 * acknowledgement in it was given, one that is missing was not.  Then the check looks at what is on the disk. */
#include "tests/crash/harness.h"
#include <errno.h>
#include <gio/gunixinputstream.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#define FRESH_EVERY    25    /* rounds on one and the same data */
#define MOST_ACKS      40    /* that are waited for */
#define MOST_MOMENT_US 4000  /* that pass after them */
#define MOST_START_US  60000 /* that pass when none is waited for: the kill falls into the start */
#define SILENCE_MS     60000 /* after which the program hangs */
#define SAVE_EVERY     20

typedef struct {
  GString *text;
  guint acks;
  gboolean ended;
} Output;

/* Reads what is there.  Returns: FALSE after a silence that is too long */
static gboolean
read_some (int fd, Output *output, int timeout_ms)
{
  struct pollfd pollfd = { fd, POLLIN, 0 };
  char buffer[4096];
  gsize from = output->text->len;
  ssize_t n = 0;

  if (poll (&pollfd, 1, timeout_ms) == 0)
    return FALSE;
  n = read (fd, buffer, sizeof buffer);
  if (n < 0 && errno == EINTR)
    return TRUE;
  if (n <= 0) {
    output->ended = TRUE;
    return TRUE;
  }
  g_string_append_len (output->text, buffer, n);
  for (gsize i = from; i < output->text->len; i++)
    if (output->text->str[i] == '\n') {
      const char *line = g_strrstr_len (output->text->str, (gssize) i, "\n");

      line = line != NULL ? line + 1 : output->text->str;
      output->acks += g_str_has_prefix (line, "ACK");
    }
  return TRUE;
}

static GPtrArray *
whole_lines (const Output *output)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  const char *at = output->text->str;
  const char *end = NULL;

  while ((end = strchr (at, '\n')) != NULL) {
    g_ptr_array_add (lines, g_strndup (at, (gsize) (end - at)));
    at = end + 1;
  }
  return lines;
}

static GSubprocess *
start (const CrashWorkflow *workflow, guint32 seed, GError **error)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *number = g_strdup_printf ("%u", seed);

  for (gsize i = 0; workflow->argv[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) workflow->argv[i]);
  g_ptr_array_add (argv, number);
  g_ptr_array_add (argv, NULL);
  return g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_STDOUT_PIPE, error);
}

/* Returns: FALSE if the program ended or hung before it could be killed */
static gboolean
let_it_work (int fd, Output *output, GRand *rand, GError **error)
{
  guint wanted = (guint) g_rand_int_range (rand, 0, MOST_ACKS);
  struct timespec moment = { 0, 0 };

  while (output->acks < wanted && !output->ended)
    if (!read_some (fd, output, SILENCE_MS)) {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "the program hangs after %u acknowledgements",
                   output->acks);
      return FALSE;
    }
  if (output->ended) {
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the program ended by itself after %u acknowledgements",
                 output->acks);
    return FALSE;
  }
  moment.tv_nsec = 1000L * g_rand_int_range (rand, 0, wanted == 0 ? MOST_START_US : MOST_MOMENT_US);
  (void) ppoll (NULL, 0, &moment, NULL);
  return TRUE;
}

static GPtrArray *
work_and_kill (const CrashWorkflow *workflow, CrashRun *run, GRand *rand, GError **error)
{
  g_autoptr (GSubprocess) process = start (workflow, g_rand_int (rand), error);
  Output output = { NULL, 0, FALSE };
  GPtrArray *lines = NULL;
  gboolean worked = FALSE;
  int fd = -1;

  if (process == NULL)
    return NULL;
  output.text = g_string_new (NULL);
  fd = g_unix_input_stream_get_fd (G_UNIX_INPUT_STREAM (g_subprocess_get_stdout_pipe (process)));
  worked = let_it_work (fd, &output, rand, error);
  g_subprocess_force_exit (process);
  while (!output.ended)
    if (!read_some (fd, &output, SILENCE_MS))
      break;
  (void) g_subprocess_wait (process, NULL, NULL);
  if (worked)
    lines = whole_lines (&output);
  run->acked += output.acks;
  g_string_free (output.text, TRUE);
  return lines;
}

static gboolean
one_round (const CrashWorkflow *workflow, CrashRun *run, gboolean fresh, GError **error)
{
  const guint32 seeds[] = { run->seed, run->done };
  g_autoptr (GRand) rand = g_rand_new_with_seed_array (seeds, G_N_ELEMENTS (seeds));
  g_autoptr (GPtrArray) lines = NULL;

  if (workflow->prepare != NULL && !workflow->prepare (fresh, workflow->data, error))
    return FALSE;
  lines = work_and_kill (workflow, run, rand, error);
  return lines != NULL && workflow->check (lines, workflow->data, error);
}

static void
load_progress (CrashRun *run)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (run->progress == NULL || !g_key_file_load_from_file (file, run->progress, G_KEY_FILE_NONE, NULL)
      || (guint) g_key_file_get_integer (file, "run", "kills", NULL) != run->kills
      || (guint) g_key_file_get_integer (file, "run", "done", NULL) >= run->kills)
    return;
  run->seed = (guint32) g_key_file_get_uint64 (file, "run", "seed", NULL);
  run->done = (guint) g_key_file_get_integer (file, "run", "done", NULL);
  run->acked = g_key_file_get_uint64 (file, "run", "acked", NULL);
}

static void
save_progress (const CrashRun *run)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (run->progress == NULL)
    return;
  g_key_file_set_uint64 (file, "run", "seed", run->seed);
  g_key_file_set_integer (file, "run", "kills", (int) run->kills);
  g_key_file_set_integer (file, "run", "done", (int) run->done);
  g_key_file_set_uint64 (file, "run", "acked", run->acked);
  g_key_file_save_to_file (file, run->progress, NULL);
}

/**
 * crash_run:
 * @run: how far we are is kept in it
 *
 * Prints where it is now and then.  A run that was broken off goes on after its last saved round, with fresh data.
 *
 * Returns: %FALSE with what was found; it names the seed and the round, which find it again if the moment is kind
 */
gboolean
crash_run (const CrashWorkflow *workflow, CrashRun *run, GError **error)
{
  gboolean fresh = TRUE;

  load_progress (run);
  while (run->done < run->kills) {
    if (!one_round (workflow, run, fresh, error)) {
      g_prefix_error (error, "seed %u, round %u: ", run->seed, run->done);
      return FALSE;
    }
    run->done++;
    fresh = run->done % FRESH_EVERY == 0;
    if (run->done % SAVE_EVERY == 0)
      save_progress (run);
    if (run->done % 100 == 0 || run->done == run->kills)
      g_print ("# seed %u: %u of %u kills, %" G_GUINT64_FORMAT " acknowledged, nothing lost\n", run->seed, run->done,
               run->kills, run->acked);
  }
  save_progress (run);
  return TRUE;
}
