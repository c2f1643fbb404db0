/* The journal: every change with before and after, a chain that shows any tampering, payloads that may be erased. */
#include "support/store-fixture.h"

#include <string.h>

#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/room.h"
#include "model/store/journal.h"
#include "model/store/repo.h"
#include "model/store/settings-store.h"

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

static void
test_before_and_after (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  gint64 operation = salon_tx_operation (tx);
  gint64 id = add_room (tx, "a");
  g_autoptr (SalonRoom) room = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) of_room = NULL;
  g_autoptr (SalonOperationRow) head = NULL;
  g_autoptr (GError) error = NULL;
  const SalonJournalRow *row = NULL;

  room = salon_repo_get (tx, salon_room_get_type (), id, &error);
  room->capacity = 3;
  g_assert_true (salon_repo_update (tx, room, &error) && salon_repo_delete (tx, room, &error));
  rows = salon_journal_of_operation (tx, operation, &error);
  g_assert_cmpuint (rows->len, ==, 3); /* the last change first */
  row = rows->pdata[0];
  g_assert_cmpstr (row->before, ==, "{\"name\":\"a\",\"capacity\":3}");
  g_assert_null (row->after);
  row = rows->pdata[1];
  g_assert_cmpstr (row->before, ==, "{\"name\":\"a\",\"capacity\":1}");
  g_assert_cmpstr (row->after, ==, "{\"name\":\"a\",\"capacity\":3}");
  row = rows->pdata[2];
  g_assert_null (row->before);
  g_assert_cmpstr (row->entity, ==, "room");
  g_assert_cmpint (row->entity_id, ==, id);
  of_room = salon_journal_of_entity (tx, "room", id, 2, &error);
  g_assert_cmpuint (of_room->len, ==, 2);
  head = salon_journal_operation (tx, operation, &error);
  g_assert_cmpstr (head->name, ==, "test.do");
  g_assert_cmpint (head->user_id, ==, 7);
  g_assert_cmpint (head->at, ==, salon_clock_now_us (store->clock));
  g_assert_cmpint (head->undone_by, ==, 0);
  salon_tx_rollback (tx);
}

static void
test_undo_once (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  gint64 first = salon_tx_operation (tx);
  gint64 undo = 0;
  g_autoptr (SalonOperationRow) head = NULL;
  g_autoptr (GError) error = NULL;
  SalonTxOptions options = { SALON_TX_WRITE, { 7, 1, 0 }, store->clock, "operation-3", "undo", first };

  store_fixture_commit (tx);
  tx = store_fixture_begin_undo (store, "operation-2", first);
  undo = salon_tx_operation (tx);
  store_fixture_commit (tx);
  tx = store_fixture_read (store);
  head = salon_journal_operation (tx, first, &error);
  g_assert_cmpint (head->undone_by, ==, undo);
  salon_tx_rollback (tx);
  g_assert_null (salon_tx_begin (store->db, &options, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

static void
test_concerning (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  gint64 ids[2];
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 2; i++) {
    g_autoptr (SalonClient) client = salon_client_new ();
    g_autoptr (SalonClientPhone) phone = salon_client_phone_new ();
    g_autoptr (GPtrArray) rows = NULL;

    client->first_name = g_strdup ("Irina");
    client->created_at = 1;
    g_assert_true (salon_repo_insert (tx, client, &error));
    ids[i] = salon_entity_get_id (client);
    phone->client_id = ids[i];
    phone->typed = g_strdup ("29123456");
    g_assert_true (salon_repo_insert (tx, phone, &error) && salon_repo_delete (tx, phone, &error));
    rows = salon_journal_concerning (tx, "client", ids[i], 10, &error);
    g_assert_cmpuint (rows->len, ==, 3);
    g_assert_cmpstr (((SalonJournalRow *) rows->pdata[0])->entity, ==, "client-phone");
    g_assert_cmpstr (((SalonJournalRow *) rows->pdata[2])->entity, ==, "client");
  }
  salon_tx_rollback (tx);
}

static guint
n_findings (StoreFixture *store)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  SalonTx *tx = store_fixture_read (store);
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_journal_check (tx, findings, &error));
  g_assert_no_error (error);
  salon_tx_rollback (tx);
  return findings->len;
}

static StoreFixture *
store_with_journal (void)
{
  StoreFixture *store = store_fixture_new ();

  for (int i = 0; i < 4; i++) {
    g_autofree char *uuid = g_strdup_printf ("operation-%d", i);
    SalonTx *tx = store_fixture_begin (store, uuid);

    add_room (tx, "a");
    add_room (tx, "b");
    store_fixture_commit (tx);
  }
  g_assert_cmpuint (n_findings (store), ==, 0);
  return store;
}

#define WITHOUT_TRIGGERS "DROP TRIGGER journal_keeps_rows; DROP TRIGGER journal_keeps_values;"

static void
test_tampering_shows (void)
{
  static const char *const crimes[] = {
    "UPDATE journal_payload SET after = replace (after, 'a', 'z') WHERE journal_id = 3",
    "UPDATE journal_payload SET before = '{}' WHERE journal_id = 3",
    "UPDATE journal_payload SET after = NULL, before = '' WHERE journal_id = 3",
    "UPDATE journal_payload SET salt = zeroblob (16) WHERE journal_id = 3",
    WITHOUT_TRIGGERS "UPDATE journal SET entity_id = 99 WHERE id = 3",
    WITHOUT_TRIGGERS "UPDATE journal SET entity = 'zone' WHERE id = 3",
    WITHOUT_TRIGGERS "UPDATE journal SET operation_id = 1 WHERE id = 3",
    WITHOUT_TRIGGERS "UPDATE journal SET digest = zeroblob (32) WHERE id = 3",
    WITHOUT_TRIGGERS "UPDATE journal SET chain = zeroblob (32) WHERE id = 3",
    WITHOUT_TRIGGERS "DELETE FROM journal WHERE id = 3",
    WITHOUT_TRIGGERS "UPDATE journal SET id = 100 WHERE id = 3",
  };

  for (guint i = 0; i < G_N_ELEMENTS (crimes); i++) {
    g_autoptr (StoreFixture) store = store_with_journal ();

    store_fixture_close (store);
    store_fixture_exec (store, crimes[i]);
    store_fixture_open (store);
    if (n_findings (store) != 1)
      g_error ("Nobody noticed: %s", crimes[i]);
  }
}

static void
test_erased_payload_is_no_tampering (void)
{
  g_autoptr (StoreFixture) store = store_with_journal ();

  store_fixture_close (store);
  store_fixture_exec (store, "UPDATE journal_payload SET before = NULL, after = NULL WHERE journal_id IN (2, 3)");
  store_fixture_open (store);
  g_assert_cmpuint (n_findings (store), ==, 0);
}

static void
test_triggers_keep_heads (void)
{
  static const char *const crimes[] = { "UPDATE journal SET entity_id = 99", "DELETE FROM journal", "DELETE FROM operation",
                                        "UPDATE operation SET user_id = 1", "UPDATE operation SET at = 1" };
  g_autoptr (StoreFixture) store = store_with_journal ();
  SalonTx *tx = store_fixture_begin (store, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (crimes); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, crimes[i], &error);

    g_assert_false (salon_stmt_run (stmt, &error));
    g_assert_nonnull (error);
  }
  salon_tx_rollback (tx);
}

static void
test_settings_are_journalled (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *value = NULL;
  g_autofree char *never = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_settings_store_put (tx, "salon.name", "Aurora", &error));
  g_assert_true (salon_settings_store_put (tx, "salon.name", "Aurora", &error));
  g_assert_true (salon_settings_store_put (tx, "salon.name", "Aurora = best", &error));
  rows = salon_journal_of_operation (tx, salon_tx_operation (tx), &error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (((SalonJournalRow *) rows->pdata[0])->before, ==, "salon.name=Aurora");
  g_assert_cmpstr (((SalonJournalRow *) rows->pdata[0])->after, ==, "salon.name=Aurora = best");
  value = salon_settings_store_get (tx, "salon.name", &error);
  g_assert_cmpstr (value, ==, "Aurora = best");
  never = salon_settings_store_get (tx, "salon.never", &error);
  g_assert_null (never);
  g_assert_no_error (error);
  salon_tx_rollback (tx);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/before-and-after", test_before_and_after);
  g_test_add_func ("/journal/undo-once", test_undo_once);
  g_test_add_func ("/journal/concerning", test_concerning);
  g_test_add_func ("/journal/tampering-shows", test_tampering_shows);
  g_test_add_func ("/journal/erased-payload-is-no-tampering", test_erased_payload_is_no_tampering);
  g_test_add_func ("/journal/triggers-keep-heads", test_triggers_keep_heads);
  g_test_add_func ("/journal/settings-are-journalled", test_settings_are_journalled);
  return g_test_run ();
}
