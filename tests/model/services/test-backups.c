/* Backups: names and their order, the seven that are kept, that one which is cancelled leaves nothing, and that a damaged
 * one takes nobody's place. */
#include "support/salon-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "model/entities/client.h"
#include "model/services/backups.h"
#include "model/store/backup.h"
#include "model/store/repo.h"

#define N_KEPT 7

typedef SalonFixture World;

static SalonBackup *
make (World *world)
{
  SalonBackupRequest *request = salon_backup_request_new (world->path, FALSE);
  g_autoptr (GError) error = NULL;
  SalonBackup *backup = salon_session_query_sync (world->session, &salon_query_backup, request, &error);

  g_assert_no_error (error);
  g_assert_nonnull (backup);
  salon_backup_request_free (request);
  return backup;
}

static GPtrArray *
list (World *world)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *backups = salon_backup_list (world->path, &error);

  g_assert_no_error (error);
  return backups;
}

static guint
n_files (World *world)
{
  g_autofree char *folder = salon_backup_folder (world->path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static const char *
path_at (GPtrArray *backups, guint index)
{
  return ((SalonBackup *) backups->pdata[index])->path;
}

/* The clock stands: all are of one second, more than nine, and the seven newest are kept in their order. */
static void
test_one_second (void)
{
  g_autoptr (SalonFixture) world = salon_fixture_new ();
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) backups = NULL;

  for (int i = 0; i < 12; i++) {
    g_autoptr (SalonBackup) backup = make (world);

    g_assert_false (g_ptr_array_find_with_equal_func (made, backup->path, g_str_equal, NULL));
    g_ptr_array_add (made, g_strdup (backup->path));
  }
  backups = list (world);
  g_assert_cmpuint (backups->len, ==, N_KEPT);
  for (guint i = 0; i < N_KEPT; i++) {
    const SalonBackup *backup = backups->pdata[i];

    g_assert_cmpstr (backup->path, ==, made->pdata[11 - i]);
    g_assert_null (backup->problem);
  }
}

static void
put_copy (World *world, const char *name)
{
  g_autoptr (SalonBackup) backup = make (world);
  g_autofree char *folder = g_path_get_dirname (backup->path);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_rename (backup->path, path), ==, 0);
}

/* What is there already keeps its place among the new ones; what has another name is none. */
static void
test_names (void)
{
  static const char *const names[] = { "salon 20250610-101112.db", "salon 20250611-101112-2.db", "salon 20250611-101112.db",
                                       "salon 20250611-101112-10.db", "salon 20250609-235959.db" };
  static const int order[] = { 3, 1, 2, 0, 4 };
  static const char *const others[] = { "salon 20250611-101112-x.db", "salon 20250611-101112.db-wal", "notes.db",
                                        "salon 20251399-101112.db" };
  g_autoptr (SalonFixture) world = salon_fixture_new ();
  g_autofree char *folder = salon_backup_folder (world->path);
  g_autoptr (GPtrArray) backups = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put_copy (world, names[i]);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *path = g_build_filename (folder, others[i], NULL);

    g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  }
  backups = list (world);
  g_assert_cmpuint (backups->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < backups->len; i++)
    g_assert_true (g_str_has_suffix (path_at (backups, i), names[order[i]]));
}

/* ---- cancelling */

typedef struct {
  GCancellable *cancellable;
  gboolean done;
  GError *error;
  SalonBackup *backup;
} Answer;

static void
on_backup (GObject *source, GAsyncResult *result, gpointer data)
{
  Answer *answer = data;

  answer->backup = salon_session_query_finish (SALON_SESSION (source), result, &answer->error);
  answer->done = TRUE;
}

static void
wait_for (Answer *answer)
{
  while (!answer->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
start (World *world, Answer *answer)
{
  *answer = (Answer){ g_cancellable_new (), FALSE, NULL, NULL };
  salon_session_query (world->session, &salon_query_backup, SALON_LANE_BACKGROUND, salon_backup_request_new (world->path, TRUE),
                       answer->cancellable, on_backup, answer);
}

static void
answer_clear (Answer *answer)
{
  g_clear_object (&answer->cancellable);
  g_clear_error (&answer->error);
  g_clear_pointer (&answer->backup, salon_backup_free);
}

static gboolean
add_many (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autofree char *note = g_strnfill (3000, 'n');

  for (int i = 0; i < 3000; i++) {
    g_autoptr (SalonClient) client = salon_client_new ();

    client->first_name = g_strdup ("Irina");
    client->note = g_strdup (note);
    if (!salon_repo_insert (tx, client, error))
      return FALSE;
  }
  return TRUE;
}

/* How far the copy has come is seen in its folder: each try is cancelled a little further on, the last one not. */
static gboolean
cancel_at (World *world, goffset size)
{
  g_autofree char *folder = salon_backup_folder (world->path);
  Answer answer;
  gboolean cancelled = FALSE;

  start (world, &answer);
  while (!answer.done && !cancelled) {
    g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
    const char *name = dir != NULL ? g_dir_read_name (dir) : NULL;
    g_autofree char *path = name != NULL ? g_build_filename (folder, name, NULL) : NULL;
    GStatBuf st;

    if (path != NULL && g_str_has_suffix (path, SALON_BACKUP_DRAFT) && g_stat (path, &st) == 0 && st.st_size >= size) {
      g_cancellable_cancel (answer.cancellable);
      cancelled = TRUE;
    }
    g_main_context_iteration (NULL, FALSE);
  }
  wait_for (&answer);
  g_assert_true (answer.backup != NULL || g_error_matches (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED));
  cancelled = answer.backup == NULL;
  g_assert_cmpuint (n_files (world), ==, cancelled ? 0 : 1);
  if (!cancelled)
    g_unlink (answer.backup->path);
  answer_clear (&answer);
  return cancelled;
}

static void
test_cancelled (void)
{
  g_autoptr (SalonFixture) world = salon_fixture_new ();
  int n_cancelled = 0;

  salon_fixture_write (world, add_many, NULL);
  for (goffset size = 0; size < 24 << 20; size += 4 << 20)
    n_cancelled += cancel_at (world, size);
  g_assert_cmpint (n_cancelled, >, 0);
}

/* What a killed program left goes with the next backup. */
static void
test_left_behind (void)
{
  g_autoptr (SalonFixture) world = salon_fixture_new ();
  g_autofree char *folder = salon_backup_folder (world->path);
  g_autofree char *draft = g_build_filename (folder, "salon 20250610-101112.db" SALON_BACKUP_DRAFT, NULL);
  g_autofree char *journal = g_strconcat (draft, "-journal", NULL);
  g_autoptr (SalonBackup) backup = NULL;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (draft, "x", 1, NULL));
  g_assert_true (g_file_set_contents (journal, "x", 1, NULL));
  backup = make (world);
  g_assert_cmpuint (n_files (world), ==, 1);
  g_assert_cmpint (backup->info.n_clients, ==, 0);
}

static void
read_file (const char *path, GString *bytes)
{
  g_autofree char *contents = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &contents, &size, NULL));
  g_string_truncate (bytes, 0);
  g_string_append_len (bytes, contents, (gssize) size);
}

/* A page in the middle is gone: nobody sees it who only counts clients and visits. */
static void
test_damaged (void)
{
  g_autoptr (SalonFixture) world = salon_fixture_new ();
  g_autofree char *present = g_strconcat (world->path, ".present", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GString) good = g_string_new (NULL);
  g_autoptr (GString) after = g_string_new (NULL);
  g_autoptr (SalonBackup) backup = NULL;
  g_autoptr (GError) error = NULL;
  gsize middle = 0;

  salon_fixture_write (world, add_many, NULL);
  backup = make (world);
  read_file (backup->path, good);
  g_assert_true (g_file_set_contents (present, good->str, (gssize) good->len, NULL));
  middle = good->len / 2 / 4096 * 4096;
  memset (good->str + middle, 0, 4096);
  g_assert_true (g_file_set_contents (backup->path, good->str, (gssize) good->len, NULL));

  g_assert_false (salon_backup_restore (backup->path, present, world->clock, &kept, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CORRUPT);
  g_assert_null (kept);
  read_file (present, after);
  memset (after->str + middle, 0, 4096);
  g_assert_true (g_string_equal (good, after));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/backups/one-second", test_one_second);
  g_test_add_func ("/backups/names", test_names);
  g_test_add_func ("/backups/cancelled", test_cancelled);
  g_test_add_func ("/backups/left-behind", test_left_behind);
  g_test_add_func ("/backups/damaged", test_damaged);
  return g_test_run ();
}
