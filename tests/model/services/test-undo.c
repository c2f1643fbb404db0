/* Undo and redo: whole operations, by whom, and what stands in the way. */
#include "support/salon-fixture.h"

#include "base/error.h"
#include "model/entities/room.h"
#include "model/services/catalogue.h"
#include "model/services/clients.h"
#include "model/services/settings.h"
#include "model/services/undo.h"

static SalonDone
save_client (SalonFixture *salon, gint64 id, const char *surname)
{
  g_autoptr (SalonClient) orig = id != 0 ? salon_fixture_get (salon, salon_client_get_type (), id) : NULL;
  g_autoptr (SalonClient) curr = orig != NULL ? salon_client_copy (orig) : salon_client_new ();
  g_autoptr (SalonClientDraft) draft = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done;

  g_free (curr->surname);
  curr->surname = g_strdup (surname);
  draft = salon_client_draft_new (orig, curr);
  salon_fixture_submit (salon, &salon_command_client_save, draft, &done, &error);
  g_assert_no_error (error);
  return done;
}

static void
expect_surname (SalonFixture *salon, gint64 id, const char *surname)
{
  g_autoptr (SalonClient) client = salon_fixture_get (salon, salon_client_get_type (), id);

  g_assert_cmpstr (client->surname, ==, surname);
}

static void
expect_refusal (SalonFixture *salon, gint64 operation, int code)
{
  g_autofree char *before = salon_fixture_dump (salon);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (salon_fixture_undo (salon, operation, NULL, &error));
  g_assert_error (error, SALON_ERROR, code);
  after = salon_fixture_dump (salon);
  g_assert_cmpstr (after, ==, before);
}

static void
test_back_and_forth (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonDone made = save_client (salon, 0, "Kalniņa");
  SalonDone changed = save_client (salon, made.id, "Ozola");
  gint64 operation = changed.operation;

  for (int i = 0; i < 6; i++) {
    SalonDone done;

    g_assert_true (salon_fixture_undo (salon, operation, &done, NULL));
    operation = done.operation;
    expect_surname (salon, made.id, i % 2 == 0 ? "Kalniņa" : "Ozola");
  }
}

static void
test_changed_since (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonDone made = save_client (salon, 0, "Kalniņa");
  SalonDone first = save_client (salon, made.id, "Ozola");
  SalonDone second = save_client (salon, made.id, "Liepa");

  expect_refusal (salon, first.operation, SALON_ERROR_CONFLICT);
  expect_refusal (salon, made.operation, SALON_ERROR_CONFLICT);
  g_assert_true (salon_fixture_undo (salon, second.operation, NULL, NULL));
  g_assert_true (salon_fixture_undo (salon, first.operation, NULL, NULL)); /* now nothing is in the way */
  expect_surname (salon, made.id, "Kalniņa");
}

static void
test_twice_and_nothing (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonDone made = save_client (salon, 0, "Kalniņa");

  g_assert_true (salon_fixture_undo (salon, made.operation, NULL, NULL));
  expect_refusal (salon, made.operation, SALON_ERROR_CONFLICT);
  expect_refusal (salon, 4711, SALON_ERROR_CONFLICT); /* there is no such operation */
}

/* Somebody has a visit meanwhile: her card cannot be made undone under it. */
static void
test_referred_to_since (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonDone made = save_client (salon, 0, "Kalniņa");
  gint64 service = salon_fixture_add_service (salon, "Manicure", 60, 0);
  gint64 master = salon_fixture_add_employee (salon, "Maria");

  salon_fixture_add_visit (salon, made.id, SALON_FIXTURE_TODAY, 600, SALON_VISIT_BOOKED, service, master, 0);
  expect_refusal (salon, made.operation, SALON_ERROR_CONFLICT);
}

static void
test_whose (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = save_client (salon, 0, "Kalniņa").id;
  SalonDone owners = save_client (salon, id, "Ozola");
  SalonClientDraft *draft = NULL;
  g_autoptr (SalonClient) orig = NULL;
  g_autoptr (SalonClient) curr = NULL;
  SalonDone own;

  salon_fixture_act_as (salon, SALON_ROLE_MASTER, 0);
  orig = salon_fixture_get (salon, salon_client_get_type (), id);
  curr = salon_client_copy (orig);
  curr->note = g_strdup ("formula 7.1");
  draft = salon_client_draft_new (orig, curr);
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_save, draft, &own, NULL));
  salon_client_draft_free (draft);
  g_assert_true (salon_fixture_undo (salon, own.operation, NULL, NULL)); /* her own */
  expect_refusal (salon, owners.operation, SALON_ERROR_PERMISSION);
  salon_fixture_act_as (salon, SALON_ROLE_ADMINISTRATOR, 0);
  g_assert_true (salon_fixture_undo (salon, owners.operation, NULL, NULL));
}

static void
test_settings (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (SalonSettings) before = salon_session_query_sync (salon->session, &salon_query_settings, NULL, NULL);
  g_autoptr (SalonSettings) wanted = salon_settings_copy (before);
  g_autoptr (SalonSettings) after = NULL;
  g_autoptr (SalonSettings) redone = NULL;
  g_autoptr (GError) error = NULL;
  SalonDone done;
  SalonDone undo;

  g_free (wanted->name);
  wanted->name = g_strdup ("Aurora = best");
  wanted->step_min = 30;
  salon_fixture_submit (salon, &salon_command_settings_save, wanted, &done, &error);
  g_assert_no_error (error);
  salon_fixture_undo (salon, done.operation, &undo, &error);
  g_assert_no_error (error);
  after = salon_session_query_sync (salon->session, &salon_query_settings, NULL, NULL);
  g_assert_cmpstr (after->name, ==, before->name);
  g_assert_cmpint (after->step_min, ==, before->step_min);
  g_assert_cmpstr (after->currency, ==, before->currency);
  g_assert_cmpstr (after->country, ==, before->country); /* what was never set has its first value again */
  salon_fixture_undo (salon, undo.operation, NULL, &error);
  g_assert_no_error (error);
  redone = salon_session_query_sync (salon->session, &salon_query_settings, NULL, NULL);
  g_assert_cmpstr (redone->name, ==, "Aurora = best");
  g_assert_cmpint (redone->step_min, ==, 30);
}

static void
test_master_data (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autofree char *empty = salon_fixture_dump (salon);
  g_autofree char *undone = NULL;
  g_autoptr (SalonRoom) room = salon_room_new ();
  SalonEntityDraft draft = { NULL, SALON_ENTITY (room) };
  g_autoptr (GError) error = NULL;
  SalonDone done;

  room->name = g_strdup ("Room 1");
  room->capacity = 1;
  salon_fixture_submit (salon, &salon_command_catalogue_save, &draft, &done, &error);
  g_assert_no_error (error);
  salon_fixture_undo (salon, done.operation, NULL, &error);
  g_assert_no_error (error);
  undone = salon_fixture_dump (salon);
  g_assert_cmpstr (undone, ==, empty);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/undo/back-and-forth", test_back_and_forth);
  g_test_add_func ("/undo/changed-since", test_changed_since);
  g_test_add_func ("/undo/twice-and-nothing", test_twice_and_nothing);
  g_test_add_func ("/undo/referred-to-since", test_referred_to_since);
  g_test_add_func ("/undo/whose", test_whose);
  g_test_add_func ("/undo/settings", test_settings);
  g_test_add_func ("/undo/master-data", test_master_data);
  return g_test_run ();
}
