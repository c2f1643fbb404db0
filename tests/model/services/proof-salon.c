/* Makes an invented salon stormy, and reads it row by row from its file. */
#include "proof-exports.h"
#include "proof-hours.h"
#include "proof-storm.h"

#include "model/entities/segment.h"
#include "model/services/cash-shift.h"
#include "model/services/clients.h"
#include "model/services/generate.h"
#include "model/services/merge.h"
#include "model/services/sale.h"
#include "model/services/segments.h"
#include "model/services/settings.h"
#include "model/services/upkeep.h"
#include <string.h>

/* ---- rows */

void
proof_each (ProofSalon *self, const char *sql, ProofTake take, gpointer data)
{
  sqlite3_stmt *stmt = NULL;

  if (sqlite3_prepare_v2 (self->db, sql, -1, &stmt, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (self->db));
  while (sqlite3_step (stmt) == SQLITE_ROW)
    take (stmt, data);
  sqlite3_finalize (stmt);
}

static void
take_number (sqlite3_stmt *row, gpointer data)
{
  *(gint64 *) data = sqlite3_column_int64 (row, 0);
}

gint64
proof_number (ProofSalon *self, const char *sql, ...)
{
  g_autofree char *text = NULL;
  gint64 value = 0;
  va_list args;

  va_start (args, sql);
  text = g_strdup_vprintf (sql, args);
  va_end (args);
  proof_each (self, text, take_number, &value);
  return value;
}

static void
take_id (sqlite3_stmt *row, gpointer data)
{
  gint64 id = sqlite3_column_int64 (row, 0);

  g_array_append_val ((GArray *) data, id);
}

GArray *
proof_ids (ProofSalon *self, const char *sql)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (gint64));

  proof_each (self, sql, take_id, list);
  return list;
}

gint64
proof_look_up (GHashTable *map, gint64 key)
{
  const gint64 *value = g_hash_table_lookup (map, &key);

  return value != NULL ? *value : 0;
}

static void
put (GHashTable *map, gint64 key, gint64 value)
{
  g_hash_table_insert (map, g_memdup2 (&key, sizeof key), g_memdup2 (&value, sizeof value));
}

static void
take_pair (sqlite3_stmt *row, gpointer data)
{
  put (data, sqlite3_column_int64 (row, 0), sqlite3_column_int64 (row, 1));
}

static GHashTable *
pairs (ProofSalon *self, const char *sql)
{
  GHashTable *map = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);

  proof_each (self, sql, take_pair, map);
  return map;
}

/* ---- the storm: cards are merged and archived, receipts taken back, services done and not yet paid */

gint64
proof_any_of (GRand *rand, const GArray *list)
{
  return g_array_index (list, gint64, g_rand_int_range (rand, 0, (gint32) list->len));
}

static void
merge_some (ProofSalon *self, GRand *rand)
{
  g_autoptr (GArray) list = proof_ids (self, "SELECT id FROM client WHERE merged_into_id IS NULL AND archived_at IS NULL");

  for (int i = 0; i < 12; i++) {
    SalonMergeRequest *request = salon_merge_request_new (proof_any_of (rand, list), proof_any_of (rand, list));
    g_autoptr (GError) error = NULL;

    self->n_merged += salon_fixture_submit (self->fixture, &salon_command_client_merge, request, NULL, &error);
    salon_merge_request_free (request);
  }
}

static void
archive_some (ProofSalon *self, GRand *rand)
{
  g_autoptr (GArray) list = proof_ids (self, "SELECT id FROM client WHERE merged_into_id IS NULL AND archived_at IS NULL");

  for (int i = 0; i < 15; i++) {
    g_autofree SalonIdRequest *request = salon_id_request_new (proof_any_of (rand, list));
    g_autoptr (GError) error = NULL;

    self->n_archived += salon_fixture_submit (self->fixture, &salon_command_client_archive, request, NULL, &error);
  }
}

static void
open_drawers (ProofSalon *self)
{
  g_autoptr (GArray) list = proof_ids (self, "SELECT id FROM cash_drawer d WHERE NOT EXISTS (SELECT 1 FROM cash_shift s WHERE s.drawer_id = d.id"
                                       " AND s.closed_at IS NULL)");

  for (guint i = 0; i < list->len; i++) {
    const SalonCashOpenRequest request = { .drawer_id = g_array_index (list, gint64, i), .opening = 20000 };
    g_autoptr (GError) error = NULL;

    salon_fixture_submit (self->fixture, &salon_command_cash_open, &request, NULL, &error);
    g_assert_no_error (error);
  }
}

static void
take_back_some (ProofSalon *self, GRand *rand)
{
  g_autoptr (GArray) list = proof_ids (self, "SELECT id FROM sale s WHERE kind = 1 AND NOT EXISTS (SELECT 1 FROM sale o WHERE o.of_sale_id = s.id)");

  for (int i = 0; i < 40; i++) {
    gint64 sale = proof_any_of (rand, list);
    gboolean whole = i % 2 == 0;
    gint64 line = proof_number (self, "SELECT id FROM sale_line WHERE sale_id = %" G_GINT64_FORMAT " AND kind IN (1, 2) ORDER BY id DESC", sale);
    SalonVoidRequest *annul = salon_void_request_new (sale, "a test");
    SalonRefundRequest *refund = salon_refund_request_new (sale, "a test");
    g_autoptr (GError) error = NULL;

    salon_refund_request_add (refund, line, 1000);
    if (whole)
      self->n_voided += salon_fixture_submit (self->fixture, &salon_command_sale_void, annul, NULL, &error);
    else
      self->n_refunded += salon_fixture_submit (self->fixture, &salon_command_sale_refund, refund, NULL, &error);
    if (error != NULL)
      g_test_message ("not taken back: %s", error->message);
    salon_void_request_free (annul);
    salon_refund_request_free (refund);
  }
}

static void
leave_open (ProofSalon *self, GRand *rand)
{
  g_autoptr (GArray) clients = proof_ids (self, "SELECT id FROM client");
  g_autoptr (GArray) services = proof_ids (self, "SELECT id FROM service WHERE price > 0");
  g_autoptr (GArray) employees = proof_ids (self, "SELECT id FROM employee");

  for (int i = 0; i < 20; i++, self->n_open++)
    salon_fixture_add_visit (self->fixture, proof_any_of (rand, clients), self->today - i * 3, 5 * 60 + i * 5, SALON_VISIT_DONE, proof_any_of (rand, services),
                             proof_any_of (rand, employees), 0);
}

/* Services for nothing and goods without a price, of which some come back; done visits without a price that nobody checks out. */
static void
give_away (ProofSalon *self, GRand *rand)
{
  g_autoptr (GArray) clients = proof_ids (self, "SELECT id FROM client WHERE archived_at IS NULL");
  g_autoptr (GArray) services = proof_ids (self, "SELECT id FROM service WHERE price > 0");
  g_autoptr (GArray) items = proof_ids (self, "SELECT id FROM item WHERE price > 0");
  g_autoptr (GArray) employees = proof_ids (self, "SELECT id FROM employee");
  gint64 advice = salon_fixture_add_service (self->fixture, "Advice", 30, 0);

  for (int i = 0; i < 24; i++) {
    g_autoptr (SalonSaleRequest) request = salon_sale_request_new (i % 5 == 0 ? 0 : proof_any_of (rand, clients));
    SalonSaleLineRequest *line = salon_sale_request_add (request, i % 3 == 1 ? SALON_SALE_LINE_ITEM : SALON_SALE_LINE_SERVICE,
                                                         i % 3 == 0 ? proof_any_of (rand, services) : i % 3 == 1 ? proof_any_of (rand, items) : advice);
    g_autoptr (GError) error = NULL;
    SalonDone done = { 0 };

    line->employee_id = proof_any_of (rand, employees);
    if (i % 3 == 0)
      line->manual_bp = 10000;
    else
      line->unit_price = 0;
    request->expected_total = -1;
    self->n_given += salon_fixture_submit (self->fixture, &salon_command_sale_complete, request, &done, &error);
    g_assert_no_error (error);
    if (i % 4 == 0) {
      SalonVoidRequest *annul = salon_void_request_new (done.id, "a test");

      salon_fixture_submit (self->fixture, &salon_command_sale_void, annul, NULL, &error);
      g_assert_no_error (error);
      salon_void_request_free (annul);
    }
    salon_fixture_add_visit (self->fixture, proof_any_of (rand, clients), self->today - i * 9, 4 * 60 + i * 5, SALON_VISIT_DONE, advice,
                             proof_any_of (rand, employees), 0);
  }
}

/* Who is in them is reckoned in read_groups(). */
static void
add_segments (ProofSalon *self)
{
  static const char *const texts[] = { "gender = female", "source = 1 and gender = female", "gender = male" };
  g_autoptr (GArray) list = proof_ids (self, "SELECT id FROM segment WHERE archived = 0");

  for (guint i = 0; i < list->len; i++) {
    g_autofree SalonIdRequest *request = salon_id_request_new (g_array_index (list, gint64, i));
    g_autoptr (GError) error = NULL;

    salon_fixture_submit (self->fixture, &salon_command_segment_archive, request, NULL, &error);
    g_assert_no_error (error);
  }
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    SalonSegment *segment = salon_segment_new ();

    segment->name = g_strdup (texts[i]);
    segment->filter = g_strdup (texts[i]);
    segment->archived = i == 2;
    salon_fixture_insert (self->fixture, segment);
  }
}

/* ---- clients

 * Groups: what stands on a merged card belongs to the one into which it was merged. */

static gint64 top_of (ProofSalon *self, gint64 card);

typedef struct {
  ProofSalon *self;
  GHashTable *groups;
} Grouping;

static void
take_group (sqlite3_stmt *row, gpointer data)
{
  const Grouping *grouping = data;
  gint64 card = top_of (grouping->self, sqlite3_column_int64 (row, 0));
  gint64 group = sqlite3_column_int64 (row, 1);
  GArray *own = g_hash_table_lookup (grouping->groups, &card);

  if (own == NULL)
    g_hash_table_insert (grouping->groups, g_memdup2 (&card, sizeof card), own = g_array_new (FALSE, FALSE, sizeof (gint64)));
  for (guint i = 0; i < own->len; i++)
    if (g_array_index (own, gint64, i) == group)
      return;
  g_array_append_val (own, group);
}

static void
read_groups (ProofSalon *self)
{
  static const char *const texts[] = {
    "SELECT c.id, s.id FROM client c JOIN segment s ON s.archived = 0 AND c.archived_at IS NULL AND c.merged_into_id IS NULL"
    " AND c.gender = 1 AND (s.name = 'gender = female' OR (s.name LIKE 'source%' AND c.source_id = 1))",
    "SELECT client_id, category_id FROM client_category", "SELECT client_id, tag_id FROM client_tag" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    Grouping grouping = { self, g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref) };

    proof_each (self, texts[i], take_group, &grouping);
    g_assert_cmpuint (g_hash_table_size (grouping.groups), >, 0);
    self->groups[i] = grouping.groups;
  }
}

const GArray *
proof_groups (ProofSalon *self, gint64 card, const char *dimension)
{
  static const char *const keys[] = { "segment", "category", "tag" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (strcmp (dimension, keys[i]) == 0)
      return g_hash_table_lookup (self->groups[i], &card);
  return NULL;
}

static void
take_client (sqlite3_stmt *row, gpointer data)
{
  ProofSalon *self = data;
  PeopleClient *client = NULL;

  if (sqlite3_column_type (row, 1) != SQLITE_NULL)
    return;
  client = people_salon_add (&self->people);
  client->id = sqlite3_column_int64 (row, 0);
  client->source_id = sqlite3_column_int64 (row, 2);
  client->gender = sqlite3_column_int (row, 3);
  client->birth_year = sqlite3_column_int (row, 4);
  client->birth_month = sqlite3_column_int (row, 5);
  client->birth_mday = sqlite3_column_int (row, 6);
  client->pin = sqlite3_column_int (row, 7);
  client->added = proof_local_day (sqlite3_column_int64 (row, 8), NULL);
  client->archived = sqlite3_column_type (row, 9) != SQLITE_NULL;
  g_hash_table_insert (self->by_card, &client->id, client);
}

static gint64
top_of (ProofSalon *self, gint64 card)
{
  for (gint64 into = proof_look_up (self->tops, card); into != 0; into = proof_look_up (self->tops, card))
    card = into;
  return card;
}

PeopleClient *
proof_client (ProofSalon *self, gint64 card)
{
  return g_hash_table_lookup (self->by_card, &card);
}

static void
take_visit (sqlite3_stmt *row, gpointer data)
{
  ProofSalon *self = data;
  PeopleClient *client = proof_client (self, top_of (self, sqlite3_column_int64 (row, 0)));

  g_assert_nonnull (client);
  people_client_visit (client, (SalonDay) sqlite3_column_int (row, 1), (SalonVisitState) sqlite3_column_int (row, 2),
                       sqlite3_column_int64 (row, 3), 0, proof_local_day (sqlite3_column_int64 (row, 4), NULL));
}

static void
read_clients (ProofSalon *self)
{
  self->people.clients = g_ptr_array_new ();
  self->by_card = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->tops = pairs (self, "SELECT id, merged_into_id FROM client WHERE merged_into_id IS NOT NULL");
  self->importance = pairs (self, "SELECT client_id, importance FROM client_stat");
  proof_each (self, "SELECT id, merged_into_id, source_id, gender, birth_year, birth_month, birth_mday, importance_pin, created_at,"
                    " archived_at FROM client ORDER BY id", take_client, self);
  proof_each (self, "SELECT v.client_id, v.day, v.state, coalesce (l.employee_id, 0), v.created_at FROM visit v"
                    " LEFT JOIN visit_line l ON l.visit_id = v.id ORDER BY v.day, coalesce (l.start_min, v.start_min), l.position, l.id",
              take_visit, self);
}

/* ---- facts */

typedef struct {
  ProofSalon *self;
  int source;
} Reading;

/* Columns as in the struct, from the second one on; the first is day, or microseconds of marks. */
static void
take_fact (sqlite3_stmt *row, gpointer data)
{
  const Reading *reading = data;
  ProofFact fact = { .day = (SalonDay) sqlite3_column_int (row, 0), .minute = -1 };
  gint64 *places[] = { &fact.card,  &fact.employee, &fact.room,   &fact.user,   &fact.kind, &fact.subject, &fact.visit, &fact.sale,
                       &fact.state, &fact.origin,   &fact.method, &fact.a,      &fact.b,    &fact.c,       &fact.d };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    *places[i] = sqlite3_column_int64 (row, (int) i + 2);
  if (sqlite3_column_type (row, 1) != SQLITE_NULL)
    fact.minute = (int) (sqlite3_column_int64 (row, 1) % 1440);
  if (reading->source == SALON_FACTS_QUALITY)
    fact.day = proof_local_day (sqlite3_column_int64 (row, 0), &fact.minute);
  fact.card = fact.card != 0 ? top_of (reading->self, fact.card) : 0;
  g_array_append_val (reading->self->facts[reading->source], fact);
}

static void
read_facts (ProofSalon *self, int source, const char *sql)
{
  Reading reading = { self, source };

  if (self->facts[source] == NULL)
    self->facts[source] = g_array_new (FALSE, FALSE, sizeof (ProofFact));
  proof_each (self, sql, take_fact, &reading);
}

/* Columns: day, minute, card, employee, room, user, kind, subject, visit, sale, state, origin, method, a, b, c, d. */
static void
read_all_facts (ProofSalon *self)
{
  /* What receipts say. */
  read_facts (self, SALON_FACTS_SALES,
              "SELECT s.day, l.start_min, s.client_id, x.employee_id, l.room_id, 0, x.kind, x.subject_id, l.visit_id, s.id, 0, 0, 0,"
              " x.amount, x.discount, x.quantity, CASE WHEN x.quantity < 0 THEN -1 ELSE 1 END * (l.work1_min + l.work2_min)"
              " FROM sale s JOIN sale_line x ON x.sale_id = s.id LEFT JOIN visit_line l ON l.id = x.visit_line_id"
              " WHERE x.kind IN (1, 2)");
  /* What was done before there were receipts, and what waits for one. */
  read_facts (self, SALON_FACTS_SALES,
              "SELECT v.day, l.start_min, v.client_id, l.employee_id, l.room_id, 0, 1, l.service_id, v.id, 0, 0, 0, 0,"
              " l.price, 0, 1000, l.work1_min + l.work2_min FROM visit v JOIN visit_line l ON l.visit_id = v.id"
              " WHERE v.state = 5 AND (v.settled = 0 OR NOT EXISTS (SELECT 1 FROM sale_line x WHERE x.visit_line_id = l.id))");
  read_facts (self, SALON_FACTS_VISITS,
              "SELECT v.day, l.start_min, v.client_id, l.employee_id, l.room_id, 0, 1, l.service_id, v.id, 0, v.state, v.source, 0,"
              " l.price, l.work1_min + l.work2_min, 0, 0 FROM visit_line l JOIN visit v ON v.id = l.visit_id");
  read_facts (self, SALON_FACTS_PAYMENTS,
              "SELECT s.day, NULL, s.client_id, 0, 0, 0, 0, 0, 0, s.id, 0, 0, p.method, p.amount, 0, 0, 0"
              " FROM sale_payment p JOIN sale s ON s.id = p.sale_id");
  read_facts (self, SALON_FACTS_DISCOUNTS,
              "SELECT s.day, NULL, s.client_id, x.employee_id, 0, 0, x.kind, x.subject_id, 0, s.id, 0, 0, x.discount_source,"
              " x.list_amount, x.discount, x.amount, 0 FROM sale_line x JOIN sale s ON s.id = x.sale_id WHERE x.discount <> 0");
  read_facts (self, SALON_FACTS_QUALITY,
              "SELECT at, NULL, client_id, employee_id, 0, user_id, 0, 0, visit_id, 0, 0, 0, 0, coalesce (mark, 0), mark IS NOT NULL,"
              " complaint, resolved_at IS NOT NULL FROM quality_mark");
  self->category = pairs (self, "SELECT id, service_category_id FROM service");
  self->zone = pairs (self, "SELECT id, zone_id FROM service");
  self->item_category = pairs (self, "SELECT id, item_category_id FROM item");
}

static void
sort_sales (ProofSalon *self)
{
  const GArray *sales = self->facts[SALON_FACTS_SALES];

  self->sold_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < sales->len; i++) {
    const ProofFact *fact = &g_array_index (sales, ProofFact, i);
    PeopleClient *client = proof_client (self, fact->card);
    GArray *own = client != NULL ? g_hash_table_lookup (self->sold_of, &client->id) : NULL;

    if (client == NULL)
      continue;
    if (own == NULL)
      g_hash_table_insert (self->sold_of, &client->id, own = g_array_new (FALSE, FALSE, sizeof (ProofFact)));
    g_array_append_vals (own, fact, 1);
  }
}

/* ---- the salon */

ProofSalon *
proof_salon_new (guint seed)
{
  SalonGenerateRequest request = { SALON_GENERATE_DEMO, seed, "en", FALSE };
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  ProofSalon *self = g_new0 (ProofSalon, 1);
  g_autoptr (GError) error = NULL;
  SalonSettings *settings = NULL;

  self->fixture = salon_fixture_new ();
  self->today = salon_clock_today (self->fixture->clock);
  salon_generate_run (self->fixture->session, &request, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sqlite3_open_v2 (self->fixture->path, &self->db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  proof_storm_births (self, rand);
  proof_storm_promotions (self, rand);
  proof_storm_quality (self, rand);
  proof_storm_hours (self, rand);
  open_drawers (self);
  take_back_some (self, rand);
  leave_open (self, rand);
  give_away (self, rand);
  add_segments (self);
  merge_some (self, rand);
  archive_some (self, rand);
  proof_exports_make (self);
  salon_upkeep_run (self->fixture->session, &error);
  g_assert_no_error (error);
  settings = salon_session_query_sync (self->fixture->session, &salon_query_settings, NULL, &error);
  g_assert_no_error (error);
  self->people.params = settings->status;
  for (int i = 0; i < 4; i++) {
    self->recency[i] = settings->rfm.recency_days[i];
    self->frequency[i] = settings->rfm.visits[i];
    self->money[i] = settings->rfm.revenue[i];
  }
  salon_settings_free (settings);
  read_clients (self);
  read_groups (self);
  read_all_facts (self);
  proof_hours_read (self);
  sort_sales (self);
  return self;
}

static void
free_client (gpointer data)
{
  PeopleClient *client = data;

  g_array_unref (client->visits);
  g_free (client);
}

void
proof_salon_free (ProofSalon *self)
{
  sqlite3_close (self->db);
  g_ptr_array_foreach (self->people.clients, (GFunc) (void (*) (void)) free_client, NULL);
  g_ptr_array_unref (self->people.clients);
  for (int i = 0; i < PROOF_SOURCES; i++)
    g_clear_pointer (&self->facts[i], g_array_unref);
  g_hash_table_unref (self->sold_of);
  g_hash_table_unref (self->by_card);
  g_hash_table_unref (self->tops);
  g_hash_table_unref (self->importance);
  for (guint i = 0; i < G_N_ELEMENTS (self->groups); i++)
    g_hash_table_unref (self->groups[i]);
  g_hash_table_unref (self->category);
  g_hash_table_unref (self->zone);
  g_hash_table_unref (self->item_category);
  salon_fixture_free (self->fixture);
  g_free (self);
}

gint64
proof_sold (ProofSalon *self, const PeopleClient *client, SalonDay from, SalonDay to)
{
  const GArray *own = g_hash_table_lookup (self->sold_of, &client->id);
  gint64 sum = 0;

  for (guint i = 0; own != NULL && i < own->len; i++) {
    const ProofFact *fact = &g_array_index (own, ProofFact, i);

    if (fact->day >= from && fact->day <= to)
      sum += fact->a;
  }
  return sum;
}

/* ---- days */

SalonDay
proof_local_day (gint64 at_us, int *minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Riga");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (at_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);

  if (minute != NULL)
    *minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
  return proof_day (g_date_time_get_year (local), g_date_time_get_month (local), g_date_time_get_day_of_month (local));
}

void
proof_civil (SalonDay day, int *year, int *month, int *mday)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day + 719163); /* 1 January 1970 */
  *year = g_date_get_year (&date);
  *month = (int) g_date_get_month (&date);
  *mday = g_date_get_day (&date);
}

SalonDay
proof_day (int year, int month, int mday)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) mday, (GDateMonth) month, (GDateYear) year);
  return (SalonDay) g_date_get_julian (&date) - 719163;
}

SalonDay
proof_months_later (SalonDay day, int months)
{
  GDate date;

  if (months < 0)
    return people_months_before (day, -months);
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) day + 719163);
  g_date_add_months (&date, (guint) months);
  return (SalonDay) g_date_get_julian (&date) - 719163;
}

static int
bucket_months (const char *bucket)
{
  return strcmp (bucket, "month") == 0 ? 1 : strcmp (bucket, "quarter") == 0 ? 3 : strcmp (bucket, "year") == 0 ? 12 : 0;
}

gboolean
proof_is_time (const char *dimension)
{
  return bucket_months (dimension) > 0 || strcmp (dimension, "day") == 0 || strcmp (dimension, "week") == 0;
}

/* Weeks begin on Monday here; 1 January 1970 was a Thursday. */
SalonDay
proof_bucket (SalonDay day, const char *bucket)
{
  int year = 0, month = 0, mday = 0, months = bucket_months (bucket);

  if (months == 0)
    return strcmp (bucket, "week") == 0 ? day - (day + 3) % 7 : day;
  proof_civil (day, &year, &month, &mday);
  return proof_day (year, month - (month - 1) % months, 1);
}

SalonDay
proof_bucket_end (SalonDay first, const char *bucket)
{
  int months = bucket_months (bucket);

  if (months == 0)
    return strcmp (bucket, "week") == 0 ? first + 6 : first;
  return proof_months_later (first, months) - 1;
}

/* ---- tables */

gint64
proof_cell (const SalonReportTable *table, const SalonReportRow *row, const char *column)
{
  return people_value_or (table, row, column, G_MININT64);
}

/* Half away from zero; nothing if there is nothing to divide by. */
gint64
proof_ratio (gint64 part, gint64 factor, gint64 whole)
{
  gint64 twice = part * factor * 2;

  if (whole <= 0)
    return G_MININT64;
  return (twice + (twice < 0 ? -whole : whole)) / (whole * 2);
}

SalonReportTable *
proof_run (ProofSalon *self, SalonReportSpec *spec)
{
  SalonReportRequest *request = salon_report_request_new (spec);
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = salon_report_spec_print (spec);
  g_autoptr (SalonReportSpec) again = salon_report_spec_parse (printed, &error);
  SalonReportTable *table = NULL;

  g_assert_no_error (error);
  g_assert_true (salon_report_spec_equal (spec, again)); /* what is printed is read as the same */
  table = salon_session_query_sync (self->fixture->session, &salon_query_report, request, &error);
  salon_report_request_free (request);
  if (error != NULL) {
    g_autofree char *text = salon_report_spec_print (spec);

    g_error ("%s: %s", text, error->message);
  }
  return table;
}
