/* The steps of an export, each after the answer of the one before: begin in the log; write the file (clients: on the
 * background lane; a report, which is answered already: aside); read it again and keep it in parts, each a short
 * transaction; complete the log.
 *
 * What fails, or is cancelled, takes back the steps before it: no row in the log, no file; what the file replaced is there again. */
#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "base/durable.h"
#include "base/error.h"
#include "base/executor.h"
#include "model/services/export-run.h"

typedef struct {
  SalonExportOrder *order;
  SalonRowWriter *writer; /* until it is handed over; NULL = it is made */
  SalonExportMaking making;
  SalonActor actor;
  SalonExportProgress progress;
  gpointer progress_data;
  gboolean has_file;
  char *replaced; /* second name of what the file replaces */
  GInputStream *stream;
  GChecksum *sum;
  SalonExportStep step;
  SalonIdRequest begun;
  GError *failure; /* while it is taken back */
} Run;

static void
run_free (Run *run)
{
  salon_export_order_free (run->order);
  g_clear_object (&run->writer);
  if (run->making.free_data != NULL)
    run->making.free_data (run->making.data);
  g_clear_object (&run->stream);
  g_checksum_free (run->sum);
  g_clear_pointer (&run->step.data, g_bytes_unref);
  g_free (run->step.sha256);
  g_free (run->replaced);
  g_clear_error (&run->failure);
  g_free (run);
}

static void
submit (GTask *task, const SalonCommand *command, gpointer request, GAsyncReadyCallback callback)
{
  Run *run = g_task_get_task_data (task);

  salon_session_submit_part (g_task_get_source_object (task), command, request, NULL, 0, &run->actor, callback, task);
}

/* ---- taking back */

static void
end (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  if (run->failure != NULL)
    g_task_return_error (task, g_steal_pointer (&run->failure));
  else
    g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/* Should even this fail, the upkeep of tomorrow takes away the rest. */
static void
on_discarded (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  SalonDone done = { 0 };

  if (salon_session_submit_finish (SALON_SESSION (source), result, &done, NULL) && done.id != 0)
    submit (task, &salon_command_export_discard, &run->begun, on_discarded);
  else
    end (task);
}

static void
fail (GTask *task, GError *failure)
{
  Run *run = g_task_get_task_data (task);

  run->failure = failure;
  if (run->has_file)
    (void) g_unlink (run->order->path);
  if (run->replaced != NULL)
    salon_durable_put_back (run->replaced, run->order->path);
  if (run->begun.id != 0)
    submit (task, &salon_command_export_discard, &run->begun, on_discarded);
  else
    end (task);
}

/* ---- keeping the file */

static void read_part (GTask *task);

static void
on_completed (GObject *source, GAsyncResult *result, gpointer data)
{
  const Run *run = g_task_get_task_data (data);
  GError *error = NULL;

  if (!salon_session_submit_finish (SALON_SESSION (source), result, NULL, &error)) {
    fail (data, error);
    return;
  }
  if (run->replaced != NULL)
    (void) g_unlink (run->replaced);
  end (data);
}

static void
on_part_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!salon_session_submit_finish (SALON_SESSION (source), result, NULL, &error)) {
    fail (task, error);
    return;
  }
  run->step.part++;
  read_part (task);
}

static void
keep_part (GTask *task, Run *run)
{
  gsize size = g_bytes_get_size (run->step.data);

  if (size == 0) {
    run->step.sha256 = g_strdup (g_checksum_get_string (run->sum));
    submit (task, &salon_command_export_complete, &run->step, on_completed);
    return;
  }
  run->step.size += (gint64) size;
  g_checksum_update (run->sum, g_bytes_get_data (run->step.data, NULL), (gssize) size);
  submit (task, &salon_command_export_keep_part, &run->step, on_part_kept);
}

static void
set_unreadable (Run *run, GError **error)
{
  g_autofree char *name = g_filename_display_basename (run->order->path);
  const char *cause = *error != NULL ? (*error)->message : "";
  GError *told = NULL;

  if (g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  salon_set_error (&told, SALON_ERROR_IO, _("“%s” could not be read again: %s"), name, cause);
  g_clear_error (error);
  *error = told;
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->step.data = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  if (run->step.data != NULL) {
    keep_part (task, run);
    return;
  }
  set_unreadable (run, &error);
  fail (task, error);
}

static void
read_part (GTask *task)
{
  Run *run = g_task_get_task_data (task);

  g_clear_pointer (&run->step.data, g_bytes_unref);
  g_input_stream_read_bytes_async (run->stream, SALON_EXPORT_PART_SIZE, G_PRIORITY_DEFAULT, g_task_get_cancellable (task),
                                   on_read, task);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->stream = (GInputStream *) g_file_read_finish (G_FILE (source), result, &error);
  if (run->stream != NULL) {
    read_part (task);
    return;
  }
  set_unreadable (run, &error);
  fail (task, error);
}

/* ---- writing it */

static void
open_file (GTask *task)
{
  const Run *run = g_task_get_task_data (task);
  g_autoptr (GFile) file = g_file_new_for_path (run->order->path);

  g_file_read_async (file, G_PRIORITY_DEFAULT, g_task_get_cancellable (task), on_opened, task);
}

static void
on_written (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;
  g_autofree gint64 *n_rows = salon_session_query_finish (SALON_SESSION (source), result, &error);

  if (n_rows == NULL) {
    fail (task, error);
    return;
  }
  run->step.n_rows = *n_rows;
  open_file (task);
}

typedef struct {
  GTask *task;
  gint64 done;
  gint64 total;
} Report;

static gboolean
tell (gpointer data)
{
  const Report *report = data;
  Run *run = g_task_get_task_data (report->task);

  if (!g_task_get_completed (report->task))
    run->progress (report->done, report->total, run->progress_data);
  return G_SOURCE_REMOVE;
}

static void
report_free (gpointer data)
{
  g_object_unref (((Report *) data)->task);
  g_free (data);
}

/* On the reading thread; told in the caller's main context. */
static void
on_progress (gint64 done, gint64 total, gpointer task)
{
  Report *report = g_new (Report, 1);

  *report = (Report){ g_object_ref (task), done, total };
  g_main_context_invoke_full (g_task_get_context (task), G_PRIORITY_DEFAULT, tell, report, report_free);
}

/* ---- a file that is made */

static void
on_made (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  GError *error = NULL;

  run->has_file = g_task_propagate_boolean (G_TASK (result), &error);
  if (run->has_file)
    open_file (task);
  else
    fail (task, error);
}

static void
make_aside (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Run *run = data;
  GError *error = NULL;

  if (run->making.make (run->making.data, run->order->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
make (GTask *task)
{
  g_autoptr (GTask) making = g_task_new (NULL, g_task_get_cancellable (task), on_made, task);

  g_task_set_check_cancellable (making, FALSE);
  g_task_set_task_data (making, g_task_get_task_data (task), NULL);
  salon_run_aside (making, make_aside);
}

static void
on_begun (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Run *run = g_task_get_task_data (task);
  SalonExportWrite *request = NULL;
  SalonDone done = { 0 };
  GError *error = NULL;

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &done, &error)) {
    fail (task, error);
    return;
  }
  run->begun.id = run->step.id = done.id;
  if (run->making.make != NULL) {
    run->step.n_rows = run->order->n_rows;
    make (task);
    return;
  }
  request = salon_export_write_new (run->order, g_steal_pointer (&run->writer));
  request->finished = &run->has_file;
  if (run->progress != NULL) {
    request->progress = on_progress;
    request->progress_data = task;
  }
  salon_session_query (SALON_SESSION (source), &salon_query_export_write, SALON_LANE_BACKGROUND, request,
                       g_task_get_cancellable (task), on_written, task);
}

static GTask *
run_new (SalonSession *session, SalonExportOrder *order, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);
  Run *run = g_new0 (Run, 1);

  run->order = order;
  run->replaced = salon_durable_hold (order->path);
  run->actor = *salon_session_actor (session);
  run->sum = g_checksum_new (G_CHECKSUM_SHA256);
  g_task_set_source_tag (task, run_new);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, run, (GDestroyNotify) run_free);
  return task;
}

/**
 * salon_export_start:
 * @order: (transfer full): what is to be exported
 * @writer: (transfer full): writes the file of the order
 * @cancellable: (nullable): then nothing is left of it
 * @progress: (nullable): told in the caller's main context
 *
 * Exports.  The answer comes in the caller's main context.
 */
void
salon_export_start (SalonSession *session, SalonExportOrder *order, SalonRowWriter *writer, GCancellable *cancellable,
                    SalonExportProgress progress, gpointer progress_data, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = run_new (session, order, cancellable, callback, data);
  Run *run = g_task_get_task_data (task);

  run->writer = writer;
  run->progress = progress;
  run->progress_data = progress_data;
  submit (task, &salon_command_export_begin, run->order, on_begun);
}

/**
 * salon_export_start_made:
 * @order: (transfer full): of a report
 * @making: makes the file of the order; its data is taken over
 * @cancellable: (nullable): then nothing is left of it
 *
 * Exports what is made without a look at the salon.  Answered as salon_export_start().
 */
void
salon_export_start_made (SalonSession *session, SalonExportOrder *order, SalonExportMaking making, GCancellable *cancellable,
                         GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = run_new (session, order, cancellable, callback, data);
  Run *run = g_task_get_task_data (task);

  run->making = making;
  submit (task, &salon_command_export_begin, run->order, on_begun);
}

/**
 * salon_export_finish:
 * @done: (out) (optional): what was exported
 *
 * Returns: %FALSE with a sentence for the user; the log and the folder are as before
 */
gboolean
salon_export_finish (SalonSession *session, GAsyncResult *result, SalonExportDone *done, GError **error)
{
  const Run *run = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (done != NULL)
    *done = (SalonExportDone){ run->step.id, run->step.n_rows, run->step.size };
  return TRUE;
}

static void
on_sync (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/**
 * salon_export_run_sync:
 *
 * Exports and waits: for the command line and tests, never in a window.
 */
gboolean
salon_export_run_sync (SalonSession *session, SalonExportOrder *order, SalonRowWriter *writer, GCancellable *cancellable,
                       SalonExportDone *done, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  salon_export_start (session, order, writer, cancellable, NULL, NULL, on_sync, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return salon_export_finish (session, result, done, error);
}

/**
 * salon_export_make_sync:
 *
 * As salon_export_start_made(), and waits: for the command line and tests, never in a window.
 */
gboolean
salon_export_make_sync (SalonSession *session, SalonExportOrder *order, SalonExportMaking making, GCancellable *cancellable,
                        SalonExportDone *done, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  salon_export_start_made (session, order, making, cancellable, on_sync, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return salon_export_finish (session, result, done, error);
}
