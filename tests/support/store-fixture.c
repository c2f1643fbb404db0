/* A temporary database, and a way around the store to look at it and to damage it. */
#include "support/store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

/**
 * store_make_folder:
 *
 * In memory where there is some: what a disk does is tested elsewhere.
 *
 * Returns: (transfer full): an empty folder
 */
char *
store_make_folder (void)
{
  const char *base = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();
  char *folder = g_build_filename (base, "salon-test-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));
  return folder;
}

/**
 * store_remove_folder: with the files and folders in it
 */
void
store_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      store_remove_folder (path);
    else
      g_assert_cmpint (g_unlink (path), ==, 0);
  }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/**
 * store_fixture_new:
 *
 * Returns: (transfer full): an empty salon, open for writing
 */
StoreFixture *
store_fixture_new (void)
{
  StoreFixture *self = g_new0 (StoreFixture, 1);
  g_autoptr (GError) error = NULL;

  self->folder = store_make_folder ();
  self->path = g_build_filename (self->folder, "salon.db", NULL);
  self->clock = salon_clock_new_at (20255, 600, "Europe/Riga");
  salon_db_create (self->path, &error);
  g_assert_no_error (error);
  store_fixture_open (self);
  return self;
}

/**
 * store_fixture_free: closes the connection and removes the folder
 */
void
store_fixture_free (StoreFixture *self)
{
  store_fixture_close (self);
  store_remove_folder (self->folder);
  g_object_unref (self->clock);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/**
 * store_fixture_open: opens the writer
 */
void
store_fixture_open (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->db = salon_db_open (self->path, SALON_DB_WRITER, &error);
  g_assert_no_error (error);
}

/**
 * store_fixture_close: closes the writer, if it is open
 */
void
store_fixture_close (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  if (self->db != NULL)
    salon_db_close (g_steal_pointer (&self->db), &error);
  g_assert_no_error (error);
}

/**
 * store_fixture_path:
 *
 * Returns: (transfer full): a path in the folder
 */
char *
store_fixture_path (StoreFixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static SalonTx *
begin (StoreFixture *self, SalonTxMode mode, const char *uuid, gint64 undoes)
{
  SalonTxOptions options = { mode, { 7, 1, 0 }, self->clock, uuid, "test.do", undoes };
  g_autoptr (GError) error = NULL;
  SalonTx *tx = salon_tx_begin (self->db, &options, &error);

  g_assert_no_error (error);
  return tx;
}

/**
 * store_fixture_begin:
 * @uuid: (nullable): of the operation, eight letters at least; %NULL for upkeep
 *
 * Returns: (transfer full): a transaction of user 7
 */
SalonTx *
store_fixture_begin (StoreFixture *self, const char *uuid)
{
  return begin (self, SALON_TX_WRITE, uuid, 0);
}

/**
 * store_fixture_begin_undo:
 *
 * Returns: (transfer full): a transaction that takes @undoes back
 */
SalonTx *
store_fixture_begin_undo (StoreFixture *self, const char *uuid, gint64 undoes)
{
  return begin (self, SALON_TX_WRITE, uuid, undoes);
}

/**
 * store_fixture_read:
 *
 * Returns: (transfer full): a transaction that only reads; ended by salon_tx_rollback()
 */
SalonTx *
store_fixture_read (StoreFixture *self)
{
  return begin (self, SALON_TX_READ, NULL, 0);
}

/**
 * store_fixture_commit:
 * @tx: (transfer full)
 */
void
store_fixture_commit (SalonTx *tx)
{
  g_autoptr (GError) error = NULL;

  salon_tx_commit (tx, NULL, &error);
  g_assert_no_error (error);
}

static sqlite3 *
open_past_the_store (StoreFixture *self)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  return handle;
}

/**
 * store_fixture_int:
 *
 * Returns: the number that @sql answers, past the store; %G_MININT64 for no row
 */
gint64
store_fixture_int (StoreFixture *self, const char *sql)
{
  sqlite3 *handle = open_past_the_store (self);
  sqlite3_stmt *stmt = NULL;
  gint64 value = G_MININT64;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  if (sqlite3_step (stmt) == SQLITE_ROW)
    value = sqlite3_column_int64 (stmt, 0);
  sqlite3_finalize (stmt);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
  return value;
}

/**
 * store_fixture_exec: changes the file past the store; the writer must be closed
 */
void
store_fixture_exec (StoreFixture *self, const char *sql)
{
  sqlite3 *handle = NULL;

  g_assert_null (self->db);
  handle = open_past_the_store (self);
  if (sqlite3_exec (handle, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (handle));
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}
