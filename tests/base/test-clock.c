/* Wall time and UTC in zones with every habit: both nights of change, a whole day left out, odd offsets. */
#include "base/clock.h"

#define US G_GINT64_CONSTANT (1000000)

typedef struct {
  const char *zone;
  int ymd[3];
  int minute;
  const char *utc; /* NULL: there is no such time */
  int next_valid;
} WallRow;

/* From the rules of the zones: the European Union changes at 01:00 UTC, Chile at 04:00 UTC, Samoa left out 2011-12-30,
 * Nepal is 5:45 ahead. */
static const WallRow wall_rows[] = {
  { "UTC", { 2026, 3, 29 }, 210, "2026-03-29T03:30:00Z", 210 },
  { "Europe/Riga", { 2026, 1, 15 }, 630, "2026-01-15T08:30:00Z", 630 },
  { "Europe/Riga", { 2026, 7, 15 }, 630, "2026-07-15T07:30:00Z", 630 },
  /* 29 March 2026: 03:00 → 04:00 */
  { "Europe/Riga", { 2026, 3, 29 }, 179, "2026-03-29T00:59:00Z", 179 },
  { "Europe/Riga", { 2026, 3, 29 }, 180, NULL, 240 },
  { "Europe/Riga", { 2026, 3, 29 }, 210, NULL, 240 },
  { "Europe/Riga", { 2026, 3, 29 }, 239, NULL, 240 },
  { "Europe/Riga", { 2026, 3, 29 }, 240, "2026-03-29T01:00:00Z", 240 },
  { "Europe/Riga", { 2026, 3, 28 }, 1440 + 210, NULL, 1440 + 240 },
  /* 25 October 2026: 04:00 → 03:00; the first 03:30 is meant */
  { "Europe/Riga", { 2026, 10, 25 }, 179, "2026-10-24T23:59:00Z", 179 },
  { "Europe/Riga", { 2026, 10, 25 }, 180, "2026-10-25T00:00:00Z", 180 },
  { "Europe/Riga", { 2026, 10, 25 }, 210, "2026-10-25T00:30:00Z", 210 },
  { "Europe/Riga", { 2026, 10, 25 }, 239, "2026-10-25T00:59:00Z", 239 },
  { "Europe/Riga", { 2026, 10, 25 }, 240, "2026-10-25T02:00:00Z", 240 },
  { "Europe/Riga", { 2026, 10, 24 }, 1560, "2026-10-24T23:00:00Z", 1560 },
  { "Europe/Madrid", { 2026, 3, 29 }, 150, NULL, 180 },
  { "Europe/Madrid", { 2026, 10, 25 }, 150, "2026-10-25T00:30:00Z", 150 },
  /* Chile changes at midnight: on 6 September 2026 there is no 00:30; on 4 April 23:30 comes twice */
  { "America/Santiago", { 2026, 9, 6 }, 30, NULL, 60 },
  { "America/Santiago", { 2026, 9, 5 }, 1440, NULL, 1500 },
  { "America/Santiago", { 2026, 9, 6 }, 60, "2026-09-06T04:00:00Z", 60 },
  { "America/Santiago", { 2026, 4, 4 }, 1410, "2026-04-05T02:30:00Z", 1410 },
  { "America/Santiago", { 2026, 4, 5 }, 0, "2026-04-05T04:00:00Z", 0 },
  { "Asia/Kathmandu", { 2026, 3, 29 }, 0, "2026-03-28T18:15:00Z", 0 },
  { "Asia/Kathmandu", { 2026, 7, 1 }, 345, "2026-07-01T00:00:00Z", 345 },
  { "Pacific/Apia", { 2011, 12, 29 }, 1439, "2011-12-30T09:59:00Z", 1439 },
  { "Pacific/Apia", { 2011, 12, 30 }, 0, NULL, 1440 },
  { "Pacific/Apia", { 2011, 12, 30 }, 720, NULL, 1440 },
  { "Pacific/Apia", { 2011, 12, 31 }, 0, "2011-12-30T10:00:00Z", 0 },
};

static gint64
parse_utc (const char *text)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);

  g_assert_nonnull (time);
  return g_date_time_to_unix (time) * US;
}

static void
test_wall_to_utc (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wall_rows); i++) {
    const WallRow *row = &wall_rows[i];
    g_autoptr (SalonClock) clock = salon_clock_new_fixed (0, row->zone);
    SalonDay day = salon_day_from_ymd (row->ymd[0], row->ymd[1], row->ymd[2]);
    gint64 utc_us = -1;
    int next_valid = -1;

    g_test_message ("%s %d-%d-%d %d", row->zone, row->ymd[0], row->ymd[1], row->ymd[2], row->minute);
    g_assert_cmpint (salon_clock_wall_to_utc (clock, day, row->minute, &utc_us, &next_valid), ==, row->utc != NULL);
    g_assert_cmpint (next_valid, ==, row->next_valid);
    g_assert_cmpint (utc_us, ==, row->utc == NULL ? -1 : parse_utc (row->utc));
  }
}

static void
test_day_of (void)
{
  static const struct {
    const char *zone;
    const char *utc;
    int ymd[3];
    int minute;
  } rows[] = {
    { "UTC", "1969-12-31T23:59:59Z", { 1969, 12, 31 }, 1439 },
    { "Europe/Riga", "2026-11-24T21:59:59Z", { 2026, 11, 24 }, 1439 },
    { "Europe/Riga", "2026-11-24T22:00:00Z", { 2026, 11, 25 }, 0 },
    { "Europe/Riga", "2026-03-29T00:59:59Z", { 2026, 3, 29 }, 179 },
    { "Europe/Riga", "2026-03-29T01:00:00Z", { 2026, 3, 29 }, 240 },
    { "Europe/Riga", "2026-10-25T00:30:00Z", { 2026, 10, 25 }, 210 },
    { "Europe/Riga", "2026-10-25T01:30:00Z", { 2026, 10, 25 }, 210 },
    { "Asia/Kathmandu", "2026-01-01T18:15:00Z", { 2026, 1, 2 }, 0 },
    { "America/Santiago", "2026-01-01T02:59:00Z", { 2025, 12, 31 }, 1439 },
    { "Pacific/Apia", "2011-12-30T10:00:00Z", { 2011, 12, 31 }, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (SalonClock) clock = salon_clock_new_fixed (parse_utc (rows[i].utc), rows[i].zone);
    SalonDay day = salon_day_from_ymd (rows[i].ymd[0], rows[i].ymd[1], rows[i].ymd[2]);

    g_assert_cmpint (salon_clock_today (clock), ==, day);
    g_assert_cmpint (salon_clock_minute (clock), ==, rows[i].minute);
    g_assert_cmpint (salon_clock_wall_minute (clock), ==, (gint64) day * SALON_MINUTES_A_DAY + rows[i].minute);
  }
}

/* Every instant has a wall time that leads back to it, or to the first of the two that have it. */
static void
test_there_and_back (void)
{
  static const char *const zones[] = { "Europe/Riga",   "Europe/Madrid", "America/Santiago",
                                       "Asia/Kathmandu", "Pacific/Apia",  "UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autoptr (SalonClock) clock = salon_clock_new_fixed (0, zones[i]);

    for (int n = 0; n < 3000; n++) {
      gint64 utc_us = (gint64) g_test_rand_int_range (0, 40 * 366 * 1440) * 60 * US;
      gint64 back = 0;
      int minute = 0;
      int again = 0;
      SalonDay day = salon_clock_day_of (clock, utc_us, &minute);

      g_assert_true (salon_clock_wall_to_utc (clock, day, minute, &back, NULL));
      g_assert_true (back <= utc_us && utc_us - back <= 25 * 3600 * US);
      g_assert_cmpint (salon_clock_day_of (clock, back, &again), ==, day);
      g_assert_cmpint (again, ==, minute);
    }
  }
}

static void
test_new_at (void)
{
  SalonDay day = salon_day_from_ymd (2026, 11, 24);
  g_autoptr (SalonClock) clock = salon_clock_new_at (day, 630, "Europe/Riga");
  g_autoptr (SalonClock) in_gap = salon_clock_new_at (salon_day_from_ymd (2026, 3, 29), 200, "Europe/Riga");

  g_assert_cmpint (salon_clock_today (clock), ==, day);
  g_assert_cmpint (salon_clock_minute (clock), ==, 630);
  g_assert_cmpint (salon_clock_now_us (clock), ==, parse_utc ("2026-11-24T08:30:00Z"));
  g_assert_cmpint (salon_clock_minute (in_gap), ==, 240);
}

static gpointer
move_clock (gpointer data)
{
  SalonClock *clock = data;

  for (gint64 i = 1; i <= 20000; i++)
    salon_clock_set_fixed (clock, i * US);
  return NULL;
}

static void
test_set_from_thread (void)
{
  g_autoptr (SalonClock) clock = salon_clock_new_fixed (0, "UTC");
  GThread *thread = g_thread_new ("mover", move_clock, clock);
  gint64 last = 0;

  while (last < 20000 * US) {
    gint64 now = salon_clock_now_us (clock);

    g_assert_cmpint (now, >=, last);
    g_assert_cmpint (now % US, ==, 0);
    last = now;
  }
  g_thread_join (thread);
}

static void
test_system (void)
{
  g_autoptr (SalonClock) clock = salon_clock_new_system ();
  g_autoptr (GDateTime) before = g_date_time_new_now_local ();
  gint64 now = salon_clock_now_us (clock);
  g_autoptr (GDateTime) after = g_date_time_new_now_local ();
  int minute = 0;
  SalonDay day = salon_clock_day_of (clock, now, &minute);
  SalonDay first = salon_day_from_ymd (g_date_time_get_year (before), g_date_time_get_month (before),
                                       g_date_time_get_day_of_month (before));

  g_assert_cmpint (now, >=, g_date_time_to_unix (before) * US);
  g_assert_cmpint (now, <, (g_date_time_to_unix (after) + 1) * US);
  g_assert_true (day == first || (day == first + 1 && minute == 0));
}

/* On the wall, not in UTC: late in the evening it is tomorrow in Riga. */
static void
test_format (void)
{
  g_autoptr (SalonClock) clock = salon_clock_new_at (salon_day_from_ymd (2026, 6, 16), 600, "Europe/Riga");
  g_autofree char *today = salon_day_format_relative (salon_clock_today (clock), salon_clock_today (clock));
  g_autofree char *expected = g_strdup_printf ("%s 00:30", today);
  g_autofree char *shown = salon_clock_format (clock, salon_clock_now_us (clock) - US * 60 * 570);

  g_assert_cmpstr (shown, ==, expected);
}

/* Instants one after the other, also over both changes of the clocks, as each is alone. */
static void
test_day_near (void)
{
  const char *const zones[] = { "Europe/Riga", "America/St_Johns", "UTC", "Pacific/Apia" };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++) {
    g_autoptr (SalonClock) clock = salon_clock_new_fixed (0, zones[i]);
    SalonClockSpan span = { 0 };

    for (gint64 at = G_GINT64_CONSTANT (1150000000) * US; at < G_GINT64_CONSTANT (1350000000) * US; at += 1237 * US)
      g_assert_cmpint (salon_clock_day_near (clock, at, &span), ==, salon_clock_day_of (clock, at, NULL));
    for (gint64 at = G_GINT64_CONSTANT (1200000000) * US; at > 0; at -= 54321 * US)
      g_assert_cmpint (salon_clock_day_near (clock, at, &span), ==, salon_clock_day_of (clock, at, NULL));
  }
}

static void
test_unknown_zone (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (SalonClock) clock = salon_clock_new_fixed (0, "Atlantis/Capital");

    g_assert_nonnull (clock);
    return;
  }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*Atlantis/Capital*");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/wall-to-utc", test_wall_to_utc);
  g_test_add_func ("/clock/day-of", test_day_of);
  g_test_add_func ("/clock/day-near", test_day_near);
  g_test_add_func ("/clock/there-and-back", test_there_and_back);
  g_test_add_func ("/clock/new-at", test_new_at);
  g_test_add_func ("/clock/set-from-thread", test_set_from_thread);
  g_test_add_func ("/clock/system", test_system);
  g_test_add_func ("/clock/format", test_format);
  g_test_add_func ("/clock/unknown-zone", test_unknown_zone);
  return g_test_run ();
}
