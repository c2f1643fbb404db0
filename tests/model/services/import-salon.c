/* Lists that are tried, imported and rolled back, for the tests of imports. */
#include <string.h>

#include "exchange/open-source.h"
#include "import-salon.h"
#include "model/services/health.h"

SalonRowSource *
open_text (gpointer text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return salon_exchange_open_bytes (bytes, "list.csv", NULL, error);
}

SalonImportRequest *
request_of (SmallSalon *s, SalonImportSubject subject, const char *text)
{
  SalonImportRequest *request = salon_import_request_new (subject, "list.csv", open_text, g_strdup (text), g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonImportPreview) preview = salon_session_query_sync (s->salon->session, &salon_query_import_preview, request, &error);

  g_assert_no_error (error);
  salon_import_layout_free (request->layout);
  request->layout = g_steal_pointer (&preview->layout);
  return request;
}

SalonImportReport *
plan (SmallSalon *s, const SalonImportRequest *request)
{
  g_autoptr (GError) error = NULL;
  SalonImportReport *report = salon_session_query_sync (s->salon->session, &salon_query_import_plan, request, &error);

  g_assert_no_error (error);
  return report;
}

gboolean
try_run (SmallSalon *s, SalonImportRun *run, gint64 *operation, GError **error)
{
  SalonJobResult result = { 0 };
  gboolean ok = salon_job_run_sync (s->salon->session, salon_job_run_new (&salon_job_import, salon_import_run_ref (run)), NULL, NULL, NULL,
                                    NULL, &result, error);

  *operation = result.done.operation;
  return ok;
}

/* Tries the list, then imports it: both say the same. */
gint64
import (SmallSalon *s, SalonImportRequest *request, const gint64 counts[4])
{
  g_autoptr (SalonImportReport) tried = plan (s, request);
  g_autoptr (SalonImportRun) run = salon_import_run_new (request);
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;

  try_run (s, run, &operation, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 4; i++) {
    g_assert_cmpint (salon_import_run_report (run)->counts[i], ==, counts[i]);
    g_assert_cmpint (tried->counts[i], ==, counts[i]);
  }
  return operation;
}

gint64
import_text (SmallSalon *s, const char *text, SalonImportStrategy strategy, gint64 n_new, gint64 n_updated, gint64 n_duplicates,
             gint64 n_rejected)
{
  const gint64 counts[] = { n_new, n_updated, n_duplicates, n_rejected };
  SalonImportRequest *request = request_of (s, SALON_IMPORT_CLIENTS, text);

  request->strategy = strategy;
  return import (s, request, counts);
}

SalonClient *
client_called (SmallSalon *s, const char *first_name)
{
  guint n = salon_fixture_count (s->salon, salon_client_get_type ());

  for (gint64 id = 1; n > 0; id++) {
    g_autoptr (GPtrArray) found = salon_fixture_find (s->salon, salon_client_get_type (), "id", id);

    if (found->len == 0)
      continue;
    n--;
    if (g_strcmp0 (((SalonClient *) found->pdata[0])->first_name, first_name) == 0)
      return g_object_ref (found->pdata[0]);
  }
  return NULL;
}

gboolean
roll_back (SmallSalon *s, gint64 operation, SalonImportUndo **undo, GError **error)
{
  *undo = salon_import_undo_new (operation);
  return salon_job_run_sync (s->salon->session, salon_job_run_new (&salon_job_import_undo, salon_import_undo_ref (*undo)), NULL, NULL,
                             NULL, NULL, NULL, error);
}

void
assert_healthy (SmallSalon *s)
{
  g_autoptr (GPtrArray) findings = salon_session_query_sync (s->salon->session, &salon_query_full_health, NULL, NULL);

  g_assert_nonnull (findings);
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%s", (char *) findings->pdata[i]);
  g_assert_cmpuint (findings->len, ==, 0);
}
