/* Who is likely to be there already while a new client is typed. */
#include "support/salon-fixture.h"

#include "base/error.h"
#include "model/services/clients.h"

static void
expect (SalonFixture *salon, const char *name, const char *phone, const char *email, guint n, const gint64 *wanted)
{
  SalonDuplicateRequest request = { (char *) name, (char *) phone, (char *) email };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = salon_session_query_sync (salon->session, &salon_query_client_duplicates, &request, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (((SalonClientRow *) rows->pdata[i])->id, ==, wanted[i]);
}

static gint64
add_with_email (SalonFixture *salon, const char *name, const char *email)
{
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (SalonClientDraft) draft = salon_client_draft_new (NULL, client);
  SalonDone done;

  client->first_name = g_strdup (name);
  client->email = g_strdup (email);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_save, draft, &done, NULL));
  return done.id;
}

static void
test_duplicates (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 irina = salon_fixture_add_client (salon, "Ирина Калнина", "29123456");
  gint64 olga = add_with_email (salon, "Olga", "olga@inbox.lv");
  gint64 both[2];

  both[0] = irina;
  both[1] = olga;
  expect (salon, NULL, "+371 29 123-456", NULL, 1, &irina);
  expect (salon, NULL, "9123456", NULL, 1, &irina);   /* without its first digit */
  expect (salon, NULL, "23456", NULL, 0, NULL);       /* too few digits yet */
  expect (salon, NULL, "29 123 45", NULL, 1, &irina); /* seven digits of it: not yet a number, but hers so far */
  expect (salon, NULL, NULL, "OLGA@inbox.lv", 1, &olga);
  expect (salon, NULL, NULL, "olga@inbox", 0, NULL);
  expect (salon, "Kalniņa Irina", NULL, NULL, 1, &irina);
  expect (salon, "bhbyf rfkybyf", NULL, NULL, 1, &irina); /* wrong keyboard layout */
  expect (salon, "Irina", NULL, NULL, 0, NULL);           /* a first name says nothing */
  expect (salon, "Irina Kaln", NULL, NULL, 0, NULL);
  expect (salon, "Irina Ozola", NULL, NULL, 0, NULL);
  expect (salon, "Irina Kalnina", "29123456", "olga@inbox.lv", 2, both);
  expect (salon, NULL, NULL, NULL, 0, NULL);
  expect (salon, "", "", "", 0, NULL);
}

static void
test_at_most_three_latest_visitors_first (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 service = salon_fixture_add_service (salon, "Manicure", 60, 0);
  gint64 master = salon_fixture_add_employee (salon, "Maria");
  gint64 ids[5];
  gint64 wanted[3];

  for (int i = 0; i < 5; i++) {
    ids[i] = salon_fixture_add_client (salon, "Anna Kalniņa", "29123456");
    salon_fixture_add_visit (salon, ids[i], SALON_FIXTURE_TODAY - 10 - i, 600, SALON_VISIT_DONE, service, master, 0);
  }
  wanted[0] = ids[0];
  wanted[1] = ids[1];
  wanted[2] = ids[2];
  expect (salon, NULL, "29123456", NULL, 3, wanted);
  expect (salon, "Anna Kalnina", NULL, NULL, 3, wanted);
}

static void
test_archived_is_none (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonIdRequest request = { salon_fixture_add_client (salon, "Irina Kalniņa", "29123456") };

  g_assert_true (salon_fixture_submit (salon, &salon_command_client_archive, &request, NULL, NULL));
  expect (salon, "Irina Kalniņa", "29123456", NULL, 0, NULL);
}

static void
test_master_may_not (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonDuplicateRequest request = { NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (salon, SALON_ROLE_MASTER, 0);
  g_assert_null (salon_session_query_sync (salon->session, &salon_query_client_duplicates, &request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duplicates/duplicates", test_duplicates);
  g_test_add_func ("/duplicates/at-most-three", test_at_most_three_latest_visitors_first);
  g_test_add_func ("/duplicates/archived-is-none", test_archived_is_none);
  g_test_add_func ("/duplicates/master-may-not", test_master_may_not);
  return g_test_run ();
}
