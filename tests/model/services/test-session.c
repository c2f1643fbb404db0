/* The spine: open, write, read, repeat, undo, redo, announce, close. */
#include <glib/gstdio.h>

#include "model/entities/room.h"
#include "model/services/session.h"
#include "model/services/settings.h"
#include "model/services/undo.h"
#include "model/store/repo.h"

typedef struct {
  char *folder;
  char *path;
  SalonClock *clock;
  SalonSession *session;
} Fixture;

static gboolean
add_room (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  g_autoptr (SalonRoom) room = salon_room_new ();

  room->name = g_strdup (request);
  room->capacity = 1;
  if (!salon_repo_insert (tx, room, error))
    return FALSE;
  *id = salon_entity_get_id (room);
  return TRUE;
}

static const SalonCommand command_add_room = { "test.add-room", "Room added", add_room, NULL };

static gpointer
count_rooms (SalonTx *tx, gconstpointer request, GError **error)
{
  g_autoptr (GPtrArray) rooms = salon_repo_all (tx, salon_room_get_type (), error);

  return rooms != NULL ? GUINT_TO_POINTER (rooms->len) : NULL;
}

static const SalonQuery query_count_rooms = { "test.count-rooms", count_rooms, NULL, NULL };

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  f->folder = g_dir_make_tmp ("salon-test-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "salon.db", NULL);
  f->clock = salon_clock_new_at (salon_day_from_ymd (2026, 11, 22), 10 * 60, "Europe/Riga");
  g_assert_true (salon_session_create (f->path, &error));
  g_assert_no_error (error);
  f->session = salon_session_open (f->path, f->clock, SALON_SESSION_WRITE, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = g_strconcat (f->path, ".lock", NULL);
  g_autofree char *readers = g_strconcat (f->path, ".readers", NULL);

  g_assert_true (salon_session_close (f->session, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (f->session);
  g_object_unref (f->clock);
  g_unlink (f->path);
  g_unlink (lock);
  g_unlink (readers);
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->path);
  g_free (f->folder);
}

static guint
n_rooms (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  gpointer n = salon_session_query_sync (f->session, &query_count_rooms, NULL, &error);

  g_assert_no_error (error);
  return GPOINTER_TO_UINT (n);
}

static SalonDone
add (Fixture *f, const char *name, const char *uuid)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_session_submit_sync (f->session, &command_add_room, name, uuid, &done, &error);
  g_assert_no_error (error);
  return done;
}

static void
test_write_and_read (Fixture *f, gconstpointer data)
{
  SalonDone done = add (f, "Room 1", NULL);

  g_assert_cmpint (done.id, >, 0);
  g_assert_cmpint (done.operation, >, 0);
  g_assert_cmpuint (n_rooms (f), ==, 1);
}

static void
test_repeat_is_one_operation (Fixture *f, gconstpointer data)
{
  SalonDone first = add (f, "Room 1", "aaaaaaaa-1");
  SalonDone again = add (f, "Room 1", "aaaaaaaa-1");

  g_assert_false (first.repeated);
  g_assert_true (again.repeated);
  g_assert_cmpint (again.id, ==, first.id);
  g_assert_cmpint (again.operation, ==, first.operation);
  g_assert_cmpuint (n_rooms (f), ==, 1);
}

static SalonDone
undo (Fixture *f, gint64 operation, GError **error)
{
  SalonIdRequest request = { operation };
  SalonDone done = { 0 };

  salon_session_submit_sync (f->session, &salon_command_undo, &request, NULL, &done, error);
  return done;
}

static void
test_undo_and_redo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonDone done = add (f, "Room 1", NULL);
  SalonDone undone = undo (f, done.operation, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (n_rooms (f), ==, 0);
  undo (f, done.operation, &error);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_clear_error (&error);
  undo (f, undone.operation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_rooms (f), ==, 1);
}

static void
on_changed (SalonSession *session, SalonChangeSet *changes, gpointer data)
{
  g_assert_true (salon_change_set_touches (changes, "room"));
  ++*(int *) data;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_session_submit_finish (SALON_SESSION (source), result, NULL, &error));
  g_assert_no_error (error);
  *(gboolean *) data = TRUE;
}

static void
test_announces_before_it_answers (Fixture *f, gconstpointer data)
{
  int n_changed = 0;
  gboolean done = FALSE;

  g_signal_connect (f->session, "changed", G_CALLBACK (on_changed), &n_changed);
  salon_session_submit (f->session, &command_add_room, (gpointer) "Room 2", NULL, NULL, on_done, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (n_changed, ==, 1);
}

static void
on_after_writes (GObject *source, GAsyncResult *result, gpointer data)
{
  gboolean *done = data;

  g_assert_true (g_task_propagate_boolean (G_TASK (result), NULL));
  g_assert_true (done[0]);
  done[1] = TRUE;
}

/* What waits for the writes comes after the answer of the last, also when nothing is written. */
static void
test_waits_for_writes (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 20; i++) {
    g_autofree char *name = g_strdup_printf ("Room %u", i);
    gboolean done[2] = { FALSE, FALSE };

    salon_session_submit (f->session, &command_add_room, name, NULL, NULL, on_done, &done[0]);
    salon_session_after_writes (f->session, on_after_writes, done);
    g_assert_false (done[1]);
    while (!done[1])
      g_main_context_iteration (NULL, TRUE);
    done[1] = FALSE;
    salon_session_after_writes (f->session, on_after_writes, done);
    while (!done[1])
      g_main_context_iteration (NULL, TRUE);
  }
}

static void
test_second_session_is_refused (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSession) second = salon_session_open (f->path, f->clock, SALON_SESSION_WRITE, &error);

  g_assert_null (second);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
}

static void
test_reader_beside_the_window (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSession) second = NULL;
  gpointer n = NULL;

  add (f, "Room 1", NULL);
  second = salon_session_open (f->path, f->clock, SALON_SESSION_READ_ONLY, &error);
  g_assert_no_error (error);
  n = salon_session_query_sync (second, &query_count_rooms, NULL, &error);
  g_assert_cmpuint (GPOINTER_TO_UINT (n), ==, 1);
  g_assert_false (salon_session_submit_sync (second, &command_add_room, "Room 2", NULL, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_LOCKED);
}

static void
test_settings_survive (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSettings) settings = salon_session_query_sync (f->session, &salon_query_settings, NULL, &error);
  g_autoptr (SalonSettings) again = NULL;
  SalonDone done = { 0 };

  g_assert_no_error (error);
  g_free (settings->name);
  settings->name = g_strdup ("Salon Aurora");
  g_assert_true (salon_session_submit_sync (f->session, &salon_command_settings_save, settings, NULL, &done, &error));
  again = salon_session_query_sync (f->session, &salon_query_settings, NULL, &error);
  g_assert_cmpstr (again->name, ==, "Salon Aurora");
  undo (f, done.operation, &error);
  g_assert_no_error (error);
}

static void
on_late_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  guint *n = data;

  if (g_async_result_is_tagged (result, salon_session_query))
    g_assert_null (salon_session_query_finish (SALON_SESSION (source), result, &error));
  else
    g_assert_false (salon_session_submit_finish (SALON_SESSION (source), result, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  (*n)++;
}

/* A window that goes may still ask: it is answered, and nothing else happens. */
static void
test_asked_after_the_close (Fixture *f, gconstpointer data)
{
  guint n_answers = 0;

  g_assert_true (salon_session_close (f->session, NULL));
  salon_session_query (f->session, &query_count_rooms, SALON_LANE_INTERACTIVE, NULL, NULL, on_late_answer, &n_answers);
  salon_session_submit (f->session, &command_add_room, (gpointer) "Room 1", NULL, NULL, on_late_answer, &n_answers);
  while (n_answers < 2)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add ("/session/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("write-and-read", test_write_and_read);
  ADD ("repeat", test_repeat_is_one_operation);
  ADD ("undo-and-redo", test_undo_and_redo);
  ADD ("announces", test_announces_before_it_answers);
  ADD ("waits-for-writes", test_waits_for_writes);
  ADD ("second-is-refused", test_second_session_is_refused);
  ADD ("reader-beside", test_reader_beside_the_window);
  ADD ("settings", test_settings_survive);
  ADD ("asked-after-the-close", test_asked_after_the_close);
  return g_test_run ();
}
