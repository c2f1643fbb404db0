/* The generated salon: as large as it says, alive today, free of overlaps, the same for the same seed. */
#include "support/salon-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#include "base/error.h"
#include "model/entities/client-consent.h"
#include "model/entities/client-phone.h"
#include "model/entities/client.h"
#include "model/entities/contact.h"
#include "model/entities/employee-service.h"
#include "model/entities/employee.h"
#include "model/entities/quality-mark.h"
#include "model/entities/room.h"
#include "model/entities/service.h"
#include "model/entities/stored-photo.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/timing.h"
#include "model/rules/validate-contact.h"
#include "model/services/derive.h"
#include "model/services/generate-demand.h"
#include "model/services/generate.h"
#include "model/services/health.h"
#include "model/services/upkeep.h"
#include "model/store/repo.h"
#include "model/store/stat-store.h"
#include "model/store/visit-store.h"

static void
generate (SalonFixture *salon, guint64 seed, const char *language)
{
  SalonGenerateRequest request = { SALON_GENERATE_DEMO, seed, language, FALSE };
  g_autoptr (GError) error = NULL;

  salon_generate_run (salon->session, &request, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* ---- the plan: sums are exact whatever the size */

static void
test_plan_shares_exactly (void)
{
  static const struct {
    SalonGenerateSize size;
    guint clients;
    guint employees;
    gint64 visits;
  } expected[] = { { SALON_GENERATE_DEMO, 600, 8, 7600 },
                   { SALON_GENERATE_SALON, 10000, 8, 150000 },
                   { SALON_GENERATE_LARGE, 100000, 80, 1000000 } };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autoptr (SalonPlan) plan = salon_plan_new (expected[i].size, 1, "en", SALON_FIXTURE_TODAY, SALON_FIXTURE_MINUTE);
    gint64 visits = 0;
    guint clients = 0;

    for (guint day = 0; day < plan->visits->len; day++) {
      visits += g_array_index (plan->visits, int, day);
      clients += (guint) g_array_index (plan->arrivals, int, day);
      g_assert_cmpint (g_array_index (plan->visits, int, day), >=, 0);
    }
    g_assert_cmpint (visits, ==, expected[i].visits);
    g_assert_cmpuint (clients, ==, expected[i].clients);
    g_assert_cmpuint (plan->employees->len, ==, expected[i].employees);
  }
}

/* ---- today is lively on every day of the year's weeks */

static guint
simulate_today (SalonDay today, guint64 seed, gint64 *total)
{
  g_autoptr (SalonPlan) plan = salon_plan_new (SALON_GENERATE_DEMO, seed, "en", today, 12 * 60);
  g_autoptr (SalonDemand) demand = salon_demand_new (plan, seed);
  g_autoptr (GArray) comings = g_array_new (FALSE, FALSE, sizeof (SalonComing));
  guint n_today = 0;

  *total = 0;
  for (SalonDay day = plan->first_day; day <= plan->last_day; day++) {
    salon_demand_day (demand, day, comings);
    *total += comings->len;
    for (guint i = 0; day == today && i < comings->len; i++)
      n_today += g_array_index (comings, SalonComing, i).state != SALON_VISIT_CANCELLED;
  }
  return n_today;
}

static void
test_today_is_full_any_day (void)
{
  for (int i = 0; i < 7; i++) {
    gint64 total = 0;
    guint n = simulate_today (SALON_FIXTURE_TODAY + i * 52 + i, (guint64) i + 1, &total);

    g_test_message ("weekday %d: %u today, %" G_GINT64_FORMAT " in all", i + 1, n, total);
    g_assert_cmpuint (n, >=, 10);
    g_assert_cmpuint (n, <=, 25);
    g_assert_cmpint (total, >, 6600);
    g_assert_cmpint (total, <=, 7800);
  }
}

/* ---- the demo as it stands in the file */

static void
test_demo_is_alive (gconstpointer data)
{
  SalonFixture *salon = (SalonFixture *) data;
  g_autoptr (GPtrArray) today = NULL;
  guint states[SALON_VISIT_STATE_LAST + 1] = { 0 };

  g_assert_cmpuint (salon_fixture_count (salon, salon_client_get_type ()), ==, 600);
  g_assert_cmpuint (salon_fixture_count (salon, salon_employee_get_type ()), ==, 8);
  g_assert_cmpuint (salon_fixture_count (salon, salon_service_get_type ()), >=, 60);
  g_assert_cmpuint (salon_fixture_count (salon, salon_stored_photo_get_type ()), >=, 40);
  today = salon_fixture_find (salon, salon_visit_get_type (), "day", SALON_FIXTURE_TODAY);
  for (guint i = 0; i < today->len; i++) {
    const SalonVisit *visit = today->pdata[i];
    gint64 now = (gint64) SALON_FIXTURE_TODAY * SALON_MINUTES_A_DAY + SALON_FIXTURE_MINUTE;

    states[visit->state]++;
    if (visit->state == SALON_VISIT_DONE)
      g_assert_cmpint (visit->end_min, <=, now);
    if (visit->state == SALON_VISIT_IN_SERVICE)
      g_assert_cmpint (visit->start_min, <=, now);
    if (visit->state == SALON_VISIT_BOOKED)
      g_assert_cmpint (visit->start_min, >, now);
    g_assert_cmpint (visit->created_at, <=, salon_clock_now_us (salon->clock));
  }
  g_assert_cmpuint (states[SALON_VISIT_BOOKED], >, 0);
  g_assert_cmpuint (states[SALON_VISIT_CONFIRMED], >, 0);
}

/* Everything that was said could have been typed at the desk, and lies in the past. */
static gboolean
check_history (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) contacts = salon_repo_all (tx, salon_contact_get_type (), error);
  g_autoptr (GPtrArray) marks = salon_repo_all (tx, salon_quality_mark_get_type (), error);
  g_autoptr (GPtrArray) consents = salon_repo_all (tx, salon_client_consent_get_type (), error);
  gint64 now = salon_clock_now_us (salon_tx_clock (tx));
  guint n_open = 0;

  for (guint i = 0; i < contacts->len; i++) {
    g_assert_true (salon_validate_contact (contacts->pdata[i], now, NULL));
    g_assert_cmpint (((SalonContact *) contacts->pdata[i])->at, <=, now);
  }
  for (guint i = 0; i < marks->len; i++) {
    const SalonQualityMark *mark = marks->pdata[i];

    g_assert_true (salon_validate_quality_mark (mark, NULL));
    g_assert_cmpint (mark->at, <=, now);
    g_assert_cmpint (mark->resolved_at, <=, now);
    n_open += mark->complaint && mark->resolved_at == 0 ? 1 : 0;
  }
  for (guint i = 0; i < consents->len; i++)
    g_assert_true (salon_validate_client_consent (consents->pdata[i], SALON_FIXTURE_TODAY, NULL));
  g_assert_cmpuint (contacts->len, >, 500);
  g_assert_cmpuint (marks->len, >, 200);
  g_assert_cmpuint (consents->len, >, 600);
  g_assert_cmpuint (n_open, >, 0);
  *id = 1;
  return TRUE;
}

static void
test_history_is_sound (gconstpointer data)
{
  g_assert_cmpint (salon_fixture_read ((SalonFixture *) data, check_history, NULL), ==, 1);
}

static gboolean
health (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  g_autoptr (GPtrArray) findings = salon_health_full (tx, NULL, error);

  for (guint i = 0; findings != NULL && i < findings->len; i++)
    g_test_message ("%s", (const char *) findings->pdata[i]);
  *id = findings != NULL ? (gint64) findings->len : -1;
  return findings != NULL;
}

static void
test_file_is_sound (gconstpointer data)
{
  SalonFixture *salon = (SalonFixture *) data;

  g_assert_cmpint (salon_fixture_read (salon, health, NULL), ==, 0);
}

/* ---- no overlap, by the rule itself and past the table of occupancy */

typedef struct {
  SalonBusy busy;
  gint64 line;
} Taken;

static int
compare_taken (gconstpointer a, gconstpointer b)
{
  const Taken *one = a;
  const Taken *other = b;

  return one->busy.from < other->busy.from ? -1 : one->busy.from > other->busy.from;
}

static void
assert_apart (GArray *taken)
{
  g_array_sort (taken, compare_taken);
  for (guint i = 0; i < taken->len; i++)
    for (guint j = i + 1; j < taken->len; j++) {
      const Taken *one = &g_array_index (taken, Taken, i);
      const Taken *other = &g_array_index (taken, Taken, j);

      if (other->busy.from >= one->busy.to + 120)
        break;
      g_assert_true (one->line == other->line || !salon_overlap_clash (&one->busy, &other->busy, SALON_BUFFERS_LARGER));
    }
}

static void
take_line (const SalonVisitLine *line, int cleanup, GArray *employee, GArray *room)
{
  SalonLineShape shape = { (int) line->work1_min, (int) line->gap_min, (int) line->work2_min,
                           (int) line->buffer_before_min, (int) line->buffer_after_min, cleanup };
  SalonLineLayout layout;

  salon_line_layout (&shape, line->start_min, line->visit_id, &layout);
  for (guint i = 0; i < layout.n_work; i++) {
    Taken taken = { layout.work[i], salon_entity_get_id (line) };

    g_array_append_val (employee, taken);
  }
  if (room != NULL) {
    Taken taken = { layout.room, salon_entity_get_id (line) };

    g_array_append_val (room, taken);
  }
}

static GArray *
lane (GHashTable *lanes, gint64 id)
{
  GArray *array = g_hash_table_lookup (lanes, GINT_TO_POINTER (id));

  if (array == NULL) {
    array = g_array_new (FALSE, FALSE, sizeof (Taken));
    g_hash_table_insert (lanes, GINT_TO_POINTER (id), array);
  }
  return array;
}

static void
test_nothing_overlaps (gconstpointer data)
{
  SalonFixture *salon = (SalonFixture *) data;
  g_autoptr (GHashTable) employees = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) rooms = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GHashTable) free_time = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) all_rooms = NULL;
  GHashTableIter iter;
  gpointer value = NULL;

  visits = salon_fixture_find (salon, salon_visit_get_type (), NULL, 0);
  lines = salon_fixture_find (salon, salon_visit_line_get_type (), NULL, 0);
  all_rooms = salon_fixture_find (salon, salon_room_get_type (), NULL, 0);
  for (guint i = 0; i < visits->len; i++)
    if (((SalonVisit *) visits->pdata[i])->state > SALON_VISIT_DONE)
      g_hash_table_add (free_time, GINT_TO_POINTER (salon_entity_get_id (visits->pdata[i])));
  for (guint i = 0; i < lines->len; i++) {
    const SalonVisitLine *line = lines->pdata[i];
    const SalonRoom *room = all_rooms->pdata[line->room_id - 1];

    g_assert_cmpint (salon_entity_get_id (room), ==, line->room_id);
    if (!g_hash_table_contains (free_time, GINT_TO_POINTER (line->visit_id)))
      take_line (line, (int) room->cleanup_min, lane (employees, line->employee_id),
                 room->capacity == 1 ? lane (rooms, line->room_id) : NULL);
  }
  g_hash_table_iter_init (&iter, employees);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    assert_apart (value);
  g_hash_table_iter_init (&iter, rooms);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    assert_apart (value);
  g_assert_cmpuint (g_hash_table_size (employees), ==, 8);
}

static void
test_masters_do_what_they_can (gconstpointer data)
{
  SalonFixture *salon = (SalonFixture *) data;
  g_autoptr (GHashTable) skills = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  rows = salon_fixture_find (salon, salon_employee_service_get_type (), NULL, 0);
  lines = salon_fixture_find (salon, salon_visit_line_get_type (), NULL, 0);
  for (guint i = 0; i < rows->len; i++) {
    const SalonEmployeeService *skill = rows->pdata[i];

    g_hash_table_add (skills, GINT_TO_POINTER (skill->employee_id * 1000 + skill->service_id));
  }
  for (guint i = 0; i < lines->len; i++) {
    const SalonVisitLine *line = lines->pdata[i];

    g_assert_true (g_hash_table_contains (skills, GINT_TO_POINTER (line->employee_id * 1000 + line->service_id)));
  }
}

/* ---- people */

static void
test_people_are_made_up (gconstpointer data)
{
  SalonFixture *salon = (SalonFixture *) data;
  g_autoptr (GPtrArray) clients = NULL;
  g_autoptr (GPtrArray) phones = NULL;
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_shared = 0;
  guint n_alerts = 0;
  guint n_birthdays = 0;
  guint n_without_year = 0;
  guint n_today = 0;

  clients = salon_fixture_find (salon, salon_client_get_type (), NULL, 0);
  phones = salon_fixture_find (salon, salon_client_phone_get_type (), NULL, 0);
  for (guint i = 0; i < clients->len; i++) {
    const SalonClient *client = clients->pdata[i];

    g_assert_true (client->email == NULL || g_str_has_suffix (client->email, ".example"));
    n_alerts += client->alert != NULL;
    n_birthdays += client->birth_month != 0;
    n_without_year += client->birth_month != 0 && client->birth_year == 0;
    n_today += client->birth_month == 6 && client->birth_mday == 16;
  }
  for (guint i = 0; i < phones->len; i++)
    n_shared += !g_hash_table_add (numbers, ((SalonClientPhone *) phones->pdata[i])->e164);
  g_assert_cmpuint (n_shared, >, 20);
  g_assert_cmpuint (n_alerts, >, 15);
  g_assert_cmpuint (n_birthdays, >, 300);
  g_assert_cmpuint (n_without_year, >, 60);
  g_assert_cmpuint (n_today, >=, 2);
}

static void
test_language (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (GPtrArray) services = NULL;

  generate (salon, 6, "ru");
  services = salon_fixture_find (salon, salon_service_get_type (), NULL, 0);
  g_assert_cmpstr (((SalonService *) services->pdata[0])->name, ==, "Женская стрижка");
}

/* ---- figures */

static gboolean
derive_again (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  for (gint64 client = 1; client <= 600; client++) {
    SalonClientStat before;
    SalonClientStat after;

    if (!salon_stat_store_get (tx, client, &before, error) || !salon_derive_client (tx, client, error)
        || !salon_stat_store_get (tx, client, &after, error))
      return FALSE;
    g_assert_cmpmem (&before, sizeof before, &after, sizeof after);
  }
  return TRUE;
}

static void
test_figures_are_fresh (gconstpointer data)
{
  SalonFixture *salon = (SalonFixture *) data;
  g_autoptr (GError) error = NULL;
  SalonDone done = { .id = 1 };

  salon_fixture_write (salon, derive_again, NULL);
  salon_session_submit_sync (salon->session, &salon_command_upkeep, NULL, NULL, &done, &error);
  g_assert_no_error (error);
  g_assert_cmpint (done.id, ==, 0);
}

/* ---- the time that visits take is what the desk would have derived */

static void
assert_same_time (const SalonOccupancy *a, const SalonOccupancy *b)
{
  g_assert_cmpint (a->resource_id, ==, b->resource_id);
  g_assert_cmpint (a->from_min, ==, b->from_min);
  g_assert_cmpint (a->to_min, ==, b->to_min);
  g_assert_cmpint (a->before_min, ==, b->before_min);
  g_assert_cmpint (a->after_min, ==, b->after_min);
  g_assert_cmpint (a->visit_id, ==, b->visit_id);
  g_assert_cmpint (a->line_id, ==, b->line_id);
  g_assert_cmpint (a->override, ==, b->override);
}

static gboolean
derive_time_again (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  SalonResourceKind kinds[] = { SALON_RESOURCE_EMPLOYEE, SALON_RESOURCE_ROOM };
  gint64 to = (gint64) (SALON_FIXTURE_TODAY + 1000) * SALON_MINUTES_A_DAY;
  g_autoptr (GArray) visits = salon_visit_store_ids (tx, 0, SALON_FIXTURE_TODAY + 1000, error);
  GArray *before[2] = { salon_visit_store_occupancy (tx, kinds[0], 0, to, error),
                        salon_visit_store_occupancy (tx, kinds[1], 0, to, error) };

  for (guint i = 0; i < visits->len; i++)
    if (!salon_derive_visit (tx, g_array_index (visits, gint64, i), error))
      return FALSE;
  for (int i = 0; i < 2; i++) {
    g_autoptr (GArray) after = salon_visit_store_occupancy (tx, kinds[i], 0, to, error);

    g_assert_cmpuint (after->len, >, 5000);
    g_assert_cmpuint (before[i]->len, ==, after->len);
    for (guint j = 0; j < after->len; j++)
      assert_same_time (&g_array_index (before[i], SalonOccupancy, j), &g_array_index (after, SalonOccupancy, j));
    g_array_unref (before[i]);
  }
  *id = 1;
  return TRUE;
}

static void
test_time_is_as_derived (gconstpointer data)
{
  SalonFixture *salon = (SalonFixture *) data;

  g_assert_cmpint (salon_fixture_write (salon, derive_time_again, NULL), ==, 1);
}

/* ---- the same again, and refusals */

static char *
generated (guint64 seed)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();

  generate (salon, seed, "en");
  return salon_fixture_dump (salon);
}

static void
test_same_seed_same_salon (void)
{
  g_autofree char *one = generated (8);
  g_autofree char *same = generated (8);
  g_autofree char *other = generated (9);

  g_assert_true (strcmp (one, same) == 0);
  g_assert_true (strcmp (one, other) != 0);
}

static void
test_filled_salon_is_refused (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonGenerateRequest request = { SALON_GENERATE_DEMO, 1, "en", FALSE };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  salon_fixture_add_client (salon, "Irina Kalniņa", NULL);
  before = salon_fixture_dump (salon);
  g_assert_false (salon_generate_run (salon->session, &request, NULL, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
  after = salon_fixture_dump (salon);
  g_assert_cmpstr (before, ==, after);
}

static void
on_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  *last = fraction;
}

static gpointer
count_schema (SalonTx *tx, gconstpointer nothing, GError **error)
{
  g_autoptr (SalonStmt) stmt = salon_tx_prepare (tx, "SELECT count(*) FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'", error);

  g_assert_true (salon_stmt_next (stmt, error));
  return GSIZE_TO_POINTER ((gsize) salon_stmt_get_int (stmt, 0));
}

/* How many tables, indexes and triggers there are. */
static gsize
schema_size (SalonSession *session)
{
  static const SalonQuery query = { "test.schema", count_schema, NULL, NULL };

  return GPOINTER_TO_SIZE (salon_session_query_sync (session, &query, NULL, NULL));
}

static void
test_file_appears_complete (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autofree char *path = g_build_filename (salon->folder, "demo.salon", NULL);
  g_autofree char *half = g_strconcat (path, ".new", NULL);
  SalonGenerateRequest request = { SALON_GENERATE_DEMO, 1, NULL, FALSE };
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonSession) session = NULL;
  double last = 0;

  g_assert_true (g_file_set_contents (half, "left behind", -1, NULL));
  g_assert_true (salon_generate_file (path, salon->clock, &request, on_progress, &last, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, >, 0.999);
  g_assert_false (g_file_test (half, G_FILE_TEST_EXISTS));
  session = salon_session_open (path, salon->clock, SALON_SESSION_WRITE, &error);
  g_assert_no_error (error);
  g_assert_true (salon_session_was_clean (session));
  g_assert_cmpuint (schema_size (session), ==, schema_size (salon->session));
  g_assert_false (salon_generate_file (path, salon->clock, &request, NULL, NULL, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

static void
test_sizes_by_name (void)
{
  SalonGenerateSize size = SALON_GENERATE_HUGE;
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_generate_size_parse ("demo", &size, NULL));
  g_assert_cmpint (size, ==, SALON_GENERATE_DEMO);
  g_assert_false (salon_generate_size_parse ("tiny", &size, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, "size");
}

int
main (int argc, char **argv)
{
  g_autoptr (SalonFixture) salon = NULL;

  g_test_init (&argc, &argv, NULL);
  salon = salon_fixture_new ();
  generate (salon, 1, "lv"); /* looked at by many tests, changed by none */
  g_test_add_func ("/generate/plan-shares-exactly", test_plan_shares_exactly);
  g_test_add_func ("/generate/today-is-full-any-day", test_today_is_full_any_day);
  g_test_add_data_func ("/generate/demo-is-alive", salon, test_demo_is_alive);
  g_test_add_data_func ("/generate/history-is-sound", salon, test_history_is_sound);
  g_test_add_data_func ("/generate/file-is-sound", salon, test_file_is_sound);
  g_test_add_data_func ("/generate/nothing-overlaps", salon, test_nothing_overlaps);
  g_test_add_data_func ("/generate/masters-do-what-they-can", salon, test_masters_do_what_they_can);
  g_test_add_data_func ("/generate/people-are-made-up", salon, test_people_are_made_up);
  g_test_add_func ("/generate/language", test_language);
  g_test_add_data_func ("/generate/figures-are-fresh", salon, test_figures_are_fresh);
  g_test_add_data_func ("/generate/time-is-as-derived", salon, test_time_is_as_derived);
  g_test_add_func ("/generate/same-seed-same-salon", test_same_seed_same_salon);
  g_test_add_func ("/generate/filled-salon-is-refused", test_filled_salon_is_refused);
  g_test_add_func ("/generate/file-appears-complete", test_file_appears_complete);
  g_test_add_func ("/generate/sizes-by-name", test_sizes_by_name);
  return g_test_run ();
}
