/* A calendar file through libical.  Time zones that the file brings along are not used: their rules may be anything, and
 * libical would unfold them; zones are known by their names, and a time of an unknown zone is the salon's own. */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

#include "base/text.h"
#include "exchange/ics-read.h"

#define MIN_PHONE_DIGITS 7

typedef struct {
  icalcomponent *root;
} Calendar;

static void
calendar_clear (Calendar *calendar)
{
  g_clear_pointer (&calendar->root, icalcomponent_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Calendar, calendar_clear)

/* ---- texts */

static char *
cleaned (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  g_autofree char *clean = valid != NULL ? salon_text_clean (valid, 300) : NULL;

  return clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static char *
cleaned_lines (const char *text)
{
  g_autofree char *valid = text != NULL ? g_utf8_make_valid (text, -1) : NULL;
  g_autofree char *clean = valid != NULL ? salon_text_clean_lines (valid, 4000) : NULL;

  return clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static const char *
text_of (icalcomponent *event, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  return value != NULL && icalvalue_isa (value) == ICAL_TEXT_VALUE ? icalvalue_get_text (value) : NULL;
}

/* "Call +371 29 123 456": the first run of figures that is long enough. */
static char *
phone_in (const char *text)
{
  const char *from = NULL;
  guint digits = 0;

  for (const char *at = text; text != NULL; at++) {
    gboolean figure = g_ascii_isdigit (*at);

    if (figure || (from == NULL && *at == '+')) {
      from = from != NULL ? from : at;
      digits += figure;
    } else if (from != NULL && (*at == '\0' || strchr (" -()/", *at) == NULL)) {
      if (digits >= MIN_PHONE_DIGITS)
        return g_strchomp (g_strndup (from, (gsize) (at - from)));
      from = NULL;
      digits = 0;
    }
    if (*at == '\0')
      break;
  }
  return NULL;
}

/* ---- who */

static void
take_address (SalonInquiry *inquiry, const char *address)
{
  if (address == NULL)
    return;
  if (g_ascii_strncasecmp (address, "mailto:", 7) == 0 && inquiry->email == NULL)
    inquiry->email = cleaned (address + 7);
  else if (g_ascii_strncasecmp (address, "tel:", 4) == 0 && inquiry->phone == NULL)
    inquiry->phone = cleaned (address + 4);
}

static void
take_person (SalonInquiry *inquiry, icalcomponent *event, icalproperty_kind kind)
{
  icalproperty *property = icalcomponent_get_first_property (event, kind);
  icalparameter *name = property != NULL ? icalproperty_get_first_parameter (property, ICAL_CN_PARAMETER) : NULL;
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;

  if (name != NULL && inquiry->name == NULL)
    inquiry->name = cleaned (icalparameter_get_cn (name));
  if (value != NULL && icalvalue_isa (value) == ICAL_CALADDRESS_VALUE)
    take_address (inquiry, icalvalue_get_caladdress (value));
}

/* The guest if there is one, else who made it; without either the title says who comes. */
static void
take_who (SalonInquiry *inquiry, icalcomponent *event)
{
  g_autofree char *contact = cleaned (text_of (event, ICAL_CONTACT_PROPERTY));

  take_person (inquiry, event, ICAL_ATTENDEE_PROPERTY);
  take_person (inquiry, event, ICAL_ORGANIZER_PROPERTY);
  if (inquiry->phone == NULL)
    inquiry->phone = phone_in (contact);
  if (inquiry->phone == NULL)
    inquiry->phone = phone_in (inquiry->text);
  if (inquiry->name == NULL && inquiry->email == NULL)
    inquiry->name = g_steal_pointer (&contact);
  if (inquiry->name == NULL && inquiry->email == NULL && inquiry->phone == NULL)
    inquiry->name = g_steal_pointer (&inquiry->service_words);
}

/* ---- when */

static const char *
zone_of (icalproperty *property)
{
  icalparameter *zone = icalproperty_get_first_parameter (property, ICAL_TZID_PARAMETER);

  return zone != NULL ? icalparameter_get_tzid (zone) : NULL;
}

static gint64
wall_minute (const struct icaltimetype *time, const char *zone_name, SalonClock *clock)
{
  g_autoptr (GTimeZone) zone = icaltime_is_utc (*time) ? g_time_zone_new_utc ()
                               : zone_name != NULL     ? g_time_zone_new_identifier (zone_name)
                                                       : NULL;
  g_autoptr (GDateTime) moment = NULL;
  SalonDay day = salon_day_from_ymd (time->year, time->month, time->day);
  int minute = time->hour * 60 + time->minute;

  if (day == SALON_DAY_NONE)
    return 0;
  if (zone != NULL)
    moment = g_date_time_new (zone, time->year, time->month, time->day, time->hour, time->minute, 0);
  if (moment != NULL)
    day = salon_clock_day_of (clock, g_date_time_to_unix (moment) * G_USEC_PER_SEC, &minute);
  return day > 0 ? (gint64) day * SALON_MINUTES_A_DAY + minute : 0;
}

/* A day without an hour is told in the text: the desk asks for the hour. */
static void
take_day (SalonInquiry *inquiry, const struct icaltimetype *time)
{
  SalonDay day = salon_day_from_ymd (time->year, time->month, time->day);
  g_autofree char *day_text = day != SALON_DAY_NONE ? salon_day_format (day) : NULL;
  g_autofree char *text = g_steal_pointer (&inquiry->text);
  g_autofree char *wish = NULL;

  if (day_text != NULL)
    wish = g_strdup_printf (_("Wished day: %s"), day_text);
  inquiry->text = text != NULL && wish != NULL ? g_strjoin ("\n", wish, text, NULL)
                  : wish != NULL               ? g_steal_pointer (&wish)
                                               : g_steal_pointer (&text);
}

static void
take_when (SalonInquiry *inquiry, icalcomponent *event, SalonClock *clock)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_DTSTART_PROPERTY);
  icalvalue *value = property != NULL ? icalproperty_get_value (property) : NULL;
  struct icaltimetype time;

  if (value == NULL || (icalvalue_isa (value) != ICAL_DATETIME_VALUE && icalvalue_isa (value) != ICAL_DATE_VALUE))
    return;
  time = icalproperty_get_dtstart (property);
  if (icaltime_is_null_time (time) || time.year < 1970 || time.year > 2200 || time.month < 1 || time.month > 12 || time.day < 1
      || time.day > salon_day_days_in_month (time.year, time.month) || time.hour < 0 || time.hour > 23 || time.minute < 0
      || time.minute > 59)
    return;
  if (icaltime_is_date (time))
    take_day (inquiry, &time);
  else
    inquiry->start_min = wall_minute (&time, zone_of (property), clock);
}

/* ---- the event */

/* One date of an event that repeats is another request than the others. */
static char *
id_of (icalcomponent *event)
{
  const char *uid = icalcomponent_get_uid (event);
  icalproperty *recurrence = icalcomponent_get_first_property (event, ICAL_RECURRENCEID_PROPERTY);
  const char *date = recurrence != NULL ? icalproperty_get_value_as_string (recurrence) : NULL;
  g_autofree char *both = uid != NULL && date != NULL ? g_strjoin (" ", uid, date, NULL) : g_strdup (uid);
  g_autofree char *valid = both != NULL ? g_utf8_make_valid (both, -1) : NULL;
  g_autofree char *clean = valid != NULL ? salon_text_clean (valid, 500) : NULL;

  return clean != NULL && *clean != '\0' ? g_steal_pointer (&clean) : NULL;
}

static SalonInquiry *
request_of (icalcomponent *event, SalonClock *clock)
{
  SalonInquiry *inquiry = salon_inquiry_new ();

  inquiry->source = g_strdup (SALON_ICS_SOURCE);
  inquiry->external_id = id_of (event);
  inquiry->text = cleaned_lines (text_of (event, ICAL_DESCRIPTION_PROPERTY));
  inquiry->service_words = cleaned (text_of (event, ICAL_SUMMARY_PROPERTY));
  take_who (inquiry, event);
  take_when (inquiry, event, clock);
  return inquiry;
}

static gboolean
is_cancelled (icalcomponent *event)
{
  icalproperty *status = icalcomponent_get_first_property (event, ICAL_STATUS_PROPERTY);

  return status != NULL && icalproperty_get_status (status) == ICAL_STATUS_CANCELLED;
}

static void
take_events (icalcomponent *calendar, SalonClock *clock, GPtrArray *requests)
{
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL && requests->len <= SALON_ICS_MOST;
       event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT)) {
    g_autoptr (SalonInquiry) inquiry = is_cancelled (event) ? NULL : request_of (event, clock);

    if (inquiry != NULL && (inquiry->name != NULL || inquiry->phone != NULL || inquiry->email != NULL))
      g_ptr_array_add (requests, g_steal_pointer (&inquiry));
  }
}

static gboolean
is_calendar (const char *text)
{
  const char *at = g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;

  while (g_ascii_isspace (*at))
    at++;
  return g_ascii_strncasecmp (at, "BEGIN:VCALENDAR", strlen ("BEGIN:VCALENDAR")) == 0;
}

static char *
load_text (SalonInput *input, GError **error)
{
  g_autoptr (GBytes) bytes = salon_input_load (input, SALON_ICS_LIMIT, error);
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes == NULL)
    return NULL;
  return data != NULL ? g_utf8_make_valid (data, (gssize) strnlen (data, size)) : g_strdup ("");
}

static gboolean
parse (const char *text, Calendar *calendar)
{
  const char *at = g_str_has_prefix (text, "\xEF\xBB\xBF") ? text + 3 : text;

  icalerror_set_errors_are_fatal (FALSE);
  calendar->root = is_calendar (text) ? icalparser_parse_string (at) : NULL;
  return calendar->root != NULL;
}

/**
 * salon_ics_read_requests:
 * @clock: the salon's, for its time zone
 * @error: %SALON_ERROR_VALIDATION with a sentence that names the file: it is no calendar, it has no events, or too many
 *
 * Each event that is not cancelled and says who comes: the guest, else who made it, else its title; its title is what is
 * asked for; a time of another zone is the salon's wall time.
 *
 * Returns: (transfer full) (nullable) (element-type SalonInquiry): in the order of the file
 */
GPtrArray *
salon_ics_read_requests (SalonInput *input, SalonClock *clock, GError **error)
{
  g_autofree char *text = load_text (input, error);
  g_autoptr (GPtrArray) requests = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (Calendar) calendar = { NULL };

  if (text == NULL)
    return NULL;
  if (!parse (text, &calendar)) {
    salon_set_error (error, SALON_ERROR_VALIDATION, _("“%s” is no calendar file."), salon_input_get_name (input));
    return NULL;
  }
  if (icalcomponent_isa (calendar.root) == ICAL_VCALENDAR_COMPONENT)
    take_events (calendar.root, clock, requests);
  for (icalcomponent *one = icalcomponent_get_first_component (calendar.root, ICAL_VCALENDAR_COMPONENT); one != NULL;
       one = icalcomponent_get_next_component (calendar.root, ICAL_VCALENDAR_COMPONENT))
    take_events (one, clock, requests);
  if (requests->len == 0)
    salon_set_error (error, SALON_ERROR_VALIDATION, _("There are no visits in “%s”."), salon_input_get_name (input));
  else if (requests->len > SALON_ICS_MOST)
    salon_set_error (error, SALON_ERROR_VALIDATION, _("There are more than %d visits in “%s”."), SALON_ICS_MOST,
                     salon_input_get_name (input));
  else
    return g_steal_pointer (&requests);
  return NULL;
}
