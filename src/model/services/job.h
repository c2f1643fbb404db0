#pragma once
/* Long work in chunks: one operation of the log, many short transactions, so that the desk is never locked out.
 *
 * What was done by a job is taken back as a whole by one undo (undo.h), which is a job itself.  A job that was broken
 * off by the end of the program is found again at the next start: it goes on, or is undone. */
#include "model/entities/enums.h"
#include "model/services/session.h"

G_BEGIN_DECLS

/**
 * SalonJob: how far a job has come; a step moves it
 * @operation: of the log
 * @cursor: where the next chunk begins, in the counting of the kind
 * @done: things worked off; @skipped of them were left as they are
 * @total: of how many; 0 = not known beforehand
 * @ids: (nullable) (element-type gint64): what was chosen when it began; kept for the case that it is broken off
 * @made: id of what was made when it began; 0 = nothing, or it was broken off since
 * @is_last: set by the chunk that was the last
 */
typedef struct {
  gint64 operation;
  gint64 cursor;
  gint64 done;
  gint64 skipped;
  gint64 total;
  GArray *ids;
  gint64 made;
  gboolean is_last;
} SalonJob;

/**
 * SalonJobKind: what a job does
 * @command: name, label and, if need be, what it undoes; @run is salon_job_run_part()
 * @begin: checks the permission and chooses what is to be done: @total, @ids; in the transaction of the first chunk; what
 *   is little it may do at once, and say so by @is_last
 * @step: works off about @budget things from @cursor on; %FALSE takes back this chunk and ends the job
 * @free_request: (nullable): frees a request
 * @save: (nullable): the request as a text, if a job can go on that was broken off
 * @revive: (nullable): the request of such a text
 */
typedef struct {
  SalonCommand command;
  gboolean (*begin) (SalonTx *tx, gconstpointer request, SalonJob *job, GError **error);
  gboolean (*step) (SalonTx *tx, gconstpointer request, SalonJob *job, guint budget, GError **error);
  GDestroyNotify free_request;
  char *(*save) (gconstpointer request);
  gpointer (*revive) (const char *text, GError **error);
} SalonJobKind;

/* Defines the command of a kind of job; to stand in its initializer. */
#define SALON_JOB_COMMAND(op_name, op_label, undoes_func)                                         \
  { op_name, op_label, salon_job_run_part, (GDestroyNotify) salon_job_run_free, FALSE, undoes_func }

/**
 * SalonJobRun: a job with its request, as it is handed to its command; one call of the command is one chunk
 */
typedef struct _SalonJobRun SalonJobRun;

/**
 * SalonJobProgress: between two chunks, in the caller's main context
 */
typedef void (*SalonJobProgress) (gint64 done, gint64 total, gpointer data);

/**
 * SalonJobResult:
 * @made: id of what was made when it began; 0 = nothing
 * @stopped: by the cancellable, before its end; what was done stands and can be undone
 */
typedef struct {
  SalonDone done;
  gint64 n_done;
  gint64 n_skipped;
  gint64 made;
  gboolean stopped;
} SalonJobResult;

SalonJobRun *salon_job_run_new (const SalonJobKind *kind, gpointer request);
SalonJobRun *salon_job_run_resumed (const SalonJobKind *kind, gpointer request, gint64 operation);
void salon_job_run_free (SalonJobRun *self);
gconstpointer salon_job_run_request (const SalonJobRun *self);
gboolean salon_job_run_part (SalonTx *tx, gconstpointer run, gint64 *id, GError **error);

void salon_job_start (SalonSession *session, SalonJobRun *run, const char *uuid, GCancellable *cancellable,
                      SalonJobProgress progress, GAsyncReadyCallback callback, gpointer data);
gboolean salon_job_finish (SalonSession *session, GAsyncResult *result, SalonJobResult *answer, GError **error);
gboolean salon_job_run_sync (SalonSession *session, SalonJobRun *run, const char *uuid, GCancellable *cancellable,
                             SalonJobProgress progress, gpointer data, SalonJobResult *answer, GError **error);

/**
 * SalonJobOne: does one thing of a job
 * @about: what it is done with, as the request says
 * @changed: (out): %FALSE if there was nothing to do
 */
typedef gboolean (*SalonJobOne) (SalonTx *tx, gint64 id, gint64 about, gboolean *changed, GError **error);

gboolean salon_job_each (SalonTx *tx, SalonJob *job, guint budget, SalonJobOne one, gint64 about, GError **error);

/**
 * SalonBrokenJob: a job that did not come to its end
 */
typedef struct {
  gint64 operation;
  char *kind;
  gint64 done;
  gint64 total;
  char *request; /* NULL = cannot go on */
} SalonBrokenJob;

void salon_broken_job_free (SalonBrokenJob *self);
GPtrArray *salon_jobs_broken (SalonTx *tx, gconstpointer nothing, GError **error);
gboolean salon_job_leave (SalonTx *tx, const SalonIdRequest *request, gint64 *id, GError **error);

extern const SalonQuery salon_query_jobs_broken;  /* → GPtrArray of SalonBrokenJob, oldest first */
extern const SalonCommand salon_command_job_leave; /* SalonIdRequest, the operation: it stays as it is */

G_END_DECLS
