/* What is asked of a report, as text, under a fuzzer: own reports are kept as this text, and a file of another version may
 * hold any.  What is read is printed so that it is read to the same, and what is printed stays as it is. */
#include "base/error.h"
#include "model/entities/report-spec.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

static void
check_spec (const SalonReportSpec *spec)
{
  const char *const *groupings = salon_report_spec_groupings (spec);
  const GPtrArray *only = salon_report_spec_only (spec);

  g_assert_cmpuint (strlen (salon_report_spec_report (spec)), >, 0);
  g_assert_cmpuint (groupings != NULL ? g_strv_length ((char **) groupings) : 0, <=, SALON_REPORT_GROUPINGS_MAX);
  g_assert_cmpint (salon_report_spec_chart (spec), >=, -1);
  g_assert_cmpint (salon_report_spec_chart (spec), <, SALON_N_CHART_KINDS);
  for (guint i = 0; i < only->len; i++) {
    const GArray *values = ((const SalonReportOnly *) only->pdata[i])->values;

    g_assert_cmpuint (values->len, >, 0);
    for (guint k = 1; k < values->len; k++)
      g_assert_cmpint (g_array_index (values, gint64, k - 1), <, g_array_index (values, gint64, k));
  }
}

/* What is within the limits as it came may be too long when it is printed; then it is refused like any that is too long. */
static void
check_round_trip (const SalonReportSpec *spec)
{
  g_autofree char *printed = salon_report_spec_print (spec);
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportSpec) again = salon_report_spec_parse (printed, &error);
  g_autofree char *twice = NULL;

  g_assert_true (g_utf8_validate (printed, -1, NULL));
  if (again == NULL && strlen (printed) > SALON_REPORT_TEXT_MAX)
    return;
  g_assert_no_error (error);
  g_assert_true (salon_report_spec_equal (spec, again));
  twice = salon_report_spec_print (again);
  g_assert_cmpstr (printed, ==, twice);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup (size > 0 ? (const char *) data : "", size); /* nothing may come without a place */
  g_autoptr (GError) error = NULL;
  g_autoptr (SalonReportSpec) spec = NULL;

  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  spec = salon_report_spec_parse (text, &error);
  if (spec == NULL) {
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_nonnull (salon_error_get_field (error));
    g_assert_true (g_utf8_validate (error->message, -1, NULL));
    return 0;
  }
  g_assert_no_error (error);
  check_spec (spec);
  check_round_trip (spec);
  return 0;
}

GPtrArray *
fuzz_examples (void)
{
  static const char *const texts[] = {
    "sales by employee, month show sold, visits during last_year compare year only employee in (3, 4) top 10 chart lines where status = lost",
    "inflow by month during 2025-01-01..2025-12-31 where not (gender = f or age 20..30) and text ~ \"by month \\\" top\"",
    "visits by nothing show no_shows compare prev only state in (7, -1) only client.custom:4 in (0) chart pareto",
    "load by weekday, hour during today-30..today chart heat",
    "rfm where spent > 100 during last_12_months and (phone or email) and list in (1, 2)",
  };
  GPtrArray *examples = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (examples, g_bytes_new_static (texts[i], strlen (texts[i])));
  return examples;
}

const char *const *
fuzz_words (void)
{
  static const char *const words[] = { " by ",    " show ", " during ", " compare ", " only ", " in (",  ")",    ", ",        " top ",  " chart ",
                                       " where ", " not ",  " and ",    " or ",      "(",      "\"",     "\\",   "nothing",   "..",     "today",
                                       "today-7", "2024-02-29", "-9223372036854775808", "9223372036854775807",   " = ", " ~ ", "everybody",
                                       "status",  "lost",   "\xd0\xb8", "\xff",      NULL };

  return words;
}
