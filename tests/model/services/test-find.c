/* The search box: rank order, visits beside people, odd input, who finds what. */
#include "support/salon-fixture.h"

#include "base/error.h"
#include "model/services/clients.h"
#include "model/services/find.h"

#define TODAY SALON_FIXTURE_TODAY

static SalonFound *
find (SalonFixture *salon, const char *text, guint limit)
{
  SalonFindRequest request = { (char *) text, limit };
  g_autoptr (GError) error = NULL;
  SalonFound *found = salon_session_query_sync (salon->session, &salon_query_find, &request, &error);

  g_assert_no_error (error);
  return found;
}

static void
expect (SalonFixture *salon, const char *text, guint n, const gint64 *wanted)
{
  g_autoptr (SalonFound) found = find (salon, text, 10);

  if (found->clients->len != n)
    g_test_message ("“%s” found %u", text, found->clients->len);
  g_assert_cmpuint (found->clients->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (((SalonClientRow *) found->clients->pdata[i])->id, ==, wanted[i]);
}

/* The end of a phone before the beginning of a name before any part; the latest visitor first within each. */
static void
test_rank (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 service = salon_fixture_add_service (salon, "Manicure", 60, 0);
  gint64 master = salon_fixture_add_employee (salon, "Maria");
  gint64 inside = salon_fixture_add_client (salon, "Johanna Liepa", "29 123 400");
  gint64 tail = salon_fixture_add_client (salon, "Olga Liepa", "29 000 123");
  gint64 old = salon_fixture_add_client (salon, "Anna Liepa", NULL);
  gint64 recent = salon_fixture_add_client (salon, "Annija Liepa", NULL);
  gint64 never = salon_fixture_add_client (salon, "Annele Liepa", NULL);
  gint64 by_name[4];
  gint64 by_phone[2];

  by_name[0] = recent;
  by_name[1] = old;
  by_name[2] = never;
  by_name[3] = inside;
  by_phone[0] = tail;
  by_phone[1] = inside;
  salon_fixture_add_visit (salon, old, TODAY - 50, 600, SALON_VISIT_DONE, service, master, 0);
  salon_fixture_add_visit (salon, recent, TODAY - 5, 600, SALON_VISIT_DONE, service, master, 0);
  salon_fixture_add_visit (salon, inside, TODAY - 1, 600, SALON_VISIT_DONE, service, master, 0);
  expect (salon, "ann", 4, by_name);
  expect (salon, "123", 2, by_phone);
  expect (salon, "liepa anni", 1, &recent);
  expect (salon, "johanna 123", 1, &inside);
}

static void
test_odd_input (void)
{
  static const char *const nothing[] = { "", " ", "\t\n", "\"", "'", "*", "^", "$$", "^^", "AND", "NEAR (a b)", "\"\"", "(", ")",
                                         "names :", "a OR b OR", "-", "+", "💅", "\xff\xfe", "%_", "; DROP TABLE client" };
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autofree char *endless = g_strnfill (10000, 'x');
  g_autofree char *digits = g_strnfill (10000, '1');
  gint64 quoted = salon_fixture_add_client (salon, "D\"Arc O'Neill", "29123456");

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++)
    expect (salon, nothing[i], 0, NULL);
  expect (salon, endless, 0, NULL);
  expect (salon, digits, 0, NULL);
  expect (salon, "o'neill", 1, &quoted);
  expect (salon, "\"neill", 1, &quoted);
}

static void
test_limit (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (SalonFound) some = NULL;
  g_autoptr (SalonFound) none = NULL;

  for (int i = 0; i < 8; i++)
    salon_fixture_add_client (salon, "Anna Liepa", NULL);
  some = find (salon, "anna", 5);
  g_assert_cmpuint (some->clients->len, ==, 5);
  none = find (salon, "anna", 0);
  g_assert_cmpuint (none->clients->len, ==, 0);
}

static void
test_visits (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 service = salon_fixture_add_service (salon, "Manicure", 60, 0);
  gint64 master = salon_fixture_add_employee (salon, "Maria");
  gint64 anna = salon_fixture_add_client (salon, "Anna Liepa", NULL);
  gint64 olga = salon_fixture_add_client (salon, "Olga Liepa", NULL);
  gint64 other = salon_fixture_add_client (salon, "Irina Ozola", NULL);
  gint64 later = salon_fixture_add_visit (salon, anna, TODAY + 2, 600, SALON_VISIT_BOOKED, service, master, 0);
  gint64 morning = salon_fixture_add_visit (salon, olga, TODAY, 540, SALON_VISIT_CONFIRMED, service, master, 0);
  g_autoptr (SalonFound) found = NULL;
  const SalonFoundVisit *first = NULL;

  salon_fixture_add_visit (salon, anna, TODAY - 2, 600, SALON_VISIT_BOOKED, service, master, 0);
  salon_fixture_add_visit (salon, anna, TODAY + 3, 600, SALON_VISIT_CANCELLED, service, master, 0);
  salon_fixture_add_visit (salon, other, TODAY + 1, 600, SALON_VISIT_BOOKED, service, master, 0);
  found = find (salon, "liepa", 10);
  g_assert_cmpuint (found->visits->len, ==, 2);
  first = found->visits->pdata[0];
  g_assert_cmpint (first->visit_id, ==, morning); /* of today, though its hour has come */
  g_assert_cmpint (first->client_id, ==, olga);
  g_assert_cmpstr (first->client, ==, "Liepa Olga");
  g_assert_cmpstr (first->services, ==, "Manicure");
  g_assert_cmpstr (first->employees, ==, "Maria");
  g_assert_cmpint (first->start_min, ==, TODAY * SALON_MINUTES_A_DAY + 540);
  g_assert_cmpint (first->state, ==, SALON_VISIT_CONFIRMED);
  g_assert_cmpint (((SalonFoundVisit *) found->visits->pdata[1])->visit_id, ==, later);
}

static gint64
add_with_contacts (SalonFixture *salon)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (SalonClientDraft) draft = salon_client_draft_new (NULL, client);
  SalonDone done;

  client->first_name = g_strdup ("Irina");
  client->surname = g_strdup ("Kalniņa");
  client->email = g_strdup ("irina.k@inbox.lv");
  client->telegram = g_strdup ("@irina_k");
  client->instagram = g_strdup ("nails_by_irina");
  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  g_ptr_array_add (draft->phones, salon_phone_draft_new (0, "29123456", NULL));
  g_ptr_array_add (draft->phones, salon_phone_draft_new (0, "8 (029) 12-34-56 доб. 7", NULL));
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_save, draft, &done, NULL));
  return done.id;
}

static void
test_everything_of_hers (void)
{
  static const char *const queries[] = { "irina.k@inbox.lv", "irina.k@", "@inbox.lv", "@irina_k", "nails_by", "37129123456",
                                         "+371 29 123 456", "29123456", "3456", "029123456", "irina kalnina", "kalnina i",
                                         "ирина калнина", "rfkybyf", "КАЛНИНА" };
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = add_with_contacts (salon);

  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    expect (salon, queries[i], 1, &id);
}

static void
test_master_finds_by_name_only (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 service = salon_fixture_add_service (salon, "Manicure", 60, 0);
  gint64 master = salon_fixture_add_employee (salon, "Maria");
  gint64 id = add_with_contacts (salon);
  g_autoptr (SalonFound) found = NULL;

  salon_fixture_add_visit (salon, id, TODAY + 2, 600, SALON_VISIT_BOOKED, service, master, 0);
  salon_fixture_act_as (salon, SALON_ROLE_MASTER, 0);
  expect (salon, "irina", 1, &id);
  expect (salon, "29123456", 0, NULL);
  expect (salon, "3456", 0, NULL);
  expect (salon, "inbox.lv", 0, NULL);
  expect (salon, "irina 3456", 0, NULL);
  found = find (salon, "irina", 10);
  g_assert_cmpuint (found->visits->len, ==, 0); /* it may be another's visit */
}

/* What was found by is gone at once when it is changed, and back with the undo. */
static void
test_follows_changes (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina Kalniņa", "29123456");
  g_autoptr (SalonClient) orig = salon_fixture_get (salon, salon_client_get_type (), id);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);
  g_autoptr (SalonClientDraft) draft = salon_client_draft_new (orig, curr);
  SalonDone done;

  g_free (curr->surname);
  curr->surname = g_strdup ("Ozola");
  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_save, draft, &done, NULL));
  expect (salon, "kalnina", 0, NULL);
  expect (salon, "3456", 0, NULL);
  expect (salon, "ozola", 1, &id);
  g_assert_true (salon_fixture_undo (salon, done.operation, NULL, NULL));
  expect (salon, "kalnina", 1, &id);
  expect (salon, "3456", 1, &id);
  expect (salon, "ozola", 0, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find/rank", test_rank);
  g_test_add_func ("/find/odd-input", test_odd_input);
  g_test_add_func ("/find/limit", test_limit);
  g_test_add_func ("/find/visits", test_visits);
  g_test_add_func ("/find/everything-of-hers", test_everything_of_hers);
  g_test_add_func ("/find/master-finds-by-name-only", test_master_finds_by_name_only);
  g_test_add_func ("/find/follows-changes", test_follows_changes);
  return g_test_run ();
}
