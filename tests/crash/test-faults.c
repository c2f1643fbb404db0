/* The disk refuses an operation, is full, or is gone for a while: whatever was under way is complete or left no trace,
 * the refusal is a sentence, and the next action works.  Every operation on a file is refused once, in a sample; all
 * of them with SALON_TEST_FULL=1. */
#include "tests/support/fault-vfs.h"
#include "tests/support/workload.h"
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define N_STEPS 12

typedef struct {
  char *folder;
  char *path;
  guint32 seed;
} Fixture;

/* What can befall a disk. */
static const struct {
  const char *name;
  Fault fault;
} troubles[] = {
  { "a write fails", { WATCH_WRITE | WATCH_TRUNCATE, 0, 0, FALSE, FALSE } },
  { "a sync fails", { WATCH_SYNC, 0, 0, FALSE, FALSE } },
  { "a read fails", { WATCH_READ, 0, 0, FALSE, FALSE } },
  { "a file cannot be opened or removed", { WATCH_OPEN | WATCH_DELETE | WATCH_SHM, 0, 0, FALSE, FALSE } },
  { "the disk is full", { WATCH_WRITE, 0, SQLITE_FULL, TRUE, TRUE } },
  { "the disk is gone", { WATCH_ALL, 0, 0, TRUE, FALSE } },
};

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = work_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "salon.db", NULL);
  fixture->seed = (guint32) g_test_rand_int ();
  fault_vfs_install ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  fault_vfs_remove ();
  work_empty_folder (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* A failure of the disk is told as one: not as a fault of the program, and not without words. */
static void
assert_told (const GError *error, const char *what)
{
  static const SalonErrorCode codes[] = { SALON_ERROR_IO,      SALON_ERROR_FULL,    SALON_ERROR_BUSY,
                                          SALON_ERROR_CORRUPT, SALON_ERROR_FOREIGN, SALON_ERROR_READ_ONLY };
  gboolean known = FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    known = known || g_error_matches (error, SALON_ERROR, (int) codes[i]);
  if (!known || *error->message == '\0')
    g_error ("%s: %s (%s, %d)", what, error->message, g_quark_to_string (error->domain), error->code);
}

static void
assert_good (gboolean good, const GError *error, const char *what)
{
  if (!good)
    g_error ("%s: %s", what, error->message);
}

/* Does the step; if the disk fails, again when the disk is well: it must be done once. */
static void
do_step (SalonSession *session, WorkModel *model, GRand *rand, const char *what)
{
  g_autofree char *uuid = salon_session_new_uuid ();
  g_autoptr (GError) error = NULL;
  WorkStep step;
  SalonDone done = { 0 };
  gboolean good = FALSE;

  work_model_plan (model, rand, uuid, &step);
  good = work_step_run (&step, session, &done, &error);
  if (!good && !work_is_refusal (error)) {
    g_assert_true (fault_vfs_fired ());
    assert_told (error, what);
    fault_vfs_disarm ();
    g_clear_error (&error);
    good = work_step_run (&step, session, &done, &error);
  }
  if (good)
    work_model_apply (model, &step, &done);
  else
    assert_good (work_is_refusal (error), error, what);
}

static void
assert_salon (SalonSession *session, WorkModel *model, const char *what)
{
  g_autoptr (GError) error = NULL;

  assert_good (work_model_compare (model, session, what, &error), error, what);
  assert_good (work_check_health (session, &error), error, what);
}

static SalonSession *
open_well (Fixture *fixture, const char *what)
{
  g_autoptr (GError) error = NULL;
  SalonSession *session = work_open (fixture->path, &error);

  assert_good (session != NULL, error, what);
  return session;
}

/* Returns: how many operations the disk was asked for */
static gint64
work_with (Fixture *fixture, const Fault *fault, const char *what)
{
  g_autoptr (WorkModel) model = work_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (fixture->seed);
  g_autoptr (GError) error = NULL;
  SalonSession *session = NULL;
  gint64 count = 0;

  work_empty_folder (fixture->folder);
  assert_good (salon_session_create (fixture->path, &error), error, what);
  session = open_well (fixture, what);
  do_step (session, model, rand, what);
  fault_vfs_arm (fault);
  for (int i = 0; i < N_STEPS; i++)
    do_step (session, model, rand, what);
  count = fault_vfs_disarm ();
  assert_salon (session, model, what);
  assert_good (work_close (session, &error), error, what);
  session = open_well (fixture, what);
  assert_salon (session, model, what);
  assert_good (work_close (session, &error), error, what);
  return count;
}

/* Making, opening and closing fail, too; afterwards there is a good salon or none. */
static gint64
make_with (Fixture *fixture, const Fault *fault, const char *what)
{
  g_autoptr (WorkModel) model = work_model_new ();
  g_autoptr (GError) error = NULL;
  SalonSession *session = NULL;
  gint64 count = 0;
  gboolean made = FALSE;

  work_empty_folder (fixture->folder);
  fault_vfs_arm (fault);
  made = salon_session_create (fixture->path, &error);
  session = made ? work_open (fixture->path, &error) : NULL;
  if (session != NULL)
    (void) work_close (session, &error);
  count = fault_vfs_disarm ();
  if (error != NULL)
    assert_told (error, what);
  g_clear_error (&error);
  if (!g_file_test (fixture->path, G_FILE_TEST_EXISTS)) {
    g_assert_false (made);
    assert_good (salon_session_create (fixture->path, &error), error, what);
  }
  session = open_well (fixture, what);
  assert_salon (session, model, what);
  assert_good (work_close (session, &error), error, what);
  return count;
}

static void
try_all (Fixture *fixture, gint64 (*workflow) (Fixture *, const Fault *, const char *), int n_of_each)
{
  gboolean full = g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0;

  for (gsize i = 0; i < G_N_ELEMENTS (troubles); i++) {
    Fault fault = troubles[i].fault;
    gint64 count = workflow (fixture, &fault, "counting");
    gint64 step = full ? 1 : MAX (1, count / n_of_each);

    /* Opening and removing may not happen at all while a salon is open. */
    g_assert_true (count > 0 || fault.kinds == (WATCH_OPEN | WATCH_DELETE | WATCH_SHM));
    for (fault.k = 1 + g_test_rand_int_range (0, (int) step); fault.k <= count; fault.k += step) {
      g_autofree char *what = g_strdup_printf ("seed %u, %s, %d of %d", fixture->seed, troubles[i].name, (int) fault.k,
                                               (int) count);

      workflow (fixture, &fault, what);
    }
    g_test_message ("%s: %d operations", troubles[i].name, (int) count);
  }
}

static void
test_work (Fixture *fixture, gconstpointer data)
{
  try_all (fixture, work_with, 10);
}

static void
test_make (Fixture *fixture, gconstpointer data)
{
  try_all (fixture, make_with, 10);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/faults/work", test_work);
  ADD ("/faults/make", test_make);
  return g_test_run ();
}
