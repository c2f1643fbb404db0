/* Opening: what is no sound salon of this version is refused with a sentence, and not a byte of it is changed. */
#include "support/store-fixture.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#include "model/entities/room.h"
#include "model/store/connection.h"
#include "model/store/migrate.h"
#include "model/store/repo.h"

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* What lies in a folder: names with digests, in order. */
static char *
look_at (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_autofree char *content = NULL;
    g_autofree char *digest = NULL;
    gsize size = 0;

    if (!g_file_get_contents (path, &content, &size, NULL))
      content = g_strdup ("");
    digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *) content, size);
    g_ptr_array_add (lines, g_strconcat (name, " ", digest, NULL));
  }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* A reader is opened beside a writer, who has looked before. */
static void
refuse (const char *folder, const char *path, int code)
{
  static const SalonDbRole roles[] = { SALON_DB_WRITER, SALON_DB_COPY };
  g_autofree char *before = look_at (folder);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *after = NULL;

    g_assert_null (salon_db_open (path, roles[i], &error));
    g_assert_error (error, SALON_ERROR, code);
    g_assert_true (g_str_has_suffix (error->message, "."));
    after = look_at (folder);
    g_assert_cmpstr (after, ==, before);
  }
}

static void
test_opens_and_closes (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autofree char *wal = store_fixture_path (store, "salon.db-wal");
  g_autofree char *draft = store_fixture_path (store, "salon.db.new");

  g_assert_cmpstr (salon_db_path (store->db), ==, store->path);
  store_fixture_close (store);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (draft, G_FILE_TEST_EXISTS));
  store_fixture_open (store);
  g_assert_cmpint (store_fixture_int (store, "PRAGMA user_version"), ==, salon_migrate_head_version ());
  g_assert_cmpint (store_fixture_int (store, "PRAGMA application_id"), ==, 0x53414c4e);
}

static void
test_create_keeps_what_is_there (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autofree char *text = store_fixture_path (store, "text");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *nowhere = store_fixture_path (store, "no/such/salon.db");
  g_autoptr (GError) error = NULL;

  store_fixture_close (store);
  g_file_set_contents (text, "mine", -1, NULL);
  before = look_at (store->folder);
  g_assert_false (salon_db_create (store->path, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (salon_db_create (text, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_false (salon_db_create (nowhere, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_IO);
  after = look_at (store->folder);
  g_assert_cmpstr (after, ==, before);
}

static void
test_missing (void)
{
  g_autofree char *folder = store_make_folder ();
  g_autofree char *path = g_build_filename (folder, "salon.db", NULL);

  refuse (folder, path, SALON_ERROR_NOT_FOUND);
  store_remove_folder (folder);
}

static void
test_no_database (void)
{
  static const struct {
    const char *content;
    gssize size;
    int code;
  } files[] = {
    { "", 0, SALON_ERROR_CORRUPT }, /* SQLite would take it for a new database */
    { "x", 1, SALON_ERROR_FOREIGN },
    { "Dear salon, these are my clients: Anna, Irina, Olga and a lot of other people whom I do not remember just now.\n", -1,
      SALON_ERROR_FOREIGN },
    { "SQLite format 3", 16, SALON_ERROR_FOREIGN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *folder = store_make_folder ();
    g_autofree char *path = g_build_filename (folder, "salon.db", NULL);

    g_file_set_contents (path, files[i].content, files[i].size, NULL);
    refuse (folder, path, files[i].code);
    store_remove_folder (folder);
  }
}

static void
test_foreign_sqlite (void)
{
  g_autofree char *folder = store_make_folder ();
  g_autofree char *path = g_build_filename (folder, "salon.db", NULL);
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "CREATE TABLE bookmarks (url TEXT)", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
  refuse (folder, path, SALON_ERROR_FOREIGN);
  store_remove_folder (folder);
}

static void
test_newer (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();

  store_fixture_close (store);
  store_fixture_exec (store, "PRAGMA user_version = 999");
  refuse (store->folder, store->path, SALON_ERROR_NEWER);
}

/* A newer salon that was broken off: its write-ahead log stays beside it for the program that can read it. */
static void
test_newer_with_log (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autofree char *wal = store_fixture_path (store, "salon.db-wal");
  g_autofree char *content = NULL;
  gsize size = 0;

  store_fixture_close (store);
  store_fixture_exec (store, "CREATE TABLE later (x)");
  store_fixture_exec (store, "PRAGMA user_version = 999");
  g_assert_true (g_file_get_contents (store->path, &content, &size, NULL));
  g_assert_true (g_file_set_contents (wal, content, 4096, NULL));
  refuse (store->folder, store->path, SALON_ERROR_NEWER);
}

static void
test_names (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autofree char *folder = store_make_folder ();
  g_autofree char *second = g_build_filename (folder, "second.db", NULL);
  g_autofree char *symlink_path = g_build_filename (folder, "symlink.db", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo.db", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_close (store);
  g_assert_cmpint (symlink (store->path, symlink_path), ==, 0);
  g_assert_null (salon_db_open (symlink_path, SALON_DB_WRITER, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (link (store->path, second), ==, 0);
  refuse (folder, second, SALON_ERROR_FOREIGN);
  refuse (store->folder, store->path, SALON_ERROR_FOREIGN);
  refuse (folder, folder, SALON_ERROR_FOREIGN);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_clear_error (&error);
  g_assert_null (salon_db_open (fifo, SALON_DB_WRITER, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_FOREIGN);
  store_remove_folder (folder);
}

/* The superuser may write everywhere, so that the child becomes nobody. */
static void
become_nobody (const char *folder, const char *path)
{
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (g_chmod (path, 0444), ==, 0);
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (folder, 65534, 65534), ==, 0);
  g_assert_cmpint (chown (path, 65534, 65534), ==, 0);
  g_assert_cmpint (setresuid (65534, 65534, 65534), ==, 0);
}

static void
test_read_only (void)
{
  if (g_test_subprocess ()) {
    const char *folder = g_getenv ("SALON_TEST_FOLDER");
    g_autofree char *path = g_build_filename (folder, "salon.db", NULL);
    g_autofree char *other = g_build_filename (folder, "other.db", NULL);
    g_autoptr (GError) error = NULL;

    become_nobody (folder, path);
    g_assert_null (salon_db_open (path, SALON_DB_WRITER, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_READ_ONLY);
    g_clear_error (&error);
    g_assert_false (salon_db_create (other, &error));
    g_assert_nonnull (error);
    g_assert_true (error->code == SALON_ERROR_READ_ONLY || error->code == SALON_ERROR_IO);
    return;
  }
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  store_fixture_close (store);
  before = look_at (store->folder);
  g_setenv ("SALON_TEST_FOLDER", store->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
  after = look_at (store->folder);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (g_chmod (store->folder, 0755), ==, 0);
}

static void
test_reader_cannot_write (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autoptr (GError) error = NULL;
  SalonDb *reader = salon_db_open (store->path, SALON_DB_READER, &error);
  SalonTxOptions options = { SALON_TX_READ, { 0, 0, 0 }, store->clock, NULL, NULL, 0 };
  SalonTx *tx = NULL;
  g_autoptr (SalonRoom) room = salon_room_new ();

  g_assert_no_error (error);
  room->name = g_strdup ("Room 1");
  room->capacity = 1;
  tx = salon_tx_begin (reader, &options, &error);
  g_assert_false (salon_repo_insert (tx, room, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_READ_ONLY);
  salon_tx_rollback (tx);
  g_assert_true (salon_db_close (reader, NULL));
}

/* Snapshots: a reader sees the salon as it was when it began, whatever is written meanwhile. */
static void
test_snapshot (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autoptr (GError) error = NULL;
  SalonDb *reader = salon_db_open (store->path, SALON_DB_READER, &error);
  SalonTxOptions options = { SALON_TX_READ, { 0, 0, 0 }, store->clock, NULL, NULL, 0 };
  SalonTx *reading = salon_tx_begin (reader, &options, &error);
  SalonTx *writing = store_fixture_begin (store, "operation-1");
  g_autoptr (SalonRoom) room = salon_room_new ();
  g_autoptr (GPtrArray) before = salon_repo_all (reading, salon_room_get_type (), &error);
  g_autoptr (GPtrArray) during = NULL;
  g_autoptr (GPtrArray) after = NULL;

  room->name = g_strdup ("Room 1");
  room->capacity = 1;
  g_assert_true (salon_repo_insert (writing, room, &error));
  store_fixture_commit (writing);
  during = salon_repo_all (reading, salon_room_get_type (), &error);
  salon_tx_rollback (reading);
  reading = salon_tx_begin (reader, &options, &error);
  after = salon_repo_all (reading, salon_room_get_type (), &error);
  salon_tx_rollback (reading);
  g_assert_cmpuint (before->len, ==, 0);
  g_assert_cmpuint (during->len, ==, 0);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_true (salon_db_close (reader, NULL));
}

static void
test_leaked_statement_is_told (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_read (store);
  g_autoptr (GError) error = NULL;
  SalonStmt *cached = salon_tx_prepare (tx, "SELECT 1", &error);
  SalonStmt *second = salon_tx_prepare (tx, "SELECT 1", &error);

  g_assert_true (salon_stmt_next (cached, &error));
  salon_tx_rollback (tx);
  g_assert_false (salon_db_close (g_steal_pointer (&store->db), &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_INTERNAL);
  salon_stmt_free (cached);
  salon_stmt_free (second);
}

static gpointer
use_elsewhere (gpointer db)
{
  salon_db_quick_check (db, NULL);
  salon_db_close (db, NULL);
  return NULL;
}

static void
test_other_thread (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (StoreFixture) store = store_fixture_new ();

    g_test_log_set_fatal_handler (NULL, NULL);
    g_thread_join (g_thread_new ("other", use_elsewhere, store->db));
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*outside its thread*");
}

static void
zero_page (const char *path, long page)
{
  FILE *file = g_fopen (path, "r+b");
  static const char zeroes[4096];

  g_assert_cmpint (fseek (file, page * 4096, SEEK_SET), ==, 0);
  g_assert_cmpuint (fwrite (zeroes, 1, sizeof zeroes, file), ==, sizeof zeroes);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_checks (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_db_quick_check (store->db, &error));
  g_assert_true (salon_db_full_check (store->db, findings, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
  store_fixture_close (store);
  store_fixture_exec (store, "INSERT INTO room (name, capacity, room_kind_id) VALUES ('Room', 1, 99)");
  store_fixture_open (store);
  g_assert_true (salon_db_full_check (store->db, findings, &error));
  g_assert_cmpuint (findings->len, ==, 1);
  g_assert_nonnull (strstr (findings->pdata[0], "room"));
  store_fixture_close (store);
  zero_page (store->path, 20);
  store->db = salon_db_open (store->path, SALON_DB_WRITER, &error);
  g_assert_no_error (error);
  g_assert_false (salon_db_quick_check (store->db, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CORRUPT);
}

static char *
digest_of (const char *path)
{
  g_autofree char *content = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guint8 *) content, size);
}

static goffset
size_of (const char *path)
{
  GStatBuf st;

  return g_stat (path, &st) == 0 ? st.st_size : 0;
}

/* 5 MB of rooms, in commits of their own. */
static void
add_rooms (StoreFixture *store)
{
  g_autofree char *name = g_strnfill (200, 'r');

  for (int i = 0; i < 20; i++) {
    SalonTx *tx = store_fixture_begin (store, NULL);

    for (int k = 0; k < 1000; k++) {
      g_autoptr (SalonRoom) room = salon_room_new ();

      room->name = g_strdup (name);
      room->capacity = 1;
      g_assert_true (salon_repo_insert (tx, room, NULL));
    }
    store_fixture_commit (tx);
  }
}

/* A commit writes the log alone, however long it has become; what it wrote comes into the file afterwards. */
static void
test_commit_leaves_the_file (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autofree char *wal = store_fixture_path (store, "salon.db-wal");
  g_autofree char *before = digest_of (store->path);
  g_autofree char *after = NULL;
  goffset length = 0;

  add_rooms (store);
  after = digest_of (store->path);
  g_assert_cmpstr (after, ==, before);
  length = size_of (wal);
  g_assert_cmpint (length, >, 1100 * 4096);
  salon_db_tidy (store->db);
  g_assert_cmpint (size_of (store->path), >, 4 << 20);
  store_fixture_commit (store_fixture_begin (store, "aaaaaaaa-1"));
  g_assert_cmpint (size_of (wal), ==, length); /* begun anew, not continued */
  store_fixture_close (store);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
}

static int
n_pages_read (SalonDb *db)
{
  int now = 0;
  int highest = 0;

  sqlite3_db_status (db->handle, SQLITE_DBSTATUS_CACHE_MISS, &now, &highest, FALSE);
  return now;
}

/* The check of the structure is one long step: it ends by reading no more. */
static void
test_check_is_cancelled (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  SalonDb *copy = NULL;
  int before = 0;

  add_rooms (store);
  store_fixture_close (store);
  copy = salon_db_open (store->path, SALON_DB_COPY, &error);
  g_assert_no_error (error);
  before = n_pages_read (copy);
  g_cancellable_cancel (cancellable);
  salon_db_set_cancellable (copy, cancellable);
  g_assert_false (salon_db_full_check (copy, findings, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (n_pages_read (copy) - before, <, 200);
  g_clear_error (&error);
  salon_db_set_cancellable (copy, NULL);
  g_ptr_array_set_size (findings, 0);
  g_assert_true (salon_db_full_check (copy, findings, &error));
  g_assert_cmpint (n_pages_read (copy) - before, >, 1000);
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (salon_db_close (copy, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/db/opens-and-closes", test_opens_and_closes);
  g_test_add_func ("/db/create-keeps-what-is-there", test_create_keeps_what_is_there);
  g_test_add_func ("/db/missing", test_missing);
  g_test_add_func ("/db/no-database", test_no_database);
  g_test_add_func ("/db/foreign-sqlite", test_foreign_sqlite);
  g_test_add_func ("/db/newer", test_newer);
  g_test_add_func ("/db/newer-with-log", test_newer_with_log);
  g_test_add_func ("/db/names", test_names);
  g_test_add_func ("/db/read-only", test_read_only);
  g_test_add_func ("/db/reader-cannot-write", test_reader_cannot_write);
  g_test_add_func ("/db/snapshot", test_snapshot);
  g_test_add_func ("/db/leaked-statement-is-told", test_leaked_statement_is_told);
  g_test_add_func ("/db/other-thread", test_other_thread);
  g_test_add_func ("/db/checks", test_checks);
  g_test_add_func ("/db/check-is-cancelled", test_check_is_cancelled);
  g_test_add_func ("/db/commit-leaves-the-file", test_commit_leaves_the_file);
  return g_test_run ();
}
