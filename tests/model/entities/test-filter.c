/* The text of filters: what is printed is read back alike, what people type is understood, refusals name the place. */
#include <string.h>

#include "base/error.h"
#include "model/entities/filter-text.h"

#define TREES 20000

/* ---- random trees */

static SalonFilterDay
random_day (GRand *rand)
{
  switch (g_rand_int_range (rand, 0, 4)) {
  case 0:
    return SALON_FILTER_ON (g_rand_int_range (rand, -20000, 40000));
  case 1:
    return SALON_FILTER_TODAY (g_rand_int_range (rand, -400, 400));
  case 2:
    return SALON_FILTER_MONTHS (g_rand_int_range (rand, -30, 30));
  default:
    return (SalonFilterDay){ SALON_FILTER_DAY_TODAY, g_rand_int_range (rand, -9, 9), g_rand_int_range (rand, -9, 9) };
  }
}

static SalonFilterPeriod
random_period (GRand *rand)
{
  SalonFilterPeriod period = { SALON_FILTER_PERIOD_OWN, random_day (rand), random_day (rand) };

  switch (g_rand_int_range (rand, 0, 6)) {
  case 0:
    period.name = (SalonFilterPeriodName) g_rand_int_range (rand, 1, SALON_FILTER_N_PERIODS);
    break;
  case 1:
    period.from = SALON_FILTER_OPEN;
    break;
  case 2:
    period.to = SALON_FILTER_OPEN;
    break;
  case 3:
    period.to = period.from;
    break;
  case 4:
    period.from = period.to = SALON_FILTER_OPEN;
    break;
  default:
    break;
  }
  return period;
}

static char *
random_text (GRand *rand)
{
  static const char *const texts[] = { "Anna", "a \"b\"", "back\\slash", "две\nстроки", "", "10", "and", "n\\n", "2025-06-16", "ж" };

  return g_strdup (texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
}

static SalonFilter *
random_between (GRand *rand, const SalonFilterField *field, const char *key)
{
  gint64 least = field->kind == SALON_FILTER_CUSTOM ? -100000 : 0;
  gint64 from = g_rand_int_range (rand, (int) least, 20000);
  gint64 to = from + g_rand_int_range (rand, 0, 3);

  if (g_rand_boolean (rand) && g_rand_boolean (rand))
    from = SALON_FILTER_NO_MIN;
  if (g_rand_boolean (rand) && g_rand_boolean (rand))
    to = SALON_FILTER_NO_MAX;
  return salon_filter_new_between (key, from, to);
}

static SalonFilter *
random_ids (GRand *rand, const SalonFilterField *field, const char *key)
{
  gint64 ids[4];
  guint n = (guint) g_rand_int_range (rand, 1, 5);

  for (guint i = 0; i < n; i++)
    ids[i] = field->n_choices > 0 ? field->choices[g_rand_int_range (rand, 0, (int) field->n_choices)].value
                                  : g_rand_int_range (rand, 1, 30);
  return salon_filter_new_one_of (key, ids, n);
}

static SalonFilter *
random_words (GRand *rand, const char *key)
{
  g_autofree char *a = random_text (rand);
  g_autofree char *b = random_text (rand);
  const char *words[] = { a, g_rand_boolean (rand) ? b : NULL, NULL };

  return salon_filter_new_one_word_of (key, words);
}

static SalonFilter *
random_contains (GRand *rand, const char *key)
{
  g_autofree char *text = random_text (rand);

  return salon_filter_new_contains (key, text);
}

static SalonFilter *
random_birthday (GRand *rand, const char *key)
{
  SalonFilterPeriod period = random_period (rand);

  if (g_rand_boolean (rand))
    return salon_filter_new_during (key, &period);
  return salon_filter_new_of_year (key, g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 30),
                                   g_rand_int_range (rand, 1, 13), g_rand_int_range (rand, 1, 30));
}

static SalonFilter *
random_custom (GRand *rand, const SalonFilterField *field, const char *key)
{
  SalonFilterPeriod period = random_period (rand);

  switch (g_rand_int_range (rand, 0, 4)) {
  case 0:
    return random_between (rand, field, key);
  case 1:
    return random_words (rand, key);
  case 2:
    return random_contains (rand, key);
  default:
    return salon_filter_new_during (key, &period);
  }
}

static SalonFilter *
random_test (GRand *rand)
{
  guint n = 0;
  const SalonFilterField *all = salon_filter_fields (&n);
  const SalonFilterField *field = &all[g_rand_int_range (rand, 0, (int) n)];
  gboolean is_custom = field->kind == SALON_FILTER_CUSTOM;
  g_autofree char *key = is_custom ? g_strdup_printf ("custom:%d", g_rand_int_range (rand, 1, 99)) : g_strdup (field->key);
  SalonFilterPeriod period = random_period (rand);
  SalonFilter *test = NULL;

  if (field->kind == SALON_FILTER_FLAG || ((field->flags & SALON_FILTER_FIELD_MAY_BE_SET) && g_rand_int_range (rand, 0, 5) == 0))
    test = salon_filter_new_is_set (key);
  else if (field->kind == SALON_FILTER_CHOICE || field->kind == SALON_FILTER_IDS)
    test = random_ids (rand, field, key);
  else if (field->kind == SALON_FILTER_DAY)
    test = salon_filter_new_during (key, &period);
  else if (field->kind == SALON_FILTER_BIRTHDAY)
    test = random_birthday (rand, key);
  else if (field->kind == SALON_FILTER_TEXT)
    test = random_contains (rand, key);
  else if (field->kind == SALON_FILTER_WORDS)
    test = random_words (rand, key);
  else if (is_custom)
    test = random_custom (rand, field, key);
  else
    test = random_between (rand, field, key);
  if ((field->flags & SALON_FILTER_FIELD_WITHIN) && g_rand_boolean (rand))
    test = salon_filter_within (test, &period);
  return test;
}

static SalonFilter *
random_tree (GRand *rand, guint depth)
{
  int what = g_rand_int_range (rand, 0, depth == 0 ? 1 : 5);
  SalonFilter *children[4];
  guint n = (guint) g_rand_int_range (rand, 0, 5);

  if (what < 2)
    return random_test (rand);
  if (what == 2)
    return salon_filter_new_not (random_tree (rand, depth - 1));
  for (guint i = 0; i < n; i++)
    children[i] = random_tree (rand, depth - 1);
  return what == 3 ? salon_filter_new_all (children, n) : salon_filter_new_any (children, n);
}

static void
test_round_trip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20250616);

  for (guint i = 0; i < TREES; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonFilter) tree = random_tree (rand, 4);
    g_autofree char *text = salon_filter_print (tree);
    g_autoptr (SalonFilter) read = salon_filter_parse (text, &error);
    g_autofree char *again = NULL;

    g_assert_no_error (error);
    again = salon_filter_print (read);
    g_assert_cmpstr (again, ==, text);
    g_assert_true (salon_filter_equal (tree, read));
  }
}

/* Any text at all is either refused or read; a refusal names the filter. */
static void
test_garbage (void)
{
  static const char *const pieces[] = { "status", " = ", "lost", "(", ")", " and ", " or ", "not ", "tag", " in (", "3", ", ", "..",
                                        "today", "-30", "m", "custom:", "12", "\"", "\\", "~", " within ", "2025-06-16", "06-31",
                                        "birthday ", "ж", ">=", "last_month", "age ", ".", "99999999999999999999", "%", " " };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (guint i = 0; i < TREES; i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) text = g_string_new (NULL);
    g_autoptr (SalonFilter) read = NULL;

    for (int n = g_rand_int_range (rand, 0, 12); n > 0; n--)
      g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);
    read = salon_filter_parse (text->str, &error);
    if (read == NULL)
      g_assert_cmpstr (salon_error_get_field (error), ==, "filter");
    else
      g_assert_no_error (error);
  }
}

/* ---- what people type */

static const struct {
  const char *typed;
  const char *printed;
} understood[] = {
  { "", "everybody" },
  { "  everybody ", "everybody" },
  { "nobody", "nobody" },
  { "status = lost and (tag in (5, 3) or age 30..50) and not upcoming and last_visit before today-60",
    "status = lost and (tag in (3, 5) or age 30..50) and not upcoming and last_visit before today-60" },
  { "STATUS=LOST AND NOT PHOTO", "status = lost and not photo" },
  { "status != lost", "not status = lost" },
  { "a_tag", NULL },
  { "tag in (3)", "tag = 3" },
  { "tag", "tag" },
  { "age > 30 and age < 40", "age >= 31 and age <= 39" },
  { "age in 30..50", "age 30..50" },
  { "sold >= 99.9", "sold >= 99.90" },
  { "sold 100..250.55", "sold 100..250.55" },
  { "discount = 7.5%", "discount = 7.50" },
  { "top_share <= 20 %", "top_share <= 20" },
  { "last_visit until 2025-06-15", "last_visit before 2025-06-16" },
  { "last_visit after today-12m", "last_visit from today-12m+1" },
  { "last_visit before today-12m", "last_visit before today-12m" },
  { "last_visit on today", "last_visit on today" },
  { "last_visit 2025-06-16", "last_visit on 2025-06-16" },
  { "visited in last_month", "visited in last_month" },
  { "visited last_month", "visited in last_month" },
  { "added 2025-06-01..2025-06-30", "added 2025-06-01..2025-06-30" },
  { "birthday today..today+7", "birthday today..today+7" },
  { "birthday in 12-25..01-05", "birthday 12-25..01-05" },
  { "birthday 02-29", "birthday on 02-28" },
  { "birthday in next_month", "birthday in next_month" },
  { "master = 4 within last_month", "master = 4 within last_month" },
  { "upcoming in (4, 5) within today..today+7", "upcoming in (4, 5) within today..today+7" },
  { "booked_online within from 2025-01-01", "booked_online within from 2025-01-01" },
  { "language in (lv, \"ru\")", "language in (\"lv\", \"ru\")" },
  { "text ~ \"Anna\"", "text ~ \"Anna\"" },
  { "text ~ anna", "text ~ \"anna\"" },
  { "importance in (a, none)", "importance in (none, a)" },
  { "custom:12", "custom:12" },
  { "custom:12 = \"10\"", "custom:12 = \"10\"" },
  { "custom:12 = 10", "custom:12 = 10" },
  { "custom:12 -1.5..2.25", "custom:12 -1.500..2.250" },
  { "custom:12 in (\"b\", \"a\")", "custom:12 in (\"a\", \"b\")" },
  { "custom:12 before 2025-06-16", "custom:12 before 2025-06-16" },
  { "custom:12 in this_year", "custom:12 in this_year" },
  { "a or b", NULL },
  { "photo or email and phone", "photo or (email and phone)" },
  { "((photo))", "photo" },
  { "not not photo", "not not photo" },
};

static void
test_understood (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (understood); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonFilter) filter = salon_filter_parse (understood[i].typed, &error);
    g_autofree char *printed = NULL;

    if (understood[i].printed == NULL) {
      g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
      continue;
    }
    g_assert_no_error (error);
    printed = salon_filter_print (filter);
    g_assert_cmpstr (printed, ==, understood[i].printed);
  }
}

static const struct {
  const char *typed;
  const char *place; /* a piece of the refusal */
} refused[] = {
  { "status = gone", "character 10" },
  { "status = gone", "potential, new, permanent, lost" },
  { "status", "end of the filter" },
  { "colour = red", "character 1" },
  { "photo and", "end of the filter" },
  { "(photo", "closing bracket" },
  { "photo)", "character 6" },
  { "photo email", "character 7" },
  { "last_visit on 2025-02-30", "no such day" },
  { "last_visit on today-100001", "today-30" },
  { "last_visit on today-99999999999999999999", "today-30" },
  { "last_visit on today+99999999999999999999", "today-30" },
  { "last_visit on today-3m+2m", "today-30" }, /* not two days */
  { "birthday 02-30", "06-16" },
  { "birthday from today", "first and a last day" },
  { "age \"x\"", "range" },
  { "age 1.5..2", "character 5" },
  { "sold = 1.555", "character 8" },
  { "tag = bride", "character 7" },
  { "text ~ \"open", "character 8" },
  { "photo within last_month", "period" },
  { "photo <> 3", "character 7" }, /* and what stands there is told as it was typed */
  { "photo <> 3", "<> 3" },
  { "custom = 3", "no such field" },
  { "custom:x", "no such field" },
  { "фото", "character 1" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (SalonFilter) filter = salon_filter_parse (refused[i].typed, &error);

    g_assert_null (filter);
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    if (strstr (error->message, refused[i].place) == NULL)
      g_error ("%s: %s", refused[i].typed, error->message);
  }
}

static void
test_limits (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (GString) wide = g_string_new ("tag in (1");
  g_autoptr (GError) error = NULL;

  for (int i = 0; i < 5000; i++) {
    g_string_append (deep, "not ");
    g_string_append (wide, ",2");
  }
  g_string_append (deep, "photo");
  g_string_append (wide, ")");
  g_assert_null (salon_filter_parse (deep->str, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_clear_error (&error);
  g_assert_null (salon_filter_parse (wide->str, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_clear_error (&error);
  g_assert_null (salon_filter_parse ("\xff", &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
}

/* ---- days */

static void
assert_period (const char *text, const char *from, const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *filter_text = g_strconcat ("added ", text, NULL);
  g_autoptr (SalonFilter) filter = salon_filter_parse (filter_text, &error);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;
  SalonDay a = 0;
  SalonDay b = 0;

  g_assert_no_error (error);
  salon_filter_period_resolve (&salon_filter_test (filter)->period, salon_day_from_ymd (2025, 5, 31), &a, &b);
  first = salon_day_format_iso (a);
  last = salon_day_format_iso (b);
  g_assert_cmpstr (first, ==, from);
  g_assert_cmpstr (last, ==, to);
}

static void
test_periods (void)
{
  assert_period ("in this_week", "2025-05-26", "2025-06-01"); /* 31 May 2025 is a Saturday */
  assert_period ("in last_week", "2025-05-19", "2025-05-25");
  assert_period ("in next_week", "2025-06-02", "2025-06-08");
  assert_period ("in this_month", "2025-05-01", "2025-05-31");
  assert_period ("in last_month", "2025-04-01", "2025-04-30");
  assert_period ("in next_month", "2025-06-01", "2025-06-30");
  assert_period ("in this_quarter", "2025-04-01", "2025-06-30");
  assert_period ("in last_quarter", "2025-01-01", "2025-03-31");
  assert_period ("in this_year", "2025-01-01", "2025-12-31");
  assert_period ("in last_year", "2024-01-01", "2024-12-31");
  assert_period ("today-3m..today", "2025-02-28", "2025-05-31");
  assert_period ("today-3m+1..today-1", "2025-03-01", "2025-05-30");
  assert_period ("on 2024-02-29", "2024-02-29", "2024-02-29");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/round-trip", test_round_trip);
  g_test_add_func ("/filter/garbage", test_garbage);
  g_test_add_func ("/filter/understood", test_understood);
  g_test_add_func ("/filter/refused", test_refused);
  g_test_add_func ("/filter/limits", test_limits);
  g_test_add_func ("/filter/periods", test_periods);
  return g_test_run ();
}
