/* What the check of a file says of figures that are counted once a day: nothing on a sound file, and the client by name
 * when a row was spoilt behind the program's back. */
#include "support/salon-fixture.h"

#include <sqlite3.h>
#include <string.h>

#include "model/entities/category.h"
#include "model/entities/filter-text.h"
#include "model/services/category-rules.h"
#include "model/services/clients.h"
#include "model/services/health.h"
#include "model/services/segments.h"
#include "model/services/upkeep.h"

#define N_CLIENTS 12

typedef struct {
  SalonFixture *salon;
  gint64 clients[N_CLIENTS];
  gint64 service;
  gint64 master;
  gint64 gold;
} Base;

static SalonFilter *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SalonFilter *filter = salon_filter_parse (text, &error);

  g_assert_no_error (error);
  return filter;
}

static void
submit (Base *base, const SalonCommand *command, gconstpointer request)
{
  g_autoptr (GError) error = NULL;

  salon_fixture_submit (base->salon, command, request, NULL, &error);
  g_assert_no_error (error);
}

static void
count_all (Base *base)
{
  g_autoptr (GError) error = NULL;
  SalonRulesRequest request = { NULL };
  g_autoptr (GArray) due = NULL;

  g_assert_true (salon_upkeep_run (base->salon->session, &error));
  g_assert_no_error (error);
  due = salon_session_query_sync (base->salon->session, &salon_query_rules_due, &request, &error);
  g_assert_no_error (error);
  request.ids = due;
  if (due->len > 0)
    submit (base, &salon_command_apply_rules, &request);
}

/* The first brings most; the last never came.  A day later nobody was touched since the figures were counted. */
static void
set_up (Base *base, gconstpointer data)
{
  SalonCategory *gold = salon_category_new ();
  g_autoptr (SalonFilter) newcomers = parse ("status = new");
  SalonSegmentDraft *segment = salon_segment_draft_new (0, "New", newcomers);
  SalonCategoryRuleDraft *rule = NULL;

  base->salon = salon_fixture_new ();
  base->service = salon_fixture_add_service (base->salon, "Manicure", 60, 3000);
  base->master = salon_fixture_add_employee (base->salon, "Maria");
  gold->name = g_strdup ("Gold");
  base->gold = salon_fixture_insert (base->salon, gold);
  for (int i = 0; i < N_CLIENTS; i++) {
    g_autofree char *name = g_strdup_printf ("Name%d", i);

    base->clients[i] = salon_fixture_add_client (base->salon, name, NULL);
    for (int k = 0; k < (N_CLIENTS - 1 - i) / 2; k++)
      salon_fixture_add_visit (base->salon, base->clients[i], SALON_FIXTURE_TODAY - 1 - i - 12 * k, 600, SALON_VISIT_DONE, base->service,
                               base->master, 0);
  }
  submit (base, &salon_command_segment_save, segment);
  salon_segment_draft_free (segment);
  rule = salon_category_rule_draft_new (base->gold, newcomers, TRUE);
  submit (base, &salon_command_category_rule_save, rule);
  salon_category_rule_draft_free (rule);
  salon_fixture_set_time (base->salon, SALON_FIXTURE_TODAY + 1, 8 * 60);
  count_all (base);
  salon_fixture_set_time (base->salon, SALON_FIXTURE_TODAY + 2, 8 * 60);
  count_all (base);
}

static void
tear_down (Base *base, gconstpointer data)
{
  salon_fixture_free (base->salon);
}

static char *
findings_of (Base *base)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = salon_session_query_sync (base->salon->session, &salon_query_full_health, NULL, &error);

  g_assert_no_error (error);
  g_ptr_array_add (findings, NULL);
  return g_strjoinv ("\n", (char **) findings->pdata);
}

/* Behind the program's back, as a fault of the disk or of another program would. */
static void
spoil (Base *base, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (base->salon->path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_changes (db), >, 0);
  sqlite3_close (db);
}

static void
assert_named (Base *base, const char *sql, const char *const *words)
{
  g_autofree char *before = findings_of (base);
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "");
  spoil (base, sql);
  after = findings_of (base);
  g_test_message ("%s", after);
  for (; *words != NULL; words++)
    g_assert_nonnull (strstr (after, *words));
}

/* By hand: 5, 5, 4, 4, 3, 3, 2, 2, 1, 1 visits of 30 euros, 900 euros in all; two never came. */
static void
test_sound (Base *base, gconstpointer data)
{
  g_autofree char *findings = findings_of (base);

  g_assert_cmpstr (findings, ==, "");
}

static void
test_place (Base *base, gconstpointer data)
{
  assert_named (base, "UPDATE client_stat SET top_place = 5 WHERE client_id = 3",
                (const char *const[]){ "client 3: TOP place and class are 5, 1 and ought to be 2, 1", NULL });
}

static void
test_marks (Base *base, gconstpointer data)
{
  assert_named (base, "UPDATE client_stat SET masters_seen = masters_seen | 1 << 40, services_had = 0 WHERE client_id = 2",
                (const char *const[]){ "client 2: masters_seen is ", "client 2: services_had is 0 and ought to be ", NULL });
}

static void
test_has (Base *base, gconstpointer data)
{
  assert_named (base, "UPDATE client_stat SET has = has | 4 WHERE client_id = 2",
                (const char *const[]){ "client 2: has is ", NULL });
}

/* Her visits are not checked out yet: sold, and nothing of it paid. */
static void
test_money (Base *base, gconstpointer data)
{
  assert_named (base, "UPDATE client_stat SET paid = paid + 1, sold = sold - 1 WHERE client_id = 1",
                (const char *const[]){ "client 1: sold is 14999 and ought to be 15000", "client 1: paid is 1 and ought to be 0", NULL });
}

#define CARDS                                                                                     \
  "INSERT INTO card_kind (id, name) VALUES (1, 'Club');"                                          \
  "INSERT INTO plastic_card (number, card_kind_id, client_id, state, own) VALUES ('2900000000018', 1, 3, 3, 1);"
#define SECOND_CARD                                                                               \
  "INSERT INTO plastic_card (number, card_kind_id, client_id, state, own) VALUES ('2900000000025', 1, 3, 3, 1)"

/* The file itself refuses a second card of a kind; where it does not any more, the check sees it. */
static void
test_two_cards (Base *base, gconstpointer data)
{
  g_autofree char *findings = NULL;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (base->salon->path, &db), ==, SQLITE_OK);
  sqlite3_busy_timeout (db, 5000);
  g_assert_cmpint (sqlite3_exec (db, CARDS, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, SECOND_CARD, NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  sqlite3_close (db);
  spoil (base, "DROP INDEX plastic_card_active;" SECOND_CARD);
  findings = findings_of (base);
  g_assert_nonnull (strstr (findings, "client 3 has two cards of kind 1 in use"));
  g_assert_null (strstr (findings, "at a printer where nothing waits"));
}

/* The print has ended, and the card still waits for it. */
static void
test_card_at_printer (Base *base, gconstpointer data)
{
  assert_named (base,
                CARDS "INSERT INTO card_print (id, purpose, state, card_kind_id, n_cards, started_at, ended_at)"
                      " VALUES (1, 4, 3, 1, 1, 1, 2);"
                      "INSERT INTO plastic_card (number, card_kind_id, state, own, card_print_id) VALUES ('2900000000032', 1, 2, 1, 1)",
                (const char *const[]){ "card 2900000000032 is at a printer where nothing waits", NULL });
}

static void
test_class (Base *base, gconstpointer data)
{
  assert_named (base, "UPDATE client_stat SET importance = 3 WHERE client_id = 1",
                (const char *const[]){ "client 1: TOP place and class are 1, 3 and ought to be 1, 1", NULL });
}

static void
test_place_of_nobody (Base *base, gconstpointer data)
{
  assert_named (base, "UPDATE client_stat SET top_place = 6, importance = 3 WHERE client_id = 12",
                (const char *const[]){ "client 12: TOP place and class are 6, 3 and ought to be none, 0", NULL });
}

/* Somebody was changed today: the others are still held against each other. */
static void
test_place_beside_changes (Base *base, gconstpointer data)
{
  salon_fixture_add_visit (base->salon, base->clients[5], SALON_FIXTURE_TODAY, 900, SALON_VISIT_DONE, base->service, base->master, 0);
  assert_named (base, "UPDATE client_stat SET top_place = 1 WHERE client_id = 7", (const char *const[]){ "client 7: TOP place 1", NULL });
}

static void
test_members (Base *base, gconstpointer data)
{
  assert_named (base, "DELETE FROM segment_member WHERE segment_id = 1 AND client_id = 10",
                (const char *const[]){ "client 10 is not in segment 1 and ought to be", NULL });
}

static void
test_stranger (Base *base, gconstpointer data)
{
  assert_named (base, "INSERT INTO segment_member (segment_id, client_id) VALUES (1, 1)",
                (const char *const[]){ "client 1 is in segment 1 and ought not to be", NULL });
}

static void
test_rule (Base *base, gconstpointer data)
{
  assert_named (base, "INSERT INTO client_category (client_id, category_id, by_rule) VALUES (1, 1, 1)",
                (const char *const[]){ "client 1: the categories by rule are not those of the rules", NULL });
}

/* What was changed today waits for tomorrow: that is no fault. */
static void
test_changed_today (Base *base, gconstpointer data)
{
  g_autofree char *findings = NULL;

  for (int i = 0; i < 3; i++)
    salon_fixture_add_visit (base->salon, base->clients[9 + i], SALON_FIXTURE_TODAY, 900 + 60 * i, SALON_VISIT_DONE, base->service,
                             base->master, 0);
  findings = findings_of (base);
  g_assert_cmpstr (findings, ==, "");
}

int
main (int argc, char **argv)
{
  static const struct {
    const char *name;
    void (*func) (Base *base, gconstpointer data);
  } tests[] = {
    { "/health/sound", test_sound },
    { "/health/place", test_place },
    { "/health/money", test_money },
    { "/health/class", test_class },
    { "/health/marks", test_marks },
    { "/health/has", test_has },
    { "/health/place-of-nobody", test_place_of_nobody },
    { "/health/place-beside-changes", test_place_beside_changes },
    { "/health/two-cards", test_two_cards },
    { "/health/card-at-printer", test_card_at_printer },
    { "/health/members", test_members },
    { "/health/stranger", test_stranger },
    { "/health/rule", test_rule },
    { "/health/changed-today", test_changed_today },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Base, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
