/* The search against a list of people and of queries made by rule and by hand (search-people.tsv, search-quality.tsv),
 * not from what the program answers.
 *
 * A query of which many people fit ("short", "prefix") must bring the first three by the rank order that is written in
 * store/search-store.c; any other must bring whom it means among the first three.  At least 99 of 100 must. */
#include "support/salon-fixture.h"

#include <stdlib.h>
#include <string.h>

#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/clients.h"
#include "model/services/find.h"
#include "model/store/repo.h"

#define LEAST_PERCENT 99
#define TOP           3

/* The columns of the two lists. */
enum { P_KEY, P_FIRST, P_SURNAME, P_PATRONYMIC, P_PHONE, P_EMAIL, P_DAYS, N_P };
enum { Q_TEXT, Q_KIND, Q_WANTED, N_Q };

typedef struct {
  GPtrArray *people; /* GStrv */
  GHashTable *ids;   /* key → gint64 * */
  gint64 service;
  gint64 masters[2];
} World;

static GPtrArray *
read_table (const char *name, guint n_columns)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "model", "services", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && **line != '#') {
      GStrv columns = g_strsplit (*line, "\t", -1);

      g_assert_cmpuint (g_strv_length (columns), ==, n_columns);
      g_ptr_array_add (rows, columns);
    }
  return rows;
}

static gboolean
add_person (SalonTx *tx, char *const *person, gint64 *id, GError **error)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (SalonClientDraft) draft = NULL;

  client->first_name = g_strdup (person[P_FIRST]);
  client->surname = g_strdup (person[P_SURNAME]);
  client->patronymic = g_strdup (person[P_PATRONYMIC]);
  client->email = *person[P_EMAIL] != '\0' ? g_strdup (person[P_EMAIL]) : NULL;
  draft = salon_client_draft_new (NULL, client);
  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  g_ptr_array_add (draft->phones, salon_phone_draft_new (0, person[P_PHONE], NULL));
  return salon_client_save (tx, draft, id, error);
}

static gboolean
add_last_visit (SalonTx *tx, const World *world, guint n, gint64 client_id, const char *days, GError **error)
{
  g_autoptr (SalonVisit) visit = salon_visit_new ();
  g_autoptr (SalonVisitLine) line = salon_visit_line_new ();

  if (*days == '\0')
    return TRUE;
  visit->client_id = client_id;
  visit->state = SALON_VISIT_DONE;
  visit->source = SALON_VISIT_SOURCE_PHONE;
  visit->day = SALON_FIXTURE_TODAY - atoi (days);
  visit->start_min = visit->day * SALON_MINUTES_A_DAY + n % 280 * 5;
  visit->end_min = visit->start_min + 5;
  if (!salon_repo_insert (tx, visit, error))
    return FALSE;
  line->visit_id = salon_entity_get_id (visit);
  line->service_id = world->service;
  line->employee_id = world->masters[n / 280];
  line->start_min = visit->start_min;
  line->work1_min = 5;
  return salon_repo_insert (tx, line, error);
}

static gboolean
fill (SalonTx *tx, gpointer data, gint64 *answer, GError **error)
{
  World *world = data;

  for (guint i = 0; i < world->people->len; i++) {
    char *const *person = world->people->pdata[i];
    gint64 id = 0;

    if (!add_person (tx, person, &id, error) || !add_last_visit (tx, world, i, id, person[P_DAYS], error))
      return FALSE;
    g_hash_table_insert (world->ids, person[P_KEY], g_memdup2 (&id, sizeof id));
  }
  return TRUE;
}

static gint64
id_of (const World *world, const char *key)
{
  const gint64 *id = g_hash_table_lookup (world->ids, key);

  g_assert_nonnull (id);
  return *id;
}

static const char *
key_of (const World *world, gint64 id)
{
  GHashTableIter iter;
  gpointer key = NULL;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, world->ids);
  while (g_hash_table_iter_next (&iter, &key, &value))
    if (*(gint64 *) value == id)
      return key;
  return "?";
}

static gboolean
is_by_rank (const char *kind)
{
  return g_str_equal (kind, "short") || g_str_equal (kind, "prefix");
}

static gboolean
is_hit (const World *world, char *const *query, GArray *found)
{
  g_auto (GStrv) wanted = g_strsplit (query[Q_WANTED], ",", -1);
  guint n = g_strv_length (wanted);

  if (!is_by_rank (query[Q_KIND])) {
    for (guint i = 0; i < MIN (found->len, TOP); i++)
      if (g_array_index (found, gint64, i) == id_of (world, wanted[0]))
        return TRUE;
    return FALSE;
  }
  for (guint i = 0; i < MIN (n, TOP); i++)
    if (i >= found->len || g_array_index (found, gint64, i) != id_of (world, wanted[i]))
      return FALSE;
  return n >= TOP || found->len == n;
}

static void
report_miss (const World *world, char *const *query, GArray *found)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < MIN (found->len, TOP); i++)
    g_string_append_printf (keys, " %s", key_of (world, g_array_index (found, gint64, i)));
  g_test_message ("miss: “%s” (%s) wants %s, found%s of %u", query[Q_TEXT], query[Q_KIND], query[Q_WANTED], keys->str,
                  found->len);
}

static void
test_quality (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (GPtrArray) people = read_table ("search-people.tsv", N_P);
  g_autoptr (GPtrArray) queries = read_table ("search-quality.tsv", N_Q);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  World world = { people, ids, salon_fixture_add_service (salon, "Manicure", 5, 0), { 0, 0 } };
  guint hits = 0;

  world.masters[0] = salon_fixture_add_employee (salon, "Maria");
  world.masters[1] = salon_fixture_add_employee (salon, "Jana");
  salon_fixture_write (salon, fill, &world);
  g_assert_cmpuint (queries->len, >=, 500);
  for (guint i = 0; i < queries->len; i++) {
    char *const *query = queries->pdata[i];
    SalonClientListRequest all = { SALON_CLIENT_SORT_NAME, FALSE, query[Q_TEXT] };
    SalonFindRequest request = { query[Q_TEXT], 20 };
    g_autoptr (SalonFound) answer = salon_session_query_sync (salon->session, &salon_query_find, &request, NULL);
    g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
    g_autoptr (GArray) narrowed = salon_session_query_sync (salon->session, &salon_query_client_ids, &all, NULL);

    for (guint k = 0; k < answer->clients->len; k++)
      g_array_append_val (found, ((SalonClientRow *) answer->clients->pdata[k])->id);
    g_assert_cmpuint (MIN (narrowed->len, request.limit), ==, found->len); /* the list finds the same people */
    if (is_hit (&world, query, found))
      hits++;
    else
      report_miss (&world, query, found);
  }
  g_test_message ("%u of %u queries hit", hits, queries->len);
  g_assert_cmpuint (hits * 100, >=, LEAST_PERCENT * queries->len);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-quality/quality", test_quality);
  return g_test_run ();
}
