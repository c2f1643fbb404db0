/* The power goes while a salon is made, worked in, backed up and restored: at any moment, in any of the states in
 * which the disk may be left, everything acknowledged is there and nothing is half done.
 *
 * SALON_TEST_FULL=1 tries 100,000 states instead of a sample. */
#include "model/services/backups.h"
#include "tests/support/power-disk.h"
#include "tests/support/workload.h"
#include <glib/gstdio.h>
#include <string.h>

#define N_STEPS 60

/* Marks: 0 = the salon was made; n = n operations were acknowledged; on top of that what else was. */
#define MARK_BACKUP   1000
#define MARK_RESTORED 2000

typedef struct {
  char *folder;
  char *path;
  GPtrArray *texts; /* of the salon after each operation */
  char *backup;
  guint backed_up; /* how many operations the backup holds */
  gint64 done;     /* MARK_BACKUP once there is one */
} Fixture;

typedef struct {
  int states;
  int bad;
  char *first; /* what was found first */
} Findings;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = work_make_folder ();
  fixture->path = g_build_filename (fixture->folder, "salon.db", NULL);
  fixture->texts = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  work_empty_folder (fixture->folder);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->backup);
  g_ptr_array_unref (fixture->texts);
}

static void
note (Fixture *fixture, WorkModel *model)
{
  g_ptr_array_add (fixture->texts, work_model_print (model));
  power_disk_mark (fixture->done + (gint64) fixture->texts->len - 1);
}

static void
work (Fixture *fixture, SalonSession *session, WorkModel *model, GRand *rand, int n_steps)
{
  for (int i = 0; i < n_steps; i++) {
    g_autofree char *uuid = salon_session_new_uuid ();
    g_autoptr (GError) error = NULL;
    WorkStep step;
    SalonDone done = { 0 };

    work_model_plan (model, rand, uuid, &step);
    if (work_step_run (&step, session, &done, &error)) {
      work_model_apply (model, &step, &done);
      note (fixture, model);
    } else {
      if (!work_is_refusal (error))
        g_error ("%s", error->message);
    }
  }
}

static SalonSession *
open_salon (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SalonSession *session = work_open (fixture->path, &error);

  g_assert_no_error (error);
  return session;
}

static void
close_salon (SalonSession *session)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (work_close (session, &error));
  g_assert_no_error (error);
}

/* Make a salon, work, close it, open it, work. */
static PowerRecord *
record_desk (Fixture *fixture)
{
  g_autoptr (WorkModel) model = work_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (GError) error = NULL;

  power_disk_install (fixture->folder);
  g_assert_true (salon_session_create (fixture->path, &error));
  note (fixture, model);
  for (int day = 0; day < 2; day++) {
    SalonSession *session = open_salon (fixture);

    work (fixture, session, model, rand, N_STEPS / 2);
    close_salon (session);
  }
  return power_disk_remove ();
}

/* Work, back up, work, close, restore the backup. */
static PowerRecord *
record_restore (Fixture *fixture)
{
  g_autoptr (WorkModel) model = work_model_new ();
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());
  g_autoptr (SalonClock) clock = salon_clock_new_at (20255, 600, "Europe/Riga");
  SalonBackupRequest *request = salon_backup_request_new (fixture->path, FALSE);
  g_autoptr (SalonBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  SalonSession *session = NULL;

  g_assert_true (salon_session_create (fixture->path, &error));
  power_disk_install (fixture->folder);
  note (fixture, model);
  session = open_salon (fixture);
  work (fixture, session, model, rand, N_STEPS / 3);
  fixture->backed_up = fixture->texts->len - 1;
  backup = salon_session_query_sync (session, &salon_query_backup, request, &error);
  g_assert_no_error (error);
  fixture->backup = g_path_get_basename (backup->path);
  fixture->done = MARK_BACKUP;
  power_disk_mark (MARK_BACKUP + fixture->backed_up);
  work (fixture, session, model, rand, N_STEPS / 3);
  close_salon (session);
  g_assert_true (salon_backup_restore (backup->path, fixture->path, clock, &kept, &error));
  g_assert_no_error (error);
  power_disk_mark (MARK_RESTORED);
  salon_backup_request_free (request);
  return power_disk_remove ();
}

static gboolean
holds (Fixture *fixture, SalonSession *session, gint64 from, gint64 to, GError **error)
{
  g_autoptr (WorkModel) found = work_model_load (session, error);
  g_autofree char *text = NULL;

  if (found == NULL)
    return FALSE;
  text = work_model_print (found);
  for (gint64 i = MAX (from, 0); i <= to && i < (gint64) fixture->texts->len; i++)
    if (g_str_equal (text, fixture->texts->pdata[i]))
      return TRUE;
  salon_set_error (error, SALON_ERROR_CORRUPT, "lost or half done: the salon is none of %d to %d:\n%s", (int) from,
                   (int) to, text);
  return FALSE;
}

/* @from, @to: how many operations the salon may hold */
static gboolean
salon_is_good (Fixture *fixture, gint64 from, gint64 to, GError **error)
{
  SalonSession *session = work_open (fixture->path, error);
  gboolean good = FALSE;

  if (session == NULL)
    return FALSE;
  good = holds (fixture, session, from, to, error) && work_check_health (session, error);
  return work_close (session, good ? error : NULL) && good;
}

static gboolean
judge_desk (Fixture *fixture, gint64 mark, GError **error)
{
  if (mark < 0 && !g_file_test (fixture->path, G_FILE_TEST_EXISTS))
    return TRUE;
  return salon_is_good (fixture, mark, mark + 1, error);
}

/* Once a backup was acknowledged it must be whole; after the restore the salon is the one of the backup, and while
   that was under way the one or the other. */
static gboolean
judge_restore (Fixture *fixture, gint64 mark, GError **error)
{
  gint64 operations = mark % MARK_BACKUP;
  gint64 last = (gint64) fixture->texts->len - 1;
  g_autofree char *backup = g_build_filename (fixture->folder, fixture->backup, NULL);
  SalonBackupInfo info;

  if (mark >= MARK_BACKUP && !salon_backup_verify (backup, &info, error))
    return FALSE;
  if (mark >= MARK_RESTORED)
    return salon_is_good (fixture, fixture->backed_up, fixture->backed_up, error);
  if (operations == last && !g_file_test (fixture->path, G_FILE_TEST_EXISTS)) {
    salon_set_error (error, SALON_ERROR_CORRUPT, "there is no salon any more");
    return FALSE;
  }
  if (operations == last && salon_is_good (fixture, fixture->backed_up, fixture->backed_up, NULL))
    return TRUE;
  return salon_is_good (fixture, operations, operations + 1, error);
}

static int
by_number (gconstpointer a, gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/* Half of them right after something was acknowledged: there a loss shows first. */
static GArray *
random_moments (GRand *rand, PowerRecord *record, int n)
{
  GArray *moments = g_array_new (FALSE, FALSE, sizeof (guint));

  for (int i = 0; i < n; i++) {
    guint moment = (guint) g_rand_int_range (rand, (int) power_record_start (record),
                                              (int) power_record_length (record) + 1);

    if (i % 2 == 0)
      moment = (guint) power_record_next_mark (record, moment);
    g_array_append_val (moments, moment);
  }
  g_array_sort (moments, by_number);
  return moments;
}

typedef gboolean (*Judge) (Fixture *fixture, gint64 mark, GError **error);

static Findings
lose_power (Fixture *fixture, PowerRecord *record, Judge judge, int states, gboolean distrust_log)
{
  g_autoptr (PowerReplay) replay = power_replay_new (record);
  guint32 seed = (guint32) g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GArray) moments = random_moments (rand, record, states);
  Findings findings = { states, 0, NULL };

  if (distrust_log)
    power_replay_distrust_log (replay);
  for (guint i = 0; i < moments->len; i++) {
    guint moment = g_array_index (moments, guint, i);
    gint64 mark = power_replay_advance (replay, moment);
    g_autoptr (GError) error = NULL;

    work_empty_folder (fixture->folder);
    power_replay_crash (replay, rand, fixture->folder);
    if (judge (fixture, mark, &error))
      continue;
    findings.bad++;
    if (findings.first == NULL)
      findings.first = g_strdup_printf ("seed %u, step %u, mark %d: %s", seed, moment, (int) mark, error->message);
  }
  return findings;
}

static int
n_states (int sample, int full)
{
  return g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? full : sample;
}

static void
assert_nothing (Findings *findings)
{
  if (findings->bad > 0)
    g_error ("%d of %d states: %s", findings->bad, findings->states, findings->first);
}

static void
test_desk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PowerRecord) record = record_desk (fixture);
  Findings findings = lose_power (fixture, record, judge_desk, n_states (250, 100000), FALSE);

  assert_nothing (&findings);
}

static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PowerRecord) record = record_restore (fixture);
  Findings findings = lose_power (fixture, record, judge_restore, n_states (250, 100000), FALSE);

  assert_nothing (&findings);
}

/* The same disks find losses where the log is not synced. */
static void
test_can_fail (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PowerRecord) record = record_desk (fixture);
  Findings findings = lose_power (fixture, record, judge_desk, 100, TRUE);

  g_test_message ("%d of %d states: %s", findings.bad, findings.states, findings.first);
  g_assert_cmpint (findings.bad, >, findings.states / 20);
  g_free (findings.first);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/power/desk", test_desk);
  ADD ("/power/restore", test_restore);
  ADD ("/power/can-fail", test_can_fail);
  return g_test_run ();
}
