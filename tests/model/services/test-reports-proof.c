/* Every report counted once more from the rows of five invented salons, equal to the cent and the head.
 *
 * A report that nobody counts here fails the test.  30 questions a report of facts, 20 a report about clients, most of them
 * compared with another period; ten times as many
 * with SALON_TEST_FULL=1. */
#include "proof-exports.h"
#include "proof-hours.h"
#include "proof-lists.h"
#include "proof-people.h"

#include "base/error.h"
#include "model/services/report-declare.h"
#include <locale.h>
#include <string.h>

#define SALONS 5
#define YMD(year, month, mday) proof_day (year, month, mday)

static ProofSalon *salons[SALONS];

static guint
times (guint n)
{
  return g_strcmp0 (g_getenv ("SALON_TEST_FULL"), "1") == 0 ? n * 10 : n;
}

/* ---- questions */

static SalonReportSpec *
replace (SalonReportSpec *spec, SalonReportSpec *with)
{
  salon_report_spec_unref (spec);
  return with;
}

/* Single days, a leap day, ends of months, whole months and years, and anything. */
static void
random_period (GRand *rand, SalonDay today, SalonDay *from, SalonDay *to)
{
  int month = g_rand_int_range (rand, 1, 13);

  switch (g_rand_int_range (rand, 0, 7)) {
  case 0:
    *from = *to = today - g_rand_int_range (rand, 0, 300);
    break;
  case 1:
    *from = *to = YMD (2024, 2, 29);
    break;
  case 2:
    *from = YMD (2024, month, 1);
    *to = proof_bucket_end (*from, "month");
    break;
  case 3:
    *from = YMD (2024, 1, 31);
    *to = YMD (2024, 2, 29) + 31 * g_rand_int_range (rand, 0, 4);
    break;
  case 4:
    *from = YMD (2025, 1, 1);
    *to = YMD (2025, 12, 31); /* not over yet */
    break;
  case 5:
    *from = today - 13;
    *to = today;
    break;
  default:
    *from = today - g_rand_int_range (rand, 0, 600);
    *to = *from + g_rand_int_range (rand, 0, 400);
  }
}

/* The nights on which the clocks change, the turn of the year, and more than a month. */
static void
random_nights (GRand *rand, SalonDay today, SalonDay *from, SalonDay *to)
{
  const SalonDay begins[] = { YMD (2024, 10, 26), YMD (2024, 12, 29), YMD (2025, 3, 28), today - 7, today - 50 };
  int which = g_rand_int_range (rand, 0, G_N_ELEMENTS (begins));

  *from = begins[which] + g_rand_int_range (rand, 0, 3);
  *to = MIN (*from + g_rand_int_range (rand, 0, which == 4 ? 50 : 5), today);
}

static GPtrArray *
words (GArray *own)
{
  GPtrArray *keys = g_ptr_array_new ();

  for (guint i = 0; i < own->len; i++)
    g_ptr_array_add (keys, (gpointer) g_array_index (own, SalonReportWord, i).key);
  g_array_unref (own);
  return keys;
}

static void
shuffle (GRand *rand, GPtrArray *keys)
{
  for (guint i = keys->len; i > 1; i--) {
    guint with = (guint) g_rand_int_range (rand, 0, (gint32) i);
    gpointer other = keys->pdata[i - 1];

    keys->pdata[i - 1] = keys->pdata[with];
    keys->pdata[with] = other;
  }
}

static SalonReportSpec *
spec_of (const ProofAsk *ask)
{
  g_autoptr (SalonReportSpec) plain = people_spec (ask->report, ask->from, ask->to, ask->groupings);
  g_autoptr (GPtrArray) keys = g_ptr_array_copy (ask->measures, NULL, NULL);
  SalonReportSpec *spec = NULL;

  g_ptr_array_add (keys, NULL);
  spec = salon_report_spec_with_measures (plain, (const char *const *) keys->pdata);
  spec = replace (spec, salon_report_spec_with_compare (spec, ask->compare));
  spec = replace (spec, salon_report_spec_with_top (spec, ask->top));
  if (ask->only != NULL)
    spec = replace (spec, salon_report_spec_with_only (spec, ask->only, ask->values, ask->n_values));
  if (ask->gender != 0) {
    g_autoptr (SalonFilter) filter = salon_filter_new_one ("gender", ask->gender);

    spec = replace (spec, salon_report_spec_with_filter (spec, filter));
  }
  return spec;
}

static void
random_only (ProofSalon *salon, GRand *rand, ProofAsk *ask, const GPtrArray *dimensions)
{
  const GArray *facts = salon->facts[ask->source];

  ask->only = dimensions->pdata[g_rand_int_range (rand, 0, (gint32) dimensions->len)];
  ask->n_values = facts->len > 0 && !proof_is_time (ask->only) ? 2 : 0;
  for (guint i = 0; i < ask->n_values; i++) {
    const ProofFact *fact = &g_array_index (facts, ProofFact, g_rand_int_range (rand, 0, (gint32) facts->len));
    gint64 values[PROOF_VALUES_MAX];

    ask->values[i] = values[g_rand_int_range (rand, 0, (gint32) proof_fact_values (salon, fact, ask->only, ask->until, values))];
  }
  if (ask->n_values == 0)
    ask->only = NULL;
}

static void
random_ask (ProofSalon *salon, GRand *rand, const SalonReport *report, ProofAsk *ask)
{
  g_autoptr (GPtrArray) dimensions = words (salon_report_dimensions (report));
  gboolean is_hours = report->source == SALON_FACTS_STAFF || report->source == SALON_FACTS_ROOMS;
  int n = g_rand_int_range (rand, 0, (gint32) MIN (4, dimensions->len + 1));

  random_period (rand, salon->today, &ask->from, &ask->to);
  if (is_hours)
    random_nights (rand, salon->today, &ask->from, &ask->to);
  ask->until = MIN (ask->to, salon->today);
  shuffle (rand, dimensions);
  for (int i = 0; i < n; i++)
    ask->groupings[i] = dimensions->pdata[i];
  shuffle (rand, ask->measures);
  g_ptr_array_set_size (ask->measures, g_rand_int_range (rand, 1, (gint32) ask->measures->len + 1));
  if (!is_hours)
    ask->compare = g_rand_int_range (rand, 0, 3);
  else if (ask->from - 62 > PROOF_HOURS_FROM) /* two months before are counted too */
    ask->compare = g_rand_boolean (rand) ? SALON_COMPARE_PREVIOUS : SALON_COMPARE_NONE;
  if (g_rand_int_range (rand, 0, 3) == 0)
    random_only (salon, rand, ask, dimensions);
  if (!is_hours && g_rand_int_range (rand, 0, 4) == 0)
    ask->gender = g_rand_int_range (rand, 1, 3);
  if (g_rand_int_range (rand, 0, 2) == 0)
    ask->top = g_rand_int_range (rand, 0, 4) == 0 ? SALON_REPORT_TOP_ALL : (guint) g_rand_int_range (rand, 1, 9);
}

/* As it is asked by whoever just opens it, and by one thing and one number: what is read for that is less. */
static void
ask_plainly (const SalonReport *report, gboolean one, ProofAsk *ask)
{
  g_ptr_array_set_size (ask->measures, 0);
  for (int i = 0; report->shown[i] != NULL && (i == 0 || !one); i++)
    g_ptr_array_add (ask->measures, (gpointer) report->shown[i]);
  memset (ask->groupings, 0, sizeof ask->groupings);
  for (int i = 0; report->groupings[i] != NULL && (i == 0 || !one); i++)
    ask->groupings[i] = report->groupings[i];
  ask->only = NULL;
  ask->gender = 0;
}

/* Each of the last days, in which receipts were taken back and complaints came around midnight; of hours, the turn of the year. */
static void
ask_by_day (const ProofSalon *salon, const SalonReport *report, ProofAsk *ask)
{
  gboolean is_hours = report->source == SALON_FACTS_STAFF || report->source == SALON_FACTS_ROOMS;

  ask_plainly (report, FALSE, ask);
  memset (ask->groupings, 0, sizeof ask->groupings);
  ask->groupings[0] = "day";
  ask->from = is_hours ? YMD (2024, 12, 24) : salon->today - 29;
  ask->to = is_hours ? YMD (2025, 1, 2) : salon->today;
  ask->until = ask->to;
  ask->compare = SALON_COMPARE_NONE;
  ask->top = 0;
}

static void
prove_facts (ProofSalon *salon, GRand *rand, const SalonReport *report)
{
  for (guint i = 0; i < times (6); i++) {
    ProofAsk ask = { .report = report->key, .source = report->source, .only_kind = report->only_kind, .measures = words (salon_report_measures (report)),
                     .top = report->top };
    g_autoptr (SalonReportSpec) spec = NULL;

    random_ask (salon, rand, report, &ask);
    if (i < 2)
      ask_plainly (report, i == 1, &ask);
    else if (i == 2)
      ask_by_day (salon, report, &ask);
    spec = spec_of (&ask);
    if (ask.top == 0)
      ask.top = report->top;
    else if (ask.top == SALON_REPORT_TOP_ALL)
      ask.top = 0;
    proof_facts_check (salon, &ask, spec);
    g_ptr_array_unref (ask.measures);
  }
}

/* One length of time at most. */
static guint
choose_groupings (GRand *rand, GPtrArray *dimensions, ProofAsk *ask)
{
  guint most = (guint) g_rand_int_range (rand, 0, 3);
  gboolean has_time = FALSE;
  guint n = 0;

  shuffle (rand, dimensions);
  for (guint i = 0; i < dimensions->len && n < most; i++) {
    const char *word = dimensions->pdata[i];

    if (proof_is_time (word) && has_time)
      continue;
    has_time = has_time || proof_is_time (word);
    ask->groupings[n++] = word;
  }
  return n;
}

static void
prove_people (ProofSalon *salon, GRand *rand, const SalonReport *report)
{
  for (guint i = 0; i < times (4); i++) {
    ProofAsk ask = { .report = report->key, .measures = words (salon_report_measures (report)) };
    g_autoptr (GPtrArray) dimensions = words (salon_report_dimensions (report));
    g_autoptr (SalonReportSpec) spec = NULL;

    random_period (rand, salon->today, &ask.from, &ask.to);
    ask.until = MIN (ask.to, salon->today);
    if (i < 2)
      for (int k = 0; report->groupings[k] != NULL; k++)
        ask.groupings[k] = report->groupings[k];
    else
      choose_groupings (rand, dimensions, &ask);
    if (i > 0 && g_rand_boolean (rand))
      ask.gender = g_rand_int_range (rand, 1, 3);
    if (i > 1 && g_rand_boolean (rand) && ask.groupings[0] != NULL && !proof_is_time (ask.groupings[0]))
      ask.top = (guint) g_rand_int_range (rand, 1, 5);
    if (i % 3 > 0) /* each question by default, and others with both comparisons */
      ask.compare = i % 2 == 0 ? SALON_COMPARE_PREVIOUS : SALON_COMPARE_YEAR;
    spec = spec_of (&ask);
    proof_people_check (salon, &ask, spec);
    if ((report->flags & SALON_REPORT_BALANCE) != 0 && i == 0) {
      g_autoptr (SalonReportSpec) fall = salon_report_spec_with_chart (spec, SALON_CHART_WATERFALL);
      g_autoptr (SalonReportTable) table = proof_run (salon, fall);

      proof_waterfall_check (table);
    }
    g_ptr_array_unref (ask.measures);
  }
}

static void
check_list (ProofSalon *salon, const char *key, SalonDay from, SalonDay to, const SalonReportTable *table)
{
  if (strcmp (key, "cash-shifts") == 0)
    proof_cash_check (salon, from, to, table);
  else if (strcmp (key, "cards") == 0)
    proof_events_check (salon, "SELECT at, client_id FROM card_event ORDER BY at DESC, id DESC", from, to, table);
  else if (strcmp (key, "exports") == 0)
    proof_exports_check (salon, from, to, table);
  else if (strcmp (key, "promotions") == 0)
    proof_promotions_check (salon, from, to, table);
  else if (strcmp (key, "new-and-potential") == 0)
    proof_monitor_check (salon, from, to, table);
  else if (strcmp (key, "birthdays") == 0)
    proof_birthdays_check (salon, from, to, table);
  else
    proof_balances_check (salon, key, from, to, table);
}

static void
prove_list (ProofSalon *salon, GRand *rand, const SalonReport *report)
{
  for (guint i = 0; i < times (5); i++) {
    SalonDay from = 0, to = 0;
    g_autoptr (SalonReportSpec) spec = NULL;
    g_autoptr (SalonReportTable) table = NULL;

    random_period (rand, salon->today, &from, &to);
    if (i == 0) { /* all that there is */
      from = YMD (2023, 1, 1);
      to = YMD (2025, 12, 31);
    }
    spec = people_spec (report->key, from, to, NULL);
    table = proof_run (salon, spec);
    check_list (salon, report->key, from, to, table);
  }
}

/* ---- which are counted how */

typedef void (*Prove) (ProofSalon *salon, GRand *rand, const SalonReport *report);

static const struct {
  const char *key;
  Prove prove;
} proofs[] = {
  { "sales", prove_facts },
  { "income", prove_facts },
  { "sales-by-employee", prove_facts },
  { "sales-by-client", prove_facts },
  { "services", prove_facts },
  { "goods", prove_facts },
  { "visits", prove_facts },
  { "payments", prove_facts },
  { "discounts", prove_facts },
  { "zones", prove_facts },
  { "quality", prove_facts },
  { "load", prove_facts },
  { "rooms", prove_facts },
  { "inflow", prove_people },
  { "base", prove_people },
  { "clients-by-master", prove_people },
  { "new-clients", prove_people },
  { "new-client-revenue", prove_people },
  { "sources", prove_people },
  { "return-rate", prove_people },
  { "retention", prove_people },
  { "rebooking", prove_people },
  { "abc", prove_people },
  { "rfm", prove_people },
  { "new-and-potential", prove_list },
  { "birthdays", prove_list },
  { "exports", prove_list },
  { "cash-shifts", prove_list },
  { "accounts", prove_list },
  { "tickets", prove_list },
  { "certificates", prove_list },
  { "promotions", prove_list },
  { "cards", prove_list },
};

static Prove
prove_of (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (proofs); i++)
    if (strcmp (proofs[i].key, key) == 0)
      return proofs[i].prove;
  return NULL;
}

static void
test_salon_is_stormy (void)
{
  for (int i = 0; i < SALONS; i++) {
    g_test_message ("merged %d, archived %d, voided %d, refunded %d, open %d", salons[i]->n_merged, salons[i]->n_archived,
                    salons[i]->n_voided, salons[i]->n_refunded, salons[i]->n_open);
    g_assert_cmpint (salons[i]->n_merged, >, 5);
    g_assert_cmpint (salons[i]->n_archived, >, 5);
    g_assert_cmpint (salons[i]->n_voided, >, 2);
    g_assert_cmpint (salons[i]->n_refunded, >, 2);
    g_assert_cmpint (salons[i]->n_open, >, 5);
    g_assert_cmpint (salons[i]->n_given, >, 20);
    g_assert_cmpint (proof_number (salons[i], "SELECT count (*) FROM client WHERE birth_month = 2 AND birth_mday = 29 AND merged_into_id IS NULL"), >, 2);
    g_assert_cmpint (proof_number (salons[i], "SELECT count (*) FROM promotion_use a JOIN promotion_use b USING (client_id, price_rule_id)"
                                              " WHERE a.state = 2 AND b.state = 3 AND b.id > a.id"), >, 2);
    g_assert_cmpint (proof_number (salons[i], "SELECT count (*) FROM quality_mark WHERE mark IS NULL"), >, 2);
    g_assert_cmpint (proof_number (salons[i], "SELECT count (*) FROM shift WHERE to_min > 1440"), >, 20);
    g_assert_cmpint (proof_number (salons[i], "SELECT count (*) FROM occupancy WHERE from_min / 1440 < (to_min - 1) / 1440"), >, 5);
  }
}

/* ---- bad input */

static void
refuse (const char *text, const char *field)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportSpec) spec = salon_report_spec_parse (text, &error);
  SalonReportRequest *request = spec != NULL ? salon_report_request_new (spec) : NULL;
  g_autoptr (SalonReportTable) table = NULL;

  if (request != NULL) {
    table = salon_session_query_sync (salons[0]->fixture->session, &salon_query_report, request, &error);
    salon_report_request_free (request);
  }
  g_test_message ("%s: %s", text, error != NULL ? error->message : "answered");
  g_assert_null (table);
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpuint (strlen (error->message), >, 10);
  if (request != NULL)
    g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

static void
expect_empty (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportSpec) spec = salon_report_spec_parse (text, &error);
  g_autoptr (SalonReportTable) table = NULL;

  g_assert_no_error (error);
  table = proof_run (salons[0], spec);
  g_assert_cmpuint (table->rows->len, ==, 0);
  g_assert_null (table->chart);
}

static void
test_bad_input (void)
{
  refuse ("sales during 2025-03-02..2025-03-01", "period");
  refuse ("sales during 1800-01-01..2025-01-01", "period");
  refuse ("nonsense during 2025-01-01..2025-01-31", "report");
  refuse ("sales by month, month during 2025-01-01..2025-01-31", "by");
  refuse ("sales by day, week, month, year, kind during 2025-01-01..2025-01-31", "by");
  refuse ("sales by nonsense during 2025-01-01..2025-01-31", "by");
  refuse ("sales show nonsense during 2025-01-01..2025-01-31", "show");
  refuse ("inflow by status during 2025-01-01..2025-01-31", "by");
  refuse ("birthdays during 2025-01-01..2025-01-31 compare year", "compare");
  expect_empty ("sales during 1990-01-01..1990-12-31");
  expect_empty ("sales by employee during 2025-01-01..2025-01-31 only employee in (99999)");
  expect_empty ("inflow during 1990-01-01..1990-12-31");
}

static void
test_report (gconstpointer data)
{
  const SalonReport *report = data;
  Prove prove = prove_of (report->key);

  if (prove == NULL)
    g_error ("nobody counts the report “%s” once more", report->key);
  for (guint i = 0; i < SALONS; i++) {
    g_autoptr (GRand) rand = g_rand_new_with_seed (i * 1000 + g_str_hash (report->key) % 1000);

    prove (salons[i], rand, report);
  }
}

int
main (int argc, char **argv)
{
  guint n = 0;
  const SalonReport *const *reports = NULL;
  int result = 0;

  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  reports = salon_reports (&n);
  for (guint i = 0; i < SALONS; i++)
    salons[i] = proof_salon_new (i + 11);
  g_test_add_func ("/reports-proof/stormy", test_salon_is_stormy);
  g_test_add_func ("/reports-proof/bad-input", test_bad_input);
  for (guint i = 0; i < n; i++) {
    g_autofree char *path = g_strconcat ("/reports-proof/", reports[i]->key, NULL);

    g_test_add_data_func (path, reports[i], test_report);
  }
  result = g_test_run ();
  for (guint i = 0; i < SALONS; i++)
    proof_salon_free (salons[i]);
  return result;
}
