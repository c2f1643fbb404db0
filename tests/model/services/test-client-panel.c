/* The panel of one client against expectations made by hand. */
#include "support/salon-fixture.h"

#include "base/error.h"
#include "model/entities/category.h"
#include "model/entities/custom-field.h"
#include "model/entities/employee.h"
#include "model/entities/service-category.h"
#include "model/entities/service.h"
#include "model/entities/source.h"
#include "model/entities/tag.h"
#include "model/entities/visit.h"
#include "model/rules/rhythm.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/store/repo.h"

#define TODAY SALON_FIXTURE_TODAY

static SalonClientPanel *
panel_of (SalonFixture *salon, gint64 id, gint64 as_of)
{
  SalonPanelRequest request = { id, as_of };
  g_autoptr (GError) error = NULL;
  SalonClientPanel *panel = salon_session_query_sync (salon->session, &salon_query_client_panel, &request, &error);

  g_assert_no_error (error);
  return panel;
}

static void
expect_named (GPtrArray *named, guint i, const char *name, gint64 count, gint64 last_day)
{
  const SalonNamed *thing = named->pdata[i];

  g_assert_cmpuint (named->len, >, i);
  g_assert_cmpstr (thing->name, ==, name);
  g_assert_cmpint (thing->count, ==, count);
  g_assert_cmpint (thing->last_day, ==, last_day);
}

static void
test_person (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 friend_id = salon_fixture_add_client (salon, "Olga Ozola", NULL);
  gint64 source = salon_fixture_insert (salon, g_object_new (salon_source_get_type (), "name", "Instagram", NULL));
  gint64 tag = salon_fixture_insert (salon, g_object_new (salon_tag_get_type (), "name", "bride", NULL));
  gint64 category = salon_fixture_insert (
      salon, g_object_new (salon_category_get_type (), "name", "Gold", "color", (gint64) 0xd4af37, NULL));
  gint64 field = salon_fixture_insert (
      salon, g_object_new (salon_custom_field_get_type (), "name", "Shoe size", "kind", (gint64) SALON_CUSTOM_TEXT, NULL));
  gint64 id = salon_fixture_add_client (salon, "Irina Kalniņa", "29 123 456");
  g_autoptr (SalonClient) orig = salon_fixture_get (salon, salon_client_get_type (), id);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);
  g_autoptr (SalonClientDraft) draft = salon_client_draft_new (orig, curr);
  g_autoptr (SalonClientPanel) panel = NULL;
  const SalonNamed *gold = NULL;

  curr->source_id = source;
  curr->referred_by_id = friend_id;
  draft->tag_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (draft->tag_ids, tag);
  draft->category_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (draft->category_ids, category);
  draft->custom = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_hash_table_insert (draft->custom, g_memdup2 (&field, sizeof field), g_strdup ("38"));
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_save, draft, NULL, NULL));
  panel = panel_of (salon, id, SALON_DAY_NONE);
  g_assert_cmpstr (panel->name, ==, "Irina Kalniņa");
  g_assert_cmpstr (panel->client->surname, ==, "Kalniņa");
  g_assert_cmpuint (panel->phones->len, ==, 1);
  g_assert_cmpstr (panel->source, ==, "Instagram");
  g_assert_cmpstr (panel->referred_by, ==, "Olga Ozola");
  expect_named (panel->tags, 0, "bride", 0, SALON_DAY_NONE);
  gold = panel->categories->pdata[0];
  g_assert_cmpstr (gold->name, ==, "Gold");
  g_assert_cmpint (gold->color, ==, 0xd4af37);
  g_assert_cmpuint (panel->custom_fields->len, ==, 1);
  g_assert_cmpstr (g_hash_table_lookup (panel->custom_values, &field), ==, "38");
  g_assert_cmpint (panel->status.status, ==, SALON_STATUS_POTENTIAL);
  g_assert_cmpint (panel->n_visits, ==, 0);
  g_assert_null (panel->next);
}

static void
test_nameless (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, NULL, "29 123 456");
  g_autoptr (SalonClientPanel) panel = panel_of (salon, id, SALON_DAY_NONE);

  g_assert_cmpstr (panel->name, ==, "+371 29 123 456");
}

/* Three years of visits of which the answers can be told by heart. */
typedef struct {
  SalonFixture *salon;
  gint64 client;
  gint64 maria, jana;
  gint64 manicure, haircut, room;
} History;

static void
set_zone (SalonFixture *salon, gint64 service_id, gint64 zone_id, gint64 days);

static void
make_history (History *h)
{
  gint64 hands = salon_fixture_add_zone (h->salon, "Hands");
  gint64 hair = salon_fixture_add_zone (h->salon, "Hair");

  salon_fixture_add_zone (h->salon, "Feet");
  h->maria = salon_fixture_add_employee (h->salon, "Maria");
  h->jana = salon_fixture_add_employee (h->salon, "Jana");
  h->manicure = salon_fixture_add_service (h->salon, "Manicure", 60, 3000);
  h->haircut = salon_fixture_add_service (h->salon, "Haircut", 45, 2500);
  h->room = salon_fixture_add_room (h->salon, "Room 2", 1);
  h->client = salon_fixture_add_client (h->salon, "Irina Kalniņa", NULL);
  set_zone (h->salon, h->manicure, hands, 28);
  set_zone (h->salon, h->haircut, hair, 42);
}

static gboolean
change_zone (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const gint64 *change = data;
  g_autoptr (SalonService) service = salon_repo_get (tx, salon_service_get_type (), change[0], error);

  service->zone_id = change[1];
  service->periodicity_days = change[2];
  return salon_repo_update (tx, service, error);
}

static void
set_zone (SalonFixture *salon, gint64 service_id, gint64 zone_id, gint64 days)
{
  gint64 change[] = { service_id, zone_id, days };

  salon_fixture_write (salon, change_zone, change);
}

static void
visit (History *h, SalonDay day, SalonVisitState state, gint64 service, gint64 employee)
{
  salon_fixture_add_visit (h->salon, h->client, day, 600, state, service, employee, h->room);
}

static void
test_history (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  History h = { .salon = salon };
  g_autoptr (SalonClientPanel) panel = NULL;
  const SalonTimelineVisit *newest = NULL;

  make_history (&h);
  visit (&h, TODAY - 400, SALON_VISIT_DONE, h.haircut, h.jana); /* longer ago than twelve months */
  visit (&h, TODAY - 390, SALON_VISIT_DONE, h.haircut, h.jana);
  visit (&h, TODAY - 100, SALON_VISIT_DONE, h.manicure, h.maria);
  visit (&h, TODAY - 72, SALON_VISIT_DONE, h.manicure, h.maria);
  visit (&h, TODAY - 42, SALON_VISIT_DONE, h.manicure, h.jana);
  visit (&h, TODAY - 20, SALON_VISIT_NO_SHOW, h.haircut, h.maria);
  visit (&h, TODAY - 10, SALON_VISIT_CANCELLED, h.haircut, h.maria);
  visit (&h, TODAY - 5, SALON_VISIT_ARRIVED, h.haircut, h.jana);
  visit (&h, TODAY + 8, SALON_VISIT_BOOKED, h.haircut, h.jana);
  visit (&h, TODAY + 4, SALON_VISIT_CONFIRMED, h.manicure, h.maria);
  panel = panel_of (salon, h.client, SALON_DAY_NONE);

  g_assert_cmpint (panel->visit_days, ==, 6);
  g_assert_cmpint (panel->first_day, ==, TODAY - 400);
  g_assert_cmpint (panel->last_day, ==, TODAY - 5);
  g_assert_cmpint (panel->sold, ==, 2 * 2500 + 3 * 3000);
  g_assert_cmpint (panel->no_shows, ==, 1);
  g_assert_cmpint (panel->rhythm_days, ==, 30); /* 10 290 28 30 37 */
  g_assert_cmpint (panel->n_visits, ==, 10);
  g_assert_cmpuint (panel->visits->len, ==, 10);
  newest = panel->visits->pdata[0];
  g_assert_cmpint (newest->start_min, ==, (TODAY + 8) * SALON_MINUTES_A_DAY + 600);
  g_assert_cmpstr (newest->services, ==, "Haircut");
  g_assert_cmpstr (newest->employees, ==, "Jana");
  g_assert_cmpstr (newest->rooms, ==, "Room 2");
  g_assert_cmpint (newest->price, ==, 2500);
  g_assert_cmpint (newest->state, ==, SALON_VISIT_BOOKED);
  g_assert_nonnull (panel->next);
  g_assert_cmpint (panel->next->start_min, ==, (TODAY + 4) * SALON_MINUTES_A_DAY + 600);
  /* two each in twelve months: the newest breaks the tie */
  expect_named (panel->masters, 0, "Jana", 2, TODAY - 5);
  expect_named (panel->masters, 1, "Maria", 2, TODAY - 72);
  expect_named (panel->services, 0, "Manicure", 3, TODAY - 42);
  expect_named (panel->services, 1, "Haircut", 1, TODAY - 5);
  g_assert_cmpuint (panel->services->len, ==, 2);
}

static void
expect_zone (SalonClientPanel *panel, guint i, const char *name, gint64 count, gint64 last_day, SalonDue due)
{
  expect_named (panel->zones, i, name, count, last_day);
  g_assert_cmpint (((SalonNamed *) panel->zones->pdata[i])->due, ==, due);
}

static void
test_zones (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  History h = { .salon = salon };
  g_autoptr (SalonClientPanel) fresh = NULL;
  g_autoptr (SalonClientPanel) soon = NULL;
  g_autoptr (SalonClientPanel) learned = NULL;

  make_history (&h);
  visit (&h, TODAY - 20, SALON_VISIT_DONE, h.manicure, h.maria);
  visit (&h, TODAY - 50, SALON_VISIT_DONE, h.haircut, h.jana);
  fresh = panel_of (salon, h.client, SALON_DAY_NONE);
  g_assert_cmpuint (fresh->zones->len, ==, 3);
  expect_zone (fresh, 0, "Hands", 1, TODAY - 20, SALON_DUE_FRESH);
  expect_zone (fresh, 1, "Hair", 1, TODAY - 50, SALON_DUE_OVERDUE);
  expect_zone (fresh, 2, "Feet", 0, SALON_DAY_NONE, SALON_DUE_NEVER);
  salon_fixture_set_time (salon, TODAY + 1, 600);
  soon = panel_of (salon, h.client, SALON_DAY_NONE);
  expect_zone (soon, 0, "Hands", 1, TODAY - 20, SALON_DUE_SOON);
  /* she has her hair cut every sixty days: her own habit counts, not the price list's */
  salon_fixture_set_time (salon, TODAY, 600);
  for (int i = 1; i <= 3; i++)
    visit (&h, TODAY - 50 - 60 * i, SALON_VISIT_DONE, h.haircut, h.jana);
  learned = panel_of (salon, h.client, SALON_DAY_NONE);
  expect_zone (learned, 1, "Hair", 4, TODAY - 50, SALON_DUE_FRESH);
}

static void
test_as_of (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  History h = { .salon = salon };
  g_autoptr (SalonClientPanel) before = NULL;
  g_autoptr (SalonClientPanel) first = NULL;
  g_autoptr (SalonClientPanel) third = NULL;
  g_autoptr (SalonClientPanel) later = NULL;

  make_history (&h);
  visit (&h, TODAY - 300, SALON_VISIT_DONE, h.manicure, h.maria);
  visit (&h, TODAY - 280, SALON_VISIT_DONE, h.manicure, h.maria);
  visit (&h, TODAY - 260, SALON_VISIT_DONE, h.manicure, h.maria);
  before = panel_of (salon, h.client, TODAY - 301);
  first = panel_of (salon, h.client, TODAY - 300);
  third = panel_of (salon, h.client, TODAY - 260);
  later = panel_of (salon, h.client, SALON_DAY_NONE);
  g_assert_cmpint (before->status.status, ==, SALON_STATUS_POTENTIAL);
  g_assert_cmpint (first->status.status, ==, SALON_STATUS_NEW);
  g_assert_cmpint (third->status.status, ==, SALON_STATUS_PERMANENT);
  g_assert_cmpint (later->status.status, ==, SALON_STATUS_LOST);
}

static void
test_many_visits (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  History h = { .salon = salon };
  g_autoptr (SalonClientPanel) panel = NULL;

  make_history (&h);
  for (int i = 1; i <= 60; i++)
    visit (&h, TODAY - i, SALON_VISIT_DONE, h.manicure, h.maria);
  panel = panel_of (salon, h.client, SALON_DAY_NONE);
  g_assert_cmpuint (panel->visits->len, ==, 50);
  g_assert_cmpint (panel->n_visits, ==, 60);
}

static void
test_gone (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonPanelRequest request = { 4711, SALON_DAY_NONE };
  g_autoptr (GError) error = NULL;

  g_assert_null (salon_session_query_sync (salon->session, &salon_query_client_panel, &request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_NOT_FOUND);
}

static void
test_master_sees_no_contacts (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina", "29123456");
  g_autoptr (SalonClient) orig = salon_fixture_get (salon, salon_client_get_type (), id);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);
  g_autoptr (SalonClientDraft) draft = salon_client_draft_new (orig, curr);
  g_autoptr (SalonClientPanel) panel = NULL;

  curr->email = g_strdup ("irina@inbox.lv");
  curr->address = g_strdup ("Brīvības iela 1");
  curr->telegram = g_strdup ("@irina");
  curr->note = g_strdup ("likes coffee");
  g_assert_true (salon_fixture_submit (salon, &salon_command_client_save, draft, NULL, NULL));
  salon_fixture_act_as (salon, SALON_ROLE_MASTER, 0);
  panel = panel_of (salon, id, SALON_DAY_NONE);
  g_assert_cmpuint (panel->phones->len, ==, 0);
  g_assert_null (panel->client->email);
  g_assert_null (panel->client->address);
  g_assert_null (panel->client->telegram);
  g_assert_cmpstr (panel->client->note, ==, "likes coffee");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client-panel/person", test_person);
  g_test_add_func ("/client-panel/nameless", test_nameless);
  g_test_add_func ("/client-panel/history", test_history);
  g_test_add_func ("/client-panel/zones", test_zones);
  g_test_add_func ("/client-panel/as-of", test_as_of);
  g_test_add_func ("/client-panel/many-visits", test_many_visits);
  g_test_add_func ("/client-panel/gone", test_gone);
  g_test_add_func ("/client-panel/master-sees-no-contacts", test_master_sees_no_contacts);
  return g_test_run ();
}
