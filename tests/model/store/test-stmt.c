/* Values go where their numbers say, and an update changes its own row and no other. */
#include <glib/gstdio.h>

#include "model/entities/room.h"
#include "model/store/repo.h"
#include "model/store/stmt.h"

typedef struct {
  char *folder;
  char *path;
  SalonClock *clock;
  SalonDb *db;
  SalonTx *tx;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonTxOptions options = { SALON_TX_WRITE };

  f->folder = g_dir_make_tmp ("salon-test-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "salon.db", NULL);
  f->clock = salon_clock_new_at (20255, 600, "Europe/Riga");
  salon_db_create (f->path, &error);
  g_assert_no_error (error);
  f->db = salon_db_open (f->path, SALON_DB_WRITER, &error);
  g_assert_no_error (error);
  options.clock = f->clock;
  options.uuid = "aaaaaaaa-0001";
  options.name = "test";
  f->tx = salon_tx_begin (f->db, &options, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  salon_tx_rollback (f->tx);
  salon_db_close (f->db, &error);
  g_assert_no_error (error);
  g_object_unref (f->clock);
  g_unlink (f->path);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->path);
  g_free (f->folder);
}

static void
test_values_by_number (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (f->tx, "SELECT $3, $1, $2, $1 WHERE $2 < $3", &error);

  g_assert_no_error (error);
  salon_stmt_int (stmt, 1, 10);
  salon_stmt_int (stmt, 2, 20);
  salon_stmt_int (stmt, 3, 30);
  g_assert_true (salon_stmt_next (stmt, &error));
  g_assert_cmpint (salon_stmt_get_int (stmt, 0), ==, 30);
  g_assert_cmpint (salon_stmt_get_int (stmt, 1), ==, 10);
  g_assert_cmpint (salon_stmt_get_int (stmt, 2), ==, 20);
  g_assert_cmpint (salon_stmt_get_int (stmt, 3), ==, 10);
}

static gint64
add_room (Fixture *f, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRoom) room = salon_room_new ();

  room->name = g_strdup (name);
  room->capacity = 1;
  salon_repo_insert (f->tx, room, &error);
  g_assert_no_error (error);
  return salon_entity_get_id (room);
}

static void
assert_room (Fixture *f, gint64 id, const char *name, gint64 capacity)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonRoom) room = salon_repo_get (f->tx, salon_room_get_type (), id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (room->name, ==, name);
  g_assert_cmpint (room->capacity, ==, capacity);
}

static void
test_update_own_row (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 one = add_room (f, "One");
  gint64 two = add_room (f, "Two");
  g_autoptr (SalonRoom) room = salon_repo_get (f->tx, salon_room_get_type (), two, &error);

  g_free (room->name);
  room->name = g_strdup ("Second");
  room->capacity = 3;
  g_assert_true (salon_repo_update (f->tx, room, &error));
  g_assert_no_error (error);
  assert_room (f, one, "One", 1);
  assert_room (f, two, "Second", 3);
}

static void
test_answer_of_operation (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonStmt) stmt = NULL;

  g_assert_true (salon_tx_set_answer (f->tx, 4711, &error));
  g_assert_no_error (error);
  stmt = salon_tx_prepare (f->tx, "SELECT entity_id FROM operation WHERE id = $1", &error);
  salon_stmt_int (stmt, 1, salon_tx_operation (f->tx));
  g_assert_true (salon_stmt_next (stmt, &error));
  g_assert_cmpint (salon_stmt_get_int (stmt, 0), ==, 4711);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/stmt/values-by-number", Fixture, NULL, set_up, test_values_by_number, tear_down);
  g_test_add ("/stmt/update-own-row", Fixture, NULL, set_up, test_update_own_row, tear_down);
  g_test_add ("/stmt/answer-of-operation", Fixture, NULL, set_up, test_answer_of_operation, tear_down);
  return g_test_run ();
}
