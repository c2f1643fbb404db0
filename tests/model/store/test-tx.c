/* Transactions: whole or not at all; an operation once; parts that fail alone; what was announced. */
#include "support/store-fixture.h"

#include "model/entities/client-tag.h"
#include "model/entities/room.h"
#include "model/store/repo.h"

static gint64
add_room (SalonTx *tx, const char *name)
{
  g_autoptr (SalonRoom) room = salon_room_new ();
  g_autoptr (GError) error = NULL;

  room->name = g_strdup (name);
  room->capacity = 1;
  salon_repo_insert (tx, room, &error);
  g_assert_no_error (error);
  return salon_entity_get_id (room);
}

#define N_ROOMS      "SELECT count(*) FROM room"
#define N_OPERATIONS "SELECT count(*) FROM operation"
#define N_JOURNAL    "SELECT count(*) FROM journal"

static void
test_commit_and_rollback (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");

  add_room (tx, "Room 1");
  g_assert_cmpint (store_fixture_int (store, N_ROOMS), ==, 0); /* nobody else sees it yet */
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, N_ROOMS), ==, 1);
  tx = store_fixture_begin (store, "operation-2");
  add_room (tx, "Room 2");
  salon_tx_rollback (tx);
  g_assert_cmpint (store_fixture_int (store, N_ROOMS), ==, 1);
  g_assert_cmpint (store_fixture_int (store, N_OPERATIONS), ==, 1);
  g_assert_cmpint (store_fixture_int (store, N_JOURNAL), ==, 1);
}

static void
test_repeat (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  gint64 operation = salon_tx_operation (tx);
  gint64 answer = 0;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (operation, >, 0);
  g_assert_false (salon_tx_is_repeat (tx, NULL));
  g_assert_true (salon_tx_set_answer (tx, 42, &error));
  store_fixture_commit (tx);
  store_fixture_close (store);
  store_fixture_open (store); /* also after a crash and a new start */
  tx = store_fixture_begin (store, "operation-1");
  g_assert_true (salon_tx_is_repeat (tx, &answer));
  g_assert_cmpint (answer, ==, 42);
  g_assert_cmpint (salon_tx_operation (tx), ==, operation);
  salon_tx_rollback (tx);
  tx = store_fixture_begin (store, "operation-2");
  g_assert_false (salon_tx_is_repeat (tx, NULL));
  salon_tx_rollback (tx);
}

static void
test_upkeep_is_no_operation (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, NULL);

  g_assert_cmpint (salon_tx_operation (tx), ==, 0);
  add_room (tx, "Room 1");
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, N_ROOMS), ==, 1);
  g_assert_cmpint (store_fixture_int (store, N_OPERATIONS), ==, 0);
  g_assert_cmpint (store_fixture_int (store, N_JOURNAL), ==, 0);
}

static void
test_parts (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (GError) error = NULL;

  add_room (tx, "outer");
  g_assert_true (salon_tx_savepoint (tx, &error));
  add_room (tx, "kept");
  g_assert_true (salon_tx_savepoint (tx, &error));
  add_room (tx, "taken back");
  g_assert_true (salon_tx_rollback_to (tx, &error));
  g_assert_true (salon_tx_release (tx, &error));
  g_assert_true (salon_tx_savepoint (tx, &error));
  add_room (tx, "taken back too");
  g_assert_true (salon_tx_rollback_to (tx, &error));
  add_room (tx, "last");
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, N_ROOMS), ==, 3);
  g_assert_cmpint (store_fixture_int (store, "SELECT count(*) FROM room WHERE name LIKE 'taken%'"), ==, 0);
  g_assert_cmpint (store_fixture_int (store, N_JOURNAL), ==, 3);
}

static gboolean
refuse_to_derive (SalonTx *tx, GError **error)
{
  salon_set_error (error, SALON_ERROR_CONFLICT, "No.");
  return FALSE;
}

static gboolean
derive_a_room (SalonTx *tx, GError **error)
{
  add_room (tx, "derived");
  return TRUE;
}

static void
test_derived (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = NULL;
  g_autoptr (GError) error = NULL;

  salon_db_set_derive (store->db, refuse_to_derive);
  tx = store_fixture_begin (store, "operation-1");
  add_room (tx, "Room 1");
  g_assert_false (salon_tx_commit (tx, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_cmpint (store_fixture_int (store, N_ROOMS), ==, 0);
  g_assert_cmpint (store_fixture_int (store, N_OPERATIONS), ==, 0);
  tx = store_fixture_begin (store, "operation-2");
  store_fixture_commit (tx); /* nothing changed: nothing is derived */
  salon_db_set_derive (store->db, derive_a_room);
  tx = store_fixture_begin (store, "operation-3");
  add_room (tx, "Room 1");
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, N_ROOMS), ==, 2);
}

static void
test_changes (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (SalonChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = add_room (tx, "Room 1");

  salon_tx_changed (tx, "figures", 0);
  g_assert_true (salon_tx_commit (tx, &changes, &error));
  g_assert_true (salon_change_set_contains (changes, "room", id));
  g_assert_true (salon_change_set_touches (changes, "figures"));
  g_assert_false (salon_change_set_touches (changes, "client"));
}

/* Only the COMMIT itself finds a deferred reference to nothing: it fails, and nothing of it stays. */
static void
test_failed_commit (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (SalonStmt) stmt = NULL;
  g_autoptr (GError) error = NULL;

  add_room (tx, "Room 1");
  stmt = salon_tx_prepare (tx, "INSERT INTO client_stat (client_id) VALUES ($1)", &error);
  salon_stmt_int (stmt, 1, 99);
  g_assert_true (salon_stmt_run (stmt, &error));
  g_clear_pointer (&stmt, salon_stmt_free);
  g_assert_false (salon_tx_commit (tx, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_assert_cmpint (store_fixture_int (store, N_ROOMS), ==, 0);
  tx = store_fixture_begin (store, "operation-1");
  g_assert_false (salon_tx_is_repeat (tx, NULL));
  store_fixture_commit (tx);
}

static void
test_refused_values_leave_the_rest (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (SalonRoom) room = salon_room_new ();
  g_autoptr (SalonClientTag) tag = salon_client_tag_new ();
  g_autoptr (GError) error = NULL;

  add_room (tx, "Room 1");
  room->name = g_strdup ("No place");
  g_assert_false (salon_repo_insert (tx, room, &error)); /* capacity 0 */
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_clear_error (&error);
  tag->client_id = 1;
  tag->tag_id = 1;
  g_assert_false (salon_repo_insert (tx, tag, &error)); /* of nobody */
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, N_ROOMS), ==, 1);
}

static void
test_second_begin_ends_the_program (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (StoreFixture) store = store_fixture_new ();

    store_fixture_begin (store, "operation-1");
    store_fixture_begin (store, "operation-2");
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*still open*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tx/commit-and-rollback", test_commit_and_rollback);
  g_test_add_func ("/tx/repeat", test_repeat);
  g_test_add_func ("/tx/upkeep-is-no-operation", test_upkeep_is_no_operation);
  g_test_add_func ("/tx/parts", test_parts);
  g_test_add_func ("/tx/derived", test_derived);
  g_test_add_func ("/tx/changes", test_changes);
  g_test_add_func ("/tx/failed-commit", test_failed_commit);
  g_test_add_func ("/tx/refused-values-leave-the-rest", test_refused_values_leave_the_rest);
  g_test_add_func ("/tx/second-begin-ends-the-program", test_second_begin_ends_the_program);
  return g_test_run ();
}
