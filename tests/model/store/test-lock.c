/* One process writes: the lock says who has it, goes with the process, and waits for readers at the end. */
#include "support/store-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "model/store/lock.h"

typedef struct {
  char *folder;
  char *path;
} Place;

static void
set_up (Place *place, gconstpointer data)
{
  place->folder = store_make_folder ();
  place->path = g_build_filename (place->folder, "salon.db", NULL);
}

static void
tear_down (Place *place, gconstpointer data)
{
  store_remove_folder (place->folder);
  g_free (place->path);
  g_free (place->folder);
}

static void
test_second_is_told_the_holder (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonLock *first = salon_lock_take (place->path, &error);
  g_autofree char *pid = g_strdup_printf ("%d", (int) getpid ());
  SalonLock *second = NULL;

  g_assert_no_error (error);
  g_assert_null (salon_lock_take (place->path, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, g_get_user_name ()));
  g_assert_nonnull (strstr (error->message, pid));
  g_clear_error (&error);
  salon_lock_free (first);
  second = salon_lock_take (place->path, &error);
  g_assert_no_error (error);
  salon_lock_free (second);
}

/* What stands in the file does not matter, only who holds it. */
static void
test_old_note_locks_nobody_out (Place *place, gconstpointer data)
{
  g_autofree char *file = g_strconcat (place->path, ".lock", NULL);
  g_autofree char *note = NULL;
  g_autoptr (GError) error = NULL;
  SalonLock *lock = NULL;

  g_assert_true (g_file_set_contents (file, "somebody, elsewhere, 1\n\xff\xfe and much more of it", -1, NULL));
  lock = salon_lock_take (place->path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (file, &note, NULL, NULL));
  g_assert_null (strstr (note, "somebody"));
  salon_lock_free (lock);
}

static pid_t
hold_in_child (Place *place)
{
  int ready[2];
  char byte = 0;
  pid_t child = 0;

  g_assert_cmpint (pipe (ready), ==, 0);
  child = fork ();
  if (child == 0) {
    SalonLock *lock = salon_lock_take (place->path, NULL);

    if (write (ready[1], lock != NULL ? "y" : "n", 1) != 1)
      _exit (1);
    pause ();
    _exit (0);
  }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_assert_cmpint (byte, ==, 'y');
  close (ready[0]);
  close (ready[1]);
  return child;
}

static void
test_goes_with_the_process (Place *place, gconstpointer data)
{
  pid_t child = hold_in_child (place);
  g_autofree char *pid = g_strdup_printf ("%d", (int) child);
  g_autoptr (GError) error = NULL;
  SalonLock *lock = NULL;

  g_assert_null (salon_lock_take (place->path, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, pid));
  g_clear_error (&error);
  g_assert_cmpint (kill (child, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (child, NULL, 0), ==, child);
  lock = salon_lock_take (place->path, &error);
  g_assert_no_error (error);
  salon_lock_free (lock);
}

static gpointer
give_back (gpointer reader)
{
  salon_lock_free (reader);
  return NULL;
}

static void
test_readers (Place *place, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonLock *writer = salon_lock_take (place->path, &error);
  SalonLock *one = salon_lock_share (place->path, &error);
  SalonLock *two = salon_lock_share (place->path, &error);
  GThread *thread = NULL;

  g_assert_no_error (error);
  salon_lock_free (one);
  thread = g_thread_new ("reader", give_back, two);
  salon_lock_wait_for_readers (writer, 30);
  g_thread_join (thread);
  g_assert_null (salon_lock_share (place->path, &error)); /* the door is shut behind the last one */
  g_assert_error (error, SALON_ERROR, SALON_ERROR_BUSY);
  g_clear_error (&error);
  salon_lock_free (writer);
  one = salon_lock_share (place->path, &error);
  g_assert_no_error (error);
  salon_lock_free (one);
}

/* A lock that somebody made a link to another file is not followed: that file would be emptied. */
static void
test_link_is_not_followed (Place *place, gconstpointer data)
{
  g_autofree char *file = g_strconcat (place->path, ".lock", NULL);
  g_autofree char *diary = g_build_filename (place->folder, "diary", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (diary, "dear diary", -1, NULL));
  g_assert_cmpint (symlink (diary, file), ==, 0);
  g_assert_null (salon_lock_take (place->path, &error));
  g_assert_nonnull (error);
  g_assert_true (g_file_get_contents (diary, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "dear diary");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lock/second-is-told-the-holder", Place, NULL, set_up, test_second_is_told_the_holder, tear_down);
  g_test_add ("/lock/old-note-locks-nobody-out", Place, NULL, set_up, test_old_note_locks_nobody_out, tear_down);
  g_test_add ("/lock/goes-with-the-process", Place, NULL, set_up, test_goes_with_the_process, tear_down);
  g_test_add ("/lock/readers", Place, NULL, set_up, test_readers, tear_down);
  g_test_add ("/lock/link-is-not-followed", Place, NULL, set_up, test_link_is_not_followed, tear_down);
  return g_test_run ();
}
