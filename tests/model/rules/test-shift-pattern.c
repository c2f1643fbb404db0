/* Patterns of shifts: which days are worked, by tables written by hand. */
#include <string.h>

#include "base/error.h"
#include "model/rules/hours-text.h"
#include "model/rules/shift-pattern.h"

#define SAT_SUN (1u << 6 | 1u << 7)

/* One character a day: x = at work. */
static char *
days_of (const SalonShiftPattern *pattern, SalonDay first, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_c (text, salon_shift_pattern_works (pattern, first + (SalonDay) i) ? 'x' : '.');
  return g_string_free (text, FALSE);
}

static void
test_patterns (void)
{
  static const struct {
    const char *pattern;
    int year, month, mday; /* the first day that is looked at */
    int start;             /* days from there to the start of the cycle */
    guint weekend;
    const char *days;
  } rows[] = {
    /* Thursday 1 January 2026 */
    { "weekdays", 2026, 1, 1, 0, SAT_SUN, "xx..xxxxx..xxxxx" },
    { "weekdays", 2026, 1, 1, 0, 1u << 5 | 1u << 6, "x..xxxxx..xxxxx." },
    { "2/2", 2026, 1, 1, 0, SAT_SUN, "xx..xx..xx..xx.." },
    { "2/2", 2026, 1, 1, 1, SAT_SUN, ".xx..xx..xx..xx." },
    { "2/2", 2026, 1, 1, -1, SAT_SUN, "x..xx..xx..xx..x" },
    { "2/2", 2026, 1, 1, 9, SAT_SUN, ".xx..xx..xx..xx." }, /* runs backwards, too */
    { "3/1", 2026, 1, 1, 0, SAT_SUN, "xxx.xxx.xxx.xxx." },
    { "7/0", 2026, 1, 1, 0, SAT_SUN, "xxxxxxxxxxxxxxxx" },
    { "every-3", 2026, 1, 1, 0, SAT_SUN, "x..x..x..x..x..x" },
    { "every-1", 2026, 1, 1, 0, SAT_SUN, "xxxxxxxxxxxxxxxx" },
    /* after the 31st comes the 1st: two odd days side by side */
    { "odd", 2026, 1, 29, 0, SAT_SUN, "x.xx.x" },
    { "even", 2026, 1, 29, 0, SAT_SUN, ".x..x." },
    /* February of 28 days ends even, of a leap year odd */
    { "odd", 2026, 2, 27, 0, SAT_SUN, "x.x.x" },
    { "odd", 2028, 2, 27, 0, SAT_SUN, "x.xx.x" },
    { "even", 2028, 2, 27, 0, SAT_SUN, ".x..x." },
    /* a cycle does not care for months, leap days or years */
    { "2/2", 2028, 2, 27, 0, SAT_SUN, "xx..xx.." },
    { "2/2", 2025, 12, 30, 0, SAT_SUN, "xx..xx.." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonDay first = salon_day_from_ymd (rows[i].year, rows[i].month, rows[i].mday);
    SalonShiftPattern pattern = { .start = first + rows[i].start, .weekend = rows[i].weekend };
    g_autoptr (GError) error = NULL;
    g_autofree char *days = NULL;

    salon_shift_pattern_parse (rows[i].pattern, &pattern, &error);
    g_assert_no_error (error);
    days = days_of (&pattern, first, (guint) strlen (rows[i].days));
    g_test_message ("%s from %d-%02d-%02d", rows[i].pattern, rows[i].year, rows[i].month, rows[i].mday);
    g_assert_cmpstr (days, ==, rows[i].days);
  }
}

static void
test_no_pattern (void)
{
  const char *const texts[] = { "", "2", "2/", "/2", "0/2", "2/2/2", "a/b", "-1/2", "32/1", "1/32", "100/2", "every-0", "every-", "every-40", "mondays" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    SalonShiftPattern pattern = { 0 };
    g_autoptr (GError) error = NULL;

    g_test_message ("“%s”", texts[i]);
    g_assert_false (salon_shift_pattern_parse (texts[i], &pattern, &error));
    g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
    g_assert_cmpstr (salon_error_get_field (error), ==, "pattern");
  }
}

/* The same weekday of the month before, and never a day of the month that is filled. */
static void
test_copies (void)
{
  static const struct {
    int from[3];
    int to[3];
  } rows[] = {
    { { 2026, 11, 3 }, { 2026, 12, 1 } },   { { 2026, 11, 30 }, { 2026, 12, 28 } }, { { 2026, 11, 24 }, { 2026, 12, 29 } },
    { { 2026, 11, 26 }, { 2026, 12, 31 } }, { { 2026, 2, 1 }, { 2026, 3, 1 } },     { { 2026, 2, 28 }, { 2026, 3, 28 } },
    { { 2026, 2, 22 }, { 2026, 3, 29 } },   { { 2028, 2, 29 }, { 2028, 3, 28 } },   { { 2028, 2, 2 }, { 2028, 3, 1 } },
    { { 2028, 2, 23 }, { 2028, 3, 29 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonDay day = salon_day_from_ymd (rows[i].to[0], rows[i].to[1], rows[i].to[2]);
    SalonDay source = salon_shift_copy_source (day, salon_day_first_of_month (day));

    g_assert_cmpint (source, ==, salon_day_from_ymd (rows[i].from[0], rows[i].from[1], rows[i].from[2]));
    g_assert_cmpint (salon_day_weekday (source), ==, salon_day_weekday (day));
  }
}

static void
test_hours (void)
{
  static const struct {
    const char *text;
    const char *shown; /* NULL = refused */
    const char *field;
  } rows[] = {
    { "9-18", "09:00–18:00", NULL },
    { "9:00–18:30", "09:00–18:30", NULL },
    { " 10.00 — 14.00 ; 15 - 19 ", "10:00–14:00, 15:00–19:00", NULL },
    { "15-19, 10-14", "10:00–14:00, 15:00–19:00", NULL },
    { "18-02", "18:00–02:00", NULL },
    { "18:00-26:00", "18:00–02:00", NULL },
    { "18-0:30", "18:00–00:30", NULL },
    { "0-24", "00:00–00:00", NULL },
    { "18-03", NULL, "to_min" },
    { "19-10", NULL, "to_min" },
    { "10-10", NULL, "to_min" },
    { "25-26", NULL, "from_min" },
    { "x-10", NULL, "from_min" },
    { "10-x", NULL, "to_min" },
    { "10", NULL, "hours" },
    { "", NULL, "hours" },
    { " , ", NULL, "hours" },
    { "10-14, 13-15", NULL, "hours" },
    { "1-2,3-4,5-6,7-8,9-10", NULL, "hours" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    SalonHours parts[SALON_HOURS_MOST_PARTS];
    g_autoptr (GError) error = NULL;
    g_autofree char *shown = NULL;
    guint n = 0;

    g_test_message ("“%s”", rows[i].text);
    if (salon_hours_parse (rows[i].text, parts, &n, &error)) {
      shown = salon_hours_format (parts, n);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    } else {
      g_assert_null (rows[i].shown);
      g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
      g_assert_cmpstr (salon_error_get_field (error), ==, rows[i].field);
    }
  }
}

static void
test_length (void)
{
  SalonHours parts[] = { { 600, 840 }, { 900, 1560 } };

  g_assert_cmpint (salon_hours_length (parts, 2), ==, 900);
  g_assert_cmpint (salon_hours_close (18 * 60, 120), ==, 1560);
  g_assert_cmpint (salon_hours_close (18 * 60, 121), ==, 121);
  g_assert_cmpint (salon_hours_close (60, 120), ==, 120);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shift-pattern/patterns", test_patterns);
  g_test_add_func ("/shift-pattern/no-pattern", test_no_pattern);
  g_test_add_func ("/shift-pattern/copies", test_copies);
  g_test_add_func ("/shift-pattern/hours", test_hours);
  g_test_add_func ("/shift-pattern/length", test_length);
  return g_test_run ();
}
