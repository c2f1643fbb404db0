/* Looking at a file may take as long as reading it: it is done aside, and the answer to what nobody asks any more is
 * thrown away by the task. */
#include "config.h"

#include "base/executor.h"
#include "gui/pages/clients/import-file.h"
#include "gui/pages/clients/import-watch.h"

/**
 * salon_import_file_new:
 *
 * Returns: (transfer full)
 */
SalonImportFile *
salon_import_file_new (const char *path, const char *sheet, const char *encoding, gunichar delimiter)
{
  SalonImportFile *self = g_new0 (SalonImportFile, 1);

  g_atomic_ref_count_init (&self->refs);
  self->path = g_strdup (path);
  self->sheet = g_strdup (sheet);
  self->encoding = g_strdup (encoding);
  self->delimiter = delimiter;
  return self;
}

/**
 * salon_import_file_ref: any thread
 */
SalonImportFile *
salon_import_file_ref (SalonImportFile *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * salon_import_file_unref: any thread
 */
void
salon_import_file_unref (SalonImportFile *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->path);
  g_free (self->sheet);
  g_free (self->encoding);
  g_free (self);
}

/**
 * salon_import_file_name:
 *
 * Returns: (transfer full): its name without the folder, as it may be shown
 */
char *
salon_import_file_name (const SalonImportFile *self)
{
  return g_filename_display_basename (self->path);
}

static void
on_watched (gpointer file, int permille)
{
  g_atomic_int_set (&((SalonImportFile *) file)->permille, permille);
}

/**
 * salon_import_file_open:
 * @self: a #SalonImportFile
 *
 * As a #SalonImportOpen.  Any thread.
 *
 * Returns: (transfer full) (nullable): its rows from the first one on
 */
SalonRowSource *
salon_import_file_open (gpointer self, GError **error)
{
  SalonImportFile *file = self;
  SalonRowSource *source = salon_exchange_open_as (file->path, file->sheet, file->encoding, file->delimiter, error);

  if (source == NULL)
    return NULL;
  return salon_import_watch_new (source, on_watched, salon_import_file_ref (file), (GDestroyNotify) salon_import_file_unref);
}

static void
run (GTask *task, gpointer source, gpointer file, GCancellable *cancellable)
{
  GError *error = NULL;
  SalonExchangeLook *look = salon_exchange_look (((SalonImportFile *) file)->path, &error);

  if (look == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, look, (GDestroyNotify) salon_exchange_look_free);
}

/**
 * salon_import_file_look: looks at the file aside; answered by salon_import_file_look_finish()
 */
void
salon_import_file_look (SalonImportFile *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_task_data (task, salon_import_file_ref (self), (GDestroyNotify) salon_import_file_unref);
  salon_run_aside (task, run);
}

/**
 * salon_import_file_look_finish:
 *
 * Returns: (transfer full) (nullable): what the file is; %NULL with a sentence, or with %G_IO_ERROR_CANCELLED
 */
SalonExchangeLook *
salon_import_file_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
