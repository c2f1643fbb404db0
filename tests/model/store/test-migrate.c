/* The schema: a fresh file is at the head, an older one is brought there, one that was made otherwise is refused. */
#include "support/store-fixture.h"

#include <string.h>

#include "model/store/migrate.h"

static void
test_fresh (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();

  g_assert_cmpint (salon_migrate_head_version (), >=, 1);
  g_assert_cmpint (store_fixture_int (store, "PRAGMA user_version"), ==, salon_migrate_head_version ());
  g_assert_cmpint (store_fixture_int (store, "SELECT count(*) FROM schema_migration"), ==, salon_migrate_head_version ());
  g_assert_cmpint (store_fixture_int (store, "SELECT count(*) FROM schema_migration WHERE length (sha256) = 64"), ==,
                   salon_migrate_head_version ());
}

static void
test_all_tables_are_strict (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();

  g_assert_cmpint (store_fixture_int (store, "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                                             " AND name NOT LIKE 'client_fts%' AND sql NOT LIKE '%STRICT%'"), ==, 0);
  g_assert_cmpint (store_fixture_int (store, "SELECT count(*) FROM pragma_foreign_key_check"), ==, 0);
}

/* An index for each reference: without it, removing the row that is referred to scans the table. */
static void
test_references_have_indexes (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();

  g_assert_cmpint (store_fixture_int (store,
                                      "SELECT count(*) FROM sqlite_schema t, pragma_foreign_key_list (t.name) f"
                                      " WHERE t.type = 'table' AND t.name IN ('client', 'client_phone', 'visit', 'visit_line', 'journal',"
                                      "  'client_tag', 'client_category', 'custom_value', 'occupancy', 'journal_owner')"
                                      "   AND f.\"table\" IN ('client', 'visit', 'visit_line', 'operation')"
                                      "   AND NOT EXISTS (SELECT 1 FROM pragma_index_list (t.name) i, pragma_index_info (i.name) c"
                                      "                    WHERE c.seqno = 0 AND c.name = f.\"from\")"), ==, 0);
}

static void
test_empty_file_is_brought_up (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autoptr (StoreFixture) older = g_new0 (StoreFixture, 1);

  older->folder = store_make_folder ();
  older->path = g_build_filename (older->folder, "salon.db", NULL);
  older->clock = g_object_ref (store->clock);
  g_assert_true (g_file_set_contents (older->path, "", 0, NULL));
  store_fixture_exec (older, "PRAGMA application_id = 0x53414c4e; PRAGMA user_version = 0; CREATE TABLE t (x); DROP TABLE t");
  store_fixture_open (older);
  g_assert_cmpint (store_fixture_int (older, "PRAGMA user_version"), ==, salon_migrate_head_version ());
  g_assert_cmpint (store_fixture_int (older, "SELECT count(*) FROM client"), ==, 0);
}

static void
test_other_build_is_refused (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autoptr (GError) error = NULL;

  store_fixture_close (store);
  store_fixture_exec (store, "UPDATE schema_migration SET sha256 = 'x' || substr (sha256, 2) WHERE version = 1");
  g_assert_null (salon_db_open (store->path, SALON_DB_WRITER, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_FOREIGN);
  g_assert_nonnull (strstr (error->message, "0001"));
}

/* A step that fails leaves the version before it and nothing of itself. */
static void
test_failed_step (void)
{
  g_autoptr (StoreFixture) store = g_new0 (StoreFixture, 1);
  g_autoptr (GError) error = NULL;

  store->folder = store_make_folder ();
  store->path = g_build_filename (store->folder, "salon.db", NULL);
  store->clock = salon_clock_new_at (20255, 600, "Europe/Riga");
  g_assert_true (g_file_set_contents (store->path, "", 0, NULL));
  store_fixture_exec (store, "PRAGMA application_id = 0x53414c4e; CREATE TABLE visit_line (in_the_way)");
  g_assert_null (salon_db_open (store->path, SALON_DB_WRITER, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (store_fixture_int (store, "PRAGMA user_version"), ==, 0);
  g_assert_cmpint (store_fixture_int (store, "SELECT count(*) FROM sqlite_schema"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migrate/fresh", test_fresh);
  g_test_add_func ("/migrate/all-tables-are-strict", test_all_tables_are_strict);
  g_test_add_func ("/migrate/references-have-indexes", test_references_have_indexes);
  g_test_add_func ("/migrate/empty-file-is-brought-up", test_empty_file_is_brought_up);
  g_test_add_func ("/migrate/other-build-is-refused", test_other_build_is_refused);
  g_test_add_func ("/migrate/failed-step", test_failed_step);
  return g_test_run ();
}
