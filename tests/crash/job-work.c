/* Shared by the program that is killed and the one that looks afterwards. */
#include "tests/crash/job-work.h"

#include "model/entities/client-tag.h"
#include "model/entities/client.h"
#include "model/entities/tag.h"
#include "model/services/bulk-clients.h"
#include "model/store/repo.h"

static gboolean
add_clients (SalonTx *tx, gconstpointer nothing, gint64 *id, GError **error)
{
  for (guint i = 0; i < JOB_WORK_CLIENTS; i++) {
    g_autoptr (SalonClient) client = salon_client_new ();

    client->first_name = g_strdup_printf ("Client %u", i);
    client->created_at = 1;
    if (!salon_repo_insert (tx, client, error))
      return FALSE;
  }
  *id = 1;
  return TRUE;
}

static const SalonCommand fill_command = { .name = "work.fill", .label = "Filled", .run = add_clients };

/**
 * job_work_fill: puts the clients into an empty salon, all at once
 */
gboolean
job_work_fill (SalonSession *session, GError **error)
{
  return salon_session_submit_sync (session, &fill_command, NULL, NULL, NULL, error);
}

static gpointer
read_all (SalonTx *tx, gconstpointer type, GError **error)
{
  return salon_repo_all (tx, *(const GType *) type, error);
}

static const SalonQuery all_query = { "work.all", read_all, NULL, (GDestroyNotify) g_ptr_array_unref };

static GPtrArray *
all_of (SalonSession *session, GType type, GError **error)
{
  return salon_session_query_sync (session, &all_query, &type, error);
}

/**
 * job_work_tag:
 * @name: of the tag
 *
 * Returns: (transfer full) (nullable): a job that makes the tag and gives it to everybody
 */
SalonJobRun *
job_work_tag (SalonSession *session, const char *name, GError **error)
{
  g_autoptr (GPtrArray) clients = all_of (session, salon_client_get_type (), error);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonTag *tag = NULL;

  if (clients == NULL)
    return NULL;
  for (guint i = 0; i < clients->len; i++) {
    gint64 id = salon_entity_get_id (clients->pdata[i]);

    g_array_append_val (ids, id);
  }
  tag = salon_tag_new ();
  tag->name = g_strdup (name);
  return salon_bulk_run_new (SALON_BULK_TAG, salon_bulk_request_new (ids, 0, SALON_ENTITY (tag)));
}

static guint
count_of (GPtrArray *given, gint64 tag)
{
  guint n = 0;

  for (guint i = 0; i < given->len; i++)
    n += ((const SalonClientTag *) given->pdata[i])->tag_id == tag ? 1 : 0;
  return n;
}

/**
 * job_work_look:
 * @state: (out caller-allocates): to be cleared
 */
gboolean
job_work_look (SalonSession *session, JobWorkState *state, GError **error)
{
  g_autoptr (GPtrArray) tags = all_of (session, salon_tag_get_type (), error);
  g_autoptr (GPtrArray) given = tags != NULL ? all_of (session, salon_client_tag_get_type (), error) : NULL;

  *state = (JobWorkState){ 0 };
  if (given == NULL)
    return FALSE;
  for (guint i = 0; i < tags->len; i++) {
    guint n = count_of (given, salon_entity_get_id (tags->pdata[i]));

    state->full += n == JOB_WORK_CLIENTS ? 1 : 0;
    state->partly += n < JOB_WORK_CLIENTS ? 1 : 0;
    state->n_some = n < JOB_WORK_CLIENTS ? (gint64) n : state->n_some;
  }
  state->running = salon_session_query_sync (session, &salon_query_jobs_broken, NULL, error);
  return state->running != NULL;
}

/**
 * job_work_state_clear: frees what it holds
 */
void
job_work_state_clear (JobWorkState *state)
{
  g_clear_pointer (&state->running, g_ptr_array_unref);
}
