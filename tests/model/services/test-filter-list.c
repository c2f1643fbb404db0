/* Filters and orders of the list of clients against plain C over the same salon: the same people in the same order.
 * 400 combinations and 15 tests a field; 2,000 and 25 with SALON_TEST_FULL=1. */
#include "filter-salon.h"

#include <string.h>

#include "model/entities/client-phone.h"
#include "model/entities/filter-text.h"
#include "model/services/filter-scope.h"
#include "model/services/filters.h"
#include "model/store/filter-store.h"

static gboolean
is_full (void)
{
  return g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0;
}

/* ---- random filters whose values occur in the salon */

static gint64
pick (GRand *rand, GArray *ids)
{
  return g_array_index (ids, gint64, (guint) g_rand_int_range (rand, 0, (int) ids->len));
}

static SalonFilterDay
random_day (GRand *rand)
{
  if (g_rand_boolean (rand))
    return SALON_FILTER_TODAY (g_rand_int_range (rand, -300, 40));
  return g_rand_boolean (rand) ? SALON_FILTER_ON (SALON_FIXTURE_TODAY + g_rand_int_range (rand, -700, 60))
                               : SALON_FILTER_MONTHS (g_rand_int_range (rand, -12, 2));
}

static SalonFilterPeriod
random_period (GRand *rand)
{
  SalonFilterPeriod period = { SALON_FILTER_PERIOD_OWN, random_day (rand), random_day (rand) };
  int what = g_rand_int_range (rand, 0, 4);

  if (what == 0)
    period.name = (SalonFilterPeriodName) g_rand_int_range (rand, 1, SALON_FILTER_N_PERIODS);
  else if (what == 1)
    period.from = SALON_FILTER_OPEN;
  else if (what == 2)
    period.to = SALON_FILTER_OPEN;
  return period;
}

static gint64
random_id (FilterSalon *self, GRand *rand, const SalonFilterField *field)
{
  switch (field->ref) {
  case SALON_FILTER_REF_EMPLOYEE:
    return pick (rand, self->employees);
  case SALON_FILTER_REF_SERVICE:
    return pick (rand, self->services);
  case SALON_FILTER_REF_SERVICE_CATEGORY:
    return pick (rand, self->service_categories);
  case SALON_FILTER_REF_CLIENT:
    return g_rand_int_range (rand, 1, 600);
  case SALON_FILTER_REF_NONE:
    return field->choices[g_rand_int_range (rand, 0, (int) field->n_choices)].value;
  case SALON_FILTER_REF_TICKET_KIND:
    return g_rand_int_range (rand, 1, N_TICKET_KINDS + 2);
  case SALON_FILTER_REF_CARD_KIND:
    return g_rand_int_range (rand, 1, N_CARD_KINDS + 2);
  case SALON_FILTER_REF_PROMOTION:
    return g_rand_int_range (rand, 1, N_PROMOTIONS + 2);
  case SALON_FILTER_REF_CATEGORY:
  case SALON_FILTER_REF_TAG:
  case SALON_FILTER_REF_SOURCE:
  case SALON_FILTER_REF_SEGMENT:
  case SALON_FILTER_REF_PEOPLE_LIST:
  case SALON_FILTER_REF_CUSTOM_FIELD:
  case SALON_FILTER_REF_ROOM:
  case SALON_FILTER_REF_ZONE:
  case SALON_FILTER_REF_ITEM:
  case SALON_FILTER_REF_ITEM_CATEGORY:
  case SALON_FILTER_REF_USER:
  default:
    return g_rand_int_range (rand, 1, 6);
  }
}

static SalonFilter *
random_one_of (FilterSalon *self, GRand *rand, const SalonFilterField *field)
{
  gint64 ids[3];
  guint n = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < n; i++)
    ids[i] = random_id (self, rand, field);
  return salon_filter_new_one_of (field->key, ids, n);
}

/* Up to a typical value of the field. */
static gint64
random_number (GRand *rand, const SalonFilterField *field)
{
  static const struct {
    const char *key;
    int most;
  } typical[] = { { "age", 80 }, { "sold", 200000 }, { "sold_12m", 100000 }, { "top_place", 400 }, { "days_since_visit", 400 },
                  { "frequency", 100 }, { "discount", 2000 }, { "top_share", 10000 }, { "no_shows", 3 }, { "visits", 30 },
                  { "visits_12m", 15 }, { "paid", 200000 }, { "bonus", 4000 }, { "discounted", 1500 },
                  { "certificate", 8000 }, { "owes", 6000 } };

  if (field->min < 0)
    return g_rand_int_range (rand, -8000, 12001);
  for (guint i = 0; i < G_N_ELEMENTS (typical); i++)
    if (strcmp (typical[i].key, field->key) == 0)
      return g_rand_int_range (rand, 0, typical[i].most + 1);
  return g_rand_int_range (rand, 0, 6);
}

static SalonFilter *
random_between (GRand *rand, const SalonFilterField *field)
{
  gint64 a = random_number (rand, field);
  gint64 b = random_number (rand, field);

  if (g_rand_int_range (rand, 0, 3) == 0)
    return salon_filter_new_between (field->key, SALON_FILTER_NO_MIN, b);
  if (g_rand_int_range (rand, 0, 3) == 0)
    return salon_filter_new_between (field->key, a, SALON_FILTER_NO_MAX);
  return salon_filter_new_between (field->key, MIN (a, b), MAX (a, b));
}

static SalonFilter *
random_birthday (GRand *rand)
{
  SalonFilterPeriod period = random_period (rand);

  if (g_rand_boolean (rand))
    return salon_filter_new_during ("birthday", &period);
  return salon_filter_new_of_year ("birthday", g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29),
                                   g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 29));
}

/* A piece of the name or of the number of somebody. */
static SalonFilter *
random_text (FilterSalon *self, GRand *rand)
{
  const Person *person = self->people->pdata[g_rand_int_range (rand, 0, (int) self->people->len)];
  const char *name = person->client->first_name != NULL ? person->client->first_name : "Анна";
  const SalonClientPhone *phone = person->phones->len > 0 ? person->phones->pdata[0] : NULL;
  glong length = g_utf8_strlen (name, -1);
  glong wanted = g_rand_int_range (rand, 3, 7);
  g_autofree char *piece = NULL;

  if (phone != NULL && phone->e164 != NULL && g_rand_boolean (rand))
    return salon_filter_new_contains ("text", phone->e164 + strlen (phone->e164) - 4);
  piece = g_utf8_substring (name, 0, MIN (length, wanted));
  return salon_filter_new_contains ("text", length >= 3 ? piece : "Анна");
}

static SalonFilter *
random_custom (GRand *rand)
{
  static const char *const texts[] = { "чай", "KAFIJA", "молоко", "julija", "e", "red", "" };
  static const char *const words[] = { "red", "green", NULL };
  g_autofree char *key = g_strdup_printf ("custom:%d", g_rand_int_range (rand, 1, 7));
  SalonFilterPeriod period = random_period (rand);

  switch (g_rand_int_range (rand, 0, 5)) {
  case 0:
    return salon_filter_new_is_set (key);
  case 1:
    return salon_filter_new_contains (key, texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
  case 2:
    return salon_filter_new_one_word_of (key, words + g_rand_int_range (rand, 0, 2));
  case 3:
    return salon_filter_new_between (key, 100 * g_rand_int_range (rand, -50, 100), 100 * g_rand_int_range (rand, 50, 200));
  default:
    return salon_filter_new_during (key, &period);
  }
}

static SalonFilter *
random_words (GRand *rand)
{
  static const char *const words[] = { "lv", "ru", "en", NULL };

  return salon_filter_new_one_word_of ("language", words + g_rand_int_range (rand, 0, 3));
}

static SalonFilter *
make_test (FilterSalon *self, GRand *rand, const SalonFilterField *field, const SalonFilterPeriod *period)
{
  if (field->kind == SALON_FILTER_FLAG
      || (field->kind != SALON_FILTER_CUSTOM && (field->flags & SALON_FILTER_FIELD_MAY_BE_SET) && g_rand_int_range (rand, 0, 4) == 0))
    return salon_filter_new_is_set (field->key);
  switch (field->kind) {
  case SALON_FILTER_CHOICE:
  case SALON_FILTER_IDS:
    return random_one_of (self, rand, field);
  case SALON_FILTER_NUMBER:
  case SALON_FILTER_MONEY:
  case SALON_FILTER_PERCENT:
    return random_between (rand, field);
  case SALON_FILTER_DAY:
    return salon_filter_new_during (field->key, period);
  case SALON_FILTER_BIRTHDAY:
    return random_birthday (rand);
  case SALON_FILTER_TEXT:
    return random_text (self, rand);
  case SALON_FILTER_WORDS:
    return random_words (rand);
  case SALON_FILTER_CUSTOM:
    return random_custom (rand);
  case SALON_FILTER_FLAG:
  default:
    g_assert_not_reached ();
  }
}

static SalonFilter *
random_test (FilterSalon *self, GRand *rand, const SalonFilterField *field)
{
  SalonFilterPeriod period = random_period (rand);
  SalonFilter *test = make_test (self, rand, field, &period);

  if ((field->flags & SALON_FILTER_FIELD_WITHIN) != 0 && g_rand_boolean (rand)) {
    period = random_period (rand);
    test = salon_filter_within (test, &period);
  }
  return test;
}

static SalonFilter *
random_tree (FilterSalon *self, GRand *rand, guint depth)
{
  guint n_fields = 0;
  const SalonFilterField *fields = salon_filter_fields (&n_fields);
  int what = g_rand_int_range (rand, 0, depth == 0 ? 2 : 7);
  SalonFilter *children[3];
  guint n = (guint) g_rand_int_range (rand, 1, 4);

  if (what < 2)
    return random_test (self, rand, &fields[g_rand_int_range (rand, 0, (int) n_fields)]);
  if (what == 2)
    return salon_filter_new_not (random_tree (self, rand, depth - 1));
  for (guint i = 0; i < n; i++)
    children[i] = random_tree (self, rand, depth - 1);
  return what < 5 ? salon_filter_new_all (children, n) : salon_filter_new_any (children, n);
}

/* ---- comparing */

static GArray *
ask (FilterSalon *self, SalonFilter *filter, SalonClientSort sort, gboolean descending)
{
  SalonClientListRequest *request = salon_client_list_request_new (sort, descending, NULL);
  g_autoptr (GError) error = NULL;
  GArray *ids = NULL;

  salon_client_list_request_set_filter (request, filter);
  ids = salon_session_query_sync (self->fixture->session, &salon_query_client_ids, request, &error);
  salon_client_list_request_free (request);
  g_assert_no_error (error);
  return ids;
}

static void
compare (FilterSalon *self, SalonFilter *filter, SalonClientSort sort, gboolean descending)
{
  g_autoptr (GArray) ids = ask (self, filter, sort, descending);
  g_autoptr (GArray) expected = filter_salon_ids (self, filter, sort, descending);
  g_autofree char *text = salon_filter_print (filter);

  if (ids->len != expected->len)
    g_error ("%s: %u people, expected %u", text, ids->len, expected->len);
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) != g_array_index (expected, gint64, i))
      g_error ("%s by %s: at %u stands %" G_GINT64_FORMAT ", expected %" G_GINT64_FORMAT, text, salon_client_sort_word (sort), i,
               g_array_index (ids, gint64, i), g_array_index (expected, gint64, i));
}

/* Each field by itself, so that a failure names it, and so that each finds somebody and leaves somebody out. */
static void
test_each_field (gconstpointer data)
{
  FilterSalon *self = (FilterSalon *) data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_tests = is_full () ? 25 : 15;
  guint n = 0;
  const SalonFilterField *fields = salon_filter_fields (&n);

  for (guint i = 0; i < n; i++) {
    guint n_some = 0;

    for (guint k = 0; k < n_tests; k++) {
      g_autoptr (SalonFilter) filter = random_test (self, rand, &fields[i]);
      g_autoptr (GArray) expected = filter_salon_ids (self, filter, SALON_CLIENT_SORT_NAME, FALSE);
      g_autoptr (SalonFilter) others = salon_filter_new_not (salon_filter_ref (filter));

      compare (self, filter, SALON_CLIENT_SORT_NAME, FALSE);
      compare (self, others, SALON_CLIENT_SORT_NAME, TRUE);
      n_some += expected->len > 0 && expected->len < self->people->len * 9 / 10;
    }
    if (n_some == 0)
      g_error ("no filter by %s divides the people", fields[i].key);
  }
}

static void
test_each_sort (gconstpointer data)
{
  FilterSalon *self = (FilterSalon *) data;
  g_autoptr (SalonFilter) everybody = salon_filter_new_everybody ();

  for (int sort = 0; sort < SALON_CLIENT_N_SORTS; sort++) {
    SalonClientSort back = SALON_CLIENT_N_SORTS;

    compare (self, everybody, (SalonClientSort) sort, FALSE);
    compare (self, everybody, (SalonClientSort) sort, TRUE);
    g_assert_true (salon_client_sort_by_word (salon_client_sort_word ((SalonClientSort) sort), &back));
    g_assert_cmpint (back, ==, sort);
  }
}

static void
test_combinations (gconstpointer data)
{
  FilterSalon *self = (FilterSalon *) data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250616);
  guint n = is_full () ? 2000 : 400;
  guint n_some = 0;

  for (guint i = 0; i < n; i++) {
    g_autoptr (SalonFilter) filter = random_tree (self, rand, 3);
    SalonClientSort sort = (SalonClientSort) g_rand_int_range (rand, 0, SALON_CLIENT_N_SORTS);
    g_autoptr (GArray) expected = filter_salon_ids (self, filter, sort, FALSE);

    compare (self, filter, sort, g_rand_boolean (rand));
    n_some += expected->len > 0 && expected->len < self->people->len;
  }
  g_assert_cmpuint (n_some, >, n / 2);
}

/* Bounds beside 29 February, on which some were born. */
static void
test_leap_days (gconstpointer data)
{
  static const char *const periods[] = {
    "2025-02-28..2025-02-28", "2025-03-01..2025-03-02", "2024-02-28..2024-02-28", "2024-02-29..2024-02-29",
    "2024-02-29..2025-02-27", "2023-12-01..2024-02-28", "2025-01-01..2025-02-28", "2025-02-28..2025-12-31",
    "02-28..02-28",           "02-29..02-29",           "02-29..12-31",           "03-01..02-27",
  };
  FilterSalon *self = (FilterSalon *) data;

  for (guint i = 0; i < G_N_ELEMENTS (periods); i++) {
    g_autofree char *text = g_strconcat ("birthday ", periods[i], NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonFilter) filter = salon_filter_parse (text, &error);

    g_assert_no_error (error);
    compare (self, filter, SALON_CLIENT_SORT_BIRTHDAY, FALSE);
  }
}

/* What several tests ask of the visits of the same days is answered by one look. */
static void
test_looks (gconstpointer data)
{
  static const char *const keys[] = { "master", "service", "service_category" };
  FilterSalon *self = (FilterSalon *) data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (17);

  for (guint i = 0; i < 100; i++) {
    SalonFilterPeriod periods[2] = { random_period (rand), random_period (rand) };
    SalonFilter *children[4];
    g_autoptr (SalonFilter) any = NULL;
    g_autoptr (SalonFilter) none = NULL;

    for (guint k = 0; k < G_N_ELEMENTS (children); k++) {
      const SalonFilterField *field = salon_filter_field (keys[g_rand_int_range (rand, 0, G_N_ELEMENTS (keys))]);
      int what = g_rand_int_range (rand, 0, 3);

      children[k] = random_one_of (self, rand, field);
      if (what < 2)
        children[k] = salon_filter_within (children[k], &periods[what]);
    }
    any = salon_filter_new_any (children, G_N_ELEMENTS (children));
    none = salon_filter_new_not (salon_filter_ref (any));
    compare (self, any, SALON_CLIENT_SORT_SOLD, TRUE);
    compare (self, none, SALON_CLIENT_SORT_PHONE, FALSE);
  }
}

/* ---- some of the people: another statement, since for a few no sets are gathered */

static GArray *
load_chunks (SalonTx *tx, const SalonFilterRequest *request, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  SalonFilterScope scope;

  g_assert_true (salon_filter_scope_load (tx, &scope, error));
  for (gint64 after = 0; after < 1000; after += 100) {
    g_autoptr (GArray) chunk = salon_filter_store_range (tx, request->filter, &scope, after, after + 100, error);

    g_assert_nonnull (chunk);
    g_array_append_vals (ids, chunk->data, chunk->len);
  }
  return ids;
}

extern const SalonQuery query_chunks;

SALON_DEFINE_QUERY (query_chunks, "test.chunks", load_chunks, SalonFilterRequest, salon_filter_request_free, g_array_unref)

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return (int) (*(const gint64 *) a - *(const gint64 *) b);
}

static void
test_chunks (gconstpointer data)
{
  FilterSalon *self = (FilterSalon *) data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (31);

  for (guint i = 0; i < 150; i++) {
    g_autoptr (SalonFilter) filter = random_tree (self, rand, 2);
    g_autoptr (GArray) expected = filter_salon_ids (self, filter, SALON_CLIENT_SORT_NAME, FALSE);
    SalonFilterRequest request = { filter, NULL, 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (GArray) ids = salon_session_query_sync (self->fixture->session, &query_chunks, &request, &error);
    g_autofree char *text = salon_filter_print (filter);

    g_assert_no_error (error);
    g_array_sort (expected, compare_ids);
    if (ids->len != expected->len || (ids->len > 0 && memcmp (ids->data, expected->data, ids->len * sizeof (gint64)) != 0))
      g_error ("%s: %u people by chunks, expected %u", text, ids->len, expected->len);
  }
}

/* ---- numbers by status and rows */

static void
test_preview (gconstpointer data)
{
  FilterSalon *self = (FilterSalon *) data;
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);

  for (guint i = 0; i < 200; i++) {
    g_autoptr (SalonFilter) filter = random_tree (self, rand, 2);
    g_autoptr (GArray) expected = filter_salon_ids (self, filter, SALON_CLIENT_SORT_NAME, FALSE);
    SalonFilterRequest *request = salon_filter_request_new (filter, NULL, 3);
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonFilterPreview) preview = salon_session_query_sync (self->fixture->session, &salon_query_filter_preview,
                                                                       request, &error);
    gint64 counts[SALON_N_STATUSES] = { 0 };

    g_assert_no_error (error);
    for (guint k = 0; k < self->people->len; k++) {
      const Person *person = self->people->pdata[k];

      counts[person->status] += filter_salon_fits (self, person, filter);
    }
    g_assert_cmpint (preview->total, ==, expected->len);
    for (int k = 0; k < SALON_N_STATUSES; k++)
      g_assert_cmpint (preview->by_status[k], ==, counts[k]);
    g_assert_cmpuint (preview->names->len, ==, MIN (expected->len, 3));
    salon_filter_request_free (request);
  }
}

static void
test_rows (gconstpointer data)
{
  FilterSalon *self = (FilterSalon *) data;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  SalonClientRowsRequest *request = NULL;

  for (guint i = 0; i < self->people->len; i++)
    g_array_append_val (ids, ((Person *) self->people->pdata[i])->id);
  request = salon_client_rows_request_new (ids, SALON_CLIENT_COLUMNS_ALL);
  rows = salon_session_query_sync (self->fixture->session, &salon_query_client_rows_with, request, &error);
  salon_client_rows_request_free (request);
  g_assert_no_error (error);
  for (guint i = 0; i < self->people->len; i++) {
    const Person *person = self->people->pdata[i];
    const SalonClientRow *row = rows->pdata[i];

    g_assert_cmpint (row->id, ==, person->id);
    g_assert_cmpint (row->status, ==, person->status);
    g_assert_cmpint (row->visit_days, ==, person->days->len);
    g_assert_cmpint (row->visits_12m, ==, person->visits_12m);
    g_assert_cmpint (row->sold_12m, ==, person->sold_12m);
    g_assert_cmpint (row->top_place, ==, person->top_place);
    g_assert_cmpint (row->importance, ==,
                     person->client->importance_pin != 0 ? person->client->importance_pin : person->importance);
    g_assert_cmpint (row->next_min, ==, person->next_min);
    g_assert_cmpint (row->discount_bp, ==, person->client->discount_bp);
    g_assert_cmpstr (row->email, ==, person->client->email);
    g_assert_cmpuint (row->tags->len, ==, g_hash_table_size (person->tags));
    g_assert_cmpuint (row->categories->len, ==, g_hash_table_size (person->categories));
    g_assert_cmpstr (row->source, ==,
                     g_hash_table_lookup (self->source_names, GINT_TO_POINTER ((int) person->client->source_id)));
    g_assert_cmpint (row->archived, ==, person->client->archived_at != 0);
    g_assert_cmpint (row->paid, ==, person->purse->paid);
    g_assert_cmpint (row->balance, ==, person->purse->balance);
    g_assert_cmpint (row->bonus, ==, person->purse->bonus);
    g_assert_cmpint (row->discounted, ==, person->purse->discounted);
    g_assert_cmpint (row->certificate, ==, person->purse->certificate);
  }
}

int
main (int argc, char **argv)
{
  g_autoptr (FilterSalon) salon = NULL;

  g_test_init (&argc, &argv, NULL);
  salon = filter_salon_new ();
  g_test_add_data_func ("/filter-list/each-field", salon, test_each_field);
  g_test_add_data_func ("/filter-list/each-sort", salon, test_each_sort);
  g_test_add_data_func ("/filter-list/combinations", salon, test_combinations);
  g_test_add_data_func ("/filter-list/leap-days", salon, test_leap_days);
  g_test_add_data_func ("/filter-list/looks", salon, test_looks);
  g_test_add_data_func ("/filter-list/chunks", salon, test_chunks);
  g_test_add_data_func ("/filter-list/preview", salon, test_preview);
  g_test_add_data_func ("/filter-list/rows", salon, test_rows);
  return g_test_run ();
}
