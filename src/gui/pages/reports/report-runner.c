/* The report tells of its progress on its own thread: a number that a timer looks at.  What is quick shows no progress. */
#include "config.h"

#include "gui/pages/reports/report-runner.h"
#include "model/services/reports.h"

#define LOOK_MS 100
#define LOOKS_BEFORE_PROGRESS 3 /* 300 ms */

/* One run; the thread of the report reaches it until its answer is there. */
typedef struct {
  SalonReportRunner *runner;
  SalonReportSpec *spec;
  GCancellable *cancellable;
  int permille; /* atomic */
} Run;

struct _SalonReportRunner {
  GObject parent_instance;

  SalonSession *session;
  Run *run; /* not owned: the newest; NULL = none */
  guint timer;
  guint looks;
};

enum { ANSWERED, FAILED, PROGRESS, ENDED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SalonReportRunner, salon_report_runner, G_TYPE_OBJECT)

static void
run_free (Run *run)
{
  g_object_unref (run->runner);
  salon_report_spec_unref (run->spec);
  g_object_unref (run->cancellable);
  g_free (run);
}

static void
on_told (gpointer data, int permille)
{
  g_atomic_int_set (&((Run *) data)->permille, permille);
}

static gboolean
look (gpointer data)
{
  SalonReportRunner *self = data;

  if (++self->looks >= LOOKS_BEFORE_PROGRESS)
    g_signal_emit (self, signals[PROGRESS], 0, g_atomic_int_get (&self->run->permille));
  return G_SOURCE_CONTINUE;
}

/* Nothing runs any more, as far as anybody cares. */
static void
end (SalonReportRunner *self)
{
  if (self->run == NULL)
    return;
  g_clear_handle_id (&self->timer, g_source_remove);
  self->run = NULL;
  self->looks = 0;
  g_signal_emit (self, signals[ENDED], 0);
}

static void
on_answer (GObject *source, GAsyncResult *result, gpointer data)
{
  Run *run = data;
  g_autoptr (SalonReportRunner) self = g_object_ref (run->runner);
  g_autoptr (GError) error = NULL;
  SalonReportTable *table = salon_session_query_finish (SALON_SESSION (source), result, &error);
  g_autoptr (SalonReportAnswer) answer = table != NULL ? salon_report_answer_new (table, run->spec) : NULL;
  gboolean is_wanted = run == self->run;

  if (is_wanted)
    end (self);
  if (is_wanted && answer != NULL)
    g_signal_emit (self, signals[ANSWERED], 0, answer);
  else if (is_wanted && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit (self, signals[FAILED], 0, error);
  run_free (run);
}

static void
salon_report_runner_dispose (GObject *object)
{
  SalonReportRunner *self = SALON_REPORT_RUNNER (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (salon_report_runner_parent_class)->dispose (object);
}

static void
salon_report_runner_class_init (SalonReportRunnerClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = salon_report_runner_dispose;

  /**
   * SalonReportRunner::answered:
   * @answer: a #SalonReportAnswer
   */
  signals[ANSWERED] = g_signal_new ("answered", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);

  /**
   * SalonReportRunner::failed:
   * @error: why there is no answer; not emitted for what was cancelled
   */
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  /**
   * SalonReportRunner::progress:
   * @permille: how far it has come, of what takes longer than a moment
   */
  signals[PROGRESS] = g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  /**
   * SalonReportRunner::ended: nothing runs any more: before the answer, the failure, and after a cancel
   */
  signals[ENDED] = g_signal_new ("ended", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
salon_report_runner_init (SalonReportRunner *self)
{
}

/**
 * salon_report_runner_new:
 */
SalonReportRunner *
salon_report_runner_new (SalonSession *session)
{
  SalonReportRunner *self = g_object_new (SALON_TYPE_REPORT_RUNNER, NULL);

  self->session = g_object_ref (session);
  return self;
}

/**
 * salon_report_runner_run: asks in the background; of several questions only the newest is answered
 */
void
salon_report_runner_run (SalonReportRunner *self, SalonReportSpec *spec)
{
  SalonReportRequest *request = salon_report_request_new (spec);
  Run *run = g_new0 (Run, 1);

  salon_report_runner_cancel (self);
  *run = (Run){ g_object_ref (self), salon_report_spec_ref (spec), g_cancellable_new (), 0 };
  request->progress = on_told;
  request->progress_data = run;
  self->run = run;
  self->timer = g_timeout_add (LOOK_MS, look, self);
  salon_session_query (self->session, &salon_query_report, SALON_LANE_BACKGROUND, request, run->cancellable, on_answer, run);
}

/**
 * salon_report_runner_cancel: nobody waits for the answer any more
 */
void
salon_report_runner_cancel (SalonReportRunner *self)
{
  if (self->run == NULL)
    return;
  g_cancellable_cancel (self->run->cancellable);
  end (self);
}

/**
 * salon_report_runner_is_running:
 *
 * Returns: whether an answer is awaited
 */
gboolean
salon_report_runner_is_running (SalonReportRunner *self)
{
  return self->run != NULL;
}
