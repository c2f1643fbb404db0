/* iCalendar by libical, but for the time zone.
 *
 * Times are those of the wall, with the name of the zone: what is at 10:00 stays at 10:00.  libical's own description of a
 * zone begins in 1880 with offsets in odd seconds, which phones refuse, and has a name of its own for the zone; so
 * the few changes of the clock around the events are written out as they are, from the system's table.
 *
 * There is no METHOD: each one of RFC 5546 wants more than a salon can say, PUBLISH an organizer. */
#include "exchange/ics-write.h"

#include <libical/ical.h>
#include <string.h>

#define PRODUCT         "-//Salon Desk//Calendar//EN"
#define US_A_SECOND     G_GINT64_CONSTANT (1000000)
#define SECONDS_A_DAY   G_GINT64_CONSTANT (86400)
#define MARGIN          (400 * SECONDS_A_DAY) /* the zone is described so long before and after the events */
#define STEP            (7 * SECONDS_A_DAY)   /* clocks are not changed twice in a week */

/* ---- time */

static icaltimetype
wall_time (gint64 minute)
{
  icaltimetype t = icaltime_null_time ();
  SalonDay day = (SalonDay) (minute / SALON_MINUTES_A_DAY);
  int rest = (int) (minute % SALON_MINUTES_A_DAY);

  salon_day_to_ymd (day, &t.year, &t.month, &t.day);
  t.hour = rest / 60;
  t.minute = rest % 60;
  return t;
}

/* Of seconds since 1970 on the wall. */
static icaltimetype
wall_second (gint64 second)
{
  icaltimetype t = wall_time (second / 60);

  t.second = (int) (second % 60);
  return t;
}

static icaltimetype
utc_time (gint64 us)
{
  icaltimetype t = wall_second (us / US_A_SECOND);

  t.zone = icaltimezone_get_utc_timezone ();
  return t;
}

/* ---- the zone */

static int
interval_at (GTimeZone *zone, gint64 second)
{
  return g_time_zone_find_interval (zone, G_TIME_TYPE_UNIVERSAL, second);
}

/* The first second of another interval than that of @from, which @to is of. */
static gint64
find_change (GTimeZone *zone, gint64 from, gint64 to)
{
  int before = interval_at (zone, from);

  while (to - from > 1) {
    gint64 middle = from + (to - from) / 2;

    if (interval_at (zone, middle) == before)
      from = middle;
    else
      to = middle;
  }
  return to;
}

static void
add_observance (icalcomponent *component, GTimeZone *zone, gint64 second, int interval, gint32 offset_before)
{
  gint32 offset = g_time_zone_get_offset (zone, interval);
  icalcomponent *part =
      icalcomponent_new (g_time_zone_is_dst (zone, interval) ? ICAL_XDAYLIGHT_COMPONENT : ICAL_XSTANDARD_COMPONENT);

  icalcomponent_add_property (part, icalproperty_new_dtstart (wall_second (second + offset_before)));
  icalcomponent_add_property (part, icalproperty_new_tzoffsetfrom (offset_before));
  icalcomponent_add_property (part, icalproperty_new_tzoffsetto (offset));
  icalcomponent_add_property (part, icalproperty_new_tzname (g_time_zone_get_abbreviation (zone, interval)));
  icalcomponent_add_component (component, part);
}

/* What holds at @from, and each change up to @to. */
static icalcomponent *
describe_zone (GTimeZone *zone, const char *name, gint64 from, gint64 to)
{
  icalcomponent *component = icalcomponent_new (ICAL_VTIMEZONE_COMPONENT);
  int interval = interval_at (zone, from);

  icalcomponent_add_property (component, icalproperty_new_tzid (name));
  add_observance (component, zone, from, interval, g_time_zone_get_offset (zone, interval));
  for (gint64 second = from; second < to; second += STEP) {
    int next = interval_at (zone, second + STEP);

    if (next != interval)
      add_observance (component, zone, find_change (zone, second, second + STEP), next, g_time_zone_get_offset (zone, interval));
    interval = next;
  }
  return component;
}

static void
add_zone (icalcomponent *whole, const SalonCalendar *calendar)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (calendar->zone);
  gint64 first = calendar->made_at / US_A_SECOND;
  gint64 last = first;

  if (zone == NULL)
    return;
  for (guint i = 0; i < calendar->events->len; i++) {
    const SalonCalendarEvent *event = calendar->events->pdata[i];

    first = MIN (first, event->start * 60);
    last = MAX (last, event->end * 60);
  }
  first = MAX (first - MARGIN, 0) / SECONDS_A_DAY * SECONDS_A_DAY;
  icalcomponent_add_component (whole, describe_zone (zone, calendar->zone, first, last + MARGIN));
}

/* ---- events */

static icalproperty *
in_zone (icalproperty *property, const char *zone)
{
  icalproperty_add_parameter (property, icalparameter_new_tzid (zone));
  return property;
}

static void
add_event (icalcomponent *whole, const SalonCalendar *calendar, const SalonCalendarEvent *event)
{
  icalcomponent *one = icalcomponent_new (ICAL_VEVENT_COMPONENT);

  icalcomponent_add_property (one, icalproperty_new_uid (event->uid));
  icalcomponent_add_property (one, icalproperty_new_dtstamp (utc_time (calendar->made_at)));
  icalcomponent_add_property (one, icalproperty_new_sequence ((int) MIN (event->revision, G_MAXINT)));
  icalcomponent_add_property (one, in_zone (icalproperty_new_dtstart (wall_time (event->start)), calendar->zone));
  icalcomponent_add_property (one, in_zone (icalproperty_new_dtend (wall_time (event->end)), calendar->zone));
  icalcomponent_add_property (one, icalproperty_new_summary (event->summary));
  if (event->place != NULL)
    icalcomponent_add_property (one, icalproperty_new_location (event->place));
  if (event->details != NULL)
    icalcomponent_add_property (one, icalproperty_new_description (event->details));
  icalcomponent_add_property (one, icalproperty_new_status (event->cancelled ? ICAL_STATUS_CANCELLED : ICAL_STATUS_CONFIRMED));
  icalcomponent_add_property (one, icalproperty_new_transp (event->cancelled ? ICAL_TRANSP_TRANSPARENT : ICAL_TRANSP_OPAQUE));
  icalcomponent_add_component (whole, one);
}

static void
add_x (icalcomponent *whole, const char *name, const char *value)
{
  icalproperty *property = icalproperty_new_x (value);

  icalproperty_set_x_name (property, name);
  icalcomponent_add_property (whole, property);
}

/**
 * salon_ics_write:
 *
 * An event that was written before has the same UID and, with a later time, the greater stamp, and a greater sequence if it
 * was changed since: whoever reads the file again gets no second one.
 *
 * Returns: (transfer full): the file, UTF-8
 */
GBytes *
salon_ics_write (const SalonCalendar *calendar)
{
  icalcomponent *whole = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);
  char *text = NULL;
  GBytes *file = NULL;

  icalcomponent_add_property (whole, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (whole, icalproperty_new_prodid (PRODUCT));
  add_x (whole, "X-WR-CALNAME", calendar->name);
  add_x (whole, "X-WR-TIMEZONE", calendar->zone);
  add_zone (whole, calendar);
  for (guint i = 0; i < calendar->events->len; i++)
    add_event (whole, calendar, calendar->events->pdata[i]);
  text = icalcomponent_as_ical_string_r (whole);
  file = g_bytes_new (text, strlen (text));
  icalmemory_free_buffer (text);
  icalcomponent_free (whole);
  return file;
}
