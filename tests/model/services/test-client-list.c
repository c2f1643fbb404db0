/* The list of clients: each order against a sort by hand, pages of rows, narrowing, who sees what. */
#include "support/salon-fixture.h"

#include <stdlib.h>

#include "base/text.h"
#include "model/entities/client.h"
#include "model/entities/stored-photo.h"
#include "model/rules/client-name.h"
#include "model/services/clients.h"

#define N_CLIENTS 120

typedef struct {
  gint64 id;
  char *key;
  int visits;
  gint64 sold;
  SalonDay last;
  gint64 added;
} Person;

typedef struct {
  SalonFixture *salon;
  Person people[N_CLIENTS];
  guint n;
} World;

static const char *const first_names[] = { "Irina", "Ирина", "Anna", "Līga", "Ольга", "Žanna", "Zane", "Éva", "Ērika", "Юлия" };
static const char *const surnames[] = { "Kalniņa", "Калнина", "Ozola", "Āboliņa", "Петрова", "Šmite", "Smite", NULL };

static void
fill_world (World *world, GRand *random)
{
  gint64 service = salon_fixture_add_service (world->salon, "Manicure", 5, 1000);
  gint64 master = salon_fixture_add_employee (world->salon, "Maria");
  int minute = 0;

  for (guint i = 0; i < N_CLIENTS; i++) {
    Person *person = &world->people[world->n++];
    const char *first = first_names[g_rand_int_range (random, 0, G_N_ELEMENTS (first_names))];
    const char *surname = surnames[g_rand_int_range (random, 0, G_N_ELEMENTS (surnames))];
    g_autofree char *name = surname != NULL ? g_strconcat (first, " ", surname, NULL) : g_strdup (first);
    g_autofree char *list_name = salon_client_list_name (first, NULL, surname, NULL);
    int n_visits = g_rand_int_range (random, 0, 4);

    salon_fixture_set_time (world->salon, SALON_FIXTURE_TODAY, SALON_FIXTURE_MINUTE + g_rand_int_range (random, 0, 30));
    person->id = salon_fixture_add_client (world->salon, name, NULL);
    person->added = salon_clock_now_us (world->salon->clock);
    person->key = salon_text_collation_key (list_name);
    person->last = SALON_DAY_NONE;
    for (int v = 0; v < n_visits; v++, minute += 5) {
      SalonDay day = SALON_FIXTURE_TODAY - 40 + v * 10 + minute / 1400;

      salon_fixture_add_visit (world->salon, person->id, day, minute % 1400, SALON_VISIT_DONE, service, master, 0);
      person->visits++;
      person->sold += 1000;
      person->last = day;
    }
  }
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_people (gconstpointer a, gconstpointer b, gpointer data)
{
  const Person *x = a;
  const Person *y = b;
  SalonClientSort sort = (SalonClientSort) GPOINTER_TO_INT (data);
  int difference = 0;

  if (sort == SALON_CLIENT_SORT_FREQUENT)
    difference = compare_numbers (x->visits, y->visits);
  else if (sort == SALON_CLIENT_SORT_NAME)
    difference = g_strcmp0 (x->key, y->key);
  else if (sort == SALON_CLIENT_SORT_SOLD)
    difference = compare_numbers (x->sold, y->sold);
  else if (sort == SALON_CLIENT_SORT_LAST_VISIT)
    difference = compare_numbers (x->last, y->last);
  else
    difference = compare_numbers (x->added, y->added);
  return difference != 0 ? difference : compare_numbers (x->id, y->id);
}

static GArray *
ids_of (SalonFixture *salon, SalonClientSort sort, gboolean descending, const char *text)
{
  SalonClientListRequest request = { sort, descending, (char *) text };
  g_autoptr (GError) error = NULL;
  GArray *ids = salon_session_query_sync (salon->session, &salon_query_client_ids, &request, &error);

  g_assert_no_error (error);
  return ids;
}

static void
expect_order (World *world, SalonClientSort sort, gboolean descending)
{
  g_autoptr (GArray) ids = ids_of (world->salon, sort, descending, NULL);

  g_qsort_with_data (world->people, (gint) world->n, sizeof (Person), compare_people, GINT_TO_POINTER (sort));
  g_assert_cmpuint (ids->len, ==, world->n);
  for (guint i = 0; i < ids->len; i++) {
    guint k = descending ? world->n - 1 - i : i;

    g_assert_cmpint (g_array_index (ids, gint64, i), ==, world->people[k].id);
  }
}

static void
test_orders (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  World world = { .salon = salon };
  GRand *random = g_rand_new_with_seed (7);

  fill_world (&world, random);
  for (SalonClientSort sort = SALON_CLIENT_SORT_FREQUENT; sort <= SALON_CLIENT_SORT_ADDED; sort++) {
    expect_order (&world, sort, FALSE);
    expect_order (&world, sort, TRUE);
  }
  for (guint i = 0; i < world.n; i++)
    g_free (world.people[i].key);
  g_rand_free (random);
}

static GPtrArray *
rows_of (SalonFixture *salon, const gint64 *ids, guint n)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = NULL;

  g_array_append_vals (list, ids, n);
  rows = salon_session_query_sync (salon->session, &salon_query_client_rows, list, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, n);
  return rows;
}

static gboolean
put_photo_and_alert (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const gint64 *client = data;
  g_autoptr (GBytes) picture = g_bytes_new_static ("jpeg", 4);
  SalonClientPhoto photo = { *client, picture, picture, 1, 1 };

  return salon_client_set_photo (tx, &photo, id, error);
}

static void
set_alert (SalonFixture *salon, gint64 id)
{
  g_autoptr (SalonClient) orig = salon_fixture_get (salon, salon_client_get_type (), id);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);
  g_autoptr (SalonClientDraft) draft = NULL;

  curr->alert = g_strdup ("acetone");
  draft = salon_client_draft_new (orig, curr);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_save, draft, NULL, NULL));
}

static void
test_rows (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 service = salon_fixture_add_service (salon, "Manicure", 60, 3500);
  gint64 master = salon_fixture_add_employee (salon, "Maria");
  gint64 irina = salon_fixture_add_client (salon, "Ирина Петровна Калнина", "29123456");
  gint64 nameless = salon_fixture_add_client (salon, NULL, "+37129000111");
  gint64 ids[] = { nameless, 4711, irina };
  g_autoptr (GPtrArray) rows = NULL;
  const SalonClientRow *row = NULL;

  for (int i = 1; i <= 3; i++)
    salon_fixture_add_visit (salon, irina, SALON_FIXTURE_TODAY - 10 * i, 600, SALON_VISIT_DONE, service, master, 0);
  salon_fixture_add_visit (salon, irina, SALON_FIXTURE_TODAY + 3, 600, SALON_VISIT_BOOKED, service, master, 0);
  salon_fixture_write (salon, put_photo_and_alert, &irina);
  set_alert (salon, irina);
  rows = rows_of (salon, ids, G_N_ELEMENTS (ids));

  row = rows->pdata[0];
  g_assert_cmpint (row->id, ==, nameless);
  g_assert_cmpstr (row->name, ==, "+371 29 000 111");
  g_assert_cmpint (row->status, ==, SALON_STATUS_POTENTIAL);
  g_assert_cmpint (row->last_day, ==, SALON_DAY_NONE);
  g_assert_null (row->thumb);
  g_assert_false (row->has_alert);

  row = rows->pdata[1]; /* gone meanwhile: the others keep their places */
  g_assert_cmpint (row->id, ==, 4711);
  g_assert_cmpstr (row->name, ==, "");

  row = rows->pdata[2];
  g_assert_cmpstr (row->name, ==, "Калнина Ирина Петровна");
  g_assert_cmpstr (row->phone, ==, "+371 29 123 456");
  g_assert_cmpint (row->status, ==, SALON_STATUS_PERMANENT);
  g_assert_cmpint (row->visit_days, ==, 3);
  g_assert_cmpint (row->last_day, ==, SALON_FIXTURE_TODAY - 10);
  g_assert_cmpint (row->sold, ==, 3 * 3500);
  g_assert_cmpint (row->next_min, ==, (SALON_FIXTURE_TODAY + 3) * SALON_MINUTES_A_DAY + 600);
  g_assert_nonnull (row->thumb);
  g_assert_true (row->has_alert);
}

/* Time passes without anybody writing: the booking of the morning is no next booking in the afternoon. */
static void
test_time_passes (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 service = salon_fixture_add_service (salon, "Manicure", 60, 3500);
  gint64 master = salon_fixture_add_employee (salon, "Maria");
  gint64 id = salon_fixture_add_client (salon, "Irina", NULL);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  g_autoptr (GPtrArray) lost = NULL;

  salon_fixture_add_visit (salon, id, SALON_FIXTURE_TODAY - 80, 600, SALON_VISIT_DONE, service, master, 0);
  salon_fixture_add_visit (salon, id, SALON_FIXTURE_TODAY, 660, SALON_VISIT_BOOKED, service, master, 0);
  salon_fixture_add_visit (salon, id, SALON_FIXTURE_TODAY + 1, 660, SALON_VISIT_CONFIRMED, service, master, 0);
  before = rows_of (salon, &id, 1);
  g_assert_cmpint (((SalonClientRow *) before->pdata[0])->next_min, ==, SALON_FIXTURE_TODAY * SALON_MINUTES_A_DAY + 660);
  g_assert_cmpint (((SalonClientRow *) before->pdata[0])->status, ==, SALON_STATUS_NEW);
  salon_fixture_set_time (salon, SALON_FIXTURE_TODAY, 900);
  after = rows_of (salon, &id, 1);
  g_assert_cmpint (((SalonClientRow *) after->pdata[0])->next_min, ==, (SALON_FIXTURE_TODAY + 1) * SALON_MINUTES_A_DAY + 660);
  salon_fixture_set_time (salon, SALON_FIXTURE_TODAY + 30, 900);
  lost = rows_of (salon, &id, 1);
  g_assert_cmpint (((SalonClientRow *) lost->pdata[0])->next_min, ==, 0);
  g_assert_cmpint (((SalonClientRow *) lost->pdata[0])->status, ==, SALON_STATUS_LOST);
}

static void
test_narrowed_keeps_the_order (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 zane = salon_fixture_add_client (salon, "Zane Kalniņa", NULL);
  gint64 anna = salon_fixture_add_client (salon, "Anna Kalniņa", NULL);
  gint64 archived = salon_fixture_add_client (salon, "Berta Kalniņa", NULL);
  SalonIdRequest request = { archived };
  g_autoptr (GArray) up = NULL;
  g_autoptr (GArray) down = NULL;
  g_autoptr (GArray) none = NULL;
  g_autoptr (GArray) all = NULL;

  salon_fixture_add_client (salon, "Olga Ozola", NULL);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_archive, &request, NULL, NULL));
  up = ids_of (salon, SALON_CLIENT_SORT_NAME, FALSE, "калнин");
  g_assert_cmpuint (up->len, ==, 2);
  g_assert_cmpint (g_array_index (up, gint64, 0), ==, anna);
  g_assert_cmpint (g_array_index (up, gint64, 1), ==, zane);
  down = ids_of (salon, SALON_CLIENT_SORT_NAME, TRUE, "kalnin");
  g_assert_cmpint (g_array_index (down, gint64, 0), ==, zane);
  none = ids_of (salon, SALON_CLIENT_SORT_NAME, TRUE, "nobody");
  g_assert_cmpuint (none->len, ==, 0);
  all = ids_of (salon, SALON_CLIENT_SORT_FREQUENT, TRUE, "");
  g_assert_cmpuint (all->len, ==, 3);
}

static void
test_master_sees_no_phones (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 irina = salon_fixture_add_client (salon, "Irina", "29123456");
  gint64 nameless = salon_fixture_add_client (salon, NULL, "29000111");
  gint64 ids[] = { irina, nameless };
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) by_phone = NULL;

  salon_fixture_act_as (salon, SALON_ROLE_MASTER, 0);
  rows = rows_of (salon, ids, 2);
  g_assert_null (((SalonClientRow *) rows->pdata[0])->phone);
  g_assert_cmpstr (((SalonClientRow *) rows->pdata[1])->name, ==, "Client without a name");
  by_phone = ids_of (salon, SALON_CLIENT_SORT_NAME, FALSE, "29123456");
  g_assert_cmpuint (by_phone->len, ==, 0);
}

/* The order of phones is as good as the phones. */
static void
test_a_master_has_no_order_of_phones (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 later = salon_fixture_add_client (salon, "Anna", "29222222");
  gint64 earlier = salon_fixture_add_client (salon, "Zane", "29111111");
  g_autoptr (GArray) by_phone = ids_of (salon, SALON_CLIENT_SORT_PHONE, FALSE, NULL);
  g_autoptr (GArray) usual = NULL;
  g_autoptr (GArray) refused = NULL;

  g_assert_cmpint (g_array_index (by_phone, gint64, 0), ==, earlier);
  salon_fixture_act_as (salon, SALON_ROLE_MASTER, 0);
  usual = ids_of (salon, SALON_CLIENT_SORT_FREQUENT, FALSE, NULL);
  refused = ids_of (salon, SALON_CLIENT_SORT_PHONE, FALSE, NULL);
  g_assert_cmpint (g_array_index (refused, gint64, 0), ==, g_array_index (usual, gint64, 0));
  g_assert_cmpint (g_array_index (usual, gint64, 0), ==, later);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client-list/orders", test_orders);
  g_test_add_func ("/client-list/rows", test_rows);
  g_test_add_func ("/client-list/time-passes", test_time_passes);
  g_test_add_func ("/client-list/narrowed-keeps-the-order", test_narrowed_keeps_the_order);
  g_test_add_func ("/client-list/master-sees-no-phones", test_master_sees_no_phones);
  g_test_add_func ("/client-list/master", test_a_master_has_no_order_of_phones);
  return g_test_run ();
}
