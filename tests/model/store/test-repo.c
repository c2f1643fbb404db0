/* The generic repository: what is put in comes out, what did not change is not written, drafts merge or clash. */
#include "support/store-fixture.h"

#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/registry.h"
#include "model/entities/room-kind.h"
#include "model/entities/room.h"
#include "model/entities/stored-photo.h"
#include "model/store/repo.h"

#define N_JOURNAL "SELECT count(*) FROM journal"

static SalonRoom *
new_room (const char *name, gint64 position)
{
  SalonRoom *room = salon_room_new ();

  room->name = g_strdup (name);
  room->capacity = 1;
  room->position = position;
  return room;
}

static SalonClient *
new_client (SalonTx *tx, const char *first_name)
{
  SalonClient *client = salon_client_new ();
  g_autoptr (GError) error = NULL;

  client->first_name = g_strdup (first_name);
  client->created_at = 5;
  salon_repo_insert (tx, client, &error);
  g_assert_no_error (error);
  return client;
}

static void
test_comes_out_as_it_went_in (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (SalonStoredPhoto) photo = salon_stored_photo_new ();
  g_autoptr (SalonClient) read = NULL;
  g_autoptr (SalonStoredPhoto) read_photo = NULL;

  photo->thumb = g_bytes_new_static ("\0\1\2", 3);
  photo->view = g_bytes_new_static ("view", 4);
  photo->width = 800;
  photo->height = 600;
  photo->created_at = 5;
  g_assert_true (salon_repo_insert (tx, photo, &error));
  client->first_name = g_strdup ("Ирина \"Ir\" O'Neill");
  client->note = g_strdup ("two\nlines; -- and a comment");
  client->created_at = G_MAXINT64;
  client->discount_bp = 10000;
  client->photo_id = salon_entity_get_id (photo);
  g_assert_true (salon_repo_insert (tx, client, &error));
  g_assert_no_error (error);
  read = salon_repo_get (tx, salon_client_get_type (), salon_entity_get_id (client), &error);
  g_assert_true (salon_entity_equal (SALON_ENTITY (read), SALON_ENTITY (client)));
  read_photo = salon_repo_get (tx, salon_stored_photo_get_type (), client->photo_id, &error);
  g_assert_true (salon_entity_equal (SALON_ENTITY (read_photo), SALON_ENTITY (photo)));
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, "SELECT surname IS NULL AND source_id IS NULL AND gender IS NULL FROM client"), ==, 1);
}

/* Whatever the field tables name is there. */
static void
test_every_entity_has_its_table (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_read (store);
  guint n = 0;
  const GType *types = salon_entity_types (&n);

  g_assert_cmpuint (n, >, 20);
  for (guint i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GPtrArray) rows = salon_repo_all (tx, types[i], &error);

    g_assert_no_error (error);
    g_assert_cmpuint (rows->len, ==, 0);
    g_assert_cmpuint (salon_entity_type_by_name (salon_entity_type_info (types[i])->name), ==, types[i]);
  }
  salon_tx_rollback (tx);
}

static void
expect_names (GPtrArray *rooms, const char *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rooms->len; i++)
    g_string_append (text, ((SalonRoom *) rooms->pdata[i])->name);
  g_assert_cmpstr (text->str, ==, names);
  g_ptr_array_unref (rooms);
}

static void
test_find (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  GType type = salon_room_get_type ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRoomKind) kind = salon_room_kind_new ();
  g_autoptr (SalonRoom) a = new_room ("a", 3);
  g_autoptr (SalonRoom) b = new_room ("b", 1);
  g_autoptr (SalonRoom) c = new_room ("c", 1);

  kind->name = g_strdup ("Manicure");
  g_assert_true (salon_repo_insert (tx, kind, &error));
  b->room_kind_id = salon_entity_get_id (kind);
  g_assert_true (salon_repo_insert (tx, a, &error) && salon_repo_insert (tx, b, &error) && salon_repo_insert (tx, c, &error));
  expect_names (salon_repo_all (tx, type, &error), "bca");
  expect_names (salon_repo_find (tx, type, "room_kind_id", b->room_kind_id, &error), "b");
  expect_names (salon_repo_find (tx, type, "room_kind_id", 0, &error), "ca");
  expect_names (salon_repo_find (tx, type, "archived", 0, &error), "bca");
  expect_names (salon_repo_find (tx, type, "id", 4711, &error), "");
  expect_names (salon_repo_between (tx, type, "position", 2, 3, &error), "a");
  g_assert_null (salon_repo_get (tx, type, 4711, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (salon_repo_find_one (tx, type, "id", 4711, &error));
  g_assert_no_error (error);
  salon_tx_rollback (tx);
}

static void
test_update_writes_only_changes (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (SalonRoom) room = new_room ("a", 1);
  g_autoptr (SalonRoom) other = new_room ("b", 2);
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_repo_insert (tx, room, &error) && salon_repo_insert (tx, other, &error));
  g_assert_true (salon_repo_update (tx, room, &error));
  room->capacity = 4;
  g_assert_true (salon_repo_update (tx, room, &error));
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, N_JOURNAL), ==, 3);
  g_assert_cmpint (store_fixture_int (store, "SELECT capacity FROM room WHERE name = 'a'"), ==, 4);
  g_assert_cmpint (store_fixture_int (store, "SELECT capacity FROM room WHERE name = 'b'"), ==, 1);
  tx = store_fixture_begin (store, "operation-2");
  salon_entity_set_id (room, 99);
  g_assert_false (salon_repo_update (tx, room, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
  salon_tx_rollback (tx);
}

static void
test_drafts (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (SalonClient) orig = new_client (tx, "Irina");
  g_autoptr (SalonClient) first = salon_client_copy (orig);
  g_autoptr (SalonClient) second = salon_client_copy (orig);
  g_autoptr (SalonClient) same = salon_client_copy (orig);
  g_autoptr (SalonClient) clash = salon_client_copy (orig);
  g_autoptr (SalonClient) now = NULL;
  g_autoptr (GError) error = NULL;

  first->surname = g_strdup ("Kalniņa");
  second->note = g_strdup ("likes coffee");
  same->surname = g_strdup ("Kalniņa");
  clash->surname = g_strdup ("Ozola");
  g_assert_true (salon_repo_update_draft (tx, orig, first, &error));
  g_assert_true (salon_repo_update_draft (tx, orig, second, &error)); /* another field */
  g_assert_true (salon_repo_update_draft (tx, orig, same, &error));   /* the same value */
  g_assert_false (salon_repo_update_draft (tx, orig, clash, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_clear_error (&error);
  now = salon_repo_get (tx, salon_client_get_type (), salon_entity_get_id (orig), &error);
  g_assert_cmpstr (now->surname, ==, "Kalniņa");
  g_assert_cmpstr (now->note, ==, "likes coffee");
  salon_tx_rollback (tx);
}

static void
test_delete (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (SalonClient) client = new_client (tx, "Irina");
  g_autoptr (SalonClientPhone) phone = salon_client_phone_new ();
  g_autoptr (GError) error = NULL;

  phone->client_id = salon_entity_get_id (client);
  phone->typed = g_strdup ("29123456");
  g_assert_true (salon_repo_insert (tx, phone, &error));
  g_assert_false (salon_repo_delete (tx, client, &error)); /* a phone refers to her */
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (salon_repo_delete (tx, phone, &error));
  g_assert_true (salon_repo_delete (tx, client, &error));
  g_assert_no_error (error);
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, "SELECT count(*) FROM client"), ==, 0);
}

static void
test_owners_are_noted (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (SalonClient) client = new_client (tx, "Irina");
  g_autoptr (SalonClientPhone) phone = salon_client_phone_new ();
  g_autoptr (SalonChangeSet) changes = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = salon_entity_get_id (client);

  store_fixture_commit (tx);
  tx = store_fixture_begin (store, "operation-2");
  phone->client_id = id;
  phone->typed = g_strdup ("29123456");
  g_assert_true (salon_repo_insert (tx, phone, &error));
  g_assert_true (salon_tx_commit (tx, &changes, &error));
  g_assert_true (salon_change_set_contains (changes, "client", id));
  g_assert_true (salon_change_set_contains (changes, "client-phone", salon_entity_get_id (phone)));
  g_assert_cmpint (store_fixture_int (store, "SELECT count(*) FROM journal_owner WHERE entity = 'client'"), ==, 1);
}

static void
test_restore (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  GType type = salon_room_get_type ();
  g_autoptr (SalonRoom) room = new_room ("a", 1);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (SalonRoom) back = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id = 0;

  g_assert_true (salon_repo_insert (tx, room, &error));
  id = salon_entity_get_id (room);
  before = salon_entity_to_json (SALON_ENTITY (room));
  room->capacity = 3;
  after = salon_entity_to_json (SALON_ENTITY (room));
  g_assert_true (salon_repo_update (tx, room, &error));
  g_assert_false (salon_repo_restore (tx, type, id, before, after, &error)); /* it is not as expected */
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_true (salon_repo_restore (tx, type, id, after, before, &error));
  back = salon_repo_get (tx, type, id, &error);
  g_assert_cmpint (back->capacity, ==, 1);
  g_assert_true (salon_repo_restore (tx, type, id, before, NULL, &error));
  g_assert_null (salon_repo_find_one (tx, type, "id", id, &error));
  g_assert_false (salon_repo_restore (tx, type, id, before, NULL, &error));
  g_clear_error (&error);
  g_assert_true (salon_repo_restore (tx, type, id, NULL, after, &error)); /* it comes back with its id */
  g_clear_object (&back);
  back = salon_repo_get (tx, type, id, &error);
  g_assert_cmpint (back->capacity, ==, 3);
  g_assert_false (salon_repo_restore (tx, type, id, after, "no JSON", &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CORRUPT);
  salon_tx_rollback (tx);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/repo/comes-out-as-it-went-in", test_comes_out_as_it_went_in);
  g_test_add_func ("/repo/every-entity-has-its-table", test_every_entity_has_its_table);
  g_test_add_func ("/repo/find", test_find);
  g_test_add_func ("/repo/update-writes-only-changes", test_update_writes_only_changes);
  g_test_add_func ("/repo/drafts", test_drafts);
  g_test_add_func ("/repo/delete", test_delete);
  g_test_add_func ("/repo/owners-are-noted", test_owners_are_noted);
  g_test_add_func ("/repo/restore", test_restore);
  return g_test_run ();
}
