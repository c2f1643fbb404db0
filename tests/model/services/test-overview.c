/* The split of the base by status: by kept figures, on other days, with other parameters. */
#include "support/salon-fixture.h"

#include "base/error.h"
#include "model/services/clients.h"
#include "model/services/overview.h"
#include "model/store/client-store.h"
#include "model/store/visit-store.h"

#define TODAY SALON_FIXTURE_TODAY

static void
expect (SalonFixture *salon, gint64 as_of, const SalonStatusParams *params, const gint64 *wanted)
{
  SalonSplitRequest request = { as_of, (SalonStatusParams *) params };
  g_autoptr (GError) error = NULL;
  g_autofree SalonSplit *split = salon_session_query_sync (salon->session, &salon_query_split, &request, &error);

  g_assert_no_error (error);
  for (int i = 0; i < SALON_N_STATUSES; i++)
    g_assert_cmpint (split->counts[i], ==, wanted[i]);
}

static void
visits (SalonFixture *salon, gint64 client, gint64 service, gint64 master, int n, SalonDay last, int step)
{
  for (int i = 0; i < n; i++)
    salon_fixture_add_visit (salon, client, last - i * step, 600 + (int) client * 10, SALON_VISIT_DONE, service, master, 0);
}

static void
test_split (void)
{
  static const gint64 today[] = { 1, 1, 1, 2 };
  static const gint64 latvian[] = { 1, 1, 1, 2 };
  static const gint64 strict[] = { 1, 2, 0, 2 };
  static const gint64 twice[] = { 1, 2, 1, 1 };
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 service = salon_fixture_add_service (salon, "Manicure", 5, 0);
  gint64 master = salon_fixture_add_employee (salon, "Maria");
  gint64 ids[6];
  SalonStatusParams params;

  for (int i = 0; i < 6; i++)
    ids[i] = salon_fixture_add_client (salon, "Irina", NULL);
  visits (salon, ids[1], service, master, 1, TODAY - 10, 1);   /* new */
  visits (salon, ids[2], service, master, 3, TODAY - 5, 20);   /* permanent */
  visits (salon, ids[3], service, master, 1, TODAY - 200, 1);  /* lost after one visit */
  visits (salon, ids[4], service, master, 4, TODAY - 100, 30); /* lost */
  visits (salon, ids[5], service, master, 3, TODAY - 5, 20);   /* archived */
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_archive, &(SalonIdRequest){ ids[5] }, NULL, NULL));
  expect (salon, SALON_DAY_NONE, NULL, today);
  expect (salon, TODAY, NULL, today);
  expect (salon, TODAY - 195 - 30, NULL, (const gint64[]){ 5, 0, 0, 0 });
  expect (salon, TODAY - 195, NULL, (const gint64[]){ 4, 1, 0, 0 });
  salon_status_params_preset (SALON_STATUS_PRESET_LATVIAN, &params);
  expect (salon, SALON_DAY_NONE, &params, latvian);
  salon_status_params_preset (SALON_STATUS_PRESET_1C, &params);
  params.n_permanent = 4;
  expect (salon, SALON_DAY_NONE, &params, strict);
  params.n_permanent = 3;
  params.least_visits = 2;
  expect (salon, SALON_DAY_NONE, &params, twice);
}

/* The kept figures and the rule over all days tell the same of every day to come. */
static void
test_kept_figures_and_rule_agree (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 service = salon_fixture_add_service (salon, "Manicure", 5, 0);
  gint64 master = salon_fixture_add_employee (salon, "Maria");
  GRand *random = g_rand_new_with_seed (3);

  for (int i = 0; i < 30; i++) {
    gint64 id = salon_fixture_add_client (salon, "Irina", NULL);

    visits (salon, id, service, master, g_rand_int_range (random, 0, 6), TODAY - g_rand_int_range (random, 1, 200),
            g_rand_int_range (random, 1, 60));
  }
  for (int ahead = 0; ahead < 150; ahead += 7) {
    SalonSplitRequest by_figures = { SALON_DAY_NONE, NULL };
    SalonSplitRequest by_rule = { TODAY + ahead, NULL };
    g_autofree SalonSplit *rule = salon_session_query_sync (salon->session, &salon_query_split, &by_rule, NULL);
    g_autofree SalonSplit *figures = NULL;

    if (ahead == 0) /* of today the figures are asked either way; of yesterday's view of today the rule is */
      continue;
    salon_fixture_set_time (salon, TODAY + ahead, 600);
    figures = salon_session_query_sync (salon->session, &salon_query_split, &by_figures, NULL);
    salon_fixture_set_time (salon, TODAY, 600);
    g_assert_cmpmem (figures->counts, sizeof figures->counts, rule->counts, sizeof rule->counts);
  }
  g_rand_free (random);
}

typedef struct {
  SalonTx *tx;
  guint n;
} DaysCheck;

static void
compare_days (gint64 client, const SalonDay *days, guint n_days, gpointer data)
{
  DaysCheck *check = data;
  g_autoptr (GArray) wanted = salon_visit_store_counted_days (check->tx, client, NULL);

  g_assert_cmpmem (days, n_days * sizeof (SalonDay), wanted->data, wanted->len * sizeof (SalonDay));
  check->n++;
}

static gboolean
check_days (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  DaysCheck check = { tx, 0 };

  if (!salon_client_store_each_days (tx, compare_days, &check, error))
    return FALSE;
  *id = check.n;
  return TRUE;
}

static void
test_days_of_each_client (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 service = salon_fixture_add_service (salon, "Manicure", 5, 0);
  gint64 master = salon_fixture_add_employee (salon, "Maria");
  gint64 id = 0;

  salon_fixture_add_client (salon, "Irina", NULL);
  for (int i = 0; i < 4; i++) {
    id = salon_fixture_add_client (salon, "Olga", NULL);
    salon_fixture_add_visit (salon, id, TODAY - 9, 600 + i * 20, SALON_VISIT_DONE, service, master, 0);
    salon_fixture_add_visit (salon, id, TODAY - 9, 610 + i * 20, SALON_VISIT_ARRIVED, service, master, 0);
    salon_fixture_add_visit (salon, id, TODAY - 8, 600 + i * 20, SALON_VISIT_CANCELLED, service, master, 0);
    salon_fixture_add_visit (salon, id, TODAY - 7 + i, 600 + i * 20, SALON_VISIT_IN_SERVICE, service, master, 0);
  }
  salon_fixture_add_client (salon, "Zane", NULL);
  g_assert_cmpint (salon_fixture_read (salon, check_days, NULL), ==, 6);
}

static void
test_nonsense_is_refused (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonStatusParams params = { 3, 0, 3, 1, FALSE };
  SalonSplitRequest request = { SALON_DAY_NONE, &params };
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_session_query_sync (salon->session, &salon_query_split, &request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/overview/split", test_split);
  g_test_add_func ("/overview/kept-figures-and-rule-agree", test_kept_figures_and_rule_agree);
  g_test_add_func ("/overview/days-of-each-client", test_days_of_each_client);
  g_test_add_func ("/overview/nonsense-is-refused", test_nonsense_is_refused);
  return g_test_run ();
}
