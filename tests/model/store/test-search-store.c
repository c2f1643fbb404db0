/* The search index: rank order, replacing and removing entries, agreement with its texts. */
#include "support/store-fixture.h"

#include "base/text.h"
#include "model/entities/client.h"
#include "model/store/repo.h"
#include "model/store/search-store.h"

static gint64
add (SalonTx *tx, const char *name, const char *phones, const char *others, SalonDay last_visit)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autofree char *names = salon_text_index_key (name);
  g_autoptr (GError) error = NULL;

  client->first_name = g_strdup (name);
  client->created_at = 1;
  g_assert_true (salon_repo_insert (tx, client, &error));
  g_assert_true (salon_search_store_put (tx, salon_entity_get_id (client), names, phones, others, last_visit, &error));
  g_assert_no_error (error);
  return salon_entity_get_id (client);
}

static void
expect (SalonTx *tx, const char *variant, gboolean names_only, guint limit, guint n, const gint64 *wanted)
{
  g_autoptr (GPtrArray) variants = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = NULL;

  g_ptr_array_add (variants, (char *) variant);
  ids = salon_search_store_find (tx, variants, names_only, limit, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (ids, gint64, i), ==, wanted[i]);
}

static void
test_rank (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  gint64 contains = add (tx, "joanna", "37129001234$$", "", 20000);
  gint64 prefix_old = add (tx, "anna", "", "", 19000);
  gint64 prefix_new = add (tx, "anna", "", "", 19500);
  gint64 never = add (tx, "anna", "", "", SALON_DAY_NONE);
  gint64 tail = add (tx, "olga", "37129123400$$", "annagmailcom", 18000);
  gint64 all[] = { prefix_new, prefix_old, never, contains, tail };
  gint64 phones[] = { tail, contains };

  expect (tx, "anna", FALSE, 10, 5, all);
  expect (tx, "anna", TRUE, 10, 4, all);
  expect (tx, "anna", FALSE, 2, 2, all);
  expect (tx, "00", FALSE, 10, 1, phones);
  expect (tx, "1234", FALSE, 10, 2, (gint64[]){ contains, tail }); /* its end, then any part */
  expect (tx, "1234", TRUE, 10, 0, NULL);
  expect (tx, "o", FALSE, 10, 1, &tail);
  expect (tx, "nna joa", FALSE, 10, 1, &contains);
  expect (tx, "", FALSE, 10, 0, NULL);
  expect (tx, "\"", FALSE, 10, 0, NULL);
  salon_tx_rollback (tx);
}

static void
test_replaced_and_removed (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  gint64 id = add (tx, "irina", "37129123456$$", "", 19000);
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  g_assert_true (salon_search_store_put (tx, id, "^^olga", "", "", 19000, &error));
  expect (tx, "irina", FALSE, 10, 0, NULL);
  expect (tx, "olga", FALSE, 10, 1, &id);
  g_assert_true (salon_search_store_put (tx, id, "^^olga", "", "", 20000, &error)); /* only later */
  g_assert_true (salon_search_store_put (tx, id, "^^olga", "", "", 20000, &error)); /* the same again */
  expect (tx, "olga", FALSE, 10, 1, &id);
  g_assert_true (salon_search_store_check (tx, findings, &error));
  g_assert_cmpuint (findings->len, ==, 0);
  g_assert_true (salon_search_store_remove (tx, id, &error));
  g_assert_true (salon_search_store_remove (tx, id, &error)); /* she is not there any more */
  expect (tx, "olga", FALSE, 10, 0, NULL);
  g_assert_true (salon_search_store_check (tx, findings, &error));
  g_assert_true (salon_search_store_forget (tx, &error));
  g_assert_no_error (error);
  store_fixture_commit (tx);
  g_assert_cmpint (store_fixture_int (store, "SELECT count(*) FROM client_search"), ==, 0);
}

static void
test_disagreement_is_found (void)
{
  g_autoptr (StoreFixture) store = store_fixture_new ();
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  add (tx, "irina", "", "", 19000);
  store_fixture_commit (tx);
  store_fixture_close (store);
  store_fixture_exec (store, "UPDATE client_search SET names = '^^olga'");
  store_fixture_open (store);
  tx = store_fixture_begin (store, NULL);
  g_assert_true (salon_search_store_check (tx, findings, &error));
  g_assert_cmpuint (findings->len, ==, 1);
  salon_tx_rollback (tx);
}

/* Random puts and removes against a table of what ought to be there. */
static void
test_random (void)
{
  static const char *const names[] = { "anna", "irina", "olga", "zane", "liga", "marta" };
  g_autoptr (StoreFixture) store = store_fixture_new ();
  GRand *random = g_rand_new_with_seed (11);
  SalonTx *tx = store_fixture_begin (store, "operation-1");
  gint64 ids[20];
  int now[20];
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 20; i++) {
    ids[i] = add (tx, "nobody", "", "", 19000);
    now[i] = -1;
  }
  for (int step = 0; step < 600; step++) {
    int who = g_rand_int_range (random, 0, 20);
    int name = g_rand_int_range (random, -1, G_N_ELEMENTS (names));
    g_autofree char *key = name >= 0 ? salon_text_index_key (names[name]) : NULL;
    SalonDay day = 19000 + g_rand_int_range (random, 0, 5);

    now[who] = name;
    g_assert_true (name >= 0 ? salon_search_store_put (tx, ids[who], key, "", "", day, &error)
                             : salon_search_store_remove (tx, ids[who], &error));
  }
  for (guint name = 0; name < G_N_ELEMENTS (names); name++) {
    g_autoptr (GPtrArray) variants = g_ptr_array_new ();
    g_autoptr (GArray) found = NULL;
    guint n = 0;

    for (int i = 0; i < 20; i++)
      n += now[i] == (int) name;
    g_ptr_array_add (variants, (char *) names[name]);
    found = salon_search_store_find (tx, variants, FALSE, 100, &error);
    g_assert_cmpuint (found->len, ==, n);
  }
  g_assert_true (salon_search_store_check (tx, findings, &error));
  g_assert_cmpuint (findings->len, ==, 0);
  store_fixture_commit (tx);
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-store/rank", test_rank);
  g_test_add_func ("/search-store/replaced-and-removed", test_replaced_and_removed);
  g_test_add_func ("/search-store/disagreement-is-found", test_disagreement_is_found);
  g_test_add_func ("/search-store/random", test_random);
  return g_test_run ();
}
