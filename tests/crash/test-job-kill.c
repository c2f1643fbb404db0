/* kill -9 in the midst of long work.  What the next start finds is as far as was acknowledged, or one chunk further; it
 * goes on to the end or is taken back to nothing, and then everybody has a tag or nobody.
 *
 * 40 kills; SALON_TEST_FULL=1 or an argument of "--kills=N" does 5,000 or N. */
#include "model/services/commands.h"
#include "model/services/undo.h"
#include "tests/crash/harness.h"
#include "tests/crash/job-work.h"
#include "tests/support/workload.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  char *folder;
  char *path;
  guint full; /* tags that everybody must have */
  guint n_broken;
  guint n_gone_on;
} Desk;

/* More would make each look at the file slow. */
#define MOST_TAGS 6

static guint n_kills = 40;

static gboolean
prepare (gboolean fresh, gpointer data, GError **error)
{
  Desk *desk = data;
  SalonSession *session = NULL;

  if (!fresh && desk->full < MOST_TAGS)
    return TRUE;
  work_empty_folder (desk->folder);
  desk->full = 0;
  if (!salon_session_create (desk->path, error))
    return FALSE;
  session = work_open (desk->path, error);
  return session != NULL && job_work_fill (session, error) && work_close (session, error);
}

typedef struct {
  const char *under_way; /* NULL = nothing */
  gint64 at;
} LastLine;

static LastLine
follow (Desk *desk, GPtrArray *lines)
{
  LastLine last = { NULL, 0 };

  for (guint i = 0; i < lines->len; i++) {
    const char *line = lines->pdata[i];

    if (g_str_equal (line, "ACK done")) {
      desk->full += g_str_equal (last.under_way, "TAG") ? 1 : -1;
      last = (LastLine){ NULL, 0 };
    } else if (g_str_has_prefix (line, "ACK ")) {
      last.at = g_ascii_strtoll (line + 4, NULL, 10);
    } else {
      last = (LastLine){ line, 0 };
    }
  }
  return last;
}

#define REQUIRE(condition, ...)                                                                   \
  G_STMT_START                                                                                    \
  {                                                                                               \
    if (!(condition)) {                                                                           \
      salon_set_error (error, SALON_ERROR_CORRUPT, __VA_ARGS__);                                  \
      return FALSE;                                                                               \
    }                                                                                             \
  }                                                                                               \
  G_STMT_END

/* Goes on with it or takes it back, by turns.  @full: how many tags everybody must have then. */
static gboolean
finish (Desk *desk, SalonSession *session, const SalonBrokenJob *job, GError **error)
{
  const SalonJobKind *kind = salon_job_kind_of_name (job->kind);
  gboolean is_undo = g_str_equal (job->kind, "undo");
  gboolean goes_on = desk->n_broken++ % 2 == 0;
  SalonJobRun *run = NULL;

  REQUIRE (kind != NULL, "a job of the kind %s cannot go on", job->kind);
  run = goes_on ? salon_job_run_resumed (kind, kind->revive (job->request, NULL), job->operation)
                : salon_job_run_new (&salon_job_undo, salon_id_request_new (job->operation));
  desk->n_gone_on += goes_on;
  if (!salon_job_run_sync (session, run, NULL, NULL, NULL, NULL, NULL, error))
    return FALSE;
  if (goes_on)
    desk->full += is_undo ? -1 : 1;
  return TRUE;
}

static gboolean
inspect (Desk *desk, SalonSession *session, const LastLine *last, GError **error)
{
  JobWorkState state;
  JobWorkState after;
  gboolean good = TRUE;

  if (!job_work_look (session, &state, error))
    return FALSE;
  REQUIRE (state.running->len <= 1, "%u jobs at once", state.running->len);
  REQUIRE (state.running->len == 1 || state.partly == 0, "a tag stands half given without a job");
  REQUIRE (last->at == 0 || state.running->len == 1 || state.full != desk->full, "acknowledged chunks are gone");
  if (state.running->len == 1) {
    const SalonBrokenJob *job = state.running->pdata[0];

    REQUIRE (job->done >= last->at, "%d of %d acknowledged", (int) job->done, (int) last->at);
    REQUIRE (g_str_equal (job->kind, "undo") || job->done == state.n_some, "the job says %d, there are %d", (int) job->done,
             (int) state.n_some);
    good = finish (desk, session, job, error);
  } else if (last->under_way != NULL) { /* it came to its end, or did not begin */
    REQUIRE (state.full + 1 >= desk->full && state.full <= desk->full + 1, "%u tags, not %u", state.full, desk->full);
    desk->full = state.full;
  }
  job_work_state_clear (&state);
  if (!good || !job_work_look (session, &after, error))
    return FALSE;
  REQUIRE (after.running->len == 0 && after.partly == 0, "something is left half done");
  REQUIRE (after.full == desk->full, "%u tags, not %u", after.full, desk->full);
  job_work_state_clear (&after);
  return TRUE;
}

static gboolean
check (GPtrArray *lines, gpointer data, GError **error)
{
  Desk *desk = data;
  LastLine last = follow (desk, lines);
  SalonSession *session = work_open (desk->path, error);
  gboolean good = FALSE;

  if (session == NULL)
    return FALSE;
  good = inspect (desk, session, &last, error) && work_check_health (session, error);
  return work_close (session, good ? error : NULL) && good;
}

static void
test_kill (void)
{
  g_autofree char *driver = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "crash", "job-driver", NULL);
  Desk desk = { work_make_folder (), NULL, 0, 0, 0 };
  const char *argv[] = { driver, NULL, NULL };
  CrashWorkflow workflow = { argv, prepare, check, &desk };
  CrashRun run = { (guint32) g_test_rand_int (), n_kills, 0, 0, NULL };
  g_autoptr (GError) error = NULL;

  desk.path = g_build_filename (desk.folder, "salon.db", NULL);
  argv[1] = desk.path;
  if (!crash_run (&workflow, &run, &error))
    g_error ("%s\n(the file is %s)", error->message, desk.path);
  g_test_message ("%u jobs were broken off, %u of them went on", desk.n_broken, desk.n_gone_on);
  g_assert_cmpuint (desk.n_broken, >, n_kills / 10);
  work_empty_folder (desk.folder);
  g_assert_cmpint (g_rmdir (desk.folder), ==, 0);
  g_free (desk.folder);
  g_free (desk.path);
}

int
main (int argc, char **argv)
{
  if (g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0)
    n_kills = 5000;
  g_test_init (&argc, &argv, NULL);
  if (argc > 1 && g_str_has_prefix (argv[1], "--kills="))
    n_kills = (guint) atoi (argv[1] + strlen ("--kills="));
  g_test_add_func ("/kill/long-work", test_kill);
  return g_test_run ();
}
