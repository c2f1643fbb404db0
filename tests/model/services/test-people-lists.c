/* A segment of people who were picked: one operation, one undo; lists in filters; what merges and archives do to them. */
#include <string.h>

#include "base/error.h"
#include "model/entities/client.h"
#include "model/entities/filter-text.h"
#include "model/entities/people-list-member.h"
#include "model/entities/people-list.h"
#include "model/entities/segment.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/services/filters.h"
#include "model/services/health.h"
#include "model/services/merge.h"
#include "model/services/people-lists.h"
#include "model/services/segments.h"
#include "model/services/undo.h"
#include "support/salon-fixture.h"

#define N_MANY 700

typedef struct {
  SalonFixture *salon;
  gint64 anna;
  gint64 boris;
  gint64 vera;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->salon = salon_fixture_new ();
  f->anna = salon_fixture_add_client (f->salon, "Anna", "29111111");
  f->boris = salon_fixture_add_client (f->salon, "Boris", NULL);
  f->vera = salon_fixture_add_client (f->salon, "Vera", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  salon_fixture_free (f->salon);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

static GArray *
ids_of (const gint64 *ids, guint n)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_vals (array, ids, n);
  return array;
}

static gboolean
try_make (Fixture *f, const char *name, const gint64 *ids, guint n, SalonJobResult *result, GError **error)
{
  g_autoptr (GArray) array = ids_of (ids, n);
  SalonPeopleListDraft *draft = salon_people_list_draft_new (name, "Inflow and outflow, June 2025: lost", array);

  return salon_job_run_sync (f->salon->session, salon_people_list_run_new (draft), NULL, NULL, NULL, NULL, result, error);
}

static SalonJobResult
make (Fixture *f, const char *name, const gint64 *ids, guint n)
{
  SalonJobResult result = { 0 };
  g_autoptr (GError) error = NULL;

  try_make (f, name, ids, n, &result, &error);
  g_assert_no_error (error);
  return result;
}

static void
assert_finds (Fixture *f, const char *text, gint64 n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonFilter) filter = salon_filter_parse (text, &error);
  SalonFilterRequest request = { filter, NULL, 0 };
  g_autoptr (SalonFilterPreview) preview = NULL;

  g_assert_no_error (error);
  preview = salon_session_query_sync (f->salon->session, &salon_query_filter_preview, &request, &error);
  g_assert_no_error (error);
  if (preview->total != n)
    g_error ("%s finds %d, not %d", text, (int) preview->total, (int) n);
}

static GPtrArray *
lists (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *infos = salon_session_query_sync (f->salon->session, &salon_query_people_lists, NULL, &error);

  g_assert_no_error (error);
  return infos;
}

static void
undo (Fixture *f, gint64 operation)
{
  SalonJobResult result = { 0 };
  g_autoptr (GError) error = NULL;

  salon_job_run_sync (f->salon->session, salon_job_run_new (&salon_job_undo, salon_id_request_new (operation)), NULL, NULL,
                      NULL, NULL, &result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (result.n_skipped, ==, 0);
}

static void
assert_healthy (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = salon_session_query_sync (f->salon->session, &salon_query_full_health, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* ---- the tests */

static void
test_making (Fixture *f, gconstpointer data)
{
  gint64 ids[] = { f->vera, f->anna, f->vera, 4711 };
  SalonJobResult made = make (f, "  Lost  in June ", ids, 4);
  g_autoptr (SalonSegment) segment = salon_fixture_get (f->salon, salon_segment_get_type (), made.made);
  g_autoptr (GPtrArray) infos = lists (f);
  const SalonPeopleListInfo *info = infos->pdata[0];

  g_assert_cmpint (made.n_done, ==, 3); /* each once */
  g_assert_cmpint (made.n_skipped, ==, 1); /* who is not there */
  g_assert_cmpstr (segment->name, ==, "Lost in June");
  g_assert_cmpstr (segment->filter, ==, "list = 1");
  g_assert_cmpuint (infos->len, ==, 1);
  g_assert_cmpint (info->id, ==, 1);
  g_assert_cmpstr (info->name, ==, "Lost in June");
  g_assert_cmpstr (info->made_from, ==, "Inflow and outflow, June 2025: lost");
  g_assert_cmpint (info->n_people, ==, 2);
  g_assert_false (info->archived);
  assert_finds (f, "list = 1", 2);
  assert_finds (f, "not list = 1", 1);
  assert_finds (f, "list = 1 and phone", 1);
  assert_finds (f, "segment = 1", 2);
  assert_finds (f, "list in (1, 2)", 2);
  assert_finds (f, "list = 2", 0);
  assert_healthy (f);
}

static void
test_refused (Fixture *f, gconstpointer data)
{
  static const char *const names[] = { "", "   ", "LOST" };
  gint64 ids[] = { f->anna };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  make (f, "LOST", ids, 1);
  before = salon_fixture_dump (f->salon);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (try_make (f, names[i], ids, 1, NULL, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "name");
  }
  {
    g_autoptr (GError) error = NULL;

    g_assert_false (try_make (f, "Nobody", ids, 0, NULL, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "clients");
  }
  after = salon_fixture_dump (f->salon);
  g_assert_cmpstr (before, ==, after);
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  gint64 ids[] = { f->anna, f->boris };
  g_autofree char *before = salon_fixture_dump (f->salon);
  SalonJobResult made = make (f, "Lost", ids, 2);
  g_autofree char *after = NULL;

  undo (f, made.done.operation);
  after = salon_fixture_dump (f->salon);
  g_assert_cmpstr (before, ==, after);
}

/* More than one transaction: still one operation. */
static void
test_many (Fixture *f, gconstpointer data)
{
  g_autofree gint64 *ids = g_new0 (gint64, N_MANY);
  SalonJobResult made = { 0 };

  for (int i = 0; i < N_MANY; i++) {
    g_autofree char *name = g_strdup_printf ("Client %d", i);

    ids[i] = salon_fixture_add_client (f->salon, name, NULL);
  }
  made = make (f, "Many", ids, N_MANY);
  g_assert_cmpint (made.n_done, ==, N_MANY);
  g_assert_cmpint (made.made, >, 0);
  assert_finds (f, "list = 1", N_MANY);
  assert_healthy (f);
  undo (f, made.done.operation);
  assert_finds (f, "list = 1", 0);
  g_assert_cmpuint (salon_fixture_count (f->salon, salon_people_list_get_type ()), ==, 0);
  g_assert_cmpuint (salon_fixture_count (f->salon, salon_people_list_member_get_type ()), ==, 0);
  g_assert_cmpuint (salon_fixture_count (f->salon, salon_segment_get_type ()), ==, 0);
}

static gint64
merge (Fixture *f, gint64 survivor, gint64 other)
{
  SalonMergeRequest request = { survivor, other, NULL };
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (f->salon, &salon_command_client_merge, &request, &done, &error);
  g_assert_no_error (error);
  return done.operation;
}

static gboolean
is_on (Fixture *f, gint64 client)
{
  g_autoptr (GPtrArray) rows = salon_fixture_find (f->salon, salon_people_list_member_get_type (), "client_id", client);

  return rows->len > 0;
}

/* Who is on it goes with the card that stays, and back; who stands on it twice does so once. */
static void
test_merges (Fixture *f, gconstpointer data)
{
  gint64 ids[] = { f->boris, f->vera };
  gint64 operation = 0;
  g_autoptr (GError) error = NULL;

  make (f, "Lost", ids, 2);
  operation = merge (f, f->anna, f->boris);
  g_assert_true (is_on (f, f->anna));
  g_assert_false (is_on (f, f->boris));
  assert_finds (f, "list = 1", 2);
  salon_fixture_undo (f->salon, operation, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_on (f, f->anna));
  g_assert_true (is_on (f, f->boris));
  merge (f, f->vera, f->boris);
  assert_finds (f, "list = 1", 1);
  assert_healthy (f);
}

/* Both cards stood on it: apart again, both do; and a chain of merges ends at the card that is left. */
static void
test_merged_twice (Fixture *f, gconstpointer data)
{
  gint64 ids[] = { f->anna, f->boris };
  gint64 first = 0;
  gint64 second = 0;
  g_autoptr (GError) error = NULL;

  make (f, "Lost", ids, 2);
  first = merge (f, f->anna, f->boris);
  second = merge (f, f->vera, f->anna);
  g_assert_true (is_on (f, f->vera));
  assert_finds (f, "list = 1", 1);
  assert_healthy (f);
  salon_fixture_undo (f->salon, second, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (is_on (f, f->vera));
  salon_fixture_undo (f->salon, first, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_on (f, f->anna) && is_on (f, f->boris));
  assert_finds (f, "list = 1", 2);
  assert_healthy (f);
}

/* A card in the archive is not offered by the list, and is on it again when it comes back. */
static void
test_archived_card (Fixture *f, gconstpointer data)
{
  gint64 ids[] = { f->anna, f->boris };
  SalonIdRequest boris = { f->boris };
  g_autoptr (GError) error = NULL;

  make (f, "Lost", ids, 2);
  salon_fixture_submit (f->salon, &salon_command_client_archive, &boris, NULL, &error);
  g_assert_no_error (error);
  assert_finds (f, "list = 1", 1);
  g_assert_true (is_on (f, f->boris));
  salon_fixture_submit (f->salon, &salon_command_client_unarchive, &boris, NULL, &error);
  g_assert_no_error (error);
  assert_finds (f, "list = 1", 2);
}

static void
test_permission (Fixture *f, gconstpointer data)
{
  gint64 ids[] = { f->anna };
  gint64 master = salon_fixture_add_employee (f->salon, "Master");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (f->salon, SALON_ROLE_MASTER, master);
  before = salon_fixture_dump (f->salon);
  g_assert_false (try_make (f, "Mine", ids, 1, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
  after = salon_fixture_dump (f->salon);
  g_assert_cmpstr (before, ==, after);
}

/* A report of before the merge names the other card. */
static void
test_merged_before (Fixture *f, gconstpointer data)
{
  gint64 ids[] = { f->boris, f->anna };
  SalonJobResult made = { 0 };

  merge (f, f->anna, f->boris);
  made = make (f, "Lost", ids, 2);
  g_assert_cmpint (made.n_skipped, ==, 1);
  g_assert_true (is_on (f, f->anna));
  g_assert_false (is_on (f, f->boris));
  assert_finds (f, "list = 1", 1);
}

static void
set_archived (Fixture *f, gint64 segment, gboolean archived)
{
  SalonIdRequest request = { segment };
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (f->salon, archived ? &salon_command_segment_archive : &salon_command_segment_unarchive, &request, NULL,
                        &error);
  g_assert_no_error (error);
}

static gboolean
is_archived (Fixture *f)
{
  g_autoptr (GPtrArray) infos = lists (f);

  return ((const SalonPeopleListInfo *) infos->pdata[0])->archived;
}

static gint64
save_segment (Fixture *f, const char *name, const char *text)
{
  g_autoptr (SalonFilter) filter = salon_filter_parse (text, NULL);
  SalonSegmentDraft draft = { 0, (char *) name, filter };
  g_autoptr (GError) error = NULL;
  SalonDone done = { 0 };

  salon_fixture_submit (f->salon, &salon_command_segment_save, &draft, &done, &error);
  g_assert_no_error (error);
  return done.id;
}

/* A list is offered as long as a segment that asks for it is. */
static void
test_goes_with_its_segment (Fixture *f, gconstpointer data)
{
  gint64 ids[] = { f->anna, f->boris };
  gint64 segment = make (f, "Lost", ids, 2).made;
  gint64 other = save_segment (f, "Lost with a phone", "phone and list = 1");

  set_archived (f, segment, TRUE);
  g_assert_false (is_archived (f));
  set_archived (f, other, TRUE);
  g_assert_true (is_archived (f));
  assert_finds (f, "list = 1", 2); /* filters that name it go on */
  set_archived (f, segment, FALSE);
  g_assert_false (is_archived (f));
}

static char *
sentence (Fixture *f, const char *text)
{
  g_autoptr (SalonFilter) filter = salon_filter_parse (text, NULL);
  SalonFilterRequest request = { filter, NULL, 0 };
  g_autoptr (GError) error = NULL;
  char *told = salon_session_query_sync (f->salon->session, &salon_query_filter_tell, &request, &error);

  g_assert_no_error (error);
  return told;
}

static void
test_sentence (Fixture *f, gconstpointer data)
{
  gint64 ids[] = { f->anna };
  g_autofree char *yes = NULL;
  g_autofree char *no = NULL;

  make (f, "Lost in June", ids, 1);
  yes = sentence (f, "list = 1");
  no = sentence (f, "not list = 1");
  g_assert_nonnull (strstr (yes, "on the list “Lost in June”"));
  g_assert_nonnull (strstr (no, "not on the list “Lost in June”"));
}

/* The card of a client says how she came on a list. */
static void
test_log (Fixture *f, gconstpointer data)
{
  SalonIdRequest request = { f->anna };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  gint64 ids[] = { f->anna };
  gboolean told = FALSE;

  make (f, "Lost in June", ids, 1);
  entries = salon_session_query_sync (f->salon->session, &salon_query_client_log, &request, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < entries->len; i++) {
    const SalonLogEntry *entry = entries->pdata[i];

    told |= g_strcmp0 (entry->field, "List") == 0 && g_strcmp0 (entry->after, "Lost in June") == 0;
  }
  g_assert_true (told);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/people-lists/making", test_making);
  ADD ("/people-lists/refused", test_refused);
  ADD ("/people-lists/undo", test_undo);
  ADD ("/people-lists/many", test_many);
  ADD ("/people-lists/merges", test_merges);
  ADD ("/people-lists/merged-before", test_merged_before);
  ADD ("/people-lists/merged-twice", test_merged_twice);
  ADD ("/people-lists/archived-card", test_archived_card);
  ADD ("/people-lists/permission", test_permission);
  ADD ("/people-lists/goes-with-its-segment", test_goes_with_its_segment);
  ADD ("/people-lists/sentence", test_sentence);
  ADD ("/people-lists/log", test_log);
  return g_test_run ();
}
