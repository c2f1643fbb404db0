/* A worker thread with two first-in-first-out lanes.
 *
 * Why not g_task_run_in_thread(): its pool is shared and keeps no order, and a database connection
 * wants one thread that owns it.  Every task is answered, also those still queued at a stop. */
#include "base/executor.h"

typedef struct {
  GTask *task;
  SalonTaskFunc func;
  void (*call) (gpointer state, gpointer data);
  gpointer call_data;
  gboolean *call_done;
} Entry;

struct _SalonExecutor {
  GObject parent;
  char *name;
  gpointer state;
  GThread *thread;
  GMutex mutex;
  GCond changed;
  GQueue lanes[2];
  SalonIdleFunc idle;
  gboolean stopping;
};

G_DEFINE_FINAL_TYPE (SalonExecutor, salon_executor, G_TYPE_OBJECT)

static Entry *
next_entry (SalonExecutor *self)
{
  Entry *entry = g_queue_pop_head (&self->lanes[SALON_LANE_INTERACTIVE]);

  return entry != NULL ? entry : g_queue_pop_head (&self->lanes[SALON_LANE_BACKGROUND]);
}

static void
run_task (SalonExecutor *self, Entry *entry)
{
  if (!g_task_return_error_if_cancelled (entry->task))
    entry->func (entry->task, self->state, g_task_get_task_data (entry->task));
  g_object_unref (entry->task);
}

static void
run_call (SalonExecutor *self, Entry *entry)
{
  entry->call (self->state, entry->call_data);
  g_mutex_lock (&self->mutex);
  *entry->call_done = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);
}

/* @worked: whether there was a task since the last idle moment.  Waits for a task, unless @idle is to run first. */
static Entry *
take_entry (SalonExecutor *self, gboolean worked, SalonIdleFunc *idle)
{
  Entry *entry = NULL;

  g_mutex_lock (&self->mutex);
  *idle = NULL;
  while ((entry = next_entry (self)) == NULL) {
    *idle = worked ? self->idle : NULL;
    if (*idle != NULL || self->stopping)
      break;
    g_cond_wait (&self->changed, &self->mutex);
  }
  g_mutex_unlock (&self->mutex);
  return entry;
}

static gpointer
work (gpointer data)
{
  SalonExecutor *self = data;
  SalonIdleFunc idle = NULL;
  gboolean worked = FALSE;

  for (;;) {
    g_autofree Entry *entry = take_entry (self, worked, &idle);

    worked = entry != NULL;
    if (idle != NULL)
      idle (self->state);
    else if (entry == NULL)
      return NULL;
    else if (entry->task != NULL)
      run_task (self, entry);
    else
      run_call (self, entry);
  }
}

static void
salon_executor_finalize (GObject *object)
{
  SalonExecutor *self = SALON_EXECUTOR (object);

  salon_executor_stop (self);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_free (self->name);
  G_OBJECT_CLASS (salon_executor_parent_class)->finalize (object);
}

static void
salon_executor_class_init (SalonExecutorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_executor_finalize;
}

static void
salon_executor_init (SalonExecutor *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
}

/**
 * salon_executor_new:
 * @name: name of the thread, at most 15 characters
 * @state: (nullable): handed to every function; only the executor's thread may touch it
 *
 * Returns: (transfer full): an executor whose thread waits for tasks
 */
SalonExecutor *
salon_executor_new (const char *name, gpointer state)
{
  SalonExecutor *self = g_object_new (SALON_TYPE_EXECUTOR, NULL);

  self->name = g_strdup (name);
  self->state = state;
  self->thread = g_thread_new (name, work, self);
  return self;
}

/**
 * salon_executor_set_idle:
 * @idle: (nullable): runs on the executor's thread
 *
 * @idle runs whenever everything that was asked for has been answered and nothing waits: for what may be put off.
 * A task that comes meanwhile waits for its end.
 */
void
salon_executor_set_idle (SalonExecutor *self, SalonIdleFunc idle)
{
  g_mutex_lock (&self->mutex);
  self->idle = idle;
  g_mutex_unlock (&self->mutex);
}

/**
 * salon_executor_push:
 * @lane: interactive tasks go before background ones; inside a lane the order is kept
 * @task: (transfer full): its callback runs in the main context it was made in
 * @func: runs on the executor's thread and answers @task
 *
 * A task pushed after the stop is answered with %G_IO_ERROR_CLOSED.
 */
void
salon_executor_push (SalonExecutor *self, SalonLane lane, GTask *task, SalonTaskFunc func)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->task = task;
  entry->func = func;
  g_mutex_lock (&self->mutex);
  if (!self->stopping) {
    g_queue_push_tail (&self->lanes[lane], entry);
    g_cond_broadcast (&self->changed);
    entry = NULL;
  }
  g_mutex_unlock (&self->mutex);
  if (entry == NULL)
    return;
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED, "%s has been stopped", self->name);
  g_object_unref (task);
  g_free (entry);
}

/**
 * salon_executor_call:
 * @func: runs on the executor's thread
 *
 * Runs @func behind the interactive tasks that wait, and returns when it is done.  For the command
 * line, tests and shutdown; never from the thread of a window.  Runs at once when called from the
 * executor's own thread, or after a stop.
 */
void
salon_executor_call (SalonExecutor *self, void (*func) (gpointer state, gpointer data), gpointer data)
{
  gboolean done = FALSE;

  g_mutex_lock (&self->mutex);
  if (!self->stopping && g_thread_self () != self->thread) {
    Entry *entry = g_new0 (Entry, 1);

    entry->call = func;
    entry->call_data = data;
    entry->call_done = &done;
    g_queue_push_tail (&self->lanes[SALON_LANE_INTERACTIVE], entry);
    g_cond_broadcast (&self->changed);
    while (!done)
      g_cond_wait (&self->changed, &self->mutex);
  }
  g_mutex_unlock (&self->mutex);
  if (!done)
    func (self->state, data);
}

/**
 * salon_executor_stop:
 *
 * Works off what is queued, then ends the thread and waits for it.  May be called twice.
 */
void
salon_executor_stop (SalonExecutor *self)
{
  GThread *thread = NULL;

  g_mutex_lock (&self->mutex);
  self->stopping = TRUE;
  g_cond_broadcast (&self->changed);
  thread = g_steal_pointer (&self->thread);
  g_mutex_unlock (&self->mutex);
  if (thread != NULL)
    g_thread_join (thread);
}

/**
 * salon_run_aside:
 * @task: (transfer none): answered by @func
 * @func: runs on some thread; touches no connection
 *
 * For work on files that needs no order: decoding a picture, looking into backups.
 */
void
salon_run_aside (GTask *task, GTaskThreadFunc func)
{
  g_task_run_in_thread (task, func);
}
