/* What is asked of a report as text: canonical, read back alike, and refused with the field that is wrong. */
#include "base/error.h"
#include "model/entities/filter-text.h"
#include "model/entities/report-choices.h"
#include "model/entities/report-spec.h"

#define ROUNDS 4000

static void
assert_text (const char *text, const char *canonical)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportSpec) spec = salon_report_spec_parse (text, &error);
  g_autoptr (SalonReportSpec) again = NULL;
  g_autofree char *printed = NULL;

  g_assert_no_error (error);
  printed = salon_report_spec_print (spec);
  g_assert_cmpstr (printed, ==, canonical);
  again = salon_report_spec_parse (printed, &error);
  g_assert_no_error (error);
  g_assert_true (salon_report_spec_equal (spec, again));
}

static void
test_texts (void)
{
  assert_text ("sales", "sales");
  assert_text ("  sales  by employee,month ", "sales by employee, month");
  assert_text ("sales by nothing", "sales by nothing");
  assert_text ("sales during last_year compare year", "sales during last_year compare year");
  assert_text ("sales compare prev during 2025-06-01..2025-06-30", "sales during 2025-06-01..2025-06-30 compare prev");
  assert_text ("sales only employee in (4, 3,4) only room in (2)", "sales only employee in (3, 4) only room in (2)");
  assert_text ("sales only weekday in (7, saturday, 6)", "sales only weekday in (saturday, sunday)");
  assert_text ("sales only status in (3)", "sales only status in (permanent)");
  assert_text ("sales only hour in (10:00, 10)", "sales only hour in (09:00, 10:00)");
  assert_text ("sales only gender in (none, female)", "sales only gender in (unknown, female)");
  assert_text ("sales only age in (from_65, 18-24)", "sales only age in (18-24, from_65)");
  assert_text ("sales only importance in (b, none, 1)", "sales only importance in (none, a, b)");
  assert_text ("visits only state in (cancelled, 7)", "visits only state in (cancelled, no_show)");
  assert_text ("sales only employee in (none, 4)", "sales only employee in (none, 4)");
  assert_text ("sales only status in (99)", "sales only status in (99)"); /* a number that has no word stays */
  assert_text ("sales top 10 chart lines", "sales top 10 chart lines");
  assert_text ("sales top all", "sales top all");
  assert_text ("sales chart pareto\nby item", "sales by item chart pareto");
  assert_text ("sales where status = lost and not upcoming", "sales where status = lost and not upcoming");
  /* Words of a clause within a filter belong to the filter. */
  assert_text ("sales where text ~ \"by month during top\"", "sales where text ~ \"by month during top\"");
  assert_text ("sales compare none", "sales");
  assert_text ("sales where everybody", "sales");
}

static void
assert_refused (const char *text, const char *field)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", text);
  g_assert_null (salon_report_spec_parse (text, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_cmpstr (salon_error_get_field (error), ==, field);
}

static void
test_refused (void)
{
  g_autofree char *long_text = g_strnfill (SALON_REPORT_TEXT_MAX + 1, 'a');

  assert_refused ("", "report");
  assert_refused ("sales nonsense", "report");
  assert_refused ("sales nonsense by month", "report");
  assert_refused ("sales; by month", "report");
  assert_refused ("sales by", "report");
  assert_refused ("sales by a b", "report");
  assert_refused ("sales by a,compare", "report"); /* would be printed as the beginning of a clause */
  assert_refused ("sales show where,a", "report");
  assert_refused ("top by month", "report");
  assert_refused ("sales by a, b, c, d, e", "by");
  assert_refused ("sales during", "period");
  assert_refused ("sales during yesterday", "period");
  assert_refused ("sales during 2025-02-30", "period");
  assert_refused ("sales compare week", "compare");
  assert_refused ("sales only employee", "report");
  assert_refused ("sales only employee in ()", "report");
  assert_refused ("sales only employee in (x)", "report");
  assert_refused ("sales only employee in (permanent)", "report");
  assert_refused ("sales only status in (nice)", "report");
  assert_refused ("sales only hour in (24:00)", "report");
  assert_refused ("sales top 0", "top");
  assert_refused ("sales top 10001", "top");
  assert_refused ("sales top All", "top");
  assert_refused ("sales top many", "top");
  assert_refused ("sales chart pie", "chart");
  assert_refused ("sales where status = gone", "filter");
  assert_refused (long_text, "report");
  assert_refused ("sales \xff", "report");
}

/* ---- any value */

static const char *
word (GRand *rand)
{
  static const char *const words[] = { "employee", "month", "custom:12", "a-b", "x_1", "weekday", "status", "age", "state" };

  return words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))];
}

static void
take (SalonReportSpec **spec, SalonReportSpec *next)
{
  salon_report_spec_unref (*spec);
  *spec = next;
}

static void
add_some (SalonReportSpec **spec, GRand *rand)
{
  const char *groupings[] = { word (rand), word (rand), NULL, NULL, NULL };
  const gint64 values[] = { g_rand_int_range (rand, -5, 5), g_rand_int_range (rand, -5, 5), G_MININT64 };
  SalonFilterPeriod period = { (SalonFilterPeriodName) g_rand_int_range (rand, 0, SALON_FILTER_N_PERIODS), SALON_FILTER_OPEN,
                               SALON_FILTER_OPEN };
  g_autoptr (SalonFilter) filter = salon_filter_new_between ("visits", 1, g_rand_int_range (rand, 1, 9));

  if (period.name == SALON_FILTER_PERIOD_OWN) {
    period.from = SALON_FILTER_ON (g_rand_int_range (rand, 0, 30000));
    period.to = SALON_FILTER_TODAY (g_rand_int_range (rand, -40, 40));
  }
  if (g_rand_boolean (rand))
    take (spec, salon_report_spec_with_groupings (*spec, groupings + g_rand_int_range (rand, 0, 3)));
  if (g_rand_boolean (rand))
    take (spec, salon_report_spec_with_measures (*spec, groupings));
  if (g_rand_boolean (rand))
    take (spec, salon_report_spec_with_period (*spec, &period));
  if (g_rand_boolean (rand))
    take (spec, salon_report_spec_with_compare (*spec, (SalonCompare) g_rand_int_range (rand, 0, 3)));
  if (g_rand_boolean (rand))
    take (spec, salon_report_spec_with_only (*spec, word (rand), values, (guint) g_rand_int_range (rand, 1, 4)));
  if (g_rand_boolean (rand))
    take (spec, salon_report_spec_with_top (*spec, g_rand_boolean (rand) ? (guint) g_rand_int_range (rand, 1, 99) : SALON_REPORT_TOP_ALL));
  if (g_rand_boolean (rand))
    take (spec, salon_report_spec_with_chart (*spec, g_rand_int_range (rand, 0, SALON_N_CHART_KINDS)));
  if (g_rand_boolean (rand))
    take (spec, salon_report_spec_with_filter (*spec, filter));
}

static void
test_any (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) g_test_rand_int ());

  for (int i = 0; i < ROUNDS; i++) {
    SalonReportSpec *spec = salon_report_spec_new (word (rand));
    g_autoptr (SalonReportSpec) again = NULL;
    g_autoptr (GError) error = NULL;
    g_autofree char *text = NULL;

    add_some (&spec, rand);
    add_some (&spec, rand);
    text = salon_report_spec_print (spec);
    again = salon_report_spec_parse (text, &error);
    g_assert_no_error (error);
    g_assert_true (salon_report_spec_equal (spec, again));
    salon_report_spec_unref (spec);
  }
}

/* Every word means one number, and every number has one word. */
static void
test_choices (void)
{
  static const char *const dimensions[] = { "status", "gender", "importance", "age", "weekday", "hour", "kind", "method",
                                            "discount_source", "state", "booked_by" };

  for (guint i = 0; i < G_N_ELEMENTS (dimensions); i++) {
    guint n = 0;
    const SalonReportChoice *choices = salon_report_choices (dimensions[i], &n);

    g_assert_cmpuint (n, >, 1);
    for (guint j = 0; j < n; j++) {
      gint64 value = -1;

      g_assert_true (salon_report_choice_parse (dimensions[i], choices[j].word, &value));
      g_assert_cmpint (value, ==, choices[j].value);
      g_assert_cmpstr (salon_report_choice_word (dimensions[i], value), ==, choices[j].word);
    }
  }
}

/* A copy is another value; the first stays. */
static void
test_immutable (void)
{
  g_autoptr (SalonReportSpec) one = salon_report_spec_new ("sales");
  g_autoptr (SalonReportSpec) other = salon_report_spec_with_top (one, 5);
  const gint64 ids[] = { 7 };
  g_autoptr (SalonReportSpec) narrowed = salon_report_spec_with_only (other, "employee", ids, 1);
  g_autoptr (SalonReportSpec) wide = salon_report_spec_with_only (narrowed, "employee", NULL, 0);

  g_assert_cmpuint (salon_report_spec_top (one), ==, 0);
  g_assert_false (salon_report_spec_equal (one, other));
  g_assert_cmpuint (salon_report_spec_only (other)->len, ==, 0);
  g_assert_cmpuint (salon_report_spec_only (narrowed)->len, ==, 1);
  g_assert_true (salon_report_spec_equal (other, wide));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report-spec/texts", test_texts);
  g_test_add_func ("/report-spec/refused", test_refused);
  g_test_add_func ("/report-spec/any", test_any);
  g_test_add_func ("/report-spec/choices", test_choices);
  g_test_add_func ("/report-spec/immutable", test_immutable);
  return g_test_run ();
}
