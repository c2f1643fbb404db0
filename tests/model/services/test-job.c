/* Jobs: one operation in many transactions, one undo; stopped, broken off, gone on with. */
#include "base/error.h"
#include "model/entities/category.h"
#include "model/entities/client-category.h"
#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/entities/tag.h"
#include "model/services/bulk-clients.h"
#include "model/services/clients.h"
#include "model/services/commands.h"
#include "model/services/undo.h"
#include "support/salon-fixture.h"

#define N_CLIENTS 450

typedef struct {
  SalonFixture *salon;
  GArray *clients;
  gint64 tag;
  guint n_progress;
  guint stop_after; /* chunks; 0 = never */
  GCancellable *cancellable;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  SalonTag *tag = salon_tag_new ();

  f->salon = salon_fixture_new ();
  f->clients = g_array_new (FALSE, FALSE, sizeof (gint64));
  f->cancellable = g_cancellable_new ();
  for (guint i = 0; i < N_CLIENTS; i++) {
    g_autofree char *name = g_strdup_printf ("Client %u", i);
    gint64 id = salon_fixture_add_client (f->salon, name, NULL);

    g_array_append_val (f->clients, id);
  }
  tag->name = g_strdup ("Bride");
  f->tag = salon_fixture_insert (f->salon, tag);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_array_unref (f->clients);
  g_object_unref (f->cancellable);
  salon_fixture_free (f->salon);
}

static void
on_progress (gint64 done, gint64 total, gpointer data)
{
  Fixture *f = data;

  g_assert_cmpint (done, >, 0);
  g_assert_cmpint (done, <, total);
  g_assert_cmpint (total, ==, N_CLIENTS);
  if (++f->n_progress == f->stop_after)
    g_cancellable_cancel (f->cancellable);
}

static SalonJobResult
run (Fixture *f, SalonJobRun *job, const char *uuid)
{
  g_autoptr (GError) error = NULL;
  SalonJobResult result = { 0 };

  f->n_progress = 0;
  salon_job_run_sync (f->salon->session, job, uuid, f->cancellable, on_progress, f, &result, &error);
  g_assert_no_error (error);
  return result;
}

static SalonJobRun *
tag_all (Fixture *f)
{
  return salon_bulk_run_new (SALON_BULK_TAG, salon_bulk_request_new (f->clients, f->tag, NULL));
}

static SalonJobResult
undo (Fixture *f, gint64 operation, GError **error)
{
  SalonJobResult result = { 0 };

  salon_job_run_sync (f->salon->session, salon_job_run_new (&salon_job_undo, salon_id_request_new (operation)), NULL, NULL,
                      NULL, NULL, &result, error);
  return result;
}

static guint
n_tagged (Fixture *f)
{
  return salon_fixture_count (f->salon, salon_client_tag_get_type ());
}

static void
test_one_operation (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonJobResult done = run (f, tag_all (f), NULL);
  SalonJobResult undone;
  SalonJobResult again;

  g_assert_cmpint (done.n_done, ==, N_CLIENTS);
  g_assert_cmpint (done.n_skipped, ==, 0);
  g_assert_false (done.stopped);
  g_assert_cmpuint (f->n_progress, >=, 1); /* more than one chunk */
  g_assert_cmpuint (n_tagged (f), ==, N_CLIENTS);

  undone = undo (f, done.done.operation, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undone.n_done, ==, N_CLIENTS);
  g_assert_cmpint (undone.done.operation, !=, done.done.operation);
  g_assert_cmpuint (n_tagged (f), ==, 0);

  undo (f, done.done.operation, &error);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  g_clear_error (&error);
  again = undo (f, undone.done.operation, &error); /* the redo */
  g_assert_no_error (error);
  g_assert_cmpint (again.n_skipped, ==, 0);
  g_assert_cmpuint (n_tagged (f), ==, N_CLIENTS);
}

static void
test_who_has_it_is_skipped (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonClientTag *mine = salon_client_tag_new ();
  SalonJobResult done;

  mine->client_id = g_array_index (f->clients, gint64, 7);
  mine->tag_id = f->tag;
  salon_fixture_insert (f->salon, mine);
  done = run (f, tag_all (f), NULL);
  g_assert_cmpint (done.n_skipped, ==, 1);
  undo (f, done.done.operation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_tagged (f), ==, 1); /* what was there before stays */
}

static void
test_a_repeat_does_nothing (Fixture *f, gconstpointer data)
{
  SalonJobResult first = run (f, tag_all (f), "job-uuid-0001");
  SalonJobResult again = run (f, tag_all (f), "job-uuid-0001");

  g_assert_true (again.done.repeated);
  g_assert_cmpint (again.done.operation, ==, first.done.operation);
  g_assert_cmpuint (n_tagged (f), ==, N_CLIENTS);
}

static gboolean
remove_tag (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  SalonBulkRequest *request = data;
  SalonJob job = { .ids = request->client_ids };

  return salon_job_clients_untag.step (tx, request, &job, 1, error);
}

static void
test_changed_since_stays (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonJobResult done = run (f, tag_all (f), NULL);
  SalonBulkRequest *request = salon_bulk_request_new (f->clients, f->tag, NULL);
  SalonJobResult undone;

  salon_fixture_write (f->salon, remove_tag, request); /* of the first client */
  undone = undo (f, done.done.operation, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undone.n_skipped, ==, 1);
  g_assert_cmpuint (n_tagged (f), ==, 0);
  salon_bulk_request_free (request);
}

static void
test_made_in_place (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonCategory *category = salon_category_new ();
  SalonJobResult done;

  category->name = g_strdup ("Models");
  category->color = 0xaa3366;
  done = run (f, salon_bulk_run_new (SALON_BULK_CATEGORY, salon_bulk_request_new (f->clients, 0, SALON_ENTITY (category))), NULL);
  g_assert_cmpuint (salon_fixture_count (f->salon, salon_category_get_type ()), ==, 1);
  g_assert_cmpuint (salon_fixture_count (f->salon, salon_client_category_get_type ()), ==, N_CLIENTS);
  undo (f, done.done.operation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (salon_fixture_count (f->salon, salon_category_get_type ()), ==, 0);
}

static guint
n_archived (Fixture *f)
{
  guint n = 0;

  for (guint i = 0; i < f->clients->len; i++) {
    g_autoptr (SalonClient) client =
        salon_fixture_get (f->salon, salon_client_get_type (), g_array_index (f->clients, gint64, i));

    n += client->archived_at != 0 ? 1 : 0;
  }
  return n;
}

static void
test_archive (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonJobResult done = run (f, salon_bulk_run_new (SALON_BULK_ARCHIVE, salon_bulk_request_new (f->clients, 0, NULL)), NULL);

  g_assert_cmpint (done.n_skipped, ==, 0);
  g_assert_cmpuint (n_archived (f), ==, N_CLIENTS);
  undo (f, done.done.operation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_archived (f), ==, 0);
}

static GPtrArray *
broken (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *jobs = salon_session_query_sync (f->salon->session, &salon_query_jobs_broken, NULL, &error);

  g_assert_no_error (error);
  return jobs;
}

static void
test_stopped (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) jobs = NULL;
  SalonJobResult done;

  f->stop_after = 2;
  done = run (f, tag_all (f), NULL);
  g_assert_true (done.stopped);
  g_assert_cmpint (done.n_done, <, N_CLIENTS);
  g_assert_cmpuint (n_tagged (f), ==, done.n_done);
  jobs = broken (f);
  g_assert_cmpuint (jobs->len, ==, 0); /* it was somebody's will */
  undo (f, done.done.operation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_tagged (f), ==, 0);
}

/* The program ends after the first chunk. */
static gint64
break_off (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  SalonJobRun *job = tag_all (f);
  SalonDone done = { 0 };

  salon_session_submit_part_sync (f->salon->session, &salon_job_clients_tag.command, job, NULL, 0,
                                  salon_session_actor (f->salon->session), &done, &error);
  g_assert_no_error (error);
  salon_job_run_free (job);
  salon_fixture_reopen (f->salon);
  g_assert_cmpuint (n_tagged (f), >, 0);
  g_assert_cmpuint (n_tagged (f), <, N_CLIENTS);
  return done.operation;
}

static void
test_broken_off_goes_on (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 operation = break_off (f);
  g_autoptr (GPtrArray) jobs = broken (f);
  g_autoptr (GPtrArray) later = NULL;
  const SalonBrokenJob *job = jobs->pdata[0];
  const SalonJobKind *kind = salon_job_kind_of_name (job->kind);
  SalonJobResult done;

  g_assert_cmpuint (jobs->len, ==, 1);
  g_assert_cmpint (job->operation, ==, operation);
  g_assert_cmpint (job->total, ==, N_CLIENTS);
  g_assert_true (kind == &salon_job_clients_tag);
  done = run (f, salon_job_run_resumed (kind, kind->revive (job->request, &error), operation), NULL);
  g_assert_cmpint (done.n_done, ==, N_CLIENTS);
  g_assert_cmpuint (n_tagged (f), ==, N_CLIENTS);
  later = broken (f);
  g_assert_cmpuint (later->len, ==, 0);
  undo (f, operation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_tagged (f), ==, 0);
}

static void
test_broken_off_is_undone (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  gint64 operation = break_off (f);
  g_autoptr (GPtrArray) jobs = NULL;

  undo (f, operation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_tagged (f), ==, 0);
  jobs = broken (f);
  g_assert_cmpuint (jobs->len, ==, 0);
}

static void
test_broken_off_is_left (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonIdRequest request = { break_off (f) };
  g_autoptr (GPtrArray) jobs = NULL;
  SalonJobRun *more = salon_job_run_resumed (&salon_job_clients_tag, salon_bulk_request_new (f->clients, f->tag, NULL), request.id);

  salon_fixture_submit (f->salon, &salon_command_job_leave, &request, NULL, &error);
  g_assert_no_error (error);
  jobs = broken (f);
  g_assert_cmpuint (jobs->len, ==, 0);
  salon_job_run_sync (f->salon->session, more, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

/* A change of one thing is undone by the same way, whole or not at all. */
static void
test_small_undo (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SalonIdRequest request = { g_array_index (f->clients, gint64, 0) };
  SalonDone done = { 0 };
  SalonJobResult undone;

  salon_fixture_submit (f->salon, &salon_command_client_archive, &request, &done, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_archived (f), ==, 1);
  undone = undo (f, done.operation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_archived (f), ==, 0);
  undo (f, undone.done.operation, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_archived (f), ==, 1);
  salon_fixture_submit (f->salon, &salon_command_client_unarchive, &request, NULL, &error);
  g_assert_no_error (error);
  salon_fixture_submit (f->salon, &salon_command_client_archive, &request, NULL, &error);
  g_assert_no_error (error);
  undo (f, done.operation, &error);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/job/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("one-operation", test_one_operation);
  ADD ("skipped", test_who_has_it_is_skipped);
  ADD ("repeat", test_a_repeat_does_nothing);
  ADD ("changed-since", test_changed_since_stays);
  ADD ("made-in-place", test_made_in_place);
  ADD ("archive", test_archive);
  ADD ("stopped", test_stopped);
  ADD ("goes-on", test_broken_off_goes_on);
  ADD ("undone", test_broken_off_is_undone);
  ADD ("left", test_broken_off_is_left);
  ADD ("small-undo", test_small_undo);
  return g_test_run ();
}
