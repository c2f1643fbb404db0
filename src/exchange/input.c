#include "config.h"

#include "exchange/input.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define ATTRIBUTES                                                                                                     \
  G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_TIME_MODIFIED                 \
                                 "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

struct _SalonInput {
  char *name;
  char *path;   /* or NULL */
  GBytes *bytes; /* or NULL */
  GInputStream *stream;
  gint64 size;
  gint64 modified; /* µs */
};

static gboolean
fail (SalonInput *self, const GError *cause, GError **error)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _ ("There is no file “%s” any more."), self->name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    salon_set_error (error, SALON_ERROR_IO, _ ("You may not read the file “%s”."), self->name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    salon_set_error (error, SALON_ERROR_IO, _ ("“%s” is a folder, not a file."), self->name);
  else
    salon_set_error (error, SALON_ERROR_IO, _ ("“%s” cannot be read: %s"), self->name, cause->message);
  return FALSE;
}

static gint64
time_of (GFileInfo *info)
{
  return (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC
         + g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

static gboolean
open_stream (SalonInput *self, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, &cause);

  if (info == NULL)
    return fail (self, cause, error);
  /* Opening a pipe or a device could wait for ever. */
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL) {
    salon_set_error (error, SALON_ERROR_IO, _ ("“%s” is not a file that can be read."), self->name);
    return FALSE;
  }
  stream = g_file_read (file, NULL, &cause);
  if (stream == NULL)
    return fail (self, cause, error);
  self->size = g_file_info_get_size (info);
  self->modified = time_of (info);
  self->stream = G_INPUT_STREAM (g_steal_pointer (&stream));
  return TRUE;
}

/**
 * salon_input_open:
 *
 * Returns: (transfer full) (nullable): the file at its start; %NULL with a sentence that names it
 */
SalonInput *
salon_input_open (const char *path, GError **error)
{
  g_autoptr (SalonInput) self = g_new0 (SalonInput, 1);

  self->path = g_strdup (path);
  self->name = g_filename_display_basename (path);
  return open_stream (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_input_new:
 * @name: what messages call it
 *
 * Returns: (transfer full): what is in memory, as if it were a file
 */
SalonInput *
salon_input_new (GBytes *bytes, const char *name)
{
  SalonInput *self = g_new0 (SalonInput, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  self->stream = g_memory_input_stream_new_from_bytes (bytes);
  self->size = (gint64) g_bytes_get_size (bytes);
  return self;
}

/**
 * salon_input_free:
 */
void
salon_input_free (SalonInput *self)
{
  g_clear_object (&self->stream);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->name);
  g_free (self->path);
  g_free (self);
}

/**
 * salon_input_get_name:
 *
 * Returns: the name without folders, for messages
 */
const char *
salon_input_get_name (SalonInput *self)
{
  return self->name;
}

/**
 * salon_input_get_path:
 *
 * Returns: (nullable): %NULL if it is in memory
 */
const char *
salon_input_get_path (SalonInput *self)
{
  return self->path;
}

/**
 * salon_input_get_bytes:
 *
 * Returns: (nullable) (transfer none): %NULL if it is a file
 */
GBytes *
salon_input_get_bytes (SalonInput *self)
{
  return self->bytes;
}

/**
 * salon_input_get_size:
 *
 * Returns: bytes, when it was opened
 */
gint64
salon_input_get_size (SalonInput *self)
{
  return self->size;
}

/**
 * salon_input_read:
 *
 * Returns: how many bytes were read, fewer than @size only at the end; -1 with a sentence that names the file
 */
gssize
salon_input_read (SalonInput *self, void *buffer, gsize size, GError **error)
{
  g_autoptr (GError) cause = NULL;
  gsize n = 0;

  if (!g_input_stream_read_all (self->stream, buffer, size, &n, NULL, &cause)) {
    fail (self, cause, error);
    return -1;
  }
  return (gssize) n;
}

/**
 * salon_input_rewind: the next read begins at the start again
 */
gboolean
salon_input_rewind (SalonInput *self, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_seekable_seek (G_SEEKABLE (self->stream), 0, G_SEEK_SET, NULL, &cause))
    return fail (self, cause, error);
  return TRUE;
}

/**
 * salon_input_load:
 * @limit: bytes; a larger file is refused
 *
 * Returns: (transfer full) (nullable): everything that it holds
 */
GBytes *
salon_input_load (SalonInput *self, gsize limit, GError **error)
{
  g_autofree guint8 *data = NULL;
  gssize n = 0;

  if (self->size > (gint64) limit) {
    salon_set_error (error, SALON_ERROR_VALIDATION, _ ("“%s” is larger than the %d MB that a file of this kind may have."),
                     self->name, (int) (limit >> 20));
    return NULL;
  }
  if (self->bytes != NULL)
    return g_bytes_ref (self->bytes);
  data = g_malloc ((gsize) self->size + 1);
  if (!salon_input_rewind (self, error))
    return NULL;
  n = salon_input_read (self, data, (gsize) self->size, error);
  return n < 0 ? NULL : g_bytes_new_take (g_steal_pointer (&data), (gsize) n);
}

/**
 * salon_input_check_unchanged:
 *
 * Rows of two versions of a file must not be mixed: whoever reads one asks this when it ends and when it cannot be
 * understood.
 *
 * Returns: %FALSE with a sentence if the file has another size or time than when it was opened
 */
gboolean
salon_input_check_unchanged (SalonInput *self, GError **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInfo) info = NULL;

  if (self->path == NULL)
    return TRUE;
  file = g_file_new_for_path (self->path);
  info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  if (info != NULL && g_file_info_get_size (info) == self->size && time_of (info) == self->modified)
    return TRUE;
  salon_set_error (error, SALON_ERROR_CONFLICT,
                   _ ("“%s” was changed while it was being read. Close it in other programs and start again."), self->name);
  return FALSE;
}
