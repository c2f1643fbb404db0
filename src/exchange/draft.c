#include "config.h"

#include "base/durable.h"
#include "exchange/draft.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define TRIES 20

struct _SalonDraft {
  char *path;
  char *draft;
  char *name;
  GOutputStream *stream;
};

static int
cause_of (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return ENOSPC;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return EACCES;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return EROFS;
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ? ENOENT : EIO;
}

/* A name of its own in the same folder, so that giving it the real one is one step for the disk. */
static gboolean
create (SalonDraft *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *base = g_path_get_basename (self->path);

  for (int i = 0; i < TRIES; i++) {
    g_autofree char *name = g_strdup_printf (".%.200s.%08x", base, g_random_int ());
    g_autofree char *draft = g_build_filename (folder, name, NULL);
    g_autoptr (GFile) file = g_file_new_for_path (draft);
    g_autoptr (GError) cause = NULL;
    g_autoptr (GFileOutputStream) stream = g_file_create (file, G_FILE_CREATE_NONE, NULL, &cause);

    if (stream != NULL) {
      self->draft = g_steal_pointer (&draft);
      self->stream = g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (stream), 1 << 16);
      return TRUE;
    }
    if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_EXISTS))
      return salon_draft_fail (self, cause_of (cause), error);
  }
  return salon_draft_fail (self, EEXIST, error);
}

/**
 * salon_draft_new:
 * @path: where the file is to be; one that is there stays as it is until salon_draft_finish()
 *
 * Returns: (transfer full) (nullable): an empty file beside it; %NULL with a sentence that names the file
 */
SalonDraft *
salon_draft_new (const char *path, GError **error)
{
  g_autoptr (SalonDraft) self = g_new0 (SalonDraft, 1);

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  return create (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_draft_free: removes what was written, unless it is finished
 */
void
salon_draft_free (SalonDraft *self)
{
  if (self->stream != NULL)
    (void) g_output_stream_close (self->stream, NULL, NULL);
  g_clear_object (&self->stream);
  if (self->draft != NULL)
    (void) g_unlink (self->draft);
  g_free (self->path);
  g_free (self->draft);
  g_free (self->name);
  g_free (self);
}

/**
 * salon_draft_get_path:
 *
 * Returns: the file as it is called until it is finished, for a library that writes by name
 */
const char *
salon_draft_get_path (SalonDraft *self)
{
  return self->draft;
}

/**
 * salon_draft_get_name:
 *
 * Returns: the name that the file will have, without folders, for messages
 */
const char *
salon_draft_get_name (SalonDraft *self)
{
  return self->name;
}

/**
 * salon_draft_write:
 */
gboolean
salon_draft_write (SalonDraft *self, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_output_stream_write_all (self->stream, text, length, NULL, NULL, &cause))
    return salon_draft_fail (self, cause_of (cause), error);
  return TRUE;
}

/**
 * salon_draft_fail:
 * @cause: an errno
 *
 * Returns: %FALSE, with a sentence that names the file
 */
gboolean
salon_draft_fail (SalonDraft *self, int cause, GError **error)
{
  if (cause == ENOSPC || cause == EDQUOT)
    salon_set_error (error, SALON_ERROR_FULL, _ ("The disk is full: “%s” was not written."), self->name);
  else if (cause == EACCES || cause == EROFS || cause == EPERM)
    salon_set_error (error, SALON_ERROR_READ_ONLY,
                     _ ("“%s” cannot be written here: choose a folder where you may save files."), self->name);
  else if (cause == ENOENT)
    salon_set_error (error, SALON_ERROR_IO, _ ("“%s” was not written: there is no such folder."), self->name);
  else
    salon_set_error (error, SALON_ERROR_IO, _ ("“%s” was not written: %s."), self->name, g_strerror (cause));
  return FALSE;
}

/* What was there before now has the name of the draft, and goes with it. */
static gboolean
give_name (SalonDraft *self, GError **error)
{
  if (g_file_test (self->path, G_FILE_TEST_EXISTS))
    return salon_durable_exchange (self->draft, self->path, error);
  if (!salon_durable_add (self->draft, self->path, error))
    return FALSE;
  g_clear_pointer (&self->draft, g_free);
  return TRUE;
}

/**
 * salon_draft_finish: gives the file its name, in place of one that had it
 *
 * Returns: whether it is there and on the disk
 */
gboolean
salon_draft_finish (SalonDraft *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (self->stream != NULL && !g_output_stream_close (self->stream, NULL, &cause))
    return salon_draft_fail (self, cause_of (cause), error);
  g_clear_object (&self->stream);
  if (g_file_test (self->path, G_FILE_TEST_IS_DIR))
    return salon_draft_fail (self, EISDIR, error);
  if (give_name (self, &cause))
    return TRUE;
  return salon_draft_fail (self, g_error_matches (cause, SALON_ERROR, SALON_ERROR_FULL)       ? ENOSPC
                                 : g_error_matches (cause, SALON_ERROR, SALON_ERROR_READ_ONLY) ? EACCES
                                                                                               : EIO, error);
}
