/* Birthdays: what is understood, what is refused, when the next one is. */
#include "base/error.h"
#include "model/rules/birth.h"

static SalonDay
day (int year, int month, int mday)
{
  return salon_day_from_ymd (year, month, mday);
}

static void
test_parse (void)
{
  const struct {
    const char *text;
    int year;
    int month;
    int mday;
  } rows[] = {
    { "14.05.1988", 1988, 5, 14 }, { "14.05.88", 1988, 5, 14 }, { "14.05.58", 1958, 5, 14 }, { "14.05.15", 2015, 5, 14 },
    { "14.05.", 0, 5, 14 },        { "14 may", 0, 5, 14 },      { "29.02", 0, 2, 29 },       { "29.02.2000", 2000, 2, 29 },
    { "1988", 1988, 0, 0 },        { "", 0, 0, 0 },             { "  ", 0, 0, 0 },           { "31.12", 0, 12, 31 },
    { "1 января", 0, 1, 1 },       { "1988-05-14", 1988, 5, 14 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    SalonBirth birth;

    g_assert_true (salon_birth_parse (rows[i].text, day (2025, 6, 16), &birth, &error));
    g_assert_no_error (error);
    g_assert_cmpint (birth.year, ==, rows[i].year);
    g_assert_cmpint (birth.month, ==, rows[i].month);
    g_assert_cmpint (birth.mday, ==, rows[i].mday);
  }
}

static void
test_refuse (void)
{
  const char *const texts[] = { "tomorrow", "+3", "31.02", "29.02.2001", "1899", "2026", "14.05.2026", "May", "abc", "32.01.1990" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    SalonBirth birth;

    g_assert_false (salon_birth_parse (texts[i], day (2025, 6, 16), &birth, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  }
}

/* What is shown for editing is understood again. */
static void
test_edit_text (void)
{
  const SalonBirth births[] = { { 1988, 5, 14 }, { 0, 5, 14 }, { 1988, 0, 0 }, { 0, 2, 29 }, { 0, 0, 0 }, { 1904, 2, 29 } };

  for (guint i = 0; i < G_N_ELEMENTS (births); i++) {
    g_autofree char *text = salon_birth_edit_text (&births[i]);
    SalonBirth again;

    g_assert_true (salon_birth_parse (text, day (2025, 6, 16), &again, NULL));
    g_assert_cmpmem (&again, sizeof again, &births[i], sizeof births[i]);
  }
}

static void
test_age (void)
{
  const struct {
    SalonBirth birth;
    SalonDay today;
    int age;
    int ahead;
  } rows[] = {
    { { 1988, 6, 16 }, day (2025, 6, 16), 37, 0 },
    { { 1988, 6, 17 }, day (2025, 6, 16), 36, 1 },
    { { 1988, 6, 15 }, day (2025, 6, 16), 37, 364 },
    { { 0, 6, 20 }, day (2025, 6, 16), -1, 4 },
    { { 1988, 0, 0 }, day (2025, 6, 16), 37, -1 },
    { { 0, 0, 0 }, day (2025, 6, 16), -1, -1 },
    { { 2000, 2, 29 }, day (2025, 2, 28), 25, 0 },
    { { 2000, 2, 29 }, day (2024, 2, 28), 23, 1 },
    { { 2000, 2, 29 }, day (2025, 2, 27), 24, 1 },
    { { 1990, 1, 2 }, day (2025, 12, 30), 35, 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpint (salon_birth_age (&rows[i].birth, rows[i].today), ==, rows[i].age);
    g_assert_cmpint (salon_birth_days_ahead (&rows[i].birth, rows[i].today), ==, rows[i].ahead);
  }
}

static void
test_text (void)
{
  const struct {
    SalonBirth birth;
    const char *text;
  } rows[] = {
    { { 1988, 5, 14 }, "14 May 1988 (37)" },
    { { 0, 5, 14 }, "14 May" },
    { { 0, 2, 29 }, "29 February" },
    { { 1988, 0, 0 }, "1988 (37)" },
    { { 0, 0, 0 }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = salon_birth_text (&rows[i].birth, day (2025, 6, 16));

    g_assert_cmpstr (text, ==, rows[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/birth/parse", test_parse);
  g_test_add_func ("/birth/refuse", test_refuse);
  g_test_add_func ("/birth/edit-text", test_edit_text);
  g_test_add_func ("/birth/age", test_age);
  g_test_add_func ("/birth/text", test_text);
  return g_test_run ();
}
