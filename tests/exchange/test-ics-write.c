/* Calendars are read back by libical, whose zones are made of what stands in the file, and by python3-icalendar. */
#include "exchange/ics-write.h"

#include <gio/gio.h>
#include <libical/ical.h>
#include <string.h>

#define AT(year, month, mday, h, m) ((gint64) salon_day_from_ymd (year, month, mday) * SALON_MINUTES_A_DAY + (h) * 60 + (m))
#define MADE_AT (G_GINT64_CONSTANT (1750057200) * 1000000) /* 2025-06-16 07:00 UTC */

static SalonCalendarEvent *
add (SalonCalendar *calendar, const char *uid, gint64 start, gint64 end)
{
  SalonCalendarEvent *event = salon_calendar_add (calendar, uid, start, end);

  event->summary = g_strdup (uid);
  return event;
}

static char *
write_text (const SalonCalendar *calendar)
{
  g_autoptr (GBytes) file = salon_ics_write (calendar);

  return g_strndup (g_bytes_get_data (file, NULL), g_bytes_get_size (file));
}

static icalcomponent *
read_back (const SalonCalendar *calendar)
{
  g_autofree char *text = write_text (calendar);
  icalcomponent *whole = icalparser_parse_string (text);

  g_assert_nonnull (whole);
  g_assert_cmpint (icalcomponent_isa (whole), ==, ICAL_VCALENDAR_COMPONENT);
  g_assert_cmpint (icalcomponent_count_errors (whole), ==, 0);
  if (!icalrestriction_check (whole))
    g_error ("%s", icalcomponent_as_ical_string (whole));
  return whole;
}

static icalcomponent *
find_event (icalcomponent *whole, const char *uid)
{
  for (icalcomponent *one = icalcomponent_get_first_component (whole, ICAL_VEVENT_COMPONENT); one != NULL;
       one = icalcomponent_get_next_component (whole, ICAL_VEVENT_COMPONENT))
    if (g_str_equal (icalcomponent_get_uid (one), uid))
      return one;
  g_error ("there is no event %s", uid);
}

/* Seconds since 1970, by the zone that the file describes. */
static gint64
utc_of (icalcomponent *whole, icaltimetype t)
{
  icaltimezone *zone = icaltimezone_new ();
  icalcomponent *described = icalcomponent_get_first_component (whole, ICAL_VTIMEZONE_COMPONENT);
  gint64 utc = 0;

  g_assert_true (icaltimezone_set_component (zone, icalcomponent_new_clone (described)));
  utc = icaltime_as_timet_with_zone (t, zone);
  icaltimezone_free (zone, 1);
  return utc;
}

/* The same by GLib, which reads the system's table. */
static gint64
utc_by_glib (int year, int month, int mday, int h, int m)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Riga");
  g_autoptr (GDateTime) t = g_date_time_new (zone, year, month, mday, h, m, 0);

  return g_date_time_to_unix (t);
}

static void
assert_wall (icaltimetype t, int year, int month, int mday, int h, int m)
{
  g_assert_cmpint (t.year, ==, year);
  g_assert_cmpint (t.month, ==, month);
  g_assert_cmpint (t.day, ==, mday);
  g_assert_cmpint (t.hour, ==, h);
  g_assert_cmpint (t.minute, ==, m);
  g_assert_cmpint (t.second, ==, 0);
}

static void
test_fields (void)
{
  g_autoptr (SalonCalendar) calendar = salon_calendar_new ("Anna Bērziņa", "Europe/Riga", MADE_AT);
  SalonCalendarEvent *event = add (calendar, "visit-7-1@x", AT (2025, 6, 16, 10, 0), AT (2025, 6, 16, 11, 30));
  icalcomponent *whole = NULL;
  icalcomponent *one = NULL;
  icaltimetype stamp;

  g_free (event->summary);
  event->summary = g_strdup ("Жанна Ļoti Garš Uzvārds; the one, of \\ Monday: стрижка, окрашивание и ещё очень длинная услуга");
  event->place = g_strdup ("Hall, left");
  event->details = g_strdup ("+371 20 000 001\nShorter; than, last time");
  add (calendar, "visit-8-1@x", AT (2025, 6, 17, 10, 0), AT (2025, 6, 17, 11, 0))->cancelled = TRUE;
  whole = read_back (calendar);
  one = find_event (whole, "visit-7-1@x");
  stamp = icalcomponent_get_dtstamp (one);
  g_assert_cmpstr (icalcomponent_get_summary (one), ==, event->summary);
  g_assert_cmpstr (icalcomponent_get_location (one), ==, event->place);
  g_assert_cmpstr (icalcomponent_get_description (one), ==, event->details);
  g_assert_cmpint (icalcomponent_get_status (one), ==, ICAL_STATUS_CONFIRMED);
  g_assert_cmpint (icalcomponent_get_status (find_event (whole, "visit-8-1@x")), ==, ICAL_STATUS_CANCELLED);
  assert_wall (icalcomponent_get_dtstart (one), 2025, 6, 16, 10, 0);
  assert_wall (icalcomponent_get_dtend (one), 2025, 6, 16, 11, 30);
  assert_wall (stamp, 2025, 6, 16, 7, 0);
  g_assert_true (icaltime_is_utc (stamp));
  icalcomponent_free (whole);
}

/* Lines end in CR LF and are no longer than 75 bytes, letters are not cut. */
static void
test_lines (void)
{
  g_autoptr (SalonCalendar) calendar = salon_calendar_new ("Анна", "Europe/Riga", MADE_AT);
  SalonCalendarEvent *event = add (calendar, "a", AT (2025, 6, 16, 10, 0), AT (2025, 6, 16, 11, 0));
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *file = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 60; i++)
    g_string_append (text, "Щa");
  event->details = g_strdup (text->str);
  file = write_text (calendar);
  lines = g_strsplit (file, "\r\n", -1);
  g_assert_true (g_str_has_suffix (file, "END:VCALENDAR\r\n"));
  for (char **line = lines; *line != NULL; line++) {
    g_assert_null (strpbrk (*line, "\r\n"));
    g_assert_cmpuint (strlen (*line), <=, 75);
    g_assert_true (g_utf8_validate (*line, -1, NULL));
  }
}

/* What is at 10:00 on the wall stays there in winter and in summer, and around both nights of the clocks. */
static void
test_nights_of_the_clocks (void)
{
  static const struct {
    const char *uid;
    int from[5];
    int to[5];
  } events[] = {
    { "winter", { 2025, 1, 15, 10, 0 }, { 2025, 1, 15, 11, 0 } },
    { "spring-before", { 2025, 3, 29, 23, 30 }, { 2025, 3, 30, 1, 15 } },
    { "spring-over", { 2025, 3, 30, 2, 30 }, { 2025, 3, 30, 4, 30 } },
    { "spring-after", { 2025, 3, 30, 10, 0 }, { 2025, 3, 30, 11, 0 } },
    { "summer", { 2025, 7, 15, 10, 0 }, { 2025, 7, 15, 11, 0 } },
    { "autumn-before", { 2025, 10, 25, 23, 0 }, { 2025, 10, 26, 2, 0 } },
    { "autumn-over", { 2025, 10, 26, 2, 30 }, { 2025, 10, 26, 4, 30 } },
    { "autumn-after", { 2025, 10, 26, 10, 0 }, { 2025, 10, 26, 11, 0 } },
    { "next-summer", { 2026, 4, 1, 10, 0 }, { 2026, 4, 1, 11, 0 } },
  };
  g_autoptr (SalonCalendar) calendar = salon_calendar_new ("Anna", "Europe/Riga", MADE_AT);
  icalcomponent *whole = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    const int *f = events[i].from;
    const int *t = events[i].to;

    add (calendar, events[i].uid, AT (f[0], f[1], f[2], f[3], f[4]), AT (t[0], t[1], t[2], t[3], t[4]));
  }
  whole = read_back (calendar);
  for (guint i = 0; i < G_N_ELEMENTS (events); i++) {
    const int *f = events[i].from;
    const int *t = events[i].to;
    icalcomponent *one = find_event (whole, events[i].uid);
    icaltimetype start = icalcomponent_get_dtstart (one);
    icaltimetype end = icalcomponent_get_dtend (one);
    icalproperty *property = icalcomponent_get_first_property (one, ICAL_DTSTART_PROPERTY);

    assert_wall (start, f[0], f[1], f[2], f[3], f[4]);
    assert_wall (end, t[0], t[1], t[2], t[3], t[4]);
    g_assert_cmpstr (icalproperty_get_parameter_as_string (property, "TZID"), ==, "Europe/Riga");
    g_assert_cmpint (utc_of (whole, start), ==, utc_by_glib (f[0], f[1], f[2], f[3], f[4]));
    g_assert_cmpint (utc_of (whole, end), ==, utc_by_glib (t[0], t[1], t[2], t[3], t[4]));
  }
  icalcomponent_free (whole);
}

/* Every hour of three years, in zones of all kinds, has the offset that the system knows. */
static void
test_zones (void)
{
  static const char *const names[] = { "Europe/Riga", "Asia/Almaty", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns", "Etc/UTC" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (SalonCalendar) calendar = salon_calendar_new ("Anna", names[i], MADE_AT);
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (names[i]);
    icaltimezone *described = icaltimezone_new ();
    icalcomponent *whole = NULL;

    add (calendar, "first", AT (2024, 1, 1, 10, 0), AT (2024, 1, 1, 11, 0));
    add (calendar, "last", AT (2026, 12, 31, 10, 0), AT (2026, 12, 31, 11, 0));
    whole = read_back (calendar);
    g_assert_true (icaltimezone_set_component (
        described, icalcomponent_new_clone (icalcomponent_get_first_component (whole, ICAL_VTIMEZONE_COMPONENT))));
    for (gint64 second = G_GINT64_CONSTANT (1704067200); second < G_GINT64_CONSTANT (1798675200); second += 3600) {
      icaltimetype t = icaltime_from_timet_with_zone (second, 0, icaltimezone_get_utc_timezone ());
      gint32 offset = g_time_zone_get_offset (zone, g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, second));

      g_assert_cmpint (icaltimezone_get_utc_offset_of_utc_time (described, &t, NULL), ==, offset);
    }
    icaltimezone_free (described, 1);
    icalcomponent_free (whole);
  }
}

/* Written again, the same visit has the same name and a later stamp: it is found, moved and marked as cancelled. */
static void
test_again (void)
{
  g_autoptr (SalonCalendar) before = salon_calendar_new ("Anna", "Europe/Riga", MADE_AT);
  g_autoptr (SalonCalendar) after = salon_calendar_new ("Anna", "Europe/Riga", MADE_AT + 60 * G_USEC_PER_SEC);
  icalcomponent *one = NULL;
  icalcomponent *other = NULL;

  add (before, "visit-1", AT (2025, 6, 16, 10, 0), AT (2025, 6, 16, 11, 0))->revision = 2;
  add (after, "visit-1", AT (2025, 6, 17, 12, 0), AT (2025, 6, 17, 13, 0))->cancelled = TRUE;
  ((SalonCalendarEvent *) after->events->pdata[0])->revision = 5;
  one = read_back (before);
  other = read_back (after);
  g_assert_cmpint (icalcomponent_count_components (other, ICAL_VEVENT_COMPONENT), ==, 1);
  g_assert_cmpint (icaltime_compare (icalcomponent_get_dtstamp (find_event (other, "visit-1")),
                                     icalcomponent_get_dtstamp (find_event (one, "visit-1"))), >, 0);
  g_assert_cmpint (icalcomponent_get_sequence (find_event (one, "visit-1")), ==, 2);
  g_assert_cmpint (icalcomponent_get_sequence (find_event (other, "visit-1")), ==, 5);
  icalcomponent_free (one);
  icalcomponent_free (other);
}

static void
test_empty (void)
{
  g_autoptr (SalonCalendar) calendar = salon_calendar_new ("Anna", "Europe/Riga", MADE_AT);
  icalcomponent *whole = read_back (calendar);

  g_assert_cmpint (icalcomponent_count_components (whole, ICAL_VEVENT_COMPONENT), ==, 0);
  icalcomponent_free (whole);
}

/* Another program: what it makes of the file. */
static void
test_python (void)
{
  static const char script[] =
      "import sys, icalendar\n"
      "c = icalendar.Calendar.from_ical(sys.stdin.buffer.read())\n"
      "for e in c.walk('VEVENT'):\n"
      "    print(e['UID'], e['DTSTART'].params['TZID'], e['DTSTART'].dt.strftime('%Y-%m-%d %H:%M'),\n"
      "          e['DTEND'].dt.strftime('%Y-%m-%d %H:%M %z'), e['STATUS'], e['SEQUENCE'], e['SUMMARY'])\n";
  g_autoptr (SalonCalendar) calendar = salon_calendar_new ("Anna", "Europe/Riga", MADE_AT);
  g_autofree char *text = NULL;
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) python =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "/usr/bin/python3", "-c", script, NULL);

  g_assert_no_error (error);
  add (calendar, "one", AT (2025, 3, 29, 23, 30), AT (2025, 3, 30, 4, 30));
  add (calendar, "other", AT (2025, 10, 26, 10, 0), AT (2025, 10, 26, 11, 0))->cancelled = TRUE;
  ((SalonCalendarEvent *) calendar->events->pdata[1])->revision = 7;
  text = write_text (calendar);
  g_subprocess_communicate_utf8 (python, text, NULL, &out, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (out, ==, "one Europe/Riga 2025-03-29 23:30 2025-03-30 04:30 +0300 CONFIRMED 0 one\n"
                            "other Europe/Riga 2025-10-26 10:00 2025-10-26 11:00 +0200 CANCELLED 7 other\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/fields", test_fields);
  g_test_add_func ("/ics/lines", test_lines);
  g_test_add_func ("/ics/nights-of-the-clocks", test_nights_of_the_clocks);
  g_test_add_func ("/ics/zones", test_zones);
  g_test_add_func ("/ics/again", test_again);
  g_test_add_func ("/ics/empty", test_empty);
  g_test_add_func ("/ics/python", test_python);
  return g_test_run ();
}
