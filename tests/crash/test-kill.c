/* kill -9 of a program that works at the desk.  After each kill the salon is opened again: every acknowledged
 * operation is there, the one that was under way is there as a whole or not at all, trying it again does it exactly
 * once, and the salon finds nothing wrong with itself.
 *
 * 200 kills; SALON_TEST_FULL=1 or an argument of "--kills=N" does 10,000 or N.  Long runs keep where they are in the
 * build folder and go on from there. */
#include "tests/crash/harness.h"
#include "tests/support/workload.h"
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *folder;
  char *path;
  WorkModel *model; /* what the file must hold */
  int n_created;
  int n_repeated;
  int n_done_again;
} Desk;

static guint n_kills = 200;

static gboolean
prepare (gboolean fresh, gpointer data, GError **error)
{
  Desk *desk = data;

  if (!fresh)
    return TRUE;
  work_empty_folder (desk->folder);
  g_clear_pointer (&desk->model, work_model_free);
  desk->model = work_model_new ();
  return TRUE;
}

/* Applies what was acknowledged to the model.
 * Returns: whether @last, the operation under way, was left without an answer */
static gboolean
follow (Desk *desk, GPtrArray *lines, WorkStep *last)
{
  gboolean open = FALSE;

  for (guint i = 0; i < lines->len; i++) {
    const char *line = lines->pdata[i];
    SalonDone done = { 0 };

    if (g_str_has_prefix (line, "TRY ")) {
      g_assert_true (work_step_parse (line + 4, last));
      open = TRUE;
    } else if (g_str_has_prefix (line, "REF")) {
      open = FALSE;
    } else if (open) {
      g_auto (GStrv) words = g_strsplit (line, " ", 4);

      done.operation = g_ascii_strtoll (words[1], NULL, 10);
      done.id = g_ascii_strtoll (words[2], NULL, 10);
      last->client = g_ascii_strtoll (words[3], NULL, 10);
      work_model_apply (desk->model, last, &done);
      open = FALSE;
    }
  }
  return open;
}

/* The user, who got no answer, tries again: the same operation. */
static gboolean
try_again (Desk *desk, SalonSession *session, WorkStep *step, GError **error)
{
  g_autoptr (GError) refusal = NULL;
  SalonDone done = { 0 };

  if (!work_step_run (step, session, &done, &refusal)) {
    if (work_is_refusal (refusal))
      return work_model_compare (desk->model, session, "after a refusal", error);
    g_propagate_error (error, g_steal_pointer (&refusal));
    return FALSE;
  }
  desk->n_repeated += done.repeated;
  desk->n_done_again += !done.repeated;
  work_model_apply (desk->model, step, &done);
  return work_model_compare (desk->model, session, done.repeated ? "after a repeat" : "after another try", error);
}

/* Without its own answer the operation is there as a whole or not at all: the text of the salon before the second try
   is the one with it or the one without. */
static gboolean
inspect (Desk *desk, SalonSession *session, WorkStep *open_step, GError **error)
{
  g_autoptr (WorkModel) found = work_model_load (session, error);
  g_autofree char *before = NULL;
  g_autofree char *found_text = NULL;
  g_autofree char *after = NULL;

  if (open_step == NULL)
    return found != NULL && work_model_compare (desk->model, session, "after the kill", error);
  if (found == NULL)
    return FALSE;
  before = work_model_print (desk->model);
  found_text = work_model_print (found);
  if (!try_again (desk, session, open_step, error))
    return FALSE;
  after = work_model_print (desk->model);
  if (g_str_equal (found_text, before) || g_str_equal (found_text, after))
    return TRUE;
  salon_set_error (error, SALON_ERROR_CORRUPT, "half done: the salon was\n%s\nbetween\n%s\nand\n%s", found_text, before,
                   after);
  return FALSE;
}

static gboolean
inspect_file (Desk *desk, WorkStep *open_step, GError **error)
{
  SalonSession *session = work_open (desk->path, error);
  gboolean good = FALSE;

  if (session == NULL)
    return FALSE;
  good = inspect (desk, session, open_step, error) && work_check_health (session, error);
  return work_close (session, good ? error : NULL) && good;
}

static gboolean
check (GPtrArray *lines, gpointer data, GError **error)
{
  Desk *desk = data;
  gboolean created = lines->len > 0;
  WorkStep step;
  gboolean open = follow (desk, lines, &step);

  desk->n_created += created;
  if (!g_file_test (desk->path, G_FILE_TEST_EXISTS)) {
    if (created)
      salon_set_error (error, SALON_ERROR_CORRUPT, "the file is gone");
    return !created;
  }
  return inspect_file (desk, open ? &step : NULL, error);
}

/* Where there is one, the program that was built for speed: its moments are those of the real one. */
static char *
driver_path (void)
{
  const char *given = g_getenv ("SALON_CRASH_DRIVER");

  return given != NULL ? g_strdup (given)
                       : g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "crash", "crash-driver", NULL);
}

static void
test_kill (void)
{
  g_autofree char *driver = driver_path ();
  g_autofree char *progress = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "crash", "kill-progress", NULL);
  Desk desk = { work_make_folder (), NULL, NULL, 0, 0, 0 };
  const char *argv[] = { driver, NULL, NULL };
  CrashWorkflow workflow = { argv, prepare, check, &desk };
  CrashRun run = { (guint32) g_test_rand_int (), n_kills, 0, 0, n_kills > 1000 ? progress : NULL };
  g_autoptr (GError) error = NULL;

  desk.path = g_build_filename (desk.folder, "salon.db", NULL);
  argv[1] = desk.path;
  if (!crash_run (&workflow, &run, &error))
    g_error ("%s\n(the file is %s)", error->message, desk.path);
  g_test_message ("%d found done and %d not done when tried again", desk.n_repeated, desk.n_done_again);
  g_assert_cmpuint (run.acked, >, run.kills);
  g_clear_pointer (&desk.model, work_model_free);
  work_empty_folder (desk.folder);
  g_assert_cmpint (g_rmdir (desk.folder), ==, 0);
  g_free (desk.folder);
  g_free (desk.path);
}

int
main (int argc, char **argv)
{
  if (g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0)
    n_kills = 10000;
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && g_str_has_prefix (argv[1], "--kills="))
    n_kills = (guint) atoi (argv[1] + strlen ("--kills="));
  g_test_add_func ("/kill/at-the-desk", test_kill);
  return g_test_run ();
}
