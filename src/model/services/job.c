/* Runs jobs chunk by chunk; each chunk is a transaction that goes on with the operation of the first. */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/rules/permission.h"
#include "model/services/job.h"
#include "model/store/job-store.h"
#include "model/store/journal.h"

#define FIRST_BUDGET 100
#define LEAST_BUDGET 10
#define MOST_BUDGET  5000
#define STEP_US      25000 /* of the step itself; derived values and the commit come on top */

struct _SalonJobRun {
  const SalonJobKind *kind;
  gpointer request;
  SalonJob job;
  gboolean is_begun; /* its row is in the file */
  gboolean is_resumed;
  gboolean stops;
  gboolean is_stopped;
  guint budget;
  /* who waits for it */
  SalonActor actor;
  SalonJobProgress progress;
  gpointer progress_data;
  SalonDone done;
};

/**
 * salon_job_run_new:
 * @request: (transfer full) (nullable): what the kind wants
 *
 * Returns: (transfer full): a job that has not begun
 */
SalonJobRun *
salon_job_run_new (const SalonJobKind *kind, gpointer request)
{
  SalonJobRun *self = g_new0 (SalonJobRun, 1);

  self->kind = kind;
  self->request = request;
  self->budget = FIRST_BUDGET;
  return self;
}

/**
 * salon_job_run_resumed:
 * @request: (transfer full) (nullable): the same as before
 * @operation: of the job that was broken off
 *
 * Returns: (transfer full): a job that goes on where it was broken off
 */
SalonJobRun *
salon_job_run_resumed (const SalonJobKind *kind, gpointer request, gint64 operation)
{
  SalonJobRun *self = salon_job_run_new (kind, request);

  self->is_resumed = TRUE;
  self->job.operation = operation;
  return self;
}

/**
 * salon_job_run_free: frees a job and its request
 */
void
salon_job_run_free (SalonJobRun *self)
{
  if (self->kind->free_request != NULL && self->request != NULL)
    self->kind->free_request (self->request);
  g_clear_pointer (&self->job.ids, g_array_unref);
  g_free (self);
}

/**
 * salon_job_run_request:
 *
 * Returns: (transfer none): what it was made with
 */
gconstpointer
salon_job_run_request (const SalonJobRun *self)
{
  return self->request;
}

/* ---- one chunk, on the writing thread */

static void
fill_row (const SalonJobRun *run, const SalonJob *job, SalonJobRow *row)
{
  *row = (SalonJobRow){
    .operation = job->operation,
    .state = run->stops ? SALON_JOB_STOPPED : job->is_last ? SALON_JOB_DONE : SALON_JOB_RUNNING,
    .cursor = job->cursor,
    .done = job->done,
    .skipped = job->skipped,
    .total = job->total,
  };
}

static gboolean
begin (SalonTx *tx, const SalonJobRun *run, SalonJob *job, GError **error)
{
  g_autofree char *request = NULL;
  SalonJobRow row;

  job->operation = salon_tx_operation (tx);
  if (!run->kind->begin (tx, run->request, job, error))
    return FALSE;
  if (job->is_last) /* it was so little that it is done: no job, but a change like any other */
    return TRUE;
  request = run->kind->save != NULL ? run->kind->save (run->request) : NULL;
  fill_row (run, job, &row);
  row.kind = (char *) run->kind->command.name;
  row.request = request;
  return salon_job_store_add (tx, &row, job->ids, error);
}

/* Whoever did it, or may undo what others did, may let it go on. */
static gboolean
may_go_on (SalonTx *tx, gint64 operation, GError **error)
{
  g_autoptr (SalonOperationRow) row = salon_journal_operation (tx, operation, error);

  return row != NULL
         && (row->user_id == salon_tx_actor (tx)->user_id
             || salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_UNDO_OTHERS, error));
}

static gboolean
load (SalonTx *tx, SalonJob *job, GError **error)
{
  g_autoptr (SalonJobRow) row = NULL;

  if (!may_go_on (tx, job->operation, error) || !salon_job_store_get (tx, job->operation, &row, error))
    return FALSE;
  if (row == NULL || row->state != SALON_JOB_RUNNING) {
    salon_set_error (error, SALON_ERROR_CONFLICT, _("This work has come to its end already."));
    return FALSE;
  }
  job->cursor = row->cursor;
  job->done = row->done;
  job->skipped = row->skipped;
  job->total = row->total;
  job->ids = salon_job_store_ids (tx, job->operation, error);
  return job->ids != NULL;
}

/* An undo that came in between has put an end to it. */
static gboolean
is_still_running (SalonTx *tx, gint64 operation, gboolean *running, GError **error)
{
  g_autoptr (SalonJobRow) row = NULL;

  if (!salon_job_store_get (tx, operation, &row, error))
    return FALSE;
  *running = row != NULL && row->state == SALON_JOB_RUNNING;
  return TRUE;
}

static gboolean
step (SalonTx *tx, SalonJobRun *run, SalonJob *job, GError **error)
{
  gint64 begun = salon_clock_monotonic_us ();
  gint64 taken = 0;
  SalonJobRow row;

  if (!run->stops && !run->kind->step (tx, run->request, job, run->budget, error))
    return FALSE;
  taken = MAX (salon_clock_monotonic_us () - begun, 1);
  run->budget = (guint) CLAMP (run->budget * CLAMP ((double) STEP_US / (double) taken, 0.5, 2.0), LEAST_BUDGET, MOST_BUDGET);
  fill_row (run, job, &row);
  return salon_job_store_update (tx, &row, error);
}

/**
 * salon_job_run_part:
 * @data: a #SalonJobRun
 * @id: (out): things worked off so far
 *
 * One chunk.  The run of commands of jobs.
 */
gboolean
salon_job_run_part (SalonTx *tx, gconstpointer data, gint64 *id, GError **error)
{
  SalonJobRun *run = (SalonJobRun *) data;
  SalonJob next = run->job;
  gboolean running = TRUE;
  gboolean ok = TRUE;

  if (!run->is_begun)
    ok = run->is_resumed ? load (tx, &next, error) : begin (tx, run, &next, error);
  else
    ok = is_still_running (tx, next.operation, &running, error);
  run->job.ids = next.ids;
  if (!ok)
    return FALSE;
  run->is_stopped = run->stops || !running;
  if (running && !next.is_last && !step (tx, run, &next, error))
    return FALSE;
  run->is_begun = TRUE;
  run->job = next;
  run->job.is_last |= run->is_stopped;
  *id = next.done;
  return TRUE;
}

/* ---- all chunks */

static void
take_answer (const SalonJobRun *run, SalonJobResult *answer)
{
  if (answer == NULL)
    return;
  *answer = (SalonJobResult){ run->done, run->job.done, run->job.skipped, run->job.made, run->is_stopped };
}

static gboolean
is_over (SalonJobRun *run, GCancellable *cancellable)
{
  if (run->done.repeated || run->job.is_last)
    return TRUE;
  if (run->progress != NULL)
    run->progress (run->job.done, run->job.total, run->progress_data);
  run->stops = g_cancellable_is_cancelled (cancellable);
  return FALSE;
}

static void on_part (GObject *source, GAsyncResult *result, gpointer data);

static void
submit_part (GTask *task, const char *uuid)
{
  SalonJobRun *run = g_task_get_task_data (task);

  salon_session_submit_part (g_task_get_source_object (task), &run->kind->command, run, uuid, run->job.operation,
                             &run->actor, on_part, task);
}

static void
on_part (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  SalonJobRun *run = g_task_get_task_data (task);
  GError *error = NULL;

  if (!salon_session_submit_finish (SALON_SESSION (source), result, &run->done, &error)) {
    g_task_return_error (task, error);
    g_object_unref (task);
  } else if (is_over (run, g_task_get_cancellable (task))) {
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
  } else {
    submit_part (task, NULL);
  }
}

/**
 * salon_job_start:
 * @run: (transfer full): what is to be done
 * @uuid: (nullable): the operation's id; %NULL makes one
 * @cancellable: (nullable): stops it between two chunks; what was done stands
 * @progress: (nullable): told after each chunk
 *
 * Begins a job, or goes on with one.  The answer comes in the caller's main context.
 */
void
salon_job_start (SalonSession *session, SalonJobRun *run, const char *uuid, GCancellable *cancellable,
                 SalonJobProgress progress, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (session, cancellable, callback, data);

  run->actor = *salon_session_actor (session);
  run->progress = progress;
  run->progress_data = data;
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, salon_job_start);
  g_task_set_task_data (task, run, (GDestroyNotify) salon_job_run_free);
  submit_part (task, uuid);
}

/**
 * salon_job_finish:
 * @answer: (out) (optional): what was done
 *
 * Returns: %FALSE with @error when a chunk failed: those before it stand, and the job is found as broken off
 */
gboolean
salon_job_finish (SalonSession *session, GAsyncResult *result, SalonJobResult *answer, GError **error)
{
  take_answer (g_task_get_task_data (G_TASK (result)), answer);
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * salon_job_run_sync:
 * @run: (transfer full): what is to be done
 *
 * Runs a job and waits: for the command line and tests, never in a window.
 */
gboolean
salon_job_run_sync (SalonSession *session, SalonJobRun *run, const char *uuid, GCancellable *cancellable,
                    SalonJobProgress progress, gpointer data, SalonJobResult *answer, GError **error)
{
  gboolean ok = TRUE;

  run->actor = *salon_session_actor (session);
  run->progress = progress;
  run->progress_data = data;
  do {
    ok = salon_session_submit_part_sync (session, &run->kind->command, run, uuid, run->job.operation, &run->actor, &run->done,
                                         error);
  } while (ok && !is_over (run, cancellable));
  take_answer (run, answer);
  salon_job_run_free (run);
  return ok;
}

/* ---- jobs that were broken off */

/**
 * salon_broken_job_free: frees one
 */
void
salon_broken_job_free (SalonBrokenJob *self)
{
  g_free (self->kind);
  g_free (self->request);
  g_free (self);
}

/**
 * salon_jobs_broken:
 *
 * To be asked when a salon was just opened: later, jobs that run are among them.
 *
 * Returns: (transfer full) (element-type SalonBrokenJob): jobs that did not come to their end, oldest first
 */
GPtrArray *
salon_jobs_broken (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_broken_job_free);
  g_autoptr (GArray) operations = NULL;

  if (!salon_permission_check (salon_tx_actor (tx), SALON_PERMISSION_UNDO, error))
    return NULL;
  operations = salon_job_store_running (tx, error);
  if (operations == NULL)
    return NULL;
  for (guint i = 0; i < operations->len; i++) {
    g_autoptr (SalonJobRow) row = NULL;
    SalonBrokenJob *job = NULL;

    if (!salon_job_store_get (tx, g_array_index (operations, gint64, i), &row, error))
      return NULL;
    job = g_new0 (SalonBrokenJob, 1);
    job->operation = row->operation;
    job->done = row->done;
    job->total = row->total;
    job->kind = g_steal_pointer (&row->kind);
    job->request = g_steal_pointer (&row->request);
    g_ptr_array_add (jobs, job);
  }
  return g_steal_pointer (&jobs);
}

/**
 * salon_job_leave:
 * @request: the operation of a job that was broken off
 *
 * Leaves it as it is: it is not found again, and can still be undone.
 */
gboolean
salon_job_leave (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error)
{
  g_autoptr (SalonJobRow) row = NULL;

  if (!may_go_on (tx, request->id, error) || !salon_job_store_get (tx, request->id, &row, error))
    return FALSE;
  *id = request->id;
  if (row == NULL || row->state != SALON_JOB_RUNNING)
    return TRUE;
  row->state = SALON_JOB_STOPPED;
  return salon_job_store_update (tx, row, error);
}

static gpointer
run_jobs_broken (SalonTx *tx, gconstpointer request, GError **error)
{
  return salon_jobs_broken (tx, request, error);
}

const SalonQuery salon_query_jobs_broken = { "jobs.broken", run_jobs_broken, NULL, (GDestroyNotify) g_ptr_array_unref };

/**
 * salon_job_each:
 * @budget: at most so many of its ids, from the cursor on
 *
 * The step of a job that does the same to each of its ids; notes how far it is and what was left as it was.
 */
gboolean
salon_job_each (SalonTx *tx, SalonJob *job, guint budget, SalonJobOne one, gint64 about, GError **error)
{
  for (guint i = 0; i < budget && job->cursor < job->ids->len; i++) {
    gboolean changed = FALSE;

    if (!one (tx, g_array_index (job->ids, gint64, job->cursor), about, &changed, error))
      return FALSE;
    job->cursor++;
    job->done++;
    job->skipped += changed ? 0 : 1;
  }
  job->is_last = job->cursor >= job->ids->len;
  return TRUE;
}

SALON_DEFINE_COMMAND (salon_command_job_leave, "jobs.leave", SALON_N ("Broken off work left as it is"), salon_job_leave,
                      SalonIdRequest, g_free)
