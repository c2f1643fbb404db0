/* The log of clients and visits: who changed what from what to what. */
#include "support/salon-fixture.h"

#include "base/error.h"
#include "model/entities/tag.h"
#include "model/entities/visit-line.h"
#include "model/entities/visit.h"
#include "model/services/client-panel.h"
#include "model/services/clients.h"
#include "model/services/commands.h"
#include "model/store/repo.h"

static GPtrArray *
log_of (SalonFixture *salon, const SalonQuery *query, gint64 id)
{
  SalonIdRequest request = { id };
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = salon_session_query_sync (salon->session, query, &request, &error);

  g_assert_no_error (error);
  return entries;
}

static void
expect (GPtrArray *entries, guint i, const char *what, const char *field, const char *before, const char *after)
{
  const SalonLogEntry *entry = entries->pdata[i];

  g_assert_cmpuint (entries->len, >, i);
  g_assert_cmpstr (entry->what, ==, what);
  g_assert_cmpstr (entry->field, ==, field);
  g_assert_cmpstr (entry->before, ==, before);
  g_assert_cmpstr (entry->after, ==, after);
}

static SalonDone
save (SalonFixture *salon, const SalonClientDraft *draft)
{
  g_autoptr (GError) error = NULL;
  SalonDone done;

  salon_fixture_submit (salon, &salon_command_client_save, draft, &done, &error);
  g_assert_no_error (error);
  return done;
}

static SalonClientDraft *
edit (SalonFixture *salon, gint64 id)
{
  g_autoptr (SalonClient) orig = salon_fixture_get (salon, salon_client_get_type (), id);
  g_autoptr (SalonClient) curr = salon_client_copy (orig);

  return salon_client_draft_new (orig, curr);
}

static void
test_client (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 tag = salon_fixture_insert (salon, g_object_new (salon_tag_get_type (), "name", "bride", NULL));
  g_autoptr (SalonClient) irina = salon_client_new ();
  g_autoptr (SalonClientDraft) made = salon_client_draft_new (NULL, irina);
  g_autoptr (SalonClientDraft) changed = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  const SalonLogEntry *entry = NULL;
  gint64 id = 0;
  SalonDone done;

  irina->first_name = g_strdup ("Irina");
  made->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  g_ptr_array_add (made->phones, salon_phone_draft_new (0, "29 123 456", NULL));
  id = save (salon, made).id;
  salon_fixture_act_as (salon, SALON_ROLE_ADMINISTRATOR, 0);
  changed = edit (salon, id);
  changed->curr->surname = g_strdup ("Kalniņa");
  changed->curr->gender = SALON_GENDER_FEMALE;
  changed->curr->discount_bp = 550;
  changed->tag_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (changed->tag_ids, tag);
  done = save (salon, changed);

  entries = log_of (salon, &salon_query_client_log, id);
  g_assert_cmpuint (entries->len, ==, 6);
  expect (entries, 0, "Client saved", "Tag", NULL, "bride");
  expect (entries, 1, "Client saved", "Surname", NULL, "Kalniņa");
  expect (entries, 2, "Client saved", "Gender", NULL, "Female");
  expect (entries, 3, "Client saved", "Personal discount", NULL, "5.50%");
  expect (entries, 4, "Client saved", "Phone", NULL, "29 123 456");
  expect (entries, 5, "Client saved", NULL, NULL, "Irina");
  entry = entries->pdata[1];
  g_assert_cmpstr (entry->user, ==, "Anna");
  g_assert_cmpint (entry->operation, ==, done.operation);
  g_assert_cmpint (entry->at, ==, salon_clock_now_us (salon->clock));
  g_assert_false (entry->undone);
  g_assert_cmpstr (((SalonLogEntry *) entries->pdata[5])->user, ==, "Olga");
}

static void
test_undone (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina", NULL);
  g_autoptr (SalonClientDraft) draft = edit (salon, id);
  g_autoptr (GPtrArray) entries = NULL;

  draft->curr->note = g_strdup ("likes coffee");
  g_assert_true (salon_fixture_undo (salon, save (salon, draft).operation, NULL, NULL));
  entries = log_of (salon, &salon_query_client_log, id);
  expect (entries, 0, "Undone", "Note", "likes coffee", NULL);
  expect (entries, 1, "Client saved", "Note", NULL, "likes coffee");
  g_assert_true (((SalonLogEntry *) entries->pdata[1])->undone);
  g_assert_false (((SalonLogEntry *) entries->pdata[0])->undone);
}

/* By its name; one that the program does not speak as it stands. */
static void
test_language (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina", NULL);
  g_autoptr (SalonClientDraft) draft = edit (salon, id);
  g_autoptr (SalonClientDraft) again = NULL;
  g_autoptr (GPtrArray) entries = NULL;

  draft->curr->language = g_strdup ("lv");
  save (salon, draft);
  again = edit (salon, id);
  g_free (again->curr->language);
  again->curr->language = g_strdup ("et");
  save (salon, again);
  entries = log_of (salon, &salon_query_client_log, id);
  expect (entries, 0, "Client saved", "Language", "Latvian", "et");
}

static gboolean
move_visit (SalonTx *tx, gpointer data, gint64 *id, GError **error)
{
  const gint64 *visit_and_employee = data;
  g_autoptr (SalonVisit) visit = salon_repo_get (tx, salon_visit_get_type (), visit_and_employee[0], error);
  g_autoptr (SalonVisitLine) line = salon_repo_find_one (tx, salon_visit_line_get_type (), "visit_id", visit_and_employee[0], error);

  visit->start_min += 90;
  visit->end_min += 90;
  visit->state = SALON_VISIT_CONFIRMED;
  line->start_min += 90;
  line->employee_id = visit_and_employee[1];
  return salon_repo_update (tx, visit, error) && salon_repo_update (tx, line, error);
}

static void
test_visit (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 client = salon_fixture_add_client (salon, "Irina", NULL);
  gint64 maria = salon_fixture_add_employee (salon, "Maria");
  gint64 jana = salon_fixture_add_employee (salon, "Jana");
  gint64 room = salon_fixture_add_room (salon, "Room 2", 1);
  gint64 service = salon_fixture_add_service (salon, "Manicure", 60, 3000);
  gint64 visit = salon_fixture_add_visit (salon, client, SALON_FIXTURE_TODAY, 600, SALON_VISIT_BOOKED, service, maria, room);
  gint64 change[] = { visit, jana };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) of_client = NULL;

  salon_fixture_write (salon, move_visit, change);
  entries = log_of (salon, &salon_query_visit_log, visit);
  g_assert_cmpuint (entries->len, ==, 4);
  expect (entries, 0, "test.prepare", "Manicure", "Mon 16 Jun 2025, 10:00 · Maria", "Mon 16 Jun 2025, 11:30 · Jana");
  expect (entries, 1, "test.prepare", "State", "Booked", "Confirmed");
  expect (entries, 2, "test.prepare", "Service", NULL, "Manicure · Maria · Room 2 · 16 June 2025, 10:00");
  expect (entries, 3, "test.prepare", NULL, NULL, "16 June 2025, 10:00");
  of_client = log_of (salon, &salon_query_client_log, client);
  g_assert_cmpuint (of_client->len, ==, 4); /* she was made, the visit was made, its state and start changed */
}

/* A phone that is gone still belongs to her log. */
static void
test_removed_parts (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  gint64 id = salon_fixture_add_client (salon, "Irina", "29 123 456");
  gint64 other = salon_fixture_add_client (salon, "Olga", "29 000 111");
  g_autoptr (SalonClientDraft) draft = edit (salon, id);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) of_other = NULL;

  draft->phones = g_ptr_array_new_with_free_func ((GDestroyNotify) salon_phone_draft_free);
  save (salon, draft);
  entries = log_of (salon, &salon_query_client_log, id);
  expect (entries, 0, "Client saved", "Phone", "29 123 456", NULL);
  of_other = log_of (salon, &salon_query_client_log, other);
  g_assert_cmpuint (of_other->len, ==, 2);
}

/* Somebody new does not inherit the log of somebody whose making was undone. */
static void
test_ids_are_never_used_again (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  g_autoptr (SalonClient) client = salon_client_new ();
  g_autoptr (SalonClientDraft) draft = salon_client_draft_new (NULL, client);
  g_autoptr (GPtrArray) entries = NULL;
  SalonDone first;
  SalonDone second;

  client->first_name = g_strdup ("Irina");
  first = save (salon, draft);
  g_assert_true (salon_fixture_undo (salon, first.operation, NULL, NULL));
  second = save (salon, draft);
  g_assert_cmpint (second.id, >, first.id);
  entries = log_of (salon, &salon_query_client_log, second.id);
  g_assert_cmpuint (entries->len, ==, 1);
}

static void
test_master_may_not (void)
{
  g_autoptr (SalonFixture) salon = salon_fixture_new ();
  SalonIdRequest request = { salon_fixture_add_client (salon, "Irina", NULL) };
  g_autoptr (GError) error = NULL;

  salon_fixture_act_as (salon, SALON_ROLE_MASTER, 0);
  g_assert_null (salon_session_query_sync (salon->session, &salon_query_client_log, &request, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_PERMISSION);
}

static void
test_commands_have_labels (void)
{
  guint n = 0;
  const SalonCommand *const *commands = salon_commands (&n);

  for (guint i = 0; i < n; i++) {
    g_assert_cmpstr (salon_command_label (commands[i]->name), ==, commands[i]->label);
    g_assert_cmpstr (commands[i]->label, !=, commands[i]->name);
    if (i > 0)
      g_assert_cmpstr (commands[i - 1]->name, <, commands[i]->name);
  }
  g_assert_cmpstr (salon_command_label ("from.tomorrow"), ==, "from.tomorrow");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/client-log/client", test_client);
  g_test_add_func ("/client-log/undone", test_undone);
  g_test_add_func ("/client-log/visit", test_visit);
  g_test_add_func ("/client-log/removed-parts", test_removed_parts);
  g_test_add_func ("/client-log/ids-are-never-used-again", test_ids_are_never_used_again);
  g_test_add_func ("/client-log/master-may-not", test_master_may_not);
  g_test_add_func ("/client-log/commands-have-labels", test_commands_have_labels);
  g_test_add_func ("/client-log/language", test_language);
  return g_test_run ();
}
