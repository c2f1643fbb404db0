/* Opens and closes a salon and runs its use cases on the thread that owns the right connection.
 *
 * Three threads: "db-write" owns the only connection that writes, "db-read" answers the desk, and
 * "db-background" does reports, checks and backups.  The window's thread never sees a connection. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "model/services/derive.h"
#include "model/entities/enums.h"
#include "model/services/session.h"
#include "model/store/db.h"
#include "model/store/lock.h"
#include "model/store/tx.h"

enum { READER_DESK, READER_BACKGROUND, N_READERS };

/* What a thread owns. */
typedef struct {
  SalonDb *db;
  const char *path;
  SalonDbRole role;
  SalonClock *clock;
  gboolean draft;
} Worker;

struct _SalonSession {
  GObject parent;
  char *path;
  SalonClock *clock;
  SalonActor actor;
  SalonSessionFlags flags;
  SalonLock *lock;
  gboolean was_clean;
  guint n_changes; /* atomic: the writer counts */
  Worker writer_state;
  Worker reader_states[N_READERS];
  SalonExecutor *writer;
  SalonExecutor *readers[N_READERS];
  GMainContext *context;
};

G_DEFINE_FINAL_TYPE (SalonSession, salon_session, G_TYPE_OBJECT)

enum { SIGNAL_CHANGED, SIGNAL_ACTOR_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

typedef struct {
  SalonSession *session; /* strong */
  const SalonCommand *command;
  const SalonQuery *query;
  gpointer request; /* owned when the use case frees requests */
  gboolean owns_request;
  char *uuid;
  SalonActor actor;
  gint64 operation; /* that it goes on with; 0 = a new one */
  GCancellable *cancellable;
  /* answers of a synchronous call */
  SalonDone done;
  gpointer result;
  GError *error;
  SalonLane lane;
} Call;

/* Weak: what nobody listens to any more need not keep a salon open. */
typedef struct {
  GWeakRef session;
  SalonChangeSet *changes;
} Announcement;

static void
call_free (Call *call)
{
  GDestroyNotify free_request = call->command != NULL ? call->command->free_request : call->query->free_request;

  if (call->owns_request && free_request != NULL && call->request != NULL)
    free_request (call->request);
  g_clear_object (&call->session);
  g_free (call->uuid);
  g_free (call);
}

static void
worker_close (gpointer state, gpointer data)
{
  Worker *worker = state;

  if (worker->db != NULL)
    salon_db_close (g_steal_pointer (&worker->db), data);
}

static void
worker_open (gpointer state, gpointer data)
{
  Worker *worker = state;

  worker->db = salon_db_open (worker->path, worker->role, data);
  if (worker->db == NULL || worker->role != SALON_DB_WRITER)
    return;
  salon_db_set_derive (worker->db, salon_derive);
  salon_db_set_watch (worker->db, salon_derive_watch);
  if (worker->draft)
    salon_db_treat_as_draft (worker->db, data);
}

static void
on_writer_idle (gpointer state)
{
  Worker *worker = state;

  if (worker->db != NULL)
    salon_db_tidy (worker->db);
}

/* Readers open at their first call: a start need not wait for them. */
static SalonDb *
worker_db (Worker *worker, GError **error)
{
  if (worker->db == NULL)
    worker_open (worker, error);
  return worker->db;
}

static gboolean
announce (gpointer data)
{
  Announcement *announcement = data;
  g_autoptr (SalonSession) session = g_weak_ref_get (&announcement->session);

  if (session != NULL)
    g_signal_emit (session, signals[SIGNAL_CHANGED], 0, announcement->changes);
  return G_SOURCE_REMOVE;
}

static void
announcement_free (gpointer data)
{
  Announcement *announcement = data;

  g_weak_ref_clear (&announcement->session);
  salon_change_set_unref (announcement->changes);
  g_free (announcement);
}

/* Posts before the answer of the call is posted, so that who waits for the answer sees fresh lists. */
static void
post_changes (SalonSession *self, SalonChangeSet *changes)
{
  Announcement *announcement = NULL;
  GSource *source = NULL;

  if (salon_change_set_size (changes) == 0)
    return;
  if (salon_change_set_size (changes) > 1 || !salon_change_set_touches (changes, "figures"))
    g_atomic_int_inc (&self->n_changes);
  announcement = g_new0 (Announcement, 1);
  g_weak_ref_init (&announcement->session, self);
  announcement->changes = salon_change_set_ref (changes);
  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, announce, announcement, announcement_free);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

static gboolean
run_in_tx (Call *call, SalonTx *tx, GError **error)
{
  if (salon_tx_is_repeat (tx, &call->done.id)) {
    call->done.repeated = TRUE;
    call->done.operation = salon_tx_operation (tx);
    return TRUE;
  }
  if (!call->command->run (tx, call->request, &call->done.id, error))
    return FALSE;
  call->done.operation = salon_tx_operation (tx);
  return salon_tx_set_answer (tx, call->done.id, error);
}

static gboolean
write_call (Worker *worker, Call *call, GError **error)
{
  g_autoptr (SalonChangeSet) changes = NULL;
  SalonTxOptions options = { SALON_TX_WRITE, call->actor, worker->clock, NULL, call->command->name, 0, call->operation };
  SalonTx *tx = NULL;

  if (!call->command->is_upkeep)
    options.uuid = call->uuid;
  if (call->command->undoes != NULL)
    options.undoes = call->command->undoes (call->request);
  tx = salon_tx_begin (worker->db, &options, error);
  if (tx == NULL)
    return FALSE;
  if (!run_in_tx (call, tx, error)) {
    salon_tx_rollback (tx);
    return FALSE;
  }
  if (!salon_tx_commit (tx, &changes, error))
    return FALSE;
  post_changes (call->session, changes);
  return TRUE;
}

static gpointer
read_call (Worker *worker, Call *call, GError **error)
{
  SalonTxOptions options = { SALON_TX_READ, call->actor, worker->clock, NULL, NULL, 0 };
  SalonDb *db = worker_db (worker, error);
  SalonTx *tx = NULL;
  gpointer result = NULL;

  if (db == NULL)
    return NULL;
  salon_db_set_cancellable (db, call->cancellable);
  tx = salon_tx_begin (db, &options, error);
  if (tx != NULL) {
    result = call->query->run (tx, call->request, error);
    salon_tx_rollback (tx);
  }
  salon_db_set_cancellable (db, NULL);
  return result;
}

static void
on_write_task (GTask *task, gpointer state, gpointer data)
{
  Call *call = data;
  GError *error = NULL;

  if (write_call (state, call, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
on_read_task (GTask *task, gpointer state, gpointer data)
{
  Call *call = data;
  GError *error = NULL;
  gpointer result = NULL;

  call->cancellable = g_task_get_cancellable (task);
  result = read_call (state, call, &error);
  if (error == NULL)
    g_task_return_pointer (task, result, call->query->free_result);
  else
    g_task_return_error (task, error);
}

static void
on_write_call (gpointer state, gpointer data)
{
  Call *call = data;

  write_call (state, call, &call->error);
}

static void
on_read_call (gpointer state, gpointer data)
{
  Call *call = data;

  call->result = read_call (state, call, &call->error);
}

static Call *
call_new (SalonSession *self, gpointer request, gboolean owns_request, const char *uuid)
{
  Call *call = g_new0 (Call, 1);

  call->session = g_object_ref (self);
  call->request = request;
  call->owns_request = owns_request;
  call->uuid = uuid != NULL ? g_strdup (uuid) : salon_session_new_uuid ();
  call->actor = self->actor;
  return call;
}

/* What comes after the close, from a window that goes: nobody is told of it. */
static void
set_closed (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The salon is closed");
}

static gboolean
refuse_writing (SalonSession *self, GError **error)
{
  if (self->writer == NULL && (self->flags & SALON_SESSION_READ_ONLY) == 0) {
    set_closed (error);
    return TRUE;
  }
  if ((self->flags & SALON_SESSION_READ_ONLY) == 0)
    return FALSE;
  salon_set_error (error, SALON_ERROR_LOCKED, _("“%s” is open in the window; it cannot be changed from here now."), self->path);
  return TRUE;
}

static void
salon_session_finalize (GObject *object)
{
  SalonSession *self = SALON_SESSION (object);

  salon_session_close (self, NULL);
  g_clear_object (&self->clock);
  g_main_context_unref (self->context);
  g_free (self->path);
  G_OBJECT_CLASS (salon_session_parent_class)->finalize (object);
}

static void
salon_session_class_init (SalonSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = salon_session_finalize;

  /**
   * SalonSession::changed:
   * @changes: topics and ids
   *
   * Once after each COMMIT, in the main context in which the session was opened.
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SALON_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, SALON_TYPE_CHANGE_SET);

  /**
   * SalonSession::actor-changed: somebody else works with the program now
   */
  signals[SIGNAL_ACTOR_CHANGED] = g_signal_new ("actor-changed", SALON_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                                NULL, G_TYPE_NONE, 0);
}

static void
salon_session_init (SalonSession *self)
{
  self->context = g_main_context_ref_thread_default ();
}

static void
make_worker (SalonSession *self, Worker *worker, SalonDbRole role)
{
  worker->path = self->path;
  worker->role = role;
  worker->clock = self->clock;
}

static gboolean
left_behind (const char *path)
{
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  GStatBuf st;

  return g_stat (wal, &st) == 0 && st.st_size > 0;
}

/* A reader cannot bring a file up to date. */
static gboolean
refuse_older (SalonSession *self, GError **error)
{
  gboolean due = FALSE;

  if (!salon_db_migration_is_due (self->path, &due, error))
    return TRUE;
  if (due)
    salon_set_error (error, SALON_ERROR_READ_ONLY,
                     _("“%s” was made by an earlier version. Open it once in Salon Desk, which brings it up to date."), self->path);
  return due;
}

static gboolean
start (SalonSession *self, GError **error)
{
  static const char *const names[N_READERS] = { "db-read", "db-background" };
  gboolean read_only = (self->flags & SALON_SESSION_READ_ONLY) != 0;
  g_autoptr (GError) failure = NULL;

  self->lock = read_only ? salon_lock_share (self->path, error) : salon_lock_take (self->path, error);
  if (self->lock == NULL || (read_only && refuse_older (self, error)))
    return FALSE;
  self->was_clean = read_only || !left_behind (self->path);
  for (int i = 0; i < N_READERS; i++) {
    make_worker (self, &self->reader_states[i], SALON_DB_READER);
    self->readers[i] = salon_executor_new (names[i], &self->reader_states[i]);
  }
  if (read_only)
    return TRUE;
  make_worker (self, &self->writer_state, SALON_DB_WRITER);
  self->writer_state.draft = (self->flags & SALON_SESSION_DRAFT) != 0;
  self->writer = salon_executor_new ("db-write", &self->writer_state);
  salon_executor_set_idle (self->writer, on_writer_idle);
  salon_executor_call (self->writer, worker_open, &failure);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

/**
 * salon_session_create:
 * @path: a file that does not exist
 *
 * Makes an empty salon; open it with salon_session_open().
 */
gboolean
salon_session_create (const char *path, GError **error)
{
  return salon_db_create (path, error);
}

/**
 * salon_session_open:
 * @path: an existing database
 * @clock: (transfer none): where the time comes from
 *
 * Blocks for the few milliseconds that opening takes.
 *
 * Returns: (transfer full) (nullable): the open salon; else %SALON_ERROR_LOCKED (somebody has it),
 *   _NOT_FOUND, _CORRUPT, _FOREIGN, _NEWER, _READ_ONLY or _IO, and the file was not touched
 */
SalonSession *
salon_session_open (const char *path, SalonClock *clock, SalonSessionFlags flags, GError **error)
{
  g_autoptr (SalonSession) self = g_object_new (SALON_TYPE_SESSION, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->path = g_file_get_path (file);
  self->clock = g_object_ref (clock);
  self->flags = flags;
  if (!g_file_test (self->path, G_FILE_TEST_EXISTS)) {
    salon_set_error (error, SALON_ERROR_NOT_FOUND, _("“%s” does not exist."), self->path);
    return NULL;
  }
  return start (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * salon_session_close:
 *
 * Works off what is queued, closes the readers, then the writer, then gives the lock back.  May be
 * called twice; the session cannot be used afterwards.
 */
gboolean
salon_session_close (SalonSession *self, GError **error)
{
  GError *failure = NULL;

  for (int i = 0; i < N_READERS; i++)
    if (self->readers[i] != NULL) {
      salon_executor_call (self->readers[i], worker_close, NULL);
      salon_executor_stop (self->readers[i]);
      g_clear_object (&self->readers[i]);
    }
  if (self->writer != NULL) {
    if (self->lock != NULL)
      salon_lock_wait_for_readers (self->lock, 5);
    salon_executor_call (self->writer, worker_close, &failure);
    salon_executor_stop (self->writer);
    g_clear_object (&self->writer);
  }
  g_clear_pointer (&self->lock, salon_lock_free);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

/**
 * salon_session_path:
 *
 * Returns: (transfer none): the database file
 */
const char *
salon_session_path (SalonSession *self)
{
  return self->path;
}

/**
 * salon_session_clock:
 *
 * Returns: (transfer none): the clock that every use case is given
 */
SalonClock *
salon_session_clock (SalonSession *self)
{
  return self->clock;
}

/**
 * salon_session_was_clean:
 *
 * Returns: whether the file had been closed properly before it was opened now
 */
gboolean
salon_session_was_clean (SalonSession *self)
{
  return self->was_clean;
}

/**
 * salon_session_n_changes: from any thread
 *
 * Returns: how many times something was changed since the salon was opened; figures that can be computed again do not
 *   count
 */
guint
salon_session_n_changes (SalonSession *self)
{
  return (guint) g_atomic_int_get (&self->n_changes);
}

static void
do_nothing (gpointer state, gpointer data)
{
}

/**
 * salon_session_settle: waits until what was submitted is written; for the end of the work
 */
void
salon_session_settle (SalonSession *self)
{
  if (self->writer != NULL)
    salon_executor_call (self->writer, do_nothing, NULL);
}

static void
on_reached (GTask *task, gpointer state, gpointer data)
{
  g_task_return_boolean (task, TRUE);
}

/**
 * salon_session_after_writes:
 * @callback: called in the caller's main context, after the answers to all that was submitted before
 */
void
salon_session_after_writes (SalonSession *self, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, salon_session_after_writes);
  if (self->writer != NULL) {
    salon_executor_push (self->writer, SALON_LANE_INTERACTIVE, task, on_reached);
    return;
  }
  g_task_return_boolean (task, TRUE);
  g_object_unref (task);
}

/**
 * salon_session_set_actor: from now on everything is done in the name of @actor
 */
void
salon_session_set_actor (SalonSession *self, const SalonActor *actor)
{
  self->actor = *actor;
  g_signal_emit (self, signals[SIGNAL_ACTOR_CHANGED], 0);
}

/**
 * salon_session_actor:
 *
 * Returns: (transfer none): who works with the program
 */
const SalonActor *
salon_session_actor (SalonSession *self)
{
  return &self->actor;
}

/**
 * salon_session_new_uuid:
 *
 * An editor makes one for each draft and hands it to every try to save that draft, so that a double
 * click or a retry is the same operation; after success it makes a new one.
 *
 * Returns: (transfer full): a new operation id
 */
char *
salon_session_new_uuid (void)
{
  return g_uuid_string_random ();
}

static void
push_write (SalonSession *self, SalonLane lane, GTask *task, Call *call)
{
  GError *error = NULL;

  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  if (refuse_writing (self, &error)) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  /* A write that was begun is answered as it ended, also when nobody wants it any more. */
  g_task_set_check_cancellable (task, FALSE);
  salon_executor_push (self->writer, lane, task, on_write_task);
}

/**
 * salon_session_submit:
 * @request: (transfer full): handed to the command on the writing thread, then freed by it
 * @uuid: (nullable): the operation's id; %NULL makes one
 *
 * Runs a command.  The answer comes in the caller's main context, after "changed".
 */
void
salon_session_submit (SalonSession *self, const SalonCommand *command, gpointer request, const char *uuid,
                      GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Call *call = call_new (self, request, TRUE, uuid);

  call->command = command;
  g_task_set_source_tag (task, salon_session_submit);
  push_write (self, SALON_LANE_INTERACTIVE, task, call);
}

/**
 * salon_session_submit_as_program:
 * @request: (transfer full): handed to the command on the writing thread, then freed by it
 *
 * Runs a command that nobody asked for, behind what the desk waits for: the log says "The program".  Finish with
 * salon_session_submit_finish().
 */
void
salon_session_submit_as_program (SalonSession *self, const SalonCommand *command, gpointer request, GAsyncReadyCallback callback,
                                 gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);
  Call *call = call_new (self, request, TRUE, NULL);

  call->command = command;
  call->actor = (SalonActor){ .role = SALON_ROLE_OWNER };
  g_task_set_source_tag (task, salon_session_submit);
  push_write (self, SALON_LANE_BACKGROUND, task, call);
}

static Call *
part_new (SalonSession *self, const SalonCommand *command, gpointer request, const char *uuid, gint64 operation,
          const SalonActor *actor)
{
  Call *call = call_new (self, request, FALSE, uuid);

  call->command = command;
  call->operation = operation;
  call->actor = *actor;
  return call;
}

/**
 * salon_session_submit_part:
 * @request: (transfer none): must live until the answer
 * @uuid: (nullable): of the operation that the first part makes
 * @operation: the operation that a later part goes on with; 0 = the first part
 * @actor: in whose name, whoever works with the program meanwhile
 *
 * One chunk of long work, behind what the desk waits for; see job.h.  Finish with salon_session_submit_finish().
 */
void
salon_session_submit_part (SalonSession *self, const SalonCommand *command, gpointer request, const char *uuid,
                           gint64 operation, const SalonActor *actor, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, NULL, callback, data);

  g_task_set_source_tag (task, salon_session_submit_part);
  push_write (self, SALON_LANE_BACKGROUND, task, part_new (self, command, request, uuid, operation, actor));
}

/**
 * salon_session_submit_finish:
 * @done: (out) (optional): what was done
 *
 * Returns: %FALSE with @error when nothing was changed
 */
gboolean
salon_session_submit_finish (SalonSession *self, GAsyncResult *result, SalonDone *done, GError **error)
{
  Call *call = g_task_get_task_data (G_TASK (result));

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (done != NULL)
    *done = call->done;
  return TRUE;
}

static gboolean
write_sync (SalonSession *self, Call *call, SalonDone *done, GError **error)
{
  gboolean ok = FALSE;

  salon_executor_call (self->writer, on_write_call, call);
  ok = call->error == NULL;
  if (done != NULL)
    *done = call->done;
  if (!ok)
    g_propagate_error (error, call->error);
  call_free (call);
  return ok;
}

/**
 * salon_session_submit_sync:
 * @request: (transfer none)
 *
 * Runs a command and waits: for the command line and tests, never in a window.
 */
gboolean
salon_session_submit_sync (SalonSession *self, const SalonCommand *command, gconstpointer request, const char *uuid,
                           SalonDone *done, GError **error)
{
  Call *call = NULL;

  if (refuse_writing (self, error))
    return FALSE;
  call = call_new (self, (gpointer) request, FALSE, uuid);
  call->command = command;
  return write_sync (self, call, done, error);
}

/**
 * salon_session_submit_part_sync: salon_session_submit_part() that waits: never in a window
 */
gboolean
salon_session_submit_part_sync (SalonSession *self, const SalonCommand *command, gpointer request, const char *uuid,
                                gint64 operation, const SalonActor *actor, SalonDone *done, GError **error)
{
  if (refuse_writing (self, error))
    return FALSE;
  return write_sync (self, part_new (self, command, request, uuid, operation, actor), done, error);
}

/**
 * salon_session_query:
 * @lane: who waits for it
 * @request: (transfer full) (nullable): freed when answered
 *
 * Runs a query on a snapshot of the file.  One that comes after the close, from a window that goes, is cancelled.
 */
void
salon_session_query (SalonSession *self, const SalonQuery *query, SalonLane lane, gpointer request,
                     GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  Call *call = call_new (self, request, TRUE, "");
  int reader = lane == SALON_LANE_INTERACTIVE ? READER_DESK : READER_BACKGROUND;
  GError *error = NULL;

  call->query = query;
  g_task_set_source_tag (task, salon_session_query);
  g_task_set_task_data (task, call, (GDestroyNotify) call_free);
  if (self->readers[reader] == NULL) {
    set_closed (&error);
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  salon_executor_push (self->readers[reader], lane, task, on_read_task);
}

/**
 * salon_session_query_finish:
 *
 * Returns: (transfer full) (nullable): the answer, %NULL with @error
 */
gpointer
salon_session_query_finish (SalonSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * salon_session_query_sync:
 *
 * Runs a query and waits: for the command line and tests, never in a window.
 *
 * Returns: (transfer full) (nullable): the answer, %NULL with @error
 */
gpointer
salon_session_query_sync (SalonSession *self, const SalonQuery *query, gconstpointer request, GError **error)
{
  Call *call = call_new (self, (gpointer) request, FALSE, "");
  gpointer result = NULL;

  call->query = query;
  salon_executor_call (self->readers[READER_DESK], on_read_call, call);
  result = call->result;
  if (call->error != NULL)
    g_propagate_error (error, call->error);
  call_free (call);
  return result;
}
