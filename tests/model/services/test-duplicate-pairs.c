/* Pairs of cards that are likely one person. */
#include "support/salon-fixture.h"

#include "base/error.h"
#include "model/services/duplicate-pairs.h"
#include "model/services/merge.h"

static SalonDuplicatePairs *
find (SalonFixture *salon, int min_score)
{
  SalonPairsRequest request = { min_score, 100, 0 };
  g_autoptr (GError) error = NULL;
  SalonDuplicatePairs *pairs = salon_session_query_sync (salon->session, &salon_query_duplicate_pairs, &request, &error);

  g_assert_no_error (error);
  return pairs;
}

static guint
count (SalonFixture *salon)
{
  g_autoptr (SalonDuplicatePairs) pairs = find (salon, SALON_DUPLICATE_LIKELY);

  g_assert_cmpuint (pairs->n_all, ==, pairs->pairs->len);
  return pairs->n_all;
}

static void
test_ranked (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 service = salon_fixture_add_service (salon, "Manicure", 60, 0);
  gint64 master = salon_fixture_add_employee (salon, "Maria");
  gint64 namesake = salon_fixture_add_client (salon, "Olga Ozola", NULL);
  gint64 olga = salon_fixture_add_client (salon, "Ольга Озола", "29000001");
  gint64 irina = salon_fixture_add_client (salon, "Irina Kalniņa", "29123456");
  gint64 ira = salon_fixture_add_client (salon, "Калнина Ирина", "+371 2912 3456");
  g_autoptr (SalonDuplicatePairs) pairs = NULL;
  const SalonDuplicatePair *pair = NULL;

  salon_fixture_add_client (salon, "Oskars Kalniņš", "29123456"); /* her husband */
  salon_fixture_add_visit (salon, ira, SALON_FIXTURE_TODAY - 5, 600, SALON_VISIT_DONE, service, master, 0);
  pairs = find (salon, SALON_DUPLICATE_LIKELY);
  g_assert_cmpuint (pairs->n_all, ==, 2);
  pair = pairs->pairs->pdata[0];
  g_assert_cmpint (pair->score, ==, 100);
  g_assert_cmpint (pair->survivor->id, ==, ira); /* she has been here */
  g_assert_cmpint (pair->other->id, ==, irina);
  g_assert_cmpuint (pair->reasons, ==, SALON_DUPLICATE_PHONE | SALON_DUPLICATE_NAME);
  pair = pairs->pairs->pdata[1];
  g_assert_cmpint (pair->score, ==, 45);
  g_assert_cmpint (pair->survivor->id, ==, namesake); /* the older card */
  g_assert_cmpint (pair->other->id, ==, olga);
}

static void
test_of_one_client (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonPairsRequest request = { SALON_DUPLICATE_LIKELY, 0, 0 };
  g_autoptr (SalonDuplicatePairs) pairs = NULL;

  salon_fixture_add_client (salon, "Olga Ozola", NULL);
  salon_fixture_add_client (salon, "Olga Ozola", NULL);
  salon_fixture_add_client (salon, "Irina Kalniņa", NULL);
  request.client_id = salon_fixture_add_client (salon, "Irina Kalnina", NULL);
  pairs = salon_session_query_sync (salon->session, &salon_query_duplicate_pairs, &request, NULL);
  g_assert_cmpuint (pairs->n_all, ==, 1);
  g_assert_cmpuint (pairs->pairs->len, ==, 0); /* only counted */
}

static void
test_not_the_same (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonPairRequest request = { 0 };
  SalonDone done;

  request.other = salon_fixture_add_client (salon, "Irina Kalniņa", "29123456");
  request.one = salon_fixture_add_client (salon, "Irina Kalniņa", "29123456");
  g_assert_cmpuint (count (salon), ==, 1);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_not_same, &request, &done, NULL));
  g_assert_cmpuint (count (salon), ==, 0);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_not_same, &request, NULL, NULL)); /* once more: nothing */
  g_assert_true (salon_fixture_undo (salon, done.operation, NULL, NULL));
  g_assert_cmpuint (count (salon), ==, 1);
  request.one = request.other;
  g_assert_false (salon_fixture_submit (salon, &salon_command_client_not_same, &request, NULL, NULL));
}

/* What was said of a card holds for the card it was merged into. */
static void
test_not_the_same_after_a_merge (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonMergeRequest merge = { 0 };
  SalonPairRequest request = { 0 };

  merge.survivor_id = salon_fixture_add_client (salon, "Irina Kalniņa", "29123456");
  merge.other_id = salon_fixture_add_client (salon, "Irina Kalniņa", "29123456");
  request.one = merge.other_id;
  request.other = salon_fixture_add_client (salon, "Irina Kalniņa", "29123456");
  g_assert_cmpuint (count (salon), ==, 3);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_not_same, &request, NULL, NULL));
  g_assert_cmpuint (count (salon), ==, 2);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_merge, &merge, NULL, NULL));
  g_assert_cmpuint (count (salon), ==, 0);
}

static void
test_archived_and_crowds (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonIdRequest request = { salon_fixture_add_client (salon, "Irina Kalniņa", "29123456") };

  salon_fixture_add_client (salon, "Irina Kalniņa", "29123456");
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_archive, &request, NULL, NULL));
  g_assert_cmpuint (count (salon), ==, 0);
  for (int i = 0; i < 40; i++) { /* the number of the salon itself on forty cards without a name */
    g_autofree char *patronymic = g_strdup_printf ("%d", i);

    salon_fixture_add_client (salon, patronymic, "67000000");
  }
  g_assert_cmpuint (count (salon), ==, 0);
}

static void
test_master_may_not (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonPairsRequest request = { SALON_DUPLICATE_LIKELY, 0, 0 };
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (salon, SALON_ROLE_MASTER, 0);
  g_assert_null (salon_session_query_sync (salon->session, &salon_query_duplicate_pairs, &request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicate-pairs/ranked", test_ranked);
  g_test_add_func ("/duplicate-pairs/of-one-client", test_of_one_client);
  g_test_add_func ("/duplicate-pairs/not-the-same", test_not_the_same);
  g_test_add_func ("/duplicate-pairs/not-the-same-after-a-merge", test_not_the_same_after_a_merge);
  g_test_add_func ("/duplicate-pairs/archived-and-crowds", test_archived_and_crowds);
  g_test_add_func ("/duplicate-pairs/master-may-not", test_master_may_not);
  return g_test_run ();
}
