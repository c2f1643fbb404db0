/* Derived values after any sequence of changes and undos are those that the pure rules give. */
#include "support/salon-fixture.h"

#include "base/error.h"
#include "model/entities/client-phone.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/rules/status.h"
#include "model/services/settings.h"
#include "model/store/repo.h"
#include "model/store/stat-store.h"
#include "model/store/visit-store.h"

#define N_CLIENTS 6
#define N_STEPS   500

typedef struct {
  SalonFixture *salon;
  GRand *random;
  gint64 clients[N_CLIENTS];
  gint64 service;
  gint64 employee;
  GArray *operations; /* gint64, all that may be undone */
  gint64 next_minute; /* each visit has a time of its own */
} World;

static gboolean
run_change (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const gint64 *change = request; /* visit, state, client, source */
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), change[0], error);

  if (visit == NULL)
    return FALSE;
  visit->state = change[1];
  visit->client_id = change[2];
  visit->source = change[3];
  return salon_repo_update (tx, visit, error);
}

static const SalonCommand change_visit = { "test.change", "Changed", run_change, NULL };

static gboolean
run_price (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const gint64 *change = request; /* visit, price */
  g_autoptr (GPtrArray) lines = salon_repo_find (tx, salon_visit_line_get_type (), "visit_id", change[0], error);

  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    SalonVisitLine *line = lines->pdata[i];

    line->price = change[1];
    if (!salon_repo_update (tx, line, error))
      return FALSE;
  }
  return lines != NULL;
}

/* The first phone goes, or one comes: every other of them can be dialled. */
static gboolean
run_phone (SalonTx *tx, gconstpointer request, gint64 *id, GError **error)
{
  const gint64 *change = request; /* client, 0 = goes, 1 = comes, 2 = comes and can be dialled */
  g_autoptr (GPtrArray) phones = salon_repo_find (tx, salon_client_phone_get_type (), "client_id", change[0], error);
  g_autoptr (SalonClientPhone) phone = NULL;

  if (phones == NULL)
    return FALSE;
  if (change[1] == 0)
    return phones->len == 0 || salon_repo_delete (tx, phones->pdata[0], error);
  phone = salon_client_phone_new ();
  phone->client_id = change[0];
  phone->typed = g_strdup ("29 123 456");
  phone->e164 = change[1] == 2 ? g_strdup ("+37129123456") : NULL;
  return salon_repo_insert (tx, phone, error);
}

static const SalonCommand change_phone = { "test.phone", "Changed", run_phone, NULL };

static const SalonCommand change_price = { "test.price", "Changed", run_price, NULL };

static void
add_visit (World *world)
{
  SalonDay day = SALON_FIXTURE_TODAY - g_rand_int_range (world->random, -60, 700);
  gint64 client = world->clients[g_rand_int_range (world->random, 0, N_CLIENTS)];
  SalonVisitState state = g_rand_int_range (world->random, SALON_VISIT_BOOKED, SALON_VISIT_NO_SHOW + 1);
  int minute = (int) (world->next_minute++ % 1400);

  salon_fixture_add_visit (world->salon, client, day, minute, state, world->service, world->employee, 0);
}

static void
change_any_price (World *world)
{
  g_autoptr (GPtrArray) visits = salon_fixture_find (world->salon, salon_visit_get_type (), NULL, 0);
  gint64 change[2] = { 0, g_rand_int_range (world->random, 0, 100) * 100 };
  SalonDone done;

  if (visits->len == 0)
    return;
  change[0] = salon_entity_get_id (visits->pdata[g_rand_int_range (world->random, 0, (gint32) visits->len)]);
  salon_fixture_submit (world->salon, &change_price, change, &done, NULL);
  g_array_append_val (world->operations, done.operation);
}

static void
change_any_phone (World *world)
{
  gint64 change[2] = { world->clients[g_rand_int_range (world->random, 0, N_CLIENTS)], g_rand_int_range (world->random, 0, 3) };
  SalonDone done;

  salon_fixture_submit (world->salon, &change_phone, change, &done, NULL);
  g_array_append_val (world->operations, done.operation);
}

static void
change_any_visit (World *world)
{
  g_autoptr (GPtrArray) visits = salon_fixture_find (world->salon, salon_visit_get_type (), NULL, 0);
  gint64 change[4];
  SalonDone done;
  g_autoptr (GError) error = NULL;

  if (visits->len == 0)
    return;
  change[0] = salon_entity_get_id (visits->pdata[g_rand_int_range (world->random, 0, (gint32) visits->len)]);
  change[1] = g_rand_int_range (world->random, SALON_VISIT_BOOKED, SALON_VISIT_NO_SHOW + 1);
  change[2] = world->clients[g_rand_int_range (world->random, 0, N_CLIENTS)];
  change[3] = g_rand_int_range (world->random, SALON_VISIT_SOURCE_PHONE, SALON_VISIT_SOURCE_MESSENGER + 1);
  salon_fixture_submit (world->salon, &change_visit, change, &done, &error);
  if (error == NULL)
    g_array_append_val (world->operations, done.operation);
  else
    g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

static void
undo_something (World *world)
{
  g_autoptr (GError) error = NULL;
  gint64 operation = 0;
  SalonDone done;
  guint at = 0;

  if (world->operations->len == 0)
    return;
  at = (guint) g_rand_int_range (world->random, 0, (gint32) world->operations->len);
  operation = g_array_index (world->operations, gint64, at);
  if (salon_fixture_undo (world->salon, operation, &done, &error))
    g_array_append_val (world->operations, done.operation);
  else
    g_assert_error (error, SALON_ERROR, SALON_ERROR_CONFLICT);
}

static SalonMoney
price_of (GPtrArray *lines, const SalonVisit *visit)
{
  SalonMoney sum = 0;

  for (guint i = 0; i < lines->len; i++) {
    const SalonVisitLine *line = lines->pdata[i];

    sum += line->visit_id == salon_entity_get_id (visit) ? line->price : 0;
  }
  return sum;
}

/* The same figures by the plainest way: every visit looked at in turn. */
static void
expect_stat (SalonTx *tx, gint64 client, GPtrArray *visits, GPtrArray *lines, SalonClientStat *stat)
{
  g_autoptr (SalonSettings) settings = salon_settings_load (tx, NULL, NULL);
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (SalonDay));
  SalonStatusDerived derived;

  for (SalonDay day = SALON_FIXTURE_TODAY - 800; day < SALON_FIXTURE_TODAY + 100; day++)
    for (guint i = 0; i < visits->len; i++) {
      const SalonVisit *visit = visits->pdata[i];

      if (visit->client_id == client && visit->day == day && visit->state >= SALON_VISIT_ARRIVED
          && visit->state <= SALON_VISIT_DONE) {
        g_array_append_val (days, day);
        break;
      }
    }
  salon_status_derive ((const SalonDay *) (gpointer) days->data, days->len, &settings->status, &derived);
  stat->visit_days = derived.n_days;
  stat->first_day = derived.first_day;
  stat->last_day = derived.last_day;
  stat->lost_on = derived.lost_on;
  stat->permanent_until = derived.permanent_until;
  for (guint i = 0; i < visits->len; i++) {
    const SalonVisit *visit = visits->pdata[i];
    gint64 now = (gint64) SALON_FIXTURE_TODAY * SALON_MINUTES_A_DAY + SALON_FIXTURE_MINUTE;

    if (visit->client_id != client)
      continue;
    stat->sold += visit->state == SALON_VISIT_DONE ? price_of (lines, visit) : 0;
    stat->has |= visit->source == SALON_VISIT_SOURCE_ONLINE ? SALON_STAT_HAS_ONLINE : 0;
    stat->no_shows += visit->state == SALON_VISIT_NO_SHOW;
    if (visit->state <= SALON_VISIT_CONFIRMED && visit->start_min >= now
        && (stat->next_min == 0 || visit->start_min < stat->next_min))
      stat->next_min = visit->start_min;
  }
}

static gint64
expect_phones (gint64 client, GPtrArray *phones)
{
  gint64 has = 0;

  for (guint i = 0; i < phones->len; i++) {
    const SalonClientPhone *phone = phones->pdata[i];

    if (phone->client_id == client)
      has |= phone->e164 != NULL ? SALON_STAT_HAS_PHONE | SALON_STAT_HAS_NUMBER : SALON_STAT_HAS_PHONE;
  }
  return has;
}

static gboolean
compare_stats (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  World *world = data;
  g_autoptr (GPtrArray) visits = salon_repo_all (tx, salon_visit_get_type (), error);
  g_autoptr (GPtrArray) lines = salon_repo_all (tx, salon_visit_line_get_type (), error);
  g_autoptr (GPtrArray) phones = salon_repo_all (tx, salon_client_phone_get_type (), error);

  for (guint i = 0; i < N_CLIENTS; i++) {
    SalonClientStat wanted = { 0 };
    SalonClientStat found;

    expect_stat (tx, world->clients[i], visits, lines, &wanted);
    if (!salon_stat_store_get (tx, world->clients[i], &found, error))
      return FALSE;
    g_assert_cmpint (found.visit_days, ==, wanted.visit_days);
    g_assert_cmpint (found.first_day, ==, wanted.first_day);
    g_assert_cmpint (found.last_day, ==, wanted.last_day);
    g_assert_cmpint (found.lost_on, ==, wanted.lost_on);
    g_assert_cmpint (found.permanent_until, ==, wanted.permanent_until);
    g_assert_cmpint (found.sold, ==, wanted.sold);
    g_assert_cmpint (found.no_shows, ==, wanted.no_shows);
    g_assert_cmpint (found.next_min, ==, wanted.next_min);
    g_assert_cmpint (found.has, ==, wanted.has | expect_phones (world->clients[i], phones));
  }
  return TRUE;
}

static void
test_random_changes (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  World world = { salon, g_rand_new_with_seed (20250616), { 0 }, 0, 0, g_array_new (FALSE, FALSE, sizeof (gint64)), 0 };

  world.service = salon_fixture_add_service (salon, "Manicure", 5, 3500);
  world.employee = salon_fixture_add_employee (salon, "Maria");
  for (guint i = 0; i < N_CLIENTS; i++)
    world.clients[i] = salon_fixture_add_client (salon, "Irina", NULL);
  for (int step = 0; step < N_STEPS; step++) {
    int dice = g_rand_int_range (world.random, 0, 12);

    world.next_minute = g_rand_int_range (world.random, 0, 1400);
    if (dice < 3)
      add_visit (&world);
    else if (dice < 6)
      change_any_visit (&world);
    else if (dice < 7)
      change_any_price (&world);
    else if (dice < 9)
      change_any_phone (&world);
    else
      undo_something (&world);
    if (step % 10 == 0 || step == N_STEPS - 1)
      salon_fixture_read (salon, compare_stats, &world);
  }
  g_assert_cmpuint (world.operations->len, >, N_STEPS / 3);
  g_array_unref (world.operations);
  g_rand_free (world.random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/derive/random-changes", test_random_changes);
  return g_test_run ();
}
