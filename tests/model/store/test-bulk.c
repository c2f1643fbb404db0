/* A draft may be filled without indexes and triggers, no other file; afterwards the schema is what it was. */
#include "support/store-fixture.h"

#include "base/error.h"
#include "model/entities/occupancy.h"
#include "model/store/bulk.h"
#include "model/store/visit-store.h"

#define SQL_N_INDEXES  "SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'occupancy' AND type = 'index' AND sql IS NOT NULL"
#define SQL_N_TRIGGERS "SELECT count(*) FROM sqlite_schema WHERE tbl_name = 'occupancy' AND type = 'trigger'"
#define SQL_SCHEMA     "SELECT sum (length (sql)) FROM sqlite_schema"

static const char *const tables[] = { "occupancy", "visit", NULL };

static gboolean
take (SalonTx *tx, gint64 from, GError **error)
{
  SalonOccupancy row = { SALON_RESOURCE_EMPLOYEE, 1, from, from + 60, 0, 0, from, from, FALSE };

  return salon_visit_store_add_occupancy (tx, &row, error);
}

static void
test_draft (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autoptr (GPtrArray) aside = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n_triggers = store_fixture_int (store, SQL_N_TRIGGERS);
  gint64 n_indexes = store_fixture_int (store, SQL_N_INDEXES);
  gint64 schema = store_fixture_int (store, SQL_SCHEMA);
  SalonTx *tx = NULL;

  g_assert_cmpint (n_triggers, >, 0);
  g_assert_cmpint (n_indexes, >, 0);
  g_assert_true (salon_db_treat_as_draft (store->db, &error));
  tx = store_fixture_begin (store, NULL);
  aside = salon_bulk_put_aside (tx, tables, &error);
  g_assert_no_error (error);
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, SQL_N_TRIGGERS), ==, 0);
  g_assert_cmpint (store_fixture_int (store, SQL_N_INDEXES), ==, 0);

  tx = store_fixture_begin (store, NULL);
  g_assert_true (salon_bulk_put_back (tx, aside, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (aside->len, ==, 0);
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, SQL_N_TRIGGERS), ==, n_triggers);
  g_assert_cmpint (store_fixture_int (store, SQL_N_INDEXES), ==, n_indexes);
  g_assert_cmpint (store_fixture_int (store, SQL_SCHEMA), ==, schema);
}

/* What was taken away refuses again what it refused before. */
static void
test_refuses_again (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  g_autoptr (GPtrArray) aside = NULL;
  g_autoptr (GError) error = NULL;
  SalonTx *tx = NULL;

  g_assert_true (salon_db_treat_as_draft (store->db, &error));
  tx = store_fixture_begin (store, NULL);
  aside = salon_bulk_put_aside (tx, tables, &error);
  g_assert_true (take (tx, 600, &error));
  g_assert_true (take (tx, 630, &error));
  g_assert_true (salon_bulk_put_back (tx, aside, &error));
  g_assert_false (take (tx, 640, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  salon_tx_rollback (tx);
}

static void
test_other_files_keep_all (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  gint64 schema = store_fixture_int (store, SQL_SCHEMA);
  g_autoptr (GPtrArray) aside = NULL;
  g_autoptr (GError) error = NULL;
  SalonTx *tx = store_fixture_begin (store, NULL);

  aside = salon_bulk_put_aside (tx, tables, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (aside->len, ==, 0);
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, SQL_SCHEMA), ==, schema);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bulk/draft", test_draft);
  g_test_add_func ("/bulk/refuses-again", test_refuses_again);
  g_test_add_func ("/bulk/other-files-keep-all", test_other_files_keep_all);
  return g_test_run ();
}
