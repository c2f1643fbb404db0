/* Giving files their names so that nothing is lost at any moment.
 *
 * What a file holds is safe after fsync() of the file, what it is called only after fsync() of its folder.  GLib's
 * g_file_set_contents_full() does this for what is in memory, not for a database that was written elsewhere. */
#include "config.h"

#include "base/durable.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

static gboolean
fail (const char *path, GError **error)
{
  int cause = errno;

  salon_set_error (error,
                   cause == EEXIST                      ? SALON_ERROR_CONFLICT
                   : cause == ENOSPC || cause == EDQUOT ? SALON_ERROR_FULL
                   : cause == EROFS || cause == EACCES  ? SALON_ERROR_READ_ONLY
                                                        : SALON_ERROR_IO,
                   _("“%s” cannot be written: %s."), path, g_strerror (cause));
  return FALSE;
}

static gboolean
flush_folder_of (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return salon_durable_flush (folder, error);
}

/* Some file systems (FAT) know no flags of rename; a second name or a plain rename then has to do. */
static gboolean
flags_are_unknown (void)
{
  return errno == EINVAL || errno == ENOSYS;
}

/**
 * salon_durable_flush:
 * @path: a file or a folder
 *
 * Returns when what it holds is on the disk; for a folder: the names in it.
 *
 * Returns: %FALSE with %SALON_ERROR_IO, _FULL or _READ_ONLY
 */
gboolean
salon_durable_flush (const char *path, GError **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean flushed = FALSE;

  if (fd < 0)
    return fail (path, error);
  /* A file system that cannot flush a folder says EINVAL: it has nothing to flush. */
  flushed = fsync (fd) == 0 || errno == EINVAL;
  if (!flushed)
    fail (path, error);
  close (fd);
  return flushed;
}

/* What GLib says of a file, as the system says it. */
static int
errno_of (const GError *error)
{
  switch (error->code) {
  case G_FILE_ERROR_NOSPC:
    return ENOSPC;
  case G_FILE_ERROR_ACCES:
  case G_FILE_ERROR_PERM:
    return EACCES;
  case G_FILE_ERROR_ROFS:
    return EROFS;
  case G_FILE_ERROR_NOENT:
    return ENOENT;
  case G_FILE_ERROR_ISDIR:
    return EISDIR;
  case G_FILE_ERROR_NOTDIR:
    return ENOTDIR;
  case G_FILE_ERROR_NAMETOOLONG:
    return ENAMETOOLONG;
  default:
    return EIO;
  }
}

/**
 * salon_durable_write:
 * @path: what is there is replaced at one instant
 *
 * Returns: %FALSE with what salon_durable_flush() says; the file is then as it was
 */
gboolean
salon_durable_write (const char *path, GBytes *contents, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (g_file_set_contents_full (path, g_bytes_get_data (contents, NULL), (gssize) g_bytes_get_size (contents),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &cause))
    return TRUE;
  errno = errno_of (cause);
  return fail (path, error);
}

/**
 * salon_durable_add:
 * @draft: a whole file
 * @path: its name from now on; must be free, in the same folder
 *
 * Returns: %FALSE with %SALON_ERROR_CONFLICT if @path exists, or with what salon_durable_flush() says; if @path was
 *   not given then @draft is left
 */
gboolean
salon_durable_add (const char *draft, const char *path, GError **error)
{
  if (!salon_durable_flush (draft, error))
    return FALSE;
  if (renameat2 (AT_FDCWD, draft, AT_FDCWD, path, RENAME_NOREPLACE) != 0) {
    if (!flags_are_unknown () || link (draft, path) != 0)
      return fail (path, error);
    (void) g_unlink (draft);
  }
  return flush_folder_of (path, error);
}

/**
 * salon_durable_exchange:
 * @draft: a whole file
 * @path: a file in the same folder
 *
 * Each gets the name of the other, at one instant: there is a file called @path at any time.
 *
 * Returns: %FALSE with what salon_durable_flush() says; if nothing was exchanged both files are as they were
 */
gboolean
salon_durable_exchange (const char *draft, const char *path, GError **error)
{
  g_autofree char *third = g_strconcat (draft, ".old", NULL);

  if (!salon_durable_flush (draft, error))
    return FALSE;
  if (renameat2 (AT_FDCWD, draft, AT_FDCWD, path, RENAME_EXCHANGE) != 0) {
    if (!flags_are_unknown () || g_rename (path, third) != 0)
      return fail (path, error);
    if (g_rename (draft, path) != 0) {
      fail (path, error);
      (void) g_rename (third, path);
      return FALSE;
    }
    if (g_rename (third, draft) != 0)
      return fail (draft, error);
  }
  return flush_folder_of (path, error);
}

/**
 * salon_durable_hold:
 * @path: a file that is about to be replaced
 *
 * Returns: (transfer full) (nullable): a second name of what is there now, to be put back or unlinked; %NULL = nothing is there,
 *   or the file system knows no second names
 */
char *
salon_durable_hold (const char *path)
{
  g_autofree char *held = g_strconcat (path, "~", NULL);

  for (int i = 2; link (path, held) != 0; i++) {
    if (errno != EEXIST)
      return NULL;
    g_free (held);
    held = g_strdup_printf ("%s~%d", path, i);
  }
  return g_steal_pointer (&held);
}

/**
 * salon_durable_put_back:
 * @held: of salon_durable_hold()
 * @path: gets what it had then, whatever it has now
 */
void
salon_durable_put_back (const char *held, const char *path)
{
  (void) g_rename (held, path);
  (void) g_unlink (held); /* two names of one file stay both */
}
