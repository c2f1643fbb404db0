/* The sentences that explain a status. */
#include "model/rules/status-text.h"

#define YMD(year, month, mday) salon_day_from_ymd (year, month, mday)

static void
assert_text (const SalonDay *days,
             guint n,
             SalonStatusParams params,
             SalonDay day,
             SalonStatusPreset words,
             const char *expected)
{
  SalonStatusFacts facts = { 0 };
  g_autofree char *text = NULL;

  salon_status_explain (days, n, &params, day, &facts);
  text = salon_status_facts_text (&facts, words);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_texts (void)
{
  const SalonStatusParams preset = { 3, 3, 3, 1, FALSE };
  const SalonStatusParams sticky = { 3, 3, 3, 1, TRUE };
  const SalonStatusParams two = { 3, 3, 3, 2, FALSE };
  const SalonStatusParams narrow = { 1, 2, 6, 1, FALSE };
  const SalonDay days[] = { YMD (2025, 3, 20), YMD (2025, 4, 20), YMD (2025, 6, 1) };
  const SalonStatusPreset words = SALON_STATUS_PRESET_1C;

  assert_text (days, 3, preset, YMD (2025, 6, 15), words,
               "3 visits since 15 March 2025: permanent. Becomes lost on 2 September 2025 unless seen.");
  assert_text (days, 3, preset, YMD (2025, 6, 21), words,
               "2 visits since 21 March 2025: new. 1 more visit makes a permanent client."
               " Becomes lost on 2 September 2025 unless seen.");
  assert_text (days, 3, sticky, YMD (2025, 6, 21), words,
               "Was permanent and has not been lost since: permanent."
               " Becomes lost on 2 September 2025 unless seen.");
  assert_text (days, 3, preset, YMD (2025, 9, 2), words,
               "Last visit on 1 June 2025: lost since 2 September 2025.");
  assert_text (days, 0, preset, YMD (2025, 9, 2), words, "No visit yet: potential.");
  assert_text (days, 1, two, YMD (2025, 4, 1), words,
               "1 visit since 1 January 2025: new. 2 more visits make a permanent client.");
  assert_text (days, 1, narrow, YMD (2025, 5, 1), words,
               "Last visit on 20 March 2025: new. 2 more visits make a permanent client."
               " Becomes lost on 21 September 2025 unless seen.");
}

static void
test_not_returned (void)
{
  SalonStatusParams latvian = { 0 };
  const SalonDay days[] = { YMD (2024, 3, 20), YMD (2025, 6, 1) };

  salon_status_params_preset (SALON_STATUS_PRESET_LATVIAN, &latvian);
  assert_text (
      days, 2, latvian, YMD (2025, 6, 15), SALON_STATUS_PRESET_LATVIAN,
      "2 visits since 20 March 2024: permanent. Counts as not returned from 2 September 2025 unless seen.");
  assert_text (days, 2, latvian, YMD (2025, 9, 15), SALON_STATUS_PRESET_LATVIAN,
               "Last visit on 1 June 2025: not returned since 2 September 2025.");
}

static void
test_names (void)
{
  for (int status = 0; status < SALON_N_STATUSES; status++)
    g_assert_cmpstr (salon_status_name (status, SALON_STATUS_PRESET_1C), !=, "");
  g_assert_cmpstr (salon_status_name (SALON_STATUS_LOST, SALON_STATUS_PRESET_1C), ==, "Lost");
  g_assert_cmpstr (salon_status_name (SALON_STATUS_LOST, SALON_STATUS_PRESET_LATVIAN), ==, "Not returned");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status-text/texts", test_texts);
  g_test_add_func ("/status-text/not-returned", test_not_returned);
  g_test_add_func ("/status-text/names", test_names);
  return g_test_run ();
}
