/* Requests out of calendar files: who, when, what; what is no calendar is refused with a sentence. */
#include "base/error.h"
#include "exchange/ics-read.h"

#include <string.h>

/* Monday 16 June 2025. */
#define DAY       20255
#define AT(h, m)  ((gint64) DAY * 1440 + (h) * 60 + (m))
#define BEGIN     "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
#define END       "END:VCALENDAR\r\n"
#define EVENT(x)  "BEGIN:VEVENT\r\n" x "END:VEVENT\r\n"

static GPtrArray *
read_text (const char *text, gssize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (SalonInput) input = salon_input_new (bytes, "visits.ics");
  g_autoptr (SalonClock) clock = salon_clock_new_at (DAY, 600, "Europe/Riga");

  return salon_ics_read_requests (input, clock, error);
}

static SalonInquiry *
read_one (const char *event)
{
  g_autofree char *text = g_strconcat (BEGIN, event, END, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requests = read_text (text, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (requests->len, ==, 1);
  return g_object_ref (requests->pdata[0]);
}

static void
refused (const char *text, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (read_text (text, -1, &error));
  g_assert_error (error, SALON_ERROR, SALON_ERROR_VALIDATION);
  g_assert_nonnull (strstr (error->message, "visits.ics"));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

static void
test_guest (void)
{
  g_autoptr (SalonInquiry) one = read_one (EVENT ("UID:abc@site\r\nDTSTART:20250616T150000\r\nSUMMARY:Manicure\r\n"
                                                  "DESCRIPTION:with design\\nCall +371 29 123 456\\, please\r\n"
                                                  "ORGANIZER;CN=The site:mailto:site@example.lv\r\n"
                                                  "ATTENDEE;CN=\"Irina Kalniņa\":mailto:irina@example.lv\r\n"));

  g_assert_cmpstr (one->source, ==, "calendar");
  g_assert_cmpstr (one->external_id, ==, "abc@site");
  g_assert_cmpstr (one->name, ==, "Irina Kalniņa");
  g_assert_cmpstr (one->email, ==, "irina@example.lv");
  g_assert_cmpstr (one->phone, ==, "+371 29 123 456");
  g_assert_cmpstr (one->service_words, ==, "Manicure");
  g_assert_cmpstr (one->text, ==, "with design\nCall +371 29 123 456, please");
  g_assert_cmpint (one->start_min, ==, AT (15, 0));
}

/* Without anybody the title says who comes. */
static void
test_title (void)
{
  g_autoptr (SalonInquiry) one = read_one (EVENT ("UID:1\r\nDTSTART:20250616T150000\r\nSUMMARY:Anna\r\n"));

  g_assert_cmpstr (one->name, ==, "Anna");
  g_assert_null (one->service_words);
}

/* The salon is in Riga, three hours before UTC in summer. */
static void
test_zones (void)
{
  static const struct {
    const char *start;
    gint64 minute;
  } rows[] = {
    { "DTSTART:20250616T120000Z\r\n", AT (15, 0) },
    { "DTSTART;TZID=Europe/London:20250616T130000\r\n", AT (15, 0) },
    { "DTSTART;TZID=Nowhere/Here:20250616T150000\r\n", AT (15, 0) },
    { "DTSTART:20250616T150000\r\n", AT (15, 0) },
    { "DTSTART:20250616T223000Z\r\n", AT (25, 30) },
    { "DTSTART:20250231T100000\r\n", 0 },
    { "DTSTART:99999999T999999\r\n", 0 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *event = g_strconcat ("BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Anna\r\n", rows[i].start, "END:VEVENT\r\n", NULL);
    g_autoptr (SalonInquiry) one = read_one (event);

    g_assert_cmpint (one->start_min, ==, rows[i].minute);
  }
}

static void
test_day (void)
{
  g_autoptr (SalonInquiry) one = read_one (EVENT ("UID:1\r\nDTSTART;VALUE=DATE:20250620\r\nSUMMARY:Anna\r\nDESCRIPTION:any hour\r\n"));

  g_assert_cmpint (one->start_min, ==, 0);
  g_assert_nonnull (strstr (one->text, "20"));
  g_assert_true (g_str_has_suffix (one->text, "\nany hour"));
}

/* Dates of one event that repeats are several; a cancelled one is none; a byte-order mark and another calendar do no harm. */
static void
test_several (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requests = read_text ("\xEF\xBB\xBF" BEGIN
                                              EVENT ("UID:1\r\nSUMMARY:A\r\nRECURRENCE-ID:20250616T100000\r\nDTSTART:20250616T100000\r\n")
                                              EVENT ("UID:1\r\nSUMMARY:A\r\nRECURRENCE-ID:20250617T100000\r\nDTSTART:20250617T100000\r\n")
                                              EVENT ("UID:2\r\nSUMMARY:B\r\nSTATUS:CANCELLED\r\n") END BEGIN
                                              EVENT ("UID:3\r\nCONTACT:Olga\\, 26555666\r\nSUMMARY:Bath\r\n") END,
                                              -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (requests->len, ==, 3);
  g_assert_cmpstr (((SalonInquiry *) requests->pdata[0])->external_id, !=, ((SalonInquiry *) requests->pdata[1])->external_id);
  g_assert_cmpstr (((SalonInquiry *) requests->pdata[2])->phone, ==, "26555666");
  g_assert_cmpstr (((SalonInquiry *) requests->pdata[2])->service_words, ==, "Bath");
}

static void
test_refused (void)
{
  refused ("", "no calendar");
  refused ("Dear salon, please book me", "no calendar");
  refused ("BEGIN:VCARD\r\nEND:VCARD\r\n", "no calendar");
  refused (BEGIN END, "no visits");
  refused (BEGIN EVENT ("UID:1\r\n") END, "no visits"); /* nobody */
}

static void
test_too_many (void)
{
  g_autoptr (GString) text = g_string_new (BEGIN);

  for (guint i = 0; i <= SALON_ICS_MOST; i++)
    g_string_append_printf (text, "BEGIN:VEVENT\r\nUID:%u\r\nSUMMARY:A\r\nEND:VEVENT\r\n", i);
  g_string_append (text, END);
  refused (text->str, "500");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ics/guest", test_guest);
  g_test_add_func ("/ics/title", test_title);
  g_test_add_func ("/ics/zones", test_zones);
  g_test_add_func ("/ics/day", test_day);
  g_test_add_func ("/ics/several", test_several);
  g_test_add_func ("/ics/refused", test_refused);
  g_test_add_func ("/ics/too-many", test_too_many);
  return g_test_run ();
}
