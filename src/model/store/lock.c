/* flock(2) on a file beside the database: it goes with the process, also when that is killed.
 *
 * Two locks: byte-less FILE.lock held exclusively by the one who writes, and FILE.readers held
 * shared by command-line readers; the writer waits for the latter before its last close. */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "model/store/lock.h"

struct _SalonLock {
  int fd;
  int readers_fd;
};

static int
open_beside (const char *database, const char *suffix, GError **error)
{
  g_autofree char *path = g_strconcat (database, suffix, NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    salon_set_error (error, errno == EACCES || errno == EROFS ? SALON_ERROR_READ_ONLY : SALON_ERROR_IO,
                     _("“%s” cannot be made: %s."), path, g_strerror (errno));
  return fd;
}

static void
set_held_error (int fd, const char *database, GError **error)
{
  char holder[256] = "";
  ssize_t n = pread (fd, holder, sizeof holder - 1, 0);

  holder[n > 0 ? n : 0] = '\0';
  g_strstrip (holder);
  if (*holder == '\0' || !g_utf8_validate (holder, -1, NULL))
    salon_set_error (error, SALON_ERROR_LOCKED, _("“%s” is open in another program."), database);
  else
    salon_set_error (error, SALON_ERROR_LOCKED, _("“%s” is open already: %s."), database, holder);
}

static void
write_holder (int fd)
{
  g_autofree char *text = g_strdup_printf ("%s, %s, %d\n", g_get_user_name (), g_get_host_name (), (int) getpid ());

  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("The lock's holder could not be noted: %s", g_strerror (errno));
}

/**
 * salon_lock_take:
 * @database: real path of the file
 *
 * Returns: (transfer full) (nullable): the right to write; %SALON_ERROR_LOCKED names who has it
 */
SalonLock *
salon_lock_take (const char *database, GError **error)
{
  g_autoptr (SalonLock) self = g_new0 (SalonLock, 1);

  self->readers_fd = -1;
  self->fd = open_beside (database, ".lock", error);
  if (self->fd < 0)
    return NULL;
  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0) {
    set_held_error (self->fd, database, error);
    return NULL;
  }
  write_holder (self->fd);
  self->readers_fd = open_beside (database, ".readers", error);
  return self->readers_fd >= 0 ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_lock_share:
 *
 * Returns: (transfer full) (nullable): for a reader beside a running window
 */
SalonLock *
salon_lock_share (const char *database, GError **error)
{
  g_autoptr (SalonLock) self = g_new0 (SalonLock, 1);

  self->fd = -1;
  self->readers_fd = open_beside (database, ".readers", error);
  if (self->readers_fd < 0)
    return NULL;
  if (flock (self->readers_fd, LOCK_SH | LOCK_NB) == 0)
    return g_steal_pointer (&self);
  salon_set_error (error, SALON_ERROR_BUSY, _("“%s” is being closed; try again."), database);
  return NULL;
}

/**
 * salon_lock_wait_for_readers:
 *
 * Waits at most @seconds until no command-line reader is left, and keeps new ones out.
 */
void
salon_lock_wait_for_readers (SalonLock *self, guint seconds)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;

  while (flock (self->readers_fd, LOCK_EX | LOCK_NB) != 0 && g_get_monotonic_time () < deadline)
    g_usleep (5000);
}

/**
 * salon_lock_free: gives the right back
 */
void
salon_lock_free (SalonLock *self)
{
  if (self->readers_fd >= 0)
    close (self->readers_fd);
  if (self->fd >= 0)
    close (self->fd);
  g_free (self);
}
